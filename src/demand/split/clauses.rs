//! Coordinated clauses and predicates: "that it be granted and that all receive it".

use super::joints::Form;
use super::verbs::verbs;
use super::{Part, Rule};
use crate::demand::cues::{self, Shape};
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Coordinated clauses: "that A be done and that B be done", "X should do A and B".
pub(super) fn clauses(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = content.start;
    for at in content.start + 1..content.end {
        // "for the board to resign and for him to be removed"
        let wanted = words.is(at, "and")
            && words.is(at + 1, "for")
            && (at + 2..content.end.min(at + 12))
                .any(|to| words.is(to, "to") && words.is_base(words.skip_adverbs(to + 1)));
        if wanted {
            parts.extend(clause(words, start..at, parts.is_empty()));
            start = at + 2;
            continue;
        }
        // "and the University not allow it": a subject with its own verb.
        let denies = words.is(at, "and")
            && (words.has(at + 1, Class::DETERMINER) || words.get(at + 1).is_some_and(|next| next.capital()))
            && (at + 2..content.end.min(at + 6)).any(|not| {
                words.is(not, "not")
                    && words.is_base(not + 1)
                    && (at + 1..not).all(|between| {
                        words[between].is_word() && !words.has(between, Class::PREPOSITION | Class::AUXILIARY)
                    })
            });
        if denies && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = at + 1;
            continue;
        }
        // "The owners must be told and the Agency must publish it": another subject with its own modal.
        let another = words.is(at, "and")
            && (words.has(at + 1, Class::DETERMINER | Class::ADJECTIVE)
                || words.get(at + 1).is_some_and(|next| next.capital())
                || words.is_plural(at + 1))
            && obliges(words, at + 2, content.end.min(at + SUBJECT), at + 1)
            && words.clause_verb(start, at).or(modal_in(words, start, at)).is_some()
            && !(shares_what_follows(words, start, at) && waits_for_object(words, at, content.end));
        // "that the chief be dismissed and an inquiry be opened"
        let wished = words.is(at, "and")
            && words.has(at + 1, Class::DETERMINER)
            && (start..at)
                .any(|be| words.is(be, "be") && words.has(words.skip_adverbs(be + 1), Class::PARTICIPLE))
            && modal_in(words, start, at).is_none()
            && (at + 2..content.end.min(at + SUBJECT)).find(|be| words.is(*be, "be")).is_some_and(|be| {
                words.has(words.skip_adverbs(be + 1), Class::PARTICIPLE)
                    && (at + 2..be).all(|between| {
                        words[between].is_word()
                            && !words.has(between, Class::AUXILIARY | Class::CONJUNCTION)
                            && !words.is(between, "to")
                    })
            });
        // "…, and it should publish what it hears"
        let pronoun = words.is(at, "and")
            && words.is_any(at + 1, &["it", "they", "he", "she"])
            && words.is_any(at + 2, &["must", "should", "shall"])
            && words.is_base(words.skip_adverbs(at + 3))
            && modal_in(words, start, at).is_some();
        let another = another || wished || pronoun;
        if another && at > start + 3 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = at + 1;
            continue;
        }
        // "and, further, that it be done"
        let and = words.is(at, "and") || words.is_any(at, &[",", ";"]) && words.is(at + 1, "and");
        let late =
            if and { (at + 1..content.end.min(at + 7)).find(|that| words.is(*that, "that")) } else { None };
        if let Some(that) = late
            && (at + 1..that).all(|between| {
                !words[between].is_word()
                    || words.has(between, Class::ADVERB)
                    || words.is_any(between, &["and", "further"])
            })
            && words.clause_verb(that + 1, content.end).is_some()
            && !words.is(that + 1, "of")
            && at > start + 2
        {
            let end = if words.is_any(at - 1, &[",", ";"]) { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = that + 1;
            continue;
        }
        if at < start {
            continue;
        }
        let joined = !words.is(at + 2, "of")
            && words.is_any(at, &["and", ",", ";"])
            && words.is(at + 1, "that")
            && words.clause_verb(at + 2, content.end).is_some()
            && (!words.is(at, ",") || lists_clauses(words, start, at, content.end))
            || words.is(at, ",")
                && words.is(at + 1, "and")
                && words.is(at + 2, "that")
                && !words.is(at + 3, "of");
        if joined && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = if words.is(at + 1, "and") { at + 3 } else { at + 2 };
        }
    }
    let first = parts.is_empty();
    parts.extend(clause(words, start..content.end, first));
    parts
}

/// How far a subject of a second clause may reach.
const SUBJECT: usize = 12;

/// "that A be done, that B be done and that C be done": the clause before has its verb, and one more follows.
fn lists_clauses(words: Tokens, start: usize, comma: usize, end: usize) -> bool {
    words.clause_verb(start, comma).is_some()
        && (comma + 3..end).any(|and| words.is(and, "and") && words.is(and + 1, "that"))
}

/// A modal of obligation between `from` and `end`, with nothing but a short noun phrase from `subject` before it.
fn obliges(words: Tokens, from: usize, end: usize, subject: usize) -> bool {
    modal_in(words, from, end).is_some_and(|modal| {
        (subject..modal).all(|at| {
            // "such arbitrary and unnecessary closures", "the way of rule based on this"
            let joins = words.is(at, "and") && words.has(at - 1, Class::ADJECTIVE);
            let hangs = words.has(at, Class::PREPOSITION)
                && at > subject + 1
                && words.has(subject, Class::DETERMINER);
            words[at].is_word()
                && (joins
                    || hangs
                    || !words.has(at, Class::PREPOSITION | Class::AUXILIARY | Class::CONJUNCTION))
                && (at + 1 == modal || !words.has(at, Class::THIRD))
        }) && {
            let verb = words.skip_adverbs(modal + 1 + usize::from(words.is(modal + 1, "to")));
            words.is_base(words.skip_adverbs(verb + usize::from(words.is(verb, "not"))))
        }
    })
}

fn modal_in(words: Tokens, from: usize, end: usize) -> Option<usize> {
    (from..end).find(|at| {
        words.is_any(*at, &["must", "should", "shall"])
            || words.is_any(*at, &["need", "needs", "ought", "has", "have"]) && words.is(at + 1, "to")
    })
}

/// "The mayor should draft, and the town should adopt, a rule", "must be ready to offer, and …": the
/// first verb waits for its object.
fn shares_what_follows(words: Tokens, from: usize, end: usize) -> bool {
    let last = (from..end).rev().find(|at| words[*at].is_word()).unwrap_or(from);
    if words.is_base(last) && words.is(words.skip_adverbs_back(last).wrapping_sub(1), "to") {
        return true;
    }
    modal_in(words, from, end).is_none_or(|modal| {
        let verb = words.skip_adverbs(modal + 1);
        !words.is(verb, "be")
            && (verb + 1 >= end || !words[verb + 1].is_word() || words.has(verb + 1, Class::PREPOSITION))
    })
}

/// "…, and the town should adopt, a rule": after the second verb a comma leads to the object of both.
fn waits_for_object(words: Tokens, and: usize, end: usize) -> bool {
    modal_in(words, and, end.min(and + SUBJECT)).is_some_and(|modal| {
        let verb = words.skip_adverbs(modal + 1);
        words.is(verb + 1, ",")
            || words.is(and.wrapping_sub(1), ",")
            || words.has(verb + 1, Class::PREPOSITION)
    })
}

/// One clause; its coordinated predicates are acts of their own.
pub(super) fn clause(words: Tokens, content: Range<usize>, first: bool) -> Vec<Part> {
    let rule = if first { Rule::Whole } else { Rule::OwnClause };
    let whole = Part { content: content.clone(), shape: Shape::Clause, rule, chain: None, actor: None };
    let relative =
        |at: usize| words.is_any(words.skip_adverbs_back(at).wrapping_sub(1), &["who", "which", "that"]);
    let modal = content.clone().find(|at| {
        words.is_any(*at, &["should", "must", "shall", "will"]) && !(relative(*at) && *at > content.start + 1)
            || words.is(*at, "to")
                && words.is_any(at.wrapping_sub(1), &["need", "needs", "ought", "has", "have", "time"])
                && words.is_base(words.skip_adverbs(at + 1))
    });
    // "for the community to reaffirm it, show support and discuss it"
    let wanted = (words.is(content.start.wrapping_sub(1), "for")
        || content.clone().take(8).any(|at| words.is(at, "for")))
    .then(|| content.clone().find(|at| words.is(*at, "to") && words.is_base(words.skip_adverbs(at + 1))))
    .flatten();
    let modal = modal.or(wanted);
    let third = content.clone().skip(1).find(|at| {
        // "the United States" is a name, no verb.
        words.has(*at, Class::THIRD)
            && !words.is_name(*at)
            // "needs to", "has to" are modals.
            && !words.is(at + 1, "to")
            && !words.has(*at, Class::AMBIGUOUS | Class::NOMINAL | Class::ARTIFACT | Class::BE)
            && !words.is_plural(at - 1)
            && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION)
    });
    let plain = words
        .clause_verb(content.start, content.end)
        .filter(|verb| !words.is(*verb, "be") && !words.has(*verb, Class::AUXILIARY));
    // The main clause's verb comes first; those of clauses inside it later.
    let verb = [
        modal.map(|at| (at + 1, Form::Base)),
        plain.map(|at| (at, Form::Base)),
        third.map(|at| (at, Form::Third)),
    ]
    .into_iter()
    .flatten()
    .min_by_key(|(at, _)| *at);
    // "I do not believe it should sell the park and close the clinic": denied together.
    let denied = cues::denial::clause_behind(words, content.start).is_some();
    let Some((from, form)) = verb.filter(|_| !denied) else { return vec![whole] };
    let passive = words.is(words.skip_adverbs(from), "be");
    if passive && form == Form::Base {
        // "X must be released and be paid": one subject, one act on it.
        let active = verbs(words, from..content.end, form);
        if active.len() < 2 || active.iter().skip(1).any(|part| words.is(part.content.start, "be")) {
            return vec![whole];
        }
    }
    // What is asked of somebody is the act; a subject that cannot act belongs to it.
    let actor = if modal.is_none() && form == Form::Base {
        cues::acting_subject(words, content.start, from)
    } else {
        None
    };
    // "that the rector resign": one word says too little by itself.
    let said = |range: Range<usize>| range.filter(|at| words[*at].is_word()).count();
    if let Some(actor) = actor.filter(|actor| said(actor.end..content.end) > 1) {
        let acts = verbs(words, actor.end..content.end, form);
        return acts
            .into_iter()
            .map(|part| Part {
                rule: if part.rule == Rule::Whole { rule } else { part.rule },
                actor: Some(actor.clone()),
                ..part
            })
            .collect();
    }
    // The first act keeps the subject it shares with the others.
    let acts = verbs(words, from..content.end, form);
    acts.into_iter()
        .enumerate()
        .map(|(index, part)| match (index, part.rule) {
            (0, Rule::InnerAct) => Part { shape: Shape::Verb, ..part },
            (0, _) => Part {
                content: content.start..part.content.end,
                shape: Shape::Clause,
                rule,
                chain: None,
                actor: None,
            },
            _ => Part { shape: if form == Form::Third { Shape::Clause } else { Shape::Verb }, ..part },
        })
        .collect()
}
