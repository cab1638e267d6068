//! What the forms of a word have in common.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a word: what its forms have in common. Only ever compared.
///
/// ```
/// use demarche::lexicon::stem;
/// assert_eq!(stem("prisoners"), stem("prisoner"));
/// ```
pub fn stem(folded: &str) -> String {
    let base = folded.trim_end_matches("'s").trim_end_matches('\'');
    Stemmer::create(Algorithm::English).stem(base).into_owned()
}
