//! `demarche report`: the page.

use super::common::{By, Input};
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::html;
use clap::Args;

/// Write the whole report as one HTML page
#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    output: Output,
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
}

impl Report {
    pub(super) fn run(&self, _: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(self.by.into(), sink)?;
        let page = html::page(&dossier)?;
        if !self.output.write(page.as_bytes(), &inputs)? {
            sink.print(&page);
        }
        Ok(())
    }
}
