//! `demarche explain`: why two demands are one, or not.

use super::common::Vocabulary;
use super::{Sink, Stage, table};
use crate::matching::{Canonical, Score, score};
use crate::problem::Problem;
use crate::report::{json, terminal};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;

/// Show how well two demands match, and why
#[derive(Debug, Args)]
pub struct Explain {
    /// The one demand
    #[arg(required_unless_present = "pairs", requires = "b")]
    a: Option<String>,
    /// The other
    b: Option<String>,
    /// Many pairs: a tab-separated file whose header names columns "a" and "b"
    #[arg(long, value_name = "FILE", conflicts_with_all = ["a", "b"])]
    pairs: Option<PathBuf>,
    #[command(flatten)]
    vocabulary: Vocabulary,
    /// Also show what would have to differ
    #[arg(long)]
    why_not: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A report to read
    Text,
    /// One object, indented
    Json,
    /// One object a line
    Jsonl,
}

/// A pair with its score.
#[derive(Debug, Serialize)]
struct Explained<'a> {
    a: &'a str,
    b: &'a str,
    #[serde(flatten)]
    score: Score,
}

impl Explain {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let lexicon = &*self.vocabulary.lexicon()?;
        let pairs = match (&self.pairs, &self.a, &self.b) {
            (Some(file), ..) => table::read(file, &["a", "b"])?,
            (None, Some(a), Some(b)) => vec![vec![a.clone(), b.clone()]],
            _ => Vec::new(),
        };
        for pair in &pairs {
            let (a, b) = (&pair[0], &pair[1]);
            let (one, other) = (Canonical::of(a, lexicon), Canonical::of(b, lexicon));
            let explained = Explained { a, b, score: score(&one, &other, lexicon) };
            let text = match self.format {
                Format::Json => json::pretty(&explained),
                Format::Jsonl => json::line(&explained),
                Format::Text => {
                    let mut page = terminal::Page::new(stage.width, stage.theme);
                    terminal::waterfall(&mut page, a, b, &explained.score);
                    if self.why_not {
                        terminal::why_not(&mut page, &explained.score);
                    }
                    Ok(page.finish())
                }
            };
            sink.print(&text.map_err(|error| Problem::new("JSON", error.to_string()))?);
        }
        Ok(())
    }
}
