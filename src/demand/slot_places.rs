//! Where the words of a demand's slots stand in the extracted text.

use crate::source::Place;

/// For each slot that the letter's words fill, where they stand: usually one place, several where a line or page
/// breaks them. A slot that is named in a lead-in stands there, outside the demand's own words.
///
/// ```
/// use demarche::{demand, letter::{Known, Letter}, lexicon::Lexicon, source::Document};
/// let text = "Dear Mayor,\n\nWe urge the Council to repair the bridge.";
/// let letter = Letter::read("l", Document::from_text(text), &Known::default(), Lexicon::builtin());
/// let found = demand::extract(&letter, Lexicon::builtin());
/// let object = found.demands[0].places.object[0];
/// assert_eq!(&text[object.start..object.end], "bridge");
/// ```
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    Eq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct SlotPlaces {
    /// The words that show that something is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cue: Vec<Place>,
    /// Whom it is asked of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressee: Vec<Place>,
    /// The way from the addressee to the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Place>,
    /// Who is to act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actor: Vec<Place>,
    /// The word of the act.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub action: Vec<Place>,
    /// What the act is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub object: Vec<Place>,
    /// Against whom or upon whom the act is to work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<Place>,
}
