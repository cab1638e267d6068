//! Where the words of a demand's slots stand in the extracted text.

use crate::source::Place;
use borsh::{BorshDeserialize, BorshSerialize};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Where the words of each slot stand.
///
/// ```
/// use demarche::{demand, letter::{Known, Letter}, lexicon::Lexicon, source::Document};
/// let text = "Dear Mayor,\n\nWe urge the Council to repair the bridge.";
/// let letter = Letter::read("l", Document::from_text(text), &Known::default(), Lexicon::builtin());
/// let found = demand::extract(&letter, Lexicon::builtin());
/// let object = found.demands[0].places.slots().object[0];
/// assert_eq!(object.span().slice(text), Some("bridge"));
/// ```
///
/// They are kept in one piece: a million demands have four million places.
#[derive(Debug, Clone, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SlotPlaces {
    places: Box<[Place]>,
    /// Behind the last place of each slot, in the order of [`BySlot`].
    ends: [u32; SLOTS],
}

/// How many slots there are.
const SLOTS: usize = 7;

/// For each slot that the letter's words fill, where they stand: usually one place, several where a line or page
/// breaks them. A slot that is named in a lead-in stands there, outside the demand's own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SlotPlaces")]
pub struct BySlot<'p> {
    /// The words that show that something is asked.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub cue: Cow<'p, [Place]>,
    /// Whom it is asked of.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub addressee: Cow<'p, [Place]>,
    /// The way from the addressee to the act.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub chain: Cow<'p, [Place]>,
    /// Who is to act.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub actor: Cow<'p, [Place]>,
    /// The word of the act.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub action: Cow<'p, [Place]>,
    /// What the act is about.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub object: Cow<'p, [Place]>,
    /// Against whom or upon whom the act is to work.
    #[serde(default, skip_serializing_if = "nowhere")]
    pub target: Cow<'p, [Place]>,
}

fn nowhere(places: &[Place]) -> bool {
    places.is_empty()
}

impl SlotPlaces {
    /// The places of each slot.
    pub fn slots(&self) -> BySlot<'_> {
        let mut start = 0;
        let [cue, addressee, chain, actor, action, object, target] = self.ends.map(|end| {
            let end = end as usize;
            let own = self.places.get(start..end).unwrap_or_default();
            start = end;
            Cow::Borrowed(own)
        });
        BySlot { cue, addressee, chain, actor, action, object, target }
    }
}

impl From<BySlot<'_>> for SlotPlaces {
    fn from(slots: BySlot) -> SlotPlaces {
        let BySlot { cue, addressee, chain, actor, action, object, target } = slots;
        let mut places = Vec::new();
        let ends = [cue, addressee, chain, actor, action, object, target].map(|own| {
            places.extend_from_slice(&own);
            places.len() as u32
        });
        SlotPlaces { places: places.into(), ends }
    }
}

impl Serialize for SlotPlaces {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.slots().serialize(serializer)
    }
}

impl JsonSchema for SlotPlaces {
    fn schema_name() -> Cow<'static, str> {
        BySlot::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BySlot::json_schema(generator)
    }
}
