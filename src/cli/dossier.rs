//! Letters compared for a report that is written to a file.

use super::Sink;
use super::common::Input;
use crate::corpus::{Edition, Grouping};
use crate::lineage::Pairs;
use crate::problem::Problem;
use crate::report::Dossier;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Up to this number of editions, each is compared with every later one.
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
        let editions: BTreeSet<&Edition> = corpus.records.iter().map(|record| &record.edition).collect();
        let pairs = if editions.len() <= EVERY_PAIR { Pairs::Every } else { Pairs::Consecutive };
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
