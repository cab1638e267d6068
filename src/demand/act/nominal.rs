//! The act that a noun names: "the immediate release of all prisoners".

use super::Reader;
use super::layers::{EFFORTS, Layer, layer_of};
use crate::language::Kind;
use crate::lexicon::Class;

/// Nouns of setting about something, beside those of effort.
const UNDERTAKINGS: [&str; 8] =
    ["need", "intervention", "help", "support", "assistance", "agreement", "promise", "pledge"];

/// Nouns of what is given.
const GIVEN: [&str; 7] = ["funding", "funds", "support", "assistance", "help", "aid", "money"];

impl Reader<'_, '_> {
    /// Whether the word stands for an act as a noun: "the **release** of all".
    pub(super) fn is_noun_of_action(&self, at: usize) -> bool {
        let words = self.words;
        words.has(at, Class::NOMINAL)
            && self.act.head != Some(at)
            && words.lexicon().verb_of_noun(&words[at].folded).is_some()
            && at > 0
            && words.has(at - 1, Class::DETERMINER | Class::ADJECTIVE | Class::PARTICIPLE)
    }

    /// A noun of action near `from` that governs what follows: "the immediate release of".
    pub(super) fn action_noun(&self, from: usize) -> Option<usize> {
        let words = self.words;
        (from..self.end.min(from + 6))
            .find(|at| {
                words.has(*at, Class::NOMINAL)
                    && (words.has(at + 1, Class::PREPOSITION | Class::AUXILIARY | Class::BE)
                        || *at + 1 >= self.end
                        || !words[at + 1].is_word())
            })
            .filter(|noun| {
                (from..*noun).all(|at| {
                    words[at].is_word() && !words.has(at, Class::PREPOSITION | Class::CONJUNCTION)
                        || words.is(at, "and")
                })
            })
    }

    /// Reads a noun phrase: its noun of action stands for a verb.
    pub(super) fn nominal(&mut self, from: usize, depth: usize) {
        let words = self.words;
        let noun = self.action_noun(from).or_else(|| {
            // "a right to an interpreter at every appointment": what hangs on the noun names no act.
            (from..self.end.min(from + 8))
                .take_while(|at| {
                    let sum = || {
                        words.is_any(at - 1, &["million", "billion"]) || words[at - 1].kind == Kind::Number
                    };
                    *at == from || !words.has(*at, Class::PREPOSITION) || sum()
                })
                .find(|at| words.has(*at, Class::NOMINAL))
        });
        if noun.is_none()
            && depth > 0
            && let Some(verb) = self.undertaking(from)
        {
            return self.unwrap(verb, depth - 1);
        }
        let opens = words.is_any(words.skip_adverbs(from), &["no"]) && !words.is(from + 1, "longer");
        self.act.negated |= opens;
        let phrase = self.act.object.start.min(from);
        self.act.object = from..self.end;
        let Some(noun) = noun else {
            // "the library reopened": what is wanted done to it.
            let done = self.end.wrapping_sub(1);
            if done > from
                && words.has(done, Class::PARTICIPLE)
                && !words.has(done, Class::ADJECTIVE | Class::GERUND)
            {
                self.act.head = Some(done);
                self.act.lemma = words.lemma(done).map(str::to_owned);
                self.act.object = from..done;
            }
            return;
        };
        let verb = words.lexicon().verb_of_noun(&words[noun].folded).or_else(|| words.lemma(noun));
        self.act.head = Some(noun);
        self.act.lemma = verb.map(str::to_owned);
        let after = self.after_noun(noun).max(self.after_carrying_it_out(noun));
        // "the abolition of the imposition of": one layer deeper where the noun only prepares.
        let prepares = depth > 0 && self.act.lemma.as_deref().and_then(layer_of).is_some();
        if prepares && let Some(inner) = self.action_noun(after) {
            let layer = self.act.lemma.as_deref().and_then(layer_of);
            self.act.layers.extend(layer.map(|layer| (layer, noun)));
            return self.nominal(inner, depth - 1);
        }
        // "the release of all must be a condition": the noun's object ends where its predicate begins.
        if let Some(modal) = (after..self.end).find(|at| {
            words.is_any(*at, &["must", "should", "shall", "ought"]) && !self.is_relative(noun, *at)
        }) {
            self.end = modal;
        }
        let governs = after > noun + 1;
        let compound = self.compound(phrase, noun);
        // "funding from the donors": they give, they are not given to.
        let given = words.is_any(noun, &GIVEN) && words.is(noun + 1, "from");
        let whom = given.then(|| (noun + 2..self.end).find(|at| words.is(*at, "for"))).flatten();
        self.act.object = if let (Some(whom), true) = (whom, compound.is_empty()) {
            // "support from the members for the treaty"
            whom + 1..self.end
        } else if given
            || !governs && !words.is_any(noun + 1, &["and", "or"]) && !compound.is_empty()
            || after >= self.end && from < noun
        {
            // "prisoner release": the object stands before the noun.
            compound
        } else {
            after.min(self.end)..self.end
        };
    }

    /// "your intervention to **stop** it", "an urgent need to **repair** it": what somebody is to set about.
    fn undertaking(&mut self, from: usize) -> Option<usize> {
        let words = self.words;
        let noun = (from..self.end.min(from + 6))
            .take_while(|at| !words.has(*at, Class::PREPOSITION))
            .find(|at| words.is_any(*at, &EFFORTS) || words.is_any(*at, &UNDERTAKINGS))?;
        let verb = self.infinitive(noun + 1)?;
        self.act.layers.push((Layer::Effort, noun));
        Some(verb)
    }

    /// Where the object of a noun of action begins: "release **of** all", "recognition by the state **of** both".
    fn after_noun(&self, noun: usize) -> usize {
        let words = self.words;
        let next = noun + 1;
        if words.is(next, "by") {
            let of = (next + 1..self.end.min(next + 8)).find(|at| words.is(*at, "of"));
            return of.map_or(next, |of| of + 1);
        }
        let governs = words.is_any(next, &["of", "to", "for", "on", "in", "from", "with"]);
        next + usize::from(governs)
    }

    /// "an inquiry **be held** into the fire": where the object of a noun of action begins behind its passive verb.
    fn after_carrying_it_out(&self, noun: usize) -> usize {
        let words = self.words;
        let participle = words.skip_adverbs(noun + 2);
        let carried =
            words.is_any(noun + 1, &["be", "is", "are"]) && words.has(participle, Class::PARTICIPLE);
        let governs = carried && words.has(participle + 1, Class::PREPOSITION);
        if governs && participle + 2 < self.end { participle + 2 } else { noun }
    }

    /// The nouns right before a noun of action: "**arms** embargo".
    fn compound(&self, from: usize, noun: usize) -> std::ops::Range<usize> {
        let words = self.words;
        let modifier = Class::DETERMINER
            | Class::ADJECTIVE
            | Class::ADVERB
            | Class::POSSESSIVE
            | Class::PREPOSITION
            | Class::CONJUNCTION
            | Class::PARTICIPLE
            | Class::GERUND
            | Class::GENITIVE
            | Class::AUXILIARY
            | Class::SUBJECT_PRONOUN
            | Class::FIRST_PERSON
            | Class::BASE;
        let mut start = noun;
        while start > from
            && words[start - 1].kind == Kind::Word
            && !words.has(start - 1, modifier)
            && (!describes(&words[start - 1].folded) || words.is_name(start - 1))
        {
            start -= 1;
        }
        start..noun
    }
}

/// Whether a word looks like an adjective that no table knows: "regional", "urgent".
fn describes(folded: &str) -> bool {
    ["al", "ent", "ant", "ern"].iter().any(|end| folded.len() > 4 && folded.ends_with(end))
}
