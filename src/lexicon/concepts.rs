//! What means the same: groups of acts, concepts of things, named instruments.

use super::phrases::Phrases;
use crate::text::fold;
use foldhash::HashMap;
use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A group of verbs for one kind of act.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionGroup {
    /// The group that undoes it.
    pub opposite: Option<String>,
    /// Its acts may be done to anything: the verb alone says nothing of what is asked.
    #[serde(default)]
    pub anything: bool,
    /// Its verbs, base forms.
    verbs: String,
}

/// The concepts of a lexicon.
#[derive(Debug, Clone, Default)]
pub struct Concepts {
    groups: BTreeMap<String, ActionGroup>,
    /// Lemma to the groups it belongs to, in the order of the file.
    groups_of: HashMap<Box<str>, Vec<Box<str>>>,
    objects: Phrases,
    instruments: Phrases,
    names: Phrases,
}

/// The stem of a word: what its forms have in common. Only ever compared.
///
/// ```
/// use demarche::lexicon::stem;
/// assert_eq!(stem("prisoners"), stem("prisoner"));
/// ```
pub fn stem(folded: &str) -> String {
    let base = folded.trim_end_matches("'s").trim_end_matches('\'');
    Stemmer::create(Algorithm::English).stem(base).into_owned()
}

impl Concepts {
    pub(super) fn read(actions: &str, instruments: &str) -> Result<Concepts, toml::de::Error> {
        let mut concepts = Concepts { groups: toml::from_str(actions)?, ..Concepts::default() };
        for (name, group) in &concepts.groups {
            for verb in group.verbs.split_whitespace() {
                concepts.groups_of.entry(verb.into()).or_default().push(name.as_str().into());
            }
        }
        let instruments: BTreeMap<String, String> = toml::from_str(instruments)?;
        for (name, forms) in &instruments {
            concepts.add_instrument(name, forms.split('|'));
        }
        Ok(concepts)
    }

    /// Adds words for a concept; each word already in its base form.
    pub(super) fn add_object(&mut self, name: &str, bases: &[String]) {
        self.objects.add(name, bases);
    }

    pub(super) fn add_instrument<T: AsRef<str>>(&mut self, name: &str, forms: impl Iterator<Item = T>) {
        for form in forms {
            let words: Vec<String> = fold(form.as_ref())
                .split([' ', ','])
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            self.instruments.add(name, &words);
        }
    }

    pub(super) fn add_name<T: AsRef<str>>(&mut self, name: &str, forms: impl Iterator<Item = T>) {
        for form in forms {
            let words: Vec<String> = fold(form.as_ref())
                .split([' ', '-', ','])
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            self.names.add(&fold(name), &words);
        }
    }

    /// The groups of acts a verb belongs to.
    pub fn groups_of(&self, lemma: &str) -> &[Box<str>] {
        self.groups_of.get(lemma).map(Vec::as_slice).unwrap_or_default()
    }

    /// A group of acts by name.
    pub fn group(&self, name: &str) -> Option<&ActionGroup> {
        self.groups.get(name)
    }

    /// Whether a verb's act may be done to anything, so that the verb says nothing of what is asked.
    pub fn takes_anything(&self, lemma: &str) -> bool {
        self.groups_of(lemma).iter().filter_map(|group| self.group(group)).any(|group| group.anything)
    }

    /// Whether one of two verbs undoes the other.
    pub fn opposed(&self, a: &str, b: &str) -> bool {
        let undoes = |a: &str, b: &str| {
            self.groups_of(a).iter().any(|group| {
                let opposite = self.group(group).and_then(|group| group.opposite.as_deref());
                opposite
                    .is_some_and(|opposite| self.groups_of(b).iter().any(|other| other.as_ref() == opposite))
            })
        };
        (undoes(a, b) || undoes(b, a))
            && !self.groups_of(a).iter().any(|group| self.groups_of(b).contains(group))
    }

    /// The longest concept that begins at `at` in a text of base forms: its name and how many words it takes.
    pub fn object_at(&self, bases: &[String], at: usize) -> Option<(&str, usize)> {
        self.objects.longest(bases, at)
    }

    /// The longest name that begins at `at` in a text of folded words: the name all its forms share.
    pub fn name_at(&self, words: &[String], at: usize) -> Option<(&str, usize)> {
        self.names.longest(words, at)
    }

    /// The longest instrument that begins at `at` in a text of folded words.
    pub fn instrument_at(&self, words: &[String], at: usize) -> Option<(&str, usize)> {
        self.instruments.longest(words, at)
    }
}
