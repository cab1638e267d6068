//! What programs read: the types of the machine output, and their schemas.

use super::theme::is_unseen;
use crate::corpus::LetterRecord;
use schemars::JsonSchema;
use serde::Serialize;

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
    // ASCII beyond controls is seen, and JSON holds no others; most text is no more than that.
    if json.is_ascii() && !json.contains('\u{7f}') || !json.contains(is_unseen) {
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
