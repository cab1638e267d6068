//! Arguments that several commands share.

use super::config::{Config, Found, Ledger, USUAL, Unfit, quoted};
use super::own_model::OwnModel;
use super::{Sink, Stage};
use crate::corpus::{Corpus, Grouping, LetterRecord, Options};
use crate::lexicon::Lexicon;
use crate::lineage;
use crate::problem::Problem;
use crate::source::{Charset, Columns, Limits, ReadOptions};
use crate::watch::Watch;
use clap::{Args, ValueEnum};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which letters, and how they are read.
#[derive(Debug, Clone, Args)]
pub struct Input {
    /// Letters, or folders of letters [default: ./letters]
    pub paths: Vec<PathBuf>,
    /// What makes letters one edition [default: year]
    ///
    /// Where this option is missing, the variable DEMARCHE_BY counts.
    #[arg(long, value_enum, env = "DEMARCHE_BY", hide_env = true)]
    pub by: Option<By>,
    #[command(flatten)]
    pub reading: Reading,
}

/// How letters are read. Few need any of it, so the short help leaves it out.
#[derive(Debug, Clone, Default, Args)]
pub struct Reading {
    #[command(flatten)]
    pub vocabulary: Vocabulary,
    /// Read only asks of at least this confidence, 0 to 1, as demands [default: 0.5]
    #[arg(
        long,
        value_name = "C",
        value_parser = confidence,
        help_heading = "Reading",
        hide_short_help = true,
        env = "DEMARCHE_MIN_CONFIDENCE",
        hide_env_values = true
    )]
    pub min_confidence: Option<f64>,
    /// Read text files in this encoding, such as windows-1252, instead of the one they seem to be in
    #[arg(
        long,
        value_name = "NAME",
        value_parser = charset,
        help_heading = "Reading",
        hide_short_help = true,
        env = "DEMARCHE_ENCODING",
        hide_env_values = true
    )]
    pub encoding: Option<Charset>,
    /// Which columns of a sheet hold what, such as text=Recommendation,date=Year,sender=State
    #[arg(long, value_name = "FIELD=COLUMN,…", value_parser = Columns::parse, help_heading = "Reading", hide_short_help = true)]
    pub columns: Option<Columns>,
    /// Change a limit on what files may ask of the machine, such as file-bytes=1G
    #[arg(long, value_name = "NAME=VALUE", value_parser = limit, help_heading = "Reading", hide_short_help = true)]
    pub limit: Vec<String>,
    /// Read on N threads [default: as many as there are cores]
    #[arg(long, value_name = "N", help_heading = "Reading", hide_short_help = true)]
    pub jobs: Option<NonZeroUsize>,
    /// Keep what is found in each file in DIR, so that the next run reads only what is new
    #[arg(
        long,
        value_name = "DIR",
        help_heading = "Reading",
        hide_short_help = true,
        env = "DEMARCHE_CACHE",
        hide_env_values = true
    )]
    pub cache: Option<PathBuf>,
    #[command(flatten)]
    pub model: OwnModel,
}

/// The words that the program is to know beside its own.
#[derive(Debug, Clone, Default, Args)]
pub struct Vocabulary {
    /// Add words to the lexicon from FILE (may be given more than once)
    #[arg(long = "lexicon", value_name = "FILE", help_heading = "Reading", hide_short_help = true)]
    pub files: Vec<PathBuf>,
}

impl Vocabulary {
    /// The lexicon with the user's words.
    ///
    /// # Errors
    /// When a file cannot be read, or is no lexicon.
    pub fn lexicon(&self) -> Result<Cow<'static, Lexicon>, Problem> {
        let mut lexicon = Cow::Borrowed(Lexicon::builtin());
        for file in &self.files {
            let text = std::fs::read_to_string(file).map_err(|error| Problem::unreadable(file, &error))?;
            lexicon.to_mut().extend_from_text(&text, &file.display().to_string())?;
        }
        Ok(lexicon)
    }
}

/// What letters are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// The year they were written in
    Year,
    /// The month
    Month,
    /// Each by itself
    Letter,
    /// The path they were found under, in the order in which the paths are given
    Path,
}

impl By {
    /// What the library groups by; paths are its caller's.
    pub fn grouping(self) -> Grouping {
        match self {
            By::Year => Grouping::Year,
            By::Month => Grouping::Month,
            By::Letter | By::Path => Grouping::Letter,
        }
    }
}

fn confidence(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("a number from 0 to 1 is needed".to_owned()),
    }
}

fn charset(name: &str) -> Result<Charset, String> {
    Charset::named(name)
        .ok_or_else(|| "no such encoding; try utf-8, windows-1252, utf-16le, gb18030".to_owned())
}

fn limit(setting: &str) -> Result<String, String> {
    Limits::default().set(setting).map(|()| setting.to_owned())
}

impl Input {
    /// Letters to be read in the usual way.
    pub fn of(paths: Vec<PathBuf>, vocabulary: Vocabulary, model: OwnModel) -> Input {
        Input { paths, by: None, reading: Reading { vocabulary, model, ..Reading::default() } }
    }

    /// Reads the letters; what fails is told, and the rest counts.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`, or the user's model cannot be used.
    pub fn read(&self, stage: &Stage, sink: &mut Sink) -> Result<Corpus, Problem> {
        let paths = self.chosen()?;
        let options = self.options_and_model(stage)?;
        let (mut corpus, problems) = sink.during(&options.watch.clone(), || Corpus::read(&paths, &options));
        for problem in &problems {
            sink.problem(problem);
        }
        if self.grouped(&stage.config) == By::Path {
            corpus.regroup(by_path(&paths));
        }
        Ok(corpus)
    }

    /// Tells of each letter as soon as it is read, in the order in which they would be read together.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`, or the user's model cannot be used.
    pub fn in_turn(
        &self,
        stage: &Stage,
        sink: &mut Sink,
        mut tell: impl FnMut(&LetterRecord, &mut Sink),
    ) -> Result<(), Problem> {
        let paths = self.chosen()?;
        let options = self.options_and_model(stage)?;
        let (mut stream, problems) = sink.during(&options.watch.clone(), || lineage::open(&paths, &options));
        for problem in &problems {
            sink.problem(problem);
        }
        if self.grouped(&stage.config) == By::Path {
            stream.regroup(by_path(&paths));
        }
        lineage::in_turn(&stream, |record| match record {
            Ok(record) => tell(&record, sink),
            Err(problem) => sink.problem(&problem),
        });
        Ok(())
    }

    /// The paths that were given, or the folder `letters`.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn chosen(&self) -> Result<Vec<PathBuf>, Problem> {
        match self.places().as_slice() {
            [] => Err(Problem::new("letters", "no such folder, and no path was given")
                .hint("name a folder of letters, or try `demarche demo`")),
            paths => Ok(paths.to_vec()),
        }
    }

    /// The same, as far as there is anything.
    pub fn places(&self) -> Vec<PathBuf> {
        let default = PathBuf::from("letters");
        match self.paths.as_slice() {
            [] if default.is_dir() => vec![default],
            paths => paths.to_vec(),
        }
    }

    /// How the letters are to be read.
    pub fn options(&self, stage: &Stage) -> Options {
        let mut limits = Limits::default();
        for setting in &self.reading.limit {
            // Each was tried while the arguments were read.
            let _ = limits.set(setting);
        }
        let config = &stage.config;
        let mut lexicons = config.lexicons().map(|(files, _)| files).unwrap_or_default();
        lexicons.extend(self.reading.vocabulary.files.iter().cloned());
        Options {
            lexicons,
            grouping: self.grouped(config).grouping(),
            min_confidence: self.reading.min_confidence.or_else(|| value(confidence_in(config))),
            read: ReadOptions {
                limits,
                charset: self.reading.encoding.or_else(|| value(encoding_in(config))),
                columns: self.reading.columns.clone().unwrap_or_default(),
                worker: std::env::current_exe().ok(),
            },
            jobs: self.reading.jobs,
            cache: self.reading.cache.clone(),
            model: None,
            watch: Arc::new(Watch::default()),
        }
    }

    /// The same with the user's own model, where there is one.
    ///
    /// # Errors
    /// When the model cannot be used.
    pub fn options_and_model(&self, stage: &Stage) -> Result<Options, Problem> {
        Ok(Options { model: self.reading.model.open()?, ..self.options(stage) })
    }

    fn grouped(&self, config: &Config) -> By {
        self.by.or_else(|| value(by_in(config))).unwrap_or(By::Year)
    }

    /// Settles how the letters are read; what is wrong in corpus files is told.
    pub fn settle(&self, config: &Config, ledger: &mut Ledger, sink: &mut Sink) {
        ledger.table("read");
        let by = config.checked(sink, &["read", "by"], by_said);
        ledger.choose("by", self.by, by, By::Year);
        let least = config.checked(sink, &["read", "min-confidence"], confidence_said);
        ledger.settle("min-confidence", self.reading.min_confidence, least, (0.5, USUAL), f64::to_string);
        let encoding = config.checked(sink, &["read", "encoding"], encoding_said);
        let charset = |charset: &Option<Charset>| quoted(charset.map_or("", |charset| charset.name()));
        if self.reading.encoding.is_some() || encoding.is_some() {
            let found = encoding.map(|(found, place)| (Some(found), place));
            ledger.settle("encoding", self.reading.encoding.map(Some), found, (None, USUAL), charset);
        }
        let list = |files: &[PathBuf]| {
            let names: Vec<String> = files.iter().map(|file| quoted(&file.display().to_string())).collect();
            format!("[{}]", names.join(", "))
        };
        if let Some((files, place)) = config.lexicons() {
            ledger.note("lexicon", list(&files), &place);
        }
        let files = &self.reading.vocabulary.files;
        if !files.is_empty() {
            ledger.note("# and", list(files), "--lexicon");
        }
    }
}

/// The number and the name of the path under which a letter lies.
fn by_path(paths: &[PathBuf]) -> impl Fn(&str) -> (usize, String) {
    let names = short_names(paths);
    move |letter| {
        let under = |path: &PathBuf| Path::new(letter).starts_with(path);
        let number = paths.iter().position(under).unwrap_or(paths.len());
        (number, names.get(number).map_or(letter, String::as_str).to_owned())
    }
}

/// Paths by their last parts, where these tell them apart.
fn short_names(paths: &[PathBuf]) -> Vec<String> {
    let last = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let names: BTreeSet<Option<String>> = paths.iter().map(last).collect();
    let short = names.len() == paths.len();
    let full = |path: &PathBuf| path.display().to_string();
    paths.iter().map(|path| last(path).filter(|_| short).unwrap_or_else(|| full(path))).collect()
}

fn value<T>(found: Found<T>) -> Option<T> {
    found.map(|(value, _)| value)
}

type Said<T> = Option<Result<T, Unfit>>;

fn by_said(file: &crate::corpus::Settings) -> Said<By> {
    file.read.by.as_deref().map(Unfit::choice)
}

fn confidence_said(file: &crate::corpus::Settings) -> Said<f64> {
    let least = file.read.min_confidence?;
    let fits = (0.0..=1.0).contains(&least);
    Some(fits.then_some(least).ok_or_else(|| Unfit::new(format!("{least} is no confidence"), "write 0 to 1")))
}

fn encoding_said(file: &crate::corpus::Settings) -> Said<Charset> {
    Some(charset(file.read.encoding.as_deref()?).map_err(|reason| {
        let (reason, hint) = reason.split_once("; ").unwrap_or((&reason, ""));
        Unfit::new(reason, hint)
    }))
}

fn by_in(config: &Config) -> Found<By> {
    config.value(|file| by_said(file)?.ok())
}

fn confidence_in(config: &Config) -> Found<f64> {
    config.value(|file| confidence_said(file)?.ok())
}

fn encoding_in(config: &Config) -> Found<Charset> {
    config.value(|file| encoding_said(file)?.ok())
}
