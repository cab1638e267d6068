//! Papers that ask: "a letter urging her to", "the petition calling for it". Whose they are, who signs them says.

use super::main_verb;
use crate::demand::cues::{Context, Speaker};
use crate::language::Tokens;
use crate::letter::LetterKind;
use crate::lexicon::Class;

/// How far behind a paper what it asks may stand.
const REACH: usize = 14;

/// "sign a petition calling for it", "join letter calling on them": a paper is the senders' who sign or send it.
pub(in crate::demand::cues) fn is_own_paper(
    words: Tokens,
    phrase: std::ops::Range<usize>,
    context: &Context,
) -> bool {
    let named = |at: usize| {
        words.is_any(at, &["letter", "petition", "statement", "resolution", "bill", "amendment", "motion"])
    };
    // "a letter to their governments insisting that", "a statement signed by hundreds of doctors demanding it"
    let before = (phrase.start.saturating_sub(REACH)..phrase.start).rev().take_while(|at| {
        words[*at].is_word() && !words.has(*at, Class::AUXILIARY | Class::SUBJECT_PRONOUN)
            || words.is(*at, ",")
    });
    let led = |paper: usize| {
        words.is_any(paper + 1, &["to"])
            || words.has(paper + 1, Class::PARTICIPLE) && words.is_any(paper + 2, &["by", "from"])
    };
    let paper = phrase.clone().rev().find(|at| named(*at));
    let Some(paper) = paper.or_else(|| { before }.find(|at| named(*at) && led(*at))) else { return false };
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

/// "A motion noting the delays; calling for an inquiry": what a paper says of itself, without a verb of its own.
pub(in crate::demand::cues) fn describes_itself(words: Tokens, context: &Context) -> bool {
    let first = words.iter().position(|token| token.is_word()).unwrap_or(0);
    words.is_any(first, &["a", "an", "this"])
        && (first + 1..words.len().min(first + 4)).any(|at| {
            words.is_any(at, &["motion", "resolution", "petition", "letter", "statement", "appeal"])
        })
        && main_verb(words, words.len()) == words.len()
        && (context.voice.tells() || context.voice.kind == LetterKind::Resolution)
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
