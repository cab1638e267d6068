//! Sentences that a page break, a rule or footnotes cut in two are made whole again.

use super::super::{Block, BlockKind};
use super::ends_mid_phrase;

/// How many blocks of foreign text may stand between the two halves of a sentence.
const REACH: usize = 24;

/// Joins the halves; footnotes that run over several paragraphs are recognized on the way.
pub fn rejoin(blocks: Vec<Block>) -> Vec<Block> {
    let blocks = extend_footnotes(blocks);
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match first_half(&joined, &block) {
            Some(at) => {
                let first = &mut joined[at];
                first.text.push_joint(' ');
                first.text.cut();
                first.text.append(&block.text);
                first.parts.extend(block.parts);
            }
            None => joined.push(block),
        }
    }
    joined
}

/// The paragraph that `block` goes on with, if only notes and rules stand between.
fn first_half(before: &[Block], block: &Block) -> Option<usize> {
    // A number goes on with a sentence as well, but not in the line after it.
    let next = block.text.as_str();
    let number = next.starts_with(|c: char| c.is_ascii_digit());
    if block.kind != BlockKind::Paragraph {
        return None;
    }
    let between = before.iter().rev().take_while(|block| is_foreign(block)).count();
    let at = before.len().checked_sub(between + 1)?;
    let first = before.get(at)?;
    let open = matches!(first.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
    let text = first.text.as_str().trim_end();
    let unfinished =
        text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '\'' | '\u{2019}' | '-'));
    // Without anything between, only a long line can have been cut; short ones are lists of words.
    let over = between > 0 && between <= REACH;
    let long = text.chars().count() > 60;
    let cut = match next.chars().next() {
        Some(c) if c.is_lowercase() => over || long,
        // "… in the", and a name on the next page.
        Some(c) if c.is_uppercase() => over && long && ends_mid_phrase(text),
        _ => number && over && long,
    };
    (open && unfinished && cut).then_some(at)
}

fn is_foreign(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Footnote | BlockKind::Rule)
}

/// A paragraph that begins with an address of the web goes on with the footnote before it, and a
/// numbered paragraph under a rule is one.
fn extend_footnotes(mut blocks: Vec<Block>) -> Vec<Block> {
    for at in 1..blocks.len() {
        let before = blocks[at - 1].kind;
        let block = &mut blocks[at];
        let text = block.text.as_str();
        let address = text.starts_with("http") || text.starts_with("<http") || text.starts_with("www.");
        let numbered = text.len() > 2
            && text.bytes().take_while(u8::is_ascii_digit).count().clamp(0, 3) > 0
            && text.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(' ');
        let note = (before == BlockKind::Footnote && address)
            || (matches!(before, BlockKind::Rule | BlockKind::Footnote) && numbered && address_inside(text));
        if block.kind == BlockKind::Paragraph && note {
            block.kind = BlockKind::Footnote;
        }
    }
    blocks
}

fn address_inside(text: &str) -> bool {
    text.contains("http") || text.contains("www.") || text.contains("ibid") || text.contains("Ibid")
}
