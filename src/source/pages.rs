//! Which page of the file a place in the extracted text comes from.

/// The pages of a document, where its format has any. What is printed at the foot of one page may be read
/// after what runs on to the next, so the numbers need not rise.
///
/// ```
/// use demarche::source::Pages;
/// let mut pages = Pages::default();
/// assert_eq!(pages.page_of(5), None);
/// pages.turn(0, 1);
/// pages.turn(40, 2);
/// assert_eq!(pages.page_of(39), Some(1));
/// assert_eq!(pages.page_of(40), Some(2));
/// ```
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Pages {
    /// Byte offset from which on the text is of a page, in rising order of offsets.
    turns: Vec<(usize, usize)>,
}

impl Pages {
    /// The text from `offset` (bytes) on is of `page` (from 1). Offsets must not fall.
    pub fn turn(&mut self, offset: usize, page: usize) {
        match self.turns.last_mut() {
            Some(last) if last.0 == offset => last.1 = page,
            Some(last) if last.1 == page => {}
            _ => self.turns.push((offset, page)),
        }
    }

    /// The page of the byte at `offset`, if pages are known.
    pub fn page_of(&self, offset: usize) -> Option<usize> {
        let after = self.turns.partition_point(|(start, _)| *start <= offset);
        let at = after.saturating_sub(1);
        self.turns.get(at).map(|(_, page)| *page)
    }

    /// Whether the format has pages.
    pub fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }
}
