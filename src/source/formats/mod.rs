//! One reader for each format. Every one of them gives [`Extracted`] text in one notation, a subset of
//! Markdown, so that letters are divided into blocks in one way wherever they come from.

mod archive;
mod docx;
mod draft;
mod html;
mod mail;
mod odt;
mod office;
pub mod pdf;
mod recognise;
mod rtf;
mod sheet;
mod words;
mod xml;

pub use draft::Extracted;
pub use sheet::Columns;

use super::ReadOptions;
use super::encoding;
use crate::problem::Problem;

/// What kind of file a document was read from.
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
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text, with or without Markdown marks: which is decided mark by mark, not by the ending.
    Text,
    /// A page of the web.
    Html,
    /// A mail with its headers.
    Email,
    /// A Word document.
    Docx,
    /// Pages with a text layer.
    Pdf,
    /// A document of LibreOffice and its like.
    Odt,
    /// Rich text, which most word processors write.
    Rtf,
    /// A sheet of values separated by commas, semicolons or tabs.
    Csv,
    /// A workbook of sheets.
    Xlsx,
}

/// A file's bytes on their way to a reader.
pub struct Input<'a> {
    /// Names the file in problems.
    pub place: &'a str,
    /// The file.
    pub bytes: &'a [u8],
    /// How it is to be read.
    pub options: &'a ReadOptions,
}

/// One text found in a file.
#[derive(Debug)]
pub struct Reading {
    /// What tells it from others of the same file.
    pub name: Option<String>,
    /// What it was.
    pub format: Format,
    /// The text, or why there is none.
    pub extracted: Result<Extracted, Problem>,
}

impl Format {
    /// Whether every row of it is a demand by itself.
    pub fn is_sheet(self) -> bool {
        matches!(self, Format::Csv | Format::Xlsx)
    }

    /// The problem of a file in which nothing can be read.
    pub(super) fn holds_no_text(self, place: &str) -> Problem {
        let problem = Problem::new(place, "the file holds no text");
        match self {
            Format::Docx | Format::Odt | Format::Rtf => {
                problem.hint("is it a picture of a page? a scan needs text recognition first")
            }
            _ => problem,
        }
    }
}

/// Reads a file by its content.
///
/// # Errors
/// When its format is not one that is read, or it is damaged or goes beyond a limit.
pub fn read(input: &Input) -> Result<Vec<Reading>, Problem> {
    let format = recognise::format(input)?;
    let one = |extracted: Result<Extracted, Problem>| {
        Ok(vec![Reading { name: None, format, extracted: Ok(extracted?) }])
    };
    match format {
        Format::Text => one(text(input)),
        Format::Html => one(html::read(input)),
        Format::Email => mail::read(input),
        Format::Docx => one(docx::read(input)),
        Format::Pdf => one(pdf::read(input)),
        Format::Odt => one(odt::read(input)),
        Format::Rtf => one(rtf::read(input)),
        Format::Csv => sheet::read_delimited(input),
        Format::Xlsx => sheet::read_workbook(input),
    }
}

/// A text file is its own extracted text.
fn text(input: &Input) -> Result<Extracted, Problem> {
    let decoded = encoding::decode(input.bytes, input.options.charset, input.place)?;
    Ok(Extracted { text: decoded.text, warnings: decoded.warnings, ..Extracted::default() })
}
