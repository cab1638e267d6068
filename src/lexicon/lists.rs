//! Lists of phrases that the build script writes: a line for each, its name and its phrases between tabs.

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer};
use std::ops::Deref;

/// Phrases that are looked for at every word of an ask.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Wanted {
    phrases: Vec<String>,
    firsts: Firsts,
}

/// The shapes of the words that phrases begin with, a bit for each: most words have another.
#[derive(Debug, Clone, Copy, Default)]
pub struct Firsts([u128; 2]);

/// The place of a word among 256, by its ends and its length.
#[derive(Debug, Clone, Copy)]
pub struct Shape(u8);

impl Shape {
    /// The shape of a folded word.
    pub fn of(word: &str) -> Shape {
        let bytes = word.as_bytes();
        let end = |byte: Option<&u8>| byte.map_or(0, |byte| usize::from(*byte));
        Shape((end(bytes.first()) * 9 + end(bytes.last()) * 23 + bytes.len() * 5) as u8)
    }
}

impl Firsts {
    /// Whether any phrase may begin with a word of this shape.
    pub fn holds(&self, shape: Shape) -> bool {
        self.0[usize::from(shape.0 / 128)] >> (shape.0 % 128) & 1 > 0
    }

    /// Those of two lists.
    #[must_use]
    pub fn and(self, other: &Firsts) -> Firsts {
        Firsts([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl Wanted {
    /// The shapes of the words that its phrases begin with.
    pub fn firsts(&self) -> &Firsts {
        &self.firsts
    }
}

impl From<Vec<String>> for Wanted {
    fn from(phrases: Vec<String>) -> Wanted {
        let mut firsts = Firsts::default();
        for phrase in &phrases {
            let Shape(place) = Shape::of(phrase.split(' ').next().unwrap_or_default());
            firsts.0[usize::from(place / 128)] |= 1 << (place % 128);
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

/// Reads lists into the fields of their names.
pub fn read<T: for<'t> Deserialize<'t>>(text: &str) -> Result<T, Error> {
    let lines = text.lines().map(|line| {
        let mut phrases = line.split('\t');
        (phrases.next().unwrap_or_default(), phrases.filter(|phrase| !phrase.is_empty()).collect::<Vec<_>>())
    });
    T::deserialize(MapDeserializer::new(lines))
}
