//! English as far as asks need it: words with their classes, sentences, and the shapes of clauses.
//!
//! There is no tagger here. In the places that matter an ask's own grammar says what a word is: after
//! "urge you to" stands a verb, after "an immediate" a noun.

mod foreign;
mod lost_stops;
mod phrases;
mod sentences;
mod token;

pub use foreign::foreign;
pub use lost_stops::LostStops;
pub use phrases::Tokens;
pub use sentences::sentences;
pub use token::{Kind, Token, tokens};
