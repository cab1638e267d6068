//! Footnotes and endnotes: kept by their ids, numbered in the order in which the text refers to them.

use crate::source::formats::draft::Piece;
use crate::source::formats::words::Words;
use std::collections::BTreeMap;

/// The notes of a document.
#[derive(Default)]
pub struct Notes {
    texts: BTreeMap<(&'static str, String), Words>,
    /// The notes that the text referred to so far.
    order: Vec<(&'static str, String)>,
}

impl Notes {
    /// Keeps a note; paragraphs of one note are joined.
    pub fn add(&mut self, kind: &'static str, id: String, pieces: impl Iterator<Item = Piece>) {
        let mut words = Words::default();
        for piece in pieces {
            if let Some(more) = piece.words() {
                if !words.is_blank() {
                    words.line_break();
                }
                words.append(more.clone());
            }
        }
        self.texts.insert((kind, id), words);
    }

    /// The number that the text shows where it refers to a note.
    pub fn refer(&mut self, kind: &'static str, id: String) -> usize {
        let key = (kind, id);
        match self.order.iter().position(|known| *known == key) {
            Some(at) => at + 1,
            None => {
                self.order.push(key);
                self.order.len()
            }
        }
    }

    /// The notes that the text refers to, in order.
    pub fn referred(&self) -> Vec<Piece> {
        let notes =
            self.order.iter().enumerate().filter_map(|(at, key)| Some((at + 1, self.texts.get(key)?)));
        notes.map(|(number, words)| Piece::Note(number.to_string(), words.clone())).collect()
    }
}
