//! Questions that ask for an account: "What steps has the Department taken …?" among questions to be
//! answered.
//!
//! What it leaves: rhetorical questions in running text.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;

/// Questions that want an answer.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let Some(mark) = words.iter().rposition(|token| token.is("?")) else { return Vec::new() };
    if context.role != Role::Question || mark < 2 {
        return Vec::new();
    }
    let mut start = usize::from(!words[0].is_word());
    // "Specifically, is it …", "If so, when …" keep their opening out of the quote.
    if words.is(start + 1, ",") {
        start += 2;
    }
    vec![Ask {
        family: Family::Question,
        cue: start..start + 1,
        content: start..mark + 1,
        shape: Shape::Question,
        addressee: None,
        level: super::levels::QUESTION,
        kind: Kind::Reply,
        speaker: Speaker::Own,
        reasons: vec![Reason::QuestionAsked],
    }]
}
