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
        self.refuse_other_pictures()?;
        let (dossier, inputs) = self.input.dossier(stage, sink)?;
        self.output.write_or_print(&report::svg(&dossier)?, &inputs, sink)
    }

    /// A picture of dots needs a face for every script that letters are written in. Those of the machine would make
    /// another picture on every machine, and none of ours holds them all.
    fn refuse_other_pictures(&self) -> Result<(), Problem> {
        let Some(path) = &self.output.output else { return Ok(()) };
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if !OTHER_PICTURES.contains(&ending.as_str()) {
            return Ok(());
        }
        let svg = path.with_extension("svg");
        let command =
            format!("rsvg-convert --zoom 2 --format {ending} -o {} {}", path.display(), svg.display());
        let hint = match ending.as_str() {
            "png" | "pdf" => format!("draw {}, then run: {command}", svg.display()),
            _ => format!("draw {}, and convert it with a program for pictures", svg.display()),
        };
        Err(Problem::new(path.display(), "pictures are drawn as SVG only; nothing was written").hint(hint))
    }
}

/// Endings of pictures that would hold something else than their names say.
const OTHER_PICTURES: [&str; 9] = ["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "pdf"];
