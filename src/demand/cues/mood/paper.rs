//! Papers that ask: "a letter urging her to", "the petition calling for it". Whose they are, who signs them says.

use super::main_verb;
use crate::demand::cues::{Context, Speaker};
use crate::language::Tokens;
use crate::letter::LetterKind;

/// "sign a petition calling for it", "join letter calling on them": a paper is the senders' who sign or send it.
pub(in crate::demand::cues) fn is_own_paper(
    words: Tokens,
    phrase: std::ops::Range<usize>,
    context: &Context,
) -> bool {
    let paper = phrase.clone().rev().find(|at| {
        words.is_any(*at, &["letter", "petition", "statement", "resolution", "bill", "amendment", "motion"])
    });
    let Some(paper) = paper else { return false };
    const SEND: [&str; 17] = [
        "join",
        "send",
        "sign",
        "write",
        "issue",
        "release",
        "publish",
        "submit",
        "circulate",
        "lead",
        "author",
        "introduce",
        "deliver",
        "back",
        "support",
        "sponsor",
        "cosponsor",
    ];
    let sent = (paper.saturating_sub(6)..paper)
        .rev()
        .find(|at| words.lemma(*at).is_some_and(|lemma| SEND.contains(&lemma)));
    let verb = sent.unwrap_or_else(|| main_verb(words, phrase.end));
    matches!(context.voice.speaker(words, verb), Speaker::Own)
}

/// "Hundreds have signed a petition calling for it", "members signed a letter to the mayor urging him to":
/// what a release tells of those who sign now is what it was written for.
pub(in crate::demand::cues) fn is_signed_paper(
    words: Tokens,
    phrase: std::ops::Range<usize>,
    context: &Context,
) -> bool {
    let from = phrase.start.saturating_sub(12);
    let Some(signed) = (from..phrase.end).rev().find(|at| words.lemma(*at) == Some("sign")) else {
        return false;
    };
    let paper = (signed + 1..phrase.end.min(signed + 6))
        .any(|at| words.is_any(at, &["letter", "petition", "statement", "appeal"]));
    let now = words.is_any(words.skip_adverbs_back(signed).wrapping_sub(1), &["have", "has"])
        || context.voice.kind == LetterKind::PressRelease && (0..signed).any(|at| words.is(at, "today"));
    paper && now && !(0..signed).any(|at| words.is_any(at, &["if", "who", "that", "which"]))
}
