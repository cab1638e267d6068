//! How far it has come, for those who wait.

use super::screen::Screen;
use std::process::{Command, Stdio};
use std::time::Duration;

const LETTER: &str =
    "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library.\n\nYours,\n\nAda Hill\n";
const WIPE: &str = "\r\u{1b}[K";

/// Writes a letter after a while.
fn slow(millis: u64) -> impl FnOnce(&mut dyn std::io::Write) {
    move |pipe| {
        std::thread::sleep(Duration::from_millis(millis));
        pipe.write_all(LETTER.as_bytes()).unwrap();
    }
}

#[test]
fn after_half_a_second_a_line_says_what_is_being_done_and_is_wiped_off() {
    let shown = Screen::of(80).feed(&["extract", "-"], slow(1500)).text;
    let (progress, report) = shown.rsplit_once(WIPE).unwrap();
    assert!(progress.starts_with(&format!("{WIPE}reading files 1 of 1")), "{shown:?}");
    assert!(!report.contains("reading") && report.contains("reopen the library"), "{shown:?}");
}

#[test]
fn what_is_done_at_once_needs_no_word() {
    let shown = Screen::of(80).feed(&["lexicon", "strength"], |_| {}).text;
    assert!(!shown.contains(WIPE), "{shown:?}");
}

#[test]
fn a_pipe_is_told_nothing() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["extract", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    slow(1500)(&mut pipe);
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\u{1b}'));
}
