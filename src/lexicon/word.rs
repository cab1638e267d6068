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

    pub(super) fn of_lemma(self, lemma: usize) -> Self {
        if self.lemma > 0 {
            return self;
        }
        Word { lemma: u16::try_from(lemma + 1).unwrap_or(0), ..self }
    }

    pub(super) fn lemma(self) -> Option<usize> {
        usize::from(self.lemma).checked_sub(1)
    }
}
