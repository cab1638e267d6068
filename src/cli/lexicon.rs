//! `demarche lexicon`: what the program knows of words.

use super::common::Vocabulary;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::terminal;
use clap::{Args, ValueEnum};

/// Show what the program knows of words
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche lexicon strength")]
pub struct Lexicon {
    /// What to show
    #[arg(value_enum)]
    part: Part,
    #[command(flatten)]
    vocabulary: Vocabulary,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    /// The two scales of strength: how hard it is asked, and how much
    Strength,
}

impl Lexicon {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let lexicon = self.vocabulary.lexicon()?;
        let mut page = stage.page();
        match self.part {
            Part::Strength => terminal::ladder(&mut page, &lexicon),
        }
        sink.print(&page.finish());
        Ok(())
    }
}
