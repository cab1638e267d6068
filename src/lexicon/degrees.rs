//! Words that make an ask harder, wider or bound to something.

use super::lists::{self, Wanted};
use super::table::embedded_text;
use serde::Deserialize;

/// Phrases of degree, in folded form; see `data/degrees.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Degrees {
    /// How soon.
    pub urgency: Wanted,
    /// Without terms.
    pub unconditional: Wanted,
    /// How hard it is pressed.
    pub emphasis: Wanted,
    /// How politely.
    pub courtesy: Vec<String>,
    /// All of them.
    pub every: Wanted,
    /// At least so many.
    pub least: Wanted,
    /// At most so many.
    pub most: Wanted,
    /// Some of them.
    pub partly: Wanted,
    /// What leaves a way out.
    pub hedges: Wanted,
    /// What opens a condition.
    pub conditions: Wanted,
    /// What opens an occasion.
    pub occasions: Wanted,
    /// What opens a purpose.
    pub purposes: Wanted,
    /// What opens a means.
    pub means: Vec<String>,
    /// Words that fill an ask without saying what it is about.
    pub fillers: Vec<String>,
    /// Words that end the name of an instrument.
    pub instrument_heads: Vec<String>,
}

impl Degrees {
    pub(super) fn embedded() -> Degrees {
        // A test holds that they can be read; lists without phrases find nothing rather than fail.
        lists::read(embedded_text!("degrees")).unwrap_or_default()
    }
}
