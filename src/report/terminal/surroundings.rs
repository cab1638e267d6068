//! A demand where it stands.

use super::layout::{Page, Piece};
use super::letter::{field, slots, why};
use super::overview::sender;
use super::place;
use crate::corpus::LetterRecord;
use crate::demand::Demand;
use crate::letter::Letter;
use crate::lineage::Thread;
use crate::report::theme::Role;
use crate::source::{Block, BlockKind};
use crate::text::Span;

/// Writes a demand within its paragraph and so many more before and after it, its words between brackets; then
/// what it is made of.
pub fn surroundings(
    page: &mut Page,
    (letter, record): (&Letter, &LetterRecord),
    demand: &Demand,
    thread: Option<&Thread>,
    around: usize,
) {
    page.gap();
    let at = place(&record.id, &demand.spans);
    page.edges(0, &[(Role::Title, &demand.id)], &[(Role::Source, &at)]);
    let date = record.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    field(page, 0, "from", &[(Role::Plain, sender(record)), (Role::Plain, ", "), (Role::Plain, &date)]);
    if let Some(thread) = thread {
        field(
            page,
            0,
            "thread",
            &[(Role::Title, &thread.id), (Role::Plain, "  "), (Role::Plain, &thread.label)],
        );
    }
    let spans: Vec<Span> = demand.spans.iter().map(|place| place.span()).collect();
    let blocks: Vec<&Block> =
        letter.document.blocks.iter().filter(|block| block.kind != BlockKind::Rule).collect();
    let holds = |block: &&Block| block.parts.iter().any(|part| spans.iter().any(|span| span.overlaps(*part)));
    let (first, last) = (blocks.iter().position(holds), blocks.iter().rposition(holds));
    if let (Some(first), Some(last)) = (first, last) {
        let shown =
            first.saturating_sub(around)..last.saturating_add(around).saturating_add(1).min(blocks.len());
        for block in &blocks[shown] {
            page.gap();
            paragraph(page, letter, block, &spans);
        }
    }
    page.gap();
    let level = format!("{} {}/6", demand.strength.verb, demand.strength.level);
    let class = format!(", act {}/5", demand.strength.action_class);
    let sure = format!(", sure {:.2}", demand.confidence);
    field(page, 6, "strength", &[(Role::Plain, &level), (Role::Plain, &class), (Role::Dim, &sure)]);
    slots(page, demand);
    why(page, demand);
}

/// A paragraph with its line, the words under `spans` between brackets.
fn paragraph(page: &mut Page, letter: &Letter, block: &Block, spans: &[Span]) {
    let text = &letter.document.text;
    let mut pieces: Vec<(Role, String)> = Vec::new();
    for part in &block.parts {
        let mut at = part.start;
        for span in spans.iter().filter(|span| span.overlaps(*part)) {
            let (start, end) = (span.start.max(at), span.end.min(part.end));
            pieces.push((Role::Plain, joined(Span::new(at, start).slice(text).unwrap_or_default())));
            let words = joined(Span::new(start, end).slice(text).unwrap_or_default());
            pieces.push((Role::Title, format!("[{}]", words.trim())));
            at = end.max(at);
        }
        pieces.push((Role::Plain, joined(Span::new(at, part.end).slice(text).unwrap_or_default())));
        pieces.push((Role::Plain, " ".to_owned()));
    }
    let lead = format!("{:>5}  ", letter.document.place(block.extent()).line);
    let pieces: Vec<Piece> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.flow(&lead, 7, &pieces);
}

/// Text with each run of white space as one blank.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out
}
