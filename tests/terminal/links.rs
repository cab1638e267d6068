//! Places that can be clicked.

use super::screen::{Screen, seen};

#[test]
fn places_lead_to_file_and_line_on_a_terminal_only() {
    let grep = ["grep", "return to their homes", "letters"];
    let file = std::path::absolute("letters/2024-04-04_us-senate.txt").unwrap();
    let link = format!("\u{1b}]8;;file://{}#39\u{1b}\\", file.display());
    let shown = Screen::of(80).run(&grep).text;
    assert!(shown.contains(&link), "{shown:?}");
    let without = Screen::of(80).with("DEMARCHE_HYPERLINKS", "never").run(&grep).text;
    assert!(!without.contains("\u{1b}]8"), "{without:?}");
    assert_eq!(seen(&without), seen(&shown));
    // Where no colour is wanted, or the console would print the codes, there are none.
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "linux")] {
        assert!(!Screen::of(80).with(name, value).run(&grep).text.contains("\u{1b}]8"), "{name}");
    }
}

#[test]
fn every_link_is_closed_on_its_line() {
    let shown = Screen::of(80).run(&["diff", "letters"]).text;
    for line in shown.lines() {
        let opened = line.matches("\u{1b}]8;;f").count();
        assert_eq!(line.matches("\u{1b}]8;;\u{1b}\\").count(), opened, "{line:?}");
    }
}
