//! Words and marks.

use crate::lexicon::{Class, Lexicon, Word};
use crate::text::{Span, fold_word};
use std::borrow::Cow;

/// A word, a number or a mark, with what the lexicon knows of it.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// As written.
    pub text: &'t str,
    /// Folded for comparison.
    pub folded: Cow<'t, str>,
    /// Place in the text it was read from.
    pub span: Span,
    /// What the lexicon knows.
    pub word: Word,
    /// Word, number or mark.
    pub kind: Kind,
    /// White space, in characters, between this token and the one before.
    pub gap: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with apostrophes, hyphens and the stops of abbreviations inside.
    Word,
    /// Digits, with their separators.
    Number,
    /// One character of anything else.
    Mark,
}

impl Token<'_> {
    /// Whether the token is this word (in folded form) or mark.
    pub fn is(&self, folded: &str) -> bool {
        same(&self.folded, folded)
    }

    /// Whether the token is one of these.
    pub fn is_any(&self, folded: &[&str]) -> bool {
        folded.iter().any(|word| same(&self.folded, word))
    }

    /// Whether the word belongs to any of these classes.
    pub fn has(&self, class: Class) -> bool {
        self.word.is(class)
    }

    /// Whether it begins with a capital.
    pub fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is a mark that closes a sentence.
    pub fn is_stop(&self) -> bool {
        self.kind == Kind::Mark && matches!(self.text, "." | "?" | "!" | "…")
    }

    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.kind != Kind::Mark
    }
}

/// Whether two words are the same. Telling lengths and first letters apart is quicker than comparing texts.
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one.len() == other.len() && one.first() == other.first() && one == other
}

/// Splits a text into tokens; white space is between them.
///
/// ```
/// use demarche::{language::tokens, lexicon::Lexicon};
/// let found = tokens("The U.S. gave $5.1 million.", Lexicon::builtin());
/// let texts: Vec<_> = found.iter().map(|token| token.text).collect();
/// assert_eq!(texts, ["The", "U.S.", "gave", "$", "5.1", "million", "."]);
/// ```
pub fn tokens<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut gap = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        if *byte == b' ' {
            gap += 1;
            at += 1;
            continue;
        }
        let c = if byte.is_ascii() { char::from(*byte) } else { text[at..].chars().next().unwrap_or(' ') };
        if c.is_whitespace() || is_invisible(c) {
            gap += usize::from(!is_invisible(c));
            at += c.len_utf8();
            continue;
        }
        let scanned = scan(&text[at..], c);
        let Scanned { len, kind, .. } = scanned;
        let mut piece = &text[at..at + len];
        let (mut folded, mut known) = look_up(piece, scanned, lexicon);
        let mut contracted = None;
        // Whatever may be a shortened form is not known yet.
        if known.is_none()
            && let Some((first, long)) = contraction(&folded).or_else(|| negation(&folded))
        {
            // The ending is as many characters in the text as in its folded form.
            let ending = folded[first..].chars().count();
            let cut = piece.char_indices().rev().nth(ending - 1).map_or(len, |(cut, _)| cut);
            folded = match &folded[..first] {
                "wo" => Cow::Borrowed("will"),
                "sha" => Cow::Borrowed("shall"),
                whole => Cow::Owned(whole.to_owned()),
            };
            contracted = Some((cut, long));
            piece = &text[at..at + cut];
            known = None;
        }
        let word = known.unwrap_or_else(|| lexicon.word(&folded));
        tokens.push(Token { text: piece, folded, span: Span::new(at, at + piece.len()), word, kind, gap });
        if let Some((cut, long)) = contracted {
            tokens.push(Token {
                text: &text[at + cut..at + len],
                folded: Cow::Borrowed(long),
                span: Span::new(at + cut, at + len),
                word: lexicon.word(long),
                kind,
                gap: 0,
            });
        }
        at += len;
        gap = 0;
    }
    name_the_month(&mut tokens);
    tokens
}

/// Words up to this length are folded without a text of their own.
const SHORT: usize = 32;

/// The folded form of a piece, and what is known of it where that could be told at once.
fn look_up<'t>(piece: &'t str, scanned: Scanned, lexicon: &Lexicon) -> (Cow<'t, str>, Option<Word>) {
    if scanned.kind != Kind::Word {
        let folded = if scanned.holds(WIDE) { fold_word(piece) } else { Cow::Borrowed(piece) };
        return (folded, Some(Word::default()));
    }
    if scanned.holds(WIDE | APOSTROPHE) {
        return (fold_word(piece), None);
    }
    if !scanned.holds(CAPITAL) {
        return (Cow::Borrowed(piece), Some(lexicon.word(piece)));
    }
    let mut small = [0; SHORT];
    if let Some(small) = small.get_mut(..piece.len()) {
        small.copy_from_slice(piece.as_bytes());
        small.make_ascii_lowercase();
        // The words of the lexicon need no text of their own.
        if let Some((form, word)) = lexicon.embedded_form(small) {
            return (Cow::Borrowed(form), Some(word));
        }
    }
    let folded = piece.to_ascii_lowercase();
    let word = lexicon.word(&folded);
    (Cow::Owned(folded), Some(word))
}

/// "4 May", "May 2011", "in May": the month and not the verb.
fn name_the_month(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].text != "May" {
            continue;
        }
        let number = |token: Option<&Token>| token.is_some_and(|token| token.kind == Kind::Number);
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let dated = number(before) || number(tokens.get(at + 1));
        if dated || before.is_some_and(|before| before.has(Class::PREPOSITION) || before.is("last")) {
            tokens[at].word = Word::of(Class::MONTH);
        }
    }
}

/// A pronoun with a shortened verb ("we'd", "it's"): where the verb begins, and its long form.
fn contraction(folded: &str) -> Option<(usize, &'static str)> {
    const PRONOUNS: [&str; 13] =
        ["i", "we", "you", "they", "he", "she", "it", "that", "there", "what", "who", "here", "this"];
    let at = folded.bytes().position(|byte| byte == b'\'')?;
    let long = match &folded[at..] {
        "'re" => "are",
        "'m" => "am",
        "'ll" => "will",
        "'ve" => "have",
        "'d" => "would",
        "'s" => "is",
        _ => return None,
    };
    PRONOUNS.contains(&&folded[..at]).then_some((at, long))
}

/// An auxiliary with a shortened "not" ("don't", "mustn't"): where that begins, and its long form. The words are cut as
/// the Penn Treebank cuts them. "Can't" stays whole, as "cannot" does.
fn negation(folded: &str) -> Option<(usize, &'static str)> {
    const AUXILIARIES: [&str; 19] = [
        "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "should", "must", "could",
        "would", "need", "ought", "might", "wo", "sha",
    ];
    let at = folded.strip_suffix("n't")?.len();
    AUXILIARIES.contains(&&folded[..at]).then_some((at, "not"))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What a byte may be to a word.
const LETTER_OR_DIGIT: u8 = 1;
const DIGIT: u8 = 1 << 1;
const CAPITAL: u8 = 1 << 2;
const WIDE: u8 = 1 << 3;
const APOSTROPHE: u8 = 1 << 4;
/// What may join the parts of a word, or be a letter beyond ASCII.
const JOINT: u8 = 1 << 5;

/// What each byte is.
const BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_alphanumeric() {
            bytes[at] |= LETTER_OR_DIGIT;
        }
        if byte.is_ascii_digit() {
            bytes[at] |= DIGIT;
        }
        if byte.is_ascii_uppercase() {
            bytes[at] |= CAPITAL;
        }
        if !byte.is_ascii() {
            bytes[at] |= WIDE | JOINT;
        }
        if byte == b'\'' {
            bytes[at] |= APOSTROPHE;
        }
        if matches!(byte, b'\'' | b'-' | b'.' | b',' | b'@') {
            bytes[at] |= JOINT;
        }
        at += 1;
    }
    bytes
};

/// A piece as long as it was found to be.
#[derive(Clone, Copy)]
struct Scanned {
    len: usize,
    kind: Kind,
    /// What any of its bytes is.
    bytes: u8,
}

impl Scanned {
    fn holds(self, bytes: u8) -> bool {
        self.bytes & bytes > 0
    }
}

fn scan(rest: &str, first: char) -> Scanned {
    if matches!(first, 'h' | 'w')
        && ["http://", "https://", "www."].iter().any(|scheme| rest.starts_with(scheme))
    {
        let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return Scanned { len, kind: Kind::Word, bytes: WIDE | APOSTROPHE | CAPITAL };
    }
    let bytes = rest.as_bytes();
    if !first.is_alphanumeric() {
        let wide = if first.is_ascii() { 0 } else { WIDE };
        return Scanned { len: first.len_utf8(), kind: Kind::Mark, bytes: wide };
    }
    let mut len = 0;
    // The letters since the last separator, to know abbreviations by.
    let mut run = 0;
    let mut digits = true;
    let mut seen = 0;
    let class = |at: usize| bytes.get(at).map_or(0, |byte| BYTES[usize::from(*byte)]);
    loop {
        let mut next = class(len);
        let from = len;
        let mut all = DIGIT;
        while next & LETTER_OR_DIGIT > 0 {
            seen |= next;
            all &= next;
            len += 1;
            next = class(len);
        }
        run += len - from;
        digits &= all & DIGIT > 0;
        if next & JOINT == 0 {
            break;
        }
        let Some(c) = rest[len..].chars().next() else { break };
        let after = rest[len + c.len_utf8()..].chars().next();
        let joins = match c {
            c if c.is_alphanumeric() => {
                digits &= c.is_numeric();
                run += 1;
                seen |= WIDE;
                len += c.len_utf8();
                continue;
            }
            '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}' => after.is_some_and(char::is_alphanumeric),
            '.' if digits => after.is_some_and(|c| c.is_ascii_digit()),
            '.' => run == 1 && after.is_some_and(|c| c.is_alphabetic()) && abbreviates(&rest[len + 1..]),
            ',' => digits && after.is_some_and(|c| c.is_ascii_digit()),
            '@' => after.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if !joins {
            break;
        }
        run = 0;
        seen |= next;
        len += c.len_utf8();
    }
    // The last stop of "U.S." belongs to it.
    if run == 1 && bytes.get(len) == Some(&b'.') && rest[..len].contains('.') && !digits {
        len += 1;
    }
    Scanned { len, kind: if digits { Kind::Number } else { Kind::Word }, bytes: seen }
}

/// Whether what follows a letter and its stop is another letter with one.
fn abbreviates(rest: &str) -> bool {
    let mut chars = rest.chars();
    let letter = chars.next().is_some_and(char::is_alphabetic);
    letter && chars.next().is_none_or(|c| !c.is_alphanumeric())
}
