//! Threads with their names and their places in the editions.

use crate::corpus::{Edition, LetterRecord};
use crate::demand::Demand;
use crate::demand::cues::Kind;
use crate::lexicon::{fnv, fnv_from};
use crate::matching::{self, Affair, Canonical, Kinship, Scores, Standing, may_reach};
use crate::text::fold;
use crate::watch::Watch;
use foldhash::HashSet;
use std::collections::BTreeMap;

/// One demand through time.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Thread {
    /// Made from the words of its first demand: it stays when letters are added after it.
    pub id: String,
    /// What it asks, in few words.
    pub label: String,
    /// The series it belongs to.
    pub series: Option<String>,
    /// The editions that ask it, in order.
    pub occurrences: Vec<Occurrence>,
}

/// A thread in one edition.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Occurrence {
    /// The edition.
    pub edition: Edition,
    /// Ids of the demands, in reading order.
    pub demands: Vec<String>,
}

impl Thread {
    /// The demands of the thread in an edition.
    pub fn demands_in(&self, edition: &Edition) -> &[String] {
        self.occurrences
            .iter()
            .find(|occurrence| occurrence.edition == *edition)
            .map(|occurrence| occurrence.demands.as_slice())
            .unwrap_or_default()
    }
}

/// The threads of a series with the scores of their pairs.
pub struct Woven<'c> {
    /// The threads, by their first demand.
    pub threads: Vec<Thread>,
    /// Scores of pairs that came near a match, by the places of demands, the smaller first.
    scores: Scores,
    /// Where the demands stand.
    kinship: Kinship<'c>,
    /// How many pairs were scored.
    pub pairs: usize,
}

impl Woven<'_> {
    /// The pairs that came near a match and begin with the demand at a place: the other's place, and the chance that
    /// they are one.
    pub fn near(&self, place: u32) -> impl Iterator<Item = (u32, f64)> {
        self.scores.of(place as usize)
    }

    /// The pairs that are one thread with at least this chance, which is told, by the ids of their demands, the smaller
    /// id first; of those that came near a match.
    pub fn scores(&self, least: f64) -> impl Iterator<Item = (&str, &str, f64)> {
        let near = self.scores.iter().filter(move |(_, _, score)| may_reach(*score, least));
        let told = near.map(|(a, b, score)| {
            let (a, b) = (a as usize, b as usize);
            let ids = (self.kinship.standings()[a].id, self.kinship.standings()[b].id);
            (ids.0.min(ids.1), ids.0.max(ids.1), self.kinship.as_thread(score, a, b))
        });
        told.filter(move |(_, _, score)| *score >= least)
    }
}

/// A letter with what it is about and the normal forms of its demands.
#[derive(Debug, Clone, Copy)]
pub struct Yarn<'c, 'f> {
    /// The letter.
    pub record: &'c LetterRecord,
    /// What it is about, where it says enough.
    pub affair: Option<&'c Affair>,
    /// Its demands, in their order.
    pub forms: &'f [Canonical],
}

/// Whether a demand is woven into threads: asks for an answer or a signature stand outside.
pub fn is_woven(demand: &Demand) -> bool {
    demand.kind == Kind::Demand
}

/// Weaves the demands of one series into threads; asks for an answer or a signature stand outside.
pub fn weave<'c>(series: Option<&str>, letters: &[Yarn<'c, '_>], watch: &Watch) -> Woven<'c> {
    let mut demands: Vec<(&LetterRecord, &Demand)> = Vec::new();
    let mut forms: Vec<&Canonical> = Vec::new();
    let mut standings: Vec<Standing> = Vec::new();
    for Yarn { record, affair, forms: own } in letters.iter().copied() {
        for (demand, form) in record.demands.iter().zip(own).filter(|(demand, _)| is_woven(demand)) {
            demands.push((record, demand));
            forms.push(form);
            standings.push(Standing { id: &demand.id, letter: &record.id, affair });
        }
    }
    let kinship = Kinship::new(standings);
    let woven = matching::threads(&forms, &kinship, watch);
    let mut ids = HashSet::default();
    let threads = woven.groups.iter().map(|group| thread(series, group, &demands, &mut ids)).collect();
    Woven { threads, scores: woven.scores, kinship, pairs: woven.pairs }
}

fn thread(
    series: Option<&str>,
    group: &[usize],
    demands: &[(&LetterRecord, &Demand)],
    ids: &mut HashSet<String>,
) -> Thread {
    let members: Vec<(&LetterRecord, &Demand)> =
        group.iter().filter_map(|at| demands.get(*at).copied()).collect();
    let mut occurrences: Vec<Occurrence> = Vec::new();
    for (record, demand) in &members {
        match occurrences.iter_mut().find(|occurrence| occurrence.edition == record.edition) {
            Some(occurrence) => occurrence.demands.push(demand.id.clone()),
            None => occurrences
                .push(Occurrence { edition: record.edition.clone(), demands: vec![demand.id.clone()] }),
        }
    }
    occurrences.sort_by(|a, b| a.edition.cmp(&b.edition));
    let first = members.first().map(|(_, demand)| fold(&demand.text)).unwrap_or_default();
    Thread { id: unused(&first, ids), label: label(&members), series: series.map(str::to_owned), occurrences }
}

/// What most members call it in short; of several, the shortest that names a thing.
fn label(members: &[(&LetterRecord, &Demand)]) -> String {
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, demand) in members {
        *names.entry(demand.canonical.as_str()).or_default() += 1;
    }
    let rank =
        |name: &&str, count: &usize| (usize::from(name.contains(' ')), *count, usize::MAX - name.len());
    let best = names.iter().max_by(|a, b| rank(a.0, a.1).cmp(&rank(b.0, b.1)).then_with(|| b.0.cmp(a.0)));
    best.map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}

/// An id from the words of the first demand; words that stand at the head of two threads get another one.
fn unused(words: &str, ids: &mut HashSet<String>) -> String {
    let (mut hash, mut tried) = (fnv(words.as_bytes()), 0);
    loop {
        let id = format!("T{}", letters(hash, LENGTH + tried / TRIES));
        if ids.insert(id.clone()) {
            return id;
        }
        hash = fnv_from(hash, &hash.to_le_bytes());
        tried += 1;
    }
}

/// Signs of an id.
const LENGTH: usize = 4;

/// So many ids of one length are tried: where nearly all are taken, ids get longer.
const TRIES: usize = 32;

/// So many signs, at most twelve, of an alphabet without look-alikes.
fn letters(hash: u64, length: usize) -> String {
    const SIGNS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz0";
    (0..length.min(12)).map(|at| char::from(SIGNS[(hash >> (at * 5) & 31) as usize])).collect()
}
