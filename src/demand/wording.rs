//! The words that an ask is shown by: its cue, and how hard the cue asks.

use super::cues::{Ask, Family, Speaker, levels};
use super::passage::{Lead, Sentence};
use crate::language::Tokens;
use crate::lexicon::Class;
use crate::text::{Span, one_spaced};

/// The words under a span, white space joined.
pub fn words_of(text: &str, span: Span) -> String {
    one_spaced(span.slice(text).unwrap_or_default())
}

/// The verb, modal or word that asks.
pub fn cue_verb(words: Tokens, ask: &Ask) -> String {
    let at = ask.cue.start;
    match ask.family {
        Family::Imperative | Family::NounPhrase => "imperative".to_owned(),
        Family::Question => "question".to_owned(),
        _ => words
            .lemma(at)
            .map(str::to_owned)
            .or_else(|| words.get(at).map(|token| token.folded.to_string()))
            .unwrap_or_default(),
    }
}

/// The cue with its subject before it and what leads to the ask after it.
pub fn cue_text(text: &str, words: Tokens, ask: &Ask) -> String {
    cue_span(words, ask).map(|span| words_of(text, span)).unwrap_or_default()
}

/// Where the cue stands with its subject before it and what leads to the ask after it.
pub fn cue_span(words: Tokens, ask: &Ask) -> Option<Span> {
    let mut start = ask.cue.start;
    if !matches!(ask.family, Family::Imperative | Family::NounPhrase | Family::Question) {
        let from = start.saturating_sub(8);
        start = (from..start).rev().find(|at| words.has(*at, Class::FIRST_PERSON)).unwrap_or(start);
    }
    let end = if ask.content.start > ask.cue.start { ask.content.start } else { ask.cue.end };
    words.span(&(start..end.max(start + 1)))
}

/// What a lead-in that asks passes on to its items. A lead-in without a verb of asking ("Our demands:")
/// asks as hard as the verb of its noun.
pub fn lead(block: usize, sentence: &Sentence, asks: &[Ask]) -> Lead {
    let words = sentence.words;
    let span = words.span(&(0..words.len()));
    let whole = span.map(|span| words_of(sentence.text, span)).unwrap_or_default();
    let clause =
        (0..words.len()).rev().find(|at| words[*at].is_word()).is_some_and(|last| words.is(last, "that"));
    let own = asks
        .iter()
        .filter(|ask| !matches!(ask.speaker, Speaker::Other(_)) && ask.family != Family::Imperative)
        .max_by_key(|ask| ask.cue.start);
    if let Some(ask) = own {
        let addressee_span = ask
            .addressee
            .as_ref()
            .and_then(|range| words.span(&super::content::without_remark(words, range)));
        let addressee = addressee_span.map(|span| words_of(sentence.text, span));
        return Lead {
            block,
            span: cue_span(words, ask),
            addressee_span,
            text: cue_text(sentence.text, words, ask),
            verb: cue_verb(words, ask),
            level: ask.level,
            addressee,
            clause,
        };
    }
    let lexicon = words.lexicon();
    let performative = |at: usize| {
        let lemma = words
            .lemma(at)
            .or_else(|| words.get(at).and_then(|token| lexicon.verb_of_noun(&token.folded)))?;
        lexicon.performative(lemma)
    };
    let noun = (0..words.len()).rev().find_map(performative);
    Lead {
        block,
        span,
        addressee_span: None,
        text: whole,
        verb: noun.map_or_else(|| "list".to_owned(), |performative| performative.lemma.clone()),
        level: noun.map_or(levels::IMPERATIVE, |performative| performative.level),
        addressee: None,
        clause,
    }
}
