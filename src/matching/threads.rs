//! Threads: one demand through time.
//!
//! Demands are joined from the surest pair down. Two groups become one only where their demands match on the whole,
//! not where one pair happens to: A like B and B like C does not make A like C. The outcome depends on the demands
//! alone, not on the order in which they come.

use super::candidates::candidates;
use super::canonical::Canonical;
use super::score::{Score, THRESHOLD, logistic, score};
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;

/// A pair of groups in which any two demands score less than this is never joined.
const VETO: f64 = 0.02;

/// What it takes from the odds of a pair that both demands stand in one letter: who writes two asks into one letter
/// mostly means two. With it the threshold for such pairs is 0.8.
const SAME_LETTER: f64 = 1.79;

/// Where a demand stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The demand's id: breaks ties, and does not depend on the order in which demands are passed in.
    pub id: String,
    /// The letter that holds it.
    pub letter: String,
}

/// Demands that belong together, as indices into what was given, in that order.
pub type Group = Vec<usize>;

/// What was found among some demands.
#[derive(Debug, Clone)]
pub struct Threads {
    /// The groups, each demand in exactly one, ordered by their first demand.
    pub groups: Vec<Group>,
    /// The scored pairs that reached a tenth of certainty, by indices.
    pub scores: BTreeMap<(usize, usize), Score>,
    /// How many pairs were scored.
    pub pairs: usize,
}

/// Of large groups, this many members speak for all.
const COMPARED: usize = 12;

/// Scores below this are not kept.
const KEPT: f64 = 0.1;

/// Groups demands into threads; `standings` tells of each demand where it stands, in the same order.
pub fn threads(demands: &[Canonical], standings: &[Standing], lexicon: &Lexicon) -> Threads {
    let same_letter = |a: usize, b: usize| match (standings.get(a), standings.get(b)) {
        (Some(a), Some(b)) => a.letter == b.letter,
        _ => false,
    };
    let one_thread = |a: usize, b: usize, score: f64| if same_letter(a, b) { lowered(score) } else { score };
    let pairs = candidates(demands);
    let scored: Vec<((usize, usize), Score)> =
        pairs.iter().map(|(a, b)| ((*a, *b), score(&demands[*a], &demands[*b], lexicon))).collect();
    let chance: BTreeMap<(usize, usize), f64> =
        scored.iter().map(|(pair, score)| (*pair, one_thread(pair.0, pair.1, score.score))).collect();
    let mut ranked: Vec<(usize, usize)> =
        chance.iter().filter(|(_, score)| **score >= THRESHOLD).map(|(pair, _)| *pair).collect();
    let name = |at: usize| standings.get(at).map(|standing| standing.id.as_str()).unwrap_or_default();
    ranked.sort_by(|x, y| {
        let value = |pair: &(usize, usize)| chance.get(pair).copied().unwrap_or(0.0);
        let names = |pair: &(usize, usize)| {
            let (a, b) = (name(pair.0), name(pair.1));
            if a < b { (a, b) } else { (b, a) }
        };
        value(y).total_cmp(&value(x)).then_with(|| names(x).cmp(&names(y)))
    });
    let likeness = |a: usize, b: usize| {
        chance
            .get(&(a.min(b), a.max(b)))
            .copied()
            .unwrap_or_else(|| one_thread(a, b, score(&demands[a], &demands[b], lexicon).score))
    };
    let mut group_of: Vec<usize> = (0..demands.len()).collect();
    let mut groups: Vec<Group> = (0..demands.len()).map(|at| vec![at]).collect();
    for (a, b) in ranked {
        let (one, other) = (group_of[a], group_of[b]);
        if one == other || !belong(&groups[one], &groups[other], &likeness) {
            continue;
        }
        let moved = std::mem::take(&mut groups[other]);
        for at in &moved {
            group_of[*at] = one;
        }
        groups[one].extend(moved);
    }
    groups.retain(|group| !group.is_empty());
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    let scores = scored.into_iter().filter(|(_, score)| score.score >= KEPT).collect();
    Threads { groups, scores, pairs: pairs.len() }
}

/// The chance that two demands of one letter are one ask, from the chance that their words are.
fn lowered(score: f64) -> f64 {
    logistic((score / (1.0 - score)).ln() - SAME_LETTER)
}

/// Whether two groups match on the whole: the mean over all pairs reaches the threshold and no pair speaks against it.
fn belong(a: &Group, b: &Group, likeness: &impl Fn(usize, usize) -> f64) -> bool {
    let (a, b) = (&a[..a.len().min(COMPARED)], &b[..b.len().min(COMPARED)]);
    let mut sum = 0.0;
    for one in a {
        for other in b {
            let score = likeness(*one, *other);
            if score < VETO {
                return false;
            }
            sum += score;
        }
    }
    sum >= THRESHOLD * (a.len() * b.len()) as f64
}
