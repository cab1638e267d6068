//! Slogans: "No more cuts!", "Not one more eviction.", "Hands off our pensions!", "Free education now!", "we say no to it".
//!
//! What it leaves: exclamations that tell something ("What a day!", "We won!").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// "No more delays", "not one more eviction".
fn refuses(words: Tokens, end: usize) -> bool {
    let more = (words.phrase(0, "no more") && !words.is(2, "than") || words.phrase(0, "not one more"))
        && end > 2
        || words.phrase(0, "hands off");
    more && (0..end).all(|at| {
        !words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::THIRD) || words.is_plural(at)
    })
}

/// How many words a slogan has at most.
const LENGTH: usize = 12;

/// A slogan that is the whole sentence.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    if let Some(ask) = (1..words.len()).find_map(|at| say_no(sentence, context, at)) {
        return vec![ask];
    }
    let end = words.iter().rposition(|token| token.is_word()).map_or(0, |at| at + 1);
    let asked = words.is(end - usize::from(end > 0), "please") && words.is(end.wrapping_sub(2), ",");
    let called = asked || words.is(end, "!") || words.is(end, ".") && refuses(words, end);
    let silent = matches!(context.role, Role::Fact | Role::Title) || sentence.is_quoted(0);
    if !called || silent || !(2..=LENGTH).contains(&end) || !calls(words, end) {
        return Vec::new();
    }
    vec![ask(0..1, 0..if asked { end - 2 } else { end })]
}

/// "We say no to the new airport".
fn say_no(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let says = words.is(at, "say") && words.is_any(at + 1, &["no", "yes"]) && words.is(at + 2, "to");
    let own = words.has(words.skip_adverbs_back(at).wrapping_sub(1), Class::FIRST_PERSON);
    let silent = context.role == Role::Fact || sentence.is_quoted(at);
    let from = if words.is(at + 1, "no") { at + 1 } else { at + 3 };
    (says && own && !silent && words.get(at + 3).is_some_and(|token| token.is_word()))
        .then(|| ask(at..at + 2, from..super::clause::clause_end(words, at + 2)))
}

fn ask(cue: Range<usize>, content: Range<usize>) -> Ask {
    Ask {
        family: Family::NounPhrase,
        cue,
        content,
        shape: Shape::Noun,
        addressee: None,
        level: super::levels::IMPERATIVE,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    }
}

fn calls(words: Tokens, end: usize) -> bool {
    let tells = (0..end).any(|at| {
        words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN)
            || words.has(at, Class::PAST) && !words.has(at, Class::NOMINAL | Class::PARTICIPLE)
    });
    let against = (words.phrase(0, "no more") || words.phrase(0, "not one more")) && end > 2
        || words.phrase(0, "hands off");
    let wanted = words.is_any(0, &["justice", "freedom", "equality"]) && words.is(1, "for");
    let now = words.is(end - 1, "now") && end > 2 && (!words.is_base(0) || words.has(0, Class::ADJECTIVE));
    // "Unlocked doors by Monday, please"
    let please = words.is(end - 1, "please") && end > 4 && !words.is_base(0);
    !tells && (against || wanted || now || please)
}
