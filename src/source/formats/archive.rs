//! Files packed into one, as office programs write them: named parts are unpacked in memory, counted while
//! they come out, and nothing is ever written anywhere.

use super::Input;
use crate::problem::Problem;
use crate::source::Limit;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Unpacked bytes that no ratio is asked of.
const FREE: usize = 8 << 20;

/// The parts of a packed file.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    input: &'a Input<'a>,
    /// Bytes unpacked so far, over all parts.
    unpacked: usize,
}

impl<'a> Archive<'a> {
    /// Opens a packed file.
    ///
    /// # Errors
    /// When it is damaged, or holds more parts than the limit, or one name twice: two programs could then read
    /// two different letters out of it.
    pub fn open(input: &'a Input<'a>) -> Result<Archive<'a>, Problem> {
        let zip = ZipArchive::new(Cursor::new(input.bytes)).map_err(|error| damaged(input.place, &error))?;
        input.options.limits.check(Limit::ArchiveEntries, zip.len(), input.place)?;
        if let Some(name) = twice(input.bytes) {
            return Err(Problem::new(input.place, format!("damaged: it holds two parts called {name}"))
                .hint("open and save it again with an office program"));
        }
        Ok(Archive { zip, input, unpacked: 0 })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of a part; `None` where there is no such part.
    ///
    /// # Errors
    /// When the part is encrypted or damaged, or a limit is reached while it is unpacked.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let place = self.input.place;
        let limits = &self.input.options.limits;
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(place, &error)),
        };
        let budget = limits.size(Limit::UnpackedBytes).saturating_sub(self.unpacked);
        let ratio = limits.size(Limit::UnpackedRatio).max(1);
        let fair = FREE.max(self.input.bytes.len().saturating_mul(ratio)).saturating_sub(self.unpacked);
        let mut bytes = Vec::new();
        // What the head of the part says of its size is not believed: bytes are counted as they come out.
        let most = budget.min(fair);
        file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(|error| {
            Problem::new(place, format!("damaged: its part {name} cannot be unpacked ({error})"))
        })?;
        self.unpacked += bytes.len();
        if bytes.len() > budget {
            return Err(limits.exceeded(Limit::UnpackedBytes, place));
        }
        if bytes.len() > fair {
            return Err(limits.exceeded(Limit::UnpackedRatio, place));
        }
        Ok(Some(bytes))
    }

    /// The bytes of a part that has to be there.
    ///
    /// # Errors
    /// Also when it is missing.
    pub fn required(&mut self, name: &str) -> Result<Vec<u8>, Problem> {
        self.part(name)?
            .ok_or_else(|| Problem::new(self.input.place, format!("damaged: its part {name} is missing")))
    }
}

fn damaged(place: &str, error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            Problem::new(place, "protected by a password").hint("open it and save it without the password")
        }
        _ => Problem::new(place, format!("damaged: it cannot be unpacked ({error})"))
            .hint("was it cut off on its way? try to open and save it with an office program"),
    }
}

/// A name that the list of contents gives twice. The reader of the archive keeps the last and says nothing.
fn twice(bytes: &[u8]) -> Option<String> {
    const HEAD: &[u8] = b"PK\x01\x02";
    let mut seen = std::collections::BTreeSet::new();
    let mut at = 0;
    while let Some(found) = bytes.get(at..)?.windows(4).position(|window| window == HEAD) {
        let head = at + found;
        let length = usize::from(u16::from_le_bytes([*bytes.get(head + 28)?, *bytes.get(head + 29)?]));
        let name = bytes.get(head + 46..head + 46 + length)?;
        if !seen.insert(name) {
            return Some(String::from_utf8_lossy(name).into_owned());
        }
        at = head + 46 + length;
    }
    None
}
