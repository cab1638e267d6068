//! `demarche explain`: why two demands are one, or not.

use super::common::{Input, Vocabulary};
use super::{Sink, Stage, named, table};
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;
use crate::lineage;
use crate::matching::{Canonical, Score, score};
use crate::problem::Problem;
use crate::report::{json, terminal};
use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::PathBuf;

/// Show how well two demands match, and why
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche explain \"Free all prisoners\" \"Release the captives\" --why-not\n  demarche explain 2024#1 2025#2 --letters letters"
)]
pub struct Explain {
    /// The one demand: its words, or its id (2024#1) to have it read in its letter
    #[arg(required_unless_present = "pairs", requires = "b")]
    a: Option<String>,
    /// The other
    b: Option<String>,
    /// Many pairs: a tab-separated file whose header names columns "a" and "b"
    #[arg(long, value_name = "FILE", conflicts_with_all = ["a", "b"])]
    pairs: Option<PathBuf>,
    /// Where the letters of the ids are [default: ./letters]
    #[arg(long, value_name = "PATH", conflicts_with = "pairs")]
    letters: Vec<PathBuf>,
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
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained<'a> {
    /// The id of the one demand, where it was named by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    a_id: Option<&'a str>,
    /// The id of the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    b_id: Option<&'a str>,
    /// The words of the one demand.
    a: &'a str,
    /// The words of the other.
    b: &'a str,
    #[serde(flatten)]
    score: Score,
}

/// A demand to be compared.
struct Side {
    id: Option<String>,
    text: String,
    form: Canonical,
}

impl Side {
    fn of_text(text: &str, lexicon: &Lexicon) -> Side {
        Side { id: None, text: text.to_owned(), form: Canonical::of(text, lexicon) }
    }

    /// A demand in its letter, with the form that the threads are woven from.
    fn of_id(name: &str, corpus: &Corpus) -> Result<Side, Problem> {
        let id = named::demand(&corpus.records, name)?;
        let found = corpus.records.iter().find_map(|record| record.demand(id));
        match (found, lineage::canonical(corpus, id)) {
            (Some(demand), Some(form)) => {
                Ok(Side { id: Some(id.to_owned()), text: demand.text.clone(), form })
            }
            _ => Err(Problem::new(name, "no such demand")),
        }
    }

    fn shown(&self) -> String {
        match &self.id {
            Some(id) => format!("{}  {id}", self.text),
            None => self.text.clone(),
        }
    }
}

/// Whether words are an id and no demand: `letter#2`.
fn is_id(text: &str) -> bool {
    let number = |(_, number): (&str, &str)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    !text.contains(char::is_whitespace) && text.rsplit_once('#').is_some_and(number)
}

impl Explain {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        match (&self.pairs, &self.a, &self.b) {
            (Some(file), ..) => {
                let lexicon = &*self.vocabulary.lexicon()?;
                for pair in table::read(file, &["a", "b"])? {
                    let sides = [0, 1].map(|at| Side::of_text(&pair[at], lexicon));
                    self.pair(&sides, stage, sink)?;
                }
                Ok(())
            }
            (None, Some(a), Some(b)) if is_id(a) || is_id(b) => {
                let corpus = self.input().read(stage, sink)?;
                let side = |name: &str| match is_id(name) {
                    true => Side::of_id(name, &corpus),
                    false => Ok(Side::of_text(name, &corpus.lexicon)),
                };
                self.pair(&[side(a)?, side(b)?], stage, sink)
            }
            (None, Some(a), Some(b)) => {
                let lexicon = &*self.vocabulary.lexicon()?;
                self.pair(&[Side::of_text(a, lexicon), Side::of_text(b, lexicon)], stage, sink)
            }
            _ => Ok(()),
        }
    }

    /// The letters of the ids.
    pub(super) fn input(&self) -> Input {
        Input::of(self.letters.clone(), self.vocabulary.clone())
    }

    fn pair(&self, [a, b]: &[Side; 2], stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let explained = Explained {
            a_id: a.id.as_deref(),
            b_id: b.id.as_deref(),
            a: &a.text,
            b: &b.text,
            score: score(&a.form, &b.form),
        };
        let text = match self.format {
            Format::Json => json::pretty(&explained),
            Format::Jsonl => json::line(&explained),
            Format::Text => {
                let mut page = stage.page();
                terminal::waterfall(&mut page, &a.shown(), &b.shown(), &explained.score);
                if self.why_not {
                    terminal::why_not(&mut page, &explained.score);
                }
                Ok(page.finish())
            }
        };
        sink.print(&text.map_err(|error| Problem::new("JSON", error.to_string()))?);
        Ok(())
    }
}
