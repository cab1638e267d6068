//! How much a verb asks for.

use super::table::{Table, embedded};

static VERBS: Table = Table::new(embedded!("action_classes"));

/// Nouns of results: bit 1 for those that leave open what is done, bit 2 for those that can be seen to be done.
static RESULTS: Table = Table::new(embedded!("results"));

/// UPR Info's action categories by verb; see `data/action_classes.toml`.
#[derive(Debug, Clone, Copy, Default)]
pub struct ActionClasses;

impl ActionClasses {
    /// Others are to help.
    pub const MINIMAL: u8 = 1;
    /// What is done already is to go on.
    pub const CONTINUING: u8 = 2;
    /// A change is to be thought about.
    pub const CONSIDERING: u8 = 3;
    /// An act without a result that could be checked by itself.
    pub const GENERAL: u8 = 4;
    /// An act that can be seen to be done.
    pub const SPECIFIC: u8 = 5;

    /// The verbs of a class, sorted.
    pub fn verbs(&self, class: u8) -> Vec<&'static str> {
        let own = VERBS.entries().filter(|(_, known)| *known == [class]);
        let mut verbs: Vec<&str> = own.map(|(verb, _)| verb).collect();
        verbs.sort_unstable();
        verbs
    }

    /// The class of a verb, where it is not specific by itself.
    pub fn of(&self, lemma: &str) -> Option<u8> {
        VERBS.get(lemma)?.first().copied()
    }

    /// Whether a folded noun leaves open what is done.
    pub fn is_vague(&self, folded: &str) -> bool {
        result(folded) & 1 > 0
    }

    /// Whether a folded noun names something that can be seen to be done.
    pub fn is_specific(&self, folded: &str) -> bool {
        result(folded) & 2 > 0
    }
}

fn result(folded: &str) -> u8 {
    RESULTS.get(folded).and_then(|marks| marks.first()).copied().unwrap_or(0)
}
