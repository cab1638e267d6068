//! Letters read together: the files of a folder, what their owner says of them, and the demands of each.
//!
//! ```
//! use demarche::corpus::{Corpus, Options};
//! let (corpus, problems) = Corpus::read(&["letters".into()], &Options::default());
//! assert!(problems.is_empty());
//! assert_eq!(corpus.records.len(), 5);
//! ```

mod cache;
mod edition;
mod jobs;
mod names;
mod reading;
mod record;
mod search;
mod settings;
mod stream;

pub use edition::{Edition, Grouping};
pub use record::LetterRecord;
pub use search::{Hit, Nearness, search};
pub use settings::{FILE, Settings};
pub use stream::{Head, Stream};

use crate::demand::Extraction;
use crate::embedding::Model;
use crate::letter::Letter;
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::source::{Document, LetterFile, ReadOptions, find_letters};
use crate::watch::Watch;
use names::{Called, name_apart, own_name};
use reading::{Depth, LetterRead, Reader};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How letters are read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Files that extend the lexicon.
    pub lexicons: Vec<PathBuf>,
    /// What makes letters one edition.
    pub grouping: Grouping,
    /// Demands below this confidence (0 to 1) count as near misses.
    pub min_confidence: Option<f64>,
    /// How files are read.
    pub read: ReadOptions,
    /// Told of every letter that is done.
    pub watch: Arc<Watch>,
    /// On how many threads letters are read; as many as the machine has cores where nothing is said. What is read
    /// does not depend on it.
    pub jobs: Option<NonZeroUsize>,
    /// A folder that keeps what was found in each file for the next run. Nothing that is found depends on it.
    pub cache: Option<PathBuf>,
    /// The user's own model, which has a say in which demands are one. What is read does not depend on it.
    pub model: Option<Arc<Model>>,
}

/// Letters with their demands, in date order.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// The lexicon they were read with.
    pub lexicon: Cow<'static, Lexicon>,
    /// The letters.
    pub letters: Vec<Letter>,
    /// What was found in each, in the same order.
    pub records: Vec<LetterRecord>,
    /// Told how far what is done with them has come.
    pub watch: Arc<Watch>,
    /// The user's own model, which has a say in which of their demands are one.
    pub model: Option<Arc<Model>>,
}

/// A letter's text under its name, as it comes from a file or from the program itself.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it lies.
    pub file: LetterFile,
    /// What tells it from others of the same file: the name of an attachment, the date of some rows.
    pub part: Option<String>,
    /// The name under which the corpus file knows it, where that is not its own.
    pub known_as: Option<String>,
    /// What was read.
    pub document: Document,
}

impl Source {
    /// The name of the letter: that of its file, and what tells it from others there.
    fn name(&self) -> String {
        let name = own_name(&self.file.path);
        match &self.part {
            Some(part) => format!("{name}/{part}"),
            None => name,
        }
    }
}

/// What lies under some paths.
struct Opening {
    files: Vec<LetterFile>,
    /// The corpus files as (text, place).
    settings: Vec<(String, String)>,
    problems: Vec<Problem>,
}

impl Opening {
    fn of(paths: &[PathBuf], options: &Options) -> Opening {
        let (files, mut problems) = find_letters(paths, &options.read.limits);
        let mut settings = Vec::new();
        for file in Settings::files(paths) {
            match std::fs::read_to_string(&file).map_err(|error| Problem::unreadable(&file, &error)) {
                Ok(text) => settings.push((text, file.display().to_string())),
                Err(problem) => problems.push(problem),
            }
        }
        Opening { files, settings, problems }
    }
}

/// What corpus files say of letters that are not there. Whoever reads a part of the letters is not told of the others.
fn strangers<'s>(
    paths: &'s [PathBuf],
    settings: &'s [(String, String)],
    names: &'s BTreeSet<String>,
) -> impl Iterator<Item = Problem> + 's {
    let whole = |place: &str| paths.iter().any(|path| Path::new(place).parent() == Some(path));
    let whole = settings.iter().filter(move |(_, place)| whole(place));
    whole.flat_map(|(text, place)| Settings::strangers(text, place, names))
}

impl Corpus {
    /// Reads the letters under some paths, with the corpus files beside them. What fails is reported and does
    /// not keep the rest from being read.
    pub fn read(paths: &[PathBuf], options: &Options) -> (Corpus, Vec<Problem>) {
        let Opening { files, settings, mut problems } = Opening::of(paths, options);
        // What is wrong with the files is told before what is wrong with the settings.
        let mut of_settings = Vec::new();
        let reader = Reader::new(&settings, options, &mut of_settings);
        options.watch.begin("reading files", files.len());
        let mut names: BTreeSet<String> = files.iter().map(|file| own_name(&file.path)).collect();
        let read = jobs::each(files, options.jobs, |file| {
            options.watch.step();
            reader.file(&file, Depth::Demands)
        });
        let mut letters = Vec::new();
        for file in read {
            problems.extend(file.unreadable);
            letters.extend(file.letters);
        }
        names.extend(letters.iter().map(|letter| letter.name.clone()));
        problems.append(&mut of_settings);
        let unkept = reader.unkept();
        let corpus = Corpus::put_together(letters, reader.lexicon, options, &mut problems);
        problems.extend(unkept);
        problems.extend(strangers(paths, &settings, &names));
        (corpus, problems)
    }

    /// Reads letters whose texts are at hand, with corpus files as (text, place).
    pub fn of(
        sources: Vec<Source>,
        settings: &[(String, String)],
        options: &Options,
    ) -> (Corpus, Vec<Problem>) {
        let mut problems = Vec::new();
        let reader = Reader::new(settings, options, &mut problems);
        options.watch.begin("reading letters", sources.len());
        let jobs = jobs::for_short_work(options.jobs, sources.len());
        let read = jobs::each(sources, jobs, |source| {
            options.watch.step();
            reader.letter(source, Depth::Demands)
        });
        let corpus = Corpus::put_together(read, reader.lexicon, options, &mut problems);
        (corpus, problems)
    }

    /// Puts letters in order and gives each its name and its edition.
    fn put_together(
        read: Vec<LetterRead>,
        lexicon: Cow<'static, Lexicon>,
        options: &Options,
        problems: &mut Vec<Problem>,
    ) -> Corpus {
        let mut both: Vec<(Letter, Extraction)> = Vec::with_capacity(read.len());
        for one in read {
            problems.extend(one.noticed);
            match one.letter {
                Ok(letter) => both.push((letter, one.found.unwrap_or_default())),
                Err(problem) => problems.push(problem),
            }
        }
        both.sort_by_cached_key(|(letter, _)| Called::of(letter));
        let (mut letters, found): (Vec<Letter>, Vec<Extraction>) = both.into_iter().unzip();
        let mut called: Vec<Called> = letters.iter().map(Called::of).collect();
        name_apart(&mut called);
        for (letter, called) in letters.iter_mut().zip(called) {
            letter.id = called.id;
        }
        let records = letters.iter().zip(found).map(|(letter, found)| record(letter, found, options));
        let mut records: Vec<LetterRecord> = records.collect();
        edition::put_in_order(&mut records);
        Corpus { lexicon, letters, records, watch: options.watch.clone(), model: options.model.clone() }
    }

    /// Groups the letters anew, by their paths, in editions that stand in the order of their numbers.
    pub fn regroup(&mut self, edition: impl Fn(&str) -> (usize, String)) {
        for record in &mut self.records {
            record.edition = Edition::in_order(edition(&record.path));
        }
    }

    /// The series of the letters, in order; `None` is the top folder.
    pub fn series(&self) -> Vec<Option<String>> {
        let names: BTreeSet<Option<String>> =
            self.records.iter().map(|record| record.series.clone()).collect();
        names.into_iter().collect()
    }

    /// A letter by its id.
    pub fn letter(&self, id: &str) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.id == id)
    }
}

/// What is said of a letter whose name is settled.
fn record(letter: &Letter, mut found: Extraction, options: &Options) -> LetterRecord {
    match options.min_confidence {
        Some(least) => found.apply_threshold(least, &letter.id),
        None => found.number(&letter.id),
    }
    LetterRecord::new(letter, found, Edition::of(letter, options.grouping))
}
