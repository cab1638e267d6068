//! Asks behind a label: "Motion: That the branch oppose the merger.", "Action requested: repair the stairs.", "Request: a
//! copy of the contract."
//!
//! What it leaves: labels of facts ("Reason:", "Background:"), and what a label only announces.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// How long a label may be.
const LABEL: usize = 4;

/// Labels behind which a thing is asked for as well as an act.
const ASKS: [&str; 4] = ["ask", "demand", "request", "requested"];

/// Labels behind which an act is put: somebody is to adopt it.
const PUTS: [&str; 9] = [
    "action",
    "motion",
    "moved",
    "proposal",
    "proposed",
    "recommendation",
    "recommended",
    "resolution",
    "resolved",
];

/// The ask behind the label that opens a sentence.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let Some(colon) = (1..words.len().min(LABEL + 2)).find(|at| words.is(*at, ":")) else {
        return Vec::new();
    };
    let named = |at: usize| words.is_any(at, &ASKS) || words.is_any(at, &PUTS);
    let label = (0..colon)
        .all(|at| !words.has(at, Class::DETERMINER | Class::AUXILIARY | Class::SUBJECT_PRONOUN))
        && (0..colon).any(named);
    if !label || matches!(context.role, Role::Fact | Role::Title) || sentence.is_quoted(0) {
        return Vec::new();
    }
    let Some((from, shape)) = behind(words, colon + 1, (0..colon).any(|at| words.is_any(at, &ASKS))) else {
        return Vec::new();
    };
    let family = match shape {
        Shape::Clause => Family::Resolution,
        Shape::Noun => Family::NounPhrase,
        _ => Family::Imperative,
    };
    let end = super::clause::clause_end(words, from);
    let verb = words.clause_verb(from, end).filter(|_| shape == Shape::Clause);
    vec![Ask {
        family,
        cue: 0..colon,
        content: from..end,
        shape,
        addressee: verb.and_then(|verb| super::acting_subject(words, from, verb)),
        level: super::levels::ITEM,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ItemOfDemands],
    }]
}

/// Where what is asked begins behind the colon, and its grammar.
fn behind(words: Tokens, at: usize, things: bool) -> Option<(usize, Shape)> {
    let first = words.skip_adverbs(at);
    if words.is(at, "that") && words.clause_verb(at + 1, words.len()).is_some() {
        return Some((at + 1, Shape::Clause));
    }
    if words.is(at, "to") && words.is_base(words.skip_adverbs(at + 1)) {
        return Some((at + 1, Shape::Verb));
    }
    if words.is_base(first) && words.is_verb_here(first) {
        return Some((at, Shape::Verb));
    }
    let thing = words.has(at, Class::DETERMINER) && !words.is_any(at, &["this", "that", "these", "those"]);
    let verbless = (at..words.len()).all(|at| {
        !words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::THIRD)
            || words.has(at, Class::NOMINAL)
    });
    (things && thing && verbless).then_some((at, Shape::Noun))
}
