//! What goes through a pager, and what does not.

use super::screen::{Screen, seen};
use std::process::Command;

/// A pager that marks every line it is given.
const MARKING: &str = "sed s/^/P:/";

#[test]
fn reports_go_through_the_pager_that_the_environment_names() {
    let shown = Screen::of(80).with("DEMARCHE_PAGER", MARKING).run(&["stats", "letters"]);
    assert_eq!(shown.code, Some(0));
    assert!(shown.text.lines().all(|line| line.starts_with("P:")), "{}", shown.text);
    let second =
        Screen::of(80).with("DEMARCHE_PAGER", MARKING).with("PAGER", "cat").run(&["stats", "letters"]);
    assert_eq!(second.text, shown.text, "DEMARCHE_PAGER counts before PAGER");
}

#[test]
fn who_wants_no_pager_gets_none() {
    let paged = |arguments: &[&str]| {
        Screen::of(80).with("DEMARCHE_PAGER", MARKING).run(arguments).text.contains("P:")
    };
    assert!(paged(&["stats", "letters"]));
    assert!(!paged(&["stats", "letters", "--no-pager"]));
    assert!(!paged(&["stats", "letters", "--pager", "never"]));
    // Nobody reads these.
    assert!(!paged(&["completions", "bash"]));
    let piped = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["stats", "letters"])
        .env("DEMARCHE_PAGER", MARKING)
        .output()
        .unwrap();
    assert!(!String::from_utf8_lossy(&piped.stdout).contains("P:"));
}

#[test]
fn errors_stand_before_the_pager() {
    let shown = Screen::of(80).with("DEMARCHE_PAGER", MARKING).run(&[
        "stats",
        "no-such.txt",
        "letters/2020_anca.txt",
    ]);
    assert_eq!(shown.code, Some(2));
    let first = shown.text.lines().next().unwrap_or_default();
    assert!(first.contains("no-such.txt") && !first.contains("P:"), "{}", shown.text);
    assert!(shown.text.contains("P:"), "{}", shown.text);
}

#[test]
fn a_pager_that_does_not_start_costs_no_word_of_the_report() {
    let shown = Screen::of(80).with("DEMARCHE_PAGER", "no-such-pager -R").run(&["stats", "letters"]);
    assert_eq!(shown.code, Some(2));
    assert!(shown.text.contains("correct DEMARCHE_PAGER, or add --no-pager"), "{}", shown.text);
    assert!(shown.text.contains("2020_anca"), "{}", shown.text);
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let shown = Screen::of(80).with("DEMARCHE_PAGER", "head -n 1").run(&["diff", "letters"]);
    assert_eq!(shown.code, Some(0));
    assert_eq!(shown.text.lines().count(), 1, "{}", shown.text);
}

#[test]
fn less_ends_by_itself_where_everything_fits() {
    if Command::new("less").arg("--version").output().is_err() {
        return;
    }
    let screen = Screen::of(80).rows(200).with("DEMARCHE_PAGER", "less");
    let shown = screen.run(&["timeline", "letters"]);
    assert_eq!(shown.code, Some(0));
    assert!(seen(&shown.text).contains("●───────▲"), "{}", shown.text);
}
