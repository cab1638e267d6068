//! Words that many demands share.

use super::Key;
use borsh::io::{Read, Result, Write};
use borsh::{BorshDeserialize, BorshSerialize};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// A word that many demands share, such as the verb of their act: a million of them hold its text once, and a number
/// each. Like the text of a [`Key`] it is kept until the process ends, so it is for what a language has thousands of.
///
/// ```
/// use demarche::lexicon::Term;
/// let verb = Term::of("release");
/// assert_eq!(verb.to_uppercase(), "RELEASE");
/// assert_eq!(verb, Term::of("release"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term(Key);

impl Term {
    /// The term of a word.
    pub fn of(word: &str) -> Term {
        Term(Key::of(word))
    }

    /// The word.
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }
}

impl Deref for Term {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Term {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl JsonSchema for Term {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        str::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        str::json_schema(generator)
    }
}

// Numbers differ from run to run: what is kept between runs is the word.
impl BorshSerialize for Term {
    fn serialize<W: Write>(&self, writer: &mut W) -> Result<()> {
        BorshSerialize::serialize(self.as_str(), writer)
    }
}

impl BorshDeserialize for Term {
    fn deserialize_reader<R: Read>(reader: &mut R) -> Result<Term> {
        String::deserialize_reader(reader).map(|word| Term::of(&word))
    }
}
