//! What means the same: groups of acts, concepts of things, named instruments.

use super::phrases::Phrases;
use super::table::{Table, embedded, embedded_text};
use crate::text::fold;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The groups of verbs, what undoes them, and whether their acts may be done to anything.
static ACTS: Table = Table::new(embedded!("acts"));

/// The names of the groups, one a line.
static GROUPS: &str = embedded_text!("groups");

/// The same by their numbers.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| GROUPS.lines().collect());

static OBJECTS: Table = Table::new(embedded!("objects"));

static INSTRUMENTS: Table = Table::new(embedded!("instruments"));

/// Groups of verbs, each for one kind of act.
///
/// ```
/// use demarche::lexicon::Lexicon;
/// let concepts = Lexicon::builtin().concepts();
/// let (release, free) = (concepts.groups_of("release"), concepts.groups_of("free"));
/// assert!(release.share_one(free));
/// assert_eq!(free.names().next(), Some("release"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
// As a whole it would stand at every sixteenth byte only, and acts, which hold two, would be a third larger.
#[repr(Rust, packed(8))]
pub struct Groups(u128);

impl Groups {
    /// The group of this name, or none.
    pub fn named(name: &str) -> Groups {
        Groups(GROUPS.lines().position(|known| known == name).map_or(0, |at| 1 << at))
    }

    /// The names of the groups, sorted.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.numbers().filter_map(|number| NAMES.get(number as usize).copied())
    }

    /// The numbers of the groups, rising.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (number < u128::BITS).then_some(number)
        })
    }

    /// Whether any group is in both.
    pub fn share_one(self, other: Groups) -> bool {
        self.0 & other.0 > 0
    }

    /// The groups of both.
    #[must_use]
    pub fn and(self, other: Groups) -> Groups {
        Groups(self.0 | other.0)
    }
}

/// The concepts of a lexicon.
#[derive(Debug, Clone)]
pub struct Concepts {
    objects: Phrases,
    instruments: Phrases,
    names: Phrases,
}

impl Concepts {
    pub(super) fn embedded() -> Concepts {
        Concepts {
            objects: Phrases::embedded(OBJECTS),
            instruments: Phrases::embedded(INSTRUMENTS),
            names: Phrases::default(),
        }
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
    pub fn groups_of(&self, lemma: &str) -> Groups {
        act(lemma).0
    }

    /// The groups of acts that undo those of a verb.
    pub fn opposites_of(&self, lemma: &str) -> Groups {
        act(lemma).1
    }

    /// Whether a verb's act may be done to anything, so that the verb says nothing of what is asked.
    pub fn takes_anything(&self, lemma: &str) -> bool {
        act(lemma).2
    }

    /// The longest concept that begins at `at` in a text of base forms: its name and how many words it takes.
    pub fn object_at<'w>(
        &self,
        base: impl Fn(usize) -> Option<Cow<'w, str>>,
        at: usize,
    ) -> Option<(&str, usize)> {
        self.objects.longest(base, at)
    }

    /// The longest name that begins at `at` in a text of folded words: the name all its forms share.
    pub fn name_at(&self, words: &[&str], at: usize) -> Option<(&str, usize)> {
        self.names.longest(|at| words.get(at).map(|word| Cow::Borrowed(*word)), at)
    }

    /// The longest instrument that begins at `at` in a text of folded words.
    pub fn instrument_at<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
        at: usize,
    ) -> Option<(&str, usize)> {
        self.instruments.longest(|at| word(at).map(Cow::Borrowed), at)
    }
}

/// The groups of a verb, those that undo it, and whether its act may be done to anything.
fn act(lemma: &str) -> (Groups, Groups, bool) {
    let read = || {
        let (own, rest) = ACTS.get(lemma)?.split_first_chunk()?;
        let (opposite, rest) = rest.split_first_chunk()?;
        let anything = rest.first().is_some_and(|anything| *anything > 0);
        Some((Groups(u128::from_le_bytes(*own)), Groups(u128::from_le_bytes(*opposite)), anything))
    };
    read().unwrap_or_default()
}
