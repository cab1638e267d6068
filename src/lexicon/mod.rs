//! What the tool knows of English and of policy, as data.
//!
//! The build script turns the files under `data/` into tables that are looked things up in without being read; a
//! user's own file (`--lexicon`, or the corpus file beside the letters) extends them. Code holds rules, the lexicon holds words:
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
mod concepts;
mod conventions;
mod degrees;
mod extension;
mod forms;
mod hash;
mod lists;
mod own;
mod performative;
mod phrases;
mod stem;
mod table;
mod term;
mod vocabulary;
mod word;

pub use action_classes::ActionClasses;
pub use concepts::{Concepts, Groups};
pub use conventions::Conventions;
pub use degrees::Degrees;
pub use extension::Extension;
pub use hash::{fnv, fnv_from, mark};
pub use lists::{Firsts, Shape, Wanted};
pub use performative::{Complement, Performative};
pub use stem::stem;
pub use term::Term;
pub use vocabulary::{Facts, Key, Near, facts, telling};
pub use word::{Class, Word};

use crate::text::without_genitive;
use foldhash::HashMap;
use std::borrow::Cow;
use std::sync::{Arc, LazyLock};
use table::{List, Table, Texts, embedded, embedded_text};

/// Forms of words with what is known of them.
static WORDS: Table = Table::new(embedded!("words"));

/// The base forms of the verbs, by number.
static LEMMAS: Texts = Texts::new(embedded_text!("lemmas"), embedded!("lemma_ends"));

/// Nouns of action with their verbs.
static NOMINALS: Table = Table::new(embedded!("nominals"));

static PHRASAL: Table = Table::new(embedded!("phrasal"));

/// Verbs with the prepositions by which they take an object.
static PREPOSITIONAL: Table = Table::new(embedded!("prepositional"));

/// Abbreviations: bit 1 for those that never end a sentence, bit 2 for those that may.
static BREAKS: Table = Table::new(embedded!("breaks"));

/// Verbs of asking.
static PERFORMATIVES: List = List::new(embedded!("performatives"));

/// Words, verbs, cues and concepts: the embedded ones, and what the user's files add.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Forms that were added or changed.
    words: HashMap<Box<str>, Word>,
    /// Verbs that were added; their numbers follow those of the embedded ones.
    lemmas: Vec<Box<str>>,
    /// More classes that every form of a verb has.
    marks: HashMap<usize, Class>,
    performatives: HashMap<Box<str>, Performative>,
    conventions: Arc<Conventions>,
    concepts: Concepts,
    degrees: Arc<Degrees>,
}

static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| {
    let verbs = (0..PERFORMATIVES.len()).filter_map(|at| PERFORMATIVES.get(at));
    let verbs = verbs.filter_map(|line| Performative::from_line(std::str::from_utf8(line).ok()?));
    Lexicon {
        words: HashMap::default(),
        lemmas: Vec::new(),
        marks: HashMap::default(),
        performatives: verbs.map(|verb| (verb.lemma.as_str().into(), verb)).collect(),
        conventions: Arc::new(Conventions::embedded()),
        concepts: Concepts::embedded(),
        degrees: Arc::new(Degrees::embedded()),
    }
});

impl Lexicon {
    /// The lexicon that comes with the tool.
    pub fn builtin() -> &'static Lexicon {
        &BUILTIN
    }

    /// What is known of a word in folded form (lower case, straight apostrophes); nothing of
    /// unknown words. A possessive `'s` is looked through.
    pub fn word(&self, folded: &str) -> Word {
        Word::read(folded, |form| self.listed(form).map(|word| self.marked(word)))
    }

    /// A form of the embedded lexicon as that holds it, with what is known of it; none where the user's own words have a
    /// say in it.
    pub fn embedded_form(&self, folded: &[u8]) -> Option<(&'static str, Word)> {
        let place = WORDS.find_bytes(folded).filter(|_| self.words.is_empty() && self.marks.is_empty())?;
        Some((WORDS.key(place)?, Word::from_bytes(WORDS.value(place)?)?))
    }

    /// A form that is listed as it is.
    fn listed(&self, form: &str) -> Option<Word> {
        let own = if self.words.is_empty() { None } else { self.words.get(form).copied() };
        own.or_else(|| Word::from_bytes(WORDS.get(form)?))
    }

    fn marked(&self, word: Word) -> Word {
        if self.marks.is_empty() {
            return word;
        }
        let own = word.lemma().and_then(|lemma| self.marks.get(&lemma));
        own.map_or(word, |own| word.with(*own))
    }

    /// The base form of a verb, for a word that is a form of one.
    pub fn lemma(&self, word: Word) -> Option<&str> {
        let at = word.lemma()?;
        LEMMAS.get(at).or_else(|| self.lemmas.get(at - LEMMAS.len()).map(AsRef::as_ref))
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
        NOMINALS.text(folded)
    }

    /// The verbs of several words that begin with a verb: what follows it, with "…" for what it acts upon, and the verb
    /// that says the same.
    ///
    /// ```
    /// use demarche::lexicon::Lexicon;
    /// let mut phrases = Lexicon::builtin().phrases_of("step");
    /// assert!(phrases.any(|phrase| phrase == ("down", "resign")));
    /// ```
    pub fn phrases_of(&self, lemma: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        PHRASAL.text(lemma).unwrap_or_default().lines().filter_map(|line| line.split_once(": "))
    }

    /// The prepositions with which a verb takes its object, where its base form alone could be a noun.
    pub fn prepositions_of(&self, folded: &str) -> impl Iterator<Item = &'static str> + use<> {
        PREPOSITIONAL.text(folded).unwrap_or_default().split_whitespace()
    }

    /// A folded word without its plural or past ending: what dictionaries list. "Meeting" stays, being a noun too.
    ///
    /// ```
    /// use demarche::lexicon::Lexicon;
    /// let lexicon = Lexicon::builtin();
    /// assert_eq!(lexicon.base_form("prisoners"), "prisoner");
    /// assert_eq!(lexicon.base_form("detained"), "detain");
    /// ```
    pub fn base_form<'f>(&'f self, folded: &'f str) -> Cow<'f, str> {
        let word = without_genitive(folded).trim_end_matches('\'');
        self.base_of(word, self.word(word))
    }

    /// The same, of a word without genitive that was looked up.
    pub fn base_of<'f>(&'f self, word: &'f str, known: Word) -> Cow<'f, str> {
        match self.lemma(known) {
            Some(lemma) if known.is(Class::PAST | Class::PARTICIPLE) => Cow::Borrowed(lemma),
            _ => forms::singular_of(word),
        }
    }

    /// What means the same.
    pub fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// How much verbs ask for.
    pub fn action_classes(&self) -> &ActionClasses {
        &ActionClasses
    }

    /// What makes an ask harder, wider or bound to something.
    pub fn degrees(&self) -> &Degrees {
        &self.degrees
    }

    /// How letters open and close.
    pub fn conventions(&self) -> &Conventions {
        &self.conventions
    }

    /// The same, to be kept.
    pub fn shared_conventions(&self) -> Arc<Conventions> {
        Arc::clone(&self.conventions)
    }

    /// Whether a stop after this abbreviation (folded, without its stop) never ends a sentence.
    pub fn never_ends(&self, folded: &str) -> bool {
        breaks(folded) & 1 > 0
    }

    /// Whether a stop after this abbreviation ends a sentence only before a word that opens one.
    pub fn may_end(&self, folded: &str) -> bool {
        breaks(folded) & 2 > 0
    }
}

fn breaks(folded: &str) -> u8 {
    BREAKS.get(folded).and_then(|marks| marks.first()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_tables_are_whole() {
        let lexicon = Lexicon::builtin();
        assert!(WORDS.entries().count() > 5000);
        assert!(lexicon.performatives.len() == PERFORMATIVES.len() && PERFORMATIVES.len() > 20);
        assert!(lists::read::<Conventions>(embedded_text!("conventions")).is_ok());
        assert!(lists::read::<Degrees>(embedded_text!("degrees")).is_ok());
        for (form, bytes) in WORDS.entries() {
            assert_eq!(WORDS.get(form), Some(bytes));
            assert_eq!(WORDS.get(&format!("{form}\u{1}")), None);
        }
    }

    #[test]
    fn verbs_are_spelled_out() {
        let lexicon = Lexicon::builtin();
        for (form, base, class) in [
            ("stopped", "stop", Class::PAST),
            ("urging", "urge", Class::GERUND),
            ("applies", "apply", Class::THIRD),
            ("withdrawn", "withdraw", Class::PARTICIPLE),
            ("committing", "commit", Class::GERUND),
        ] {
            let word = lexicon.word(form);
            assert!(word.is(class), "{form}");
            assert_eq!(lexicon.lemma(word), Some(base));
        }
    }

    #[test]
    fn a_verb_that_was_added_has_all_its_forms() {
        let mut lexicon = Lexicon::builtin().clone();
        assert!(lexicon.extend_from_text("strength.grokulate = 5", "own.toml").is_ok());
        for form in ["grokulate", "grokulates", "grokulated", "grokulating"] {
            let word = lexicon.word(form);
            assert!(word.is(Class::PERFORMATIVE), "{form}");
            assert_eq!(lexicon.lemma(word), Some("grokulate"));
        }
        assert!(!Lexicon::builtin().word("grokulate").is(Class::VERB));
    }
}
