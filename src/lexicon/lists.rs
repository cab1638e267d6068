//! Lists of phrases that the build script writes: a line for each, its name and its phrases between tabs.

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer};
use std::ops::Deref;

/// Phrases that are looked for at every word of an ask.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Wanted {
    phrases: Vec<String>,
    /// A bit for each letter that a phrase begins with: most words begin as none does.
    firsts: u128,
}

impl Wanted {
    /// Whether any phrase may begin with a word.
    pub fn may_begin_with(&self, word: &str) -> bool {
        self.firsts & first(word) > 0
    }
}

impl From<Vec<String>> for Wanted {
    fn from(phrases: Vec<String>) -> Wanted {
        let firsts = phrases.iter().fold(0, |firsts, phrase| firsts | first(phrase));
        Wanted { phrases, firsts }
    }
}

impl Deref for Wanted {
    type Target = Vec<String>;

    fn deref(&self) -> &Vec<String> {
        &self.phrases
    }
}

fn first(text: &str) -> u128 {
    text.bytes().next().map_or(0, |first| 1 << (first & 127))
}

/// Reads lists into the fields of their names.
pub fn read<T: for<'t> Deserialize<'t>>(text: &str) -> Result<T, Error> {
    let lines = text.lines().map(|line| {
        let mut phrases = line.split('\t');
        (phrases.next().unwrap_or_default(), phrases.filter(|phrase| !phrase.is_empty()).collect::<Vec<_>>())
    });
    T::deserialize(MapDeserializer::new(lines))
}
