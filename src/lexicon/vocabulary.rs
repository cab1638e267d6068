//! What the tables say of a word: its stem, how telling it is, which words are used in like contexts.

use super::hash::mark;
use super::stem::stem;
use super::table::{Table, embedded};
use foldhash::HashMap;
use std::cell::RefCell;
use std::num::{NonZeroI32, NonZeroU32};
use std::sync::{LazyLock, PoisonError, RwLock};

/// Words with the number of sentences that hold them, the place of their stem in [`STEMS`], and the words of like
/// contexts: five bytes each, the place of the stem and the likeness in percent.
static VOCABULARY: Table = Table::new(embedded!("vocabulary"));

/// The stems of all those words, with their marks.
static STEMS: Table = Table::new(embedded!("stems"));

/// Sentences counted for the table, see `data/README.md`.
const SENTENCES: f64 = 852_321.0;

/// How telling a word is, 0 (in every sentence) to about 13 (in none): the natural logarithm of one in
/// how many sentences holds it.
///
/// ```
/// use demarche::lexicon::telling;
/// assert!(telling("moratorium") > telling("government"));
/// ```
pub fn telling(folded: &str) -> f64 {
    let count = VOCABULARY.get(folded).and_then(|value| value.first_chunk());
    telling_at(count.map_or(0, |count| u32::from_le_bytes(*count)))
}

fn telling_at(count: u32) -> f64 {
    ((SENTENCES + 1.0) / (f64::from(count) + 1.0)).ln()
}

/// A text that things are compared by, such as a stem, as a number: equal texts have equal keys. The
/// numbers and their order may differ from run to run: they are for looking things up, never for what is shown.
///
/// ```
/// use demarche::lexicon::Key;
/// assert_eq!(Key::of("prison"), Key::of("prison"));
/// assert_ne!(Key::of("prison"), Key::of("prism"));
/// assert_eq!(Key::of("prism").as_str(), "prism");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(NonZeroU32);

/// Keys from here on are numbers of texts that no table holds.
const OWN: NonZeroU32 = NonZeroI32::MIN.cast_unsigned();

/// Texts that no table holds, each kept until the process ends.
#[derive(Default)]
struct Own {
    numbers: HashMap<&'static str, Key>,
    texts: Vec<&'static str>,
}

static OWN_TEXTS: LazyLock<RwLock<Own>> = LazyLock::new(RwLock::default);

impl Key {
    /// The key of a text.
    pub fn of(text: &str) -> Key {
        if let Some(key) = STEMS.find(text).and_then(Key::new) {
            return key;
        }
        if let Some(key) = OWN_TEXTS.read().unwrap_or_else(PoisonError::into_inner).numbers.get(text) {
            return *key;
        }
        let mut own = OWN_TEXTS.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = own.numbers.get(text) {
            return *key;
        }
        let key = Key(OWN | own.texts.len() as u32);
        let kept: &'static str = Box::leak(text.into());
        own.texts.push(kept);
        own.numbers.insert(kept, key);
        key
    }

    /// The key of a number; none has the number 0, so that a key that may be missing takes no more room.
    fn new(number: u32) -> Option<Key> {
        NonZeroU32::new(number).map(Key)
    }

    /// The bytes of the text, whose order is that of texts.
    pub fn as_bytes(self) -> &'static [u8] {
        if self.0 < OWN {
            STEMS.key_bytes(self.0.get()).unwrap_or_default()
        } else {
            self.as_str().as_bytes()
        }
    }

    /// One bit of 64: keys of other bits are other keys.
    pub fn bit(self) -> u64 {
        1 << (self.0.get().wrapping_mul(0x9e37_79b9) >> 26)
    }

    /// A hash of the text in two bytes, the same on every machine.
    pub fn mark(self) -> u16 {
        let listed = if self.0 < OWN { STEMS.value(self.0.get()) } else { None };
        match listed.and_then(|mark| mark.first_chunk()) {
            Some(listed) => u16::from_le_bytes(*listed),
            None => mark(self.as_bytes()),
        }
    }

    /// The text.
    pub fn as_str(self) -> &'static str {
        if self.0 < OWN {
            return STEMS.key(self.0.get()).unwrap_or_default();
        }
        let own = OWN_TEXTS.read().unwrap_or_else(PoisonError::into_inner);
        own.texts.get((self.0.get() - OWN.get()) as usize).copied().unwrap_or_default()
    }
}

/// What is known of a folded word.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// Its stem.
    pub stem: Key,
    /// How telling it is in general, see [`telling`].
    pub tells: f64,
    /// The table of frequencies has it.
    pub listed: bool,
    /// Words used in contexts most like its own. Antonyms and mere companions are among them: a hint, never a proof.
    pub near: Near,
}

/// The stems of words used in contexts like those of a word, each with the likeness of the contexts in percent, 50 to
/// 100.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Near {
    /// Where the entry of the word begins in the table: demands hold many of these, and an address takes four times the
    /// room.
    place: Option<NonZeroU32>,
}

/// What stands before them in an entry: a count and the place of a stem.
const BEFORE_NEAR: usize = 8;

impl Near {
    /// Stems and likenesses, the likest first.
    pub fn iter(self) -> impl Iterator<Item = (Key, u8)> {
        let entry = self.place.and_then(|place| VOCABULARY.value(place.get()));
        let near = entry.and_then(|entry| entry.get(BEFORE_NEAR..)).unwrap_or_default();
        near.chunks_exact(5).filter_map(|entry| {
            let (stem, percent) = entry.split_first_chunk()?;
            Some((Key::new(u32::from_le_bytes(*stem))?, *percent.first()?))
        })
    }
}

/// So many words that no table knows are remembered with their stems; of more, each is stemmed anew.
const REMEMBERED: usize = 1 << 18;

thread_local! {
    static STEMMED: RefCell<HashMap<Box<str>, Key>> = RefCell::default();
}

/// What is known of a folded word, without its genitive.
///
/// ```
/// use demarche::lexicon::{Key, facts};
/// assert!(facts("prisoners").near.iter().any(|(stem, _)| stem == Key::of("detaine")));
/// assert_eq!(facts("zorblings").stem.as_str(), "zorbl");
/// ```
pub fn facts(word: &str) -> Facts {
    if let Some(known) = VOCABULARY.find(word).and_then(read) {
        return known;
    }
    let stem = STEMMED.with_borrow_mut(|stemmed| {
        if let Some(known) = stemmed.get(word) {
            return *known;
        }
        let stem = Key::of(&stem(word));
        if stemmed.len() < REMEMBERED {
            stemmed.insert(word.into(), stem);
        }
        stem
    });
    Facts { stem, tells: telling_at(0), listed: false, near: Near::default() }
}

fn read(place: u32) -> Option<Facts> {
    let (count, rest) = VOCABULARY.value(place)?.split_first_chunk()?;
    let count = u32::from_le_bytes(*count);
    Some(Facts {
        stem: Key::new(u32::from_le_bytes(*rest.first_chunk()?))?,
        tells: telling_at(count),
        listed: count > 0,
        near: Near { place: NonZeroU32::new(place) },
    })
}
