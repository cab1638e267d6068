//! A verb of asking after "to": the verb before it performs, or does not.

use super::Mood;
use crate::demand::cues::{Context, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::subject;
use crate::letter::LetterKind;
use crate::lexicon::Class;

/// "we write to urge", "I would like to ask": the verb before "to" performs, if it says so.
pub(super) fn infinitive(sentence: &Sentence, verb: usize, to: usize, context: &Context) -> Mood {
    let words = sentence.words;
    const PERFORMS: [&str; 24] = [
        "beg", "write", "like", "wish", "want", "join", "come", "gather", "continue", "take", "unite",
        "have", "need", "call", "stand", "speak", "sign", "send", "venture", "presume", "hasten", "turn",
        "approach", "address",
    ];
    // "I am directed to request", "we feel bound to ask"
    const BOUND: [&str; 12] = [
        "directed",
        "instructed",
        "authorised",
        "authorized",
        "desired",
        "commanded",
        "commissioned",
        "bound",
        "obliged",
        "compelled",
        "constrained",
        "moved",
    ];
    let governor = (0..to).rev().take(40).find(|at| {
        words.lemma(*at).is_some_and(|lemma| PERFORMS.contains(&lemma))
            || words.is_any(*at, &["must", "honor", "honour"])
            || words.is(*at, "make") && (words.is(at + 1, "bold") || words.phrase(at + 1, "so bold as"))
            || words.is_any(*at, &BOUND)
                && words.has(words.skip_adverbs_back(*at).wrapping_sub(2), Class::FIRST_PERSON)
    });
    // "The purpose of this letter is to urge you to": what a letter is for is its senders'.
    let purpose = words.has(words.skip_adverbs_back(to).wrapping_sub(1), Class::BE)
        || words.is_any(to.wrapping_sub(1), &[",", "and", "all"]);
    let of_letter = (0..to.min(8))
        .any(|at| words.is_any(at, &["letter", "petition", "submission", "message"]))
        && (0..to.min(8)).any(|at| words.is_any(at, &["purpose", "aim", "object", "this", "our", "my"]))
        && (0..to).any(|at| words.is(at, "is") && words.is(at + 1, "to"));
    if purpose && of_letter {
        return Mood::Asks(Speaker::Own);
    }
    // "It was resolved to ask the council", "Congress resolves to call on them": who resolves to ask has asked.
    let resolves = (0..to).rev().take(6).find(|at| {
        words.lemma(*at) == Some("resolve")
            || context.voice.kind == LetterKind::Resolution
                && words.lemma(*at).is_some_and(|lemma| ["agree", "decide", "vote"].contains(&lemma))
    });
    let body = resolves.is_some_and(|at| {
        let whereas = (0..at).any(|at| words.is_any(at, &["whereas", "who", "which", "when", "had"]));
        words.skip_adverbs(at + 1) == to
            && !whereas
            && (context.voice.kind == LetterKind::Resolution || words.phrase(at.wrapping_sub(2), "it was"))
    });
    if body {
        return Mood::Asks(Speaker::Own);
    }
    let Some(governor) = governor else { return Mood::Silent };
    // "as it stands, it would allow the police to order firms to": what others may do.
    let enabled = (governor + 1..to).any(|at| {
        words.has(at, Class::BASE | Class::THIRD)
            && words.lemma(at).is_some_and(|lemma| {
                ["allow", "enable", "permit", "let", "authorize", "authorise", "empower", "force", "entitle"]
                    .contains(&lemma)
            })
    });
    if enabled {
        return Mood::Silent;
    }
    let past = words.has(governor, Class::PAST)
        && !words.has(governor, Class::BASE)
        && !words.has(governor.saturating_sub(1), Class::BE | Class::AUXILIARY);
    let idle = words.lemma(governor) == Some("have") && !words.is(governor, "have");
    if idle {
        return Mood::Silent;
    }
    let promised = (governor.saturating_sub(3)..governor)
        .any(|at| words.is_any(at, &["will", "shall", "i'll", "we'll"]));
    if promised {
        return Mood::Told(Speaker::Own);
    }
    // "we have long fought to", "she has written to": the subject before the governor.
    match context.voice.speaker(words, governor) {
        Speaker::Own if past && !context.voice.tells() => Mood::Told(Speaker::Own),
        Speaker::Own => Mood::Asks(Speaker::Own),
        other => {
            // "The League has written to him to express our concern and to request it"
            let ours = words.has(verb, Class::BASE) && (governor..to).any(|at| words.is(at, "our"));
            if ours && context.voice.tells() {
                return Mood::Asks(Speaker::Own);
            }
            let elided = governor > 0
                && !subject(words, governor).relative
                && (0..governor).any(|at| words.has(at, Class::FIRST_PERSON));
            if elided && words.has(verb, Class::BASE) { Mood::Asks(Speaker::Own) } else { Mood::Told(other) }
        }
    }
}
