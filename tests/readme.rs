//! The questions of the README are asked as they stand there.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

/// The words of a command with its quotes.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        match at % 2 {
            1 => words.push(part.to_owned()),
            _ => words.extend(part.split_whitespace().map(str::to_owned)),
        }
    }
    words
}

#[test]
fn every_question_is_answered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("letters")).unwrap();
    for entry in std::fs::read_dir(root.join("letters")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join("letters").join(path.file_name().unwrap())).unwrap();
    }
    // What a file is, its content tells: any name will do.
    for (name, letter) in [
        ("letter.pdf", "2025-04-11_us-house.txt"),
        ("one.docx", "2024-04-04_us-senate.txt"),
        ("other.html", "2025-04-11_us-house.txt"),
    ] {
        std::fs::copy(root.join("letters").join(letter), folder.join(name)).unwrap();
    }
    let mut asked = 0;
    for row in readme.lines().filter(|line| line.starts_with("| ") && line.contains('`')) {
        let commands = row.split('`').skip(1).step_by(2).filter(|code| code.starts_with("demarche "));
        for command in commands {
            let output = Command::new(env!("CARGO_BIN_EXE_demarche"))
                .args(&words(command)[1..])
                .current_dir(&folder)
                .output()
                .unwrap();
            let problems = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{command}: {problems}");
            let written = command.contains(" -o ");
            assert!(written || output.stdout.len() > 100, "{command} answers nothing");
            asked += 1;
        }
    }
    assert!(asked >= 10, "{asked} questions");
}
