//! What the tool knows of English and of policy, as data.
//!
//! The files under `data/` are embedded in the binary and read once; a user's own file (`--lexicon`,
//! or the corpus file beside the letters) extends them. Code holds rules, the lexicon holds words:
//! neither holds a phrase of any one letter.
//!
//! ```
//! use demarche::lexicon::{Class, Lexicon};
//! let lexicon = Lexicon::builtin();
//! let word = lexicon.word("released");
//! assert!(word.is(Class::PARTICIPLE));
//! assert_eq!(lexicon.lemma(word), Some("release"));
//! ```

mod action_classes;
mod build;
mod concepts;
mod conventions;
mod degrees;
mod extension;
mod frequency;
mod neighbours;
mod performative;
mod phrases;
mod table;
mod word;

pub use action_classes::ActionClasses;
pub use concepts::{ActionGroup, Concepts, stem};
pub use conventions::Conventions;
pub use degrees::Degrees;
pub use extension::Extension;
pub use frequency::{sentences_with, telling};
pub use neighbours::neighbours;
pub use performative::{Complement, Performative};
pub use word::{Class, Word};

use crate::toml_file::broken;
use foldhash::{HashMap, HashSet};
use std::sync::{Arc, LazyLock};

/// Words, verbs, cues and concepts.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    /// Shared until a user's file adds to it.
    words: Arc<HashMap<Box<str>, Word>>,
    lemmas: Vec<Box<str>>,
    /// Classes that every form of a lemma has.
    marks: Vec<Class>,
    performatives: HashMap<Box<str>, Performative>,
    never_end: HashSet<Box<str>>,
    may_end: HashSet<Box<str>>,
    conventions: Conventions,
    concepts: Concepts,
    action_classes: ActionClasses,
    degrees: Degrees,
    nominals: HashMap<Box<str>, Box<str>>,
    prepositional: HashMap<Box<str>, Vec<Box<str>>>,
}

static BUILTIN: LazyLock<Lexicon> = LazyLock::new(build::builtin);

impl Lexicon {
    /// The lexicon that comes with the tool.
    pub fn builtin() -> &'static Lexicon {
        &BUILTIN
    }

    /// What is known of a word in folded form (lower case, straight apostrophes); nothing of
    /// unknown words. A possessive `'s` is looked through.
    pub fn word(&self, folded: &str) -> Word {
        if let Some(word) = self.words.get(folded) {
            return self.marked(*word);
        }
        // "re-invest", "co-fund"
        let joined = ["re-", "co-", "de-", "un-", "pre-"]
            .iter()
            .find(|prefix| folded.starts_with(**prefix))
            .map(|_| folded.replacen('-', "", 1));
        if let Some(word) = joined.and_then(|joined| self.words.get(joined.as_str()).copied()) {
            return self.marked(word);
        }
        let stem = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''));
        match stem.and_then(|stem| self.words.get(stem)) {
            Some(word) => self.marked(*word).with(Class::GENITIVE),
            None if stem.is_some() => Word::of(Class::GENITIVE),
            None if folded.len() > 4 && folded.ends_with("ly") => Word::of(Class::ADVERB),
            None if folded.len() > 5 && ADJECTIVE_ENDINGS.iter().any(|end| folded.ends_with(end)) => {
                Word::of(Class::ADJECTIVE)
            }
            None => Word::default(),
        }
    }

    fn marked(&self, word: Word) -> Word {
        match word.lemma().and_then(|at| self.marks.get(at)) {
            Some(marks) => word.with(*marks),
            None => word,
        }
    }

    /// The base form of a verb, for a word that is a form of one.
    pub fn lemma(&self, word: Word) -> Option<&str> {
        word.lemma().and_then(|at| self.lemmas.get(at)).map(AsRef::as_ref)
    }

    /// The asking verb of a lemma, if it is one.
    pub fn performative(&self, lemma: &str) -> Option<&Performative> {
        self.performatives.get(lemma)
    }

    /// The verbs that ask as hard as this, 1 (invite) to 6 (demand), sorted.
    ///
    /// ```
    /// use demarche::lexicon::Lexicon;
    /// assert!(Lexicon::builtin().verbs_asking(6).contains(&"demand"));
    /// ```
    pub fn verbs_asking(&self, level: u8) -> Vec<&str> {
        let own = self.performatives.values().filter(|verb| verb.level == level);
        let mut verbs: Vec<&str> = own.map(|verb| verb.lemma.as_str()).collect();
        verbs.sort_unstable();
        verbs
    }

    /// The verb a noun of action stands for: "withdrawal" is withdraw.
    pub fn verb_of_noun(&self, folded: &str) -> Option<&str> {
        self.nominals.get(folded).map(AsRef::as_ref)
    }

    /// The prepositions with which a verb takes its object, where its base form alone could be a noun.
    pub fn prepositions_of(&self, folded: &str) -> &[Box<str>] {
        self.prepositional.get(folded).map_or(&[], Vec::as_slice)
    }

    /// A folded word without its plural or past ending: what dictionaries list. "Meeting" stays, being a noun too.
    ///
    /// ```
    /// use demarche::lexicon::Lexicon;
    /// let lexicon = Lexicon::builtin();
    /// assert_eq!(lexicon.base_form("prisoners"), "prisoner");
    /// assert_eq!(lexicon.base_form("detained"), "detain");
    /// ```
    pub fn base_form(&self, folded: &str) -> String {
        let word = folded.trim_end_matches("'s").trim_end_matches('\'');
        let known = self.word(word);
        if known.is(Class::PAST | Class::PARTICIPLE)
            && let Some(lemma) = self.lemma(known)
        {
            return lemma.to_owned();
        }
        build::singular_of(word)
    }

    /// What means the same.
    pub fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// How much verbs ask for.
    pub fn action_classes(&self) -> &ActionClasses {
        &self.action_classes
    }

    /// What makes an ask harder, wider or bound to something.
    pub fn degrees(&self) -> &Degrees {
        &self.degrees
    }

    /// How letters open and close.
    pub fn conventions(&self) -> &Conventions {
        &self.conventions
    }

    /// Whether a stop after this abbreviation (folded, without its stop) never ends a sentence.
    pub fn never_ends(&self, folded: &str) -> bool {
        self.never_end.contains(folded)
    }

    /// Whether a stop after this abbreviation ends a sentence only before a word that opens one.
    pub fn may_end(&self, folded: &str) -> bool {
        self.may_end.contains(folded)
    }
}

/// Endings that make adjectives.
const ADJECTIVE_ENDINGS: [&str; 9] = ["ive", "ous", "ful", "less", "able", "ible", "ic", "ical", "ary"];
