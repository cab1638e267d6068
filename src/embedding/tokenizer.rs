//! From text to the tokens that a model has vectors for.

use super::tokenizer_file::TokenizerFile;
use crate::problem::Problem;
use crate::source::guarded;

/// A text's tokens beyond this many are left out, as Model2Vec does.
const MOST: usize = 512;

/// No honest token is as long as this on the average: characters beyond what so many tokens take are not looked at.
const LONG: usize = 16;

/// Characters that nobody's vocabulary holds side by side: what a tokenizer makes of the unknown is tried with them.
const UNKNOWN: &str = "we urge you: 7 % \u{fe}\u{416}\u{4e2d}\u{1f54a}\u{10fffd} zqxj\u{301}";

/// Cuts text into tokens.
pub struct Tokenizer {
    inner: tokenizers::Tokenizer,
    /// The token that stands for what is unknown: it says nothing.
    unknown: Option<u32>,
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tokenizer(unknown: {:?})", self.unknown)
    }
}

impl Tokenizer {
    /// Reads `tokenizer.json`, for a table with vectors of so many tokens.
    ///
    /// # Errors
    /// When it is no tokenizer, draws lots, has tokens without a vector, or fails on words that it does not know.
    pub fn read(bytes: &[u8], tokens: usize, place: &str) -> Result<Tokenizer, Problem> {
        let wrong = |reason: String| Problem::new(place, reason).hint(HINT);
        let model = TokenizerFile::read(bytes).map_err(wrong)?.model;
        let mut inner = library(place, || tokenizers::Tokenizer::from_bytes(bytes))?;
        inner.with_padding(None);
        inner.with_truncation(None).map_err(|error| wrong(error.to_string()))?;
        let vocabulary = inner.get_vocab(true);
        // Of those that lack a vector, the first by number and name.
        let beyond = vocabulary.iter().filter(|(_, id)| usize::try_from(**id).is_ok_and(|id| id >= tokens));
        if let Some((token, id)) = beyond.min_by_key(|(token, id)| (**id, token.as_str())) {
            let token: String = token.chars().take(40).collect();
            return Err(wrong(format!(
                "the token {token:?} has number {id}; the vectors are those of 0 to {}",
                tokens.saturating_sub(1)
            )));
        }
        let unknown = match (&model.unk_token, model.unk_id) {
            (Some(token), _) => Some(
                inner
                    .token_to_id(token)
                    .ok_or_else(|| wrong(format!("{token:?} (unk_token) is none of its tokens")))?,
            ),
            (None, id) => id,
        };
        let tokenizer = Tokenizer { inner, unknown };
        library(place, || tokenizer.inner.encode_fast(UNKNOWN, false))?;
        Ok(tokenizer)
    }

    /// The tokens of a text; none where the library fails on it.
    pub fn tokens(&self, text: &str) -> Vec<u32> {
        let end = text.char_indices().nth(MOST * LONG).map_or(text.len(), |(at, _)| at);
        let text = text.get(..end).unwrap_or(text);
        let Ok(found) = library("", || self.inner.encode_fast(text, false)) else { return Vec::new() };
        let known = found.get_ids().iter().copied().filter(|id| Some(*id) != self.unknown);
        known.take(MOST).collect()
    }
}

/// What to do about a tokenizer that cannot be used.
const HINT: &str = "take the tokenizer.json that was saved with the vectors";

/// Lets the library work on what may be hostile.
fn library<T>(place: &str, step: impl FnOnce() -> tokenizers::Result<T>) -> Result<T, Problem> {
    let wrong = |reason: String| Problem::new(place, format!("no tokenizer: {reason}")).hint(HINT);
    let done = guarded(place, step).map_err(|_| wrong("its reader fails on it".to_owned()))?;
    done.map_err(|error| wrong(error.to_string()))
}
