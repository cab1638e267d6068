//! The hash by which embedded tables are written and read: the same on every machine.

/// Fowler, Noll and Vo's hash FNV-1a of 64 bits.
pub fn fnv(bytes: &[u8]) -> u64 {
    fnv_from(0xcbf2_9ce4_8422_2325, bytes)
}

/// The same, from another start.
pub fn fnv_from(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The slot of a key in a table of so many slots, a power of two.
pub fn slot(key: &[u8], slots: usize) -> usize {
    let hash = fnv(key);
    // The low bits of this hash are its weakest.
    ((hash >> 32 ^ hash) as usize) & (slots - 1)
}
