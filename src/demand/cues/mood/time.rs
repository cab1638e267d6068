//! Whether a page tells of its own day or of days before.

use crate::demand::cues::Context;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::letter::LetterKind;
use crate::lexicon::Class;

/// A release tells of its own day in the past tense; "had urged", "has long urged" are older.
pub(in crate::demand::cues) fn tells_now(sentence: &Sentence, verb: usize, context: &Context) -> bool {
    let words = sentence.words;
    let older = words.is_any(words.skip_adverbs_back(verb).saturating_sub(1), &["had"])
        || (0..verb).any(|at| {
            words.is_any(at, &["long", "previously", "earlier", "repeatedly", "ago", "originally", "already"])
        })
        || dates_back(words, verb)
        || (0..words.len()).any(|at| {
            words.is(at, "last")
                && words.is_any(
                    at + 1,
                    &["week", "month", "year", "spring", "summer", "fall", "autumn", "winter"],
                )
        });
    let today = context.voice.kind == LetterKind::Statement && (0..verb).any(|at| words.is(at, "today"));
    // "In our submission, we urged the Board to": a page that tells of its senders' own paper repeats what it asks.
    let in_paper = context.voice.tells()
        && (0..verb).any(|at| {
            let own = words.is_any(at, &["our", "this"])
                || context.lead.is_some() && words.is_any(at, &["a", "an", "their"]);
            let paper = at + 1 + usize::from(words.is_any(at + 1, &["joint", "open", "public"]));
            own && words.is(at.wrapping_sub(1), "in")
                && words.is_any(
                    paper,
                    &["letter", "petition", "submission", "representation", "statement", "brief", "response"],
                )
        });
    (context.voice.kind == LetterKind::PressRelease || today || in_paper) && !older
}

/// "In May 1998 she sent him a note, asking him to", "Later that month": a release tells of its own day without a date.
pub(in crate::demand::cues) fn dates_back(words: Tokens, verb: usize) -> bool {
    (0..verb).any(|at| {
        let year = |at: usize| {
            words
                .get(at)
                .is_some_and(|token| token.kind == crate::language::Kind::Number && token.text.len() == 4)
        };
        words.is(at, "in")
            && (year(at + 1) || words.has(at + 1, Class::MONTH) && (year(at + 2) || words.is(at + 2, ",")))
            || words.is(at, "later") && words.is_any(at + 1, &["that", "the"])
            || words.is(at, "last")
                && words.is_any(
                    at + 1,
                    &["week", "month", "year", "spring", "summer", "fall", "autumn", "winter"],
                )
    })
}
