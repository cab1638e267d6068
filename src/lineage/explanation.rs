//! Why the demands of a change were matched: the parts of the score that the change tells.

use super::change::{Ground, Transition};
use crate::matching::{Score, chance, score};
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
    /// The score of a pair of demands of the series: the one the threads were woven with.
    pub fn score(&self, a: &str, b: &str) -> Option<Score> {
        if let Some(known) = self.woven.score(a, b) {
            return Some(known.clone());
        }
        // Pairs of little likeness are not kept; those that share a thread all the same are scored again.
        let ((_, one), (_, other)) = (self.demands.get(a)?, self.demands.get(b)?);
        Some(score(one, other, &self.corpus.lexicon))
    }

    /// The same without its parts; 0 for unknown demands.
    pub fn chance(&self, a: &str, b: &str) -> f64 {
        match (self.woven.score(a, b), self.demands.get(a), self.demands.get(b)) {
            (Some(known), ..) => known.score,
            (None, Some((_, one)), Some((_, other))) => chance(one, other, &self.corpus.lexicon),
            _ => 0.0,
        }
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
