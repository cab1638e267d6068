//! A table of phrases, looked up at a place in a text.

use super::table::Table;
use foldhash::HashMap;
use std::borrow::Cow;

/// Phrases by their first word: embedded ones, and those of the user.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    embedded: Option<Table>,
    own: HashMap<Box<str>, Vec<Phrase>>,
}

#[derive(Debug, Clone)]
struct Phrase {
    rest: Box<[Box<str>]>,
    name: Box<str>,
}

impl Phrases {
    /// The phrases of an embedded table.
    pub fn embedded(table: Table) -> Phrases {
        Phrases { embedded: Some(table), own: HashMap::default() }
    }

    /// Adds a phrase under a name; the first name given to a phrase stays.
    pub fn add(&mut self, name: &str, words: &[String]) {
        let Some((first, rest)) = words.split_first() else { return };
        if self.listed(first).any(|(_, phrase)| phrase == rest.join(" ")) {
            return;
        }
        let rest: Box<[Box<str>]> = rest.iter().map(|word| word.as_str().into()).collect();
        let phrases = self.own.entry(first.as_str().into()).or_default();
        if !phrases.iter().any(|phrase| phrase.rest == rest) {
            phrases.push(Phrase { rest, name: name.into() });
        }
    }

    /// The embedded phrases that begin with a word: name, and the words that follow.
    fn listed(&self, first: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        let lines = self.embedded.and_then(|table| table.text(first)).unwrap_or_default();
        lines.lines().filter_map(|line| line.split_once('\t'))
    }

    /// The longest phrase that begins at `at` in a text whose words `word` tells: its name and its length in words.
    pub fn longest<'w>(
        &self,
        word: impl Fn(usize) -> Option<Cow<'w, str>>,
        at: usize,
    ) -> Option<(&str, usize)> {
        if self.embedded.is_none() && self.own.is_empty() {
            return None;
        }
        let first = &*word(at)?;
        let listed = self.listed(first).filter_map(|(name, phrase)| {
            let mut length = 1;
            let all = phrase.split(' ').filter(|word| !word.is_empty()).all(|next| {
                length += 1;
                word(at + length - 1).is_some_and(|other| other == next)
            });
            all.then_some((name, length))
        });
        let own = if self.own.is_empty() { None } else { self.own.get(first) };
        let own = own.into_iter().flatten().filter_map(|phrase| {
            let mut rest = phrase.rest.iter().zip(at + 1..);
            let holds = rest.all(|(next, at)| word(at).is_some_and(|other| other == **next));
            holds.then_some((phrase.name.as_ref(), phrase.rest.len() + 1))
        });
        listed.chain(own).max_by_key(|(_, length)| *length)
    }
}
