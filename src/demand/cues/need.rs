//! Needs: "an audit is needed", "there is an urgent need to repair it", "the one decent thing is to reopen it".
//!
//! What it leaves: needs of the past, of others, and of things one already has ("the money is needed to …"), and
//! what is said not to be needed.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Asks made as a need.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let question = words.last().is_some_and(|last| last.is("?"));
    if question {
        return Vec::new();
    }
    (0..words.len())
        .filter(|at| !sentence.is_quoted(*at) || sentence.all_quoted() && context.voice.tells())
        .filter_map(|at| {
            is_needed(words, at)
                .or_else(|| there_is(words, at))
                .or_else(|| right_course(words, at))
                .or_else(|| stressed(words, context, at))
                .or_else(|| needs_doing(words, at))
        })
        .collect()
}

/// "A fresh audit is [urgently] needed".
fn is_needed(words: Tokens, at: usize) -> Option<Ask> {
    if !words.is_any(at, &["is", "are"]) {
        return None;
    }
    let need = words.skip_adverbs(at + 1);
    if !words.is_any(need, &["needed", "required", "necessary", "overdue", "essential"]) || need > at + 3 {
        return None;
    }
    // "long overdue": an act that should have been done.
    let subject = super::mood::noun_phrase_back(words, at.checked_sub(1)?);
    let subject = whole_phrase(words, subject);
    let opens = subject.start == 0
        || words.is_any(subject.start - 1, &[",", "and", ";", ":"])
        || !words[subject.start - 1].is_word();
    let told = (0..subject.start).any(|before| {
        words.is_any(before, &["if", "when", "because", "whether", "that", "which", "where", "as"])
    });
    let indefinite = words.is_any(subject.start, &["a", "an", "more", "better", "further", "greater"])
        || words.has(subject.start, Class::ADJECTIVE)
        || words.is_plural(subject.end - 1) && !words.has(subject.start, Class::DETERMINER);
    let act = subject
        .clone()
        .take_while(|at| !words.has(*at, Class::PREPOSITION) || *at == subject.start)
        .any(|at| words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::AMBIGUOUS) && at > subject.start);
    // "More trees are needed"
    let act = act || words.is_any(subject.start, &["more", "better"]) && words.is_plural(subject.end - 1);
    // "Urgent action is required to curb it"
    let action = words.is(subject.end - 1, "action") && words.is(need + 1, "to");
    let (act, indefinite) = (act || action, indefinite || action);
    // "Permission is required to enter": a rule.
    let bare = words.is(need + 1, "to") && !words.has(subject.start, Class::DETERMINER);
    let rule = words.is_any(need, &["required", "necessary"])
        && (bare || words.is_any(need + 1, &["before", "by", "under"]))
        && !action;
    (opens && !told && indefinite && act && !rule).then(|| {
        let end = super::clause::clause_end(words, need);
        build(at..need + 1, subject.start..end, Shape::Clause, vec![Reason::Judgement, Reason::NoActor])
    })
}

/// The noun phrase with what stands before its last "of" or "to": "more expansive language to address it".
fn whole_phrase(words: Tokens, last: Range<usize>) -> Range<usize> {
    let clause = (0..last.start)
        .rev()
        .find(|at| !words[*at].is_word() || words.is_any(*at, &["and", "but", "that", "if", "while"]))
        .map_or(0, |mark| mark + 1);
    let verbless = (clause..last.start).all(|at| {
        !words.has(at, Class::AUXILIARY | Class::THIRD | Class::PAST | Class::SUBJECT_PRONOUN)
            || words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::ADJECTIVE)
    });
    if verbless { clause..last.end } else { last }
}

/// "The steps at the gate need mending".
fn needs_doing(words: Tokens, at: usize) -> Option<Ask> {
    if !words.is_any(at, &["need", "needs"]) || !words.has(at + 1, Class::GERUND) {
        return None;
    }
    let things = words.is_any(0, &["the", "these", "this", "those", "our", "more"]) && at >= 2;
    let plain = (1..at).all(|before| {
        words[before].is_word()
            && !words
                .has(before, Class::AUXILIARY | Class::THIRD | Class::CONJUNCTION | Class::SUBJECT_PRONOUN)
            && !words.has(before, Class::PEOPLE)
    });
    (things && plain && !words.has(at + 1, Class::IDLE | Class::NOMINAL)).then(|| {
        let end = super::clause::clause_end(words, at);
        build(at..at + 1, 0..end, Shape::Clause, vec![Reason::Judgement])
    })
}

/// "There is an urgent need to repair the dyke", "there is a clear need for an inquiry".
fn there_is(words: Tokens, at: usize) -> Option<Ask> {
    if !words.is(at, "there") || !words.is_any(at + 1, &["is", "remains"]) {
        return None;
    }
    let need = (at + 2..words.len().min(at + 8)).find(|next| words.is(*next, "need"))?;
    let between = at + 2..need;
    let denied =
        between.clone().any(|next| words.has(next, Class::NEGATION) || words.is_any(next, &["no", "little"]));
    let plain = between.clone().all(|next| words[next].is_word() && !words.has(next, Class::PREPOSITION));
    let pressing = between.clone().any(|next| {
        words.is_any(
            next,
            &["urgent", "pressing", "dire", "desperate", "critical", "clear", "immediate", "vital", "strong"],
        )
    });
    let acts = words.is(need + 1, "to") && words.is_base(words.skip_adverbs(need + 2));
    let thing = words.is(need + 1, "for") && pressing;
    let hangs = at > 0 && words.has(at - 1, Class::CONJUNCTION) && !words.is_any(at - 1, &["and", "but"])
        || words.is_any(at.wrapping_sub(1), &["that", "if", "whether", "because", "when"]);
    let idle = words.has(words.skip_adverbs(need + 2), Class::IDLE);
    (plain && !denied && !hangs && (acts || thing)).then(|| {
        let end = super::clause::clause_end(words, need);
        let mut reasons = vec![Reason::Judgement, Reason::NoActor];
        if idle && acts {
            reasons.push(Reason::IdleVerb);
        }
        build(at..need + 1, at..end, Shape::Clause, reasons)
    })
}

/// "We stress the urgent need for a truce", "we underline the importance of publishing it".
fn stressed(words: Tokens, context: &Context, at: usize) -> Option<Ask> {
    const STRESSES: [&str; 8] =
        ["stress", "emphasize", "emphasise", "underline", "underscore", "highlight", "reiterate", "reaffirm"];
    if !words.is_any(at, &["need", "necessity", "importance"]) {
        return None;
    }
    let the = (at.saturating_sub(4)..at).rev().find(|the| words.is(*the, "the"))?;
    let plain = (the + 1..at).all(|between| words.has(between, Class::ADJECTIVE | Class::ADVERB));
    let verb = the.checked_sub(1)?;
    let stresses = words.lemma(verb).is_some_and(|lemma| STRESSES.contains(&lemma))
        && !words.has(verb, Class::PAST)
        && (words.has(verb, Class::BASE) || context.voice.tells())
        && context.voice.speaker(words, verb) == Speaker::Own;
    let (from, shape) = match words.get(at + 1)?.folded.as_ref() {
        "for" if words.is(at, "need") => (at + 2, Shape::Noun),
        "to" if words.is_base(words.skip_adverbs(at + 2)) => (at + 2, Shape::Verb),
        // "of organizing": a thing; "of publishing the accounts": an act.
        "of" if words.has(at + 2, Class::GERUND)
            && words.has(at + 3, Class::DETERMINER | Class::POSSESSIVE | Class::ADJECTIVE) =>
        {
            (at + 2, Shape::Gerund)
        }
        _ => return None,
    };
    let idle = words.has(words.skip_adverbs(from), Class::IDLE);
    (plain && stresses && !idle && from < words.len()).then(|| {
        let end = super::clause::clause_end(words, at);
        build(verb..at + 1, from..end, shape, vec![Reason::Judgement])
    })
}

/// "The one decent thing for the Board seems to be to reopen the ward".
fn right_course(words: Tokens, at: usize) -> Option<Ask> {
    const COURSES: [&str; 9] =
        ["course", "thing", "way", "step", "remedy", "solution", "answer", "response", "option"];
    let opens =
        words.is(at, "the") && (at == 0 || !words[at - 1].is_word() || words.is_any(at - 1, &["and", "but"]));
    if !opens {
        return None;
    }
    let course = (at + 1..words.len().min(at + 6)).find(|next| words.is_any(*next, &COURSES))?;
    let right = (at + 1..course).any(|next| {
        words.is_any(
            next,
            &[
                "right",
                "proper",
                "just",
                "honourable",
                "honorable",
                "decent",
                "sensible",
                "responsible",
                "best",
                "humane",
            ],
        )
    });
    let last = words.len().min(course + 16);
    let be = (course + 1..last).find(|next| words.is_any(*next, &["is", "be", "are"]))?;
    let to = words.skip_adverbs(be + 1);
    let act = to + 1;
    let plain =
        (course + 1..be).all(|next| words[next].is_word() && !words.has(next, Class::NEGATION | Class::PAST));
    // "The only solution is a complete ban"
    let right = right
        || (at + 1..course).any(|next| words.is(next, "only"))
            && words.is_any(course, &["solution", "remedy", "answer"]);
    let thing = words.is_any(to, &["a", "an"])
        && words.is_any(course, &["solution", "remedy", "answer", "way", "course"]);
    if right && plain && thing && words.is(be, "is") {
        let end = super::clause::clause_end(words, to);
        return Some(build(at..to, to..end, Shape::Noun, vec![Reason::Judgement]));
    }
    (right && plain && words.is(to, "to") && words.is_base(words.skip_adverbs(act))).then(|| {
        let end = super::clause::clause_end(words, act);
        let idle = words.has(words.skip_adverbs(act), Class::IDLE).then_some(Reason::IdleVerb);
        let reasons = [Reason::Judgement].into_iter().chain(idle).collect();
        build(at..to + 1, act..end, Shape::Verb, reasons)
    })
}

fn build(cue: Range<usize>, content: Range<usize>, shape: Shape, reasons: Vec<Reason>) -> Ask {
    Ask {
        family: Family::Impersonal,
        cue,
        content,
        shape,
        addressee: None,
        level: super::levels::JUDGEMENT,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons,
    }
}
