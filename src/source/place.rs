//! Where words stand in a file.

use crate::text::Span;

/// A range of a document's extracted text, with what a person needs to find it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Place {
    /// Byte offset of the first byte in the extracted text.
    pub start: usize,
    /// Byte offset one past the last byte.
    pub end: usize,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The page on which it begins, from 1, where the format has pages.
    pub page: Option<usize>,
}

impl Place {
    /// The range alone.
    pub fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}
