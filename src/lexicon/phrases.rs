//! A table of phrases, looked up at a place in a text.

use foldhash::HashMap;
use std::sync::Arc;

/// Phrases by their first word.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// Shared until a phrase is added.
    by_first: Arc<HashMap<Box<str>, Vec<Phrase>>>,
}

#[derive(Debug, Clone)]
struct Phrase {
    rest: Box<[Box<str>]>,
    name: Box<str>,
}

impl Phrases {
    /// Adds a phrase under a name; the first name given to a phrase stays.
    pub fn add(&mut self, name: &str, words: &[String]) {
        let Some((first, rest)) = words.split_first() else { return };
        let rest: Box<[Box<str>]> = rest.iter().map(|word| word.as_str().into()).collect();
        let phrases = Arc::make_mut(&mut self.by_first).entry(first.as_str().into()).or_default();
        if !phrases.iter().any(|phrase| phrase.rest == rest) {
            phrases.push(Phrase { rest, name: name.into() });
        }
    }

    /// The longest phrase that begins at `at`: its name and its length in words.
    pub fn longest(&self, words: &[String], at: usize) -> Option<(&str, usize)> {
        let phrases = self.by_first.get(words.get(at)?.as_str())?;
        let rest = &words[at + 1..];
        phrases
            .iter()
            .filter(|phrase| {
                phrase.rest.len() <= rest.len() && phrase.rest.iter().zip(rest).all(|(a, b)| a.as_ref() == b)
            })
            .max_by_key(|phrase| phrase.rest.len())
            .map(|phrase| (phrase.name.as_ref(), phrase.rest.len() + 1))
    }
}
