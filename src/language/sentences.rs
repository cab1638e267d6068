//! Where sentences end.
//!
//! Ready-made splitters break on exactly the words letters are full of ("Amb.", "Sec. 907", "H.R. 8141");
//! these rules are theirs, with the lexicon's two lists of abbreviations.

use super::token::{Kind, Token};
use crate::lexicon::{Class, Lexicon};
use std::ops::Range;

/// The sentences of a text, as ranges of its tokens.
///
/// ```
/// use demarche::{language::{sentences, tokens}, lexicon::Lexicon};
/// let lexicon = Lexicon::builtin();
/// let tokens = tokens("Amb. Gilmore left the U.S. in May. We ask why.", lexicon);
/// assert_eq!(sentences(&tokens, lexicon).len(), 2);
/// ```
pub fn sentences(tokens: &[Token], lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        match ends_after(tokens, start, at, lexicon) {
            Some(end) if end > start => {
                found.push(start..end);
                start = end;
                at = end.max(at + 1);
            }
            _ => at += 1,
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// If a sentence ends with the token at `at`, the index after its closing quotes and brackets.
fn ends_after(tokens: &[Token], start: usize, at: usize, lexicon: &Lexicon) -> Option<usize> {
    let token = &tokens[at];
    let abbreviation = token.kind == Kind::Word && token.text.ends_with('.');
    if !token.is_stop() && !abbreviation {
        return None;
    }
    let mut end = at + 1;
    while tokens.get(end).is_some_and(|next| next.gap == 0 && (next.is_stop() || closes(next))) {
        end += 1;
    }
    // A note's number glued to the stop.
    if tokens.get(end).is_some_and(|next| next.gap == 0 && next.kind == Kind::Number && next.text.len() < 3)
        && tokens.get(end + 1).is_none_or(|after| after.gap > 0)
    {
        end += 1;
    }
    let Some(next) = tokens.get(end) else { return Some(end) };
    let opener = tokens[end..].iter().find(|token| token.is_word()).unwrap_or(next);
    let opens = opener.capital()
        || opener.kind == Kind::Number
        || next.kind == Kind::Mark && next.gap > 0 && opener.capital();
    if next.gap == 0 {
        // No space: only before a word that opens a sentence, after a word of some length.
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let plain = before.is_some_and(|word| {
            word.text.len() > 2
                && (word.text.chars().all(char::is_lowercase)
                    || word.text.len() > 4 && word.text.chars().all(char::is_uppercase))
        });
        return (plain && next.capital() && next.has(Class::STARTER) && token.is(".")).then_some(end);
    }
    if !opens && !matches!(next.text, "•" | "-" | "–" | "—" | "*") {
        return None;
    }
    if abbreviation {
        return (opener.has(Class::STARTER) && !is_code(opener)).then_some(end);
    }
    // The number of a heading or item: "1. A school of …".
    let opens_item = at == start + 1
        && (tokens[start].kind == Kind::Number || tokens[start].text.chars().count() == 1)
        && token.text == ".";
    if opens_item {
        return None;
    }
    if token.text == "." && end == at + 1 {
        let before = at.checked_sub(1).map(|before| &tokens[before])?;
        if lexicon.never_ends(&before.folded) && before.gap + token.gap < 2 {
            return None;
        }
        if lexicon.may_end(&before.folded) {
            return opener.has(Class::STARTER).then_some(end);
        }
        // An initial: "Gary C. Peters".
        let letters = before.text.chars().count();
        if letters == 1 && before.capital() && !before.is("i") && opener.capital() {
            return None;
        }
        // A short form before its number: "S. 1052", "Ord. 12".
        let short = letters <= 3
            && before.capital()
            && (letters == 1 || before.word.classes().is_empty())
            && before.text.chars().skip(1).all(char::is_lowercase);
        if short && opener.kind == Kind::Number {
            return None;
        }
    }
    Some(end)
}

fn closes(token: &Token) -> bool {
    matches!(token.text, "\"" | "'" | "\u{201d}" | "\u{2019}" | ")" | "]" | "»")
}

fn is_code(token: &Token) -> bool {
    token.kind == Kind::Number
}
