//! The score of a pair: a sum of named parts on the scale of log odds.

use super::canonical::Canonical;
use super::comparison::{Aspect, Comparison, compare};
use super::weights;
use crate::embedding::Counted;
use crate::lexicon::{Key, facts};

/// Pairs at or above this score are matches. A little below even odds: F1 over groups of pairs left out of the fit is
/// best here, see `docs/accuracy.md`.
pub const THRESHOLD: f64 = 0.4;

/// What one demand asked for twice is worth: beyond all doubt.
const IDENTICAL: f64 = 40.0;

/// What it costs when one demand asks for what the other asks not to be done.
const OPPOSED: f64 = -40.0;

/// The name of the part that the user's own model adds.
pub const EMBEDDING: &str = "embedding";

/// What one aspect adds to the score.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Part {
    /// The aspect's name, or `embedding` for what the user's own model says.
    pub name: String,
    /// What the comparison found; see [`Aspect`] for the range of each, and [`Counted`] for the model's.
    pub value: f64,
    /// What one unit of it adds to the log odds.
    pub weight: f64,
}

/// How likely two demands are one, and why.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Score {
    /// The chance that they are one, 0 to 1; 0.5 means as likely as not.
    pub score: f64,
    /// Whether they count as one.
    #[serde(rename = "match")]
    pub matches: bool,
    /// Value times weight of all parts adds up to the log odds of the score.
    pub parts: Vec<Part>,
    /// Things both name, most telling first.
    pub shared: Vec<String>,
}

/// Scores a pair; symmetric.
///
/// ```
/// use demarche::{lexicon::Lexicon, matching::{Canonical, score}};
/// let lexicon = Lexicon::builtin();
/// let read = |text: &str| Canonical::of(text, lexicon);
/// let alike = score(&read("Release all prisoners of war"), &read("the release of all captives"));
/// let unlike = score(&read("Impose sanctions on the officials"), &read("Lift the sanctions on the officials"));
/// assert!(alike.matches && !unlike.matches);
/// ```
pub fn score(a: &Canonical, b: &Canonical) -> Score {
    explained(a, b, compare(a, b))
}

/// The score of a pair alone.
pub fn chance(a: &Canonical, b: &Canonical) -> f64 {
    logistic(odds(a, b, &compare(a, b)))
}

/// What the parts of a score add up to.
fn odds(a: &Canonical, b: &Canonical, comparison: &Comparison) -> f64 {
    let mut odds = weights::BIAS;
    for (value, weight) in comparison.values.iter().zip(weights::WEIGHTS) {
        odds += value * weight;
    }
    let outweighing = beyond_doubt(a, b, comparison);
    if let Some(Counted { value, weight }) = embedding(a, b, outweighing.is_some()) {
        odds += value * weight;
    }
    odds + outweighing.map_or(0.0, |(_, weight)| weight)
}

/// What the user's own model says, if there is one. Where something is beyond doubt, it is not asked: no model makes one
/// demand of two that undo each other.
fn embedding(a: &Canonical, b: &Canonical, beyond_doubt: bool) -> Option<Counted> {
    let counted = a.meaning.as_ref()?.counted(b.meaning.as_ref()?);
    Some(if beyond_doubt { Counted { value: 0.0, ..counted } } else { counted })
}

/// What outweighs all else: the same words, or an act that undoes the other.
fn beyond_doubt(a: &Canonical, b: &Canonical, comparison: &Comparison) -> Option<(&'static str, f64)> {
    if a.same_words.is_some() && a.same_words == b.same_words && a.negated == b.negated {
        Some(("identical", IDENTICAL))
    } else {
        comparison.opposed.then_some(("opposed", OPPOSED))
    }
}

fn explained(a: &Canonical, b: &Canonical, mut comparison: Comparison) -> Score {
    let part = |name: &str, value: f64, weight: f64| Part { name: name.to_owned(), value, weight };
    let mut parts = vec![part("bias", 1.0, weights::BIAS)];
    for ((aspect, value), weight) in Aspect::ALL.iter().zip(comparison.values).zip(weights::WEIGHTS) {
        parts.push(part(aspect.name(), value, weight));
    }
    let outweighing = beyond_doubt(a, b, &comparison);
    if let Some(Counted { value, weight }) = embedding(a, b, outweighing.is_some()) {
        parts.push(part(EMBEDDING, value, weight));
    }
    if let Some((name, weight)) = outweighing {
        parts.push(part(name, 1.0, weight));
    }
    let score = logistic(odds(a, b, &comparison));
    // A concept goes by its name, any other word as it stands, not by its stem.
    let shown = |key: Key| {
        let word = a.things.get(key).or_else(|| b.things.get(key)).map(|thing| thing.word.as_str());
        word.filter(|word| facts(word).stem == key).unwrap_or(key.as_str()).to_owned()
    };
    comparison.shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.as_str().cmp(b.0.as_str())));
    let shared = comparison.shared.iter().map(|(key, _)| shown(*key)).collect();
    Score { score, matches: score >= THRESHOLD, parts, shared }
}

/// The probability of some log odds.
pub fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}
