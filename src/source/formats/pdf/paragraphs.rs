//! Lines to paragraphs and list items.

use super::lines::Line;
use super::measures::{Join, Measures, is_finished, is_marked};
use crate::source::blocks::{ends_mid_phrase, is_shouted};
use crate::source::formats::draft::{Label, Piece};
use crate::source::formats::words::{Style, Words};

/// Writes paragraphs from lines.
pub struct Writer<'m> {
    measures: &'m Measures,
    out: Vec<Piece>,
    open: Option<Open>,
    /// Left edges of the bullets of the lists that are open.
    lists: Vec<f64>,
}

/// A paragraph under way.
struct Open {
    runs: Vec<Run>,
    first: Line,
    last: Line,
    page: usize,
    lines: usize,
}

enum Run {
    Text(String, bool),
    Break,
    Page(usize),
}

impl<'m> Writer<'m> {
    /// A writer for a document that was measured.
    pub fn new(measures: &'m Measures) -> Writer<'m> {
        Writer { measures, out: Vec::new(), open: None, lists: Vec::new() }
    }

    /// Takes the next line.
    pub fn line(&mut self, line: &Line, page: usize) {
        let goes_on = self.open.as_ref().is_some_and(|open| self.goes_on(open, line, page));
        match &mut self.open {
            Some(open) if goes_on => {
                let early = open.page == page
                    && open.first.bullet.is_none()
                    && open.last.column == line.column
                    && self.measures.ends_early(&open.last, line);
                open.add(line, page, early, self.measures);
            }
            _ => {
                self.close();
                let mut open =
                    Open { runs: Vec::new(), first: line.clone(), last: line.clone(), page, lines: 1 };
                open.runs.push(Run::Page(page));
                open.runs.extend(line.runs.iter().map(|(text, raised)| Run::Text(text.clone(), *raised)));
                self.open = Some(open);
            }
        }
    }

    fn goes_on(&self, open: &Open, line: &Line, page: usize) -> bool {
        let last = &open.last;
        let text = line.text();
        let before = last.text();
        if line.bullet.is_some() || (line.size - last.size).abs() > 0.12 * last.size {
            return false;
        }
        let finished = is_finished(&before);
        if page != open.page || line.column != last.column || line.y < last.y {
            // Over the edge of a page or a column.
            let small = text.starts_with(|c: char| c.is_lowercase());
            let early = self.measures.ends_early(last, line);
            return !is_marked(&text) && (small && !finished || !finished && !early && open.lines > 1);
        }
        let titled = is_shouted(&before) && !is_shouted(&text) && !ends_mid_phrase(&before);
        if titled || self.measures.is_apart(last, line) {
            return false;
        }
        let early = self.measures.ends_early(last, line);
        if is_marked(&text) && (early || finished || before.ends_with([',', 'd'])) {
            return false;
        }
        if let Some(bullet) = open.first.bullet {
            // An item's lines hang; one that does not is no part of it, but where its sentence goes on.
            let small = text.starts_with(|c: char| c.is_lowercase());
            return small && !finished && !early
                || line.x > bullet + 0.4 * line.size
                || (line.x - last.x).abs() < 1.0 && open.lines > 1;
        }
        let set_in = line.x - last.x > 0.9 * line.size;
        !(set_in && (early || finished) && open.lines > 1)
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let mut words = Words::default();
        for run in &open.runs {
            match run {
                Run::Page(page) => words.page(*page),
                Run::Break => words.line_break(),
                Run::Text(text, raised) => words.push(text, Style { bold: false, superscript: *raised }),
            }
        }
        let piece = match open.first.bullet {
            Some(x) => {
                self.lists.retain(|other| *other < x + 4.0);
                if self.lists.last().is_none_or(|other| x - other > 4.0) {
                    self.lists.push(x);
                }
                Piece::Item { depth: self.lists.len() - 1, label: Label::Bullet, words }
            }
            None => {
                self.lists.clear();
                let ratio = open.first.size / self.measures.size.max(1.0);
                match open.lines {
                    1 | 2 if ratio > 1.6 => Piece::Heading(1, words),
                    1 | 2 if ratio > 1.18 => Piece::Heading(2, words),
                    _ => Piece::Paragraph(words),
                }
            }
        };
        self.out.push(piece);
    }

    /// The pieces.
    pub fn finish(mut self) -> Vec<Piece> {
        self.close();
        self.out
    }
}

impl Open {
    fn add(&mut self, line: &Line, page: usize, early: bool, measures: &Measures) {
        let after = line.text();
        if early {
            self.runs.push(Run::Break);
        } else {
            let last = self.runs.iter_mut().rev().find_map(|run| match run {
                Run::Text(text, _) => Some(text),
                _ => None,
            });
            if let Some(text) = last {
                match measures.join(text, &after) {
                    Join::Space => text.push(' '),
                    Join::Tight => {}
                    Join::Broken => {
                        text.pop();
                    }
                }
            }
        }
        if page != self.page {
            self.runs.push(Run::Page(page));
            self.page = page;
        }
        self.runs.extend(line.runs.iter().map(|(text, raised)| Run::Text(text.clone(), *raised)));
        self.last = line.clone();
        self.lines += 1;
    }
}
