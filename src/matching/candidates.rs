//! Which pairs are worth scoring: those that come near a match at a rough look.
//!
//! Scoring every pair grows with the square of the demands. Lists of the demands that hold an act, a thing, a word or a
//! word of like contexts give every demand the others that it may match, each with a rough score from what they share.
//! The nearest few are scored in truth, so that costs grow with the number of demands. Where demands are few, more are
//! near: so many pairs are scored in any case.

use super::canonical::Canonical;
use super::comparison::{Aspect, SPARSE, all_groups};
use super::deeds::Deed;
use super::weights::{BIAS, WEIGHTS};
use crate::lexicon::Key;
use foldhash::HashMap;
use std::ops::Range;

/// Of the demands that hold a key, at least this many are looked at for each demand.
const COMMON: usize = 60;

/// At least so many candidates are kept for each demand.
const NEAREST: usize = 50;

/// So many pairs cost little: where all pairs are no more, all are scored.
const AFFORDED: usize = 1_000_000;

/// Up to so many demands nearly all that look like a match are kept. Of more, what each keeps falls with the square of
/// their number until it reaches the few that are kept in any case: costs go on growing with the demands.
const SOME: usize = 5_000;

/// So many candidates are kept for each of some demands.
const KEPT: usize = 1_000;

/// Of the demands that hold a key, so many are looked at for each of some demands.
const LOOKED_AT: usize = 2_400;

/// Beyond the nearest, what shares less than this is not kept: it stays so far below even odds that what a rough look
/// does not see hardly makes it a match.
const LEAST: f32 = -(BIAS as f32) - 1.0;

/// How many candidates each of so many demands keeps, and how many holders of a key are looked at.
fn bounds(demands: usize) -> (usize, usize) {
    let square = demands.saturating_mul(demands).max(1);
    let falling = |some: usize| some.saturating_mul(SOME * SOME) / square;
    (NEAREST.max(falling(KEPT)), COMMON.max(falling(LOOKED_AT)))
}

/// The candidates of some demands.
pub struct Candidates {
    /// None where every pair is a candidate.
    near: Option<Others>,
    demands: usize,
}

impl Candidates {
    /// Finds the candidates among some demands.
    pub fn among(demands: &[&Canonical]) -> Candidates {
        let pairs = demands.len().saturating_mul(demands.len().saturating_sub(1)) / 2;
        let near = (pairs > AFFORDED).then(|| Lists::of(demands).nearest(demands));
        Candidates { near: near.map(Others::each_pair_once), demands: demands.len() }
    }

    /// Calls `each` for every candidate pair once, the smaller index first; the pairs come in order.
    pub fn for_each(&self, mut each: impl FnMut(usize, usize)) {
        for a in 0..self.demands {
            match &self.near {
                Some(near) => near.of(a).iter().for_each(|b| each(a, *b as usize)),
                None => (a + 1..self.demands).for_each(|b| each(a, b)),
            }
        }
    }
}

/// For each demand others, sorted. They lie in one piece: of a million demands, pieces of their own would take more
/// memory, and keep that of the lists from being given back.
struct Others {
    all: Vec<u32>,
    /// Where those of each demand begin, and where the last end.
    starts: Vec<usize>,
}

impl Others {
    fn of(&self, at: usize) -> &[u32] {
        &self.all[self.starts[at]..self.starts[at + 1]]
    }

    /// For each demand those behind it that are near to it, or to which it is near.
    fn each_pair_once(mut self) -> Others {
        self.forget_answers();
        let demands = self.starts.len() - 1;
        let pairs = |near: &Others, at: usize, each: &mut dyn FnMut(usize, usize)| {
            near.of(at)
                .iter()
                .map(|other| *other as usize)
                .for_each(|other| each(at.min(other), at.max(other)));
        };
        let mut ends = vec![0; demands + 1];
        (0..demands).for_each(|at| pairs(&self, at, &mut |a, _| ends[a + 1] += 1));
        for at in 0..demands {
            ends[at + 1] += ends[at];
        }
        // Each begins where another ends, and grows while it is filled.
        let mut all = vec![0; self.all.len()];
        (0..demands).for_each(|at| {
            pairs(&self, at, &mut |a, b| {
                all[ends[a]] = b as u32;
                ends[a] += 1;
            });
        });
        ends.insert(0, 0);
        ends.truncate(demands + 1);
        for at in 0..demands {
            all[ends[at]..ends[at + 1]].sort_unstable();
        }
        Others { all, starts: ends }
    }

    /// Of pairs that are near from both sides, the smaller index keeps the larger, and this one forgets the smaller.
    fn forget_answers(&mut self) {
        let mut kept = 0;
        for at in 0..self.starts.len() - 1 {
            let own = self.starts[at]..self.starts[at + 1];
            self.starts[at] = kept;
            for place in own {
                let other = self.all[place];
                let answers =
                    (other as usize) < at && self.of(other as usize).binary_search(&(at as u32)).is_ok();
                if !answers {
                    self.all[kept] = other;
                    kept += 1;
                }
            }
        }
        self.all.truncate(kept);
        if let Some(end) = self.starts.last_mut() {
            *end = kept;
        }
    }
}

/// What a demand can be found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Held {
    /// An act by its verb.
    Act(Key),
    /// An act by a group of acts.
    Group(u32),
    Thing(Key),
    Word(Key),
}

/// A demand that holds something, and how much of it.
#[derive(Debug, Clone, Copy)]
struct Holder {
    at: u32,
    /// Of an act how much it says, of things and words their share of the demand's.
    share: f32,
}

/// What a rough look finds that two demands share.
#[derive(Debug, Clone, Copy, Default)]
struct Shared {
    met: bool,
    act: f32,
    /// The share of the things and words of each side that the other has.
    things: [f32; 2],
    words: [f32; 2],
}

impl Shared {
    /// About what the aspects of the score add that can be told from lists.
    fn odds(&self) -> f32 {
        let weight = |aspect: Aspect| WEIGHTS[aspect as usize] as f32;
        // What several words share is counted once for each.
        let both = |[one, other]: [f32; 2], mean: Aspect, greater: Aspect| {
            let (one, other) = (one.min(1.0), other.min(1.0));
            weight(mean) * (one + other) / 2.0 + weight(greater) * one.max(other)
        };
        weight(Aspect::Act) * self.act
            + both(self.things, Aspect::Object, Aspect::ObjectCovered)
            + both(self.words, Aspect::LikeWords, Aspect::LikeWordsCovered)
    }
}

/// The demands that hold each key, in order; in one piece, which is given back whole.
struct Lists {
    ranges: HashMap<Held, Range<usize>>,
    holders: Vec<Holder>,
}

impl Lists {
    fn of(demands: &[&Canonical]) -> Lists {
        let mut ranges: HashMap<Held, Range<usize>> = HashMap::default();
        for (key, _) in demands.iter().flat_map(|demand| keys(demand)) {
            ranges.entry(key).or_default().end += 1;
        }
        // They are counted; now each begins where another ends, and grows while it is filled.
        let mut start = 0;
        for range in ranges.values_mut() {
            let count = range.end;
            *range = start..start;
            start += count;
        }
        let mut holders = vec![Holder { at: 0, share: 0.0 }; start];
        for (at, demand) in demands.iter().enumerate() {
            for (key, share) in keys(demand) {
                let range = ranges.entry(key).or_default();
                holders[range.end] = Holder { at: at as u32, share };
                range.end += 1;
            }
        }
        Lists { ranges, holders }
    }

    /// Those of the holders of a key that stand nearest to a place: near copies stand together.
    fn around(&self, key: Held, at: usize, looked_at: usize) -> &[Holder] {
        let holders = self.ranges.get(&key).map(|range| &self.holders[range.clone()]).unwrap_or_default();
        if holders.len() <= looked_at {
            return holders;
        }
        let around = holders.partition_point(|holder| (holder.at as usize) < at);
        &holders[around.saturating_sub(looked_at / 2)..holders.len().min(around + looked_at / 2)]
    }

    /// The nearest few of every demand.
    fn nearest(&self, demands: &[&Canonical]) -> Others {
        let (kept, looked_at) = bounds(demands.len());
        let mut look = Look { shared: vec![Shared::default(); demands.len()], met: Vec::new() };
        let mut ranked: Vec<(f32, u32)> = Vec::new();
        let mut nearest = Others { all: Vec::new(), starts: vec![0] };
        for (at, demand) in demands.iter().enumerate() {
            self.look_around(at, demand, looked_at, &mut look);
            ranked.clear();
            for other in look.met.drain(..) {
                let shared = std::mem::take(&mut look.shared[other as usize]);
                if other as usize != at {
                    ranked.push((shared.odds(), other));
                }
            }
            nearest_first(&mut ranked, kept);
            ranked.truncate(kept);
            if ranked.len() > NEAREST {
                nearest_first(&mut ranked, NEAREST);
                let mut place = 0;
                ranked.retain(|(odds, _)| {
                    place += 1;
                    place <= NEAREST || *odds >= LEAST
                });
            }
            let start = nearest.all.len();
            nearest.all.extend(ranked.iter().map(|(_, other)| *other));
            nearest.all[start..].sort_unstable();
            nearest.starts.push(nearest.all.len());
        }
        nearest
    }

    /// Meets the demands that share something with one.
    fn look_around(&self, at: usize, demand: &Canonical, looked_at: usize, look: &mut Look) {
        for (key, share) in keys(demand) {
            let holders = self.around(key, at, looked_at);
            match key {
                Held::Act(_) => look.at(holders, |both, its| both.act = both.act.max(share.min(its))),
                Held::Group(_) => {
                    look.at(holders, |both, its| both.act = both.act.max(0.7 * share.min(its)));
                }
                Held::Thing(_) => look.at(holders, |both, its| {
                    both.things[0] += share;
                    both.things[1] += its;
                }),
                Held::Word(_) => look.at(holders, |both, its| {
                    both.words[0] += share;
                    both.words[1] += its;
                }),
            }
        }
        let all = all_words(demand);
        for word in demand.words.values() {
            let share = (word.weight / all) as f32;
            for (stem, likeness) in word.near.iter() {
                let like = f32::from(likeness) / 100.0;
                look.at(self.around(Held::Word(stem), at, looked_at), |both, its| {
                    both.words[0] += like * share;
                    both.words[1] += like * its;
                });
            }
        }
    }
}

/// What one demand shares with the others that were met.
struct Look {
    shared: Vec<Shared>,
    met: Vec<u32>,
}

impl Look {
    /// Notes something that some demands hold.
    fn at(&mut self, holders: &[Holder], note: impl Fn(&mut Shared, f32)) {
        for holder in holders {
            let shared = &mut self.shared[holder.at as usize];
            if !shared.met {
                shared.met = true;
                self.met.push(holder.at);
            }
            note(shared, holder.share);
        }
    }
}

/// Puts so many of those that share most first; of those that share as much, the earlier.
fn nearest_first(ranked: &mut [(f32, u32)], count: usize) {
    if ranked.len() > count {
        ranked.select_nth_unstable_by(count, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    }
}

/// The weight of all telling words of a demand.
fn all_words(demand: &Canonical) -> f64 {
    SPARSE + demand.words.values().map(|word| word.weight).sum::<f64>()
}

/// What a demand can be found by, and how much of the demand that is.
fn keys(demand: &Canonical) -> impl Iterator<Item = (Held, f32)> {
    let tells = |act: &Deed| act.tells as f32;
    let acts = demand.acts.iter().map(move |act| (Held::Act(act.lemma), tells(act)));
    let groups = demand
        .acts
        .iter()
        .flat_map(move |act| all_groups(act).numbers().map(move |group| (Held::Group(group), tells(act))));
    let object = demand.things.values().filter(|thing| thing.object);
    let all_things = SPARSE + object.map(|thing| thing.weight).sum::<f64>();
    let things = demand.things.iter().map(move |(key, thing)| {
        (Held::Thing(key), if thing.object { (thing.weight / all_things) as f32 } else { 0.0 })
    });
    let all_words = all_words(demand);
    let words =
        demand.words.iter().map(move |(stem, word)| (Held::Word(stem), (word.weight / all_words) as f32));
    acts.chain(groups).chain(things).chain(words)
}
