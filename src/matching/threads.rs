//! Threads: one demand through time.
//!
//! Demands are joined from the surest pair down. Two groups become one only where their demands match on the whole,
//! not where one pair happens to: A like B and B like C does not make A like C. The outcome depends on the demands
//! alone, not on the order in which they come.

use super::candidates::Candidates;
use super::canonical::Canonical;
use super::kinship::{Kinship, Standing, may_reach};
use super::score::{THRESHOLD, chance};
use super::scores::Scores;
use crate::watch::Watch;
use foldhash::HashMap;

/// A pair of groups in which any two demands score less than this is never joined.
const VETO: f64 = 0.02;

/// Demands that belong together, as indices into what was given, in that order.
pub type Group = Vec<usize>;

/// What was found among some demands.
#[derive(Debug, Clone)]
pub struct Threads {
    /// The groups, each demand in exactly one, ordered by their first demand.
    pub groups: Vec<Group>,
    /// The scored pairs that came near a match, with the chance that their words are one ask.
    pub scores: Scores,
    /// How many pairs were scored.
    pub pairs: usize,
}

/// Of large groups, this many members speak for all.
const COMPARED: usize = 12;

/// Scores below this are not told.
const TOLD: f64 = 0.2;

/// So many scores of other pairs are remembered beside them: groups are compared again and again.
const REMEMBERED: usize = 1 << 20;

/// Groups demands into threads; `kinship` tells of each demand where it stands, in the same order.
/// How far it has come, `watch` is told.
pub fn threads(demands: &[&Canonical], kinship: &Kinship<'_>, watch: &Watch) -> Threads {
    let ids = numbers(kinship.standings());
    let one_thread = |a: usize, b: usize, score: f64| kinship.as_thread(score, a, b);
    let (scores, pairs) = scored(demands, watch);
    watch.begin("joining demands", 0);
    let name = |at: u32| ids.get(at as usize).copied().unwrap_or_default();
    let names = |(a, b): (u32, u32)| (name(a).min(name(b)), name(a).max(name(b)));
    let may_be_one = || (0..).zip(scores.iter()).filter(|(_, (_, _, score))| may_reach(*score, THRESHOLD));
    // A million demands have tens of millions of pairs: they are put in order by their places, with room for all and no
    // more.
    let mut ranked: Vec<(f32, u32)> = Vec::new();
    ranked.reserve_exact(may_be_one().count());
    ranked.extend(
        may_be_one()
            .map(|(place, (a, b, score))| (one_thread(a as usize, b as usize, score), place))
            .filter(|(score, _)| *score >= THRESHOLD)
            .map(|(score, place)| (score as f32, place)),
    );
    ranked.sort_unstable_by(|(one, x), (other, y)| other.total_cmp(one).then(x.cmp(y)));
    for tied in ranked.chunk_by_mut(|(one, _), (other, _)| one == other) {
        tied.sort_by_cached_key(|(_, place)| names(scores.pair(*place)));
    }
    let mut others: HashMap<(u32, u32), f64> = HashMap::default();
    let mut likeness = |a: usize, b: usize| {
        let (a, b) = (a.min(b), a.max(b));
        let both = (a as u32, b as u32);
        if let Some(score) = scores.get(a, b).or_else(|| others.get(&both).copied()) {
            return one_thread(a, b, score);
        }
        let score = chance(demands[a], demands[b]);
        if others.len() < REMEMBERED {
            others.insert(both, score);
        }
        one_thread(a, b, score)
    };
    // Groups that did not belong together are not asked again until one of them speaks with more voices.
    let mut apart: HashMap<(u32, u32), (u8, u8)> = HashMap::default();
    let mut group_of: Vec<usize> = (0..demands.len()).collect();
    let mut groups: Vec<Group> = (0..demands.len()).map(|at| vec![at]).collect();
    for (a, b) in ranked.into_iter().map(|(_, place)| scores.pair(place)) {
        let (one, other) = (group_of[a as usize], group_of[b as usize]);
        if one == other {
            continue;
        }
        let voices = |group: usize| groups[group].len().min(COMPARED) as u8;
        let (both, voices) = ((one as u32, other as u32), (voices(one), voices(other)));
        if apart.get(&both) == Some(&voices) {
            continue;
        }
        if !belong(&groups[one], &groups[other], &mut likeness) {
            apart.insert(both, voices);
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

/// The pairs that came near a match, and how many were scored.
fn scored(demands: &[&Canonical], watch: &Watch) -> (Scores, usize) {
    let (mut pairs, mut scores) = (0, Scores::default());
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
        if score >= TOLD {
            scores.push(a, b, score);
        }
    });
    scores.close(demands.len());
    scores.shrink();
    (scores, pairs)
}

/// The ids as numbers that sort like them: pairs are told apart by them again and again.
fn numbers(standings: &[Standing]) -> Vec<u32> {
    let mut sorted: Vec<&str> = standings.iter().map(|standing| standing.id).collect();
    sorted.sort_unstable();
    let number = |standing: &Standing| sorted.binary_search(&standing.id).unwrap_or_default() as u32;
    standings.iter().map(number).collect()
}

/// Whether two groups match on the whole: the mean over all pairs reaches the threshold and no pair speaks against it.
fn belong(a: &Group, b: &Group, likeness: &mut impl FnMut(usize, usize) -> f64) -> bool {
    let (a, b) = (&a[..a.len().min(COMPARED)], &b[..b.len().min(COMPARED)]);
    let wanted = THRESHOLD * (a.len() * b.len()) as f64;
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
