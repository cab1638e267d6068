//! `demarche report`: the page.

use super::common::Input;
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::html;
use clap::Args;

/// Write the whole report as one HTML page
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche report letters -o report.html")]
pub struct Report {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    output: Output,
}

impl Report {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier_with_baselines(stage, sink)?;
        self.output.write_or_print(&html::page(&dossier)?, &inputs, sink)
    }
}
