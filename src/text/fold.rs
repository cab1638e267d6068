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
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for word in text.split_whitespace() {
        if gap {
            out.push(' ');
        }
        let start = out.len();
        if word.is_ascii() {
            out.push_str(word);
            out[start..].make_ascii_lowercase();
        } else {
            out.push_str(&fold_word(word));
        }
        gap = out.len() > start;
    }
    out
}

/// Folds one word; borrows when the word is already in folded form.
pub fn fold_word(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Owned(word.nfc().flat_map(char::to_lowercase).filter_map(fold_char).collect())
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
