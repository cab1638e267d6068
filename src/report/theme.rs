//! What things look like: one table from meaning to colour, and the one gate through which letters' text
//! reaches a terminal.

use colored::{Color, Colorize, Styles};
use std::fmt::Write;

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

impl Role {
    /// The theme: colour and style of each role. Only the sixteen colours that a user's terminal defines are
    /// used, so that they fit its background, and none is needed to read the output.
    fn look(self) -> (Option<Color>, Option<Styles>) {
        match self {
            Role::Plain | Role::Kept => (None, None),
            Role::Title => (None, Some(Styles::Bold)),
            Role::Field => (Some(Color::Cyan), None),
            Role::Removed => (Some(Color::Red), None),
            Role::Added => (Some(Color::Green), None),
            Role::Stronger => (Some(Color::Magenta), Some(Styles::Bold)),
            Role::Softer => (Some(Color::Blue), Some(Styles::Bold)),
            Role::Mixed => (Some(Color::Yellow), Some(Styles::Bold)),
            Role::Source => (Some(Color::Blue), None),
            Role::Dim => (None, Some(Styles::Dimmed)),
            Role::Warning => (Some(Color::Yellow), None),
        }
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
    /// In a terminal's colours.
    Colour,
    /// By their names, `<added>text</added>`, for tests that people read.
    Labels,
}

impl Theme {
    /// A piece of text, made safe and made visible.
    pub fn paint(self, role: Role, text: &str) -> String {
        let text = sanitized(text);
        match self {
            Theme::Plain => text,
            Theme::Labels if matches!(role, Role::Plain | Role::Kept) => text,
            Theme::Labels => format!("<{0}>{text}</{0}>", role.name()),
            Theme::Colour => {
                let (colour, style) = role.look();
                let mut painted = colored::ColoredString::from(text.as_str());
                if let Some(colour) = colour {
                    painted = painted.color(colour);
                }
                match style {
                    Some(Styles::Bold) => painted.bold().to_string(),
                    Some(Styles::Dimmed) => painted.dimmed().to_string(),
                    _ => painted.to_string(),
                }
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
