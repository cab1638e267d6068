//! Instruments: laws, treaties, programmes and measures by name.

use super::{Qualifier, QualifierKind, Value, push};
use crate::language::{Kind, Token, Tokens};
use crate::lexicon::Class;
use crate::text::without_genitive;
use std::ops::Range;

/// Words before the name of a treaty that the lexicon may know without them.
const PREFIXES: usize = 3;

/// Finds instruments: those the lexicon knows, and capitalized names that end in a word such as "Act".
pub fn find(words: Tokens, content: Range<usize>, found: &mut Vec<Qualifier>) {
    let folded = |at: usize| words.get(at).map(|token| without_genitive(&token.folded));
    let mut at = content.start;
    while at < content.end {
        if let Some((name, end)) = known(words, at, content.end) {
            push(words, found, QualifierKind::Instrument, at..end, Some(Value::Instrument(name)));
            at = end;
            continue;
        }
        match named(words, at, content.end) {
            Some(end) => {
                let name = (at..end).filter_map(folded).collect::<Vec<_>>().join(" ");
                push(words, found, QualifierKind::Instrument, at..end, Some(Value::Instrument(name)));
                at = end;
            }
            None => at += 1,
        }
    }
}

/// An instrument of the lexicon at `at`, or behind capitalized words that lead to it: "the United Nations
/// Convention against Torture".
fn known(words: Tokens, at: usize, end: usize) -> Option<(String, usize)> {
    for from in at..end.min(at + PREFIXES + 1) {
        if from > at && !words[at..from].iter().all(Token::capital) {
            return None;
        }
        let found = words
            .lexicon()
            .concepts()
            .instrument_at(|at| words.get(at).map(|token| without_genitive(&token.folded)), from)
            .filter(|(_, length)| *length > 1 || is_abbreviation(words, from));
        if let Some((name, length)) = found {
            return Some((name.to_owned(), (from + length).min(end)));
        }
    }
    None
}

/// A single word counts as an instrument only in capitals: "CAT", not "cat".
fn is_abbreviation(words: Tokens, at: usize) -> bool {
    words.get(at).is_some_and(|token| {
        token.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && token.text.len() > 1
    })
}

/// A capitalized name from `at` that ends in a word for an instrument, or a numbered one: the index after it.
fn named(words: Tokens, at: usize, end: usize) -> Option<usize> {
    let heads = &words.lexicon().degrees().instrument_heads;
    let is_head =
        |at: usize| words.get(at).is_some_and(|token| heads.iter().any(|head| *head == token.folded));
    // "Section 12", "Resolution 1706", "S.Res. 106"
    let numbered = at + 1 < end
        && words.get(at + 1).is_some_and(|next| next.kind == Kind::Number && next.text.len() < 6)
        && is_head(at);
    if numbered {
        let of = words.is(at + 2, "of") && words.is(at + 3, "the");
        return Some(of.then(|| capital_run(words, at + 4, end, &is_head)).flatten().unwrap_or(at + 2));
    }
    if words.has(at, Class::DETERMINER)
        || !words.get(at)?.capital()
        || at > 0 && words[at - 1].capital() && words[at].gap > 0 && !words.has(at - 1, Class::DETERMINER)
    {
        return None;
    }
    // The verb that opens an imperative is a capitalized word too: "Pass the Clean Air Act".
    if at == 0 && words.has(at, Class::BASE) && !words.get(1).is_some_and(Token::capital) {
        return None;
    }
    capital_run(words, at, end, &is_head)
}

/// The end of a run of capitalized words (joined by "of", "the", "for", "and", "on") that holds a head. What a
/// treaty is on belongs to its name.
fn capital_run(words: Tokens, at: usize, end: usize, is_head: &dyn Fn(usize) -> bool) -> Option<usize> {
    let mut last = None;
    let mut index = at;
    while index < end {
        let token = words.get(index)?;
        let joins = || {
            token.is_any(&["of", "the", "for", "and", "on", "to", "against", "from", "in", "all", "with"])
                && (index + 1..index + 4)
                    .find(|next| !words.is_any(*next, &["the", "of", "all", "on", "from", "their"]))
                    .is_some_and(|next| words.get(next).is_some_and(Token::capital))
        };
        if !(token.capital() && token.is_word()) && !(index > at && joins()) {
            break;
        }
        // "Act of 2006 (P.L. 109-234)" ends with the head, its year may follow.
        if is_head(index) && token.capital() && index > at {
            last = Some(index + 1);
        }
        index += 1;
    }
    let last = last?;
    let about =
        words.is_any(last, &["on", "against", "for", "relating", "concerning", "with"]) && index > last + 1;
    let treaty = words.is_any(
        last - 1,
        &["convention", "covenant", "protocol", "treaty", "declaration", "act", "resolution"],
    );
    if about && treaty {
        return Some(index);
    }
    let dated = words.is(last, "of")
        && words.get(last + 1).is_some_and(|token| token.kind == Kind::Number && token.text.len() == 4);
    Some(if dated && last + 1 < end { last + 2 } else { last })
}
