//! Where words stand in a file.

use crate::text::Span;
use std::num::NonZeroU32;

/// A range of a document's extracted text, with what a person needs to find it. Its numbers are small ones: a million
/// demands have eight million places. No text is longer than they can tell.
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
    #[schemars(with = "usize")]
    pub start: u32,
    /// Byte offset one past the last byte.
    #[schemars(with = "usize")]
    pub end: u32,
    /// The line on which it begins, from 1.
    #[schemars(with = "usize")]
    pub line: u32,
    /// The page on which it begins, from 1, where the format has pages.
    #[schemars(with = "Option<usize>")]
    pub page: Option<NonZeroU32>,
}

impl Place {
    /// The range alone.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}
