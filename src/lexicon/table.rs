//! Tables that the build script writes and the program looks things up in without reading them.

use super::hash::slot;

/// A table of keys and values; `build/tables.rs` says how it is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    bytes: &'static [u8],
}

impl Table {
    /// A table that was embedded.
    pub const fn new(bytes: &'static [u8]) -> Table {
        Table { bytes }
    }

    /// Where the entry of a key begins.
    pub fn find(self, key: &str) -> Option<u32> {
        self.find_bytes(key.as_bytes())
    }

    /// The same, for a key that need not be text.
    pub fn find_bytes(self, key: &[u8]) -> Option<u32> {
        let slots = number(self.bytes, 0)? as usize;
        let mut at = slot(key, slots);
        loop {
            let place = number(self.bytes, 4 + 4 * at)?;
            if place == 0 {
                return None;
            }
            if same(self.key_bytes(place)?, key) {
                return Some(place);
            }
            at = (at + 1) & (slots - 1);
        }
    }

    /// The value of a key.
    pub fn get(self, key: &str) -> Option<&'static [u8]> {
        self.value(self.find(key)?)
    }

    /// The value of a key, as text.
    pub fn text(self, key: &str) -> Option<&'static str> {
        self.get(key).and_then(|value| std::str::from_utf8(value).ok())
    }

    /// The key whose entry begins at a place.
    pub fn key(self, place: u32) -> Option<&'static str> {
        std::str::from_utf8(self.key_bytes(place)?).ok()
    }

    /// The same, as bytes.
    pub fn key_bytes(self, place: u32) -> Option<&'static [u8]> {
        let place = place as usize;
        let length = usize::from(*self.bytes.get(place)?);
        self.bytes.get(place + 3..place + 3 + length)
    }

    /// The value of the entry that begins at a place.
    pub fn value(self, place: u32) -> Option<&'static [u8]> {
        let place = place as usize;
        let key = usize::from(*self.bytes.get(place)?);
        let length = self.bytes.get(place + 1..)?.first_chunk()?;
        let from = place + 3 + key;
        self.bytes.get(from..from + usize::from(u16::from_le_bytes(*length)))
    }

    /// All keys with their values, in no order that means anything.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static [u8])> {
        let slots = number(self.bytes, 0).unwrap_or(0) as usize;
        (0..slots)
            .filter_map(move |at| number(self.bytes, 4 + 4 * at))
            .filter(|place| *place > 0)
            .filter_map(move |place| Some((self.key(place)?, self.value(place)?)))
    }
}

/// An embedded list of items, found by their number.
#[derive(Debug, Clone, Copy)]
pub struct List {
    bytes: &'static [u8],
}

impl List {
    /// A list that was embedded.
    pub const fn new(bytes: &'static [u8]) -> List {
        List { bytes }
    }

    /// How many items it holds.
    pub fn len(self) -> usize {
        number(self.bytes, 0).unwrap_or(0) as usize
    }

    /// An item.
    pub fn get(self, at: usize) -> Option<&'static [u8]> {
        let items = 4 + 4 * self.len();
        let start = if at == 0 { 0 } else { number(self.bytes, 4 * at)? as usize };
        let end = number(self.bytes, 4 + 4 * at).filter(|_| at < self.len())? as usize;
        self.bytes.get(items + start..items + end)
    }
}

/// Embedded texts, found by their number.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    text: &'static str,
    /// Where each ends.
    ends: &'static [u8],
}

impl Texts {
    /// Texts that were embedded.
    pub const fn new(text: &'static str, ends: &'static [u8]) -> Texts {
        Texts { text, ends }
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.ends.len() / 4
    }

    /// One of them.
    pub fn get(self, at: usize) -> Option<&'static str> {
        let end = number(self.ends, 4 * at)? as usize;
        let start = if at == 0 { 0 } else { number(self.ends, 4 * at - 4)? as usize };
        self.text.get(start..end)
    }
}

/// Whether two keys are the same. They are short: two comparisons of overlapping parts do for most.
fn same(one: &[u8], other: &[u8]) -> bool {
    fn ends<const SIZE: usize>(one: &[u8], other: &[u8]) -> bool {
        one.first_chunk::<SIZE>() == other.first_chunk() && one.last_chunk::<SIZE>() == other.last_chunk()
    }
    one.len() == other.len()
        && match one.len() {
            0 => true,
            1..=3 => ends::<1>(one, other) && one[one.len() / 2] == other[one.len() / 2],
            4..=8 => ends::<4>(one, other),
            9..=16 => ends::<8>(one, other),
            _ => one == other,
        }
}

/// The number of four bytes at a place.
fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// Embeds what the build script wrote under a name.
macro_rules! embedded {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The same, as text.
macro_rules! embedded_text {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}
pub(super) use {embedded, embedded_text};
