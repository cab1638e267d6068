//! Pages to pieces: heads and feet off, notes apart, the rest as paragraphs and lists.

use super::chars::Page;
use super::furniture;
use super::lines::Line;
use super::measures::Measures;
use super::paragraphs::Writer;
use crate::source::formats::draft::Piece;
use crate::source::formats::words::{Style, Words};

/// What the pages hold.
pub struct Layout {
    /// The text, with its notes at the end.
    pub pieces: Vec<Piece>,
    /// Lines that were left out as heads and feet of pages.
    pub furniture: usize,
}

/// Reads the pages of a document.
pub fn pieces(mut pages: Vec<Page>) -> Layout {
    let furniture = furniture::strip(&mut pages);
    let measures = Measures::of(&pages);
    let mut notes = Notes::default();
    let mut writer = Writer::new(&measures);
    for page in pages {
        let (mut text, below) = part_notes(page.lines, &measures);
        measures.find_edges(&mut text);
        for line in &text {
            writer.line(line, page.number);
        }
        notes.add(below, page.number);
    }
    let mut pieces = writer.finish();
    pieces.extend(notes.pieces);
    Layout { pieces, furniture }
}

/// Parts the lines of a page from the notes below them, column by column: smaller lines at its end, from the first
/// that begins with a number.
fn part_notes(lines: Vec<Line>, measures: &Measures) -> (Vec<Line>, Vec<Line>) {
    let (mut text, mut below) = (Vec::new(), Vec::new());
    let mut rest = lines.as_slice();
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|line| line.column == first.column).count();
        let (column, more) = rest.split_at(length);
        let small = column.iter().rev().take_while(|line| line.size < measures.size * 0.93).count();
        let tail = &column[length - small..];
        let begins = tail.iter().position(is_note).map_or(length, |at| length - small + at);
        text.extend_from_slice(&column[..begins]);
        below.extend_from_slice(&column[begins..]);
        rest = more;
    }
    (text, below)
}

/// The number with which a note begins.
fn mark(line: &Line) -> Option<String> {
    let text = line.text();
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let raised = line.runs.first().is_some_and(|(_, raised)| *raised);
    let after = text[digits.len()..].chars().next();
    let set_off = raised || after.is_some_and(|c| c == ' ' || c == '.' || c.is_uppercase());
    ((1..=3).contains(&digits.len()) && set_off).then_some(digits)
}

fn is_note(line: &Line) -> bool {
    mark(line).is_some()
}

#[derive(Default)]
struct Notes {
    pieces: Vec<Piece>,
}

impl Notes {
    fn add(&mut self, lines: Vec<Line>, page: usize) {
        let mut first = true;
        for line in lines {
            let text = line.text();
            match mark(&line) {
                Some(mark) => {
                    let mut words = Words::default();
                    words.page(page);
                    let rest = text[mark.len()..].trim_start_matches(['.', ' ']);
                    words.push(rest, Style::default());
                    self.pieces.push(Piece::Note(mark, words));
                }
                None => {
                    if let Some(Piece::Note(_, words)) = self.pieces.last_mut() {
                        if first {
                            words.page(page);
                        }
                        words.push(" ", Style::default());
                        words.push(&text, Style::default());
                    }
                }
            }
            first = false;
        }
    }
}
