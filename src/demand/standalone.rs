//! Demands that stand in no letter, such as the rows of a sheet of recommendations.

use super::act::Layer;
use super::cues::{Family, levels};
use super::model::{Qualifier, Strength};
use super::reading::{self, Reading};
use super::slots::{self, Value};
use super::wording::words_of;
use crate::lexicon::{Lexicon, Term};

/// The slots of a demand without a letter.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Slots {
    /// The words, white space joined.
    pub text: String,
    /// How it asks.
    pub family: Family,
    /// Who is to act, where the words name somebody.
    pub actor: Option<String>,
    /// Against whom or upon whom the act is to work.
    pub target: Option<String>,
    /// The act's verb, base form.
    pub action: Option<String>,
    /// What the act is about.
    pub object: String,
    /// What surrounds the act, outermost first.
    pub layers: Vec<Layer>,
    /// Verb and object in short.
    pub canonical: String,
    /// What the words name.
    pub concepts: Vec<String>,
    /// It is asked not to be done.
    pub negated: bool,
    /// How hard and how much.
    pub strength: Strength,
    /// Conditions, deadlines, amounts, instruments and the rest.
    pub qualifiers: Vec<Qualifier>,
    /// Words of urgency and emphasis, and words that leave a way out.
    pub degrees: Vec<Qualifier>,
}

/// Reads the slots of a text.
///
/// ```
/// use demarche::{demand, lexicon::Lexicon};
/// let slots = demand::slots("Continue to release political prisoners", Lexicon::builtin());
/// assert_eq!(slots.action.as_deref(), Some("release"));
/// assert_eq!(slots.strength.action_class, 2);
/// ```
pub fn slots(text: &str, lexicon: &Lexicon) -> Slots {
    let read: Reading = reading::read_text(text, lexicon);
    let words = |span| words_of(text, span);
    let (degrees, qualifiers) = read
        .qualifiers
        .iter()
        .map(|found| qualifier(text, found))
        .partition(|qualifier: &Qualifier| qualifier.kind.is_degree());
    Slots {
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        family: Family::Imperative,
        actor: read.actor.map(words),
        target: read.target.map(words),
        object: read.object.map(words).unwrap_or_default(),
        canonical: read.canonical.clone(),
        concepts: read.concepts.clone(),
        negated: read.negated,
        strength: Strength {
            level: levels::IMPERATIVE,
            verb: Term::of("imperative"),
            action_class: read.action_class,
            intensifiers: reading::intensifiers(text, &read),
        },
        layers: read.layers,
        action: read.action,
        qualifiers,
        degrees,
    }
}

fn qualifier(text: &str, found: &slots::Qualifier) -> Qualifier {
    let (mut date, mut amount, mut instrument) = (None, None, None);
    match &found.value {
        Some(Value::Date(value)) => date = Some(*value),
        Some(Value::Amount(value)) => amount = Some(value.clone()),
        Some(Value::Instrument(value)) => instrument = Some(value.clone()),
        None => {}
    }
    Qualifier {
        kind: found.kind,
        text: words_of(text, found.span),
        spans: Vec::new(),
        date,
        amount,
        instrument,
    }
}
