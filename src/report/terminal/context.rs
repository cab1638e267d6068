//! The sentences around a quote.

use crate::demand::Demand;
use crate::language::{sentences, tokens};
use crate::letter::Letter;
use crate::lexicon::Lexicon;
use crate::report::theme::Role;
use crate::source::{Block, BlockKind};
use crate::text::Span;

/// A sentence of a letter, the part of it that a demand quotes in the middle.
struct Sentence<'b> {
    before: &'b str,
    quoted: &'b str,
    after: &'b str,
}

/// The sentence of a demand, its words between brackets; with more than one, as many less one before and after it.
pub fn around(letter: &Letter, demand: &Demand, count: usize, lexicon: &Lexicon) -> Vec<(Role, String)> {
    let spans: Vec<Span> = demand.spans.iter().map(|place| place.span()).collect();
    let blocks = letter.document.blocks.iter().filter(|block| block.kind != BlockKind::Rule);
    let read: Vec<Sentence> = blocks.flat_map(|block| sentences_of(block, &spans, lexicon)).collect();
    let quoted = |sentence: &Sentence| !sentence.quoted.is_empty();
    let (first, last) = (read.iter().position(quoted), read.iter().rposition(quoted));
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let more = count.saturating_sub(1);
    let shown = first.saturating_sub(more)..last.saturating_add(more).saturating_add(1).min(read.len());
    let mut pieces = Vec::new();
    for sentence in &read[shown] {
        pieces.push((Role::Dim, sentence.before.to_owned()));
        if quoted(sentence) {
            pieces.push((Role::Plain, format!("[{}]", sentence.quoted)));
        }
        pieces.push((Role::Dim, format!("{} ", sentence.after)));
    }
    pieces
}

fn sentences_of<'b>(block: &'b Block, spans: &[Span], lexicon: &Lexicon) -> Vec<Sentence<'b>> {
    let text = block.text.as_str();
    let tokens = tokens(text, lexicon);
    let quotes: Vec<Span> = spans.iter().filter_map(|span| block.text.clean_span(*span)).collect();
    let ends = |range: std::ops::Range<usize>| {
        Some((tokens.get(range.start)?, tokens.get(range.end.checked_sub(1)?)?))
    };
    let ranges = sentences(&tokens, lexicon).into_iter().filter_map(ends);
    ranges
        .map(|(first, last)| {
            let whole = first.span.to(last.span);
            let inside = quotes.iter().filter(|quote| quote.overlaps(whole)).copied().reduce(Span::to);
            let quote = match inside {
                Some(quote) => Span::new(quote.start.max(whole.start), quote.end.min(whole.end)),
                None => Span::new(whole.end, whole.end),
            };
            let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
            Sentence {
                before: part(whole.start, quote.start),
                quoted: part(quote.start, quote.end),
                after: part(quote.end, whole.end),
            }
        })
        .collect()
}
