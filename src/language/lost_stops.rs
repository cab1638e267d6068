//! Texts whose punctuation was lost: each mark has become a space, so that only wide gaps are left.
//!
//! Archives of releases are full of them. A gap before a capital stood for the end of a sentence, any
//! other for a comma; where a text has gaps of two widths, the wider ones ended sentences.

use super::token::{Kind, Token};
use crate::lexicon::{Lexicon, Word};
use crate::text::Span;
use std::borrow::Cow;

/// The gap, in characters, from which a sentence ends, for a text that lost its punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostStops {
    sentence: usize,
}

impl LostStops {
    /// Judges a whole text: many gaps, hardly any stop or comma.
    ///
    /// ```
    /// use demarche::language::LostStops;
    /// let text = "Dear Mr  Liddy  I found the news troubling   I ask you to think again  and to explain it   ".repeat(4);
    /// assert!(LostStops::judge(&text).is_some());
    /// assert!(LostStops::judge("I found the news troubling. I ask you, again, to think.").is_none());
    /// ```
    pub fn judge(text: &str) -> Option<LostStops> {
        let bytes = text.as_bytes();
        let stop = |(byte, next): (&u8, &u8)| matches!(byte, b'.' | b',') & (*next == b' ');
        let stops = bytes.iter().zip(bytes.iter().skip(1)).filter(|pair| stop(*pair)).count();
        // Between two words stands white space: this many of them were written in so many bytes at most.
        if stops * 60 > bytes.len() / 2 + 1 {
            return None;
        }
        let words = text.split_whitespace().count();
        if words < 40 || stops * 60 > words {
            return None;
        }
        let mut narrow = 0;
        let mut wide = 0;
        let mut gap = 0;
        for c in text.chars() {
            match c {
                ' ' | '\u{a0}' => gap += 1,
                c => {
                    let opens = c.is_uppercase();
                    narrow += usize::from(gap == 2);
                    wide += usize::from(gap == 3 && opens);
                    gap = 0;
                }
            }
        }
        let enough = (narrow + wide) * 50 >= words;
        enough.then_some(LostStops { sentence: if wide * 4 >= narrow { 3 } else { 2 } })
    }

    /// Puts a stop or a comma where a gap shows that there was one.
    pub fn restore<'t>(self, tokens: Vec<Token<'t>>, lexicon: &Lexicon) -> Vec<Token<'t>> {
        let mut restored: Vec<Token> = Vec::with_capacity(tokens.len() + tokens.len() / 8);
        let mut bracketed = false;
        for token in tokens {
            if let Some(before) = restored.last().filter(|before| token.gap >= 2 && before.is_word()) {
                // "the Harbour Trust Fund  HTF  to pay": brackets stood around the initials.
                let end = before.span.end;
                if std::mem::take(&mut bracketed) && !token.capital() {
                    restored.push(mark(")", end));
                    restored.push(token);
                    continue;
                }
                if abbreviates(&token, &restored) {
                    restored.push(mark("(", end));
                    restored.push(token);
                    bracketed = true;
                    continue;
                }
                let initial = before.text.chars().count() == 1 && before.capital();
                let title = lexicon.never_ends(&before.folded);
                let genitive = token.is("s");
                if !initial && !title && !genitive {
                    let ends = token.gap >= self.sentence && (token.capital() || token.kind == Kind::Number);
                    restored.push(mark(if ends { "." } else { "," }, before.span.end));
                }
            }
            restored.push(token);
        }
        restored
    }
}

/// Whether a token is made of the initials of the name before it.
fn abbreviates(token: &Token, before: &[Token]) -> bool {
    let initials = token.text.chars().count();
    let small = ["of", "the", "and", "for", "on"];
    let mut name =
        before.iter().rev().filter(|token| !token.is_any(&small)).take(initials).collect::<Vec<_>>();
    name.reverse();
    initials > 1
        && name.len() == initials
        && token
            .text
            .chars()
            .zip(&name)
            .all(|(initial, word)| initial.is_uppercase() && word.text.starts_with(initial))
}

fn mark(text: &'static str, at: usize) -> Token<'static> {
    Token {
        text,
        folded: Cow::Borrowed(text),
        span: Span::new(at, at),
        word: Word::default(),
        kind: Kind::Mark,
        gap: 0,
    }
}
