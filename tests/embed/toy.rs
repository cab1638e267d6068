//! A model small enough to be written by hand: a few words, four directions.

use safetensors::tensor::TensorView;
use safetensors::{Dtype, serialize};
use std::path::{Path, PathBuf};

/// The tokens with where they point: ways and paths, light, airports, closing.
pub const WORDS: [(&str, [f32; 4]); 12] = [
    ("[PAD]", [0.0; 4]),
    ("[UNK]", [9.0, -9.0, 9.0, -9.0]),
    ("light", [0.0, 1.0, 0.0, 0.0]),
    ("illuminate", [0.0, 1.0, 0.0, 0.25]),
    ("the", [0.0625; 4]),
    ("tow", [0.5, 0.0, 0.0, 0.0]),
    ("##path", [1.5, 0.0, 0.25, 0.0]),
    ("canal", [1.0, 0.0, 0.0, 0.0]),
    ("walk", [1.0, 0.25, 0.0, 0.0]),
    ("airport", [-0.5, 0.0, 1.0, 0.0]),
    ("close", [0.0, -1.0, 0.0, 1.0]),
    ("not", [0.0, 0.0, 0.0, 0.5]),
];

/// A folder of its own, empty.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("embed").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// `tokenizer.json` of the words, which cuts words into pieces.
pub fn tokenizer() -> String {
    let vocabulary: Vec<String> =
        WORDS.iter().enumerate().map(|(id, (word, _))| format!("{word:?}: {id}")).collect();
    format!(
        r###"{{
  "version": "1.0",
  "truncation": null,
  "padding": null,
  "added_tokens": [],
  "normalizer": {{"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true}},
  "pre_tokenizer": {{"type": "BertPreTokenizer"}},
  "post_processor": null,
  "decoder": null,
  "model": {{"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {{{}}}}}
}}"###,
        vocabulary.join(", ")
    )
}

/// The same words for the other kinds of tokenizers: pieces joined by rules, and pieces with odds.
pub fn other_tokenizers() -> [(&'static str, String); 2] {
    let vocabulary: Vec<String> =
        WORDS.iter().enumerate().map(|(id, (word, _))| format!("{word:?}: {id}")).collect();
    let odds: Vec<String> = WORDS.iter().map(|(word, _)| format!("[{word:?}, -2.5]")).collect();
    let whole = |rest: String| {
        format!(
            r#"{{"version": "1.0", "truncation": null, "padding": null, "added_tokens": [], "post_processor": null, "decoder": null, {rest}}}"#
        )
    };
    // A table of 1,024 zero bytes, which knows no character, and no text behind it.
    let map = format!(r#"{{"type": "Precompiled", "precompiled_charsmap": "AAQAAA{}="}}"#, "A".repeat(1_365));
    let small = r#"{"type": "Replace", "pattern": {"Regex": "[L]"}, "content": "l"}"#;
    [
        (
            "joined",
            whole(format!(
                r#""normalizer": {{"type": "Lowercase"}}, "pre_tokenizer": {{"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true}}, "model": {{"type": "BPE", "dropout": null, "unk_token": "[UNK]", "continuing_subword_prefix": null, "end_of_word_suffix": null, "fuse_unk": false, "byte_fallback": false, "ignore_merges": true, "vocab": {{{}}}, "merges": []}}"#,
                vocabulary.join(", ")
            )),
        ),
        (
            "with-odds",
            whole(format!(
                r#""normalizer": {{"type": "Sequence", "normalizers": [{map}, {small}]}}, "pre_tokenizer": {{"type": "WhitespaceSplit"}}, "model": {{"type": "Unigram", "unk_id": 1, "vocab": [{}], "byte_fallback": false}}"#,
                odds.join(", ")
            )),
        ),
    ]
}

/// A tensor: its name, its kind of number, its shape, its bytes.
pub type Tensor<'t> = (&'t str, Dtype, Vec<usize>, Vec<u8>);

/// A file of tensors.
pub fn tensors(tensors: &[Tensor<'_>]) -> Vec<u8> {
    let views = tensors.iter().map(|(name, kind, shape, bytes)| {
        ((*name).to_owned(), TensorView::new(*kind, shape.clone(), bytes).unwrap())
    });
    serialize(views, None).unwrap()
}

/// The vectors of the words, as 32-bit numbers.
pub fn vectors() -> Vec<u8> {
    let bytes = WORDS.iter().flat_map(|(_, vector)| vector).flat_map(|number| number.to_le_bytes());
    tensors(&[("embeddings", Dtype::F32, vec![WORDS.len(), 4], bytes.collect())])
}

/// Writes the model without what it counts.
pub fn unfitted(name: &str) -> PathBuf {
    let folder = folder(name);
    std::fs::write(folder.join("config.json"), r#"{"model_type": "model2vec", "hidden_dim": 4}"#).unwrap();
    std::fs::write(folder.join("tokenizer.json"), tokenizer()).unwrap();
    std::fs::write(folder.join("model.safetensors"), vectors()).unwrap();
    folder
}

/// Writes what a model counts into its folder.
pub fn fit(folder: &Path, weight: f64, middle: f64) {
    use demarche::embedding::{FILE, Vectors, Weighing};
    let sha256 = Vectors::read(folder).unwrap().sha256().to_owned();
    std::fs::write(folder.join(FILE), Weighing { weight, middle }.written(&sha256)).unwrap();
}

/// Writes a model that counts so much.
pub fn fitted(name: &str, weight: f64, middle: f64) -> PathBuf {
    let folder = unfitted(name);
    fit(&folder, weight, middle);
    folder
}
