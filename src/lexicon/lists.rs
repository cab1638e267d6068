//! Lists of phrases that the build script writes: a line for each, its name and its phrases between tabs.

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer};

/// Reads lists into the fields of their names.
pub fn read<T: for<'t> Deserialize<'t>>(text: &str) -> Result<T, Error> {
    let lines = text.lines().map(|line| {
        let mut phrases = line.split('\t');
        (phrases.next().unwrap_or_default(), phrases.filter(|phrase| !phrase.is_empty()).collect::<Vec<_>>())
    });
    T::deserialize(MapDeserializer::new(lines))
}
