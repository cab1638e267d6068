//! How found demands, threads and changes are held against what people marked.
//!
//! A found demand meets a marked one when their bags of words agree with F1 ≥ 0.6; the pairing is one to one, best
//! first. What is marked `optional` is neither asked for nor held against us.

use demarche::corpus::LetterRecord;
use demarche::lineage::Report;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Bags of words that agree this much are one demand.
const MEET: f64 = 0.6;

/// A letter as people marked it.
#[derive(Debug, Deserialize)]
pub struct Marked {
    pub letter: String,
    pub date: Option<String>,
    pub edition: String,
    pub recipient: Option<String>,
    pub sender: Option<String>,
    #[serde(default)]
    pub signatories: Vec<String>,
    pub demands: Vec<MarkedDemand>,
    #[serde(default)]
    pub not_demands: Vec<String>,
}

/// A demand that people marked.
#[derive(Debug, Deserialize)]
pub struct MarkedDemand {
    pub quote: String,
    pub thread: Option<String>,
    #[serde(default)]
    pub optional: bool,
    pub kind: Option<String>,
    #[serde(default)]
    pub related: Vec<String>,
}

/// What became of the demands, and what may be said of it.
#[derive(Debug, Deserialize)]
pub struct Lineage {
    pub changes: Vec<MarkedChange>,
}

/// The labels a change may bear.
#[derive(Debug, Deserialize)]
pub struct MarkedChange {
    pub from: String,
    pub to: String,
    pub thread: String,
    pub label: Vec<String>,
}

/// Hits, false hits and misses.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub hits: usize,
    pub extra: usize,
    pub missed: usize,
}

impl Count {
    /// The harmonic mean of precision and recall, 0 to 1.
    pub fn f1(self) -> f64 {
        let all = 2 * self.hits + self.extra + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.hits as f64 / all as f64 }
    }
}

/// The marked letters, and what is marked of their changes.
pub fn marked() -> (Vec<Marked>, Lineage) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let is_lineage = |path: &std::path::PathBuf| path.ends_with("_lineage.json");
    let letters = files.iter().filter(|path| !is_lineage(path));
    let letters = letters.map(|path| serde_json::from_str(&read(path)).unwrap()).collect();
    (letters, serde_json::from_str(&read(&folder.join("_lineage.json"))).unwrap())
}

/// How far two texts use the same words, 0 to 1.
pub fn overlap(a: &str, b: &str) -> f64 {
    let bag = |text: &str| {
        let mut bag: BTreeMap<String, usize> = BTreeMap::new();
        let folded = text.to_lowercase().replace('’', "'");
        let words = folded.split(|c: char| !(c.is_alphanumeric() || c == '\''));
        for word in words.map(|word| word.trim_matches('\'')).filter(|word| !word.is_empty()) {
            *bag.entry(word.to_owned()).or_default() += 1;
        }
        bag
    };
    let (a, b) = (bag(a), bag(b));
    let common: usize = a.iter().map(|(word, count)| (*count).min(b.get(word).copied().unwrap_or(0))).sum();
    let all: usize = a.values().chain(b.values()).sum();
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}

/// Found demand (by index) to marked demand (by index).
pub fn align(found: &LetterRecord, marked: &Marked) -> BTreeMap<usize, usize> {
    let mut scored: Vec<(f64, bool, usize, usize)> = Vec::new();
    for (i, demand) in found.demands.iter().enumerate() {
        for (j, gold) in marked.demands.iter().enumerate() {
            scored.push((overlap(&demand.text, &gold.quote), gold.optional, i, j));
        }
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| (x.1, x.2, x.3).cmp(&(y.1, y.2, y.3))));
    let (mut pairs, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (score, _, i, j) in scored {
        if score >= MEET && !pairs.contains_key(&i) && taken.insert(j) {
            pairs.insert(i, j);
        }
    }
    pairs
}

/// The demands of one letter: hits, and the words of what is extra and what is missed.
pub fn demands(found: &LetterRecord, marked: &Marked) -> (usize, Vec<String>, Vec<String>) {
    let pairs = align(found, marked);
    let hits = pairs.values().filter(|j| !marked.demands[**j].optional).count();
    let touches_optional =
        |text: &str| marked.demands.iter().any(|gold| gold.optional && overlap(text, &gold.quote) >= 0.4);
    let extra = found
        .demands
        .iter()
        .enumerate()
        .filter(|(i, demand)| !pairs.contains_key(i) && !touches_optional(&demand.text))
        .map(|(_, demand)| demand.text.clone())
        .collect();
    let met: BTreeSet<&usize> = pairs.values().collect();
    let missed = marked
        .demands
        .iter()
        .enumerate()
        .filter(|(j, gold)| !met.contains(j) && !gold.optional)
        .map(|(_, gold)| gold.quote.clone())
        .collect();
    (hits, extra, missed)
}

/// Pairs of demands of different letters: joined rightly, joined wrongly, left apart wrongly.
pub fn threads(report: &Report, marked: &[Marked]) -> Count {
    let thread_of: BTreeMap<&str, &str> = report
        .threads
        .iter()
        .flat_map(|thread| thread.occurrences.iter().map(move |occurrence| (thread, occurrence)))
        .flat_map(|(thread, occurrence)| {
            occurrence.demands.iter().map(|id| (id.as_str(), thread.id.as_str()))
        })
        .collect();
    let mut items: Vec<(&str, &MarkedDemand, Option<&str>)> = Vec::new();
    for gold in marked {
        let record = report.letters.iter().find(|record| record.id == gold.letter).unwrap();
        let back: BTreeMap<usize, usize> = align(record, gold).into_iter().map(|(i, j)| (j, i)).collect();
        for (j, demand) in gold.demands.iter().enumerate() {
            if demand.optional || demand.kind.as_deref() == Some("reply") || demand.thread.is_none() {
                continue;
            }
            let own = back.get(&j).and_then(|i| thread_of.get(record.demands[*i].id.as_str()).copied());
            items.push((&gold.letter, demand, own));
        }
    }
    let mut count = Count::default();
    for (at, (letter, one, thread)) in items.iter().enumerate() {
        for (other_letter, other, other_thread) in &items[at + 1..] {
            let related = |a: &MarkedDemand, b: &MarkedDemand| {
                b.thread.as_ref().is_some_and(|thread| a.related.contains(thread))
            };
            if letter == other_letter || related(one, other) || related(other, one) {
                continue;
            }
            let same = one.thread == other.thread;
            let joined = thread.is_some() && thread == other_thread;
            count.hits += usize::from(same && joined);
            count.extra += usize::from(joined && !same);
            count.missed += usize::from(same && !joined);
        }
    }
    count
}

/// The marked changes that the report does not bear out, in words.
pub fn wrong_changes(report: &Report, marked: &[Marked], lineage: &Lineage) -> Vec<String> {
    let mut thread_of: BTreeMap<String, &str> = BTreeMap::new();
    for gold in marked {
        let record = report.letters.iter().find(|record| record.id == gold.letter).unwrap();
        for (i, j) in align(record, gold) {
            if let Some(thread) = &gold.demands[j].thread {
                thread_of.insert(record.demands[i].id.clone(), thread);
            }
        }
    }
    let mut wrong = Vec::new();
    for want in &lineage.changes {
        let changes = report
            .transitions
            .iter()
            .filter(|transition| transition.from.as_str() == want.from && transition.to.as_str() == want.to)
            .flat_map(|transition| &transition.changes);
        let own = changes.filter(|change| {
            change
                .before
                .iter()
                .chain(&change.after)
                .any(|id| thread_of.get(id) == Some(&want.thread.as_str()))
        });
        let got: BTreeSet<String> = own
            .map(|change| serde_json::to_value(change.label).unwrap().as_str().unwrap().to_owned())
            .map(|label| if label == "not-carried" { "dropped".to_owned() } else { label })
            .collect();
        let wanted = |label: &str| want.label.iter().any(|known| known == label);
        let fits = got.iter().any(|label| wanted(label))
            && (wanted("new") || !got.contains("new"))
            && (wanted("dropped") || !got.contains("dropped"));
        if !fits {
            wrong.push(format!("{} → {} {}: {got:?}, not {:?}", want.from, want.to, want.thread, want.label));
        }
    }
    wrong
}
