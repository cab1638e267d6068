//! Words that make an ask harder, wider or bound to something.

use super::{lists, table::embedded_text};
use serde::Deserialize;

/// Phrases of degree, in folded form; see `data/degrees.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Degrees {
    /// How soon.
    pub urgency: Vec<String>,
    /// Without terms.
    pub unconditional: Vec<String>,
    /// How hard it is pressed.
    pub emphasis: Vec<String>,
    /// How politely.
    pub courtesy: Vec<String>,
    /// All of them.
    pub every: Vec<String>,
    /// At least so many.
    pub least: Vec<String>,
    /// At most so many.
    pub most: Vec<String>,
    /// Some of them.
    pub partly: Vec<String>,
    /// What leaves a way out.
    pub hedges: Vec<String>,
    /// What opens a condition.
    pub conditions: Vec<String>,
    /// What opens an occasion.
    pub occasions: Vec<String>,
    /// What opens a purpose.
    pub purposes: Vec<String>,
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
