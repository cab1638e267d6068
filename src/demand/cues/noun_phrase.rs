//! Noun phrases as items of demands: "An end to …", "Immediate release of …", "No new …", "$5.1 billion for …".
//!
//! Only under a lead-in that asks: elsewhere a noun phrase is a fact.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// Noun phrases that stand as demands.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let asked = matches!(context.role, Role::Demand | Role::DemandHeading);
    // "Charge the officers. No use of force on campus.": a later sentence of the item.
    let denies = context.role == Role::Demand
        && words.is(0, "no")
        && !(0..words.len()).any(|at| {
            words.has(at, Class::AUXILIARY | Class::THIRD | Class::PAST)
                && !words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::PARTICIPLE)
        });
    if !asked || !context.first && !denies || words.is_empty() {
        return Vec::new();
    }
    // "10:00 Town Hall": when, and no demand.
    let number = |at: usize| words.get(at).is_some_and(|token| token.kind == crate::language::Kind::Number);
    if number(0) && words.is_any(1, &[":", "."]) && number(2) {
        return Vec::new();
    }
    let mut start = usize::from(!words[0].is_word() && words.len() > 1 && !words.is(0, "$"));
    let numbered = words[0].kind == crate::language::Kind::Number && words.is_any(1, &[".", ")", ":"]);
    if numbered {
        start = 2;
    }
    // "Thursday, 7 December, 8 p.m.: Register": an appointment.
    let weekday = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    if words.is_any(start, &weekday) && words.is_any(start + 1, &[",", ":"]) {
        return Vec::new();
    }
    let verb = words.skip_adverbs(super::imperative::after_label(words));
    let imperative =
        words.is_base(verb) || words.is(verb, "to") && words.is_base(words.skip_adverbs(verb + 1));
    // "(04) 555 0100 (office)": a number to call.
    let numbers = words.iter().filter(|token| token.kind == crate::language::Kind::Number).count();
    if numbers >= 3 && numbers * 2 > words.iter().filter(|token| token.is_word()).count() {
        return Vec::new();
    }
    // "Compensation." is asked for; "Transport" alone is a topic.
    let one = words.has(start, Class::NOMINAL)
        && !words.has(start, Class::GERUND)
        && (words.last().is_some_and(|last| last.is_any(&[".", ";", ","])) || !words[start].capital());
    if imperative || words.iter().filter(|token| token.is_word()).count() < 2 && !one {
        return Vec::new();
    }
    let end = super::clause::clause_end(words, start);
    let clause = words.get(start).is_some_and(|first| first.is("that"));
    let (content, shape) = if clause {
        (start + 1..end, Shape::Clause)
    } else if context.completes {
        (start..end, Shape::Clause)
    } else {
        (start..end, shape(words, start, end))
    };
    if words.is(words.len() - 1, "?")
        || context.role == Role::DemandHeading && !is_noun_demand(words) && !clause && !numbered
    {
        return Vec::new();
    }
    // A declarative tells how things are; with a modal or a future it says how they shall be.
    let acted = words
        .clause_verb(start, end.min(start + 8))
        .is_some_and(|verb| super::acting_subject(words, start, verb).is_some());
    // "We demand that the college: – openly opposes the rise": the item is what its lead's subject is to do.
    let first = words.skip_adverbs(start);
    let predicate = words.has(first, Class::THIRD)
        && !words.has(first, Class::NOMINAL | Class::ARTIFACT | Class::INSTITUTION | Class::ROLE)
        && words.takes_object(first);
    let declares = shape == Shape::Clause
        && !predicate
        && !clause
        && !acted
        && !(start..end).any(|at| words.is_any(at, &["must", "should", "shall", "will", "be"]));
    if declares && !context.completes {
        return Vec::new();
    }
    vec![Ask {
        family: Family::NounPhrase,
        cue: start..start + 1,
        content,
        shape,
        addressee: None,
        level: super::levels::ITEM,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ItemOfDemands],
    }]
}

/// All the words as one ask, where it is known that they are one.
pub fn whole(words: Tokens) -> Ask {
    let end = words.len();
    Ask {
        family: Family::NounPhrase,
        cue: 0..end.min(1),
        content: 0..end,
        shape: shape(words, 0, end),
        addressee: None,
        level: super::levels::ITEM,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ItemOfDemands],
    }
}

fn shape(words: Tokens, start: usize, end: usize) -> Shape {
    // "Supervisors respect boundaries": an act wished for, with its actor.
    let acted = words.clause_verb(start, end.min(start + 8)).is_some_and(|verb| {
        super::acting_subject(words, start, verb).is_some() && !words.has(start, Class::DETERMINER)
    });
    if acted {
        return Shape::Clause;
    }
    let third = start + 1 < end
        && words[start].capital()
        && (start + 1..end.min(start + 4)).any(|at| {
            words.has(at, Class::THIRD)
                && !words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::INSTITUTION | Class::ROLE)
                && words.takes_object(at)
                && words[at - 1].capital()
        });
    if third {
        return Shape::Clause;
    }
    let finite = (start + 1..end).find(|at| {
        words.has(*at, Class::AUXILIARY) && !words.is_any(*at, &["be", "being", "having", "been"])
    });
    match finite.map(|at| crate::demand::voice::subject(words, at)) {
        Some(subject) if !subject.relative && is_main(words, start, subject.range.start) => Shape::Clause,
        _ => Shape::Noun,
    }
}

/// Whether the clause whose subject begins at `subject` is the main one of the phrase from `start`.
fn is_main(words: Tokens, start: usize, subject: usize) -> bool {
    let inside = |at: usize| {
        !words.phrase(at, "as of")
            && words.is_any(
                at,
                &[
                    "that", "which", "who", "where", "when", "as", "because", "if", "so", "whose", "whom",
                    "than", "until", "unless", "how", "what", "while",
                ],
            )
    };
    let subject = words.skip_adverbs_back(subject);
    subject <= start || words.is(subject - 1, ",") && !(start..subject).any(inside)
}

/// Whether a heading could be a demand put as a noun phrase: "No new prisons", "An end to deportations".
pub fn is_noun_demand(words: Tokens) -> bool {
    let opens = words.is_any(
        0,
        &[
            "no",
            "full",
            "immediate",
            "unconditional",
            "free",
            "equal",
            "fair",
            "stop",
            "end",
            "more",
            "better",
            "zero",
            "universal",
            "complete",
            "total",
        ],
    );
    let act = (0..words.len().min(5)).any(|at| {
        words.has(at, Class::NOMINAL)
            && words.is_any(at + 1, &["of", "to", "for", "from", "on", "by", "with"])
    });
    opens || act
}
