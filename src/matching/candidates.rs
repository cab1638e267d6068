//! Which pairs are worth scoring: those that share something telling.
//!
//! Scoring every pair grows with the square of the demands. An index from each act, thing and word to the demands
//! that hold it gives every demand its nearest few, most telling keys first, so that costs grow with the number of
//! demands.

use super::canonical::Canonical;
use foldhash::HashMap;

/// A key held by more demands than this tells nothing.
const COMMON: usize = 60;

/// Candidates kept for each demand.
const NEAREST: usize = 50;

/// With no more demands than this, all pairs are scored.
const FEW: usize = 400;

/// Pairs of indices into `demands`, the smaller index first, sorted.
pub fn candidates(demands: &[Canonical]) -> Vec<(usize, usize)> {
    if demands.len() <= FEW {
        return (0..demands.len()).flat_map(|a| (a + 1..demands.len()).map(move |b| (a, b))).collect();
    }
    let mut index: HashMap<Key, Vec<usize>> = HashMap::default();
    for (at, demand) in demands.iter().enumerate() {
        for key in keys(demand) {
            index.entry(key).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for (at, demand) in demands.iter().enumerate() {
        let mut near: HashMap<usize, f64> = HashMap::default();
        for key in keys(demand) {
            let holders = index.get(&key).map(Vec::as_slice).unwrap_or_default();
            // Of a common key, only its nearest holders count: near copies stand together.
            let around = holders.partition_point(|holder| *holder < at);
            let window = around.saturating_sub(COMMON / 2)..holders.len().min(around + COMMON / 2);
            let rare = 1.0 / (holders.len() as f64).sqrt();
            for other in &holders[window] {
                *near.entry(*other).or_default() += rare;
            }
        }
        near.remove(&at);
        let mut ranked: Vec<(usize, f64)> = near.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        pairs.extend(ranked.into_iter().take(NEAREST).map(|(other, _)| (at.min(other), at.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What a demand can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'d> {
    Thing(&'d str),
    Word(&'d str),
}

fn keys(demand: &Canonical) -> impl Iterator<Item = Key<'_>> {
    let things = demand.things.iter().filter(|(_, thing)| thing.object).map(|(key, _)| Key::Thing(key));
    things.chain(demand.words.keys().map(|word| Key::Word(word)))
}
