//! The hash by which embedded tables are written and read: the same on every machine.

/// Fowler, Noll and Vo's hash FNV-1a of 64 bits.
pub fn fnv(bytes: &[u8]) -> u64 {
    fnv_from(0xcbf2_9ce4_8422_2325, bytes)
}

/// The same, from another start.
pub fn fnv_from(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// A hash of a word in two bytes.
pub fn mark(word: &[u8]) -> u16 {
    (fnv(word) >> 32) as u16
}

/// The slot of a key in a table of so many slots, a power of two. Words are short: most take two multiplications.
pub fn slot(key: &[u8], slots: usize) -> usize {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let word = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let half = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)));
    let mix = |hash: u64, part: u64| {
        let hash = (hash ^ part).wrapping_mul(ODD);
        hash ^ hash >> 32
    };
    let length = key.len();
    let hash = match length {
        0 => 0,
        1..=3 => {
            let byte = |at: usize| u64::from(key[at]);
            mix(length as u64, byte(0) << 16 | byte(length / 2) << 8 | byte(length - 1))
        }
        4..=8 => mix(length as u64, half(key.first_chunk()) << 32 | half(key.last_chunk())),
        _ => {
            let start =
                key.chunks_exact(8).fold(length as u64, |hash, part| mix(hash, word(part.first_chunk())));
            mix(start, word(key.last_chunk()))
        }
    };
    (mix(hash, ODD) as usize) & (slots - 1)
}
