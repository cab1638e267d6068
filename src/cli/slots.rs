//! `demarche slots`: the slots of demands that stand in no letter.

use super::common::Vocabulary;
use super::{Sink, Stage, table};
use crate::demand;
use crate::problem::Problem;
use crate::report::json;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Show action, class and slots of a plain list of demands
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche slots --texts demands.tsv")]
pub struct Slots {
    /// Tab-separated file whose header names a column "text"
    #[arg(long, value_name = "FILE")]
    texts: PathBuf,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// What to print
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// One object a line
    Jsonl,
}

impl Slots {
    pub(super) fn run(&self, _: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let Format::Jsonl = self.format;
        let lexicon = self.vocabulary.lexicon()?;
        for row in table::read(&self.texts, &["text"])? {
            let found = demand::slots(&row[0], &lexicon);
            let line = json::line(&found).map_err(|error| Problem::new("JSON", error.to_string()))?;
            sink.print(&line);
        }
        Ok(())
    }
}
