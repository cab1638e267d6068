//! The noun at the head of an object: what the act is done to, without what tells of it.

use super::deeds::MOST_TELLING;
use crate::demand::{Reading, Value};
use crate::language::{Kind, Tokens};
use crate::lexicon::{Class, Key, Near, facts};
use crate::text::without_genitive;

/// The noun at the head of an object.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Head {
    /// The noun itself.
    pub noun: Noun,
    /// The noun that tells which: "farmers" in "raise the aid to farmers".
    pub tail: Option<Noun>,
    /// The instrument that it belongs to: "Convention" in "ratify the Convention on Biological Diversity".
    pub named: Option<Key>,
}

/// A noun and what it may be compared by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noun {
    /// The concept it names, or its stem.
    pub concept: Key,
    /// Its stem.
    pub stem: Key,
    /// Words used in like contexts.
    pub near: Near,
    /// How telling it is, 0 to 1.
    pub tells: f64,
}

impl Head {
    /// Of the object of a reading; none where it is a pronoun, a name alone or missing.
    pub fn of(words: Tokens, reading: &Reading) -> Option<Head> {
        let object = reading.object?;
        let start = words.iter().position(|token| object.contains(token.span))?;
        let end = words.iter().rposition(|token| object.contains(token.span))? + 1;
        let mut from = start;
        loop {
            let (at, next) = phrase(words, from, end)?;
            // "the number of nurses": the nurses.
            if words.is(next, "of") && MEASURES.contains(&words[at].folded.as_ref()) {
                from = next + 1;
                continue;
            }
            return Some(Head {
                noun: Noun::of(words, at, from),
                tail: tail(words, next, end).map(|(at, from)| Noun::of(words, at, from)),
                named: instrument(words, reading, from, at),
            });
        }
    }
}

impl Noun {
    fn of(words: Tokens, at: usize, from: usize) -> Noun {
        let known = words.lexicon().concepts();
        let facts = facts(without_genitive(&words[at].folded));
        let concept = (from..=at).find_map(|start| {
            known
                .object_at(|at| words.base_form(at), start)
                .filter(|(_, length)| start + length > at)
                .map(|(name, _)| name)
        });
        Noun {
            concept: concept.map_or(facts.stem, Key::of),
            stem: facts.stem,
            near: facts.near,
            tells: facts.tells.min(MOST_TELLING) / MOST_TELLING,
        }
    }

    /// How alike two nouns are, 0 to 1.
    pub fn likeness(&self, other: &Noun) -> f64 {
        if self.concept == other.concept || self.stem == other.stem {
            return 1.0;
        }
        let near = |one: &Noun, other: &Noun| {
            one.near.iter().find(|(stem, _)| *stem == other.stem).map_or(0, |(_, likeness)| likeness)
        };
        f64::from(near(self, other).max(near(other, self))) / 100.0
    }
}

/// The instrument that holds a word between two tokens.
fn instrument(words: Tokens, reading: &Reading, from: usize, to: usize) -> Option<Key> {
    reading.qualifiers.iter().find_map(|qualifier| match &qualifier.value {
        Some(Value::Instrument(name)) => {
            (from..=to).any(|at| qualifier.span.contains(words[at].span)).then(|| Key::of(name))
        }
        _ => None,
    })
}

/// The noun that a preposition or a relative clause at `at` hangs on the head, and where its phrase begins.
fn tail(words: Tokens, at: usize, end: usize) -> Option<(usize, usize)> {
    let from = if words.is_any(at, &["that", "which", "who", "to"])
        && words.has(words.skip_adverbs(at + 1), Class::VERB)
    {
        words.skip_adverbs(at + 1) + 1
    } else if words.is_any(at, &["of", "on", "to", "for", "against", "with", "from", "in"]) {
        at + 1
    } else {
        return None;
    };
    let from = from + usize::from(words.is_any(from, &["of", "on", "to", "for"]));
    if from >= end { None } else { phrase(words, from, end).map(|(noun, _)| (noun, from)) }
}

/// The head of the noun phrase that begins at `from`, and the token behind it.
fn phrase(words: Tokens, from: usize, end: usize) -> Option<(usize, usize)> {
    let ends = |at: usize| {
        let token = &words[at];
        !token.is_word() && token.kind != Kind::Number
            || token.has(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::BE)
            || token.is_any(&["that", "which", "who", "whose", "whom", "where", "to"])
    };
    let first = (from..end).find(|at| !words.has(*at, Class::DETERMINER | Class::ADVERB))?;
    let stop = (first..end).find(|at| ends(*at)).unwrap_or(end);
    let noun = (first..stop).rev().find(|at| {
        let token = &words[*at];
        token.is_word() && !token.has(Class::ADVERB | Class::DETERMINER | Class::SUBJECT_PRONOUN)
    })?;
    let silent =
        words.is_any(noun, &["it", "them", "this", "these", "those", "so", "all", "us", "him", "her"]);
    (!silent).then_some((noun, stop))
}

/// Nouns that measure what "of" names behind them.
const MEASURES: [&str; 30] = [
    "number",
    "numbers",
    "level",
    "levels",
    "amount",
    "amounts",
    "use",
    "practice",
    "practices",
    "system",
    "process",
    "kind",
    "kinds",
    "type",
    "types",
    "form",
    "forms",
    "part",
    "rest",
    "majority",
    "set",
    "range",
    "series",
    "rate",
    "rates",
    "cost",
    "costs",
    "act",
    "acts",
    "issue",
];
