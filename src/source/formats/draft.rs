//! Extracted text under construction: what every format's reader hands over, and how it is written down.

use super::words::Words;
use crate::source::{Envelope, Pages};

/// A part of a page as a format gives it, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A heading, level 1 to 6.
    Heading(u8, Words),
    /// A paragraph; its lines may be broken on purpose.
    Paragraph(Words),
    /// A paragraph that stands inside a list item, after its first.
    Inside(Words),
    /// A list item.
    Item { depth: usize, label: Label, words: Words },
    /// The text of a note, under its mark.
    Note(String, Words),
    /// What is set apart as quoted.
    Quotation(Vec<Piece>),
    /// Rows of cells, each cell with pieces of its own.
    Table(Vec<Vec<Vec<Piece>>>),
    /// A line across the page.
    Rule,
}

/// The mark of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Bullet,
    Number(u32),
    /// A letter of the alphabet, 1 for the first.
    Letter(u32),
    Roman(u32),
}

/// A text with all that its format said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Extracted {
    /// The text in our notation.
    pub text: String,
    /// Its pages, where the format has any.
    pub pages: Pages,
    /// What stands outside the text: the headers of a mail, the head of a web page.
    pub envelope: Envelope,
    /// What the user should know.
    pub warnings: Vec<String>,
}

/// Deepest list that is written; deeper items stand at this depth.
const DEEPEST: usize = 60;

/// Up to how many characters a line may have to be taken for one of an address or a signature.
const SHORT: usize = 60;

/// The extracted text as it grows.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
    pages: Pages,
    /// What was written last, which decides how much space follows.
    last: Last,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Last {
    #[default]
    Nothing,
    Item,
    Row,
    Note,
    Other,
}

impl Draft {
    /// The text on from here is of `page`.
    pub fn page(&mut self, page: usize) {
        self.pages.turn(self.text.len(), page);
    }

    /// Writes pieces in their order.
    pub fn write(&mut self, pieces: &[Piece]) {
        self.write_quoted(pieces, 0);
    }

    fn write_quoted(&mut self, pieces: &[Piece], quoted: usize) {
        for piece in pieces {
            match piece {
                Piece::Heading(level, words) => {
                    let marks = "#".repeat(usize::from((*level).clamp(1, 6)));
                    self.block(&format!("{marks} "), "", words, false, quoted, Last::Other);
                }
                Piece::Paragraph(words) => self.block("", "", words, true, quoted, Last::Other),
                Piece::Inside(words) => self.block("  ", "  ", words, false, quoted, Last::Other),
                Piece::Item { depth, label, words } => {
                    let lead = format!("{}{} ", "  ".repeat((*depth).min(DEEPEST)), label.written());
                    self.block(&lead, "", words, false, quoted, Last::Item);
                }
                Piece::Note(mark, words) => {
                    self.block(&format!("[^{mark}]: "), "", words, false, quoted, Last::Note);
                }
                // What is quoted in a quotation is no less somebody else's; one mark says so.
                Piece::Quotation(inner) => self.write_quoted(inner, 1),
                Piece::Table(rows) if is_data(rows) => {
                    rows.iter().for_each(|row| self.row(row, quoted));
                }
                Piece::Table(rows) => {
                    rows.iter().flatten().for_each(|cell| self.write_quoted(cell, quoted));
                }
                Piece::Rule => self.block("---", "", &Words::default(), false, quoted, Last::Other),
            }
        }
    }

    fn block(&mut self, lead: &str, next: &str, words: &Words, breaks: bool, quoted: usize, kind: Last) {
        if words.is_blank() && lead != "---" {
            if let Some(page) = words.pages().last() {
                self.page(page);
            }
            return;
        }
        let tight = matches!(kind, Last::Item | Last::Row) && kind == self.last;
        self.space(tight);
        let marks = "> ".repeat(quoted);
        self.text.push_str(&marks);
        self.text.push_str(lead);
        let written = words.write(breaks);
        let mut turns = written.pages.iter().peekable();
        let mut done = 0;
        for line in written.text.split_inclusive('\n') {
            if done > 0 {
                self.text.push_str(&marks);
                self.text.push_str(next);
            }
            while let Some((at, page)) = turns.next_if(|(at, _)| *at < done + line.len()) {
                self.pages.turn(self.text.len() + at - done, *page);
            }
            self.text.push_str(line);
            done += line.len();
        }
        self.text.push('\n');
        turns.for_each(|(_, page)| self.pages.turn(self.text.len(), *page));
        self.last = kind;
    }

    fn row(&mut self, cells: &[Vec<Piece>], quoted: usize) {
        self.space(self.last == Last::Row);
        self.text.push_str(&"> ".repeat(quoted));
        self.text.push('|');
        for cell in cells {
            let words = cell.iter().find_map(Piece::words);
            if let Some(page) = words.and_then(|words| words.pages().next()) {
                self.page(page);
            }
            let text = words.map(|words| words.write(false).text).unwrap_or_default();
            self.text.push(' ');
            self.text.push_str(&text.trim_start_matches('\\').replace('|', "\\|"));
            self.text.push_str(" |");
        }
        self.text.push('\n');
        self.last = Last::Row;
    }

    /// Sets a block apart from the one before; items of a list and rows of a table stand close.
    fn space(&mut self, tight: bool) {
        if self.last != Last::Nothing && !tight {
            self.text.push('\n');
        }
    }

    /// The text that was written.
    pub fn finish(self) -> Extracted {
        Extracted { text: self.text, pages: self.pages, ..Extracted::default() }
    }
}

impl Piece {
    /// Its words, if it is one run of them.
    pub fn words(&self) -> Option<&Words> {
        match self {
            Piece::Heading(_, words) | Piece::Paragraph(words) | Piece::Inside(words) => Some(words),
            Piece::Item { words, .. } | Piece::Note(_, words) => Some(words),
            Piece::Quotation(_) | Piece::Table(_) | Piece::Rule => None,
        }
    }
}

/// A table of data has rows of several cells with one paragraph each; others only lay out a page.
fn is_data(rows: &[Vec<Vec<Piece>>]) -> bool {
    let simple = |cell: &Vec<Piece>| match cell.as_slice() {
        [] => true,
        [Piece::Paragraph(words) | Piece::Heading(_, words)] => !words.text().trim().contains('\n'),
        _ => false,
    };
    rows.len() > 1 && rows.iter().any(|row| row.len() > 1) && rows.iter().flatten().all(simple)
}

impl Label {
    /// The mark of the next item.
    pub fn next(self) -> Label {
        match self {
            Label::Bullet => Label::Bullet,
            Label::Number(n) => Label::Number(n.saturating_add(1)),
            Label::Letter(n) => Label::Letter(n.saturating_add(1)),
            Label::Roman(n) => Label::Roman(n.saturating_add(1)),
        }
    }

    /// A mark of this kind with another number.
    pub fn with(self, number: u32) -> Label {
        match self {
            Label::Bullet => Label::Bullet,
            Label::Number(_) => Label::Number(number),
            Label::Letter(_) => Label::Letter(number),
            Label::Roman(_) => Label::Roman(number),
        }
    }

    fn written(self) -> String {
        match self {
            Label::Bullet => "-".to_owned(),
            Label::Number(number) => format!("{number}."),
            Label::Letter(number) => match number.checked_sub(1).and_then(|n| u8::try_from(n).ok()) {
                Some(n) if n < 26 => format!("{})", char::from(b'a' + n)),
                _ => format!("{number}."),
            },
            Label::Roman(number) => format!("{})", roman(number)),
        }
    }
}

fn roman(mut number: u32) -> String {
    const DIGITS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    if !(1..400).contains(&number) {
        return number.to_string();
    }
    let mut out = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            out.push_str(digit);
            number -= value;
        }
    }
    out
}

/// Joins short paragraphs that follow each other, as in an address or under a signature, where the writer set
/// blocks apart by empty paragraphs. `None` stands for an empty paragraph.
pub fn join_short_lines(pieces: Vec<Option<Piece>>) -> Vec<Piece> {
    let spaced = pieces.iter().filter(|piece| piece.is_none()).count() >= 2;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut close = false;
    for piece in pieces {
        match (piece, out.last_mut()) {
            (None, _) => close = false,
            (Some(Piece::Paragraph(next)), Some(Piece::Paragraph(last)))
                if close && spaced && is_short(last) && is_short(&next) =>
            {
                last.line_break();
                last.append(next);
            }
            (Some(piece), _) => {
                close = matches!(piece, Piece::Paragraph(_));
                out.push(piece);
            }
        }
    }
    out
}

fn is_short(words: &Words) -> bool {
    words.text().lines().all(|line| line.chars().count() <= SHORT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: &[Piece]) -> String {
        let mut draft = Draft::default();
        draft.write(pieces);
        draft.finish().text
    }

    fn item(depth: usize, label: Label, text: &str) -> Piece {
        Piece::Item { depth, label, words: Words::plain(text) }
    }

    #[test]
    fn pieces_are_written_in_our_notation() {
        let cell = |text: &str| vec![Piece::Paragraph(Words::plain(text))];
        let pieces = [
            Piece::Heading(2, Words::plain("Demands")),
            Piece::Paragraph(Words::plain("We urge you to:")),
            item(0, Label::Number(1), "free them"),
            item(1, Label::Letter(2), "all"),
            Piece::Quotation(vec![Piece::Paragraph(Words::plain("never again"))]),
            Piece::Table(vec![vec![cell("a|b"), cell("c")], vec![cell("d"), vec![]]]),
            Piece::Note("1".into(), Words::plain("Ibid.")),
        ];
        let expected = "## Demands\n\nWe urge you to:\n\n1. free them\n  b) all\n\n> never again\n\n\
                        | a\\|b | c |\n| d |  |\n\n[^1]: Ibid.\n";
        assert_eq!(text(&pieces), expected);
    }

    #[test]
    fn a_table_that_only_lays_out_a_page_is_read_as_text() {
        let cell = vec![Piece::Paragraph(Words::plain("Dear Minister,")), item(0, Label::Bullet, "act")];
        assert_eq!(text(&[Piece::Table(vec![vec![cell]])]), "Dear Minister,\n\n- act\n");
    }

    #[test]
    fn roman_numbers() {
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["i", "iv", "ix", "xiv", "xl"]);
    }
}
