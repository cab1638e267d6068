//! `demarche plot`: the timeline as a picture.

use super::common::Input;
use super::output::Output;
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report;
use clap::Args;

/// Draw the timeline of the threads as an SVG picture
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche plot letters -o timeline.svg")]
pub struct Plot {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    output: Output,
}

impl Plot {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(stage, sink)?;
        let picture = report::svg(&dossier)?;
        if !self.output.write(picture.as_bytes(), &inputs)? {
            sink.print(&picture);
        }
        Ok(())
    }
}
