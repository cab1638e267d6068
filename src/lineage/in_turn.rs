//! Letters with what is said twice in them, one after another.
//!
//! Whether a letter says something twice, it tells by itself. A release tells of some letter of its edition, so that an
//! edition with releases is read as one, and a document that the user says restates a letter is read beside it.

use super::restatement;
use crate::corpus::{self, Edition, LetterRecord, Options};
use crate::letter::LetterKind;
use crate::matching::{Abbreviations, Canonical};
use crate::problem::Problem;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Letters to be read in turn, with the abbreviations that each explains.
pub type Stream<'o> = corpus::Stream<'o, Abbreviations>;

/// So many letters are read at a time.
const AT_A_TIME: usize = 64;

/// Looks at the letters under some paths, to read them in turn.
pub fn open<'o>(paths: &[PathBuf], options: &'o Options) -> (Stream<'o>, Vec<Problem>) {
    Stream::open(paths, options, |letter, lexicon| Abbreviations::of([letter], lexicon))
}

/// Tells of each letter in the order of the corpus, as [`super::mark_restatements`] would leave it, or why it cannot be
/// read any more.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{in_turn, mark_restatements, open};
/// let paths = ["letters".into()];
/// let options = Options::default();
/// let mut whole = Corpus::read(&paths, &options).0;
/// mark_restatements(&mut whole);
/// let mut expected = whole.records.iter();
/// in_turn(&open(&paths, &options).0, |record| {
///     assert_eq!(record.unwrap().demands, expected.next().unwrap().demands);
/// });
/// assert!(expected.next().is_none());
/// ```
pub fn in_turn(stream: &Stream, mut tell: impl FnMut(Result<LetterRecord, Problem>)) {
    let plan = Plan::of(stream);
    let mut ready: HashMap<usize, Result<LetterRecord, Problem>> = HashMap::default();
    for number in 0..stream.heads.len() {
        if !ready.contains_key(&number) {
            let turn = plan.turn(number);
            ready.extend(plan.read(turn));
        }
        if let Some(record) = ready.remove(&number) {
            tell(record);
        }
    }
}

/// A group of letters that are compared.
type Group<'s> = (Option<&'s str>, &'s Edition);

/// Which letters are read together.
struct Plan<'s> {
    stream: &'s Stream<'s>,
    /// The abbreviations that the letters of each series explain.
    explained: BTreeMap<Option<&'s str>, Abbreviations>,
    /// The letters of the editions that hold releases.
    together: HashMap<Group<'s>, Vec<usize>>,
    by_id: HashMap<&'s str, usize>,
}

impl<'s> Plan<'s> {
    fn of(stream: &'s Stream<'s>) -> Plan<'s> {
        let group = |head: &'s corpus::Head<Abbreviations>| (head.series(), &head.edition);
        let releases = stream.heads.iter();
        let releases: HashSet<Group> = releases
            .filter(|head| head.kind == LetterKind::PressRelease && head.restates.is_none())
            .map(group)
            .collect();
        let mut plan = Plan {
            stream,
            explained: BTreeMap::new(),
            together: HashMap::default(),
            by_id: HashMap::default(),
        };
        for (number, head) in stream.heads.iter().enumerate() {
            plan.explained.entry(head.series()).or_default().learn(&head.learnt);
            plan.by_id.entry(head.id()).or_insert(number);
            if releases.contains(&group(head)) {
                plan.together.entry(group(head)).or_default().push(number);
            }
        }
        plan
    }

    /// The letters that are read with those of an edition.
    fn beside(&self, number: usize) -> Option<&Vec<usize>> {
        let head = &self.stream.heads[number];
        self.together.get(&(head.series(), &head.edition))
    }

    /// The letters to read when it is the turn of one.
    fn turn(&self, number: usize) -> Vec<usize> {
        match self.beside(number) {
            Some(edition) => edition.clone(),
            None => (number..self.stream.heads.len())
                .take(AT_A_TIME)
                .take_while(|next| self.beside(*next).is_none())
                .collect(),
        }
    }

    /// Reads some letters, beside those that they restate.
    fn read(&self, turn: Vec<usize>) -> Vec<(usize, Result<LetterRecord, Problem>)> {
        let told = |number: &usize| {
            let restated = self.stream.heads[*number].restates.as_deref()?;
            self.by_id.get(restated).copied()
        };
        let mut numbers: Vec<usize> = turn.iter().filter_map(told).chain(turn.iter().copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let none = Abbreviations::default();
        let read = self.stream.read(&numbers, |record| {
            let explained = self.explained.get(&record.series.as_deref()).unwrap_or(&none);
            let forms = restatement::forms(&record, explained, self.stream.lexicon(), self.stream.model());
            (record, forms)
        });
        let (mut whole, mut records, mut forms): (Vec<usize>, Vec<LetterRecord>, Vec<Vec<Canonical>>) =
            Default::default();
        let mut done = Vec::with_capacity(numbers.len());
        for (number, one) in numbers.into_iter().zip(read) {
            match one {
                Ok((record, own)) => {
                    whole.push(number);
                    records.push(record);
                    forms.push(own);
                }
                Err(problem) => done.push((number, Err(problem))),
            }
        }
        restatement::mark(&mut records, &forms);
        done.extend(whole.into_iter().zip(records.into_iter().map(Ok)));
        done.retain(|(number, _)| turn.binary_search(number).is_ok());
        done
    }
}
