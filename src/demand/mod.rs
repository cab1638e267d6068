//! Third floor: a [`Letter`](crate::letter::Letter) becomes its demands: verbatim, atomic, with
//! spans and slots.
//!
//! ```
//! use demarche::{demand, letter::{Known, Letter}, lexicon::Lexicon, source::Document};
//! let text = "Dear Minister,\n\nWe urge you to release all prisoners and to pay them $5 million.\n\nSincerely,\n\nA. B.";
//! let lexicon = Lexicon::builtin();
//! let letter = Letter::read("2024_example", Document::from_text(text), &Known::default(), lexicon);
//! let found = demand::extract(&letter, lexicon);
//! let texts: Vec<_> = found.demands.iter().map(|demand| demand.text.as_str()).collect();
//! assert_eq!(texts, ["release all prisoners", "pay them $5 million"]);
//! ```

mod act;
mod action_class;
pub mod confidence;
mod content;
pub mod cues;
mod enumeration;
mod extract;
mod lists;
mod model;
mod naming;
mod object;
mod passage;
mod reading;
mod references;
mod slot_places;
mod slots;
mod split;
mod standalone;
mod voice;
mod wording;

pub use act::Layer;
pub use extract::extract;
pub use model::{Demand, Extraction, Force, Form, Qualifier, Reported, Strength};
pub use reading::{Reading, act_of, read_text, read_whole};
pub use slot_places::{BySlot, SlotPlaces};
pub use slots::{Amount, QualifierKind, Value};
pub use split::Rule;
pub use standalone::{Slots, slots};
