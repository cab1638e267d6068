//! `demarche export`: a project for programs of qualitative analysis.

use super::common::Input;
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report;
use clap::Args;

/// Write a REFI-QDA project (.qdpx)
///
/// Write a REFI-QDA project (.qdpx): letters as sources, threads as codes, demands as coded selections.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche export letters -o project.qdpx")]
pub struct Export {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    output: Output,
}

impl Export {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(stage, sink)?;
        self.output.write_only("qdpx", &report::qdpx(&dossier)?, &inputs)
    }
}
