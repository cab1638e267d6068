//! Text in roles, wrapped to a width.

use crate::report::theme::{Role, Theme, ascii, sanitized};
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

/// A page of lines under construction.
#[derive(Debug)]
pub struct Page {
    /// Columns to fill.
    pub width: usize,
    theme: Theme,
    signs: Signs,
    text: String,
}

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
    fn safe(self, text: &str) -> String {
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
        Page { width: width.max(40), theme, signs: Signs::Unicode, text: String::new() }
    }

    /// The page in signs that its terminal can show.
    #[must_use]
    pub fn in_signs(mut self, signs: Signs) -> Page {
        self.signs = signs;
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
        let lead = first.width();
        let widths = [self.width.saturating_sub(lead) as f64, self.width.saturating_sub(indent) as f64];
        let lines = wrap_first_fit(&words, &widths);
        for (number, line) in lines.iter().enumerate() {
            let before = if number == 0 { first.clone() } else { " ".repeat(indent) };
            let mut painted = String::new();
            let mut run: Option<(Role, String)> = None;
            for (at, word) in line.iter().enumerate() {
                for (role, text) in &word.pieces {
                    self.join(&mut painted, &mut run, *role, text);
                }
                if at + 1 < line.len() {
                    let (role, blanks) = (word.blank, " ".repeat(word.blanks));
                    self.join(&mut painted, &mut run, role, &blanks);
                }
            }
            if let Some((role, text)) = run {
                painted.push_str(&self.theme.paint(role, &text));
            }
            self.text.push_str(&before);
            self.text.push_str(&painted);
            self.end_line();
        }
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
            let painted = self.theme.paint(*role, &self.signs.safe(text));
            self.text.push_str(&painted);
        }
    }

    fn end_line(&mut self) {
        let kept = self.text.trim_end_matches(' ').len();
        self.text.truncate(kept);
        self.text.push('\n');
    }

    /// Joins neighbours of one role, so that colour changes only where the role does.
    fn join(&self, painted: &mut String, run: &mut Option<(Role, String)>, role: Role, text: &str) {
        match run {
            Some((last, known)) if *last == role => known.push_str(text),
            _ => {
                if let Some((last, known)) = run.replace((role, text.to_owned())) {
                    painted.push_str(&self.theme.paint(last, &known));
                }
            }
        }
    }
}

/// What stands between two blanks: pieces that may not be torn apart.
#[derive(Debug)]
struct Word {
    pieces: Vec<(Role, String)>,
    width: usize,
    blank: Role,
    blanks: usize,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.width as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Cuts pieces at blanks; a word wider than a line is cut where the line ends.
fn words(pieces: &[Piece], widest: usize, signs: Signs) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (role, text) in pieces {
        let mut rest = signs.safe(text);
        while !rest.is_empty() {
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            if blanks > 0 {
                if let Some(last) = words.last_mut() {
                    last.blanks = last.blanks.max(blanks);
                    last.blank = *role;
                }
                open = false;
                rest.drain(..blanks);
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            let word: String = rest.drain(..end).collect();
            for chunk in chunks(&word, widest) {
                let width = chunk.width();
                match words.last_mut().filter(|last| open && last.width + width <= widest) {
                    Some(last) => {
                        last.width += width;
                        last.pieces.push((*role, chunk));
                    }
                    None => words.push(Word { pieces: vec![(*role, chunk)], width, blank: *role, blanks: 0 }),
                }
                open = true;
            }
        }
    }
    words
}

fn chunks(word: &str, widest: usize) -> Vec<String> {
    if word.width() <= widest {
        return vec![word.to_owned()];
    }
    let mut chunks = vec![String::new()];
    for c in word.chars() {
        if let Some(last) = chunks.last_mut() {
            if last.width() + unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) > widest {
                chunks.push(c.to_string());
            } else {
                last.push(c);
            }
        }
    }
    chunks
}
