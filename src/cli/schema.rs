//! `demarche schema`: the JSON Schema of the machine output.

use super::Sink;
use super::explain::Explained;
use crate::corpus::LetterRecord;
use crate::demand::Slots;
use crate::lineage::Report;
use crate::problem::Problem;
use crate::report::json;
use clap::{Args, ValueEnum};

/// Print the JSON Schema of the machine output
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche schema report")]
pub struct Schema {
    /// Whose output
    #[arg(value_enum)]
    of: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Output {
    /// What `extract --format json` prints
    Letters,
    /// One line of `extract --format jsonl`
    Letter,
    /// What `diff --format json` prints
    Report,
    /// One line of `slots`
    Slots,
    /// What `explain --format json` prints, and one line of `--format jsonl`
    Pair,
}

impl Schema {
    pub(super) fn run(&self, sink: &mut Sink) -> Result<(), Problem> {
        let schema = match self.of {
            Output::Letters => schemars::schema_for!(json::Letters),
            Output::Letter => schemars::schema_for!(LetterRecord),
            Output::Slots => schemars::schema_for!(Slots),
            Output::Pair => schemars::schema_for!(Explained),
            Output::Report => schemars::schema_for!(Report),
        };
        sink.print(&json::pretty(&schema).map_err(|error| Problem::new("JSON", error.to_string()))?);
        Ok(())
    }
}
