//! What a colon announces: "Our first demand: reinstate the cleaners", "we have three requests: …", "enough is enough:
//! close the plant".
//!
//! What it leaves: what others announce, and colons before facts.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// Nouns that announce an ask.
const ANNOUNCING: [&str; 16] = [
    "appeal",
    "appeals",
    "ask",
    "asks",
    "demand",
    "demands",
    "message",
    "plea",
    "proposal",
    "proposals",
    "recommendation",
    "recommendations",
    "request",
    "requests",
    "suggestion",
    "suggestions",
];

/// How long the words before the colon may be.
const LEAD: usize = 14;

/// Asks behind a colon.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    if matches!(context.role, Role::Fact | Role::Title) {
        return Vec::new();
    }
    (1..words.len())
        .filter(|colon| words.is(*colon, ":") && !sentence.is_quoted(*colon))
        .filter_map(|colon| announced(words, colon))
        .collect()
}

fn announced(words: Tokens, colon: usize) -> Option<Ask> {
    let start = (0..colon).rev().find(|at| words.is_any(*at, &[";", ":", "."])).map_or(0, |mark| mark + 1);
    if colon - start > LEAD {
        return None;
    }
    let own = (start..colon).any(|at| words.has(at, Class::FIRST_PERSON) || words.is_any(at, &["our", "my"]));
    let noun = (start..colon)
        .any(|at| words.is_any(at, &ANNOUNCING) && at > start && !words.is_any(at - 1, &["we", "i"]));
    // "We ask again: …"; right behind the verb the complement says it.
    let verb = (start + 1..colon - 1).any(|at| {
        words.has(at, Class::PERFORMATIVE)
            && words.has(at, Class::BASE)
            && words.has(words.skip_adverbs_back(at).wrapping_sub(1), Class::FIRST_PERSON)
            && (at + 1..colon).all(|at| words.has(at, Class::ADVERB) || words.is(at, "again"))
    });
    // "What we are asking for is simple: …", "the solution is clear: …"
    let plain = colon > start + 2
        && words.is_any(colon - 1, &["simple", "clear", "plain", "modest", "obvious", "straightforward"])
        && (start..colon).any(|at| words.is_any(at, &["is", "are", "remain", "remains"]));
    let cleft = plain
        && words.is(start, "what")
        && (start..colon).any(|at| words.is_any(at, &["want", "ask", "asking", "need", "seek", "demand"]));
    let remedy = plain
        && words.is(start, "the")
        && (start..colon).any(|at| words.is_any(at, &["answer", "solution", "remedy", "choice", "way"]));
    let yours =
        words.phrase(start, "the ball is in your court") || words.phrase(start, "the choice is yours");
    let fed_up = words.phrase(start, "enough is enough") || yours || remedy;
    let denied = (start..colon).any(|at| words.has(at, Class::NEGATION));
    if denied || !(own && (noun || verb || cleft) || fed_up) {
        return None;
    }
    let next = colon + 1;
    let act = words.skip_adverbs(next);
    let shape = if words.is_verb_here(act) || words.phrase(act, "do not") {
        Shape::Verb
    } else if words.is(next, "that") && noun {
        Shape::Clause
    } else if (noun || cleft)
        && words.has(next, Class::DETERMINER | Class::NOMINAL | Class::ADJECTIVE | Class::PARTICIPLE)
        && !words.is_any(next, &["this", "that"])
        && !(next..super::clause::clause_end(words, next)).any(|at| words.has(at, Class::AUXILIARY))
    {
        Shape::Noun
    } else {
        return None;
    };
    let from = next + usize::from(shape == Shape::Clause);
    Some(Ask {
        family: Family::Wish,
        cue: start..colon,
        content: from..super::clause::clause_end(words, from),
        shape,
        addressee: None,
        level: super::levels::WISH,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    })
}
