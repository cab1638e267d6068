//! Letters read together: the files of a folder, what their owner says of them, and the demands of each.
//!
//! ```
//! use demarche::corpus::{Corpus, Options};
//! let (corpus, problems) = Corpus::read(&["letters".into()], &Options::default());
//! assert!(problems.is_empty());
//! assert_eq!(corpus.records.len(), 5);
//! ```

mod edition;
mod jobs;
mod record;
mod search;
mod settings;

pub use edition::{Edition, Grouping};
pub use record::LetterRecord;
pub use search::{Hit, Nearness, search};
pub use settings::{FILE, Settings};

use crate::demand;
use crate::letter::{Known, Letter};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::source::{Document, LetterFile, ReadOptions, find_letters, guarded};
use crate::watch::Watch;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
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

/// The name of the letter that a file holds.
fn own_name(path: &Path) -> String {
    match path.to_str() {
        Some("-") => "stdin".to_owned(),
        _ => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    }
}

impl Corpus {
    /// Reads the letters under some paths, with the corpus files beside them. What fails is reported and does
    /// not keep the rest from being read.
    pub fn read(paths: &[PathBuf], options: &Options) -> (Corpus, Vec<Problem>) {
        let (files, mut problems) = find_letters(paths, &options.read.limits);
        let mut settings = Vec::new();
        for file in Settings::files(paths) {
            match std::fs::read_to_string(&file).map_err(|error| Problem::unreadable(&file, &error)) {
                Ok(text) => settings.push((text, file.display().to_string())),
                Err(problem) => problems.push(problem),
            }
        }
        options.watch.begin("reading files", files.len());
        let read = jobs::each(files, options.jobs, |file| {
            options.watch.step();
            let found = Document::from_file(&file.path, &options.read);
            (file, found)
        });
        let mut sources = Vec::new();
        let mut names: BTreeSet<String> = BTreeSet::new();
        for (file, found) in read {
            names.insert(own_name(&file.path));
            let found = match found {
                Ok(found) => found,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            for one in found {
                match one.document {
                    Ok(document) => {
                        sources.push(Source { file: file.clone(), part: one.name, known_as: None, document });
                    }
                    Err(problem) => problems.push(problem),
                }
            }
        }
        names.extend(sources.iter().map(Source::name));
        let (corpus, mut more) = Corpus::of(sources, &settings, options);
        problems.append(&mut more);
        // Whoever reads a part of the letters is not told of the others.
        let whole = |place: &str| paths.iter().any(|path| Path::new(place).parent() == Some(path));
        for (text, place) in settings.iter().filter(|(_, place)| whole(place)) {
            problems.extend(Settings::strangers(text, place, &names));
        }
        (corpus, problems)
    }

    /// Reads letters whose texts are at hand, with corpus files as (text, place).
    pub fn of(
        sources: Vec<Source>,
        settings: &[(String, String)],
        options: &Options,
    ) -> (Corpus, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut lexicon = Cow::Borrowed(Lexicon::builtin());
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        for (text, place) in settings {
            match Settings::parse(text, place)
                .and_then(|settings| lexicon.to_mut().extend(&settings.lexicon, place).map(|()| settings))
            {
                Ok(settings) => known.extend(settings.letters),
                Err(problem) => problems.push(problem),
            }
        }
        for file in &options.lexicons {
            let extended = std::fs::read_to_string(file).map_err(|error| Problem::unreadable(file, &error));
            if let Err(problem) = extended
                .and_then(|text| lexicon.to_mut().extend_from_text(&text, &file.display().to_string()))
            {
                problems.push(problem);
            }
        }
        let mut letters: Vec<Letter> = Vec::with_capacity(sources.len());
        options.watch.begin("reading letters", sources.len());
        let jobs = jobs::for_short_work(options.jobs, sources.len());
        let read = jobs::each(sources, jobs, |source| {
            options.watch.step();
            let mut noticed = Vec::new();
            let letter = read_letter(source, &known, &lexicon, &mut noticed);
            (letter, noticed)
        });
        for (letter, noticed) in read {
            problems.extend(noticed);
            match letter {
                Ok(letter) => letters.push(letter),
                Err(problem) => problems.push(problem),
            }
        }
        letters.sort_by(|a, b| order(a).cmp(&order(b)));
        name_apart(&mut letters);
        options.watch.begin("finding demands", letters.len());
        let mut records: Vec<LetterRecord> =
            jobs::each(letters.iter().collect(), jobs, |letter| record(letter, options, &lexicon));
        edition::put_in_order(&mut records);
        (Corpus { lexicon, letters, records, watch: options.watch.clone() }, problems)
    }

    /// Groups the letters anew, in editions that stand in the order of their numbers.
    pub fn regroup(&mut self, edition: impl Fn(&Letter) -> (usize, String)) {
        for (letter, record) in self.letters.iter().zip(&mut self.records) {
            record.edition = Edition::in_order(edition(letter));
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

fn read_letter(
    source: Source,
    known: &BTreeMap<String, Known>,
    lexicon: &Lexicon,
    problems: &mut Vec<Problem>,
) -> Result<Letter, Problem> {
    let path = source.file.path.to_string_lossy().replace('\\', "/");
    let name = source.name();
    let mut told = known.get(source.known_as.as_ref().unwrap_or(&name)).cloned().unwrap_or_default();
    if let Some(head) = &source.document.front_matter {
        let (own, wrong) = Known::from_front_matter(head, &path);
        problems.extend(wrong);
        // The corpus file is the reader's own; the head of the file came with it.
        told = told.or(own);
    }
    let mut letter = guarded(&path, || Letter::read(&name, source.document, &told, lexicon))?;
    letter.path = path;
    letter.series = source.file.series;
    Ok(letter)
}

/// Series by series, dated letters first, by date and then by name.
fn order(letter: &Letter) -> (Option<&str>, bool, Option<crate::letter::LetterDate>, &str, &str) {
    (letter.series.as_deref(), letter.date.is_none(), letter.date, &letter.id, &letter.path)
}

/// Tells letters of one name apart: by their series, by the ending of their files, by their paths, by number.
fn name_apart(letters: &mut [Letter]) {
    let by_series = |letter: &Letter| letter.series.as_ref().map(|series| format!("{series}/{}", letter.id));
    let by_ending = |letter: &Letter| {
        let ending = Path::new(&letter.path).extension()?.to_string_lossy().into_owned();
        Some(format!("{}.{ending}", letter.id))
    };
    let by_path = |letter: &Letter| Some(letter.path.clone());
    type Way<'w> = &'w dyn Fn(&Letter) -> Option<String>;
    let ways: [Way; 3] = [&by_series, &by_ending, &by_path];
    for way in ways {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for letter in letters.iter() {
            *count.entry(letter.id.clone()).or_default() += 1;
        }
        for letter in
            letters.iter_mut().filter(|letter| count.get(&letter.id).is_some_and(|count| *count > 1))
        {
            letter.id = way(letter).unwrap_or_else(|| letter.id.clone());
        }
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for letter in letters {
        let mut id = letter.id.clone();
        for number in 2.. {
            if seen.insert(id.clone()) {
                break;
            }
            id = format!("{}-{number}", letter.id);
        }
        letter.id = id;
    }
}

fn record(letter: &Letter, options: &Options, lexicon: &Lexicon) -> LetterRecord {
    options.watch.step();
    let mut found = demand::extract(letter, lexicon);
    if let Some(least) = options.min_confidence {
        found.apply_threshold(least, &letter.id);
    }
    LetterRecord::new(letter, found, Edition::of(letter, options.grouping))
}
