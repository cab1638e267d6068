//! What a user's own file adds to the lexicon.
//!
//! ```toml
//! [names]                         # one thing under several names
//! "Northern Province" = ["the North", "N.P."]
//!
//! [instruments]                   # laws and measures, told apart by name
//! "Rivers Act" = ["Protection of Rivers Act", "S. 1234"]
//!
//! [concepts]                      # words for one thing
//! fish = ["salmon", "trout", "fisheries"]
//!
//! [strength]                      # how hard a verb asks, 1 to 6
//! beseech = 5
//! ```

use super::{Complement, Lexicon, Performative};
use crate::problem::Problem;
use crate::toml_file::{broken, wrong};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Words added to a lexicon. Unknown keys are errors.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, borsh::BorshSerialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Names that mean one place, person or body.
    #[serde(default)]
    pub names: BTreeMap<String, Vec<String>>,
    /// Laws, treaties, programmes and measures, with the forms they go by.
    #[serde(default)]
    pub instruments: BTreeMap<String, Vec<String>>,
    /// Words for one thing.
    #[serde(default)]
    pub concepts: BTreeMap<String, Vec<String>>,
    /// How hard verbs of asking ask, 1 to 6.
    #[serde(default)]
    pub strength: BTreeMap<String, u8>,
}

/// The levels of strength.
const LEVELS: std::ops::RangeInclusive<u8> = 1..=6;

impl Extension {
    /// Looks at what the types leave open; `under` are the keys of the table in the file.
    pub(crate) fn check(&self, place: &str, text: &str, under: &[&str]) -> Result<(), Problem> {
        let unfit = self.strength.iter().find(|(_, level)| !LEVELS.contains(level));
        let Some((lemma, level)) = unfit else { return Ok(()) };
        let keys = [under, &["strength", lemma]].concat();
        Err(wrong(place, text, &keys, format!("{level} is no strength"))
            .hint("strengths go from 1 (invite) to 6 (demand)"))
    }
}

impl Lexicon {
    /// Adds a user's file to the lexicon.
    ///
    /// # Errors
    /// When the text is no such file, or a strength is not 1 to 6.
    pub fn extend_from_text(&mut self, text: &str, place: &str) -> Result<(), Problem> {
        let extension: Extension = toml::from_str(text).map_err(|error| broken(place, text, &error))?;
        extension.check(place, text, &[])?;
        self.extend(&extension, place)
    }

    /// Adds words to the lexicon; `place` names the file in errors.
    ///
    /// # Errors
    /// When a strength is not 1 to 6.
    pub fn extend(&mut self, extension: &Extension, place: &str) -> Result<(), Problem> {
        for (lemma, level) in &extension.strength {
            if !LEVELS.contains(level) {
                return Err(Problem::new(place, format!("[strength] {lemma} = {level}: not 1 to 6")));
            }
            self.set_strength(lemma, *level);
        }
        for (name, forms) in &extension.names {
            self.concepts.add_name(name, forms.iter().map(String::as_str).chain([name.as_str()]));
        }
        for (name, forms) in &extension.instruments {
            self.concepts.add_instrument(name, forms.iter().map(String::as_str).chain([name.as_str()]));
        }
        for (name, words) in &extension.concepts {
            for word in words {
                self.add_object(name, word);
            }
        }
        Ok(())
    }

    fn set_strength(&mut self, lemma: &str, level: u8) {
        let with = vec![Complement::To, Complement::That, Complement::Noun, Complement::For];
        let verb = self.performatives.remove(lemma).unwrap_or_else(|| Performative {
            lemma: lemma.to_owned(),
            level,
            with,
            weak: false,
        });
        self.mark_verb(lemma, super::Class::PERFORMATIVE);
        self.performatives.insert(lemma.into(), Performative { level, ..verb });
    }
}
