//! `demarche diff`: how the demands changed.

use super::common::{By, Input};
use super::output::{Inputs, Output};
use super::{Sink, Stage, Status};
use crate::corpus::{Corpus, Edition};
use crate::lineage::{self, Label, Pairs, Report};
use crate::problem::Problem;
use crate::report::{Theme, json, sheets, terminal};
use clap::{Args, ValueEnum};

/// Show how the demands of letters changed over time
#[derive(Debug, Args)]
pub struct Diff {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    view: View,
}

/// What is compared and what is shown.
#[derive(Debug, Args)]
pub struct View {
    /// What makes letters one edition
    #[arg(long, value_enum, default_value = "year")]
    pub by: By,
    /// Compare from this edition (with --to)
    #[arg(long, value_name = "EDITION", requires = "to")]
    from: Option<String>,
    /// Compare to this edition (with --from)
    #[arg(long, value_name = "EDITION", requires = "from")]
    to: Option<String>,
    /// Compare every later edition with this one
    #[arg(long, value_name = "EDITION", conflicts_with = "from")]
    baseline: Option<String>,
    /// Also list the pairs that might have been judged the other way
    #[arg(long)]
    show_uncertain: bool,
    /// Follow a word, or "all" instruments, amounts and words of urgency, through the editions
    #[arg(long, value_name = "TERM")]
    track: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Which table to print as CSV
    #[arg(long, value_enum, default_value = "changes")]
    table: Table,
    #[command(flatten)]
    output: Output,
    /// End with exit code 1 when anything changed
    #[arg(long)]
    exit_code: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A report to read
    Text,
    /// The machine output, demarche.report/1
    Json,
    /// One table, see --table
    Csv,
    /// All tables as a workbook; needs -o
    Xlsx,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Table {
    /// One row for each demand, with all its slots
    Demands,
    /// How each thread stands in each edition
    Matrix,
    /// One row for each aspect of each change
    Changes,
    /// Who joined, left and stayed
    Signatories,
}

impl Diff {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<Status, Problem> {
        let (corpus, problems) = self.input.read(self.view.by.into())?;
        for problem in &problems {
            sink.problem(problem);
        }
        self.view.show(corpus, &self.input.place(), &self.input.inputs()?, stage, sink)
    }
}

impl Table {
    fn of(self, report: &Report) -> sheets::Sheet {
        match self {
            Table::Demands => sheets::demands(report),
            Table::Matrix => sheets::matrix(report),
            Table::Changes => sheets::changes(report),
            Table::Signatories => sheets::signatories(report),
        }
    }
}

impl View {
    /// Compares the letters and prints the report.
    ///
    /// # Errors
    /// When an edition that was named does not exist.
    pub fn show(
        &self,
        corpus: Corpus,
        place: &str,
        inputs: &Inputs,
        stage: &Stage,
        sink: &mut Sink,
    ) -> Result<Status, Problem> {
        let pairs = self.pairs(&corpus)?;
        let report = lineage::report(corpus, &pairs);
        let text = match self.format {
            Format::Json => json::pretty(&report).map_err(|error| Problem::new("JSON", error.to_string()))?,
            Format::Text => self.text(&report, place, stage),
            Format::Csv => sheets::csv(&self.table.of(&report))?,
            Format::Xlsx => {
                self.output.write_only("xlsx", &sheets::xlsx(&sheets::all(&report))?, inputs)?;
                String::new()
            }
        };
        if !text.is_empty() && !self.output.write(text.as_bytes(), inputs)? {
            sink.print(&text);
        }
        let same = |label: Label| label == Label::Kept;
        let changed = report
            .transitions
            .iter()
            .flat_map(|transition| &transition.changes)
            .any(|change| !same(change.label));
        Ok(if self.exit_code && changed { Status::Differs } else { Status::Done })
    }

    fn text(&self, report: &Report, place: &str, stage: &Stage) -> String {
        let theme = if self.output.output.is_some() { Theme::Plain } else { stage.theme };
        let mut page = terminal::Page::new(stage.width, theme);
        match self.track.as_deref() {
            Some("all") => terminal::tracks(&mut page, &report.tracks),
            Some(term) => terminal::tracks(&mut page, &lineage::track_term(&report.letters, term)),
            None => {
                terminal::overview(&mut page, report, place);
                terminal::changes(&mut page, report);
            }
        }
        if self.show_uncertain {
            terminal::doubts(&mut page, report);
        }
        page.finish()
    }

    fn pairs(&self, corpus: &Corpus) -> Result<Pairs, Problem> {
        let known = |name: &str| {
            let edition = Edition::named(name);
            let found = corpus.records.iter().any(|record| record.edition.as_str() == name);
            let mut all: Vec<&str> = corpus.records.iter().map(|record| record.edition.as_str()).collect();
            all.sort_unstable();
            all.dedup();
            if found {
                Ok(edition)
            } else {
                Err(Problem::new(name, "no such edition")
                    .hint(format!("the editions are {}", all.join(", "))))
            }
        };
        Ok(match (&self.from, &self.to, &self.baseline) {
            (Some(from), Some(to), _) => Pairs::Between(known(from)?, known(to)?),
            (_, _, Some(baseline)) => Pairs::Baseline(known(baseline)?),
            _ => Pairs::Consecutive,
        })
    }
}
