//! Models are input like letters: what is wrong with one is said with file, reason and way out, and none ends the
//! program.

use crate::toy::{self, Tensor, WORDS, tensors};
use demarche::Problem;
use demarche::embedding::{FILE, Model, Vectors};
use safetensors::Dtype;
use std::path::Path;

/// Why the toy is refused after one of its files was replaced.
fn refused(name: &str, file: &str, bytes: impl AsRef<[u8]>) -> Problem {
    let folder = toy::fitted(&format!("damaged-{name}"), 3.0, 0.5);
    std::fs::write(folder.join(file), bytes).unwrap();
    let problem = Model::open(&folder).err().unwrap_or_else(|| panic!("{name} was not refused"));
    let place = folder.join(file).display().to_string();
    assert!(problem.place().starts_with(&place), "{name}: {problem}");
    assert!(problem.way_out().is_some(), "{name}: {problem}");
    problem
}

fn says(problem: &Problem, words: &str) {
    assert!(problem.to_string().contains(words), "{words:?} is not in: {problem}");
}

fn numbers(count: usize) -> Vec<u8> {
    vec![0x3f; count * 4]
}

#[test]
fn what_is_no_table_of_vectors_is_refused() {
    let one = |tensor: Tensor<'_>| tensors(&[tensor]);
    let count = WORDS.len();
    let cases: [(&str, Vec<u8>, &str); 14] = [
        ("empty", Vec::new(), "no whole file of tensors"),
        ("no-head", vec![0xff; 64], "no whole file of tensors"),
        ("huge-head", [&(1_u64 << 40).to_le_bytes()[..], b"{}"].concat(), "no whole file of tensors"),
        ("lying-head", [&2_u64.to_le_bytes()[..], b"[]"].concat(), "no whole file of tensors"),
        ("no-tensor", tensors(&[]), "there is nothing"),
        ("other-name", one(("vectors", Dtype::F32, vec![1, 1], numbers(1))), "there is vectors"),
        ("one-row", one(("embeddings", Dtype::F32, vec![4], numbers(4))), "rows and columns are needed"),
        ("cube", one(("embeddings", Dtype::F32, vec![2, 2, 2], numbers(8))), "rows and columns are needed"),
        ("no-rows", one(("embeddings", Dtype::F32, vec![0, 4], Vec::new())), "there are no vectors"),
        ("no-columns", one(("embeddings", Dtype::F32, vec![count, 0], Vec::new())), "there are no vectors"),
        ("whole-numbers", one(("embeddings", Dtype::I64, vec![count, 4], numbers(count * 8))), "holds I64"),
        (
            "not-a-number",
            one(("embeddings", Dtype::F32, vec![count, 4], vec![0xff; count * 16])),
            "row 0, column 0",
        ),
        ("other-width", one(("embeddings", Dtype::F32, vec![count, 5], numbers(count * 5))), ""),
        ("few-rows", one(("embeddings", Dtype::F32, vec![3, 4], numbers(12))), ""),
    ];
    for (name, bytes, words) in cases {
        match name {
            // What does not fit together is told of the file that says otherwise.
            "other-width" | "few-rows" => {
                let folder = toy::fitted(&format!("damaged-{name}"), 3.0, 0.5);
                std::fs::write(folder.join("model.safetensors"), bytes).unwrap();
                let problem = Vectors::read(&folder).unwrap_err();
                let told = if name == "other-width" {
                    "hidden_dim is 4, but the vectors of model.safetensors have 5 numbers"
                } else {
                    "the token \"illuminate\" has number 3; the vectors are those of 0 to 2"
                };
                says(&problem, told);
            }
            _ => says(&refused(name, "model.safetensors", bytes), words),
        }
    }
}

#[test]
fn claims_of_size_are_not_believed() {
    let shapes = ["[1000000000000,4]", "[18446744073709551615,18446744073709551615]", "[-1,4]", "[1e3,4]"];
    for (number, shape) in shapes.iter().enumerate() {
        let head = format!(
            r#"{{"embeddings":{{"dtype":"F32","shape":{shape},"data_offsets":[0,18446744073709551615]}}}}"#
        );
        let file = [&(head.len() as u64).to_le_bytes()[..], head.as_bytes(), &[0; 64]].concat();
        says(&refused(&format!("claim-{number}"), "model.safetensors", file), "no whole file of tensors");
    }
}

#[test]
fn rows_and_weights_must_fit_the_tokens() {
    let count = WORDS.len();
    let table = || ("embeddings", Dtype::F32, vec![count, 4], numbers(count * 4));
    let rows = |row: i64| vec![row; count].iter().flat_map(|row| row.to_le_bytes()).collect::<Vec<u8>>();
    let cases: [(&str, Tensor<'_>, &str); 6] = [
        (
            "row-beyond",
            ("mapping", Dtype::I64, vec![count], rows(99)),
            "gives token 0 row 99; rows are 0 to 11",
        ),
        ("row-below", ("mapping", Dtype::I64, vec![count], rows(-1)), "gives token 0 row -1"),
        ("row-of-reals", ("mapping", Dtype::F64, vec![count], rows(0)), "mapping holds F64"),
        ("rows-in-rows", ("mapping", Dtype::I64, vec![count / 2, 2], rows(0)), "a list is needed"),
        ("few-weights", ("weights", Dtype::F32, vec![3], numbers(3)), "a list of 12 is needed"),
        ("no-weights", ("weights", Dtype::F32, vec![count], vec![0xff; count * 4]), "no number, for token 0"),
    ];
    for (name, tensor, words) in cases {
        says(&refused(name, "model.safetensors", tensors(&[table(), tensor])), words);
    }
}

#[test]
fn what_is_no_tokenizer_is_refused() {
    let plain = toy::tokenizer();
    let cases = [
        ("empty", String::new(), "no tokenizer"),
        ("other-json", "[1, 2]".to_owned(), "no tokenizer"),
        ("no-model", "{}".to_owned(), "no tokenizer"),
        ("deep", "[".repeat(100_000), "no tokenizer"),
        ("no-unknown", plain.replace("\"unk_token\": \"[UNK]\"", "\"unk_token\": \"[X]\""), "(unk_token) is none of its tokens"),
        ("growing", plain.replace(
            "\"normalizer\": {",
            &format!("\"normalizer\": {{\"content\": \"{}\", ", "a".repeat(2_000)),
        ), "times as long"),
        ("short-table", toy::other_tokenizers()[1].1.replace("AAQAAAAA", "CAAAAAAA"), "fails on it"),
        ("lying-table", toy::other_tokenizers()[1].1.replace("AAQAAAAA", "/////wAA"), "longer than it is"),
        ("by-chance", plain.replace("\"unk_token\"", "\"dropout\": 0.1, \"unk_token\""), "by chance"),
        ("beyond", plain.replace("\"walk\": 8", "\"walk\": 4294967295"), "has number 4294967295"),
        ("other-kind", plain.replace("WordPiece", "Wordless"), "no tokenizer"),
        ("bad-pattern", plain.replace(
            "{\"type\": \"BertPreTokenizer\"}",
            "{\"type\": \"Split\", \"pattern\": {\"Regex\": \"(\"}, \"behavior\": \"Isolated\", \"invert\": false}",
        ), "no tokenizer"),
    ];
    for (name, text, words) in cases {
        assert_ne!(text, plain, "{name}");
        says(&refused(&format!("tokenizer-{name}"), "tokenizer.json", text), words);
    }
}

#[test]
fn a_pattern_without_end_ends() {
    let pattern = r#"{"type": "Split", "pattern": {"Regex": "(?:(a+)+)+\\1b$"}, "behavior": "Isolated", "invert": false}"#;
    let folder = toy::unfitted("damaged-pattern");
    let text = toy::tokenizer().replace(r#"{"type": "BertPreTokenizer"}"#, pattern);
    std::fs::write(folder.join("tokenizer.json"), text).unwrap();
    if let Ok(vectors) = Vectors::read(&folder) {
        vectors.of(&"a".repeat(5_000));
    }
}

#[test]
fn a_configuration_must_be_one() {
    says(&refused("config", "config.json", "{\"hidden_dim\": \"four\"}"), "no configuration of a model");
    says(&refused("config-cut", "config.json", "{\"hidden"), "line 1");
}

#[test]
fn a_missing_file_is_named_with_the_layout() {
    for name in demarche::embedding::FILES {
        let folder = toy::fitted(&format!("missing-{name}"), 3.0, 0.5);
        std::fs::remove_file(folder.join(name)).unwrap();
        let problem = Model::open(&folder).unwrap_err();
        says(&problem, &format!("{name}: no such file or folder"));
        says(&problem, "as Model2Vec saves it");
    }
    says(&Model::open(Path::new("tests/embed/none")).unwrap_err(), "config.json: no such file or folder");
}

#[test]
fn a_file_without_end_is_not_read() {
    let folder = toy::unfitted("huge");
    let file = std::fs::File::create(folder.join("model.safetensors")).unwrap();
    // A hole takes no room on the disk.
    file.set_len((1 << 30) + 1).unwrap();
    says(&Vectors::read(&folder).unwrap_err(), "over 1 GiB");
}

#[test]
fn a_model_that_was_not_fitted_is_refused_with_how_to_fit_it() {
    let problem = Model::open(&toy::unfitted("not-fitted")).unwrap_err();
    says(&problem, "was never fitted");
    says(&problem, "--features embed --example fit -- --model");
    let folder = toy::fitted("fitted-for-another", 3.0, 0.5);
    let config = std::fs::read_to_string(folder.join("config.json")).unwrap();
    std::fs::write(folder.join("config.json"), config + "\n").unwrap();
    says(&Model::open(&folder).unwrap_err(), "fitted for another model");
}

#[test]
fn what_a_model_counts_must_be_a_number_that_can_be() {
    let folder = toy::fitted("weights", 3.0, 0.5);
    let plain = std::fs::read_to_string(folder.join(FILE)).unwrap();
    let cases = [
        ("weight = 3.0", "weight = -1.0", "a number from 0 to 20 is needed"),
        ("weight = 3.0", "weight = nan", "a number from 0 to 20 is needed"),
        ("weight = 3.0", "weight = inf", "a number from 0 to 20 is needed"),
        ("weight = 3.0", "weight = \"3\"", "a number is needed here"),
        ("weight = 3.0", "", "missing field"),
        ("middle = 0.5", "middle = 1.5", "a number from -1 to 1 is needed"),
        ("middle = 0.5", "midle = 0.5", "no key is called midle"),
    ];
    for (old, new, words) in cases {
        std::fs::write(folder.join(FILE), plain.replace(old, new)).unwrap();
        let problem = Model::open(&folder).unwrap_err();
        says(&problem, words);
        assert!(problem.place().contains(FILE), "{problem}");
    }
}

/// Numbers that look thrown and are the same on every run.
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

#[test]
fn no_damage_ends_the_program() {
    let folder = toy::fitted("mutated", 3.0, 0.5);
    let mut thrown = Thrown(7);
    let (mut read, mut refused) = (0, 0);
    let files = demarche::embedding::FILES.iter().chain([&FILE]).copied();
    let mut whole: Vec<(&str, Vec<u8>)> =
        files.map(|name| (name, std::fs::read(folder.join(name)).unwrap())).collect();
    whole.extend(toy::other_tokenizers().map(|(_, text)| ("tokenizer.json", text.into_bytes())));
    for (name, plain) in whole {
        let path = folder.join(name);
        let before = std::fs::read(&path).unwrap();
        for round in 0..400 {
            let mut bytes = plain.clone();
            match round % 4 {
                0 => bytes.truncate(thrown.below(plain.len())),
                1 => bytes[thrown.below(plain.len())] = thrown.below(256) as u8,
                2 => {
                    for _ in 0..8 {
                        bytes[thrown.below(plain.len())] ^= 1 << thrown.below(8);
                    }
                }
                _ => {
                    let from = thrown.below(plain.len());
                    let piece: Vec<u8> = plain[from..plain.len().min(from + thrown.below(40))].to_vec();
                    let at = thrown.below(plain.len());
                    bytes.splice(at..at, piece);
                }
            }
            std::fs::write(&path, bytes).unwrap();
            match Vectors::read(&folder) {
                Ok(vectors) => {
                    read += 1;
                    let likeness = vectors.of("Light the towpath").cosine(&vectors.of("the canal walk, lit"));
                    assert!(likeness.is_none_or(|likeness| (-1.0..=1.0).contains(&likeness)));
                }
                Err(problem) => {
                    refused += 1;
                    assert!(problem.way_out().is_some(), "{problem}");
                }
            }
            let _ = Model::open(&folder);
        }
        std::fs::write(&path, before).unwrap();
    }
    assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
}
