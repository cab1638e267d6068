//! Threads by editions, as data: what the page's table and the picture draw.

use super::prose;
use super::standing::{Standing, Standings};
use crate::corpus::{Edition, LetterRecord};
use crate::lineage::{Report, Thread};

/// The timeline of one series.
#[derive(Debug, Clone)]
pub struct Timeline<'r> {
    /// The series.
    pub series: Option<&'r str>,
    /// The editions.
    pub columns: Vec<Column<'r>>,
    /// The threads.
    pub rows: Vec<Row<'r>>,
}

/// An edition at the axis.
#[derive(Debug, Clone)]
pub struct Column<'r> {
    /// Its name.
    pub edition: &'r Edition,
    /// Its letters, in date order.
    pub letters: Vec<&'r LetterRecord>,
    /// Who wrote them, each once; documents that restate a letter are not counted.
    pub senders: Vec<&'r str>,
}

impl Column<'_> {
    /// The dates of its letters: one, or the first and the last.
    pub fn dates(&self) -> String {
        let own = || self.letters.iter().filter(|letter| letter.restates_letter.is_none());
        let dates: Vec<String> = own().map(|letter| prose::date(letter)).collect();
        match (dates.first(), dates.last()) {
            (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
            (Some(only), _) => only.clone(),
            _ => String::new(),
        }
    }
}

/// A thread.
#[derive(Debug, Clone)]
pub struct Row<'r> {
    /// The thread.
    pub thread: &'r Thread,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// How it stands in each column that holds it, against each earlier one that does: the second, the third and so on
    /// against the first, then against the second, and so on. Empty unless every pair was compared.
    pub between: Vec<Standing>,
}

/// A thread in an edition.
#[derive(Debug, Clone)]
pub struct Cell {
    /// How it stands there.
    pub standing: Standing,
    /// A line leads here from the cell before.
    pub from_left: bool,
    /// A line leads on to the next.
    pub to_right: bool,
}

/// The timelines of a report, series by series.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report};
/// use demarche::report::{Standings, timeline::timelines};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let report = report(corpus, &Pairs::default());
/// let timelines = timelines(&report, &Standings::of(&report));
/// assert_eq!(timelines[0].columns.len(), 4);
/// ```
pub fn timelines<'r>(report: &'r Report, standings: &Standings) -> Vec<Timeline<'r>> {
    report.series().into_iter().map(|series| timeline(report, series, standings)).collect()
}

fn timeline<'r>(report: &'r Report, series: Option<&'r str>, standings: &Standings) -> Timeline<'r> {
    let columns: Vec<Column> =
        report.editions_of(series).into_iter().map(|edition| column(report, series, edition)).collect();
    let of_series = report.threads.iter().filter(|thread| thread.series.as_deref() == series);
    let rows = of_series.map(|thread| row(thread, &columns, standings)).collect();
    Timeline { series, columns, rows }
}

fn column<'r>(report: &'r Report, series: Option<&str>, edition: &'r Edition) -> Column<'r> {
    let here = |letter: &&LetterRecord| letter.series.as_deref() == series && letter.edition == *edition;
    let letters: Vec<&LetterRecord> = report.letters.iter().filter(here).collect();
    let mut senders: Vec<&str> = Vec::new();
    for letter in letters.iter().filter(|letter| letter.restates_letter.is_none()) {
        let sender = letter.sender.as_deref().unwrap_or("sender not named");
        if !senders.contains(&sender) {
            senders.push(sender);
        }
    }
    Column { edition, letters, senders }
}

fn row<'r>(thread: &'r Thread, columns: &[Column], standings: &Standings) -> Row<'r> {
    let found: Vec<Standing> =
        columns.iter().map(|column| standings.in_story(thread, column.edition)).collect();
    let first = found.iter().position(|standing| standing.is_held());
    let last = found.iter().rposition(|standing| standing.is_held());
    let within = |at: usize| first.is_some_and(|first| at >= first) && last.is_some_and(|last| at <= last);
    let cells = found
        .iter()
        .enumerate()
        .map(|(at, standing)| Cell {
            standing: *standing,
            from_left: at > 0 && within(at) && within(at - 1),
            to_right: within(at) && within(at + 1),
        })
        .collect();
    Row { thread, cells, between: standings.between(thread) }
}
