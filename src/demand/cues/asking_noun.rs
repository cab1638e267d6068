//! Nouns of asking: "we repeat our call for …", "it is our request that …", "reaffirms its demand that …".
//!
//! What it finds: such a noun of the senders, with its complement, where it is said to be theirs or is made
//! again.
//! What it leaves: others' requests ("her request was refused"), and demands that are only spoken of.

use super::{Ask, Complement, Context, Family, Kind, Reason, Shape, Speaker, complement};
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// What makes an ask again: the noun after it asks as its verb would.
const AGAIN: [&str; 14] = [
    "continue",
    "reiterate",
    "repeat",
    "renew",
    "reaffirm",
    "restate",
    "echo",
    "underline",
    "emphasize",
    "emphasise",
    "stress",
    "issue",
    "add",
    "maintain",
];

/// What makes others' ask the senders' own.
const JOINS: [&str; 5] = ["endorse", "support", "second", "back", "share"];

/// Asks made with a noun of asking.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    (1..words.len())
        .filter(|at| !sentence.is_quoted(*at) || sentence.all_quoted())
        .filter_map(|at| ask(words, context, at))
        .collect()
}

fn ask(words: Tokens, context: &Context, noun: usize) -> Option<Ask> {
    // "It is our recommendation that": no verb is made from these nouns elsewhere, for they are papers too.
    let advice = [("recommendation", "recommend"), ("suggestion", "suggest"), ("proposal", "propose")];
    let advised = advice.iter().find(|(advice, _)| words.is(noun, advice)).map(|(_, verb)| *verb);
    if advised.is_none() && !words.has(noun, Class::NOMINAL | Class::PERFORMATIVE) {
        return None;
    }
    let verb = words.lexicon().verb_of_noun(&words[noun].folded).or(advised).or_else(|| words.lemma(noun))?;
    let asks = words
        .lexicon()
        .performative(verb)
        .filter(|asks| !asks.weak || matches!(verb, "plea" | "recommend" | "propose" | "suggest"))?;
    // "has renewed calls for it": whose they are is said by the subject.
    let bare = words.is_any(noun, &["calls", "demands", "appeals"]).then_some(noun);
    let owner = (noun.saturating_sub(6)..noun)
        .rev()
        .find(|at| words.has(*at, Class::POSSESSIVE) || words.is_any(*at, &["the", "a", "an"]))
        .or(bare)?;
    let stated = words.is_any(owner, &["our", "my"])
        && (words.is_any(owner.wrapping_sub(1), &["hence", "thus"])
            || words.is(owner.wrapping_sub(1), "is") && words.is_any(owner.wrapping_sub(2), &["it", "this"])
            || words.is(owner.wrapping_sub(1), "in")
                && words
                    .is_any(owner.wrapping_sub(2), &["united", "together", "unanimous", "clear", "firm"]));
    let made = owner
        .checked_sub(1)
        .and_then(|at| words.skip_adverbs_back(at + 1).checked_sub(1))
        .is_some_and(|at| {
            let joins = words
                .is_any(noun, &["call", "calls", "demand", "demands", "appeal", "request", "plea"])
                && words.is_any(noun + 1, &["for", "to", "of", "that", "on"]);
            words.lemma(at).is_some_and(|lemma| AGAIN.contains(&lemma) || joins && JOINS.contains(&lemma))
                && !words.has(at.wrapping_sub(1), Class::NEGATION)
                && (context.lead.unwrap_or(context.voice).speaker(words, at) == Speaker::Own
                    || words.has(at, Class::THIRD)
                        && words.skip_adverbs_back(at) <= 2
                        && context.voice.tells())
                && (!words.has(at, Class::PAST)
                    || words.has(at, Class::BASE)
                    || context.lead.is_some() && context.voice.tells()
                    || context.voice.tells() && words.is_any(words.skip_adverbs_back(at), &["today"])
                    || context.voice.tells() && words.is(at.wrapping_sub(1), "today"))
        });
    // "we have a more practical request that it be repaired"
    let held = (owner.saturating_sub(6)..owner).any(|at| words.is_any(at, &["we", "i"]))
        && (noun.saturating_sub(8)..noun).any(|at| words.is_any(at, &["have", "make"]))
        && words.is_any(noun + 1, &["that", ":"])
        && words.is_any(noun, &["request", "demand", "plea", "appeal"]);
    // "forty villages have joined in a plea to the council to drop it"
    let joined = words.has(owner.wrapping_sub(1), Class::PREPOSITION)
        && words.is_any(owner, &["a", "an"])
        && context.voice.tells()
        && (owner.saturating_sub(20)..owner).any(|at| {
            words.lemma(at).is_some_and(|lemma| ["join", "unite", "rally", "come", "gather"].contains(&lemma))
                && (context.first && !crate::demand::voice::subject(words, at).relative
                    || context.voice.speaker(words, at) == Speaker::Own
                    || words.is(words.skip_adverbs_back(at).wrapping_sub(2), "they"))
        });
    // "We come to you with one request: …", "we approach you with the plea that you spare him"
    let brought = words.is(owner.wrapping_sub(1), "with")
        && (owner.saturating_sub(8)..owner).any(|at| {
            let verb = words.skip_adverbs(at + 1);
            words.has(at, Class::FIRST_PERSON)
                && words.has(verb, Class::BASE)
                && words.lemma(verb).is_some_and(|lemma| {
                    ["come", "turn", "approach", "write", "appear", "close", "end", "begin"].contains(&lemma)
                })
        })
        && words.is_any(noun, &["request", "demand", "plea", "appeal", "petition"])
        && words.is_any(noun + 1, &["that", "to", "for"]);
    // "we add our voices to the calls for an inquiry"
    let voiced = words.is(owner.wrapping_sub(1), "to")
        && words.is_any(owner.wrapping_sub(2), &["voice", "voices", "name", "names"])
        && words.is_any(owner.wrapping_sub(3), &["our", "my"])
        && words.is_any(noun + 1, &["for", "to", "that", "of"]);
    if !stated && !made && !held && !joined && !brought && !voiced {
        return None;
    }
    let end = super::clause::clause_end(words, noun);
    let found = what_is_asked(words, noun, end).or_else(|| complement(words, noun, end, asks))?;
    let cue_end = found.particle.map_or(noun + 1, |particle| particle + 1);
    let reply = super::reply::is_reply(words, &found.content);
    Some(Ask {
        family: Family::Performative,
        cue: noun..cue_end,
        content: found.content,
        shape: found.shape,
        addressee: found.addressee,
        level: asks.level,
        kind: if reply { Kind::Reply } else { Kind::Demand },
        speaker: Speaker::Own,
        reasons: vec![Reason::AskingVerb],
    })
}

/// "request for a meeting": a noun of asking takes "for", whatever its verb takes.
fn what_is_asked(words: Tokens, noun: usize, end: usize) -> Option<Complement> {
    // "the call of the union for an inquiry"
    let whose = (noun + 2..end.min(noun + 9)).find(|at| words.is_any(*at, &["for", "to"]));
    let particle = whose.filter(|_| words.is(noun + 1, "of")).unwrap_or(noun + 1);
    if words.is(particle, "to")
        && let Some(found) = complement::to_somebody(words, particle + 1, end, true)
    {
        return Some(found);
    }
    // "the call to ban lead shot"
    if words.is(particle, "to") && words.is_base(words.skip_adverbs(particle + 1)) && particle + 2 < end {
        let content = particle + 1..end;
        return Some(Complement { addressee: None, content, shape: Shape::Verb, particle: Some(particle) });
    }
    (words.is(particle, "for") && particle + 1 < end).then(|| Complement {
        addressee: None,
        content: particle + 1..end,
        shape: Shape::Noun,
        particle: Some(particle),
    })
}
