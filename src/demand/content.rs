//! What the words of an ask tell of it: nothing that could be checked, or only that something follows.

use super::cues::{Ask, Shape};
use super::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// "do the right thing", "take the following actions": nothing in it could be checked.
pub(super) fn is_hollow(words: Tokens, content: &Range<usize>) -> bool {
    let length = content.clone().filter(|at| words[*at].is_word()).count();
    let right = content.clone().any(|at| words.phrase(at, "do the right thing"));
    let steps = content.clone().any(|at| {
        words.phrase(at, "take the following")
            && words.is_any(at + 3, &["steps", "actions", "action", "measures"])
            && at + 4 >= content.end
    });
    // "speak out", "step up": to what end is said by the act beside it, if at all.
    let verb = words.skip_adverbs(content.start);
    let rouses = length <= 2
        && words.is_any(verb, &["speak", "stand", "step", "wake"])
        && words.is_any(verb + 1, &["out", "up", "forward"]);
    right && length <= 8 || steps || rouses
}

/// "We urge the other council to follow suit": an act without words of its own is quoted with its cue.
pub(super) fn said_in_full(words: Tokens, ask: &Ask, content: &Range<usize>) -> Range<usize> {
    let said = ["follow suit", "do so", "do the same", "do likewise", "do it", "act accordingly"];
    let short = content.clone().filter(|at| words[*at].is_word()).count() <= 4;
    let empty = said.iter().any(|phrase| words.phrase(words.skip_adverbs(content.start), phrase));
    if !short || !empty || ask.cue.start >= content.start {
        return content.clone();
    }
    let from = (0..ask.cue.start).rev().take(8).find(|at| words.has(*at, Class::FIRST_PERSON));
    from.unwrap_or(ask.cue.start)..content.end
}

/// "use its influence to:", "call for:", "your help in making sure that:": what is to be done follows.
pub(super) fn is_open(words: Tokens, content: &Range<usize>) -> bool {
    let Some(last) = content.clone().rev().find(|at| words[*at].is_word()) else { return false };
    if words.is(last, "to") && content.len() <= 8 {
        return true;
    }
    let colon = (last + 1..words.len()).any(|at| words.is(at, ":"));
    // "we demand, and of right ought to demand:"
    if colon && content.len() <= 10 && words.has(last, Class::PERFORMATIVE) && words.is_base(last) {
        return true;
    }
    let pointed = words.skip_adverbs_back(last + 1);
    let following = words.is(pointed.wrapping_sub(1), "following")
        && words.is_any(pointed.wrapping_sub(2), &["the", "all"])
        && content.len() <= 6;
    // "The steps we ask you to take include:"
    let lists = words.is_any(last, &["include", "includes", "are", "is"]) && content.len() <= 4;
    if colon && lists {
        return true;
    }
    let unstopped = last + 1 == words.len();
    let clause =
        words.is_any(last, &["that", "would", "which", "should", "must", "will"]) && content.len() <= 8;
    // "we urge the Government of the Islands:"
    let addressed = words.is(last + 1, ":")
        && content.len() <= 8
        && content.clone().any(|at| words.has(at, Class::ACTOR))
        && !content
            .clone()
            .any(|at| words.has(at, Class::VERB) && !words.has(at, Class::ACTOR) && !words[at].capital());
    addressed || (colon || unstopped) && (clause || words.is_any(last, &["for", "to"]) || following)
}

/// "the Ministry, in view of this": the remark is no part of the name.
pub(super) fn without_remark(words: Tokens, addressee: &Range<usize>) -> Range<usize> {
    let remark = addressee.clone().find(|at| {
        words.is(*at, ",") && words.has(at + 1, Class::PREPOSITION) && !words.is_any(at + 1, &["of", "for"])
    });
    addressee.start..remark.filter(|at| *at > addressee.start).unwrap_or(addressee.end)
}

/// "do the following immediately:": whether or not a list is found below, nothing is asked yet.
pub(super) fn only_points(words: Tokens, content: &Range<usize>) -> bool {
    const POINTS: [&str; 7] = ["do", "take", "the", "following", "as", "follows", "below"];
    content.clone().any(|at| words.is_any(at, &["following", "follows", "below"]))
        && content
            .clone()
            .all(|at| !words[at].is_word() || words.is_any(at, &POINTS) || words.has(at, Class::ADVERB))
}

/// The sentence announces questions that follow it.
pub(super) fn announces_questions(text: &str) -> bool {
    text.contains("questions") && (text.trim_end().ends_with(':') || text.contains("follow"))
}

/// The ask says no more than that something follows: "to take the following steps:".
pub(super) fn only_leads(sentence: &Sentence, ask: &Ask) -> bool {
    const HOLLOW: [&str; 16] = [
        "take",
        "do",
        "adopt",
        "implement",
        "provide",
        "give",
        "answer",
        "consider",
        "make",
        "meet",
        "accept",
        "support",
        "address",
        "observe",
        "commit",
        "send",
    ];
    let words = sentence.words;
    let names = ask.content.clone().any(|at| {
        words.is_any(at, &["following", "these", "things", "below", "demands", "requests", "recommendations"])
    });
    // "should take three steps:"
    let last = ask.content.clone().rev().find(|at| words[*at].is_word());
    let counted = last.is_some_and(|last| {
        words.is_any(last, &["steps", "measures", "actions", "things", "points"])
            && words.is_any(last - 1, &["two", "three", "four", "five", "six", "several", "some"])
            && (last + 1..words.len()).any(|at| words.is(at, ":"))
    });
    let verb = words.skip_adverbs(ask.content.start);
    // "We propose these draft points for a charter:", "the following reforms to keep it strong:"
    let opens = words.is_any(ask.content.start, &["the", "these"])
        && (words.is(ask.content.start, "these") || words.is(ask.content.start + 1, "following"));
    let points = (ask.content.start + 1..ask.content.end.min(ask.content.start + 5)).any(|at| {
        words.is_any(
            at,
            &["points", "reforms", "demands", "changes", "steps", "measures", "recommendations", "actions"],
        )
    });
    if opens && points && ask.shape == Shape::Noun && words.last().is_some_and(|last| last.is(":")) {
        return true;
    }
    (names || counted)
        && (ask.content.len() <= 8
            || words.lemma(verb).is_some_and(|lemma| HOLLOW.contains(&lemma))
            || ask.shape == Shape::Clause)
}
