//! From one edition to the next: what became of every thread.

use super::absence::{Mention, Sentences};
use super::coalition;
use super::stance::Stance;
use super::thread::{Thread, Woven};
use super::verdict::{self, Evidence, Label};
use super::wording::{self, Words};
use crate::corpus::{Corpus, Edition, LetterRecord};
use crate::demand::{Demand, Force};
use crate::letter::Letter;
use crate::matching::Canonical;
use foldhash::{HashMap, HashSet};
use std::collections::{BTreeMap, BTreeSet};

/// Whether two editions come from one sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Senders {
    /// One sender: what is missing was dropped.
    Same,
    /// Others: what is missing was not carried on by them.
    Other,
}

/// What became of a thread.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Change {
    /// The thread's id.
    pub thread: String,
    /// What became of it.
    pub label: Label,
    /// Ids of the earlier demands, the main one first.
    pub before: Vec<String>,
    /// Ids of the later demands, the main one first.
    pub after: Vec<String>,
    /// The confidence of the match of the two main demands, 0 to 1; none where one side is missing.
    pub score: Option<f64>,
    /// What changed, each with its words.
    pub evidence: Vec<Evidence>,
    /// The word diff of the two main demands.
    pub words: Vec<Words>,
    /// How alike the two wordings are, 0 to 1.
    pub likeness: Option<f64>,
    /// Where the later letter still speaks of what it no longer asks.
    pub mention: Option<Mention>,
}

/// Two editions compared.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Transition {
    /// The series.
    pub series: Option<String>,
    /// The earlier edition.
    pub from: Edition,
    /// The later one.
    pub to: Edition,
    /// Whether they come from one sender.
    pub senders: Senders,
    /// The earlier senders, as far as the letters say.
    pub from_senders: Vec<String>,
    /// The later ones.
    pub to_senders: Vec<String>,
    /// What became of every thread that either holds.
    pub changes: Vec<Change>,
}

/// Wordings at least this alike count as the same words.
const NEARLY_THE_SAME: f64 = 0.9;

/// A demand of a series.
pub struct Placed<'c> {
    /// The demand.
    pub demand: &'c Demand,
    /// Its normal form.
    pub form: &'c Canonical,
    /// Its number among the demands that were woven.
    pub place: u32,
}

/// What the changes of a series are read from.
pub struct Ground<'c> {
    /// All letters.
    pub corpus: &'c Corpus,
    /// They by id.
    pub letters: HashMap<&'c str, &'c Letter>,
    /// The series' threads.
    woven: &'c Woven<'c>,
    /// The places among them of those that an edition asks.
    asked_in: HashMap<&'c Edition, Vec<usize>>,
    /// The demands by id.
    pub demands: HashMap<&'c str, Placed<'c>>,
    /// The demands that repeat another, by its id, in the order of their own ids.
    repeats: BTreeMap<&'c str, Vec<&'c Demand>>,
}

impl<'c> Ground<'c> {
    /// What the changes of a series with these threads are read from.
    pub fn new(
        corpus: &'c Corpus,
        letters: HashMap<&'c str, &'c Letter>,
        woven: &'c Woven<'c>,
        demands: HashMap<&'c str, Placed<'c>>,
        repeats: BTreeMap<&'c str, Vec<&'c Demand>>,
    ) -> Ground<'c> {
        let mut asked_in: HashMap<&Edition, Vec<usize>> = HashMap::default();
        for (at, thread) in woven.threads.iter().enumerate() {
            for occurrence in &thread.occurrences {
                asked_in.entry(&occurrence.edition).or_default().push(at);
            }
        }
        Ground { corpus, letters, woven, asked_in, demands, repeats }
    }

    /// The threads that either of two editions asks, in order.
    fn held(&self, from: &Edition, to: &Edition) -> Vec<&'c Thread> {
        let asked = [from, to].into_iter().filter_map(|edition| self.asked_in.get(edition)).flatten();
        let places: BTreeSet<usize> = asked.copied().collect();
        places.into_iter().map(|at| &self.woven.threads[at]).collect()
    }

    /// Compares two editions of a series.
    pub fn transition(
        &self,
        series: Option<&str>,
        from: (&Edition, &[&LetterRecord]),
        to: (&Edition, &[&LetterRecord]),
    ) -> Transition {
        let same = coalition::same_sender(from.1, to.1);
        let sentences = Sentences::of(&self.letters, to.1, &self.corpus.lexicon);
        let senders = if same { Senders::Same } else { Senders::Other };
        let held = self.held(from.0, to.0).into_iter();
        Transition {
            series: series.map(str::to_owned),
            from: from.0.clone(),
            to: to.0.clone(),
            senders,
            from_senders: names(from.1),
            to_senders: names(to.1),
            changes: held.map(|thread| self.change(thread, from.0, to.0, senders, &sentences)).collect(),
        }
    }

    fn change(
        &self,
        thread: &Thread,
        from: &Edition,
        to: &Edition,
        senders: Senders,
        sentences: &Sentences,
    ) -> Change {
        let before = self.own(thread.demands_in(from));
        let after = self.own(thread.demands_in(to));
        let Some(pair) = self.pair(&before, &after) else {
            return self.one_sided(thread, from, &before, &after, senders, sentences);
        };
        let words = pair.words();
        let likeness = wording::likeness(&words);
        let evidence = pair.evidence(self);
        Change {
            thread: thread.id.clone(),
            label: pair.label_by(&evidence, || likeness),
            before: pair.before,
            after: pair.after,
            score: Some(pair.score),
            evidence,
            words,
            likeness: Some(likeness),
            mention: None,
        }
    }

    /// The demands of a thread in two editions, ready to be compared; none where one of them asks nothing.
    pub fn pair(&self, before: &[String], after: &[String]) -> Option<Pair<'c>> {
        let (main_before, main_after, score) = self.best_pair(before, after)?;
        let (before, after) = (first(before.to_vec(), main_before), first(after.to_vec(), main_after));
        let (all_before, all_after) = (self.all(&before), self.all(&after));
        Some(Pair { before, after, score, all_before, all_after })
    }

    fn one_sided(
        &self,
        thread: &Thread,
        from: &Edition,
        before: &[String],
        after: &[String],
        senders: Senders,
        sentences: &Sentences,
    ) -> Change {
        let earlier = thread.occurrences.iter().any(|occurrence| occurrence.edition < *from);
        let label = match (before.is_empty(), senders) {
            (true, _) if earlier => Label::Returned,
            (true, _) => Label::New,
            (false, Senders::Same) => Label::Dropped,
            (false, Senders::Other) => Label::NotCarried,
        };
        let missing = before.first().and_then(|id| self.demands.get(id.as_str()));
        let mention =
            missing.filter(|_| after.is_empty()).and_then(|missing| sentences.nearest(missing.form));
        Change {
            thread: thread.id.clone(),
            label,
            before: before.to_vec(),
            after: after.to_vec(),
            score: None,
            evidence: Vec::new(),
            words: Vec::new(),
            likeness: None,
            mention,
        }
    }

    /// The threads of the series.
    pub fn threads(&self) -> &'c [Thread] {
        &self.woven.threads
    }

    /// The demands that are no restatement of another, or all where every one is.
    pub fn own(&self, ids: &[String]) -> Vec<String> {
        let all: HashSet<&String> = ids.iter().collect();
        let repeats = |id: &String| {
            self.demands.get(id.as_str()).is_some_and(|placed| {
                placed.demand.restates.as_ref().is_some_and(|original| all.contains(original))
            })
        };
        let own: Vec<String> = ids.iter().filter(|id| !repeats(id)).cloned().collect();
        if own.is_empty() { ids.to_vec() } else { own }
    }

    /// The demands and those that repeat them: what is said twice counts with both its wordings.
    fn all(&self, ids: &[String]) -> Vec<&'c Demand> {
        let demands = ids.iter().filter_map(|id| self.demands.get(id.as_str())).map(|placed| placed.demand);
        let letters: HashSet<&str> =
            ids.iter().filter_map(|id| id.rsplit_once('#')).map(|(letter, _)| letter).collect();
        let mut repeats: Vec<&'c Demand> = ids
            .iter()
            .filter_map(|id| self.repeats.get(id.as_str()))
            .flatten()
            .copied()
            .filter(|demand| demand.id.rsplit_once('#').is_some_and(|(letter, _)| letters.contains(letter)))
            .collect();
        repeats.sort_by(|a, b| a.id.cmp(&b.id));
        repeats.dedup_by(|a, b| a.id == b.id);
        demands.chain(repeats).collect()
    }

    /// The two demands that are most surely one; of many pairs, among those that came near a match when the threads
    /// were woven.
    fn best_pair(&self, before: &[String], after: &[String]) -> Option<(String, String, f64)> {
        let many = before.len() * after.len() > ALL_PAIRS;
        many.then(|| self.best_woven(before, after)).flatten().or_else(|| {
            let few = |ids: &'_ [String]| ids.len().min(if many { ALL_PAIRS.isqrt() } else { ids.len() });
            let (before, after) = (&before[..few(before)], &after[..few(after)]);
            let pairs = before.iter().flat_map(|a| after.iter().map(move |b| (a.as_str(), b.as_str())));
            best(pairs.map(|(a, b)| (a, b, self.chance(a, b))))
        })
    }

    fn best_woven(&self, before: &[String], after: &[String]) -> Option<(String, String, f64)> {
        let placed = |ids: &'_ [String]| -> HashMap<u32, &'c str> {
            let placed = ids.iter().filter_map(|id| self.demands.get(id.as_str()));
            placed.map(|placed| (placed.place, placed.demand.id.as_str())).collect()
        };
        let (before, after) = (placed(before), placed(after));
        let found = |ones: &HashMap<u32, &'c str>, others: &HashMap<u32, &'c str>| {
            let pairs = ones.iter().flat_map(|(place, one)| {
                let near = self.woven.near(*place);
                near.filter_map(|(other, score)| Some((*one, *others.get(&other)?, score)))
            });
            pairs.collect::<Vec<_>>()
        };
        let there = found(&before, &after);
        let back = found(&after, &before).into_iter().map(|(b, a, score)| (a, b, score));
        best(there.into_iter().chain(back))
    }
}

/// What two editions ask of one matter.
pub struct Pair<'c> {
    /// The earlier demands, the main one first.
    before: Vec<String>,
    /// The later ones.
    after: Vec<String>,
    /// The confidence of the match of the two main demands.
    score: f64,
    /// The earlier demands with those that repeat them.
    all_before: Vec<&'c Demand>,
    /// The later ones.
    all_after: Vec<&'c Demand>,
}

impl Pair<'_> {
    /// What became of it.
    pub fn label(&self, ground: &Ground) -> Label {
        self.label_by(&self.evidence(ground), || wording::likeness(&self.words()))
    }

    /// The word diff of the two main demands.
    fn words(&self) -> Vec<Words> {
        match (self.all_before.first(), self.all_after.first()) {
            (Some(one), Some(other)) => wording::words(&one.text, &other.text),
            _ => Vec::new(),
        }
    }

    /// What changed, each with its words.
    fn evidence(&self, ground: &Ground) -> Vec<Evidence> {
        let degrees = ground.corpus.lexicon.degrees();
        match (Stance::of(&self.all_before, degrees), Stance::of(&self.all_after, degrees)) {
            (Some(one), Some(other)) => verdict::evidence(&one, &other),
            _ => Vec::new(),
        }
    }

    /// The label that follows from the evidence, and where that does not settle it, from how alike the words are.
    fn label_by(&self, evidence: &[Evidence], likeness: impl FnOnce() -> f64) -> Label {
        // Whether it is asked harder or softer says more than how many asks it is put into.
        match verdict::label(evidence, || likeness() >= NEARLY_THE_SAME) {
            label @ (Label::Strengthened | Label::Softened | Label::Mixed) => label,
            _ if self.before.len() == 1 && apart(&self.all_after) => Label::Split,
            _ if self.after.len() == 1 && apart(&self.all_before) => Label::Merged,
            label => label,
        }
    }
}

/// With no more pairs than this, all are compared.
const ALL_PAIRS: usize = 900;

/// The pair of the greatest chance; of several the first by their ids.
fn best<'i>(pairs: impl Iterator<Item = (&'i str, &'i str, f64)>) -> Option<(String, String, f64)> {
    let best = pairs.max_by(|x, y| x.2.total_cmp(&y.2).then_with(|| (y.0, y.1).cmp(&(x.0, x.1))))?;
    Some((best.0.to_owned(), best.1.to_owned(), best.2))
}

/// The main demand, then the others.
fn first(mut ids: Vec<String>, main: String) -> Vec<String> {
    ids.retain(|id| *id != main);
    ids.insert(0, main);
    ids
}

/// Whether demands stand in one letter and none repeats another: one ask became several. What is said in passing
/// beside an outright ask is no second ask.
fn apart(demands: &[&Demand]) -> bool {
    let letter = |demand: &Demand| demand.id.rsplit_once('#').map(|(letter, _)| letter.to_owned());
    let own: Vec<&&Demand> = demands
        .iter()
        .filter(|demand| demand.restates.is_none() && demand.force == Force::Explicit)
        .collect();
    own.len() > 1 && own.iter().all(|demand| letter(demand) == letter(own[0]))
}

fn names(records: &[&LetterRecord]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for record in records.iter().filter(|record| record.restates_letter.is_none()) {
        if let Some(sender) = &record.sender
            && !names.contains(sender)
        {
            names.push(sender.clone());
        }
    }
    names
}
