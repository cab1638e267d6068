//! Whether a text is English, the one language whose asks are understood.

use super::tokens;
use crate::lexicon::{Class, Lexicon};

/// Fewer letters than this tell too little.
const ENOUGH: usize = 200;

/// In English, of a hundred words at least so many are articles, prepositions, pronouns and the like.
const ENGLISH: usize = 25;

/// The English name of the language of a text that is surely not English.
///
/// ```
/// use demarche::{language::foreign, lexicon::Lexicon};
/// let text = "Wir fordern die Regierung auf, alle Gefangenen sofort freizulassen und ihnen zu helfen. ".repeat(4);
/// assert_eq!(foreign(&text, Lexicon::builtin()).as_deref(), Some("German"));
/// let text = "We call on the government to release all prisoners at once and to help them. ".repeat(4);
/// assert_eq!(foreign(&text, Lexicon::builtin()), None);
/// ```
pub fn foreign(text: &str, lexicon: &Lexicon) -> Option<String> {
    text.chars().filter(|c| c.is_alphabetic()).nth(ENOUGH - 1)?;
    let words: Vec<_> = tokens(text, lexicon).into_iter().filter(|token| token.is_word()).collect();
    let small = Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::SUBJECT_PRONOUN
        | Class::AUXILIARY
        | Class::NEGATION;
    let english = words.iter().filter(|token| token.has(small)).count();
    if words.is_empty() || english * 100 >= words.len() * ENGLISH {
        return None;
    }
    let found = whatlang::detect(text)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name().to_owned())
}
