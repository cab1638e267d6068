//! Abbreviations that a letter explains: "Low Income Home Energy Assistance Program (LIHEAP)".

use crate::language::{Token, Tokens, tokens};
use crate::letter::Letter;
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;

/// Abbreviations with the names they stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Abbreviations {
    names: BTreeMap<String, String>,
}

/// Letters of the longest abbreviation that is looked for.
const LONGEST: usize = 10;

impl Abbreviations {
    /// Learns the abbreviations that letters explain; where two explain one differently, the first counts.
    ///
    /// ```
    /// use demarche::{lexicon::Lexicon, matching::Abbreviations};
    /// let learnt = Abbreviations::of_text("the Clean River Fund (CRF) and more", Lexicon::builtin());
    /// assert_eq!(learnt.expand("finance the CRF").as_deref(), Some("Clean River Fund"));
    /// ```
    pub fn of<'l>(letters: impl IntoIterator<Item = &'l Letter>, lexicon: &Lexicon) -> Abbreviations {
        let mut learnt = Abbreviations::default();
        for letter in letters {
            for block in &letter.document.blocks {
                learnt.read(block.text.as_str(), lexicon);
            }
        }
        learnt
    }

    /// Learns what others learnt from later letters.
    pub fn learn(&mut self, later: &Abbreviations) {
        for (short, name) in &later.names {
            self.names.entry(short.clone()).or_insert_with(|| name.clone());
        }
    }

    /// Learns from one text.
    pub fn of_text(text: &str, lexicon: &Lexicon) -> Abbreviations {
        let mut learnt = Abbreviations::default();
        learnt.read(text, lexicon);
        learnt
    }

    fn read(&mut self, text: &str, lexicon: &Lexicon) {
        if !holds_abbreviation(text) {
            return;
        }
        let all = tokens(text, lexicon);
        let words = Tokens::new(&all, lexicon);
        for at in 1..words.len() {
            let Some(short) = words.get(at).filter(|token| is_abbreviation(token.text)) else { continue };
            if !(words.is(at - 1, "(") && words.is(at + 1, ")")) {
                continue;
            }
            if let Some(start) = name_before(words, at - 1, &short.folded) {
                let name = words[start..at - 1].iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
                self.names.entry(short.text.to_owned()).or_insert(name);
            }
        }
    }

    /// The names behind the abbreviations in a text.
    pub fn expand(&self, text: &str) -> Option<String> {
        let found: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter_map(|word| self.names.get(word))
            .map(String::as_str)
            .collect();
        (!found.is_empty()).then(|| found.join(", "))
    }
}

/// Whether anything between two brackets of a text may be an abbreviation: one word with a capital.
fn holds_abbreviation(text: &str) -> bool {
    text.split('(').skip(1).any(|part| {
        let inside = part.split(')').next().unwrap_or_default().trim();
        inside.len() < part.len() && !inside.contains(' ') && inside.contains(char::is_uppercase)
    })
}

fn is_abbreviation(text: &str) -> bool {
    (2..=LONGEST).contains(&text.len())
        && text.chars().filter(|c| c.is_uppercase()).count() * 2 > text.len()
        && text.chars().all(char::is_alphanumeric)
}

/// Where the name begins whose initials are the abbreviation that follows at `end`; small words may be left out.
fn name_before(words: Tokens, end: usize, short: &str) -> Option<usize> {
    let mut wanted: Vec<char> = short.trim_end_matches('s').chars().collect();
    let mut start = end;
    while let Some(last) = wanted.last().copied() {
        let token: &Token = words.get(start.checked_sub(1)?)?;
        let initials: Vec<char> = token.folded.split('-').filter_map(|part| part.chars().next()).collect();
        let small = token.is_any(&["of", "the", "for", "and", "on", "to", "in"]);
        if wanted.ends_with(&initials) {
            wanted.truncate(wanted.len() - initials.len());
        } else if initials.last() == Some(&last) && initials.len() == 1 {
            wanted.pop();
        } else if !small {
            return None;
        }
        start -= 1;
        if end - start > LONGEST + 6 {
            return None;
        }
    }
    Some(start)
}
