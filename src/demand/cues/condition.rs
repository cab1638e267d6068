//! Conditions as asks: "Until you retract the policy, we will strike", "we will not leave until …", "if you do not …, we shall strike".
//!
//! What it leaves: conditions that name no act of the other side ("until this matter is resolved").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Conditions set to the addressee.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut start = 0;
    while words.get(start).is_some_and(|token| {
        !token.is_word() || token.has(Class::CONJUNCTION) && !token.is_any(&["until", "unless"])
    }) {
        start += 1;
    }
    if let Some(ask) = refusal(sentence, context).or_else(|| threat(sentence)) {
        return vec![ask];
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
    // "unless the men are paid by Friday": who is to do it need not be said.
    let done = !is_vague(words, &subject)
        && words.has(subject.start, Class::DETERMINER)
        && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE);
    let passive = words.has(verb, Class::BE) && !done;
    let acts = acts || done;
    // "Until you do": what was asked before.
    let again = words.is_any(verb, &["do", "does"]) && verb + 1 == close;
    if !acts || passive || again {
        return Vec::new();
    }
    vec![build(start..start + 1, start + 1..close, Shape::Clause, Some(subject))]
}

/// "We will not leave until the cleaners are reinstated".
fn refusal(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    let until = (4..words.len()).find(|at| words.is_any(*at, &["until", "unless"]))?;
    let refuses = (1..until - 1).any(|at| {
        words.is_any(at, &["will", "shall"])
            && words.has(at - 1, Class::FIRST_PERSON)
            && words.is_any(at + 1, &["not", "never"])
            // "we will not rest until": a vow.
            && !words.is_any(words.skip_adverbs(at + 2), &["rest", "stop", "give", "relent", "cease", "falter"])
    });
    let refuses = refuses || keeps_on(words, until);
    let verb = (until + 2..words.len().min(until + 16))
        .find(|at| words.has(*at, Class::AUXILIARY | Class::THIRD))?;
    let subject = until + 1..words.skip_adverbs_back(verb);
    let done = words.has(subject.start, Class::DETERMINER)
        && words.has(verb, Class::BE)
        && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE);
    let acts = context.voice.who(words, subject.clone()) == Who::Addressee
        || super::actor::is_actor(words, &subject);
    // "until you do": what was asked before.
    let again = words.is_any(verb, &["do", "does", "did", "have", "has"])
        && words.get(verb + 1).is_none_or(|next| !next.is_word());
    let vague = is_vague(words, &subject) || again;
    (refuses && !vague && (done || acts) && !sentence.is_quoted(until)).then(|| {
        let end = super::clause::clause_end(words, verb);
        build(until..until + 1, until + 1..end, Shape::Clause, acts.then_some(subject))
    })
}

/// "until this matter is resolved", "until our demands are met": no act is named.
fn is_vague(words: Tokens, subject: &Range<usize>) -> bool {
    const VAGUE: [&str; 9] =
        ["matter", "issue", "issues", "situation", "problem", "problems", "demands", "this", "it"];
    subject.clone().any(|at| words.is_any(at, &VAGUE))
}

/// "We shall keep marching until", "our boycott will go on until": a protest that lasts so long.
fn keeps_on(words: Tokens, until: usize) -> bool {
    let lasts = (1..until).find(|at| {
        words.is_any(*at, &["will", "shall"])
            && words.lemma(words.skip_adverbs(at + 1)).is_some_and(|lemma| {
                ["keep", "continue", "go", "remain", "stay", "strike", "boycott", "occupy", "picket"]
                    .contains(&lemma)
            })
    });
    lasts.is_some_and(|will| {
        let own = (0..will).any(|at| words.has(at, Class::FIRST_PERSON) || words.is_any(at, &["our", "the"]));
        own && (0..until).any(|at| {
            words.lemma(at).is_some_and(|lemma| {
                [
                    "strike",
                    "march",
                    "boycott",
                    "occupy",
                    "picket",
                    "protest",
                    "demonstrate",
                    "withhold",
                    "blockade",
                    "refuse",
                    "fast",
                    "occupation",
                    "demonstration",
                    "sit-in",
                ]
                .contains(&lemma)
            })
        })
    })
}

/// "If you do not reinstate the cleaners, we shall strike".
fn threat(sentence: &Sentence) -> Option<Ask> {
    let words = sentence.words;
    let start = (0..words.len().min(3)).find(|at| words.is(*at, "if"))?;
    let not = (start + 2..words.len().min(start + 8))
        .find(|at| words.is(*at, "not") && words.is_any(at - 1, &["do", "does"]))?;
    let verb = words.skip_adverbs(not + 1);
    let subject = start + 1..not - 1;
    let close = (verb + 1..words.len()).find(|at| words.is(*at, ","))?;
    let threatens = words.has(close + 1, Class::FIRST_PERSON) && words.is_any(close + 2, &["will", "shall"]);
    let acts = words.is(subject.start, "you") || super::actor::is_actor(words, &subject);
    let plain = words.is_base(verb) && !words.has(verb, Class::IDLE | Class::PRACTICAL | Class::SPEECH);
    (threatens && acts && plain && !sentence.is_quoted(start))
        .then(|| build(start..not + 1, verb..close, Shape::Verb, Some(subject)))
}

fn build(cue: Range<usize>, content: Range<usize>, shape: Shape, addressee: Option<Range<usize>>) -> Ask {
    Ask {
        family: Family::Condition,
        cue,
        content,
        shape,
        addressee,
        level: super::levels::CONDITION,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ConditionSet],
    }
}
