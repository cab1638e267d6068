//! Heads and feet of pages: what stands on every page at the same place, and page numbers.

use super::chars::Page;
use std::collections::BTreeMap;

/// How much of a page's height may be head, and how much foot.
const MARGIN: f64 = 0.14;

/// In how much of it a number may be the page's, though nothing beside it says so.
const NARROW: f64 = 0.1;

/// Takes heads, feet and page numbers off; returns how many lines with words were taken off.
pub fn strip(pages: &mut [Page]) -> usize {
    let mut seen: BTreeMap<(bool, String), usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut here: Vec<(bool, String)> = page
            .lines
            .iter()
            .filter_map(|line| Some((at_edge(line.y, page.height, MARGIN)?, shape(&line.text()))))
            .collect();
        here.sort();
        here.dedup();
        for key in here {
            *seen.entry(key).or_default() += 1;
        }
    }
    let several = pages.len() > 1;
    let often = (pages.len() / 2).max(2);
    let mut taken = 0;
    for page in pages.iter_mut() {
        let height = page.height;
        page.lines.retain(|line| {
            let Some(top) = at_edge(line.y, height, MARGIN) else { return true };
            let text = line.text();
            let shape = shape(&text);
            let alone = shape.bytes().all(|byte| byte == b'0') && at_edge(line.y, height, NARROW).is_none();
            if is_page_number(&text) && !alone {
                return false;
            }
            let repeated = several && seen.get(&(top, shape)).is_some_and(|pages| *pages >= often);
            taken += usize::from(repeated);
            !repeated
        });
    }
    taken
}

/// Whether a line stands at the top (true) or the bottom of a page.
fn at_edge(y: f64, height: f64, margin: f64) -> Option<bool> {
    if y < height * margin {
        Some(true)
    } else if y > height * (1.0 - margin) {
        Some(false)
    } else {
        None
    }
}

/// The line with its numbers made alike.
fn shape(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if !(c == '0' && out.ends_with('0')) {
            out.push(c);
        }
    }
    out
}

fn is_page_number(text: &str) -> bool {
    let inner = text.trim().trim_matches(['-', '–', '—', '[', ']', '|', ' ']).to_lowercase();
    let inner = inner.strip_prefix("page ").or(inner.strip_prefix("p. ")).unwrap_or(&inner);
    let mut fields = inner.split([' ', '/']).filter(|field| !field.is_empty() && *field != "of");
    let number = |field: &str| field.len() <= 4 && field.bytes().all(|byte| byte.is_ascii_digit());
    match (fields.next(), fields.next(), fields.next()) {
        (Some(page), None, _) => number(page) && page.len() <= 3,
        (Some(page), Some(all), None) => number(page) && number(all),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_as_they_are_printed() {
        for text in ["7", "- 7 -", "Page 2 of 3", "2/3", "p. 12"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2024", "7 demands", "Page two", ""] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
