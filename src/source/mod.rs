//! First floor: bytes become a [`Document`], blocks of text traced to file, line and byte.
//!
//! ```
//! use demarche::source::{Document, BlockKind};
//! let document = Document::from_text("We call on you to:\n\n- Free them all\n- Pay them");
//! let kinds: Vec<_> = document.blocks.iter().map(|block| block.kind).collect();
//! assert!(matches!(kinds[1], BlockKind::ListItem { depth: 0, .. }));
//! assert_eq!(document.blocks[1].text.as_str(), "Free them all");
//! ```

mod blocks;
mod characters;
mod encoding;
mod envelope;
mod files;
mod formats;
mod front_matter;
mod guard;
mod inline;
mod limits;
mod pages;
mod place;
mod walk;

pub use blocks::Marker;
pub use encoding::Charset;
pub use envelope::{Envelope, Party};
pub(crate) use files::read as file_bytes;
pub(crate) use formats::pdf::worker;
pub use formats::{Columns, Format};
pub use front_matter::{Entry, FrontMatter};
pub(crate) use guard::guarded;
pub use limits::{Limit, Limits};
pub use pages::Pages;
pub use place::Place;
pub use walk::{ENDINGS, LetterFile, find_letters, is_letter_name};

use crate::problem::Problem;
use crate::text::{LineIndex, Span, Traced};
use formats::{Extracted, Input, Reading};
use std::num::NonZeroU32;
use std::path::Path;

/// How files are read.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// What a file may ask of the machine.
    pub limits: Limits,
    /// The encoding of text files, where the user named one.
    pub charset: Option<Charset>,
    /// Which columns of a sheet hold what, where the user says so.
    pub columns: Columns,
    /// The program that reads PDF in a process of its own; without one PDF is read in this process, where a file
    /// made to do harm may end it.
    pub worker: Option<std::path::PathBuf>,
}

/// A letter's text and its division into blocks. All offsets are UTF-8 byte offsets into `text`.
#[derive(Debug, Clone, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Document {
    /// The extracted text; for plain text the file itself, decoded.
    pub text: String,
    /// What the file was.
    pub format: Format,
    /// Line starts of `text`.
    #[borsh(skip)]
    pub lines: LineIndex,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The pages of the file, where its format has any.
    pub pages: Pages,
    /// What the format says of the letter outside its text.
    pub envelope: Envelope,
    /// What the owner of the text wrote at its top.
    pub front_matter: Option<FrontMatter>,
    /// What the reader noticed and the user should know.
    pub warnings: Vec<String>,
}

/// A document found in a file; a mail or a sheet may hold several.
#[derive(Debug, Clone)]
pub struct Found {
    /// What tells it from others of the same file: the name of an attachment, the date of some rows.
    pub name: Option<String>,
    /// The document, or why it could not be read.
    pub document: Result<Document, Problem>,
}

/// A paragraph, a list item, a heading: one run of text that belongs together.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text without marks, traced to the document's text.
    pub text: Traced,
    /// Where it stands; several ranges when footnotes or a page break cut it.
    pub parts: Vec<Span>,
    /// How many bytes at the start of `text` are set in bold (a run-in heading).
    pub strong: usize,
}

/// The kinds of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum BlockKind {
    /// A heading marked as such, level 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// A list item; depth 0 is the outermost list.
    ListItem {
        /// Nesting depth.
        depth: u8,
        /// Its mark.
        marker: Marker,
    },
    /// The text of a footnote.
    Footnote,
    /// One cell of a table.
    Cell,
    /// Quoted text, marked as such.
    Quotation,
    /// A horizontal rule or a page number: nothing to read.
    Rule,
}

impl Document {
    /// Reads a text that is already decoded.
    pub fn from_text(text: impl Into<String>) -> Document {
        Document::new(Format::Text, Extracted { text: text.into(), ..Extracted::default() })
    }

    /// Divides an extracted text into blocks.
    fn new(format: Format, extracted: Extracted) -> Document {
        let Extracted { text, pages, envelope, mut warnings } = extracted;
        let front_matter = FrontMatter::find(&text).filter(|_| format == Format::Text);
        let start = front_matter.as_ref().map_or(0, |head| head.span.end);
        let mut blocks = blocks::parse(&text, start);
        if let Some(head) = &front_matter {
            // What stands there is known of the letter; it is no part of it.
            let span = head.span.trimmed(&text);
            blocks.insert(
                0,
                Block { kind: BlockKind::Rule, text: Traced::default(), parts: vec![span], strong: 0 },
            );
        }
        warnings.extend(characters::warnings(&text));
        let lines = LineIndex::new(&text);
        Document { text, format, lines, blocks, pages, envelope, front_matter, warnings }
    }

    /// Reads a file: its format is told by its content, whatever its name says.
    ///
    /// # Errors
    /// When the file cannot be read, is of no format that is known, or goes beyond a limit.
    pub fn from_file(path: &Path, options: &ReadOptions) -> Result<Vec<Found>, Problem> {
        let place = path.display().to_string();
        let bytes = files::read(path, &options.limits)?;
        Document::from_bytes(&bytes, &place, options)
    }

    /// Reads the bytes of a file; `place` names it in problems.
    ///
    /// # Errors
    /// When they are of no format that is known, or go beyond a limit.
    pub fn from_bytes(bytes: &[u8], place: &str, options: &ReadOptions) -> Result<Vec<Found>, Problem> {
        let input = Input { place, bytes, options };
        let readings = guarded(place, || formats::read(&input))??;
        let document = |reading: Reading| {
            let place = match &reading.name {
                Some(name) => format!("{place} ({name})"),
                None => place.to_owned(),
            };
            let document = reading.extracted.and_then(|extracted| {
                if u32::try_from(extracted.text.len()).is_err() {
                    return Err(Problem::new(&place, "its text is longer than 4 GiB").hint("divide it"));
                }
                // Marks and blanks alone ask for nothing.
                if extracted.text.contains(char::is_alphanumeric) {
                    guarded(&place, || Document::new(reading.format, extracted))
                } else {
                    Err(reading.format.holds_no_text(&place))
                }
            });
            Found { name: reading.name, document }
        };
        Ok(readings.into_iter().map(document).collect())
    }

    /// Where a span stands.
    pub fn place(&self, span: Span) -> Place {
        // What is longer was refused when it was read.
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place {
            start: number(span.start),
            end: number(span.end),
            line: number(self.lines.line_of(span.start)),
            page: self.pages.page_of(span.start).and_then(|page| NonZeroU32::new(number(page))),
        }
    }
}

impl Block {
    /// The smallest range that holds every part.
    pub fn extent(&self) -> Span {
        self.parts.iter().copied().reduce(Span::to).unwrap_or_default()
    }

    /// Whether the block is an item of a list.
    pub fn is_item(&self) -> bool {
        matches!(self.kind, BlockKind::ListItem { .. })
    }

    /// The item's nesting depth, if it is one.
    pub fn depth(&self) -> Option<u8> {
        match self.kind {
            BlockKind::ListItem { depth, .. } => Some(depth),
            _ => None,
        }
    }
}
