//! What programs read: the types of the machine output, and their schemas.

use super::theme::is_unseen;
use crate::corpus::LetterRecord;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// The number of the schema of `extract`.
pub const LETTERS: &str = "demarche.letters/1";

/// What `extract --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Letters<'a> {
    /// `demarche.letters/1`.
    pub schema: &'static str,
    /// The letters, in date order.
    pub letters: &'a [LetterRecord],
}

/// Letters as JSON, indented, ending with a line feed.
///
/// # Errors
/// Never for values of this crate; the error is passed on rather than hidden.
pub fn letters(records: &[LetterRecord]) -> serde_json::Result<String> {
    pretty(&Letters { schema: LETTERS, letters: records })
}

/// Any value as indented JSON that ends with a line feed.
///
/// # Errors
/// When the value has no form in JSON.
pub fn pretty<T: Serialize>(value: &T) -> serde_json::Result<String> {
    Ok(escaped(serde_json::to_string_pretty(value)?) + "\n")
}

/// Writes what [`pretty`] gives as it is made: the reports of many letters are long.
///
/// # Errors
/// When it cannot be written.
pub fn write_pretty<T: Serialize>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    let mut safe = BufWriter::with_capacity(1 << 16, Escaping(out));
    serde_json::to_writer_pretty(&mut safe, value)?;
    safe.write_all(b"\n")?;
    safe.flush()
}

/// Escapes on the way what [`escaped`] escapes.
struct Escaping<'o>(&'o mut dyn Write);

impl Write for Escaping<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A character that is cut waits for its rest.
        let whole = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) if error.valid_up_to() > 0 => {
                std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(_) => return Err(io::ErrorKind::InvalidData.into()),
        };
        if holds_unseen(whole) {
            self.0.write_all(escaped(whole.to_owned()).as_bytes())?;
        } else {
            self.0.write_all(whole.as_bytes())?;
        }
        Ok(whole.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Any value as one line of JSON.
///
/// # Errors
/// When the value has no form in JSON.
pub fn line<T: Serialize>(value: &T) -> serde_json::Result<String> {
    Ok(escaped(serde_json::to_string(value)?) + "\n")
}

/// JSON whose text does nothing to a terminal it is shown on: what turns the direction of writing, controls, or is
/// not to be seen stands as an escape. Such characters occur in strings only, so the value stays the same.
fn escaped(json: String) -> String {
    if !holds_unseen(&json) {
        return json;
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unseen(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

/// So many bytes are looked at at once.
const PART: usize = 64;

/// ASCII beyond controls is seen, and JSON holds no others; most text is no more than that and is passed over.
fn holds_unseen(json: &str) -> bool {
    let unseen = |at: usize| json.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_unseen);
    let parts = json.as_bytes().chunks(PART).zip((0..).step_by(PART));
    parts.filter(|(part, _)| part.iter().fold(0, |greatest, byte| greatest.max(*byte)) >= 0x7f).any(
        |(part, from)| {
            let high = part.iter().zip(from..).filter(|(byte, _)| **byte >= 0x7f);
            { high }.any(|(_, at)| unseen(at))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_piece_by_piece_is_what_is_written_at_once() -> io::Result<()> {
        let text: Vec<String> = (0..9000).map(|n| format!("{n} “é” \u{202e} \u{e0041}\u{7f}\n")).collect();
        let mut out = Vec::new();
        write_pretty(&text, &mut out)?;
        assert_eq!(String::from_utf8(out).ok(), pretty(&text).ok());
        Ok(())
    }
}
