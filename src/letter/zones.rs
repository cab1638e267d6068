//! What each part of the page is: head, heading, body, list, quotation, signatures, furniture.
//!
//! Asks are read from the body, lists and headings; the rest is context. Every block has one zone, and
//! [`spans`] extends the zones over the white space and marks between them, so that every character of
//! the text lies in exactly one.

use crate::lexicon::{Class, Conventions, Lexicon};
use crate::source::{BlockKind, Document};
use crate::text::{Span, fold};

/// Parts of a page.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Letterhead, date, address, subject, salutation.
    Header,
    /// A title or heading.
    Heading,
    /// Running text.
    Body,
    /// An item of a list.
    List,
    /// A cell of a table.
    Table,
    /// Text marked as a quotation.
    Quotation,
    /// The text of a footnote.
    Footnote,
    /// The closing, names and titles of those who sign.
    Signature,
    /// What belongs to the page, not to the letter: navigation, contacts, rules.
    Furniture,
}

/// A stretch of the text that lies in one zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct ZoneSpan {
    /// The zone.
    pub zone: Zone,
    /// Whether it belongs to a letter that a release carries.
    pub attached: bool,
    /// First byte in the extracted text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The zone of each block, and where a release's attached letter begins.
pub struct Division {
    pub zones: Vec<Zone>,
    pub attached: Option<usize>,
    /// The folded text of each block.
    pub folded: Vec<String>,
}

/// Judges every block of a document.
pub fn divide(document: &Document, lexicon: &Lexicon) -> Division {
    let folded: Vec<String> = document.blocks.iter().map(|block| fold(block.text.as_str())).collect();
    if document.format.is_sheet() {
        return Division { zones: by_kind(document), attached: None, folded };
    }
    let words = folded.iter().map(|text| words_of(text)).collect();
    let mut division = Divider { document, lexicon, folded, words, zones: by_kind(document), attached: None };
    super::quoted_letter::unquote(&mut division.zones, &division.folded, document.format, lexicon);
    division.attributions();
    division.furniture();
    division.discussion();
    division.head();
    division.signatures();
    division.endnotes();
    division.navigation();
    division.headings();
    Division { zones: division.zones, attached: division.attached, folded: division.folded }
}

/// What the marks alone say.
fn by_kind(document: &Document) -> Vec<Zone> {
    document
        .blocks
        .iter()
        .map(|block| match block.kind {
            BlockKind::Heading(_) => Zone::Heading,
            BlockKind::Paragraph => Zone::Body,
            BlockKind::ListItem { .. } => Zone::List,
            BlockKind::Footnote => Zone::Footnote,
            BlockKind::Cell => Zone::Table,
            BlockKind::Quotation => Zone::Quotation,
            BlockKind::Rule => Zone::Furniture,
        })
        .collect()
}

/// Whether a folded block is a line of salutation, or opens with one.
pub fn is_salutation(text: &str, salutations: &[String]) -> bool {
    if !Conventions::opens(text, salutations) {
        return false;
    }
    let words = text.split_whitespace().count();
    let closed = text.ends_with([',', ':']);
    let named = text.starts_with("dear ") || text.starts_with("to whom");
    let run_in = text.starts_with("dear ") && text.find([',', ':']).is_some_and(|at| at < 60);
    (named && words <= 20) || (closed && words <= 12) || run_in
}

/// How many words a folded text has.
pub(super) fn words_of(folded: &str) -> usize {
    let (mut words, mut said) = (0, false);
    for (at, byte) in folded.bytes().enumerate() {
        if byte == b' ' {
            said = false;
        } else if !said {
            // Bytes inside a character begin no text.
            let wide = || folded.get(at..).and_then(|rest| rest.chars().next());
            said =
                byte.is_ascii_alphanumeric() || !byte.is_ascii() && wide().is_some_and(char::is_alphanumeric);
            words += usize::from(said);
        }
    }
    words
}

struct Divider<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    folded: Vec<String>,
    /// How many words each block has.
    words: Vec<usize>,
    zones: Vec<Zone>,
    attached: Option<usize>,
}

impl Divider<'_> {
    fn text(&self, at: usize) -> &str {
        self.document.blocks[at].text.as_str().trim()
    }

    fn words(&self, at: usize) -> usize {
        self.words[at]
    }

    fn is_prose(&self, at: usize) -> bool {
        matches!(self.zones[at], Zone::Body | Zone::List | Zone::Quotation)
            && self.words(at) >= 16
            && self.text(at).contains(['.', '?', '!', ':', ';'])
    }

    /// "– Ada Lovelace, in May" under words in quotation marks tells who said them, not who signed.
    fn attributions(&mut self) {
        for at in 1..self.zones.len() {
            let quoted = self.text(at - 1).ends_with(['"', '\u{201d}', '\u{00bb}']);
            let dashed = self.text(at).starts_with(['-', '\u{2013}', '\u{2014}']);
            if quoted && (dashed || self.document.blocks[at].is_item()) && self.words(at) <= 14 {
                self.zones[at] = Zone::Quotation;
            }
        }
    }

    /// Numbered notes after the text: "1 See Document 63, note 4."
    fn endnotes(&mut self) {
        let mut notes = Vec::new();
        for at in (0..self.zones.len()).rev() {
            let digits = self.text(at).bytes().take_while(u8::is_ascii_digit).count();
            let numbered = (1..=2).contains(&digits) && self.text(at)[digits..].starts_with(' ');
            match self.zones[at] {
                Zone::Signature | Zone::Furniture | Zone::Footnote => {}
                Zone::Body if numbered => notes.push(at),
                _ => break,
            }
        }
        let first = notes.last().map(|at| self.text(*at).starts_with("1 "));
        if first == Some(true) {
            for at in notes {
                self.zones[at] = Zone::Footnote;
            }
        }
    }

    fn furniture(&mut self) {
        let furniture = &self.lexicon.conventions().furniture;
        for at in 0..self.zones.len() {
            let text = &self.folded[at];
            let text = text.trim_start_matches(['[', '(', '*', '>', '#', ' ', '|']);
            let line = self.words(at) <= 18;
            let opens = line && (Conventions::opens(text, furniture) || self.folded[at].starts_with("###"));
            if matches!(self.zones[at], Zone::Body | Zone::List | Zone::Heading)
                && (opens || is_address_only(text))
            {
                self.zones[at] = Zone::Furniture;
            }
        }
    }

    /// What readers wrote below the page: from the line that opens it to the end.
    fn discussion(&mut self) {
        if let Some(at) = super::discussion::begins(&self.folded, &self.words) {
            self.zones[at..].fill(Zone::Furniture);
        }
    }

    /// The head of the letter, and the head of a letter that a release carries.
    fn head(&mut self) {
        let salutations = &self.lexicon.conventions().salutations;
        let greeting = (0..self.zones.len()).find(|at| {
            matches!(self.zones[*at], Zone::Body | Zone::Heading)
                && is_salutation(&self.folded[*at], salutations)
        });
        let Some(greeting) = greeting else {
            return self.head_without_greeting();
        };
        let last_prose = (0..greeting).rev().find(|at| self.is_prose(*at) || self.hands_over(*at));
        let from = match last_prose {
            Some(last) => {
                self.attached = Some(last + 1);
                self.head_lines(0..last);
                last + 1
            }
            None => 0,
        };
        // A run-in salutation opens the body: "Dear Mr. Ambassador: Thank you …".
        let run_in = self.words(greeting) > 20;
        for at in from..greeting + usize::from(!run_in) {
            if matches!(self.zones[at], Zone::Body | Zone::List) {
                self.zones[at] = Zone::Header;
            }
        }
    }

    fn head_without_greeting(&mut self) {
        let first_prose =
            (0..self.zones.len()).find(|at| self.is_prose(*at) || self.zones[*at] == Zone::List);
        self.head_lines(0..first_prose.unwrap_or(0));
    }

    /// Lines of date, address and subject before the text begins.
    fn head_lines(&mut self, lines: std::ops::Range<usize>) {
        for at in lines {
            if self.is_prose(at) {
                return;
            }
            if self.zones[at] == Zone::Body && self.is_head_line(at) {
                self.zones[at] = Zone::Header;
            }
        }
    }

    fn is_head_line(&self, at: usize) -> bool {
        let text = self.text(at);
        let labelled = [
            "to:", "from:", "date:", "re:", "subject:", "by:", "bill id", "session:", "sponsor:", "status:",
            "for:",
        ]
        .iter()
        .any(|label| self.folded[at].starts_with(label));
        let tokens = crate::language::tokens(text, self.lexicon);
        let dated = super::dates::find(&tokens).is_some_and(|(_, range)| tokens.len() <= range.len() + 10);
        let body = self.folded[at].starts_with("the ") && text.ends_with(',');
        labelled || dated || body
    }

    fn hands_over(&self, at: usize) -> bool {
        self.words(at) < 40
            && self
                .lexicon
                .conventions()
                .handover
                .iter()
                .any(|phrase| self.folded[at].contains(phrase.as_str()))
    }

    /// From each closing to the end of the names below it, and lists of names without a closing.
    fn signatures(&mut self) {
        let mut at = 0;
        while at < self.zones.len() {
            at = if self.closes(at) { self.sign_from(at) } else { at + 1 };
        }
        self.trailing_names();
        self.name_lists();
    }

    fn closes(&self, at: usize) -> bool {
        if !matches!(self.zones[at], Zone::Body | Zone::Heading) {
            return false;
        }
        let text = self.folded[at].trim_matches(['*', '_', ' ', '-']);
        let bare = text.trim_end_matches([',', ':', '.', '!', ';']);
        let conventions = self.lexicon.conventions();
        let exact = conventions.closings.iter().any(|closing| bare == closing);
        let opens = Conventions::opens(text, &conventions.closings);
        let short = self.words(at) <= 5 && text.ends_with([',', ':']);
        // "Sincerely, Robert P. Casey Jr.  United States Senator" on one line.
        let run_in = ["sincerely,", "yours sincerely,", "yours faithfully,", "respectfully yours,"]
            .iter()
            .any(|closing| text.starts_with(closing));
        let after_text = (0..at).any(|before| matches!(self.zones[before], Zone::Body | Zone::List));
        after_text && (exact || run_in || (opens && short && !text.starts_with("thank")))
    }

    /// Marks the signature block that opens at `at`; the index after it.
    fn sign_from(&mut self, at: usize) -> usize {
        self.zones[at] = Zone::Signature;
        let salutations = &self.lexicon.conventions().salutations;
        let mut next = at + 1;
        while next < self.zones.len() {
            match self.zones[next] {
                Zone::Footnote | Zone::Furniture => {}
                _ if is_salutation(&self.folded[next], salutations) => break,
                Zone::Heading if !self.is_label(next) && !self.looks_like_name(next) => break,
                _ if self.is_sentence(next) => break,
                _ => self.zones[next] = Zone::Signature,
            }
            next += 1;
        }
        next
    }

    fn is_label(&self, at: usize) -> bool {
        let text = self.folded[at].trim_matches(['*', '_', ' ', ':']);
        let conventions = self.lexicon.conventions();
        conventions.signature_labels.iter().chain(&conventions.closings).any(|label| label == text)
    }

    /// Running text rather than a name: long, or a sentence with a stop.
    fn is_sentence(&self, at: usize) -> bool {
        let text = self.text(at);
        let stops = text.ends_with(['.', '?', '!', ':']) && !text.ends_with("Jr.") && !text.ends_with("Sr.");
        let list = text.matches(';').count() >= 2 || text.matches(',').count() * 4 >= self.words(at);
        (self.words(at) >= 14 && stops && !list)
            || (self.words(at) >= 6 && stops && !self.looks_like_name(at))
    }

    /// A short line of capitalized words without a finite verb.
    fn looks_like_name(&self, at: usize) -> bool {
        let text = self.text(at);
        let words = self.words(at);
        if words == 0 || words > 14 || text.ends_with(['?', '!', ':', ';']) {
            return false;
        }
        let tokens = crate::language::tokens(text, self.lexicon);
        let alphabetic: Vec<_> =
            tokens.iter().filter(|token| token.text.starts_with(char::is_alphabetic)).collect();
        let telling = |token: &&&crate::language::Token| {
            !token.has(Class::PREPOSITION | Class::DETERMINER | Class::CONJUNCTION) && token.text.len() > 1
        };
        let weighty = alphabetic.iter().filter(telling).count();
        let capitals = alphabetic.iter().filter(telling).filter(|token| token.capital()).count();
        let finite = alphabetic
            .iter()
            .any(|token| token.has(Class::AUXILIARY | Class::SUBJECT_PRONOUN) && !token.capital());
        !finite && weighty > 0 && capitals * 5 >= weighty * 4
    }

    /// Names below the text without any closing.
    fn trailing_names(&mut self) {
        let mut names = Vec::new();
        for at in (0..self.zones.len()).rev() {
            match self.zones[at] {
                Zone::Furniture | Zone::Footnote | Zone::Signature => {}
                Zone::Body if self.looks_like_name(at) => names.push(at),
                _ => break,
            }
        }
        let has_text = |zones: &[Zone]| zones.iter().any(|zone| matches!(zone, Zone::Body | Zone::List));
        let first = names.last().copied().unwrap_or(0);
        if !names.is_empty() && names.len() <= self.zones.len() / 2 && has_text(&self.zones[..first]) {
            for at in names {
                self.zones[at] = Zone::Signature;
            }
        }
    }

    /// Lists of those who sign: most items are names, and a lead-in says so or nothing follows.
    fn name_lists(&mut self) {
        let mut at = 0;
        while at < self.zones.len() {
            if self.zones[at] != Zone::List {
                at += 1;
                continue;
            }
            let end = (at..self.zones.len())
                .find(|next| self.zones[*next] != Zone::List)
                .unwrap_or(self.zones.len());
            let names = (at..end).filter(|item| self.looks_like_name(*item)).count();
            let lead = at.checked_sub(1).map(|lead| self.folded[lead].as_str()).unwrap_or_default();
            let signing =
                self.lexicon.conventions().signing.iter().any(|phrase| lead.contains(phrase.as_str()));
            if signing && names * 10 >= (end - at) * 7 {
                self.zones[at..end].fill(Zone::Signature);
            }
            at = end;
        }
    }

    /// Menus: runs of very short items outside the text.
    fn navigation(&mut self) {
        let prose: Vec<usize> = (0..self.zones.len()).filter(|at| self.is_prose(*at)).collect();
        let (Some(first), Some(last)) = (prose.first().copied(), prose.last().copied()) else { return };
        for range in [0..first, last + 1..self.zones.len()] {
            let menu: Vec<usize> =
                range.filter(|at| self.zones[*at] == Zone::List && self.words(*at) <= 4).collect();
            let verbless = menu.iter().filter(|at| !self.folded[**at].contains('.')).count();
            if menu.len() >= 6 && verbless == menu.len() {
                for at in menu {
                    self.zones[at] = Zone::Furniture;
                }
            }
        }
    }

    /// Headings that no mark shows: short lines in capitals, title case or bold before running text.
    fn headings(&mut self) {
        for at in 0..self.zones.len() {
            if self.zones[at] != Zone::Body || !self.is_heading(at) {
                continue;
            }
            let followed = (at + 1..self.zones.len())
                .any(|next| matches!(self.zones[next], Zone::Body | Zone::List | Zone::Heading));
            if followed {
                self.zones[at] = Zone::Heading;
            }
        }
    }

    fn is_heading(&self, at: usize) -> bool {
        let text = self.text(at);
        let block = &self.document.blocks[at];
        if self.words(at) > 24 || text.ends_with(['.', ';', ',', ':']) || text.is_empty() {
            return false;
        }
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
        let shouted = letters.len() > 3 && capitals * 10 >= letters.len() * 9;
        let bold = block.strong + 2 >= block.text.as_str().trim_end().len() && block.strong > 0;
        let first = (0..at)
            .all(|before| matches!(self.zones[before], Zone::Header | Zone::Furniture | Zone::Heading));
        shouted || (self.words(at) <= 16 && (bold || self.looks_like_name(at) || first))
    }
}

/// Whether a line holds nothing but an address of the web, of mail or of a telephone.
fn is_address_only(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().take(4).collect();
    let address = |word: &&str| {
        word.starts_with("http") || word.starts_with("www.") || (word.contains('@') && word.contains('.'))
    };
    !words.is_empty()
        && words.len() <= 3
        && words.iter().any(&address)
        && words.iter().filter(|word| !address(word)).count() <= 1
}

/// The zones as ranges over the whole text.
pub fn spans(document: &Document, zones: &[Zone], attached: Option<usize>) -> Vec<ZoneSpan> {
    let mut parts: Vec<(Span, Zone, bool)> = Vec::new();
    for (at, (block, zone)) in document.blocks.iter().zip(zones).enumerate() {
        let attached = attached.is_some_and(|first| at >= first);
        parts.extend(block.parts.iter().map(|part| (*part, *zone, attached)));
    }
    parts.sort_by_key(|(span, _, _)| span.start);
    let mut spans: Vec<ZoneSpan> = Vec::new();
    for (part, zone, attached) in parts {
        match spans.last_mut() {
            Some(last) if last.zone == zone && last.attached == attached => last.end = part.end,
            Some(last) => {
                last.end = part.start;
                spans.push(ZoneSpan { zone, attached, start: part.start, end: part.end });
            }
            None => spans.push(ZoneSpan { zone, attached, start: 0, end: part.end }),
        }
    }
    if let Some(last) = spans.last_mut() {
        last.end = document.text.len();
    }
    spans
}
