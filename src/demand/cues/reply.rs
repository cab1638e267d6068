//! What wants an answer and not an act.

use crate::language::Tokens;
use crate::lexicon::Class;

/// "respond to this letter", "meet with us", "a response": wants an answer, not an act.
pub fn is_reply(words: Tokens, content: &std::ops::Range<usize>) -> bool {
    let first = words.skip_adverbs(content.start);
    let near =
        |from: usize, list: &[&str]| (from..content.end.min(from + 7)).any(|at| words.is_any(at, list));
    let answer =
        ["response", "reply", "answer", "answers", "responses", "meeting", "appointment", "audience"];
    let opens = (content.start..content.end.min(content.start + 5))
        .any(|at| words.is_any(at, &answer) && !words.has(at + 1, Class::PARTICIPLE));
    let verb_free =
        !words.has(first, Class::BASE) || words.has(first, Class::AMBIGUOUS) && words.is_any(first, &answer);
    if opens && verb_free {
        return true;
    }
    match words.lemma(first) {
        Some("respond" | "reply") => true,
        Some("answer") => near(first, &["question", "questions", "letter", "us"]),
        Some("meet") => near(first, &["us", "me", "representatives", "delegation", "with"]),
        Some("sign" | "co-sign") => {
            // "sign this bill": an act of office.
            near(first, &["letter", "petition", "this"])
                && !near(
                    first,
                    &["act", "bill", "law", "legislation", "order", "treaty", "agreement", "convention"],
                )
        }
        Some("contact") => near(first + 1, &["us", "me", "my", "our"]),
        Some("provide" | "give" | "send" | "grant" | "schedule" | "arrange") => {
            near(first, &answer)
                && near(first, &["us", "me", "your", "with", "our", "a"])
                && content.len() < 24
        }
        Some("let") => near(first, &["know"]),
        _ => false,
    }
}
