//! Letters compared for a report that is written to a file.

use super::common::Input;
use super::output::Inputs;
use super::{Sink, Stage};
use crate::corpus::{Corpus, Edition, Settings};
use crate::lineage::{self, Pairs, Report};
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
    pub fn dossier(&self, stage: &Stage, sink: &mut Sink) -> Result<(Dossier, Inputs), Problem> {
        self.dossier_by(Dossier::of, stage, sink)
    }

    /// The same, for a page on which any edition may be chosen as the one to compare with.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn dossier_with_baselines(
        &self,
        stage: &Stage,
        sink: &mut Sink,
    ) -> Result<(Dossier, Inputs), Problem> {
        self.dossier_by(Dossier::with_baselines, stage, sink)
    }

    fn dossier_by(
        &self,
        made: impl FnOnce(Corpus, &Pairs, &str) -> Dossier,
        stage: &Stage,
        sink: &mut Sink,
    ) -> Result<(Dossier, Inputs), Problem> {
        let corpus = self.read(stage, sink)?;
        let mut editions: BTreeMap<Option<&str>, BTreeSet<&Edition>> = BTreeMap::new();
        for record in &corpus.records {
            editions.entry(record.series.as_deref()).or_default().insert(&record.edition);
        }
        let few = editions.values().all(|editions| editions.len() <= EVERY_PAIR);
        let pairs = if few { Pairs::Every } else { Pairs::Consecutive };
        let dossier = sink.during(&corpus.watch.clone(), || made(corpus, &pairs, &self.place()));
        Ok((dossier, self.inputs(stage)?))
    }

    /// Reads the letters and compares each edition with the next, for what is shown on a terminal.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn story(&self, stage: &Stage, sink: &mut Sink) -> Result<Dossier, Problem> {
        let corpus = self.read(stage, sink)?;
        Ok(sink.during(&corpus.watch.clone(), || Dossier::of(corpus, &Pairs::Consecutive, &self.place())))
    }

    /// What is read: the letters, the corpus files beside them, the lexicons.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn inputs(&self, stage: &Stage) -> Result<Inputs, Problem> {
        let paths = self.chosen()?;
        let options = self.options(stage);
        let mut files: Vec<PathBuf> =
            find_letters(&paths, &options.read.limits).0.into_iter().map(|letter| letter.path).collect();
        files.extend(Settings::files(&paths));
        files.extend(options.lexicons);
        files.extend(self.reading.model.files());
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

impl Sink<'_> {
    /// Compares letters; where that takes long and somebody waits, it is said.
    pub fn compare(&mut self, corpus: Corpus, pairs: &Pairs) -> Report {
        self.during(&corpus.watch.clone(), || lineage::report(corpus, pairs))
    }
}
