//! The form of a text that is only compared, never shown.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Folds a text for comparison: canonical composition (NFC), lower case, straight quotes, plain
/// hyphens and spaces, without invisible characters.
///
/// ```
/// use demarche::text::fold;
/// assert_eq!(fold("Freedonia’s  POWs\u{200b}"), "freedonia's pows");
/// ```
pub fn fold(text: &str) -> String {
    // Most texts are words of ASCII with one space between: they are copied as a whole.
    if text.is_ascii() && is_spaced_plainly(text.as_bytes()) {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut add = |word: &str| {
        if gap {
            out.push(' ');
        }
        let start = out.len();
        if word.is_ascii() {
            out.push_str(word);
            out[start..].make_ascii_lowercase();
        } else {
            fold_into(word, &mut out);
        }
        gap = out.len() > start;
    };
    for piece in text.as_bytes().split(|byte| is_space(*byte)).filter(|piece| !piece.is_empty()) {
        // Cut at bytes of ASCII, each piece is text.
        let Ok(piece) = std::str::from_utf8(piece) else { continue };
        if piece.is_ascii() {
            add(piece);
        } else {
            // White space beyond ASCII parts words too.
            piece.split_whitespace().for_each(&mut add);
        }
    }
    out
}

/// A text with one space between its words and no other white space.
///
/// ```
/// use demarche::text::one_spaced;
/// assert_eq!(one_spaced(" to open\nthe  mill"), "to open the mill");
/// ```
pub fn one_spaced(text: &str) -> String {
    let wide = |c: char| !c.is_ascii() && c.is_whitespace();
    if is_spaced_plainly(text.as_bytes()) && (text.is_ascii() || !text.contains(wide)) {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// White space of ASCII, as [`char::is_whitespace`] knows it.
fn is_space(byte: u8) -> bool {
    byte == b' ' || byte.wrapping_sub(b'\t') < 5
}

/// Whether the only white space of a text of ASCII are single spaces inside it.
fn is_spaced_plainly(text: &[u8]) -> bool {
    let (Some(first), Some(last)) = (text.first(), text.last()) else { return true };
    // Without leaving early, several bytes are looked at at once.
    let broken = text.iter().fold(0, |found, byte| found | u8::from(byte.wrapping_sub(b'\t') < 5));
    let double = |one: u8, next: u8| u8::from(one == b' ') & u8::from(next == b' ');
    let doubled = text.iter().zip(&text[1..]).fold(0, |found, (one, next)| found | double(*one, *next));
    broken | doubled == 0 && *first != b' ' && *last != b' '
}

/// Folds one word; borrows when the word is already in folded form.
pub fn fold_word(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    Cow::Owned(folded)
}

/// Adds a word in folded form.
fn fold_into(word: &str, out: &mut String) {
    // Quotation marks and dashes, and ASCII beside them, stay what they are in every normal form.
    if word.chars().all(|c| c.is_ascii() || ('\u{2010}'..='\u{2027}').contains(&c)) {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()).filter_map(fold_char));
    } else {
        out.extend(word.nfc().flat_map(char::to_lowercase).filter_map(fold_char));
    }
}

/// A folded word without its genitive.
///
/// ```
/// use demarche::text::without_genitive;
/// assert_eq!(without_genitive("mayor's"), "mayor");
/// ```
pub fn without_genitive(folded: &str) -> &str {
    // Trimming by a text first makes ready to search for it, which takes longer than the words that have none.
    let mut word = folded;
    while let Some(rest) = word.strip_suffix("'s") {
        word = rest;
    }
    word
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{02bc}' | '\u{00b4}' => Some('\''),
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' | '\u{00ab}' | '\u{00bb}' => Some('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{00a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}' => None,
        other => Some(other),
    }
}
