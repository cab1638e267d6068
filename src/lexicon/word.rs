//! What is known of a single word.

bitflags::bitflags! {
    /// The classes a word can belong to; a word may belong to several, its place decides.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
    pub struct Class: u64 {
        /// Articles, demonstratives, quantifiers, possessive pronouns.
        const DETERMINER = 1;
        /// Possessive pronouns.
        const POSSESSIVE = 1 << 1;
        /// Pronouns that can be a subject.
        const SUBJECT_PRONOUN = 1 << 2;
        /// I, we.
        const FIRST_PERSON = 1 << 3;
        /// Prepositions.
        const PREPOSITION = 1 << 4;
        /// Conjunctions.
        const CONJUNCTION = 1 << 5;
        /// Negations.
        const NEGATION = 1 << 6;
        /// Forms of be, have and do, and modals.
        const AUXILIARY = 1 << 7;
        /// Forms of be.
        const BE = 1 << 8;
        /// Adverbs.
        const ADVERB = 1 << 9;
        /// Words that open a sentence.
        const STARTER = 1 << 10;
        /// Bodies that can act.
        const INSTITUTION = 1 << 11;
        /// People by their office.
        const ROLE = 1 << 12;
        /// Things a decision can change.
        const ARTIFACT = 1 << 13;
        /// People in general.
        const PEOPLE = 1 << 14;
        /// Days of the week.
        const WEEKDAY = 1 << 15;
        /// Months.
        const MONTH = 1 << 16;
        /// Base form of a verb.
        const BASE = 1 << 17;
        /// Third person singular of a verb.
        const THIRD = 1 << 18;
        /// Past tense of a verb.
        const PAST = 1 << 19;
        /// Past participle of a verb.
        const PARTICIPLE = 1 << 20;
        /// The -ing form of a verb.
        const GERUND = 1 << 21;
        /// A base form that is as often a noun or an adjective.
        const AMBIGUOUS = 1 << 22;
        /// A verb of the mind or of mere being.
        const IDLE = 1 << 23;
        /// A verb for what a reader does with a document.
        const PRACTICAL = 1 << 24;
        /// A verb of saying.
        const SPEECH = 1 << 25;
        /// A verb by which an asker asks.
        const PERFORMATIVE = 1 << 26;
        /// The word stands in the genitive.
        const GENITIVE = 1 << 27;
        /// A noun of action: "withdrawal".
        const NOMINAL = 1 << 28;
        /// Adjectives.
        const ADJECTIVE = 1 << 29;
        /// A verb for what a decision makes a thing do: fares rise, a report includes.
        const DECIDED = 1 << 30;

        /// Any form of a verb.
        const VERB = Self::BASE.bits() | Self::THIRD.bits() | Self::PAST.bits() | Self::PARTICIPLE.bits() | Self::GERUND.bits();
        /// Whoever can be asked to act.
        const ACTOR = Self::INSTITUTION.bits() | Self::ROLE.bits();
    }
}

/// What is known of a word: its classes, and the verb it is a form of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Word {
    class: Class,
    /// Index of the lemma, plus one; 0 for none.
    lemma: u16,
}

impl Word {
    /// A word of some classes that is no form of a known verb.
    pub fn of(class: Class) -> Self {
        Word { class, lemma: 0 }
    }

    /// Whether the word belongs to any of these classes.
    pub fn is(self, class: Class) -> bool {
        self.class.intersects(class)
    }

    /// All classes of the word.
    pub fn classes(self) -> Class {
        self.class
    }

    /// The word with more classes.
    #[must_use]
    pub fn with(self, class: Class) -> Self {
        Word { class: self.class | class, ..self }
    }

    /// The word as a form of a verb, by the number of its lemma; of several, the first stays.
    #[must_use]
    pub fn of_lemma(self, lemma: usize) -> Self {
        if self.lemma > 0 {
            return self;
        }
        Word { lemma: u16::try_from(lemma + 1).unwrap_or(0), ..self }
    }

    /// The number of the lemma it is a form of.
    pub fn lemma(self) -> Option<usize> {
        usize::from(self.lemma).checked_sub(1)
    }

    /// The word as an embedded table holds it.
    pub fn to_bytes(self) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&self.class.bits().to_le_bytes());
        bytes[8..].copy_from_slice(&self.lemma.to_le_bytes());
        bytes
    }

    /// The word that an embedded table holds.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (class, lemma) = bytes.split_first_chunk::<8>()?;
        let class = Class::from_bits_truncate(u64::from_le_bytes(*class));
        Some(Word { class, lemma: u16::from_le_bytes(*lemma.first_chunk()?) })
    }

    /// What is known of a folded word, where `known` tells of listed forms: prefixes and genitives are looked
    /// through, endings tell of the rest.
    pub fn read(folded: &str, known: impl Fn(&str) -> Option<Word>) -> Word {
        if let Some(word) = known(folded) {
            return word;
        }
        if folded.bytes().take(PREFIX).any(|byte| byte == b'-') {
            // "re-invest", "co-fund"
            let joined = ["re-", "co-", "de-", "un-", "pre-"]
                .iter()
                .find(|prefix| folded.starts_with(**prefix))
                .map(|_| folded.replacen('-', "", 1));
            if let Some(word) = joined.and_then(|joined| known(&joined)) {
                return word;
            }
            // "re-classify", "over-invest": what is done again or too much is done by the verb.
            let again = ["re-", "over-", "under-"].iter().find_map(|prefix| folded.strip_prefix(prefix));
            let again = again.and_then(&known);
            if let Some(word) = again.filter(|word| word.is(Class::VERB)) {
                return word;
            }
        }
        let stem = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''));
        match stem.and_then(known) {
            Some(word) => word.with(Class::GENITIVE),
            None if stem.is_some() => Word::of(Class::GENITIVE),
            None if folded.len() > 4 && folded.ends_with("ly") => Word::of(Class::ADVERB),
            None if folded.len() > 5
                && folded.ends_with(['e', 's', 'l', 'c', 'y'])
                && ADJECTIVE_ENDINGS.iter().any(|end| folded.ends_with(end)) =>
            {
                Word::of(Class::ADJECTIVE)
            }
            None => Word::default(),
        }
    }
}

/// How long a prefix with its hyphen is at most.
const PREFIX: usize = 6;

/// Endings that make adjectives.
const ADJECTIVE_ENDINGS: [&str; 9] = ["ive", "ous", "ful", "less", "able", "ible", "ic", "ical", "ary"];
