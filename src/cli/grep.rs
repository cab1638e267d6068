//! `demarche grep`: demands that hold some words.

use super::common::Input;
use super::{Sink, Stage, Status};
use crate::corpus;
use crate::lineage::Pairs;
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Find demands and near misses by words
///
/// Find demands and near misses by their words, by other forms of them, or by words like them.
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche grep \"political prisoners\" letters\n  demarche grep sanctoins letters",
    after_help = "Exit code: 0 something was found, 1 nothing was, 2 an input failed"
)]
pub struct Grep {
    /// The words; several between quotation marks
    words: String,
    #[command(flatten)]
    pub(super) input: Input,
}

impl Grep {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<Status, Problem> {
        let corpus = self.input.read(stage, sink)?;
        let lexicon = corpus.lexicon.clone();
        let report = sink.compare(corpus, &Pairs::Consecutive);
        let hits = corpus::search(&report.letters, &self.words, &lexicon);
        let mut page = stage.page_on(&report.letters);
        terminal::hits(&mut page, &report, &hits);
        sink.print(&page.finish());
        Ok(if hits.is_empty() { Status::FoundNothing } else { Status::Done })
    }
}
