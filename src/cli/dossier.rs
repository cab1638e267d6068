//! Letters compared for a report that is written to a file.

use super::Sink;
use super::common::Input;
use crate::corpus::{Edition, Grouping};
use crate::lineage::Pairs;
use crate::problem::Problem;
use crate::report::Dossier;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Up to this number of editions in a series, each is compared with every later one.
const EVERY_PAIR: usize = 8;

impl Input {
    /// Reads the letters and compares them, for a report that is written to a file. With few editions, every pair of
    /// them is compared. Returns the letters' files as well.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn dossier(&self, grouping: Grouping, sink: &mut Sink) -> Result<(Dossier, Vec<PathBuf>), Problem> {
        let (corpus, problems) = self.read(grouping)?;
        for problem in &problems {
            sink.problem(problem);
        }
        let files = corpus.letters.iter().map(|letter| PathBuf::from(&letter.path)).collect();
        let mut editions: BTreeMap<Option<&str>, BTreeSet<&Edition>> = BTreeMap::new();
        for record in &corpus.records {
            editions.entry(record.series.as_deref()).or_default().insert(&record.edition);
        }
        let few = editions.values().all(|editions| editions.len() <= EVERY_PAIR);
        let pairs = if few { Pairs::Every } else { Pairs::Consecutive };
        Ok((Dossier::of(corpus, &pairs, &self.place()), files))
    }

    /// Where the letters are, in few words.
    pub fn place(&self) -> String {
        match self.paths.as_slice() {
            [] => "letters".to_owned(),
            [path] => path.display().to_string(),
            paths => format!("{} paths", paths.len()),
        }
    }
}
