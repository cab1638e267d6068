//! Files that mean harm: the program says what is wrong, stays within its bounds, and reads what can be read.
//!
//! Each case is a file made here, run by itself in a process of its own. What is promised is listed in
//! `docs/security.md`.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod case;
mod files;
mod mails;
mod packed;
mod pages;
mod pdf;
mod runs;
mod text;

use case::Case;
use std::path::PathBuf;

/// A folder of its own for a group of cases, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs cases and tells of all that went wrong at once.
fn run(group: &str, cases: Vec<Case>) {
    let folder = folder(group);
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| case.run(&folder).err().map(|reason| format!("{}: {reason}", case.name)))
        .collect();
    let _ = std::fs::remove_dir_all(&folder);
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn texts() {
    run("texts", text::cases());
}

#[test]
fn packed_files() {
    run("packed", packed::cases());
}

#[test]
fn pages_of_the_web() {
    run("pages", pages::cases());
}

#[test]
fn portable_documents() {
    run("pdf", pdf::cases());
}

#[test]
fn mails_and_rich_text() {
    run("mails", mails::cases());
}
