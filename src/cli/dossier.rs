//! Letters compared for a report that is written to a file.

use super::Sink;
use super::common::Input;
use super::output::Inputs;
use crate::corpus::{Edition, Grouping, Settings};
use crate::lineage::Pairs;
use crate::problem::Problem;
use crate::report::Dossier;
use crate::source::find_letters;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Up to this number of editions in a series, each is compared with every later one.
const EVERY_PAIR: usize = 8;

impl Input {
    /// Reads the letters and compares them, for a report that is written to a file. With few editions, every pair of
    /// them is compared. Returns what was read as well, for it must not
    /// be written over.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn dossier(&self, grouping: Grouping, sink: &mut Sink) -> Result<(Dossier, Inputs), Problem> {
        let (corpus, problems) = self.read(grouping)?;
        for problem in &problems {
            sink.problem(problem);
        }
        let mut editions: BTreeMap<Option<&str>, BTreeSet<&Edition>> = BTreeMap::new();
        for record in &corpus.records {
            editions.entry(record.series.as_deref()).or_default().insert(&record.edition);
        }
        let few = editions.values().all(|editions| editions.len() <= EVERY_PAIR);
        let pairs = if few { Pairs::Every } else { Pairs::Consecutive };
        Ok((Dossier::of(corpus, &pairs, &self.place()), self.inputs()?))
    }

    /// Reads the letters and compares each edition with the next, for what is shown on a terminal.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn story(&self, grouping: Grouping, sink: &mut Sink) -> Result<Dossier, Problem> {
        let (corpus, problems) = self.read(grouping)?;
        for problem in &problems {
            sink.problem(problem);
        }
        Ok(Dossier::of(corpus, &Pairs::Consecutive, &self.place()))
    }

    /// What is read: the letters, the corpus files beside them, the lexicons.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn inputs(&self) -> Result<Inputs, Problem> {
        let paths = self.chosen()?;
        let mut files: Vec<PathBuf> = find_letters(&paths, &self.options(Grouping::default()).read.limits)
            .0
            .into_iter()
            .map(|letter| letter.path)
            .collect();
        files.extend(Settings::files(&paths));
        files.extend(self.vocabulary.files.iter().cloned());
        let folders = paths.into_iter().filter(|path| path.is_dir()).collect();
        Ok(Inputs { files, folders })
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
