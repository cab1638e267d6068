//! Lists inside a sentence: "to (1) publish it; (2) halt it; and (3) consult them", "the following: a; b; and c".

use crate::language::{Kind, Tokens};
use crate::lexicon::Class;
use std::ops::Range;

/// The index after the mark of an item at `at`: "(2)", "[2]", "b)", "(iv)".
pub fn after_mark(words: Tokens, at: usize) -> Option<usize> {
    let square = words.is(at, "[");
    let open = usize::from(square || words.is(at, "("));
    let label = words.get(at + open)?;
    let short = match label.kind {
        Kind::Number => label.text.len() <= 2,
        Kind::Word => {
            let letters = label.text.chars().count();
            letters == 1 || letters <= 4 && label.folded.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
        }
        Kind::Mark => false,
    };
    // "a)" stands apart from the word before it; "f(x)" does not.
    let apart = words.get(at).is_some_and(|token| token.gap > 0 || at == 0);
    let after = at + open + 2;
    let close = if square { "]" } else { ")" };
    (short && (apart || square) && words.is(at + open + 1, close) && words.get(after).is_some())
        .then_some(after)
}

/// The place of a mark in its list: "(2)" and "b)" are the second.
fn ordinal(words: Tokens, at: usize) -> Option<usize> {
    let label = words.get(at + usize::from(words.is_any(at, &["(", "["])))?;
    if label.kind == Kind::Number {
        return label.text.parse().ok();
    }
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let letter = label.folded.chars().next().filter(|_| label.text.chars().count() == 1)?;
    let roman = ROMAN.iter().position(|roman| *roman == label.folded).map(|at| at + 1);
    match letter {
        'i' | 'v' | 'x' => roman,
        'a'..='z' => Some(letter as usize - 'a' as usize + 1),
        _ => None,
    }
    .or(roman)
}

/// The items of a list inside `content`: what leads to them, and each of them without its mark. None where
/// the marks do not count from one.
pub fn items(words: Tokens, content: &Range<usize>) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for at in content.start..content.end {
        if let Some(after) = after_mark(words, at).filter(|after| *after < content.end) {
            let number = ordinal(words, at).or_else(|| roman(words, at));
            if number == Some(marks.len() + 1) {
                marks.push((at, after));
            }
        }
    }
    if marks.len() < 2 {
        return None;
    }
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([content.end]);
    let items = marks.iter().zip(ends).map(|((_, from), end)| *from..before_joint(words, *from, end));
    Some((content.start..marks[0].0, items.collect()))
}

fn roman(words: Tokens, at: usize) -> Option<usize> {
    const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    let label = words.get(at + usize::from(words.is_any(at, &["(", "["])))?;
    ROMAN.iter().position(|roman| *roman == label.folded).map(|at| at + 1)
}

/// The end of an item without "; and" before the next.
fn before_joint(words: Tokens, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start + 1
        && (words.is_any(end - 1, &["and", "or"]) || words.is_any(end - 1, &[",", ";", "."]))
    {
        end -= 1;
    }
    end
}

/// The parts between semicolons after "the following:".
pub fn after_colon(words: Tokens, content: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let colon = (content.start..content.end.min(content.start + 8)).find(|at| words.is(*at, ":"))?;
    let announces = (content.start..colon).any(|at| {
        words.is_any(at, &["following", "these", "things", "points", "measures", "steps", "demands"])
    });
    let mut breaks: Vec<usize> = (colon + 1..content.end).filter(|at| words.is(*at, ";")).collect();
    // "three things: a fair wage, a safe yard, and an end to it"
    let opens = |at: usize| {
        words.has(at, Class::DETERMINER) || words.is_any(at, &["no", "better", "higher", "lower"])
    };
    if breaks.is_empty() && announces && opens(colon + 1) {
        let commas = (colon + 2..content.end)
            .filter(|at| words.is(*at, ",") && opens(*at + 1 + usize::from(words.is(*at + 1, "and"))));
        breaks = commas.collect();
    }
    if !announces || breaks.is_empty() {
        return None;
    }
    let mut start = colon + 1;
    let mut parts = Vec::new();
    for end in breaks.into_iter().chain([content.end]) {
        let from = start + usize::from(words.is(start, "and"));
        parts.push(from..before_joint(words, from, end));
        start = end + 1;
    }
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect())
}
