//! What "those responsible", "such sanctions" or "this funding" stand for: the thing last said by that name.

use crate::language::{Token, Tokens};
use crate::lexicon::{Class, facts};
use crate::text::one_spaced;
use std::borrow::Cow;
use std::ops::Range;

/// The noun phrases of a letter so far. Few of them are ever referred to, so each is read when one is looked for.
#[derive(Default)]
pub struct Mentions<'a> {
    phrases: Vec<Phrase<'a>>,
}

struct Phrase<'a> {
    /// The folded word at its head.
    head: Cow<'a, str>,
    /// Its words as written.
    text: &'a str,
}

impl<'a> Mentions<'a> {
    /// Takes note of the noun phrases of a sentence that name something by more than a pronoun.
    pub fn note(&mut self, words: Tokens<'_, 'a>, text: &'a str) {
        let mut at = 0;
        while at < words.len() {
            let end = phrase_end(words, at);
            if end >= at + 2
                && let (Some(span), Some(head)) = (words.span(&(at..end)), words.get(end - 1))
                && !words.is_any(at, &["this", "that", "these", "those", "such", "it", "they"])
            {
                let text = text.get(span.start..span.end).unwrap_or_default();
                self.phrases.push(Phrase { head: head.folded.clone(), text });
            }
            at = end.max(at + 1);
        }
    }

    /// What the first reference in an ask stands for.
    pub fn resolve(&self, words: Tokens, content: Range<usize>) -> Option<String> {
        let at = content.clone().find(|at| {
            words.is_any(*at, &["this", "these", "those", "such"])
                && !words.is_any(at + 1, &["who", "that", "which", "of", "as", ","])
                && words.get(at + 1).is_some_and(Token::is_word)
        })?;
        let end = phrase_end(words, at + 1).max(at + 2).min(content.end);
        let head = facts(&words.get(end - 1)?.folded).stem;
        let meant = self.phrases.iter().rev().find(|phrase| facts(&phrase.head).stem == head)?;
        Some(one_spaced(meant.text))
    }
}

/// The end of the noun phrase that begins at `at`: adjectives and nouns up to a verb, a stop or a preposition.
fn phrase_end(words: Tokens, at: usize) -> usize {
    let mut end = at;
    while end < words.len() && end < at + 8 {
        let token = &words[end];
        let noun = token.is_word()
            && !token.has(
                Class::PREPOSITION
                    | Class::CONJUNCTION
                    | Class::AUXILIARY
                    | Class::SUBJECT_PRONOUN
                    | Class::NEGATION,
            )
            && !(token.has(Class::DETERMINER) && end > at)
            && !(token.has(Class::THIRD | Class::PAST)
                && !token.has(Class::NOMINAL | Class::ARTIFACT | Class::PARTICIPLE)
                && !token.capital());
        if !noun {
            break;
        }
        end += 1;
    }
    end
}
