//! Why the demands of a change were matched: the parts of the score that the change tells.

use super::change::{Ground, Transition};
use crate::matching::{Canonical, Score, chance, score};
use std::collections::BTreeSet;

/// Two demands that a change compares, with the score of the pair and its parts.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let report = report(corpus, &Pairs::default());
/// let found = &report.matches[0];
/// let odds: f64 = found.score.parts.iter().map(|part| part.value * part.weight).sum();
/// assert!((demarche::matching::logistic(odds) - found.score.score).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Match {
    /// The earlier demand.
    pub before: String,
    /// The later one.
    pub after: String,
    /// The score, part by part.
    #[serde(flatten)]
    pub score: Score,
}

impl Ground<'_> {
    /// The score of a pair of demands of the series, the one that comes first in the letters first.
    pub fn score(&self, a: &str, b: &str) -> Option<Score> {
        let (one, other) = self.in_order(a, b)?;
        Some(score(one, other))
    }

    /// The same without its parts; 0 for unknown demands.
    pub fn chance(&self, a: &str, b: &str) -> f64 {
        self.in_order(a, b).map_or(0.0, |(one, other)| chance(one, other))
    }

    fn in_order(&self, a: &str, b: &str) -> Option<(&Canonical, &Canonical)> {
        let (one, other) = (self.demands.get(a)?, self.demands.get(b)?);
        Some(if one.place <= other.place { (one.form, other.form) } else { (other.form, one.form) })
    }
}

/// Adds the matches of a transition to those told of the series so far.
pub fn add(
    ground: &Ground,
    transition: &Transition,
    told: &mut BTreeSet<(String, String)>,
    matches: &mut Vec<Match>,
) {
    for change in transition.changes.iter().filter(|change| change.score.is_some()) {
        let (Some(before), Some(after)) = (change.before.first(), change.after.first()) else { continue };
        if !told.insert((before.clone(), after.clone())) {
            continue;
        }
        if let Some(score) = ground.score(before, after) {
            matches.push(Match { before: before.clone(), after: after.clone(), score });
        }
    }
}
