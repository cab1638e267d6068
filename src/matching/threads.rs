//! Threads: one demand through time.
//!
//! Demands are joined from the surest pair down. Two groups become one only where their demands match on the whole,
//! not where one pair happens to: A like B and B like C does not make A like C. The outcome depends on the demands
//! alone, not on the order in which they come.

use super::candidates::Candidates;
use super::canonical::Canonical;
use super::score::{JOINED, chance, logistic};
use crate::watch::Watch;
use foldhash::HashMap;

/// A pair of groups in which any two demands score less than this is never joined.
const VETO: f64 = 0.02;

/// What it takes from the odds of a pair that both demands stand in one letter: who writes two asks into one letter
/// mostly means two. With it the threshold for such pairs is 0.8.
const SAME_LETTER: f64 = 1.47;

/// Where a demand stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing<'d> {
    /// The demand's id: breaks ties, and does not depend on the order in which demands are passed in.
    pub id: &'d str,
    /// The letter that holds it.
    pub letter: &'d str,
}

/// Demands that belong together, as indices into what was given, in that order.
pub type Group = Vec<usize>;

/// What was found among some demands.
#[derive(Debug, Clone)]
pub struct Threads {
    /// The groups, each demand in exactly one, ordered by their first demand.
    pub groups: Vec<Group>,
    /// The scored pairs that came near a match, sorted by their indices, with the chance that their words are one ask.
    pub scores: Vec<(u32, u32, f64)>,
    /// How many pairs were scored.
    pub pairs: usize,
}

/// Of large groups, this many members speak for all.
const COMPARED: usize = 12;

/// Scores below this are not told.
const TOLD: f64 = 0.2;

/// So many scores of other pairs are remembered beside them: groups are compared again and again.
const REMEMBERED: usize = 1 << 20;

/// Groups demands into threads; `standings` tells of each demand where it stands, in the same order.
/// How far it has come, `watch` is told.
pub fn threads(demands: &[&Canonical], standings: &[Standing<'_>], watch: &Watch) -> Threads {
    let same_letter = |a: usize, b: usize| match (standings.get(a), standings.get(b)) {
        (Some(a), Some(b)) => a.letter == b.letter,
        _ => false,
    };
    let one_thread = |a: usize, b: usize, score: f64| if same_letter(a, b) { lowered(score) } else { score };
    let (mut pairs, mut scores, mut ranked) = (0, Vec::new(), Vec::new());
    // Finding the candidates is the smaller part of the work, and is not counted.
    watch.begin("comparing demands", 0);
    let candidates = Candidates::among(demands);
    watch.begin("comparing demands", demands.len());
    let mut reached = 0;
    candidates.for_each(|a, b| {
        pairs += 1;
        if a > reached {
            reached = a;
            watch.reach(a);
        }
        let score = chance(demands[a], demands[b]);
        let pair = (a as u32, b as u32);
        if score >= TOLD {
            scores.push((pair.0, pair.1, score));
        }
        let score = one_thread(a, b, score);
        if score >= JOINED {
            ranked.push((pair, score));
        }
    });
    watch.begin("joining demands", 0);
    scores.sort_unstable_by_key(|(a, b, _)| (*a, *b));
    scores.shrink_to_fit();
    let told = Told::of(&scores, demands.len());
    let name = |at: u32| standings.get(at as usize).map(|standing| standing.id).unwrap_or_default();
    let names = |(a, b): (u32, u32)| (name(a).min(name(b)), name(a).max(name(b)));
    ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then_with(|| names(x.0).cmp(&names(y.0))));
    let mut others: HashMap<(usize, usize), f64> = HashMap::default();
    let mut likeness = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        if let Some(score) = told.get(a, b).or_else(|| others.get(&(a, b)).copied()) {
            return one_thread(a, b, score);
        }
        let score = chance(demands[a], demands[b]);
        if others.len() < REMEMBERED {
            others.insert((a, b), score);
        }
        one_thread(a, b, score)
    };
    // Groups that did not belong together are not asked again until one of them speaks with more voices.
    let mut apart: HashMap<(usize, usize), (usize, usize)> = HashMap::default();
    let mut group_of: Vec<usize> = (0..demands.len()).collect();
    let mut groups: Vec<Group> = (0..demands.len()).map(|at| vec![at]).collect();
    for ((a, b), _) in ranked {
        let (one, other) = (group_of[a as usize], group_of[b as usize]);
        if one == other {
            continue;
        }
        let voices = (groups[one].len().min(COMPARED), groups[other].len().min(COMPARED));
        if apart.get(&(one, other)) == Some(&voices) {
            continue;
        }
        if !belong(&groups[one], &groups[other], &mut likeness) {
            apart.insert((one, other), voices);
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
    Threads { groups, scores, pairs }
}

/// Sorted scores with the place where those of each demand begin.
struct Told<'s> {
    scores: &'s [(u32, u32, f64)],
    starts: Vec<usize>,
}

impl Told<'_> {
    fn of(scores: &[(u32, u32, f64)], demands: usize) -> Told<'_> {
        let mut starts = Vec::with_capacity(demands + 1);
        let mut at = 0;
        for demand in 0..=demands {
            while scores.get(at).is_some_and(|(a, _, _)| (*a as usize) < demand) {
                at += 1;
            }
            starts.push(at);
        }
        Told { scores, starts }
    }

    fn get(&self, a: usize, b: usize) -> Option<f64> {
        let own = &self.scores[self.starts[a]..self.starts[a + 1]];
        own.binary_search_by_key(&b, |(_, other, _)| *other as usize).ok().map(|at| own[at].2)
    }
}

/// The chance that two demands of one letter are one ask, from the chance that their words are.
fn lowered(score: f64) -> f64 {
    logistic((score / (1.0 - score)).ln() - SAME_LETTER)
}

/// Whether two groups match on the whole: the mean over all pairs reaches the threshold and no pair speaks against it.
fn belong(a: &Group, b: &Group, likeness: &mut impl FnMut(usize, usize) -> f64) -> bool {
    let (a, b) = (&a[..a.len().min(COMPARED)], &b[..b.len().min(COMPARED)]);
    let wanted = JOINED * (a.len() * b.len()) as f64;
    let (mut sum, mut left) = (0.0, a.len() * b.len());
    for one in a {
        for other in b {
            let score = likeness(*one, *other);
            sum += score;
            left -= 1;
            // No score exceeds 1: where certainty for the rest would not do, nothing will.
            if score < VETO || sum + (left as f64) < wanted - 1e-6 {
                return false;
            }
        }
    }
    sum >= wanted
}
