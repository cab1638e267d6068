//! What a model adds to a score.

use crate::toy;
use demarche::embedding::{Model, Vectors};
use demarche::lexicon::Lexicon;
use demarche::matching::{Canonical, EMBEDDING, Score, chance, logistic, score};
use safetensors::Dtype;
use std::path::Path;

const ONE: &str = "Light the towpath";
const OTHER: &str = "Illuminate the canal walk";

fn scored(a: &str, b: &str, model: Option<&Model>) -> Score {
    let read = |text: &str| Canonical::of(text, Lexicon::builtin()).with_meaning(text, model);
    let (one, other) = (read(a), read(b));
    let found = score(&one, &other);
    assert_eq!(found.score, chance(&one, &other), "{a} | {b}");
    assert_eq!(found, score(&other, &one), "{a} | {b}");
    found
}

fn value(score: &Score) -> Option<f64> {
    score.parts.iter().find(|part| part.name == EMBEDDING).map(|part| part.value)
}

#[test]
fn other_words_for_one_thing_gain_and_others_do_not() {
    let model = Model::open(&toy::fitted("gain", 12.0, 0.5)).unwrap();
    let (without, with) = (scored(ONE, OTHER, None), scored(ONE, OTHER, Some(&model)));
    assert!(!without.matches && with.matches, "{} and {}", without.score, with.score);
    let unlike = scored(ONE, "Close the airport", Some(&model));
    assert!(unlike.score <= scored(ONE, "Close the airport", None).score);
}

#[test]
fn parts_add_up_with_the_model() {
    let model = Model::open(&toy::fitted("adds-up", 3.7, 0.41)).unwrap();
    for (a, b) in [(ONE, OTHER), (ONE, ONE), (ONE, "Close the airport"), ("Do not light the towpath", ONE)] {
        let (without, with) = (scored(a, b, None), scored(a, b, Some(&model)));
        let sum: f64 = with.parts.iter().map(|part| part.value * part.weight).sum();
        assert!((logistic(sum) - with.score).abs() < 1e-12, "{a} | {b}");
        // But for the one part, all is as it was.
        let rest: Vec<_> = with.parts.iter().filter(|part| part.name != EMBEDDING).cloned().collect();
        assert_eq!(rest, without.parts);
        assert_eq!(with.parts.len(), without.parts.len() + 1);
    }
}

#[test]
fn no_model_undoes_what_is_beyond_doubt() {
    let all_for = Model::open(&toy::fitted("all-for", 20.0, -1.0)).unwrap();
    let all_against = Model::open(&toy::fitted("all-against", 20.0, 1.0)).unwrap();
    for opposed in ["Do not light the towpath", "Stop lighting the towpath"] {
        let found = scored(ONE, opposed, Some(&all_for));
        assert!(!found.matches, "{opposed}: {}", found.score);
        assert_eq!(found.score, scored(ONE, opposed, None).score);
    }
    for same in [ONE, "the towpath LIGHT!", "light, the towpath"] {
        assert_eq!(scored(ONE, same, Some(&all_against)).score, 1.0, "{same}");
    }
}

#[test]
fn what_the_model_does_not_know_counts_nothing() {
    let model = Model::open(&toy::fitted("unknown", 12.0, 0.5)).unwrap();
    let (a, b) = ("Repeal section 12", ONE);
    assert_eq!(value(&scored(a, b, Some(&model))), Some(0.0));
    assert_eq!(scored(a, b, Some(&model)).score, scored(a, b, None).score);
    // Words of which the model has no pieces say nothing; the others do.
    let vectors = Vectors::read(&toy::unfitted("unknown-beside")).unwrap();
    assert_eq!(vectors.of("Light zeppelins"), vectors.of("light"));
}

#[test]
fn vectors_are_means_of_pieces() {
    let vectors = Vectors::read(&toy::unfitted("means")).unwrap();
    // tow and ##path: (2, 0, ¼, 0), against canal: (1, 0, 0, 0).
    let expected = 2.0 / (4.0_f64 + 0.0625).sqrt();
    let found = vectors.of("TOWPATH").cosine(&vectors.of("canal")).unwrap();
    assert!((found - expected).abs() < 1e-6, "{found}");
}

#[test]
fn every_kind_of_tokenizer_is_read() {
    let plain = Vectors::read(&toy::unfitted("wordpiece")).unwrap();
    for (name, text) in toy::other_tokenizers() {
        let folder = toy::unfitted(name);
        std::fs::write(folder.join("tokenizer.json"), text).unwrap();
        let vectors = Vectors::read(&folder).unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(vectors.of("Light"), plain.of("light"), "{name}");
        assert_eq!(vectors.of("Ж"), plain.of(""), "{name}");
    }
}

/// The toy with other tensors.
fn with_tensors(name: &str, tensors: &[toy::Tensor<'_>]) -> Vectors {
    let folder = toy::unfitted(name);
    std::fs::write(folder.join("model.safetensors"), toy::tensors(tensors)).unwrap();
    Vectors::read(&folder).unwrap()
}

#[test]
fn vectors_of_half_the_width_say_the_same() {
    let plain = Vectors::read(&toy::unfitted("f32")).unwrap();
    let numbers = || toy::WORDS.iter().flat_map(|(_, vector)| vector.iter().copied());
    let shape = || vec![toy::WORDS.len(), 4];
    let brain = numbers().flat_map(|number| ((number.to_bits() >> 16) as u16).to_le_bytes()).collect();
    // All numbers of the toy are exact at half the width: the exponent moves by 127 - 15.
    let half = |number: f32| {
        let bits = number.to_bits();
        let exponent = (bits >> 23 & 255) as i32 - 112;
        if number == 0.0 {
            0
        } else {
            (bits >> 16 & 0x8000) as u16 | (exponent as u16) << 10 | (bits >> 13 & 1023) as u16
        }
    };
    let halves = numbers().flat_map(|number| half(number).to_le_bytes()).collect();
    let double = numbers().flat_map(|number| f64::from(number).to_le_bytes()).collect();
    // Only directions count: all numbers may be 16 times as large.
    let bytes = numbers().map(|number| (number * 14.0) as i8 as u8).collect();
    let kinds: [(&str, Dtype, Vec<u8>); 4] = [
        ("f16", Dtype::F16, halves),
        ("bf16", Dtype::BF16, brain),
        ("f64", Dtype::F64, double),
        ("i8", Dtype::I8, bytes),
    ];
    for (name, kind, bytes) in kinds {
        let other = with_tensors(name, &[("embeddings", kind, shape(), bytes)]);
        let (one, found) = (plain.of(ONE), other.of(ONE));
        if kind == Dtype::I8 {
            assert!(found.cosine(&one).unwrap() > 0.99, "{name}");
        } else {
            assert_eq!(found, one, "{name}");
        }
    }
}

#[test]
fn tokens_may_share_rows_and_count_differently() {
    // Two rows: what is of ways, and what is not.
    let rows: Vec<u8> =
        [[1.0_f32, 0.0], [0.0, 1.0]].iter().flatten().flat_map(|number| number.to_le_bytes()).collect();
    let way = |word: &str| matches!(word, "tow" | "##path" | "canal" | "walk");
    let mapping = toy::WORDS.iter().flat_map(|(word, _)| i64::from(!way(word)).to_le_bytes()).collect();
    let weights = toy::WORDS
        .iter()
        .flat_map(|(word, _)| if *word == "the" { 0.0_f64 } else { 1.0 }.to_le_bytes())
        .collect();
    let count = toy::WORDS.len();
    let folder = toy::unfitted("mapping");
    std::fs::write(folder.join("config.json"), "{}").unwrap();
    let file = toy::tensors(&[
        ("embeddings", Dtype::F32, vec![2, 2], rows),
        ("mapping", Dtype::I64, vec![count], mapping),
        ("weights", Dtype::F64, vec![count], weights),
    ]);
    std::fs::write(folder.join("model.safetensors"), file).unwrap();
    let vectors = Vectors::read(&folder).unwrap();
    let alike = |a: &str, b: &str| vectors.of(a).cosine(&vectors.of(b));
    assert_eq!(alike("the canal", "towpath"), Some(1.0));
    assert_eq!(alike("canal", "close"), Some(0.0));
    assert_eq!(alike("the", "close"), None);
}

#[test]
fn the_hash_is_that_of_what_the_files_hold() {
    let sha256 = |folder: &Path| Vectors::read(folder).unwrap().sha256().to_owned();
    let plain = sha256(&toy::unfitted("hash"));
    assert_eq!(plain, sha256(&toy::fitted("hash-elsewhere", 3.0, 0.5)));
    for name in ["config.json", "tokenizer.json"] {
        let folder = toy::unfitted(&format!("hash-{name}"));
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        std::fs::write(folder.join(name), format!("{text} ")).unwrap();
        assert_ne!(plain, sha256(&folder), "{name}");
    }
    let folder = toy::unfitted("hash-tensors");
    let mut bytes = toy::vectors();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(folder.join("model.safetensors"), bytes).unwrap();
    assert_ne!(plain, sha256(&folder));
}
