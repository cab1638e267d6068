//! The option on the command line.

use crate::toy;
use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DEMARCHE_MODEL")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn name(folder: &Path) -> &str {
    folder.to_str().unwrap()
}

#[test]
fn the_steps_of_a_score_show_what_the_model_adds() {
    let folder = toy::fitted("explained", 12.0, 0.5);
    let pair = ["explain", "Light the towpath", "Illuminate the canal walk"];
    let (without, with) = (run(&pair), run(&[&pair[..], &["--model", name(&folder)]].concat()));
    let (without, with) = (text(&without.stdout), text(&with.stdout));
    assert!(without.contains("two demands") && !without.contains("embedding"), "{without}");
    assert!(with.contains("one demand") && with.contains("embedding "), "{with}");
    let flowing = with.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flowing.contains("weight 12, middle 0.5"), "{with}");
    let json = run(&[&pair[..], &["--model", name(&folder), "--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["model"]["weight"], 12.0);
    assert_eq!(json["model"]["sha256"].as_str().map(str::len), Some(64));
}

#[test]
fn the_variable_names_a_model_too() {
    let folder = toy::fitted("variable", 12.0, 0.5);
    let done = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["explain", "Light the towpath", "Illuminate the canal walk"])
        .env("DEMARCHE_MODEL", &folder)
        .output()
        .unwrap();
    assert!(text(&done.stdout).contains("one demand"));
}

/// Two years of letters that say one thing in other words.
fn letters(name: &str) -> std::path::PathBuf {
    let folder = toy::folder(name);
    let letter = |day: &str, asks: &[&str]| {
        let asks: Vec<String> = asks.iter().map(|ask| format!("We urge you to {ask}.\n\n")).collect();
        format!("{day}\n\nDear Mayor,\n\n{}Yours,\n\nAda Hill\n", asks.concat())
    };
    let old = letter("4 May 2023", &["light the towpath", "close the airport"]);
    let new = letter("4 May 2024", &["illuminate the canal walk", "close the airport"]);
    std::fs::write(folder.join("old.txt"), old).unwrap();
    std::fs::write(folder.join("new.txt"), new).unwrap();
    folder
}

#[test]
fn threads_are_woven_with_the_model_the_same_on_any_number_of_threads() {
    let (letters, model) = (letters("woven-letters"), toy::fitted("woven", 12.0, 0.5));
    let diff = |more: &[&str]| {
        let done = run(&[&["diff", name(&letters), "--format", "json"], more].concat());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        text(&done.stdout)
    };
    let threads = |json: &str| {
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        (json["threads"].as_array().unwrap().len(), json.get("model").is_some())
    };
    let with = diff(&["--model", name(&model)]);
    assert_eq!(threads(&diff(&[])), (3, false));
    assert_eq!(threads(&with), (2, true));
    for jobs in ["1", "2", "8"] {
        assert_eq!(with, diff(&["--model", name(&model), "--jobs", jobs]), "{jobs}");
    }
    // A model that lies elsewhere is the same model.
    assert_eq!(with, diff(&["--model", name(&toy::fitted("woven-elsewhere", 12.0, 0.5))]));
    let short = run(&["diff", name(&letters), "--model", name(&model)]);
    assert!(text(&short.stdout).contains("SHA-256"), "{}", text(&short.stdout));
}

#[test]
fn letters_in_turn_say_what_they_say_together() {
    let (letters, model) = (letters("turn-letters"), toy::fitted("turn", 12.0, 0.5));
    let twice = "4 May 2025\n\nDear Mayor,\n\nWe urge you to light the towpath.\n\nWe urge you to illuminate the canal \
                 walk.\n\nYours,\n\nAda Hill\n";
    std::fs::write(letters.join("twice.txt"), twice).unwrap();
    let restates = |format: &str| {
        let done = run(&["extract", name(&letters), "--model", name(&model), "--format", format]);
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        text(&done.stdout).replace(' ', "").matches("\"restates\":\"").count()
    };
    assert_eq!(restates("json"), restates("jsonl"));
    assert_eq!(restates("json"), 1);
}

#[test]
fn a_model_that_cannot_be_used_ends_the_command() {
    let letters = letters("unusable-letters");
    for command in ["diff", "extract", "timeline"] {
        let done = run(&[command, name(&letters), "--model", "tests/embed/none"]);
        assert_eq!(done.status.code(), Some(2), "{command}");
        let told = text(&done.stderr);
        assert!(told.contains("config.json: no such file or folder") && told.contains("hint:"), "{told}");
        assert!(done.stdout.is_empty(), "{}", text(&done.stdout));
    }
}

#[test]
fn no_report_is_written_over_a_model() {
    let (letters, model) = (letters("kept-letters"), toy::fitted("kept", 12.0, 0.5));
    let file = model.join("config.json");
    let before = std::fs::read(&file).unwrap();
    let done = run(&["diff", name(&letters), "--model", name(&model), "-o", name(&file), "--force"]);
    assert_eq!(done.status.code(), Some(2), "{}", text(&done.stdout));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_folder_of_letters_cannot_name_a_model() {
    let (letters, model) = (letters("naming-letters"), toy::fitted("named", 12.0, 0.5));
    std::fs::write(letters.join("demarche.toml"), format!("[read]\nmodel = {:?}\n", name(&model))).unwrap();
    let done = run(&["diff", name(&letters), "--format", "json"]);
    assert!(text(&done.stderr).contains("no key is called model"), "{}", text(&done.stderr));
    assert!(!text(&done.stdout).contains("sha256"));
}
