//! `demarche extract`: the demands of letters.

use super::common::{By, Input};
use super::{Sink, Stage};
use crate::lineage;
use crate::problem::Problem;
use crate::report::{json, terminal};
use clap::{Args, ValueEnum};

/// Show the demands of letters
#[derive(Debug, Args)]
pub struct Extract {
    #[command(flatten)]
    input: Input,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Group letters by
    #[arg(long, value_enum, default_value = "year")]
    by: By,
    /// Show what made each demand a demand, and every near miss
    #[arg(long)]
    why: bool,
    /// Show the zone of every part of the letter instead
    #[arg(long, conflicts_with = "why")]
    zones: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A report to read
    Text,
    /// The machine output, demarche.letters/1
    Json,
    /// The same, one letter a line
    Jsonl,
    /// The text that offsets refer to
    TextSource,
}

impl Extract {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (mut corpus, problems) = self.input.read(self.by.into())?;
        lineage::mark_restatements(&mut corpus);
        for problem in &problems {
            sink.problem(problem);
        }
        match self.format {
            Format::Json => {
                let text = json::letters(&corpus.records)
                    .map_err(|error| Problem::new("JSON", error.to_string()))?;
                sink.print(&text);
            }
            Format::Jsonl => {
                for record in &corpus.records {
                    let line = json::line(record).map_err(|error| Problem::new("JSON", error.to_string()))?;
                    sink.print(&line);
                }
            }
            Format::TextSource => corpus.letters.iter().for_each(|letter| sink.print(&letter.document.text)),
            Format::Text => {
                let mut page = terminal::Page::new(stage.width, stage.theme);
                if self.zones {
                    corpus.letters.iter().for_each(|letter| terminal::zones(&mut page, letter));
                } else {
                    let detail = if self.why { terminal::Detail::Why } else { terminal::Detail::Slots };
                    corpus.records.iter().for_each(|record| terminal::letter(&mut page, record, detail));
                }
                sink.print(&page.finish());
            }
        }
        Ok(())
    }
}
