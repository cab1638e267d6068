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
    if is_plainly_english(text, lexicon) {
        return None;
    }
    let words: Vec<_> = tokens(text, lexicon).into_iter().filter(|token| token.is_word()).collect();
    let english = words.iter().filter(|token| token.has(small())).count();
    if words.is_empty() || english * 100 >= words.len() * ENGLISH {
        return None;
    }
    let found = whatlang::detect(text)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name().to_owned())
}

/// The classes of small words.
fn small() -> Class {
    Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::SUBJECT_PRONOUN
        | Class::AUXILIARY
        | Class::NEGATION
}

/// The commonest small words, by length.
const COMMON: [&str; 26] = [
    "a", "of", "to", "in", "on", "by", "at", "we", "is", "be", "as", "the", "and", "for", "our", "are", "has",
    "you", "all", "that", "with", "this", "have", "from", "will", "their",
];

/// Whether the commonest small words alone show that a text is English: most texts need not be read word by word. It counts
/// fewer small words than there are, and no fewer words.
fn is_plainly_english(text: &str, lexicon: &Lexicon) -> bool {
    let mut common = [0_u64; COMMON.len()];
    let known = COMMON.iter().filter(|word| lexicon.word(word).is(small()));
    for (slot, word) in common.iter_mut().zip(known) {
        *slot = packed(word.as_bytes());
    }
    let (mut words, mut english) = (0_usize, 0_usize);
    let (mut word, mut length) = (0_u64, 0_u32);
    let mut spaced = true;
    for byte in text.bytes().chain([b' ']) {
        if byte.is_ascii_alphanumeric() {
            word = word << 8 | u64::from(byte | 0x20);
            length += 1;
            continue;
        }
        // Only what stands between spaces is surely a word by itself.
        if length > 0 {
            words += 1;
            english += usize::from(spaced && length <= LONGEST && byte == b' ' && common.contains(&word));
        }
        // Every other character may be a word.
        words += usize::from(!byte.is_ascii());
        spaced = byte == b' ';
        (word, length) = (0, 0);
    }
    english * 100 >= words * ENGLISH
}

/// The length of the longest of them.
const LONGEST: u32 = 5;

/// The bytes of a word of ASCII, the last one lowest.
fn packed(word: &[u8]) -> u64 {
    word.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte))
}
