//! 40, 80 and 160 columns, with signs of every width.

use super::screen::{Screen, seen};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// Every kind of report.
const REPORTS: [&[&str]; 12] = [
    &["diff", "letters"],
    &["diff", "letters", "--side-by-side", "--context", "1"],
    &["diff", "letters", "--summary"],
    &["diff", "letters", "--stat"],
    &["diff", "letters", "--show-uncertain"],
    &["extract", "letters", "--why"],
    &["timeline", "letters"],
    &["thread", "Tfp5q", "letters"],
    &["show", "2025#2", "letters"],
    &["grep", "sanctions", "letters"],
    &["stats", "letters"],
    &["explain", "2024#1", "2025#2", "--why-not"],
];

#[test]
fn no_line_is_wider_than_its_terminal() {
    for columns in [40, 80, 160] {
        for report in REPORTS {
            let shown = seen(&Screen::of(columns).run(report).text);
            for line in shown.lines() {
                assert!(line.width() <= usize::from(columns), "{columns}: {report:?}: {line}");
            }
        }
    }
}

#[test]
fn width_is_used() {
    let widest = |columns: u16| {
        let shown = seen(&Screen::of(columns).run(&["extract", "letters"]).text);
        shown.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
    };
    assert!((36..=40).contains(&widest(40)));
    assert!((76..=80).contains(&widest(80)));
    assert!((150..=160).contains(&widest(160)));
}

#[test]
fn wide_and_combining_signs_are_measured_as_they_are_shown() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wide");
    std::fs::create_dir_all(&folder).unwrap();
    let wide = "東京都の図書館".repeat(12);
    let combining = "re\u{301}sume\u{301} ".repeat(40);
    let text = format!(
        "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library {wide} and {combining} at once.\n"
    );
    let file = folder.join("library.txt");
    std::fs::write(&file, text).unwrap();
    for columns in [40, 80, 160] {
        let shown = seen(&Screen::of(columns).run(&["extract", file.to_str().unwrap()]).text);
        assert!(shown.contains("東京都"), "{shown}");
        for line in shown.lines() {
            assert!(line.width() <= usize::from(columns), "{columns}: {line}");
        }
    }
}

#[test]
fn columns_stand_beside_each_other_where_there_is_room() {
    let diff = ["diff", "letters", "--side-by-side"];
    assert!(Screen::of(80).run(&diff).text.contains('│'));
    assert!(!Screen::of(60).run(&diff).text.contains('│'));
}
