//! `demarche thread`: one demand through time.

use super::common::{By, Input};
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
    input: Input,
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
}

impl Thread {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(self.by.into(), sink)?;
        let mut page = stage.page();
        for thread in named::threads(&dossier.report, &self.id)? {
            terminal::thread(&mut page, &dossier.report, thread);
        }
        sink.print(&page.finish());
        Ok(())
    }
}
