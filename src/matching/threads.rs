//! Threads: one demand through time.
//!
//! Demands are joined from the surest pair down. Two groups become one only where their demands match on the whole,
//! not where one pair happens to: A like B and B like C does not make A like C. The outcome depends on the demands
//! alone, not on the order in which they come.

use super::candidates::candidates;
use super::canonical::Canonical;
use super::score::{Score, THRESHOLD, logistic, score_from};
use crate::lexicon::Lexicon;
use foldhash::HashMap;
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
    let mut scores: BTreeMap<(usize, usize), Score> = BTreeMap::new();
    // Pairs that are scored later are remembered too: large groups are compared again and again.
    let mut chance: HashMap<(usize, usize), f64> = HashMap::default();
    for (a, b) in &pairs {
        let (score, told) = score_from(KEPT, &demands[*a], &demands[*b], lexicon);
        chance.insert((*a, *b), one_thread(*a, *b, score));
        scores.extend(told.map(|told| ((*a, *b), told)));
    }
    let name = |at: usize| standings.get(at).map(|standing| standing.id.as_str()).unwrap_or_default();
    let names = |(a, b): (usize, usize)| (name(a).min(name(b)), name(a).max(name(b)));
    let mut ranked: Vec<((usize, usize), f64)> = chance
        .iter()
        .filter(|(_, score)| **score >= THRESHOLD)
        .map(|(pair, score)| (*pair, *score))
        .collect();
    ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then_with(|| names(x.0).cmp(&names(y.0))));
    let mut likeness = |a: usize, b: usize| {
        *chance
            .entry((a.min(b), a.max(b)))
            .or_insert_with(|| one_thread(a, b, super::score::chance(&demands[a], &demands[b], lexicon)))
    };
    let mut group_of: Vec<usize> = (0..demands.len()).collect();
    let mut groups: Vec<Group> = (0..demands.len()).map(|at| vec![at]).collect();
    for ((a, b), _) in ranked {
        let (one, other) = (group_of[a], group_of[b]);
        if one == other || !belong(&groups[one], &groups[other], &mut likeness) {
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
    Threads { groups, scores, pairs: pairs.len() }
}

/// The chance that two demands of one letter are one ask, from the chance that their words are.
fn lowered(score: f64) -> f64 {
    logistic((score / (1.0 - score)).ln() - SAME_LETTER)
}

/// Whether two groups match on the whole: the mean over all pairs reaches the threshold and no pair speaks against it.
fn belong(a: &Group, b: &Group, likeness: &mut impl FnMut(usize, usize) -> f64) -> bool {
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
