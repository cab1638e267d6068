//! Slogans: "No more cuts!", "Hands off our pensions!", "Free education now!".
//!
//! What it leaves: exclamations that tell something ("What a day!", "We won!").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// How many words a slogan has at most.
const LENGTH: usize = 12;

/// A slogan that is the whole sentence.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let end = words.iter().rposition(|token| token.is_word()).map_or(0, |at| at + 1);
    let called = words.is(end, "!");
    let silent = matches!(context.role, Role::Fact | Role::Title) || sentence.is_quoted(0);
    if !called || silent || !(2..=LENGTH).contains(&end) || !calls(words, end) {
        return Vec::new();
    }
    vec![Ask {
        family: Family::NounPhrase,
        cue: 0..1,
        content: 0..end,
        shape: Shape::Noun,
        addressee: None,
        level: super::levels::IMPERATIVE,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    }]
}

fn calls(words: Tokens, end: usize) -> bool {
    let tells = (0..end).any(|at| {
        words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN)
            || words.has(at, Class::PAST) && !words.has(at, Class::NOMINAL | Class::PARTICIPLE)
    });
    let against = words.phrase(0, "no more") && end > 2 || words.phrase(0, "hands off");
    let wanted = words.is_any(0, &["justice", "freedom", "equality"]) && words.is(1, "for");
    let now = words.is(end - 1, "now") && end > 2 && (!words.is_base(0) || words.has(0, Class::ADJECTIVE));
    !tells && (against || wanted || now)
}
