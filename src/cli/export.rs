//! `demarche export`: a project for programs of qualitative analysis.

use super::common::{By, Input};
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report;
use clap::Args;

/// Write a REFI-QDA project (.qdpx): letters as sources, threads as codes, demands as coded selections
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    output: Output,
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
}

impl Export {
    pub(super) fn run(&self, _: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(self.by.into(), sink)?;
        self.output.write_only("qdpx", &report::qdpx(&dossier)?, &inputs)
    }
}
