//! What the system may hand over instead of a file, and what it may do to the streams.
#![cfg(unix)]

use crate::case::{letter, program};
use crate::folder;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn extract(paths: &[&Path]) -> (Option<i32>, Vec<String>, String) {
    let mut arguments = vec!["extract", "--format", "json"];
    arguments.extend(paths.iter().map(|path| path.to_str().unwrap()));
    let Output { status, stdout, stderr } = program(&arguments).output().unwrap();
    let read: serde_json::Value = serde_json::from_slice(&stdout).unwrap_or_default();
    let ids = read["letters"].as_array().into_iter().flatten();
    let ids = ids.filter_map(|letter| letter["id"].as_str().map(str::to_owned)).collect();
    (status.code(), ids, String::from_utf8_lossy(&stderr).into_owned())
}

fn refused(path: &Path, reason: &str) {
    let (code, ids, err) = extract(&[path]);
    assert_eq!((code, ids), (Some(2), vec![]), "{err}");
    assert!(err.contains(reason), "{err}");
}

#[test]
fn what_is_no_file_is_refused_by_its_kind() {
    let folder = folder("kinds");
    refused(&folder.join("none.txt"), "no such file");
    symlink("nowhere", folder.join("broken.txt")).unwrap();
    refused(&folder.join("broken.txt"), "a link to nothing");
    symlink("loop.txt", folder.join("loop.txt")).unwrap();
    refused(&folder.join("loop.txt"), "loop.txt");
    assert!(Command::new("mkfifo").arg(folder.join("pipe.txt")).status().unwrap().success());
    refused(&folder.join("pipe.txt"), "neither a file nor a folder");
    refused(Path::new("/dev/zero"), "neither a file nor a folder");
    refused(&folder, "a link to nothing");
}

#[test]
fn each_file_is_read_once_and_names_are_told_apart() {
    let folder = folder("once");
    std::fs::create_dir_all(folder.join("b")).unwrap();
    std::fs::write(folder.join("a.txt"), letter()).unwrap();
    std::fs::write(folder.join("a.md"), letter()).unwrap();
    std::fs::write(folder.join("b/a.txt"), letter()).unwrap();
    std::fs::write(folder.join("skipped.txt"), letter()).unwrap();
    std::fs::write(folder.join(".gitignore"), "skipped.*\n").unwrap();
    std::fs::hard_link(folder.join("a.txt"), folder.join("hard.txt")).unwrap();
    symlink("a.txt", folder.join("soft.txt")).unwrap();
    symlink("..", folder.join("b/up")).unwrap();
    let (code, ids, err) = extract(&[&folder, &folder, &folder.join("a.txt")]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(ids, ["a.md", "a.txt", "b/a"]);
}

#[test]
fn names_that_steer_a_terminal_are_shown_harmless() {
    let folder = folder("names");
    for name in ["-x.txt", "new\nline.txt", "esc\u{1b}]0;x\u{7}.txt", "turn\u{202e}txt.txt"] {
        std::fs::write(folder.join(name), letter()).unwrap();
    }
    std::fs::write(folder.join("empty\u{1b}[2J.txt"), "").unwrap();
    let output = program(&["extract", folder.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    for stream in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(stream);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text}");
    }
    let read = String::from_utf8_lossy(&output.stdout).matches("2024-04-04").count();
    assert!(read >= 4, "{read} letters");
}

#[test]
fn names_that_are_no_text_are_read() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("bytes");
    std::fs::write(folder.join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt")), letter()).unwrap();
    let (code, ids, _) = extract(&[&folder]);
    assert_eq!((code, ids.len()), (Some(0), 1));
}

#[test]
fn one_bad_file_does_not_keep_the_others_from_being_read() {
    let folder = folder("mixed");
    std::fs::write(folder.join("good.txt"), letter()).unwrap();
    std::fs::write(folder.join("empty.txt"), "").unwrap();
    std::fs::write(folder.join("bad.pdf"), "%PDF-1.7\n").unwrap();
    std::fs::write(folder.join("bad.docx"), "PK\u{3}\u{4}").unwrap();
    let (code, ids, err) = extract(&[&folder]);
    assert_eq!((code, ids), (Some(2), vec!["good".to_owned()]));
    assert_eq!(err.matches("error:").count(), 3, "{err}");
}

/// Runs the program on standard input that another program writes.
fn piped(from: &str, arguments: &str) -> Output {
    let line = format!("{from} | {} extract - {arguments}", env!("CARGO_BIN_EXE_demarche"));
    Command::new("sh").arg("-c").arg(line).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn standard_input_has_an_end() {
    let read = piped("printf 'Dear Minister,\\n\\nWe urge you to release all prisoners.\\n'", "");
    assert_eq!(read.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&read.stdout).contains("release all prisoners"));
    let endless = piped("yes", "--limit file-bytes=1M");
    assert_eq!(endless.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&endless.stderr).contains("limit file-bytes"));
    assert_eq!(piped("true", "").status.code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let line = format!(
        "{} extract letters 2>&1 >/dev/full; echo $?; {0} extract letters | head -1",
        env!("CARGO_BIN_EXE_demarche")
    );
    let output = Command::new("sh").arg("-c").arg(line).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("standard output: ") && text.contains("\n2\n"), "{text}");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
}
