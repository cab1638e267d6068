//! `demarche stats`: numbers.

use super::common::Input;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Count demands and changes
///
/// Count demands by letter, by sender and by strength, and changes by label.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche stats letters")]
pub struct Stats {
    #[command(flatten)]
    pub(super) input: Input,
}

impl Stats {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(stage, sink)?;
        let mut page = stage.page_on(&dossier.report.letters);
        terminal::statistics(&mut page, &dossier.report);
        sink.print(&page.finish());
        Ok(())
    }
}
