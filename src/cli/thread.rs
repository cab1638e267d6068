//! `demarche thread`: one demand through time.

use super::common::Input;
use super::{Sink, Stage, named};
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Show one demand through time, in all its wordings
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche thread Tfp5q letters")]
pub struct Thread {
    /// The thread, as `demarche timeline` names it
    id: String,
    #[command(flatten)]
    pub(super) input: Input,
}

impl Thread {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(stage, sink)?;
        let mut page = stage.page_on(&dossier.report.letters);
        for thread in named::threads(&dossier.report, &self.id)? {
            terminal::thread(&mut page, &dossier.report, thread);
        }
        sink.print(&page.finish());
        Ok(())
    }
}
