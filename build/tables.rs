//! Writes the tables that the program looks words up in without reading them; `src/lexicon/table.rs` reads them.

use crate::hash::slot;
use std::collections::BTreeMap;

/// A table and where the entries of its keys begin.
pub struct Written {
    /// The table as it is embedded.
    pub bytes: Vec<u8>,
    /// The place of each key's entry in it.
    pub places: BTreeMap<String, u32>,
}

/// Writes a table: the number of slots, for each slot the place of an entry or 0, the entries. An entry is the
/// length of its key in one byte, that of its value in two, the key, the value.
///
/// # Errors
/// When a key or a value is too long.
pub fn table(entries: &BTreeMap<String, Vec<u8>>) -> Result<Written, String> {
    let slots = (entries.len() * 2).next_power_of_two().max(2);
    let mut index = vec![0_u32; slots];
    let mut places = BTreeMap::new();
    let mut body = Vec::new();
    for (key, value) in entries {
        let place = u32::try_from(4 + 4 * slots + body.len()).map_err(|error| error.to_string())?;
        let long = |_| format!("{key}: too long for a table");
        body.push(u8::try_from(key.len()).map_err(long)?);
        body.extend(u16::try_from(value.len()).map_err(long)?.to_le_bytes());
        body.extend(key.as_bytes());
        body.extend(value);
        let mut at = slot(key.as_bytes(), slots);
        while index[at] != 0 {
            at = (at + 1) % slots;
        }
        index[at] = place;
        places.insert(key.clone(), place);
    }
    let mut bytes = u32::try_from(slots).map_err(|error| error.to_string())?.to_le_bytes().to_vec();
    bytes.extend(index.iter().flat_map(|place| place.to_le_bytes()));
    bytes.extend(body);
    Ok(Written { bytes, places })
}

/// Writes a list: how many items, where each ends, the items.
pub fn list(items: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let count = u32::try_from(items.len()).map_err(|error| error.to_string())?;
    let mut bytes = count.to_le_bytes().to_vec();
    bytes.extend(ends(items.iter().map(Vec::len))?);
    bytes.extend(items.iter().flatten());
    Ok(bytes)
}

/// Where each of some items ends that stand one after the other, in four bytes.
pub fn ends(lengths: impl Iterator<Item = usize>) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut end = 0;
    for length in lengths {
        end += length;
        bytes.extend(u32::try_from(end).map_err(|error| error.to_string())?.to_le_bytes());
    }
    Ok(bytes)
}
