//! Conditions as asks: "Until you retract the policy, we will strike", "unless they are released, we …".
//!
//! What it leaves: conditions that name no act of the other side ("until this matter is resolved").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::lexicon::Class;

/// Conditions set to the addressee.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut start = 0;
    while words.get(start).is_some_and(|token| {
        !token.is_word() || token.has(Class::CONJUNCTION) && !token.is_any(&["until", "unless"])
    }) {
        start += 1;
    }
    if !words.is_any(start, &["until", "unless"]) || sentence.is_quoted(start) {
        return Vec::new();
    }
    let commas: Vec<usize> = (start + 2..words.len()).filter(|at| words.is(*at, ",")).collect();
    // The threat: "…, we will …" closes the condition.
    let Some(close) = commas.into_iter().find(|at| {
        words.has(at + 1, Class::FIRST_PERSON) && words.has(at + 2, Class::AUXILIARY | Class::VERB)
    }) else {
        return Vec::new();
    };
    let Some(verb) = (start + 2..close).find(|at| {
        words.has(*at, Class::THIRD | Class::AUXILIARY)
            || words.has(*at, Class::BASE) && words.has(at - 1, Class::SUBJECT_PRONOUN | Class::ACTOR)
    }) else {
        return Vec::new();
    };
    let subject = start + 1..words.skip_adverbs_back(verb);
    let acts = context.voice.who(words, subject.clone()) == Who::Addressee
        || super::actor::is_actor(words, &subject)
        || words[subject.start].capital();
    let passive = words.has(verb, Class::BE);
    // "Until you do": what was asked before.
    let again = words.is_any(verb, &["do", "does"]) && verb + 1 == close;
    if !acts || passive || again {
        return Vec::new();
    }
    vec![Ask {
        family: Family::Condition,
        cue: start..start + 1,
        content: start + 1..close,
        shape: Shape::Clause,
        addressee: Some(subject),
        level: super::levels::CONDITION,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ConditionSet],
    }]
}
