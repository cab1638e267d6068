//! `demarche diff`: how the demands changed.

use super::common::Input;
use super::filter::Filter;
use super::output::{Inputs, MADE_BY, Output};
use super::wordings::{Texts, Wordings};
use super::{Sink, Stage, Status, git, named};
use crate::corpus::Corpus;
use crate::lineage::{self, Label, Pairs, Report};
use crate::problem::Problem;
use crate::report::{Theme, json, sheets, terminal};
use clap::{Args, ValueEnum};

/// Show how the demands of letters changed over time
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  demarche diff letters
  demarche diff letters --summary --only new,strengthened
  demarche diff letters --from 2021 --to 2025 --side-by-side
  demarche diff old.docx new.html --by path
  demarche diff --git HEAD~1 letters")]
pub struct Diff {
    #[command(flatten)]
    pub(super) input: Input,
    /// Compare with a revision of git
    ///
    /// Or, as A..B, two revisions. Each letter is compared with itself; letters that were added and removed are
    /// compared with each other, since they may have been renamed.
    #[arg(long, value_name = "REV", conflicts_with_all = ["by", "from", "to", "baseline"])]
    git: Option<String>,
    #[command(flatten)]
    view: View,
}

/// What is compared and what is shown.
#[derive(Debug, Args)]
pub struct View {
    /// Compare from this edition, with --to
    #[arg(long, value_name = "EDITION", requires = "to")]
    from: Option<String>,
    /// Compare to this edition, with --from
    #[arg(long, value_name = "EDITION", requires = "from")]
    to: Option<String>,
    /// Compare every later edition with this one
    #[arg(long, value_name = "EDITION", conflicts_with = "from", hide_short_help = true)]
    baseline: Option<String>,
    /// One line for each change
    #[arg(long, conflicts_with_all = ["stat", "track"])]
    summary: bool,
    /// Only how many changes of each kind
    #[arg(long, conflicts_with = "track")]
    stat: bool,
    /// Also list the pairs that might have been judged the other way
    #[arg(long, hide_short_help = true)]
    show_uncertain: bool,
    /// Follow a word through the editions
    ///
    /// "all" follows instruments, amounts and words of urgency.
    #[arg(long, value_name = "TERM", hide_short_help = true)]
    track: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Which table to print as CSV
    #[arg(long, value_enum, default_value = "changes", hide_short_help = true)]
    table: Table,
    #[command(flatten)]
    output: Output,
    /// End with exit code 1 when anything changed
    #[arg(long, hide_short_help = true)]
    exit_code: bool,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    wordings: Wordings,
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
        let (corpus, notes) = match &self.git {
            Some(range) => {
                let compared = git::read(range, &self.input, stage, sink)?;
                let same = compared.corpus.records.is_empty() && compared.alone.is_empty();
                let none = same.then(|| format!("no letter differs between {}", compared.range));
                (compared.corpus, none.into_iter().chain(compared.alone).collect())
            }
            None => (self.input.read(stage, sink)?, Vec::new()),
        };
        let letters =
            Letters { corpus, place: &self.input.place(), inputs: &self.input.inputs(stage)?, notes };
        self.view.show(letters, stage, sink)
    }
}

/// What to do where several letters are one point in time.
const ONE_EDITION: &str =
    "the letters are of one edition, so nothing is compared; try --by month, letter or path";

/// What is compared.
pub struct Letters<'a> {
    /// The letters.
    pub corpus: Corpus,
    /// Where they are, in few words.
    pub place: &'a str,
    /// What was read.
    pub inputs: &'a Inputs,
    /// What is to be said beside the report.
    pub notes: Vec<String>,
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
    pub fn show(&self, letters: Letters, stage: &Stage, sink: &mut Sink) -> Result<Status, Problem> {
        let Letters { corpus, place, inputs, mut notes } = letters;
        let pairs = self.pairs(&corpus)?;
        let texts = self.wordings.texts(&corpus);
        let (report, left_out) = self.filter.choose(sink.compare(corpus, &pairs))?;
        self.refuse_half_tables()?;
        let came_or_went = !notes.is_empty() && !report.letters.is_empty();
        let comparable = report.series().iter().any(|series| report.editions_of(*series).len() > 1);
        if notes.is_empty() && report.letters.len() > 1 && !comparable {
            notes.push(ONE_EDITION.to_owned());
        }
        // The short views never show it.
        if !self.summary && !self.stat && self.track.is_none() {
            notes.extend(left_out);
        }
        let text = match self.format {
            Format::Json if self.output.output.is_none() => {
                sink.write(|out| json::write_pretty(&report, out));
                String::new()
            }
            Format::Json => json::pretty(&report).map_err(|error| Problem::new("JSON", error.to_string()))?,
            Format::Text => self.text(&report, texts.as_ref(), place, &notes, stage),
            Format::Csv => sheets::csv(&self.table.of(&report))?,
            Format::Xlsx => {
                self.output.write_only("xlsx", &sheets::xlsx(&sheets::all(&report))?, inputs)?;
                String::new()
            }
        };
        match self.format {
            _ if text.is_empty() => {}
            Format::Text => self.output.sign_or_print(&text, MADE_BY, inputs, sink)?,
            _ => self.output.write_or_print(&text, inputs, sink)?,
        }
        let same = |label: Label| label == Label::Kept;
        let changed = report
            .transitions
            .iter()
            .flat_map(|transition| &transition.changes)
            .any(|change| !same(change.label));
        let changed = changed || came_or_went;
        Ok(if self.exit_code && changed { Status::Differs } else { Status::Done })
    }

    fn text(
        &self,
        report: &Report,
        texts: Option<&Texts>,
        place: &str,
        notes: &[String],
        stage: &Stage,
    ) -> String {
        let to_file = self.output.output.is_some();
        let mut page = if to_file { stage.plain_page() } else { stage.page_on(&report.letters) };
        let coloured = !to_file && matches!(stage.theme, Theme::Colour(_));
        let wordings = self.wordings.shown(texts, coloured);
        match self.track.as_deref() {
            // What kept them from being read is told already.
            _ if report.letters.is_empty() => {}
            // That nothing changed would be wrong where a letter came or went, or nothing was compared.
            _ if !notes.is_empty() && report.transitions.is_empty() && self.summary => {}
            Some("all") => terminal::tracks(&mut page, &report.tracks),
            Some(term) => terminal::tracks(&mut page, &lineage::track_term(&report.letters, term)),
            None if self.stat => terminal::stat(&mut page, report),
            None if self.summary => terminal::summary(&mut page, report),
            None if self.filter.is_set() => {
                terminal::changes(&mut page, report, &wordings);
                if report.transitions.is_empty() {
                    terminal::summary(&mut page, report);
                }
            }
            None => {
                terminal::overview(&mut page, report, place);
                terminal::changes(&mut page, report, &wordings);
            }
        }
        if self.show_uncertain {
            terminal::doubts(&mut page, report);
        }
        if !notes.is_empty() {
            terminal::notes(&mut page, notes);
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
