//! Obligations without a modal of obligation: "No delay can be tolerated", "The levy to be paid on entry."

use crate::demand::cues::{Ask, Context, Family, Kind, Reason, Shape, Speaker, levels};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::lexicon::Class;

/// "No shortening of the period can be allowed".
pub(super) fn forbids(sentence: &Sentence) -> Option<Ask> {
    let words = sentence.words;
    let first = words.skip_adverbs(words.iter().position(|token| token.is_word())?);
    if !words.is(first, "no") || words.is(first + 1, "longer") || sentence.is_quoted(first) {
        return None;
    }
    let can =
        (first + 1..words.len()).find(|at| words.is_any(*at, &["can", "may"]) && words.is(at + 1, "be"))?;
    const GRANTED: [&str; 5] = ["allow", "permit", "tolerate", "accept", "grant"];
    let refused = words.lemma(words.skip_adverbs(can + 2)).is_some_and(|lemma| GRANTED.contains(&lemma));
    let plain = !(first..can).any(|at| words.has(at, Class::AUXILIARY | Class::THIRD | Class::CONJUNCTION));
    (refused && plain).then(|| Ask {
        family: Family::Modal,
        cue: can..can + 1,
        content: first..super::super::clause::clause_end(words, can),
        shape: Shape::Clause,
        addressee: None,
        level: levels::MUST,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::PassiveMust],
    })
}

/// "The levy to remain in force for three years.", "Provision to be made for it in the Act.": a subject, what is to be
/// done, and no other verb.
pub(super) fn is_to_be(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    if !matches!(context.role, Role::Prose | Role::Demand) || !words.last()?.is(".") {
        return None;
    }
    let first = words.iter().position(|token| token.is_word())?;
    let to = (first + 1..words.len().min(first + LONGEST)).find(|at| words.is(*at, "to"))?;
    let verb = words.skip_adverbs(to + 1);
    let stated = words.is(verb, "be") && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE)
        || words.is_any(verb, &["be", "remain", "stay"])
            && words.has(words.skip_adverbs(verb + 1), Class::PREPOSITION);
    let subject = words.is_any(first, &["the", "this", "these", "all", "no", "any", "each", "every", "such"])
        || words.has(first, Class::NOMINAL) && !words.has(first, Class::GERUND);
    let finite = Class::AUXILIARY | Class::THIRD | Class::PAST | Class::BE | Class::SUBJECT_PRONOUN;
    let verbless = (first..to)
        .all(|at| words[at].is_word() && !words.has(at, finite) || words.has(at, Class::NOMINAL))
        && !(verb + 1..words.len()).any(|at| words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN));
    // "the right to be heard", "the first to be built": the infinitive belongs to the noun.
    let last = to - 1;
    let owned = words.is_any(last, &TAKE_INFINITIVES) || words.has(last, Class::ADJECTIVE | Class::ADVERB);
    (stated && subject && verbless && !owned && !sentence.is_quoted(first)).then(|| Ask {
        family: Family::Modal,
        cue: to..to + 1,
        content: first..super::super::clause::clause_end(words, verb),
        shape: Shape::Clause,
        addressee: None,
        level: levels::HAS_TO,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::PassiveMust],
    })
}

/// How long a subject without a verb may be.
const LONGEST: usize = 14;

/// Nouns that are followed by an infinitive of their own.
const TAKE_INFINITIVES: [&str; 20] = [
    "right", "rights", "need", "ability", "power", "plan", "plans", "decision", "motion", "proposal", "call",
    "demand", "request", "failure", "duty", "time", "first", "last", "way", "thing",
];
