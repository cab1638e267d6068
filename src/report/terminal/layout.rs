//! Text in roles, wrapped to a width.

use super::links::Links;
use super::wrap::{Line, words};
use crate::report::theme::{Role, Theme, ascii, sanitized};
use std::rc::Rc;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

/// A page of lines under construction.
#[derive(Debug)]
pub struct Page {
    /// Columns to fill.
    pub width: usize,
    theme: Theme,
    signs: Signs,
    links: Option<Rc<Links>>,
    text: String,
}

/// Below so many columns, two texts beside each other are harder to read than one below the other.
const TWO_COLUMNS: usize = 72;

/// What a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// All of Unicode.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

impl Signs {
    /// Text that does nothing to a terminal and that it can show.
    pub(super) fn safe(self, text: &str) -> String {
        match self {
            Signs::Unicode => sanitized(text),
            Signs::Ascii => ascii(text),
        }
    }
}

/// A piece of text with its role.
pub type Piece<'a> = (Role, &'a str);

impl Page {
    /// An empty page; anything below 40 columns is laid out as 40.
    pub fn new(width: usize, theme: Theme) -> Page {
        Page { width: width.max(40), theme, signs: Signs::Unicode, links: None, text: String::new() }
    }

    /// The page in signs that its terminal can show.
    #[must_use]
    pub fn in_signs(mut self, signs: Signs) -> Page {
        self.signs = signs;
        self
    }

    /// The page with places that lead to their files.
    #[must_use]
    pub fn with_links(mut self, links: Links) -> Page {
        self.links = Some(Rc::new(links));
        self
    }

    /// Everything written, ending with one line feed.
    pub fn finish(self) -> String {
        self.text
    }

    /// An empty line, unless the last one is.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Pieces in running text: the first line after `first`, the others after as many blanks as `indent`.
    pub fn flow(&mut self, first: &str, indent: usize, pieces: &[Piece]) {
        let first = self.signs.safe(first);
        let words = words(pieces, self.width.saturating_sub(indent).max(20), self.signs);
        let widths =
            [self.width.saturating_sub(first.width()) as f64, self.width.saturating_sub(indent) as f64];
        for (number, line) in wrap_first_fit(&words, &widths).into_iter().enumerate() {
            let before = if number == 0 { first.clone() } else { " ".repeat(indent) };
            self.text.push_str(&before);
            self.put_line(&Line::of(line));
            self.end_line();
        }
    }

    /// Two texts beside each other, each in its half of the page.
    pub fn columns(&mut self, indent: usize, left: &[Piece], right: &[Piece]) {
        let between = self.signs.safe(" │ ");
        let half = self.width.saturating_sub(indent + between.width()) / 2;
        let sides = [left, right].map(|pieces| {
            let words = words(pieces, half, self.signs);
            let lines = wrap_first_fit(&words, &[half as f64]);
            lines.into_iter().map(Line::of).collect::<Vec<Line>>()
        });
        for number in 0..sides[0].len().max(sides[1].len()) {
            self.text.push_str(&" ".repeat(indent));
            let [left, right] = [0, 1].map(|side: usize| sides[side].get(number));
            if let Some(line) = left {
                self.put_line(line);
            }
            self.text.push_str(&" ".repeat(half - left.map_or(0, Line::width)));
            self.text.push_str(&self.paint(Role::Dim, &between));
            if let Some(line) = right {
                self.put_line(line);
            }
            self.end_line();
        }
    }

    /// Whether two texts fit beside each other.
    pub fn is_wide(&self) -> bool {
        self.width >= TWO_COLUMNS
    }

    /// Pieces in running text, every line after as many blanks as `indent`.
    pub fn block(&mut self, indent: usize, pieces: &[Piece]) {
        self.flow(&" ".repeat(indent), indent, pieces);
    }

    /// One line: pieces at the left, pieces at the right edge where both fit, else the right ones below.
    pub fn edges(&mut self, indent: usize, left: &[Piece], right: &[Piece]) {
        let signs = self.signs;
        let wide = |pieces: &[Piece]| pieces.iter().map(|(_, text)| signs.safe(text).width()).sum::<usize>();
        let room = self.width.saturating_sub(indent + wide(left));
        if room >= wide(right) + 2 {
            self.text.push_str(&" ".repeat(indent));
            self.put(left);
            self.text.push_str(&" ".repeat(room - wide(right)));
            self.put(right);
            self.end_line();
        } else {
            self.block(indent, left);
            self.block(indent + 2, right);
        }
    }

    /// A line of pieces that is known to fit.
    pub fn line(&mut self, pieces: &[Piece]) {
        self.put(pieces);
        self.end_line();
    }

    fn put(&mut self, pieces: &[Piece]) {
        for (role, text) in pieces {
            let painted = self.paint(*role, &self.signs.safe(text));
            self.text.push_str(&painted);
        }
    }

    fn put_line(&mut self, line: &Line) {
        for (role, text) in &line.runs {
            let painted = self.paint(*role, text);
            self.text.push_str(&painted);
        }
    }

    fn paint(&self, role: Role, text: &str) -> String {
        match &self.links {
            Some(links) if role == Role::Source => links.lay(text, |part| self.theme.paint(role, part)),
            _ => self.theme.paint(role, text),
        }
    }

    fn end_line(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        self.text.push('\n');
    }
}
