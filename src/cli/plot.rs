//! `demarche plot`: the timeline as a picture.

use super::common::Input;
use super::output::{Inputs, Output};
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report;
use clap::Args;

/// Draw the timeline of the threads as a picture, SVG or PNG
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche plot letters -o timeline.svg\n  demarche plot letters -o timeline.png"
)]
pub struct Plot {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    output: Output,
}

impl Plot {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let ending = self.ending();
        if OTHER_PICTURES.contains(&ending.as_str()) {
            return Err(self.refused(&ending));
        }
        let (dossier, inputs) = self.input.dossier(stage, sink)?;
        let svg = report::svg(&dossier)?;
        if ending == PNG {
            return self.write_dots(&svg, &inputs, sink);
        }
        self.output.write_or_print(&svg, &inputs, sink)
    }

    /// What the name of the file ends in, which says what picture it is.
    fn ending(&self) -> String {
        let ending = self.output.output.as_ref().and_then(|path| path.extension());
        ending.unwrap_or_default().to_string_lossy().to_lowercase()
    }

    #[cfg(feature = "png")]
    fn write_dots(&self, svg: &str, inputs: &Inputs, sink: &mut Sink) -> Result<(), Problem> {
        let place = self.place();
        let picture = report::raster(svg, &place)?;
        self.output.write_only("PNG", &picture.png, inputs)?;
        if !picture.lacking.is_empty() {
            sink.note(&lacking(&place, &picture.lacking));
        }
        Ok(())
    }

    #[cfg(not(feature = "png"))]
    fn write_dots(&self, _: &str, _: &Inputs, _: &mut Sink) -> Result<(), Problem> {
        Err(self.refused(PNG))
    }

    fn place(&self) -> String {
        self.output.output.as_ref().map(|path| path.display().to_string()).unwrap_or_default()
    }

    /// A file that would hold something else than its name says is not written.
    fn refused(&self, ending: &str) -> Problem {
        let svg = self.output.output.as_ref().map(|path| path.with_extension("svg")).unwrap_or_default();
        let svg = svg.display();
        let hint = match ending {
            PNG | "pdf" => format!(
                "draw {svg}, then run: rsvg-convert --zoom 2 --format {ending} -o {} {svg}",
                self.place()
            ),
            _ => format!("draw {svg}, and convert it with a program for pictures"),
        };
        let drawn = if cfg!(feature = "png") { "SVG and PNG" } else { "SVG" };
        Problem::new(self.place(), format!("pictures are drawn as {drawn} only; nothing was written"))
            .hint(hint)
    }
}

/// The ending of pictures of dots.
const PNG: &str = "png";

/// Endings of other pictures.
const OTHER_PICTURES: [&str; 8] = ["jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff", "pdf"];

/// So many characters are named.
#[cfg(feature = "png")]
const NAMED: usize = 8;

/// A character that no face shows is drawn all the same, and the reader is told.
#[cfg(feature = "png")]
fn lacking(place: &str, lacking: &std::collections::BTreeSet<char>) -> Problem {
    let named: Vec<String> =
        lacking.iter().take(NAMED).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let more = match lacking.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let reason = format!("the face lacks {}{more}: drawn as boxes", named.join(", "));
    Problem::new(place, reason).hint("SVG holds every letter, and is set in the faces of the machine")
}
