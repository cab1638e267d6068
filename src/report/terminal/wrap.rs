//! Pieces of text as words that may not be torn apart, and lines made of them.

use super::layout::{Piece, Signs};
use crate::report::theme::Role;
use textwrap::core::Fragment;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands between two blanks: pieces that may not be torn apart.
#[derive(Debug)]
pub struct Word {
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
pub fn words(pieces: &[Piece], widest: usize, signs: Signs) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (role, text) in pieces {
        let safe = signs.safe(text);
        let mut rest: &str = &safe;
        while !rest.is_empty() {
            let blanks = rest.len() - rest.trim_start_matches(' ').len();
            if blanks > 0 {
                if let Some(last) = words.last_mut() {
                    last.blanks = last.blanks.max(blanks);
                    last.blank = *role;
                }
                open = false;
                rest = &rest[blanks..];
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            rest = after;
            for (chunk, width) in chunks(word, widest) {
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

/// A word cut where it is wider than a line, each part with its width.
fn chunks(word: &str, widest: usize) -> Vec<(String, usize)> {
    // What is ASCII and holds no controls is as wide as it is long.
    let plain = word.bytes().all(|byte| (b' '..0x7f).contains(&byte));
    let width = if plain { word.len() } else { word.width() };
    if width <= widest {
        return vec![(word.to_owned(), width)];
    }
    let mut chunks = vec![String::new()];
    for c in word.chars() {
        if let Some(last) = chunks.last_mut() {
            if last.width() + UnicodeWidthChar::width(c).unwrap_or(0) > widest {
                chunks.push(c.to_string());
            } else {
                last.push(c);
            }
        }
    }
    let width = |chunk: String| {
        let width = chunk.width();
        (chunk, width)
    };
    chunks.into_iter().map(width).collect()
}

/// Words on one line, joined to runs of one role so that colour changes only where the role does.
#[derive(Debug)]
pub struct Line {
    /// The runs.
    pub runs: Vec<(Role, String)>,
}

impl Line {
    /// Sets words in a line, the blanks between them with them.
    pub fn of(words: &[Word]) -> Line {
        let mut line = Line { runs: Vec::new() };
        for (at, word) in words.iter().enumerate() {
            for (role, text) in &word.pieces {
                line.join(*role, text);
            }
            if at + 1 < words.len() {
                line.join(word.blank, &" ".repeat(word.blanks));
            }
        }
        line
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|(_, text)| text.width()).sum()
    }

    fn join(&mut self, role: Role, text: &str) {
        match self.runs.last_mut() {
            Some((last, known)) if *last == role => known.push_str(text),
            _ => self.runs.push((role, text.to_owned())),
        }
    }
}
