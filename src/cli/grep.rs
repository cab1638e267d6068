//! `demarche grep`: demands that hold some words.

use super::common::{By, Input};
use super::{Sink, Stage};
use crate::corpus;
use crate::lineage::{self, Pairs};
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Find demands and near misses by their words, or by words like them
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche grep \"political prisoners\" letters")]
pub struct Grep {
    /// The words; several between quotation marks
    words: String,
    #[command(flatten)]
    input: Input,
}

impl Grep {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (corpus, problems) = self.input.read(By::Year.into())?;
        for problem in &problems {
            sink.problem(problem);
        }
        let lexicon = corpus.lexicon.clone();
        let report = lineage::report(corpus, &Pairs::Consecutive);
        let mut page = stage.page();
        terminal::hits(&mut page, &report, &corpus::search(&report.letters, &self.words, &lexicon));
        sink.print(&page.finish());
        Ok(())
    }
}
