//! What stands at the head or foot of each page of a typed letter: to whom, when, which page.

use super::lines::Line;
use std::collections::BTreeSet;

/// Most lines of a head.
const MOST: usize = 4;

/// Longest line of a head, in characters.
const LONGEST: usize = 60;

/// The places of the lines that are heads of further pages: a few short lines that stand together, one of which says
/// which page it is.
pub fn find(text: &str, lines: &[Line]) -> BTreeSet<usize> {
    let mut heads = BTreeSet::new();
    let mut at = 0;
    while at < lines.len() {
        let together = lines[at..].iter().take_while(|line| !line.is_blank()).count();
        let head = &lines[at..at + together];
        let short = |line: &Line| {
            let content = line.text(text);
            content.chars().count() <= LONGEST && !content.ends_with(['.', ';', ':', '?', '!', ','])
        };
        let numbered = head.iter().any(|line| names_page(line.text(text)));
        if (1..=MOST).contains(&together) && numbered && head.iter().all(short) {
            heads.extend(at..at + together);
        }
        at += together.max(1);
    }
    heads
}

/// "Page 2", "May 4, 2011, Page 2": a head that ends with a page beyond the first.
fn names_page(content: &str) -> bool {
    let mut words = content.rsplit(' ');
    let number = words.next().and_then(|word| word.parse::<u16>().ok());
    let page = words.next().is_some_and(|word| word.eq_ignore_ascii_case("page"));
    page && number.is_some_and(|number| (2..1000).contains(&number))
}

/// Whether a line holds nothing but the number of a page.
pub fn is_page_number(content: &str) -> bool {
    let inner = content.trim_matches(['-', '\u{2013}', '\u{2014}', ' ', '[', ']']);
    if !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit()) {
        return true;
    }
    let words: Vec<&str> = inner.split_whitespace().take(5).collect();
    let number = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
    match words.as_slice() {
        [page, n] => page.eq_ignore_ascii_case("page") && number(n),
        [page, n, of, m] => {
            page.eq_ignore_ascii_case("page") && number(n) && of.eq_ignore_ascii_case("of") && number(m)
        }
        _ => false,
    }
}
