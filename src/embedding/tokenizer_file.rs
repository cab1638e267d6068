//! What must be known of `tokenizer.json` before its library reads it: what the library does not tell, and what would
//! make it ask for more memory than there is.

use serde::Deserialize;
use serde_json::Value;

/// The parts of the file that matter here.
#[derive(Debug, Deserialize)]
pub struct TokenizerFile {
    /// How text is made alike before it is cut.
    normalizer: Option<Value>,
    /// How it is cut.
    pub model: Kind,
}

/// What is said of unknown words and of chance.
#[derive(Debug, Deserialize)]
pub struct Kind {
    dropout: Option<f64>,
    /// The token for what is unknown, by its name.
    pub unk_token: Option<String>,
    /// The same by its number.
    pub unk_id: Option<u32>,
}

/// Text must not become more than so many times as long by what it is made alike with.
const GROWTH: f64 = 1_000.0;

impl TokenizerFile {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is none, draws lots, or would make texts very long or tables very large.
    pub fn read(bytes: &[u8]) -> Result<TokenizerFile, String> {
        let file: TokenizerFile =
            serde_json::from_slice(bytes).map_err(|error| format!("no tokenizer: {error}"))?;
        if file.model.dropout.is_some_and(|dropout| dropout != 0.0) {
            return Err(
                "it leaves out tokens by chance (dropout), so that no two runs would be the same".to_owned()
            );
        }
        let mut growth = 1.0;
        if let Some(normalizer) = &file.normalizer {
            look_at(normalizer, &mut growth)?;
        }
        if growth > GROWTH {
            return Err(format!(
                "what it puts in the place of characters makes text over {GROWTH} times as long"
            ));
        }
        Ok(file)
    }
}

/// Looks at a normalizer and those inside it. How deep they lie, the reader of JSON bounds.
fn look_at(normalizer: &Value, growth: &mut f64) -> Result<(), String> {
    match normalizer {
        Value::Object(fields) => {
            if let Some(Value::String(content)) = fields.get("content") {
                *growth *= content.len().max(1) as f64;
            }
            if let Some(Value::String(map)) = fields.get("precompiled_charsmap")
                && claimed(map).is_some_and(|bytes| bytes > map.len() as u64)
            {
                return Err("the table in precompiled_charsmap claims to be longer than it is".to_owned());
            }
            fields.values().try_for_each(|inner| look_at(inner, growth))
        }
        Value::Array(several) => several.iter().try_for_each(|inner| look_at(inner, growth)),
        _ => Ok(()),
    }
}

/// The number in the first four bytes of a text in base 64, which says how many bytes a table has.
fn claimed(text: &str) -> Option<u64> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bits = 0_u64;
    for byte in text.as_bytes().get(..6)? {
        bits = bits << 6 | u64::from(digit(*byte)?);
    }
    // Six digits are 36 bits, of which the last four belong to the fifth byte.
    Some(u64::from(u32::try_from(bits >> 4).ok()?.swap_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(normalizer: &str) -> Result<TokenizerFile, String> {
        TokenizerFile::read(format!("{{\"normalizer\": {normalizer}, \"model\": {{}}}}").as_bytes())
    }

    #[test]
    fn tables_do_not_claim_more_than_they_hold() {
        // 8, as four bytes, the least first.
        assert_eq!(claimed("CAAAAA=="), Some(8));
        assert_eq!(claimed("/////w=="), Some(u64::from(u32::MAX)));
        let map = |map: &str| format!("{{\"type\": \"Precompiled\", \"precompiled_charsmap\": \"{map}\"}}");
        assert!(read(&map("CAAAAAAAAAAAAAAAAAAA")).is_ok());
        assert!(read(&map("/////wAA")).is_err_and(|reason| reason.contains("longer than it is")));
    }

    #[test]
    fn text_does_not_grow_without_bound() {
        let one = |content: usize| {
            format!(
                "{{\"type\": \"Replace\", \"pattern\": {{\"String\": \"a\"}}, \"content\": \"{}\"}}",
                "a".repeat(content)
            )
        };
        let several = |count: usize, content: usize| {
            format!("{{\"type\": \"Sequence\", \"normalizers\": [{}]}}", vec![one(content); count].join(", "))
        };
        assert!(read(&several(9, 2)).is_ok());
        assert!(
            read(&several(10, 2)).is_err() && read(&several(2, 40)).is_err() && read(&one(1_001)).is_err()
        );
        assert!(read("null").is_ok());
    }
}
