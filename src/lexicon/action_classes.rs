//! How much a verb asks for.

use foldhash::{HashMap, HashSet};
use serde::Deserialize;

/// UPR Info's action categories by verb; see `data/action_classes.toml`.
#[derive(Debug, Clone, Default)]
pub struct ActionClasses {
    verbs: HashMap<Box<str>, u8>,
    vague: HashSet<Box<str>>,
    specific: HashSet<Box<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    minimal: String,
    continuing: String,
    considering: String,
    general: String,
    vague: String,
    specific: String,
}

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

    pub(super) fn read(text: &str) -> Result<ActionClasses, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let mut classes = ActionClasses::default();
        for (list, class) in [
            (&file.minimal, Self::MINIMAL),
            (&file.continuing, Self::CONTINUING),
            (&file.considering, Self::CONSIDERING),
            (&file.general, Self::GENERAL),
        ] {
            classes.verbs.extend(list.split_whitespace().map(|verb| (verb.into(), class)));
        }
        classes.vague = file.vague.split_whitespace().map(Into::into).collect();
        classes.specific = file.specific.split_whitespace().map(Into::into).collect();
        Ok(classes)
    }

    /// The verbs of a class, sorted.
    pub fn verbs(&self, class: u8) -> Vec<&str> {
        let own = self.verbs.iter().filter(|(_, known)| **known == class);
        let mut verbs: Vec<&str> = own.map(|(verb, _)| verb.as_ref()).collect();
        verbs.sort_unstable();
        verbs
    }

    /// The class of a verb, where it is not specific by itself.
    pub fn of(&self, lemma: &str) -> Option<u8> {
        self.verbs.get(lemma).copied()
    }

    /// Whether a folded noun leaves open what is done.
    pub fn is_vague(&self, folded: &str) -> bool {
        self.vague.contains(folded)
    }

    /// Whether a folded noun names something that can be seen to be done.
    pub fn is_specific(&self, folded: &str) -> bool {
        self.specific.contains(folded)
    }
}
