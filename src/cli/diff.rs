//! `demarche diff`: how the demands changed.

use super::common::{By, Input};
use super::filter::Filter;
use super::output::{Inputs, Output};
use super::{Sink, Stage, Status, named};
use crate::corpus::Corpus;
use crate::lineage::{self, Label, Pairs, Report};
use crate::problem::Problem;
use crate::report::{json, sheets, terminal};
use clap::{Args, ValueEnum};

/// Show how the demands of letters changed over time
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche diff letters\n  demarche diff letters --summary --only new,strengthened\n  demarche diff letters --from 2021 --to 2025\n  demarche diff one.docx other.html"
)]
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
    /// One line for each change
    #[arg(long, conflicts_with_all = ["stat", "track"])]
    summary: bool,
    /// Only how many changes of each kind
    #[arg(long, conflicts_with = "track")]
    stat: bool,
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
    #[command(flatten)]
    filter: Filter,
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
        let report = self.filter.choose(lineage::report(corpus, &pairs))?;
        self.refuse_half_tables()?;
        let text = match self.format {
            Format::Json if self.output.output.is_none() => {
                sink.write(|out| json::write_pretty(&report, out));
                String::new()
            }
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
        let mut page = if self.output.output.is_some() { stage.plain_page() } else { stage.page() };
        match self.track.as_deref() {
            Some("all") => terminal::tracks(&mut page, &report.tracks),
            Some(term) => terminal::tracks(&mut page, &lineage::track_term(&report.letters, term)),
            None if self.stat => terminal::stat(&mut page, report),
            None if self.summary => terminal::summary(&mut page, report),
            None if self.filter.is_set() => {
                terminal::changes(&mut page, report);
                if report.transitions.is_empty() {
                    terminal::summary(&mut page, report);
                }
            }
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

    /// Tables of whole editions have no meaning where some changes are left out.
    fn refuse_half_tables(&self) -> Result<(), Problem> {
        let whole = match (self.format, self.table) {
            (Format::Text | Format::Json, _) | (Format::Csv, Table::Changes) => {
                return Ok(());
            }
            (Format::Csv, _) => "this table tells of whole editions, not of single changes",
            (Format::Xlsx, _) => "the workbook tells of whole editions, not of single changes",
        };
        if !self.filter.is_set() {
            return Ok(());
        }
        Err(Problem::new("--only, --thread, --sender, --since", whole)
            .hint("leave them out, or take --format csv --table changes"))
    }

    fn pairs(&self, corpus: &Corpus) -> Result<Pairs, Problem> {
        let known = |name: &str| named::edition(&corpus.records, name);
        Ok(match (&self.from, &self.to, &self.baseline) {
            (Some(from), Some(to), _) => Pairs::Between(known(from)?, known(to)?),
            (_, _, Some(baseline)) => Pairs::Baseline(known(baseline)?),
            _ => Pairs::Consecutive,
        })
    }
}
