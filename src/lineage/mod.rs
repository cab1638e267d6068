//! Fifth floor: threads over editions become one [`Report`], the value that every renderer reads.

mod absence;
mod between;
mod change;
pub mod coalition;
mod explanation;
mod in_turn;
mod look_up;
mod places;
mod restatement;
mod stance;
mod thread;
mod track;
mod verdict;
mod wording;

pub use absence::Mention;
pub use between::Between;
pub use change::{Change, Senders, Transition};
pub use coalition::Coalition;
pub use explanation::Match;
pub use in_turn::{Stream, in_turn, open};
pub use restatement::{Audit, Fate, Restated};
pub use thread::{Occurrence, Thread};
pub use track::{Appearance, Track, term as track_term};
pub use verdict::{AspectOfChange, Direction, Evidence, Label};
pub use wording::{Op, SHOWN_WHOLE, Words, words};

use crate::corpus::{Corpus, Edition, LetterRecord};
use crate::demand::Demand;
use crate::embedding::{Model, ModelUsed};
use crate::letter::Letter;
use crate::matching::{Affair, Canonical, THRESHOLD};
use change::{Ground, Placed};
use foldhash::HashMap;
use places::Places;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use thread::Yarn;

/// The number of the schema of `diff`.
pub const SCHEMA: &str = "demarche.report/1";

/// Which editions are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Pairs {
    /// Each with the next.
    #[default]
    Consecutive,
    /// One with another.
    Between(Edition, Edition),
    /// Every later one with this one.
    Baseline(Edition),
    /// Each with every later one.
    Every,
}

/// A pair of demands that might as well have been judged the other way.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Doubt {
    /// The one demand.
    pub a: Arc<str>,
    /// The other.
    pub b: Arc<str>,
    /// The chance that the two are one thread, 0 to 1: that of their words, less where they stand in one letter or in
    /// letters about other matters.
    pub score: f64,
    /// Whether they share a thread.
    pub joined: bool,
    /// How many occurrences of threads the other judgement would move.
    pub effect: u32,
}

/// How the demands of some letters changed.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Report {
    /// `demarche.report/1`.
    pub schema: String,
    /// Pairs at or above this score are one thread, 0 to 1, unless others of the thread speak against it.
    pub threshold: f64,
    /// The editions, in order.
    pub editions: Vec<Edition>,
    /// The letters, series by series, in date order.
    pub letters: Vec<LetterRecord>,
    /// The threads, series by series.
    pub threads: Vec<Thread>,
    /// The editions compared.
    pub transitions: Vec<Transition>,
    /// Why the main demands of the changes were matched; each pair once.
    pub matches: Vec<Match>,
    /// Who signed, joined, left.
    pub signatories: Vec<Coalition>,
    /// Documents beside the letters that they restate.
    pub restatements: Vec<Audit>,
    /// Instruments, amounts and words of urgency through the editions.
    pub tracks: Vec<Track>,
    /// Pairs that might have been judged the other way, most doubtful first.
    pub uncertain: Vec<Doubt>,
    /// How many pairs of demands were scored.
    pub pairs_scored: usize,
    /// The user's own model, where one had a say in the matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelUsed>,
    /// Where letters and matches stand.
    #[serde(skip)]
    places: Places,
}

/// Pairs with chances this near to even are doubtful. They lie about even odds, not about the threshold: what the score
/// calls as likely as not is that (`docs/accuracy.md`), and pairs are joined from a little below.
const DOUBTFUL: f64 = 0.2;

/// As likely as not.
const EVEN: f64 = 0.5;

/// Notes which demands are said twice and which letters restate another.
pub fn mark_restatements(corpus: &mut Corpus) {
    let canonicals = restatement::canonicals(corpus);
    restatement::mark(&mut corpus.records, &canonicals);
}

/// The normal form of a demand, as threads are woven from it.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, canonical, report};
/// use demarche::matching::score;
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let found = &report(corpus.clone(), &Pairs::default()).matches[0];
/// let (a, b) = (canonical(&corpus, &found.before), canonical(&corpus, &found.after));
/// let again = score(&a.ok_or("a")?, &b.ok_or("b")?);
/// assert_eq!(again.score, found.score.score);
/// # Ok::<(), &str>(())
/// ```
pub fn canonical(corpus: &Corpus, id: &str) -> Option<Canonical> {
    let holds = |record: &&LetterRecord| record.demands.iter().any(|demand| demand.id == id);
    let record = corpus.records.iter().find(holds)?;
    let at = record.demands.iter().position(|demand| demand.id == id)?;
    restatement::canonicals_of(corpus, record).into_iter().nth(at)
}

/// Reads a corpus through time.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let report = report(corpus, &Pairs::default());
/// assert_eq!(report.transitions.len(), 3);
/// ```
pub fn report(corpus: Corpus, pairs: &Pairs) -> Report {
    read(corpus, pairs, None)
}

/// The same, and what became of every thread between each two editions that ask it.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report_with_all};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let (report, between) = report_with_all(corpus, &Pairs::default());
/// let asked = report.threads[0].occurrences.len();
/// assert_eq!(between[0].labels.len(), asked * (asked - 1) / 2);
/// ```
pub fn report_with_all(corpus: Corpus, pairs: &Pairs) -> (Report, Vec<Between>) {
    let mut between = Vec::new();
    (read(corpus, pairs, Some(&mut between)), between)
}

fn read(mut corpus: Corpus, pairs: &Pairs, mut between: Option<&mut Vec<Between>>) -> Report {
    let mut canonicals = restatement::canonicals(&corpus);
    restatement::mark(&mut corpus.records, &canonicals);
    let mut report = Report {
        schema: SCHEMA.to_owned(),
        threshold: THRESHOLD,
        editions: Vec::new(),
        letters: Vec::new(),
        threads: Vec::new(),
        transitions: Vec::new(),
        matches: Vec::new(),
        signatories: Vec::new(),
        restatements: restatement::audits(&corpus),
        tracks: track::qualifiers(&corpus.records),
        uncertain: Vec::new(),
        pairs_scored: 0,
        model: corpus.model.as_deref().map(Model::used),
        places: Places::default(),
    };
    let affairs = affairs(&corpus);
    // From here on letters are read block by block.
    corpus.letters.iter_mut().for_each(|letter| letter.document.text = String::new());
    for series in corpus.series() {
        let between = between.as_deref_mut();
        add_series(&corpus, &mut canonicals, &affairs, series.as_deref(), pairs, &mut report, between);
    }
    report.editions.sort();
    report.editions.dedup();
    report.uncertain.sort_unstable_by(|x, y| {
        let near = |doubt: &Doubt| (doubt.score - EVEN).abs();
        near(x).total_cmp(&near(y)).then_with(|| (&x.a, &x.b).cmp(&(&y.a, &y.b)))
    });
    report.letters = corpus.records;
    report
}

/// What the letters that ask something are about.
fn affairs(corpus: &Corpus) -> Vec<Option<Affair>> {
    let read = |(letter, record): (&Letter, &LetterRecord)| {
        (!record.demands.is_empty()).then(|| Affair::of(&letter.document.text)).flatten()
    };
    corpus.letters.iter().zip(&corpus.records).map(read).collect()
}

fn add_series(
    corpus: &Corpus,
    canonicals: &mut [Vec<Canonical>],
    affairs: &[Option<Affair>],
    series: Option<&str>,
    pairs: &Pairs,
    report: &mut Report,
    between: Option<&mut Vec<Between>>,
) {
    let members: Vec<usize> =
        (0..corpus.records.len()).filter(|at| corpus.records[*at].series.as_deref() == series).collect();
    let own: Vec<Vec<Canonical>> = members.iter().map(|at| std::mem::take(&mut canonicals[*at])).collect();
    let letters: Vec<Yarn> = members
        .iter()
        .zip(&own)
        .map(|(at, forms)| Yarn { record: &corpus.records[*at], affair: affairs[*at].as_ref(), forms })
        .collect();
    let woven = thread::weave(series, &letters, &corpus.watch);
    let mut editions: BTreeMap<&Edition, Vec<&LetterRecord>> = BTreeMap::new();
    for Yarn { record, .. } in letters.iter().copied() {
        editions.entry(&record.edition).or_default().push(record);
    }
    let demands: HashMap<&str, Placed> = letters
        .iter()
        .flat_map(|yarn| yarn.record.demands.iter().zip(yarn.forms))
        .filter(|(demand, _)| thread::is_woven(demand))
        .zip(0..)
        .map(|((demand, form), place)| (demand.id.as_str(), Placed { demand, form, place }))
        .collect();
    let mut repeats: BTreeMap<&str, Vec<&Demand>> = BTreeMap::new();
    for demand in letters.iter().flat_map(|yarn| &yarn.record.demands) {
        if let Some(original) = &demand.restates {
            repeats.entry(original).or_default().push(demand);
        }
    }
    repeats.values_mut().for_each(|repeats| repeats.sort_by(|a, b| a.id.cmp(&b.id)));
    let letters = corpus.letters.iter().map(|letter| (letter.id.as_str(), letter)).collect();
    let ground = Ground::new(corpus, letters, &woven, demands, repeats);
    let mut told = BTreeSet::new();
    let chosen = chosen(&editions, pairs);
    corpus.watch.begin("telling changes of editions", chosen.len());
    for (from, to) in chosen {
        corpus.watch.step();
        let (Some(before), Some(after)) = (editions.get(from), editions.get(to)) else { continue };
        let transition = ground.transition(series, (from, before), (to, after));
        explanation::add(&ground, &transition, &mut told, &mut report.matches);
        report.transitions.push(transition);
        report.signatories.push(coalition::between(series, (from, before), (to, after)));
    }
    if let Some(between) = between {
        between.extend(ground.between());
    }
    report.editions.extend(editions.keys().map(|edition| (*edition).clone()));
    // Of a million demands the normal forms take a gigabyte, and the doubts half of one.
    drop(ground);
    drop(own);
    add_doubts(&woven, &mut report.uncertain);
    report.pairs_scored += woven.pairs;
    report.threads.extend(woven.threads);
}

fn chosen<'e>(
    editions: &BTreeMap<&'e Edition, Vec<&LetterRecord>>,
    pairs: &Pairs,
) -> Vec<(&'e Edition, &'e Edition)> {
    let names: Vec<&'e Edition> = editions.keys().copied().collect();
    let named = |wanted: &Edition| names.iter().copied().find(|known| known.as_str() == wanted.as_str());
    match pairs {
        Pairs::Consecutive => names.windows(2).map(|pair| (pair[0], pair[1])).collect(),
        Pairs::Between(from, to) => named(from).zip(named(to)).into_iter().collect(),
        Pairs::Baseline(base) => named(base)
            .map(|base| names.iter().filter(|name| **name > base).map(|name| (base, *name)).collect())
            .unwrap_or_default(),
        Pairs::Every => names
            .iter()
            .enumerate()
            .flat_map(|(at, from)| names[at + 1..].iter().map(move |to| (*from, *to)))
            .collect(),
    }
}

/// Pairs near even odds, with what hangs on them.
fn add_doubts(woven: &thread::Woven, doubts: &mut Vec<Doubt>) {
    let mut thread_of: HashMap<&str, (&Thread, Arc<str>)> = HashMap::default();
    for thread in &woven.threads {
        for id in thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands) {
            thread_of.insert(id, (thread, id.as_str().into()));
        }
    }
    let doubtful = || woven.scores(EVEN - DOUBTFUL).filter(|(_, _, score)| *score <= EVEN + DOUBTFUL);
    // Of a million demands there are millions of them: room for all, and no more.
    doubts.reserve_exact(doubtful().count());
    for (a, b, score) in doubtful() {
        let (Some((one, a)), Some((other, b))) = (thread_of.get(a), thread_of.get(b)) else {
            continue;
        };
        let effect = one.occurrences.len().min(other.occurrences.len()) as u32;
        doubts.push(Doubt { a: a.clone(), b: b.clone(), score, joined: one.id == other.id, effect });
    }
}
