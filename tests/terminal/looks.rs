//! Colour.

use super::screen::{Screen, seen};

const RED: &str = "\u{1b}[31m";

#[test]
fn a_terminal_gets_colours_and_whoever_wants_none_gets_none() {
    let diff = ["diff", "letters", "--hyperlinks", "never"];
    let shown = Screen::of(80).run(&diff);
    assert_eq!(shown.code, Some(0));
    assert!(shown.text.contains(RED), "{}", shown.text);
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), ("DEMARCHE_COLOR", "never")] {
        let plain = Screen::of(80).with(name, value).run(&diff).text;
        assert!(!plain.contains('\u{1b}'), "{name}: {plain}");
        // Without colour, nothing is lost.
        assert_eq!(plain, seen(&shown.text), "{name}");
    }
}

#[test]
fn themes_change_codes_and_no_words() {
    let words = seen(&Screen::of(80).run(&["diff", "letters"]).text);
    for theme in ["colour-blind", "legal", "mono"] {
        let shown = Screen::of(80).with("DEMARCHE_THEME", theme).run(&["diff", "letters"]).text;
        assert_eq!(seen(&shown), words, "{theme}");
        assert!(!shown.contains(RED), "{theme}");
    }
}

#[test]
fn errors_are_coloured_too() {
    let shown = Screen::of(80).run(&["diff", "no/such/folder"]);
    assert_eq!(shown.code, Some(2));
    assert!(shown.text.contains(&format!("{RED}error")), "{}", shown.text);
}
