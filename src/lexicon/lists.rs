//! Lists of phrases that the build script writes: a line for each, its name and its phrases between tabs.

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer};
use std::ops::Deref;

/// Phrases that are looked for at every word of an ask.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Wanted {
    phrases: Vec<String>,
    /// A bit for each shape of the words that phrases begin with: most words have another.
    firsts: [u128; 2],
}

impl Wanted {
    /// Whether any phrase may begin with a word.
    pub fn may_begin_with(&self, word: &str) -> bool {
        let (part, bit) = shape(word);
        self.firsts[part] & bit > 0
    }
}

impl From<Vec<String>> for Wanted {
    fn from(phrases: Vec<String>) -> Wanted {
        let mut firsts = [0; 2];
        for phrase in &phrases {
            let (part, bit) = shape(phrase.split(' ').next().unwrap_or_default());
            firsts[part] |= bit;
        }
        Wanted { phrases, firsts }
    }
}

impl Deref for Wanted {
    type Target = Vec<String>;

    fn deref(&self) -> &Vec<String> {
        &self.phrases
    }
}

/// The place of a word among 256 by its ends and its length.
fn shape(word: &str) -> (usize, u128) {
    let bytes = word.as_bytes();
    let end = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte));
    let place = end(bytes.first()) * 9 + end(bytes.last()) * 23 + bytes.len() * 5;
    (place / 128 % 2, 1 << (place % 128))
}

/// Reads lists into the fields of their names.
pub fn read<T: for<'t> Deserialize<'t>>(text: &str) -> Result<T, Error> {
    let lines = text.lines().map(|line| {
        let mut phrases = line.split('\t');
        (phrases.next().unwrap_or_default(), phrases.filter(|phrase| !phrase.is_empty()).collect::<Vec<_>>())
    });
    T::deserialize(MapDeserializer::new(lines))
}
