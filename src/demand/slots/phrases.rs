//! Qualifiers that are known by their words: urgency, scope, hedges, conditions, occasions, purposes.

use super::{Qualifier, QualifierKind, push};
use crate::language::Tokens;
use crate::lexicon::{Class, Degrees, Firsts, Shape, Wanted};
use std::ops::Range;

/// Finds them.
pub fn find(words: Tokens, content: Range<usize>, found: &mut Vec<Qualifier>) {
    let degrees = words.lexicon().degrees();
    let plain: [(&Wanted, QualifierKind); 8] = [
        (&degrees.urgency, QualifierKind::Urgency),
        (&degrees.unconditional, QualifierKind::Emphasis),
        (&degrees.emphasis, QualifierKind::Emphasis),
        (&degrees.every, QualifierKind::Scope),
        (&degrees.least, QualifierKind::Scope),
        (&degrees.most, QualifierKind::Scope),
        (&degrees.partly, QualifierKind::Scope),
        (&degrees.hedges, QualifierKind::Hedge),
    ];
    let shapes = Shapes::of(
        words,
        &content,
        plain.iter().map(|(list, _)| *list).chain([
            &degrees.conditions,
            &degrees.occasions,
            &degrees.purposes,
        ]),
    );
    for (list, kind) in plain {
        shapes.each(words, &content, list, |at, length| {
            // "at all", "in all its aspects" do not widen; "any" after a negation is no quantity.
            let idle = kind == QualifierKind::Scope
                && (words.is(at.wrapping_sub(1), "at")
                    || words.is_any(at, &["no"]) && words.is(at + 1, "longer"));
            if !idle {
                push(words, found, kind, at..at + length, None);
            }
        });
    }
    let opened: [(&Wanted, QualifierKind); 3] = [
        (&degrees.conditions, QualifierKind::Condition),
        (&degrees.occasions, QualifierKind::Occasion),
        (&degrees.purposes, QualifierKind::Purpose),
    ];
    for (list, kind) in opened {
        shapes.each(words, &content, list, |at, length| {
            if kind != QualifierKind::Condition || is_condition(words, at, &content) {
                push(words, found, kind, at..phrase_end(words, at + length, content.end, kind), None);
            }
        });
    }
    beneficiaries(words, &content, degrees, found);
}

/// The words of an ask with which any phrase may begin, and their shapes: most words have none of those.
struct Shapes(Vec<(usize, Shape)>);

impl Shapes {
    fn of<'l>(words: Tokens, content: &Range<usize>, lists: impl Iterator<Item = &'l Wanted>) -> Shapes {
        let firsts = lists.fold(Firsts::default(), |all, list| all.and(list.firsts()));
        let content = content.start..content.end.min(words.len());
        let shapes = content.map(|at| (at, Shape::of(&words[at].folded)));
        Shapes(shapes.filter(|(_, shape)| firsts.holds(*shape)).collect())
    }

    /// Each place where a phrase of the list stands, the longest at each.
    fn each(
        &self,
        words: Tokens,
        content: &Range<usize>,
        list: &Wanted,
        mut found: impl FnMut(usize, usize),
    ) {
        let mut from = content.start;
        for (at, shape) in &self.0 {
            if *at < from || !list.firsts().holds(*shape) {
                continue;
            }
            let phrases = list.iter().filter(|phrase| words.phrase(*at, phrase));
            let length = phrases.map(|phrase| phrase.split(' ').count()).max();
            if let Some(length) = length.filter(|length| at + length <= content.end) {
                found(*at, length);
                from = at + length;
            }
        }
    }
}

/// "if" opens a condition only before a clause; "until" only before a clause or a date that is none.
fn is_condition(words: Tokens, at: usize, content: &Range<usize>) -> bool {
    let rest = at + 1..content.end.min(at + 14);
    match words[at].folded.as_ref() {
        "if" => {
            rest.clone().any(|next| words.has(next, Class::VERB | Class::AUXILIARY))
                && !words.is_any(at.wrapping_sub(1), &["as", "even"])
        }
        "pending" => !words.has(at.wrapping_sub(1), Class::DETERMINER),
        _ => true,
    }
}

/// Where the phrase that a word opens ends: at a stop, or where another clause begins.
fn phrase_end(words: Tokens, from: usize, end: usize, kind: QualifierKind) -> usize {
    let mut at = from;
    while at < end {
        let mark =
            words.is_any(at, &[";", ":", ")", "("]) || words.is(at, ",") && kind != QualifierKind::Condition;
        // "a step towards, or at least a part of, any deal": the comma belongs to the condition.
        let closed = words.is(at, ",")
            && kind == QualifierKind::Condition
            && !words.is_any(at + 1, &["or", "and"])
            && !(from..at).any(|before| words.is(before, "or"));
        if mark || closed {
            break;
        }
        at += 1;
    }
    at.max(from)
}

/// "for NP": whom it is for, after verbs of giving and nouns of help.
fn beneficiaries(words: Tokens, content: &Range<usize>, _degrees: &Degrees, found: &mut Vec<Qualifier>) {
    let gives = content.clone().find(|at| {
        words.lemma(*at).is_some_and(|lemma| {
            [
                "provide",
                "give",
                "fund",
                "secure",
                "release",
                "allocate",
                "offer",
                "grant",
                "support",
                "guarantee",
            ]
            .contains(&lemma)
        })
    });
    let Some(gives) = gives else { return };
    for at in gives + 1..content.end {
        if !words.is(at, "for") || words.has(at + 1, Class::GERUND) {
            continue;
        }
        let end = (at + 1..content.end)
            .find(|next| {
                words.is_any(
                    *next,
                    &[
                        ",", ";", "in", "by", "to", "from", "that", "who", "which", "so", "and", "under",
                        "during", "within",
                    ],
                ) && *next > at + 1
            })
            .unwrap_or(content.end);
        let people = (at + 1..end).any(|next| {
            words.has(next, Class::PEOPLE) || words.is_plural(next) || words.is_any(next, &["those", "them"])
        });
        if people {
            push(words, found, QualifierKind::Beneficiary, at..end, None);
            return;
        }
    }
}
