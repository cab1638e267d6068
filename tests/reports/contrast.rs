//! Colours that can be told apart: text from its ground by 4.5 to 1, lines and borders of fields by 3 to 1 (WCAG 2, AA).

use super::common::{dossier, letters};
use demarche::report::{brief, html};
use std::collections::BTreeMap;

/// The colours of a page's `:root` rules, one set for each: light, dark, and where there is one, print.
fn palettes(page: &str) -> Vec<BTreeMap<&str, &str>> {
    let rules = page.split(":root {").skip(1).filter_map(|rest| rest.split('}').next());
    rules.map(|rule| rule.split(';').filter_map(declared).collect()).collect()
}

/// The name and the value of a variable.
fn declared(part: &str) -> Option<(&str, &str)> {
    let (name, value) = part.trim().strip_prefix("--")?.split_once(':')?;
    Some((name, value.trim()))
}

/// How light a colour is, 0 to 1.
fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').expect("a colour");
    let full: String =
        if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits.to_owned() };
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&full[at..at + 2], 16).expect("a number")) / 255.0;
        if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(palette: &BTreeMap<&str, &str>, front: &str, grounds: &[&str], least: f64) {
    for ground in grounds {
        let found = contrast(palette[front], palette[ground]);
        assert!(found >= least, "{front} on {ground}: {found:.2} in {palette:?}");
    }
}

#[test]
fn text_and_lines_of_the_page_stand_out() {
    let page = html::page(&dossier(&letters())).expect("a page");
    let palettes = palettes(&page);
    assert_eq!(palettes.len(), 3, "light, dark, print");
    for palette in &palettes {
        check(palette, "ink", &["ground", "paper", "near", "ask"], 4.5);
        for front in ["soft", "link", "gone", "new", "stronger", "softer", "mixed"] {
            check(palette, front, &["ground", "paper", "near"], 4.5);
        }
        check(palette, "gone", &["gone-ground"], 4.5);
        check(palette, "new", &["new-ground"], 4.5);
        check(palette, "line", &["ground", "paper", "near"], 3.0);
    }
}

#[test]
fn text_of_the_brief_stands_out() {
    let brief = brief::brief(&dossier(&letters())).expect("a brief");
    let page = brief::html(&brief, None).expect("a page");
    let palettes = palettes(&page);
    assert_eq!(palettes.len(), 2, "light and dark");
    for palette in &palettes {
        for front in ["ink", "soft", "link"] {
            check(palette, front, &["ground"], 4.5);
        }
    }
}
