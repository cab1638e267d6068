//! Coordinated nouns of action and questions.

use super::{Part, Rule};
use crate::demand::cues::Shape;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Coordinated nouns of action: "the cessation of attacks and the withdrawal of troops".
pub(super) fn nouns(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = content.start;
    let mut rule = Rule::Whole;
    let nominal_opens = |from: usize| -> bool {
        let determined = words.has(from, Class::DETERMINER)
            || words
                .is_any(from, &["full", "immediate", "unconditional", "complete", "independent", "greater"]);
        let head = (from..content.end.min(from + 5)).find(|at| words.has(*at, Class::NOMINAL));
        let plain = |head: usize| {
            (from..head).all(|at| {
                // "a complete and permanent end to it"
                let adjectives = words.is(at, "and")
                    && words.has(at - 1, Class::ADJECTIVE)
                    && !words.has(at - 1, Class::NOMINAL);
                adjectives || words[at].is_word() && !words.has(at, Class::PREPOSITION | Class::CONJUNCTION)
            })
        };
        let governs = |head: usize| words.has(head + 1, Class::PREPOSITION) || words.is(head + 1, "to");
        determined && head.is_some_and(|head| plain(head) && governs(head))
    };
    if let Some(parts) = betterments(words, &content).or_else(|| indefinites(words, &content)) {
        return parts;
    }
    if !nominal_opens(content.start) && !words.has(content.start, Class::NOMINAL) {
        return vec![Part { content, shape: Shape::Noun, rule, chain: None, actor: None }];
    }
    // "demand an end to it and for them to be paid"
    let acted = (content.start + 2..content.end).find(|at| {
        words.is(*at, "and")
            && words.is(at + 1, "for")
            && (at + 3..content.end.min(at + 14))
                .any(|to| words.is(to, "to") && words.is_base(words.skip_adverbs(to + 1)))
    });
    if let Some(and) = acted {
        let clause = and + 2..content.end;
        let mut parts = nouns(words, content.start..and);
        parts.push(Part {
            content: clause,
            shape: Shape::Clause,
            rule: Rule::OwnClause,
            chain: None,
            actor: None,
        });
        return parts;
    }
    let called = words.is(content.start.wrapping_sub(1), "for");
    for at in content.start + 2..content.end {
        // "calls for their release and for medical care"
        if called && words.is_any(at, &["and", ","]) && words.is(at + 1, "for") && at > start + 2
            || called && words.phrase(at, ", and for")
        {
            let next = if words.is(at, ",") && words.is(at + 1, "and") { at + 3 } else { at + 2 };
            parts.push(Part { content: start..at, shape: Shape::Noun, rule, chain: None, actor: None });
            start = next;
            rule = Rule::OwnNoun;
            continue;
        }
        // "the release of the editors, the return of their papers and an apology"
        let listed = words.is(at, ",")
            && words.has(at + 1, Class::DETERMINER)
            && (at + 2..content.end).any(|and| words.is(and, "and") && nominal_opens(and + 1));
        let joined = words.is_any(at, &["and", "&"]) || words.is(at, ";") || listed;
        // "; swift repair of the rest"
        let head =
            (at + 1..content.end.min(at + 4)).find(|at| words.has(*at, Class::NOMINAL | Class::ARTIFACT));
        let bare = words.is(at, ";")
            && head.is_some_and(|head| {
                words.has(head + 1, Class::PREPOSITION)
                    && (at + 1..head).all(|at| {
                        words[at].is_word() && !words.has(at, Class::PREPOSITION | Class::CONJUNCTION)
                    })
            });
        if joined && (nominal_opens(at + 1) || bare) && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.push(Part { content: start..end, shape: Shape::Noun, rule, chain: None, actor: None });
            start = at + 1;
            rule = Rule::OwnNoun;
        }
    }
    parts.push(Part { content: start..content.end, shape: Shape::Noun, rule, chain: None, actor: None });
    parts
}

/// "a raise of two dollars, a dental plan and a seat on the board": three or more things, each with its own "a".
fn indefinites(words: Tokens, content: &Range<usize>) -> Option<Vec<Part>> {
    let opens =
        |at: usize| words.is_any(at, &["a", "an"]) && words.get(at + 1).is_some_and(|next| next.is_word());
    if !opens(content.start) {
        return None;
    }
    let mut starts = vec![(content.start, content.start)];
    for at in content.start + 2..content.end {
        let comma = words.is_any(at, &[",", ";"]);
        let and = words.is(at + usize::from(comma), "and");
        let next = at + usize::from(comma) + usize::from(and);
        if !comma && !and || words.is_any(at - 1, &[",", ";"]) || next >= content.end {
            continue;
        }
        let last = and
            && (words.is_any(next, &["no", "more", "fair", "equal", "full"])
                || words.is_plural(next)
                || words.has(next, Class::NOMINAL));
        if opens(next) || comma && last {
            starts.push((at, next));
        }
    }
    // Two may be one thing: "a law and an office to enforce it".
    if starts.len() < 3 {
        return None;
    }
    let ends = starts.iter().skip(1).map(|(end, _)| *end).chain([content.end]);
    let parts = starts.iter().zip(ends).enumerate().map(|(index, ((_, start), end))| Part {
        content: *start..end,
        shape: Shape::Noun,
        rule: if index == 0 { Rule::Whole } else { Rule::OwnNoun },
        chain: None,
        actor: None,
    });
    Some(parts.collect())
}

/// "better pay, safer shifts and a say in the rota": things wanted that begin with a word of more or less.
fn betterments(words: Tokens, content: &Range<usize>) -> Option<Vec<Part>> {
    const WANTED: [&str; 26] = [
        "better",
        "higher",
        "lower",
        "safer",
        "smaller",
        "larger",
        "shorter",
        "longer",
        "fairer",
        "cheaper",
        "stronger",
        "greater",
        "fewer",
        "more",
        "less",
        "full",
        "free",
        "equal",
        "fair",
        "decent",
        "affordable",
        "proper",
        "adequate",
        "no",
        "paid",
        "guaranteed",
    ];
    let wanted = |at: usize| words.is_any(at, &WANTED);
    let opens = |at: usize| wanted(at) || words.is_any(at, &["a", "an", "the"]);
    if !wanted(content.start) {
        return None;
    }
    let mut parts = Vec::new();
    let mut start = content.start;
    for at in content.start + 2..content.end {
        let comma = words.is(at, ",");
        let next = at + 1 + usize::from(comma && words.is(at + 1, "and"));
        let joined = (comma || words.is(at, "and")) && at > start + 1 && opens(next);
        // What stands between is a thing and no clause.
        let plain = (start..at).all(|at| {
            words[at].is_word() && !words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::NEGATION)
        });
        if joined && plain {
            let rule = if parts.is_empty() { Rule::Whole } else { Rule::OwnNoun };
            parts.push(Part { content: start..at, shape: Shape::Noun, rule, chain: None, actor: None });
            start = next;
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(Part {
        content: start..content.end,
        shape: Shape::Noun,
        rule: Rule::OwnNoun,
        chain: None,
        actor: None,
    });
    Some(parts)
}

/// Coordinated questions: "How is it planned and will there be a campaign?"
pub(super) fn questions(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let inverts = |at: usize| {
        words.is_any(
            at,
            &[
                "will", "is", "are", "does", "do", "did", "has", "have", "can", "could", "would", "should",
                "was", "were",
            ],
        )
    };
    let wh = |at: usize| words.is_any(at, &["what", "how", "when", "why", "who", "which", "where"]);
    let joint = (content.start + 3..content.end).find(|at| {
        let yes_no = inverts(at + 1)
            && (words.has(at + 2, Class::DETERMINER | Class::SUBJECT_PRONOUN) || words.is(at + 2, "there"));
        words.is(*at, "and") && (yes_no || wh(at + 1) && inverts(at + 2))
    });
    match joint {
        Some(at) => {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            let mut parts = vec![Part {
                content: content.start..end,
                shape: Shape::Question,
                rule: Rule::Whole,
                chain: None,
                actor: None,
            }];
            parts.extend(
                questions(words, at + 1..content.end)
                    .into_iter()
                    .map(|part| Part { rule: Rule::OwnQuestion, ..part }),
            );
            parts
        }
        None => vec![Part { content, shape: Shape::Question, rule: Rule::Whole, chain: None, actor: None }],
    }
}
