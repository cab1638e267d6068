//! `demarche timeline`: threads by editions.

use super::common::Input;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::terminal;
use clap::{Args, ValueEnum};

/// Show which demand was asked when
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche timeline letters\n  demarche timeline letters --rows sender")]
pub struct Timeline {
    #[command(flatten)]
    pub(super) input: Input,
    /// What the rows are
    #[arg(long, value_enum, default_value = "thread")]
    rows: Rows,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Rows {
    /// Demands
    Thread,
    /// Senders, each with its demands
    Sender,
}

impl Timeline {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(stage, sink)?;
        let mut page = stage.page_on(&dossier.report.letters);
        match self.rows {
            Rows::Thread => terminal::overview(&mut page, &dossier.report, &dossier.place),
            Rows::Sender => terminal::senders(&mut page, &dossier.report),
        }
        sink.print(&page.finish());
        Ok(())
    }
}
