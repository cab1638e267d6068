//! From text to blocks: headings, paragraphs, list items, footnotes, quotations, tables.
//!
//! Letters arrive as half Markdown, half plain text, hard-wrapped or one line a paragraph, so every
//! mark is judged where it stands; nothing is decided by a file's ending.

mod bullets;
mod company;
mod labels;
mod lines;
mod margins;
mod marker;
mod numbers;
mod rejoin;
mod run_in;
mod running_heads;
mod unbroken;

pub use lines::{ends_mid_phrase, is_shouted};
pub use marker::Marker;

use super::inline;
use super::{Block, BlockKind};
use crate::text::{Span, Traced};
use company::{Cited, follows};
use lines::Line;
use marker::Mark;

/// Divides a text into blocks, from a byte offset on.
pub fn parse(text: &str, start: usize) -> Vec<Block> {
    let mut lines = lines::split(text, start);
    lines::close_up(text, &mut lines);
    margins::strip(text, &mut lines);
    let width = lines::wrap_width(text, &lines);
    let cited = Cited::of(text, &lines);
    let marks = company::find_marks(text, &lines, width, &cited);
    let heads = running_heads::find(text, &lines);
    let mut builder =
        Builder { text, width, cited, blocks: Vec::new(), open: None, levels: Vec::new(), blank: true };
    for (at, (line, mark)) in lines.iter().zip(&marks).enumerate() {
        if heads.contains(&at) {
            builder.single(BlockKind::Rule, line.content, line);
        } else {
            builder.line(line, *mark);
        }
    }
    builder.close();
    run_in::part(unbroken::part(rejoin::rejoin(builder.blocks)))
}

/// A block whose lines are still coming in.
struct Open {
    kind: BlockKind,
    raw: Traced,
    parts: Vec<Span>,
    last: Line,
    /// Column at which the text of an item starts.
    column: usize,
}

/// By so many columns the marks of one list may stand apart.
const UNEVEN: usize = 2;

/// A list that is open at some depth.
#[derive(Clone, Copy)]
struct Level {
    indent: usize,
    marker: Marker,
}

struct Builder<'t> {
    text: &'t str,
    width: Option<usize>,
    cited: Cited,
    blocks: Vec<Block>,
    open: Option<Open>,
    levels: Vec<Level>,
    blank: bool,
}

impl Builder<'_> {
    fn line(&mut self, line: &Line, mark: Option<Mark<'_>>) {
        if line.is_blank() {
            self.blank = true;
            return;
        }
        let content = line.text(self.text);
        if self.special(line, content) {
        } else if let Some(mark) = mark {
            self.item(line, mark);
        } else {
            self.plain(line, content);
        }
        self.blank = false;
    }

    /// Headings, rules, quotations, tables, fences.
    fn special(&mut self, line: &Line, content: &str) -> bool {
        let hashes = content.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&hashes) && content[hashes..].starts_with(' ') {
            let title = content[hashes..].trim().trim_end_matches('#').trim_end();
            let start = line.content.start
                + hashes
                + (content[hashes..].len() - content[hashes..].trim_start().len());
            self.single(BlockKind::Heading(hashes as u8), Span::new(start, start + title.len()), line);
            self.levels.clear();
            return true;
        }
        if is_rule(content) {
            // A line of text underlined is a heading.
            let underlines = !self.blank && content.len() > 2 && content.starts_with(['=', '-']);
            match &mut self.open {
                Some(open) if underlines && open.kind == BlockKind::Paragraph && open.parts.len() == 1 => {
                    open.kind = BlockKind::Heading(if content.starts_with('=') { 1 } else { 2 });
                    if let Some(part) = open.parts.last_mut() {
                        *part = part.to(line.content);
                    }
                    self.levels.clear();
                    self.close();
                }
                _ => self.single(BlockKind::Rule, line.content, line),
            }
            return true;
        }
        if content.starts_with("```") || content.starts_with("~~~") {
            self.single(BlockKind::Rule, line.content, line);
            return true;
        }
        if let Some(rest) = content.strip_prefix('>') {
            let span = Span::new(line.content.end - rest.trim_start().len(), line.content.end);
            self.quotation(span, line);
            return true;
        }
        if content.starts_with('|') && content.len() > 1 {
            self.table_row(line, content);
            return true;
        }
        false
    }

    fn quotation(&mut self, span: Span, line: &Line) {
        let goes_on = matches!(&self.open, Some(open) if open.kind == BlockKind::Quotation && !self.blank && !span.is_empty());
        if goes_on {
            self.extend(Line { content: span, ..*line });
        } else if span.is_empty() {
            self.close();
        } else {
            self.begin(BlockKind::Quotation, span, line, 0);
        }
    }

    fn table_row(&mut self, line: &Line, content: &str) {
        let mut start = line.content.start;
        for cell in cells(content) {
            let span = Span::new(start, start + cell.len()).trimmed(self.text);
            start += cell.len() + 1;
            let ruled = cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
            if !ruled {
                self.single(BlockKind::Cell, span, line);
            }
        }
    }

    fn item(&mut self, line: &Line, mark: Mark<'_>) {
        let indent = line.indent + 2 * mark.inside;
        // A number that goes on where a list stopped belongs to that list, though it is set in a little less.
        let near = self.levels.iter().rposition(|level| {
            follows(mark.marker, Some(level.marker)) && level.indent.abs_diff(indent) <= UNEVEN
        });
        if near.is_none() {
            while self.levels.last().is_some_and(|level| indent < level.indent) {
                self.levels.pop();
            }
        }
        let goes_on =
            near.or_else(|| self.levels.iter().rposition(|level| follows(mark.marker, Some(level.marker))));
        let same = self
            .levels
            .iter()
            .position(|level| level.indent == indent && level.marker.same_style(mark.marker));
        match near.or(same).or(goes_on) {
            Some(at) => self.levels.truncate(at + 1),
            None => {
                // Another style at the same indent is a list inside the item before it, unless the
                // line is the first of its list after running text.
                self.levels.push(Level { indent, marker: mark.marker });
            }
        }
        if let Some(level) = self.levels.last_mut() {
            level.marker = mark.marker;
        }
        let depth = self.levels.len().saturating_sub(1).min(63) as u8;
        let start = line.content.start + mark.len;
        let column = line.indent + mark.len;
        self.begin(
            BlockKind::ListItem { depth, marker: mark.marker },
            Span::new(start, line.content.end),
            line,
            column,
        );
        if mark.lead > 0
            && let Some(open) = &mut self.open
        {
            // Emphasis that opened before the mark.
            let mut raw = Traced::default();
            let at = line.content.start;
            raw.push(&self.text[at..at + mark.lead], at);
            raw.append(&open.raw);
            open.raw = raw;
        }
    }

    fn plain(&mut self, line: &Line, content: &str) {
        let Some(open) = &self.open else {
            return self.paragraph(line);
        };
        let inside_item = matches!(open.kind, BlockKind::ListItem { .. });
        if self.blank {
            // A paragraph set under an item belongs to it and leaves the list open.
            if !(inside_item || !self.levels.is_empty()) || line.indent == 0 {
                self.levels.clear();
            }
            return self.paragraph(line);
        }
        let before = open.last.text(self.text);
        let titled = is_shouted(before) && !is_shouted(content) && !ends_mid_phrase(before);
        let wraps = lines::is_wrap(self.text, &open.last, line, self.width) && !titled;
        let unfinished =
            !before.ends_with(['.', ':', ';', '?', '!']) && content.starts_with(|c: char| c.is_lowercase());
        let unfinished_word = ends_mid_phrase(before);
        // "… without notice; and": what follows is the next of an enumeration.
        let enumerates = before.ends_with("; and") || before.ends_with("; or");
        let enumerates = enumerates && content.starts_with(char::is_uppercase);
        // Set in after a full stop, a line opens a paragraph where no blank lines part them.
        let ended = before.ends_with(['.', '?', '!', ':', '"', '\u{201d}', '>', ']', ')']);
        let opens = ended && line.indent > open.last.indent + 1 && !line.after_gap && self.width.is_some();
        if opens && open.kind != BlockKind::Quotation && !inside_item {
            return self.paragraph(line);
        }
        if opens && inside_item && line.indent > open.column + 1 {
            self.levels.clear();
            return self.paragraph(line);
        }
        let wraps = wraps && !enumerates;
        let beside = inside_item || open.kind == BlockKind::Paragraph && line.indent == open.last.indent;
        let wraps = wraps || unfinished_word && beside;
        let hangs = inside_item && self.width.is_some() && line.indent >= open.column && open.column > 0;
        if open.kind == BlockKind::Rule || matches!(open.kind, BlockKind::Heading(_) | BlockKind::Cell) {
            self.paragraph(line);
        } else if wraps || hangs || (inside_item && unfinished) || open.kind == BlockKind::Quotation {
            self.extend(*line);
        } else if inside_item
            && !line.after_gap
            && content.starts_with(char::is_uppercase)
            && line.indent > 0
            && line.indent == open.column
        {
            // A sibling that lost its mark: it is set in as the items' text is.
            let depth = self.levels.len().saturating_sub(1).min(63) as u8;
            let column = open.column;
            self.begin(BlockKind::ListItem { depth, marker: Marker::Lost }, line.content, line, column);
        } else {
            self.paragraph(line);
        }
    }

    fn paragraph(&mut self, line: &Line) {
        let content = line.text(self.text);
        let kind = if is_footnote(content) || self.cited.is_note(content) {
            BlockKind::Footnote
        } else {
            BlockKind::Paragraph
        };
        self.begin(kind, line.content, line, 0);
    }

    fn single(&mut self, kind: BlockKind, content: Span, line: &Line) {
        self.begin(kind, content, line, 0);
        self.close();
    }

    fn begin(&mut self, kind: BlockKind, content: Span, line: &Line, column: usize) {
        self.close();
        let mut raw = Traced::default();
        raw.push(content.slice(self.text).unwrap_or_default(), content.start);
        self.open = Some(Open { kind, raw, parts: vec![line.content], last: *line, column });
    }

    /// Joins a line to the open block; a word broken at the line's end is made whole.
    fn extend(&mut self, line: Line) {
        let Some(open) = &mut self.open else { return };
        let content = line.text(self.text);
        let broken =
            open.raw.as_str().strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphabetic))
                && content.starts_with(char::is_lowercase);
        if broken {
            let whole = Span::new(0, open.raw.as_str().len() - 1);
            open.raw = open.raw.sub(whole);
        } else {
            open.raw.push_joint(' ');
        }
        open.raw.push(content, line.content.start);
        if let Some(part) = open.parts.last_mut() {
            *part = part.to(line.content);
        }
        open.last = line;
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let cleaned = match open.kind {
            BlockKind::Rule => inline::Cleaned { text: open.raw, strong: 0 },
            _ => inline::clean(open.raw),
        };
        let clean = cleaned.text.as_str();
        let lead = clean.len() - clean.trim_start().len();
        let words = Span::new(lead, clean.trim_end().len().max(lead));
        let text = if words.len() == clean.len() { cleaned.text } else { cleaned.text.sub(words) };
        let kind = if text.is_empty() { BlockKind::Rule } else { open.kind };
        let strong = text.as_str().floor_char_boundary(cleaned.strong.saturating_sub(lead));
        self.blocks.push(Block { kind, text, parts: open.parts, strong });
    }
}

/// A block of some words of another; `extent` are the words with their mark. None where there are none.
fn piece(block: &Block, kind: BlockKind, words: Span, extent: Span) -> Option<Block> {
    let words = words.trimmed(block.text.as_str());
    if words.is_empty() {
        return None;
    }
    let strong = block.strong.saturating_sub(words.start).min(words.len());
    let parts = block.text.source_spans(extent.trimmed(block.text.as_str()));
    Some(Block { kind, text: block.text.sub(words), parts, strong })
}

/// The cells of a row; an escaped bar belongs to its cell.
fn cells(content: &str) -> impl Iterator<Item = &str> {
    let mut escaped = false;
    content.split(move |c| {
        let bar = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        bar
    })
}

/// Rules, and page numbers standing alone.
fn is_rule(content: &str) -> bool {
    let mut marks = content.chars().filter(|c| !c.is_whitespace());
    let first = marks.next();
    let ruled =
        first.is_some_and(|c| matches!(c, '-' | '_' | '*' | '=' | '~')) && marks.all(|c| Some(c) == first);
    ruled && content.len() >= 3 || running_heads::is_page_number(content)
}

/// `<sup>1</sup> …`, `[^1]: …`: notes marked as such.
fn is_footnote(content: &str) -> bool {
    if let Some(rest) = content.strip_prefix("<sup>") {
        return rest.find("</sup>").is_some_and(|end| end <= 3 && !rest[..end].contains(char::is_alphabetic));
    }
    content.strip_prefix("[^").is_some_and(|rest| rest.contains("]:"))
}
