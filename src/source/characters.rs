//! Characters that a reader does not see as they are: invisible ones, marks that turn the direction of
//! writing, letters of one script that pass for another's, control characters.
//!
//! They stay in the text, which is shown with them made visible; the letter carries a warning.

use std::collections::BTreeSet;

/// How many of a kind, and where the first stands.
#[derive(Default)]
struct Count {
    number: usize,
    first: usize,
}

impl Count {
    fn note(&mut self, at: usize) {
        if self.number == 0 {
            self.first = at;
        }
        self.number += 1;
    }

    fn warning(&self, one: &str, many: &str) -> Option<String> {
        match self.number {
            0 => None,
            1 => Some(format!("1 {one} at byte {}", self.first)),
            n => Some(format!("{n} {many}, the first at byte {}", self.first)),
        }
    }
}

/// Warnings about the characters of a text.
pub fn warnings(text: &str) -> Vec<String> {
    let (mut invisible, mut turning, mut control, mut unread) =
        (Count::default(), Count::default(), Count::default(), Count::default());
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r' | 0x0c);
    if text.bytes().all(plain) {
        return Vec::new();
    }
    let odd = text.bytes().enumerate().filter(|(_, byte)| !plain(*byte));
    // Bytes inside a character begin no text.
    let odd = odd.filter_map(|(at, _)| Some((at, text.get(at..)?.chars().next()?)));
    for (at, c) in odd {
        match c {
            ' '..='~' | '\t' | '\n' | '\r' | '\u{c}' => {}
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => control.note(at),
            '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{180e}' | '\u{feff}' => invisible.note(at),
            '\u{e0000}'..='\u{e007f}' => invisible.note(at),
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                turning.note(at);
            }
            '\u{fffd}' => unread.note(at),
            _ => {}
        }
    }
    let mut warnings: Vec<String> = [
        invisible.warning("invisible character (zero width)", "invisible characters (zero width)"),
        turning.warning(
            "character that turns the direction of writing",
            "characters that turn the direction of writing",
        ),
        control.warning("control character", "control characters"),
        unread.warning("unreadable character (\u{fffd})", "unreadable characters (\u{fffd})"),
    ]
    .into_iter()
    .flatten()
    .collect();
    warnings.extend(mixed_scripts(text));
    warnings
}

/// Words whose letters are of two scripts that look alike: "Bаku" with a Cyrillic а.
fn mixed_scripts(text: &str) -> Option<String> {
    let wide = text.bytes().enumerate().filter(|(_, byte)| !byte.is_ascii());
    let mut wide = wide.filter_map(|(at, _)| text.get(at..)?.chars().next());
    if !wide.any(|c| script_of(c).is_some()) {
        return None;
    }
    let mut words = BTreeSet::new();
    let mut first = None;
    let mut number = 0;
    for (at, word) in words_of(text) {
        let latin = word.chars().any(|c| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c));
        let other = word.chars().any(|c| script_of(c).is_some());
        if latin && other {
            number += 1;
            first.get_or_insert(at);
            if words.len() < 3 {
                words.insert(word);
            }
        }
    }
    let first = first?;
    let script = text[first..].chars().find_map(script_of).unwrap_or_default();
    let shown: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    Some(format!(
        "{number} word{} with look-alike letters of another script ({script}), the first at byte {first}: {}",
        if number == 1 { "" } else { "s" },
        shown.join(", ")
    ))
}

fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphabetic()).map(move |word| {
        // The pieces lie in the text one after another, each followed by the character that split it.
        let start = at;
        at = start + word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
        (start, word)
    })
}

fn script_of(c: char) -> Option<&'static str> {
    match c {
        '\u{370}'..='\u{3ff}' if c.is_alphabetic() && c != '\u{3bc}' => Some("Greek"),
        '\u{400}'..='\u{52f}' => Some("Cyrillic"),
        '\u{531}'..='\u{587}' => Some("Armenian"),
        '\u{ff21}'..='\u{ff5a}' => Some("full width"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_counted() {
        assert_eq!(warnings("Plain text – “quoted”, naïve, 5\u{a0}%"), Vec::<String>::new());
        assert_eq!(
            warnings("a\u{200b}b\u{200d}"),
            ["2 invisible characters (zero width), the first at byte 1"]
        );
        assert_eq!(warnings("go\u{202e}og"), ["1 character that turns the direction of writing at byte 2"]);
        assert_eq!(warnings("x\u{1b}[2J"), ["1 control character at byte 1"]);
    }

    #[test]
    fn letters_that_pass_for_others_are_named() {
        assert_eq!(
            warnings("in B\u{430}ku"),
            [
                "1 word with look-alike letters of another script (Cyrillic), the first at byte 3: \"B\u{430}ku\""
            ]
        );
        assert_eq!(warnings("в Баку"), Vec::<String>::new(), "a word of one script is what it seems");
    }
}
