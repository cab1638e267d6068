//! Which pairs are worth scoring: those that share something telling.
//!
//! Scoring every pair grows with the square of the demands. An index from each act, thing and word to the demands
//! that hold it gives every demand its nearest few, most telling keys first, so that costs grow with the number of
//! demands. Where demands are few, more are near: so many pairs are scored in any case.

use super::canonical::Canonical;
use crate::lexicon::Key;
use foldhash::HashMap;

/// Of the demands that hold a key, at least this many are looked at for each demand.
const COMMON: usize = 60;

/// At least so many candidates are kept for each demand.
const NEAREST: usize = 50;

/// So many pairs cost little: where all pairs are no more, all are scored, and else each demand keeps its share.
const AFFORDED: usize = 1_000_000;

/// How many candidates each of so many demands keeps, and how many holders of a key are looked at.
fn bounds(demands: usize) -> (usize, usize) {
    let share = AFFORDED / demands.max(1);
    (NEAREST.max(share), COMMON.max(2 * share))
}

/// The candidates of some demands.
pub struct Candidates {
    /// For each demand the others nearest to it, sorted; none where every pair is a candidate.
    nearest: Option<Vec<Box<[u32]>>>,
    demands: usize,
}

impl Candidates {
    /// Finds the candidates among some demands.
    pub fn among(demands: &[&Canonical]) -> Candidates {
        let pairs = demands.len().saturating_mul(demands.len().saturating_sub(1)) / 2;
        let nearest = (pairs > AFFORDED).then(|| nearest(demands));
        Candidates { nearest, demands: demands.len() }
    }

    /// Calls `each` for every candidate pair once, the smaller index first.
    pub fn for_each(&self, mut each: impl FnMut(usize, usize)) {
        let Some(nearest) = &self.nearest else {
            for a in 0..self.demands {
                for b in a + 1..self.demands {
                    each(a, b);
                }
            }
            return;
        };
        for (at, own) in nearest.iter().enumerate() {
            for other in own.iter().map(|other| *other as usize) {
                // Of a pair that is near from both sides, the smaller index speaks.
                if at < other {
                    each(at, other);
                } else if nearest[other].binary_search(&(at as u32)).is_err() {
                    each(other, at);
                }
            }
        }
    }
}

/// The nearest few of every demand.
fn nearest(demands: &[&Canonical]) -> Vec<Box<[u32]>> {
    let (kept, looked_at) = bounds(demands.len());
    let mut index: HashMap<Held, Vec<u32>> = HashMap::default();
    for (at, demand) in demands.iter().enumerate() {
        for key in keys(demand) {
            index.entry(key).or_default().push(at as u32);
        }
    }
    let mut near: Vec<f64> = vec![0.0; demands.len()];
    let mut met: Vec<u32> = Vec::new();
    let mut own = |at: usize, demand: &Canonical| -> Box<[u32]> {
        for key in keys(demand) {
            let holders = index.get(&key).map(Vec::as_slice).unwrap_or_default();
            // Of a common key, only its nearest holders count: near copies stand together.
            let around = holders.partition_point(|holder| (*holder as usize) < at);
            let window = around.saturating_sub(looked_at / 2)..holders.len().min(around + looked_at / 2);
            let rare = 1.0 / (holders.len() as f64).sqrt();
            for other in &holders[window] {
                let near = &mut near[*other as usize];
                if *near == 0.0 {
                    met.push(*other);
                }
                *near += rare;
            }
        }
        met.retain(|other| *other as usize != at);
        if met.len() > kept {
            met.select_nth_unstable_by(kept, |a, b| {
                near[*b as usize].total_cmp(&near[*a as usize]).then(a.cmp(b))
            });
        }
        let mut chosen: Box<[u32]> = met.iter().take(kept).copied().collect();
        chosen.sort_unstable();
        met.iter().for_each(|other| near[*other as usize] = 0.0);
        near[at] = 0.0;
        met.clear();
        chosen
    };
    demands.iter().enumerate().map(|(at, demand)| own(at, demand)).collect()
}

/// What a demand can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Held {
    Thing(Key),
    Word(Key),
}

fn keys(demand: &Canonical) -> impl Iterator<Item = Held> {
    let things = demand.things.iter().filter(|(_, thing)| thing.object).map(|(key, _)| Held::Thing(key));
    things.chain(demand.words.keys().map(Held::Word))
}
