//! Arguments that several commands share.

use crate::corpus::{Corpus, Grouping, Options};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::source::{Charset, Columns, Limits, ReadOptions};
use clap::{Args, ValueEnum};
use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Which letters, and how they are read.
#[derive(Debug, Clone, Args)]
pub struct Input {
    /// Letters, or folders of letters [default: ./letters]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub vocabulary: Vocabulary,
    /// Read only asks of at least this confidence, 0 to 1, as demands [default: 0.5]
    #[arg(long, value_name = "C", value_parser = confidence)]
    pub min_confidence: Option<f64>,
    /// Read text files in this encoding, such as windows-1252, instead of the one they seem to be in
    #[arg(long, value_name = "NAME", value_parser = charset)]
    pub encoding: Option<Charset>,
    /// Which columns of a sheet hold what, such as text=Recommendation,date=Year,sender=State
    #[arg(long, value_name = "FIELD=COLUMN,…", value_parser = Columns::parse)]
    pub columns: Option<Columns>,
    /// Change a limit on what files may ask of the machine, such as file-bytes=1G
    #[arg(long, value_name = "NAME=VALUE", value_parser = limit)]
    pub limit: Vec<String>,
    /// Read on N threads [default: as many as there are cores]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

/// The words that the program is to know beside its own.
#[derive(Debug, Clone, Args)]
pub struct Vocabulary {
    /// Add words to the lexicon from FILE (may be given more than once)
    #[arg(long = "lexicon", value_name = "FILE")]
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
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum By {
    /// The year they were written in.
    Year,
    /// The month.
    Month,
    /// Each by itself.
    Letter,
}

impl From<By> for Grouping {
    fn from(by: By) -> Grouping {
        match by {
            By::Year => Grouping::Year,
            By::Month => Grouping::Month,
            By::Letter => Grouping::Letter,
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
    pub fn of(paths: Vec<PathBuf>, vocabulary: Vocabulary) -> Input {
        Input {
            paths,
            vocabulary,
            min_confidence: None,
            encoding: None,
            columns: None,
            limit: Vec::new(),
            jobs: None,
        }
    }

    fn read_options(&self) -> ReadOptions {
        let mut limits = Limits::default();
        for setting in &self.limit {
            // Each was tried while the arguments were read.
            let _ = limits.set(setting);
        }
        ReadOptions {
            limits,
            charset: self.encoding,
            columns: self.columns.clone().unwrap_or_default(),
            worker: std::env::current_exe().ok(),
        }
    }

    /// Reads the letters.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn read(&self, grouping: Grouping) -> Result<(Corpus, Vec<Problem>), Problem> {
        Ok(Corpus::read(&self.chosen()?, &self.options(grouping)))
    }

    /// The paths that were given, or the folder `letters`.
    ///
    /// # Errors
    /// When no path is given and there is no folder `letters`.
    pub fn chosen(&self) -> Result<Vec<PathBuf>, Problem> {
        let default = PathBuf::from("letters");
        match self.paths.as_slice() {
            [] if default.is_dir() => Ok(vec![default]),
            [] => Err(Problem::new("letters", "no such folder, and no path was given")
                .hint("name a folder of letters, or try `demarche demo`")),
            paths => Ok(paths.to_vec()),
        }
    }

    /// How the letters are to be read.
    pub fn options(&self, grouping: Grouping) -> Options {
        Options {
            lexicons: self.vocabulary.files.clone(),
            grouping,
            min_confidence: self.min_confidence,
            read: self.read_options(),
            jobs: self.jobs,
        }
    }
}
