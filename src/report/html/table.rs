//! The timeline as the page draws it: a table whose cells hold the signs.

use super::anchors::Anchors;
use crate::lineage::Report;
use crate::report::label;
use crate::report::standing::{Standing, Standings};
use crate::report::timeline::{Cell, Column, Timeline, timelines};
use serde::Serialize;

/// The timeline of one series.
#[derive(Debug, Serialize)]
pub struct Table {
    /// The series.
    pub series: Option<String>,
    /// The editions.
    pub columns: Vec<Head>,
    /// The threads.
    pub rows: Vec<Row>,
    /// Another edition may be chosen as the one to compare with.
    pub baselines: bool,
    /// How it is printed.
    pub on_paper: &'static str,
}

/// An edition at the axis.
#[derive(Debug, Serialize)]
pub struct Head {
    /// Its name.
    pub edition: String,
    /// When it was written, where its name does not say it already: one date, or the first and the last.
    pub dates: Vec<String>,
    /// Who wrote it.
    pub senders: String,
    /// The first of its letters.
    pub anchor: String,
}

/// A thread.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its card.
    pub anchor: String,
    /// Its id.
    pub id: String,
    /// What it asks.
    pub label: String,
    /// One cell for each edition.
    pub cells: Vec<Sign>,
    /// How it stands between each two editions that hold it: places in the legend, one digit each.
    pub between: String,
}

/// A thread in an edition.
#[derive(Debug, Serialize)]
pub struct Sign {
    /// The symbol.
    pub class: String,
    /// How it stands, in words.
    pub words: &'static str,
    /// A line leads here from the left.
    pub from_left: bool,
    /// A line leads on to the right.
    pub to_right: bool,
    /// Nothing stands here, and no line leads through.
    pub empty: bool,
}

/// The timelines of a report.
pub fn tables(report: &Report, standings: &Standings, anchors: &Anchors) -> Vec<Table> {
    timelines(report, standings).iter().map(|timeline| table(timeline, anchors)).collect()
}

/// A date at which a line may break off only as a whole.
fn dates(column: &Column) -> Vec<String> {
    let dates = column.dates();
    if dates == column.edition.as_str() {
        return Vec::new();
    }
    dates.split_inclusive(" –").map(|date| date.trim().to_owned()).collect()
}

/// How a sheet of paper holds so many editions: `narrow` with their names alone, `off` not at all.
fn on_paper(editions: usize) -> &'static str {
    match editions {
        0..=8 => "",
        9..=24 => "narrow",
        _ => "off",
    }
}

fn table(timeline: &Timeline, anchors: &Anchors) -> Table {
    let head = |column: &Column| Head {
        edition: column.edition.to_string(),
        dates: dates(column),
        senders: column.senders.join("; "),
        anchor: column.letters.first().map_or(String::new(), |letter| anchors.letter(&letter.id)),
    };
    let rows: Vec<Row> = timeline
        .rows
        .iter()
        .map(|row| Row {
            anchor: anchors.thread(timeline.series, &row.thread.id),
            id: row.thread.id.clone(),
            label: row.thread.label.clone(),
            cells: row.cells.iter().map(sign).collect(),
            between: row.between.iter().map(|standing| digit(*standing)).collect(),
        })
        .collect();
    // Of two editions, there is only the one before.
    let baselines = timeline.columns.len() > 2 && timeline.rows.iter().any(|row| !row.between.is_empty());
    Table {
        series: timeline.series.map(str::to_owned),
        columns: timeline.columns.iter().map(head).collect(),
        on_paper: on_paper(timeline.columns.len()),
        rows,
        baselines,
    }
}

fn sign(cell: &Cell) -> Sign {
    Sign {
        class: label(cell.standing).replace(' ', "-"),
        words: cell.standing.words(),
        from_left: cell.from_left,
        to_right: cell.to_right,
        empty: cell.standing == Standing::NotAsked && !cell.from_left && !cell.to_right,
    }
}

/// The place of a standing in the legend.
fn digit(standing: Standing) -> char {
    let place = Standing::ALL.iter().position(|one| *one == standing);
    place.and_then(|place| char::from_digit(u32::try_from(place).ok()?, 10)).unwrap_or('0')
}
