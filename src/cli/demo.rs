//! `demarche demo`: the report of the five letters that come with the program.

use super::common::By;
use super::diff::{Letters, View};
use super::output::Inputs;
use super::{Sink, Stage, Status};
use crate::corpus::{Corpus, Options, Source};
use crate::problem::Problem;
use crate::source::{Document, LetterFile};
use clap::Args;

/// Show the report of five real letters that come with the program
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche demo\n  demarche demo --summary")]
pub struct Demo {
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    by: By,
    #[command(flatten)]
    view: View,
}

/// The letters under `letters/` with their corpus file.
const LETTERS: [(&str, &str); 5] = [
    ("letters/2020_anca.txt", include_str!("../../letters/2020_anca.txt")),
    ("letters/2021-06-14_irf-roundtable.txt", include_str!("../../letters/2021-06-14_irf-roundtable.txt")),
    (
        "letters/2021-06-15_irf-roundtable-press-release.txt",
        include_str!("../../letters/2021-06-15_irf-roundtable-press-release.txt"),
    ),
    ("letters/2024-04-04_us-senate.txt", include_str!("../../letters/2024-04-04_us-senate.txt")),
    ("letters/2025-04-11_us-house.txt", include_str!("../../letters/2025-04-11_us-house.txt")),
];
const SETTINGS: &str = include_str!("../../letters/demarche.toml");

impl Demo {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<Status, Problem> {
        let sources = LETTERS
            .iter()
            .map(|(path, text)| Source {
                file: LetterFile { path: path.into(), series: None },
                part: None,
                known_as: None,
                document: Document::from_text(*text),
            })
            .collect();
        let settings = [(SETTINGS.to_owned(), "letters/demarche.toml".to_owned())];
        let options = Options { grouping: self.by.grouping(), ..Options::default() };
        let (corpus, problems) = Corpus::of(sources, &settings, &options);
        for problem in &problems {
            sink.problem(problem);
        }
        let inputs = Inputs::default();
        self.view.show(Letters { corpus, place: "letters", inputs: &inputs, notes: Vec::new() }, stage, sink)
    }
}
