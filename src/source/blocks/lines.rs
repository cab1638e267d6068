//! Lines as a reader sees them: wrapped paragraphs told from lists of short lines, and paragraphs
//! whose line breaks were lost told apart by the gaps they left.

use crate::text::Span;

/// One line, or one stretch of a line between wide gaps.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// The content without white space at its edges; empty for a blank line.
    pub content: Span,
    /// Columns of white space before the content; a tab counts to the next multiple of four.
    pub indent: usize,
    /// The line continues the one before after a gap inside one line of the file.
    pub after_gap: bool,
}

impl Line {
    pub fn is_blank(&self) -> bool {
        self.content.is_empty()
    }

    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        self.content.slice(text).unwrap_or_default()
    }
}

/// The first character that ends a line: one of those of every system (line feed, return, tabulator and feed of a page) or
/// of those that typesetters use (U+0085, U+2028, U+2029).
fn find_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let may_end = |byte: &u8| byte.wrapping_sub(b'\n') < 4 || matches!(byte, 0xc2 | 0xe2);
        let at = from + bytes[from..].iter().position(may_end)?;
        match bytes[at] {
            0xc2 if bytes.get(at + 1) != Some(&0x85) => from = at + 1,
            0xe2 if !matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => from = at + 1,
            _ => return Some(at),
        }
    }
}

/// Splits a text into lines, from a byte offset on; wide gaps inside a line end it, see [`is_break`].
pub fn split(text: &str, start: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = start;
    while let Some(rest) = text.get(start..) {
        let end = find_end(rest).map_or(text.len(), |at| start + at);
        push_line(text, Span::new(start, end), &mut lines);
        start = match &text[end..] {
            after if after.starts_with("\r\n") => end + 2,
            after => match after.chars().next() {
                Some(c) => end + c.len_utf8(),
                None => break,
            },
        };
    }
    lines
}

fn push_line(text: &str, line: Span, lines: &mut Vec<Line>) {
    let raw = line.slice(text).unwrap_or_default();
    let content = line.trimmed(text);
    let mut indent = 0;
    for c in raw[..content.start - line.start].chars() {
        indent = if c == '\t' { (indent / 4 + 1) * 4 } else { indent + 1 };
    }
    let mut piece = content.start;
    let mut after_gap = false;
    // Tables and short lines keep their gaps: only long lines are suspected of lost breaks.
    if content.len() > 200 {
        for gap in gaps(text, content) {
            let opened = text[piece..gap.start].starts_with("Dear ") && gap.start - piece < 80;
            if is_break(text, gap) || opens_part(&text[gap.end..]) || opened && gap.len() >= 3 {
                lines.push(Line { content: Span::new(piece, gap.start), indent, after_gap });
                piece = gap.end;
                after_gap = true;
            }
        }
    }
    lines.push(Line { content: Span::new(piece, content.end), indent, after_gap });
}

/// Whether a letter's salutation or closing begins here, though no line does.
fn opens_part(rest: &str) -> bool {
    ["Dear ", "Sincerely", "Respectfully yours", "Yours sincerely", "Very truly yours"]
        .iter()
        .any(|opening| rest.starts_with(opening))
}

/// Runs of at least two spaces inside a line.
fn gaps(text: &str, line: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut gaps = Vec::new();
    let mut at = line.start;
    while at < line.end {
        if bytes[at] == b' ' || bytes[at] == b'\t' {
            let from = at;
            while at < line.end && (bytes[at] == b' ' || bytes[at] == b'\t') {
                at += 1;
            }
            if at - from >= 2 {
                gaps.push(Span::new(from, at));
            }
        } else {
            at += 1;
        }
    }
    gaps
}

/// Whether a gap inside a line stands for a lost line break: a very wide one does, a narrower one
/// after the end of a sentence.
fn is_break(text: &str, gap: Span) -> bool {
    let before = text[..gap.start].chars().next_back();
    let ended = before.is_some_and(|c| matches!(c, '.' | ':' | ';' | '?' | '!' | '"' | '\u{201d}' | ')'));
    gap.len() >= 8 || (gap.len() >= 3 && ended)
}

/// The column at which a hard-wrapped text breaks its lines, or `None` for a text whose lines are
/// paragraphs.
pub fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines
        .iter()
        .map(|line| line.text(text))
        .filter(|content| !content.contains("://"))
        .map(|content| content.chars().count())
        .filter(|length| *length >= 40)
        .collect();
    let long: usize = lengths.iter().filter(|length| **length > 160).sum();
    let all: usize = lengths.iter().sum();
    if lengths.len() < 4 || long * 10 > all {
        return None;
    }
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied()
}

/// Fewest lines that show that a text is double-spaced.
const SPACED: usize = 8;

/// Takes the blank lines out of a text that has one after every line, as typed and copied texts do: sentences go on
/// over them.
pub fn close_up(text: &str, lines: &mut Vec<Line>) {
    let written: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let mut alone = 0;
    let mut on = 0;
    for pair in written.windows(2) {
        let (before, after) = (lines[pair[0]].text(text), lines[pair[1]].text(text));
        alone += usize::from(pair[1] == pair[0] + 2);
        let open = before.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        on += usize::from(pair[1] == pair[0] + 2 && open && after.starts_with(char::is_lowercase));
    }
    // Lists of words in small letters stand apart as well, but nothing else does.
    if written.len() < SPACED || alone * 10 < written.len() * 8 || on * 10 < written.len() * 3 {
        return;
    }
    let inside: Vec<bool> = (0..lines.len())
        .map(|at| {
            lines[at].is_blank()
                && at > 0
                && at + 1 < lines.len()
                && !lines[at - 1].is_blank()
                && !lines[at + 1].is_blank()
        })
        .collect();
    let mut at = 0;
    lines.retain(|_| {
        at += 1;
        !inside[at - 1]
    });
}

/// Whether a line break between two lines of one group only wraps a paragraph.
pub fn is_wrap(text: &str, before: &Line, after: &Line, width: Option<usize>) -> bool {
    let Some(width) = width else { return false };
    let (a, b) = (before.text(text), after.text(text));
    let length = a.chars().count() + before.indent;
    let next_word = b.split_whitespace().next().map_or(0, |word| word.chars().count());
    let ends_sentence = a.ends_with(['.', ':', ';', '?', '!', '"', '\u{201d}']);
    let goes_on = b.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
    let full = length + 1 + next_word > width * 4 / 5;
    match (ends_sentence, goes_on) {
        (true, _) => length + 1 + next_word > width * 19 / 20,
        (false, true) => full || length > width / 2,
        (false, false) => full,
    }
}

/// Whether a line ends as no text does, but a line of wrapped text: "… in Gaza and the". What goes on after
/// "… without notice; and" is the next of an enumeration.
pub fn ends_mid_phrase(line: &str) -> bool {
    let words = line.trim_end().rsplit_once(' ');
    words.is_some_and(|(before, last)| {
        matches!(last, "the" | "a" | "an" | "of" | "and" | "to" | "in" | "for" | "or")
            && !before.ends_with(';')
    })
}

/// Whether a line is a title in capitals.
pub fn is_shouted(line: &str) -> bool {
    line.chars().filter(|c| c.is_uppercase()).count() >= 8 && !line.contains(char::is_lowercase)
}
