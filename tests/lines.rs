//! Output of one object a line: every line by itself keeps the schema that the program prints for it.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::process::Command;

/// What the program prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Checks every line against the schema of a name, and that no schema holds for just anything.
fn check(schema: &str, text: &str) -> usize {
    let schema = serde_json::from_str(&printed(&["schema", schema])).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a schema that can be read");
    assert!(text.ends_with('\n') && !text.contains("\n\n"));
    for (number, line) in (1..).zip(text.lines()) {
        let value: serde_json::Value = serde_json::from_str(line).expect("one object");
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "line {number}: {errors:#?}");
        // Every field is told of: one that is missing or of another type is an error.
        for (key, _) in value.as_object().expect("an object") {
            let mut without = value.clone();
            without[key] = serde_json::json!({ "no": ["such", "type"] });
            assert!(!validator.is_valid(&without), "line {number}: any {key} fits");
        }
    }
    text.lines().count()
}

#[test]
fn letters_a_line() {
    let lines = printed(&["extract", "letters", "--format", "jsonl"]);
    assert_eq!(check("letter", &lines), 5);
    let whole = printed(&["extract", "letters", "--format", "json"]);
    let whole: serde_json::Value = serde_json::from_str(&whole).expect("an object");
    let each: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(whole["letters"], serde_json::Value::Array(each), "lines and the whole say the same");
}

#[test]
fn letters_of_other_formats_a_line() {
    // Pages, reported asks, several series and unseen characters: what the five letters lack.
    let folder = Path::new("tests/formats/files");
    let lines = printed(&["extract", &folder.display().to_string(), "--format", "jsonl"]);
    assert!(check("letter", &lines) > 5);
}

#[test]
fn slots_and_pairs_a_line() {
    let folder = std::env::temp_dir().join(format!("demarche-lines-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("pairs.tsv");
    let rows = "text\ta\tb\n\
        Release all fishermen by 1 June\tRelease all fishermen\tFree the fishermen \u{202e}now\n\
        Consider paying \"$20,000\"\tPay the families\tPublish the inquiry\n\
        \u{7f}\t\t-\n";
    std::fs::write(&file, rows).expect("a file");
    let file = file.display().to_string();
    assert_eq!(check("slots", &printed(&["slots", "--texts", &file])), 3);
    assert_eq!(check("pair", &printed(&["explain", "--pairs", &file, "--format", "jsonl"])), 3);
    let _ = std::fs::remove_dir_all(&folder);
}
