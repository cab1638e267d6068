//! `demarche plot`: the timeline as a picture.

use super::common::{By, Input};
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report;
use clap::Args;

/// Draw the timeline of the threads as an SVG picture
#[derive(Debug, Args)]
pub struct Plot {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    output: Output,
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
}

impl Plot {
    pub(super) fn run(&self, _: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(self.by.into(), sink)?;
        let picture = report::svg(&dossier)?;
        if !self.output.write(picture.as_bytes(), &inputs)? {
            sink.print(&picture);
        }
        Ok(())
    }
}
