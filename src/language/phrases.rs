//! Shapes of clauses: where a verb stands, how far a noun phrase goes.

use super::token::{Kind, Token};
use crate::lexicon::{Class, Lexicon};
use std::borrow::Cow;
use std::ops::{Deref, Range};

/// Numbers in words.
const NUMBERS: [&str; 24] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand",
    "million", "dozens",
];

/// The tokens of one sentence, with questions about their grammar.
#[derive(Clone, Copy)]
pub struct Tokens<'a, 't> {
    tokens: &'a [Token<'t>],
    lexicon: &'a Lexicon,
}

impl<'t> Deref for Tokens<'_, 't> {
    type Target = [Token<'t>];

    fn deref(&self) -> &Self::Target {
        self.tokens
    }
}

impl<'a, 't> Tokens<'a, 't> {
    /// Looks at some tokens with a lexicon.
    pub fn new(tokens: &'a [Token<'t>], lexicon: &'a Lexicon) -> Self {
        Tokens { tokens, lexicon }
    }

    /// The lexicon the words were looked up in.
    pub fn lexicon(self) -> &'a Lexicon {
        self.lexicon
    }

    /// Whether the token at `at` is this word or mark.
    pub fn is(self, at: usize, folded: &str) -> bool {
        self.get(at).is_some_and(|token| token.is(folded))
    }

    /// Whether the token at `at` is one of these.
    pub fn is_any(self, at: usize, folded: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.is_any(folded))
    }

    /// Whether the token at `at` belongs to any of these classes.
    pub fn has(self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|token| token.has(class))
    }

    /// The base form of the verb at `at`.
    pub fn lemma(self, at: usize) -> Option<&'a str> {
        self.tokens.get(at).and_then(|token| self.lexicon.lemma(token.word))
    }

    /// The base form of the word at `at`, see [`Lexicon::base_form`].
    pub fn base_form(self, at: usize) -> Option<Cow<'a, str>> {
        let token = self.tokens.get(at)?;
        // What was looked up as it is need not be looked up again.
        Some(if token.folded.as_bytes().contains(&b'\'') {
            self.lexicon.base_form(&token.folded)
        } else {
            self.lexicon.base_of(&token.folded, token.word)
        })
    }

    /// Whether the word at `at` begins so.
    pub fn text_starts(self, at: usize, start: &str) -> bool {
        self.get(at).is_some_and(|token| token.folded.starts_with(start))
    }

    /// Whether these words stand at `at`, one after the other.
    pub fn phrase(self, at: usize, words: &str) -> bool {
        // Most words begin with another letter.
        let begins =
            self.get(at).is_some_and(|token| token.folded.as_bytes().first() == words.as_bytes().first());
        if !begins {
            return false;
        }
        let (mut index, mut rest) = (at, words);
        while let Some(after) = self.get(index).and_then(|token| rest.strip_prefix(token.folded.as_ref())) {
            if after.is_empty() {
                return true;
            }
            let Some(next) = after.strip_prefix(' ') else { return false };
            (index, rest) = (index + 1, next);
        }
        false
    }

    /// The index after the adverbs (and negations, if `negations`) at `at`.
    pub fn skip_adverbs(self, at: usize) -> usize {
        let mut index = at;
        loop {
            if self.has(index, Class::ADVERB) && !self.has(index, Class::BASE)
                || self.has(index, Class::ADVERB) && self.has(index + 1, Class::VERB)
            {
                index += 1;
            } else if self.is(index, "and")
                && index > at
                && self.has(index + 1, Class::ADVERB)
                && !self.has(index + 1, Class::BASE)
            {
                // "immediately and unconditionally"
                index += 2;
            } else if self.is(index, ",")
                && self.skip_parenthesis(index) > index + 1
                && self.is_base(self.skip_parenthesis(index))
            {
                index = self.skip_parenthesis(index);
            } else {
                return index;
            }
        }
    }

    /// The index after a phrase between commas at `at`: ", in consultation with others,".
    pub fn skip_parenthesis(self, at: usize) -> usize {
        let close = (at + 2..self.len().min(at + 25)).find(|index| self.is(*index, ","));
        let Some(close) = close else { return at };
        let opener = self
            .has(at + 1, Class::PREPOSITION | Class::CONJUNCTION | Class::ADVERB | Class::GERUND)
            || self.is_any(at + 1, &["where", "when", "if", "please"]);
        if opener { close + 1 } else { at }
    }

    /// Whether the token at `at` is the base form of a verb, wherever it stands.
    pub fn is_base(self, at: usize) -> bool {
        self.has(at, Class::BASE)
    }

    /// Whether a base form stands at `at` and what surrounds it lets it be a verb rather than a noun.
    pub fn is_verb_here(self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        if !token.has(Class::BASE) || token.has(Class::GENITIVE) || self.is_name(at) {
            return false;
        }
        if !token.has(Class::AMBIGUOUS) {
            return true;
        }
        // "refuse to contribute", "stop trying"
        let infinitive = self.is(at + 1, "to")
            && self.is_base(self.skip_adverbs(at + 2))
            && !self.has(at + 2, Class::DETERMINER);
        let gerund =
            self.has(at + 1, Class::GERUND) && token.is_any(&["stop", "start", "keep", "end", "begin"]);
        infinitive || gerund || self.takes_object(at)
    }

    /// Whether the word is capitalized inside a sentence that is not: "the Board of Regents".
    pub fn is_name(self, at: usize) -> bool {
        let inside = at > 0 && self[at - 1].is_word() && self[at].capital();
        inside && self.iter().any(|token| token.text.len() > 3 && token.text.chars().all(char::is_lowercase))
    }

    /// Whether most words of some length begin with a capital, as in a headline.
    pub fn is_headline(self) -> bool {
        let long = || self.iter().filter(|token| token.text.len() > 3 && token.kind == Kind::Word);
        long().filter(|token| token.capital()).count() * 2 > long().count()
    }

    /// Whether what follows the word at `at` looks like the object or complement of a verb.
    pub fn takes_object(self, at: usize) -> bool {
        let after = self.skip_adverbs(at + 1);
        let Some(next) = self.get(after) else { return after > at + 1 };
        if after > at + 1 && (!next.is_word() || next.has(Class::PREPOSITION)) {
            return true;
        }
        if next.has(Class::DETERMINER)
            || next.is_any(&[
                "us", "them", "him", "me", "it", "you", "up", "down", "out", "off", "back", "how", "whether",
                "what",
            ])
        {
            return true;
        }
        if next.is("$") || next.kind == Kind::Number || next.is_any(&NUMBERS) {
            return true;
        }
        // "take immediate and effective steps"
        let mut noun = after;
        while self.has(noun, Class::ADJECTIVE) && (!self.has(noun, Class::BASE) || self.is_plural(noun + 1))
            || noun > after && self.is(noun, "and")
        {
            noun += 1;
        }
        if noun > after && self.is_plural(noun) && !self.has(noun, Class::THIRD | Class::ACTOR) {
            return true;
        }
        // "support Ukraine", "fund schools"
        (next.capital() && next.kind == Kind::Word && !self[at].capital())
            || self.is_plural(after) && !next.has(Class::PREPOSITION)
    }

    /// Whether the word looks like a plural noun.
    pub fn is_plural(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| {
            let word = token.folded.as_ref();
            token.kind == Kind::Word
                && word.len() > 3
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !word.ends_with("us")
                && !word.ends_with("is")
                && !token.has(
                    Class::GENITIVE
                        | Class::PREPOSITION
                        | Class::AUXILIARY
                        | Class::DETERMINER
                        | Class::ADVERB,
                )
        })
    }

    /// Whether the word describes a noun, as far as its class or its ending tell: "economic", "joint".
    pub fn describes(self, at: usize) -> bool {
        const ENDINGS: [&str; 5] = ["al", "ic", "ive", "ous", "ary"];
        let named = Class::NOMINAL | Class::ACTOR | Class::PEOPLE | Class::ARTIFACT;
        let ends = |word: &str| word.len() > 5 && ENDINGS.iter().any(|end| word.ends_with(end));
        self.has(at, Class::ADJECTIVE)
            || self.get(at).is_some_and(|token| ends(&token.folded)) && !self.has(at, named)
    }

    /// The first index in `range` at which one of these words or marks stands.
    pub fn find(self, range: Range<usize>, folded: &[&str]) -> Option<usize> {
        range.clone().find(|index| self.is_any(*index, folded) && range.end <= self.len())
    }

    /// The text between the first and the last token of a range, as bytes of the text.
    pub fn span(self, range: &Range<usize>) -> Option<crate::text::Span> {
        let tokens = self.tokens.get(range.clone())?;
        Some(tokens.first()?.span.to(tokens.last()?.span))
    }
}

/// Verbs of clauses.
impl Tokens<'_, '_> {
    /// The index of the first of the adverbs that stand before `at`.
    pub fn skip_adverbs_back(self, at: usize) -> usize {
        let mut index = at;
        loop {
            let adverb = index > 0
                && self.has(index - 1, Class::ADVERB | Class::NEGATION)
                && !self.has(index - 1, Class::DETERMINER);
            // "we would, therefore, respectfully ask"
            let parted = index > 3
                && self.is(index - 1, ",")
                && self.has(index - 2, Class::ADVERB)
                && self.is(index - 3, ",");
            match (adverb, parted) {
                (true, _) => index -= 1,
                (_, true) => index -= 3,
                _ => return index,
            }
        }
    }

    /// The verb of a clause of demand that begins at `from`: the base form of "that all parties
    /// respect it", the "be" of "that it be respected", the modal of "that it must end".
    pub fn clause_verb(self, from: usize, end: usize) -> Option<usize> {
        let end = end.min(self.len()).min(from + 70);
        let mut relative = false;
        for at in from + 1..end {
            if self.is_any(at, &["who", "which"]) || self.is(at, "that") && self.is_plural(at - 1) {
                relative = true;
                continue;
            }
            if self.is_any(at, &[",", ";"]) {
                relative = false;
            }
            let modal = self.is_any(at, &["must", "should", "shall", "will"]);
            let subjunctive =
                self.is(at, "be") || self.is_any(at, &["not", "neither"]) && self.is_base(at + 1);
            let plain = self.is_base(at) && self.is_clause_verb(at);
            if modal || subjunctive || plain {
                if relative && !subjunctive {
                    // "those who commit such acts be held": the first verb belongs to "who".
                    relative = false;
                    continue;
                }
                return Some(at);
            }
        }
        None
    }

    /// Whether a base form inside a clause is its verb and not a noun.
    fn is_clause_verb(self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let noun_place = before.is_some_and(|before| {
            self.has(before, Class::PREPOSITION | Class::POSSESSIVE | Class::GENITIVE)
                || self.has(before, Class::DETERMINER)
                    && !self.is_any(before, &["all", "both", "those", "these", "each"])
                || self.is_any(before, &["and", "or"]) && !self.has(at, Class::BASE)
        });
        if noun_place || self.is_name(at) {
            return false;
        }
        if !self.has(at, Class::AMBIGUOUS) {
            return true;
        }
        // "immediate release of them"
        if self.is(at + 1, "of") {
            return false;
        }
        let subject_ends = before.is_some_and(|before| {
            self.is_plural(before)
                || self.has(before, Class::SUBJECT_PRONOUN | Class::ADVERB | Class::ACTOR | Class::PARTICIPLE)
                || self[before].capital()
                || !self[before].is_word()
        });
        // "that the government fund school meals": a compound as object.
        let compound = self.is_plural(at + 2)
            && self.get(at + 1).is_some_and(|next| {
                next.is_word() && !next.has(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY)
            });
        // "that the government address religious hatred": an adjective stands before its noun, not behind it.
        let described = before.is_some_and(|before| self.is_plural(before) || self.has(before, Class::ACTOR))
            && self.has(at + 1, Class::ADJECTIVE)
            && !self.is_any(at, &["stay", "remain", "keep"]);
        subject_ends
            && (self.takes_object(at)
                || compound
                || described
                || self.has(at + 1, Class::PREPOSITION | Class::ADVERB))
    }
}
