//! What is read for asks: the sentences of a block, and what the block is in its letter.

use super::lists::Role;
use crate::language::{LostStops, Token, Tokens, sentences, tokens};
use crate::letter::{Letter, Zone};
use crate::lexicon::Lexicon;
use crate::source::BlockKind;
use crate::text::Span;
use std::ops::Range;

/// The asking that a lead-in passes on to its items.
#[derive(Debug, Clone)]
pub struct Lead {
    /// The block it stands in.
    pub block: usize,
    /// Its words.
    pub text: String,
    /// Where they stand in the block.
    pub span: Option<Span>,
    /// Its verb or noun of asking.
    pub verb: String,
    /// How hard it asks, 1 to 6.
    pub level: u8,
    /// Whom it asks.
    pub addressee: Option<String>,
    /// Where whom it asks stands in the block.
    pub addressee_span: Option<Span>,
    /// It ends in "that": each item is the clause that completes it.
    pub clause: bool,
}

/// A block with its words.
pub struct Passage<'a> {
    /// Index of the block in the document.
    pub block: usize,
    /// The zone it lies in.
    pub zone: Zone,
    /// The document marks it as a heading; others only look like one.
    pub marked_heading: bool,
    /// Its cleaned text.
    pub text: &'a str,
    /// All tokens.
    pub tokens: Vec<Token<'a>>,
    /// Sentences as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// What the block is to the list or heading it stands under.
    pub role: Role,
    /// What leads to it, where it is an item of demands.
    pub lead: Option<Lead>,
    /// For each token, whether it stands inside quotation marks.
    quoted: Vec<bool>,
}

impl<'a> Passage<'a> {
    /// Reads a block of a letter; its role is judged later.
    pub fn new(letter: &'a Letter, block: usize, lost: Option<LostStops>, lexicon: &Lexicon) -> Passage<'a> {
        let text = letter.document.blocks[block].text.as_str();
        let tokens = tokens(text, lexicon);
        let tokens = match lost {
            Some(lost) => lost.restore(tokens, lexicon),
            None => tokens,
        };
        let sentences = sentences(&tokens, lexicon);
        let quoted = quotations(&tokens);
        Passage {
            block,
            zone: letter.zones[block],
            marked_heading: matches!(letter.document.blocks[block].kind, BlockKind::Heading(_)),
            text,
            tokens,
            sentences,
            role: Role::Prose,
            lead: None,
            quoted,
        }
    }

    /// One sentence.
    pub fn sentence<'p>(&'p self, at: usize, lexicon: &'p Lexicon) -> Sentence<'p, 'a> {
        let range = self.sentences[at].clone();
        Sentence {
            words: Tokens::new(&self.tokens[range.clone()], lexicon),
            quoted: &self.quoted[range],
            text: self.text,
        }
    }

    /// Whether it ends in a colon: "for:", "for:-".
    pub fn ends_in_colon(&self) -> bool {
        let text = self.text.trim_end();
        // "Your petitioners pray—": older print sets a dash where a colon stands now.
        text.ends_with(['–', '—']) || text.trim_end_matches([' ', '-']).ends_with(':')
    }

    /// The text of a sentence.
    pub fn sentence_text(&self, at: usize) -> &'a str {
        let range = self.sentences[at].clone();
        match (self.tokens.get(range.start), self.tokens.get(range.end - 1)) {
            (Some(first), Some(last)) => &self.text[first.span.start..last.span.end],
            _ => "",
        }
    }
}

/// The words of one sentence.
#[derive(Clone, Copy)]
pub struct Sentence<'p, 't> {
    /// The words, numbered from the start of the sentence.
    pub words: Tokens<'p, 't>,
    quoted: &'p [bool],
    /// The text of the whole block, which the tokens' spans refer to.
    pub text: &'t str,
}

impl Sentence<'_, '_> {
    /// Whether the token at `at` stands inside quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// Whether all of the sentence does.
    pub fn all_quoted(&self) -> bool {
        let mut words = (0..self.words.len()).filter(|at| self.words[*at].is_word()).peekable();
        words.peek().is_some() && words.all(|at| self.quoted[at])
    }
}

/// Which tokens stand between quotation marks. A mark that is never closed quotes the rest of the
/// block: so long statements are set, paragraph by paragraph. A closing mark without an opening one
/// quotes all before it.
fn quotations(tokens: &[Token]) -> Vec<bool> {
    let mut quoted = vec![false; tokens.len()];
    let mut open: Option<usize> = None;
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let opening = match token.text {
            "\u{201c}" | "«" => true,
            "\u{201d}" | "»" => false,
            "\"" => open.is_none(),
            _ => continue,
        };
        if opening {
            open = Some(at);
        } else {
            let start = open.take().unwrap_or(0);
            // A stray mark quotes what stands before it only where much does.
            if start > 0 || at - start > 30 || tokens[0].text.starts_with(['"', '\u{201c}']) {
                quoted[start..at].fill(true);
            }
        }
    }
    if let Some(start) = open {
        quoted[start..].fill(true);
    }
    quoted
}
