//! What the tables say of a word, found once for each word of a run: letters use the same words over and over.

use super::marks::{Marks, Spelling};
use crate::lexicon::{neighbours, sentences_with, stem, telling};
use foldhash::HashMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A word used in contexts like another's.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// Its stem.
    pub stem: Arc<str>,
    /// The stem's mark.
    pub mark: u16,
    /// How like the contexts are, 0.5 to 1.
    pub likeness: f64,
}

/// What is known of a folded word.
#[derive(Debug)]
pub struct Facts {
    /// Its stem.
    pub stem: Arc<str>,
    /// The stem's mark.
    pub mark: u16,
    /// How the stem is spelt.
    pub spelling: Spelling,
    /// How telling the word is in general.
    pub tells: f64,
    /// The table of frequencies has it.
    pub listed: bool,
    near: OnceCell<Arc<[Near]>>,
}

/// So many words are remembered; of more, each is looked up anew.
const REMEMBERED: usize = 1 << 18;

thread_local! {
    static KNOWN: RefCell<HashMap<Box<str>, Rc<Facts>>> = RefCell::default();
}

/// What is known of a folded word, without its genitive.
pub fn facts(word: &str) -> Rc<Facts> {
    KNOWN.with_borrow_mut(|known| {
        if let Some(facts) = known.get(word) {
            return Rc::clone(facts);
        }
        let stem: Arc<str> = stem(word).into();
        let facts = Rc::new(Facts {
            mark: Marks::of(&stem),
            spelling: Spelling::of(&stem),
            tells: telling(word),
            listed: sentences_with(word) > 0,
            near: OnceCell::new(),
            stem,
        });
        if known.len() < REMEMBERED {
            known.insert(word.into(), Rc::clone(&facts));
        }
        facts
    })
}

impl Facts {
    /// The words used in contexts like those of `word`, which these are the facts of.
    pub fn near(&self, word: &str) -> Arc<[Near]> {
        let read = || {
            neighbours(word)
                .map(|(near, likeness)| {
                    let near = stem(near);
                    Near { mark: Marks::of(&near), stem: near.into(), likeness }
                })
                .collect()
        };
        Arc::clone(self.near.get_or_init(read))
    }
}
