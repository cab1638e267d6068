//! The report as tables: demands, threads by editions, changes, signatories.

mod csv;
mod tables;
mod xlsx;

pub use csv::csv;
pub use tables::{changes, demands, matrix, signatories};
pub use xlsx::xlsx;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Its columns: names, and widths in characters.
    pub columns: Vec<(String, u8)>,
    /// Its rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::from(text.as_str())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// All tables of a report.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report};
/// use demarche::report::sheets;
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let report = report(corpus, &Pairs::default());
/// let names: Vec<&str> = sheets::all(&report).iter().map(|sheet| sheet.name).collect();
/// assert_eq!(names, ["demands", "matrix", "changes", "signatories"]);
/// ```
pub fn all(report: &crate::lineage::Report) -> [Sheet; 4] {
    [demands(report), matrix(report), changes(report), signatories(report)]
}
