//! What things look like: one table from meaning to colour, and the one gate through which letters' text
//! reaches a terminal.

use colored::{Color, Colorize, Styles};
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// What a piece of output means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Plain,
    /// A heading.
    Title,
    /// The name of a field.
    Field,
    /// Words of the earlier letter that are gone.
    Removed,
    /// Words of the later letter that are new.
    Added,
    /// Words that both have.
    Kept,
    /// A change that makes an ask harder.
    Stronger,
    /// A change that makes it softer.
    Softer,
    /// A change both ways, or to something else.
    Mixed,
    /// A place in a file.
    Source,
    /// What may be skipped.
    Dim,
    /// What the reader must know.
    Warning,
}

/// Which colours and styles stand for the roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Red and green, blue and magenta.
    #[default]
    Default,
    /// Blue and yellow, which those see apart who do not see red and green apart.
    ColourBlind,
    /// As lawyers mark a draft: what is gone red and struck through, what is new blue and underlined.
    Legal,
    /// No colour; bold, underlined, dimmed and struck through only.
    Mono,
}

/// A colour, or none, and styles.
type Look = (Option<Color>, &'static [Styles]);

const NO_STYLE: &[Styles] = &[];
const BOLD: &[Styles] = &[Styles::Bold];
const DIMMED: &[Styles] = &[Styles::Dimmed];
const STRUCK: &[Styles] = &[Styles::Strikethrough];
const UNDERLINED: &[Styles] = &[Styles::Underline];
const BOLD_UNDERLINED: &[Styles] = &[Styles::Bold, Styles::Underline];

impl Role {
    /// The table of themes. Only the sixteen colours that a user's terminal defines are used, so that they fit its
    /// background, and none is needed to read the output. Columns: default, colour-blind, legal, mono.
    fn look(self, palette: Palette) -> Look {
        use Color::{Blue, Cyan, Green, Magenta, Red, Yellow};
        let row: [Look; 4] = match self {
            Role::Plain | Role::Kept => [(None, NO_STYLE); 4],
            Role::Title => [(None, BOLD); 4],
            Role::Dim => [(None, DIMMED); 4],
            Role::Field => {
                [(Some(Cyan), NO_STYLE), (Some(Cyan), NO_STYLE), (None, NO_STYLE), (None, NO_STYLE)]
            }
            Role::Source => [(Some(Blue), NO_STYLE), (Some(Cyan), NO_STYLE), (None, DIMMED), (None, DIMMED)],
            Role::Removed => {
                [(Some(Red), NO_STYLE), (Some(Yellow), NO_STYLE), (Some(Red), STRUCK), (None, STRUCK)]
            }
            Role::Added => [
                (Some(Green), NO_STYLE),
                (Some(Blue), NO_STYLE),
                (Some(Blue), UNDERLINED),
                (None, UNDERLINED),
            ],
            Role::Stronger => {
                [(Some(Magenta), BOLD), (Some(Blue), BOLD), (Some(Blue), BOLD), (None, BOLD_UNDERLINED)]
            }
            Role::Softer => [(Some(Blue), BOLD), (Some(Yellow), BOLD), (Some(Red), BOLD), (None, BOLD)],
            Role::Mixed => [(Some(Yellow), BOLD), (None, BOLD_UNDERLINED), (None, BOLD), (None, BOLD)],
            Role::Warning => {
                [(Some(Yellow), NO_STYLE), (Some(Yellow), BOLD), (Some(Red), BOLD), (None, BOLD)]
            }
        };
        row[match palette {
            Palette::Default => 0,
            Palette::ColourBlind => 1,
            Palette::Legal => 2,
            Palette::Mono => 3,
        }]
    }

    fn name(self) -> &'static str {
        match self {
            Role::Plain => "plain",
            Role::Title => "title",
            Role::Field => "field",
            Role::Removed => "removed",
            Role::Added => "added",
            Role::Kept => "kept",
            Role::Stronger => "stronger",
            Role::Softer => "softer",
            Role::Mixed => "mixed",
            Role::Source => "source",
            Role::Dim => "dim",
            Role::Warning => "warning",
        }
    }
}

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
            Theme::Colour(palette) => {
                let (colour, styles) = role.look(palette);
                let mut painted = colored::ColoredString::from(text.as_str());
                if let Some(colour) = colour {
                    painted = painted.color(colour);
                }
                for style in styles {
                    painted = match style {
                        Styles::Bold => painted.bold(),
                        Styles::Dimmed => painted.dimmed(),
                        Styles::Underline => painted.underline(),
                        Styles::Strikethrough => painted.strikethrough(),
                        _ => painted,
                    };
                }
                painted.to_string()
            }
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

#[cfg(test)]
mod tests {
    use super::{Palette, Role, Theme};

    #[test]
    fn every_palette_tells_what_is_gone_from_what_is_new() {
        colored::control::set_override(true);
        for palette in [Palette::Default, Palette::ColourBlind, Palette::Legal, Palette::Mono] {
            let paint = |role: Role| Theme::Colour(palette).paint(role, "x");
            assert_ne!(paint(Role::Removed), paint(Role::Added), "{palette:?}");
            assert_ne!(paint(Role::Stronger), paint(Role::Softer), "{palette:?}");
            assert!(palette != Palette::Mono || !paint(Role::Removed).contains("\u{1b}[3"));
        }
        assert_eq!(Theme::Colour(Palette::Legal).paint(Role::Removed, "x"), "\u{1b}[9;31mx\u{1b}[0m");
    }
}
