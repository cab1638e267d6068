//! `demarche stats`: numbers.

use super::common::{By, Input};
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Count demands by letter, by sender and by strength, and changes by label
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche stats letters")]
pub struct Stats {
    #[command(flatten)]
    input: Input,
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
}

impl Stats {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(self.by.into(), sink)?;
        let mut page = stage.page();
        terminal::statistics(&mut page, &dossier.report);
        sink.print(&page.finish());
        Ok(())
    }
}
