//! How meaning becomes visible, and the one gate through which letters' text reaches a terminal.

pub use super::palette::{Palette, Role};
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// How roles are made visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Not at all: the text alone says everything.
    #[default]
    Plain,
    /// In a terminal's colours and styles.
    Colour(Palette),
    /// By their names, `<added>text</added>`, for tests that people read.
    Labels,
}

impl Theme {
    /// A piece of text, made safe and made visible.
    pub fn paint(self, role: Role, text: &str) -> String {
        let text = sanitized(text);
        match self {
            Theme::Plain => text,
            _ if text.is_empty() => text,
            Theme::Labels if matches!(role, Role::Plain | Role::Kept) => text,
            Theme::Labels => format!("<{0}>{text}</{0}>", role.name()),
            Theme::Colour(palette) => role.look(palette).paint(&text),
        }
    }
}

/// Controls of the second set, marks that turn the direction of writing, characters without width that are no part
/// of a letter, separators of lines that few programs know.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// Text without anything a terminal would obey: control characters are shown (`^[`), so are marks that turn
/// the direction of writing (`<202E>`).
///
/// ```
/// use demarche::report::sanitized;
/// assert_eq!(sanitized("a\u{1b}]0;title\u{7}b"), "a^[]0;title^Gb");
/// ```
pub fn sanitized(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}' => {
                safe.push('^');
                safe.push(char::from((c as u8) ^ 0x40));
            }
            c if is_unseen(c) => {
                // Writing to a string cannot fail.
                let _ = write!(safe, "<{:04X}>", u32::from(c));
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// Safe text for terminals without Unicode: signs as signs that are like them, letters without their marks, and
/// what has no likeness by its number, so that nothing is lost.
///
/// ```
/// assert_eq!(demarche::report::ascii("“café” → ▲"), "\"cafe\" -> ^");
/// ```
pub fn ascii(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in sanitized(text).chars() {
        let likeness = match c {
            '\u{0}'..='\u{7f}' => {
                plain.push(c);
                continue;
            }
            '●' | '•' => "*",
            '▲' => "^",
            '▽' => "v",
            '◐' => "%",
            '◇' => "~",
            '○' => "o",
            '×' => "x",
            '·' => ".",
            '│' => "|",
            '─' | '\u{2010}'..='\u{2015}' => "-",
            '→' => "->",
            '“' | '”' | '„' | '«' | '»' => "\"",
            '‘' | '’' | '‚' => "'",
            '…' => "...",
            '\u{a0}' | '\u{202f}' => " ",
            _ => {
                let mut bare = c.nfkd().filter(char::is_ascii).peekable();
                if bare.peek().is_some() {
                    plain.extend(bare);
                } else {
                    // Writing to a string cannot fail.
                    let _ = write!(plain, "<{:04X}>", u32::from(c));
                }
                continue;
            }
        };
        plain.push_str(likeness);
    }
    plain
}
