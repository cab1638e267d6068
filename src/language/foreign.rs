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

/// The commonest small words.
const COMMON: [&str; 72] = [
    "a", "i", "of", "to", "in", "on", "by", "at", "we", "is", "be", "as", "an", "or", "it", "he", "if", "so",
    "do", "no", "us", "my", "the", "and", "for", "our", "are", "has", "was", "not", "its", "but", "who",
    "any", "had", "can", "all", "she", "her", "his", "you", "that", "with", "this", "have", "from", "will",
    "they", "been", "were", "into", "more", "must", "such", "than", "them", "your", "their", "these",
    "those", "which", "would", "could", "should", "about", "under", "after", "between", "through", "during",
    "against", "other",
];

/// The common words in places that their bytes tell.
struct Common([u64; 256]);

impl Common {
    fn of(lexicon: &Lexicon) -> Common {
        let mut common = Common([0; 256]);
        for word in COMMON.iter().filter(|word| lexicon.word(word).is(small())) {
            let word = word.bytes().fold(0, |word, byte| word << 8 | u64::from(byte));
            let place = common.place(word);
            common.0[place] = word;
        }
        common
    }

    /// Where a word stands, or would stand.
    fn place(&self, word: u64) -> usize {
        let mut place = (word.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as usize;
        while self.0[place] != 0 && self.0[place] != word {
            place = (place + 1) % self.0.len();
        }
        place
    }

    fn holds(&self, word: u64) -> bool {
        self.0[self.place(word)] == word
    }
}

/// Whether the commonest small words alone show that a text is English: most texts need not be read word by word. It counts
/// fewer small words than there are, and no fewer words.
fn is_plainly_english(text: &str, lexicon: &Lexicon) -> bool {
    let common = Common::of(lexicon);
    let (mut words, mut english) = (0_usize, 0_usize);
    let bytes = text.as_bytes();
    let mut alone = true;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (mut word, mut end) = (0_u64, at);
        while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
            word = word << 8 | u64::from(byte | 0x20);
            end += 1;
        }
        if end > at {
            words += 1;
            // Only what nothing joins to others is surely a word by itself.
            let parted = matches!(bytes.get(end), None | Some(b' ' | b'\n' | b'\r' | b'\t' | b',' | b';'));
            english += usize::from(alone && parted && end - at <= LONGEST && common.holds(word));
            at = end;
            alone = false;
        } else {
            // Every other character may be a word.
            words += usize::from(!byte.is_ascii());
            alone = matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'(' | b'"');
            at += 1;
        }
    }
    english * 100 >= words * ENGLISH
}

/// The length of the longest of them.
const LONGEST: usize = 7;
