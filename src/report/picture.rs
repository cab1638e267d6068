//! The timeline as a picture for slides: the signs of the page, drawn to scale with their names.

use super::standing::{Standing, Standings};
use super::timeline::{Cell, Column, Timeline, timelines};
use super::{Dossier, html, label, templates};
use crate::problem::Problem;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// Sizes in pixels: a row, a column, the margin, a line of small and of large text.
const ROW: usize = 30;
const COLUMN: usize = 132;
const MARGIN: usize = 24;
const SMALL: usize = 15;
const LINE: usize = 17;

/// Columns of text beside a row and above a column, and lines above it.
const LABEL: usize = 44;
const HEAD: usize = 20;
const HEAD_LINES: usize = 3;

/// About the width of a letter of a label.
const LETTER: usize = 7;

#[derive(Debug, Serialize)]
struct Picture {
    width: usize,
    height: usize,
    title: String,
    version: &'static str,
    texts: Vec<Text>,
    lines: Vec<(usize, usize, usize)>,
    rules: Vec<usize>,
    signs: Vec<Sign>,
}

#[derive(Debug, Serialize)]
struct Text {
    x: usize,
    y: usize,
    class: &'static str,
    words: String,
}

#[derive(Debug, Serialize)]
struct Sign {
    x: usize,
    y: usize,
    class: String,
    words: String,
}

/// The timeline of a dossier as SVG.
///
/// # Errors
/// When the picture's template is broken.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, svg};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let picture = svg(&Dossier::of(corpus, &Pairs::default(), "letters"))?;
/// assert!(picture.starts_with("<svg "));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn svg(dossier: &Dossier) -> Result<String, Problem> {
    let report = &dossier.report;
    let standings = Standings::of(report);
    let mut picture = Picture {
        width: 0,
        height: MARGIN,
        title: super::prose::headline(report, &standings),
        version: env!("CARGO_PKG_VERSION"),
        texts: Vec::new(),
        lines: Vec::new(),
        rules: Vec::new(),
        signs: Vec::new(),
    };
    let all = timelines(report, &standings);
    let widest = all.iter().flat_map(|timeline| &timeline.rows);
    let label =
        widest.map(|row| row.thread.label.width().min(LABEL)).max().unwrap_or(0) * LETTER + 2 * MARGIN;
    for timeline in &all {
        picture.timeline(timeline, label);
    }
    picture.legend();
    let environment = templates::environment(&[
        ("picture.svg", include_str!("html/templates/picture.svg")),
        ("signs.svg", html::SIGNS),
    ])?;
    templates::fill(&environment, "picture.svg", &picture)
}

impl Picture {
    fn text(&mut self, x: usize, y: usize, class: &'static str, words: impl Into<String>) {
        self.texts.push(Text { x, y, class, words: words.into() });
    }

    fn timeline(&mut self, timeline: &Timeline, label: usize) {
        self.width = self.width.max(label + timeline.columns.len() * COLUMN + MARGIN);
        if let Some(series) = timeline.series {
            self.text(MARGIN, self.height + LINE, "name", series);
            self.height += 2 * LINE;
        }
        let top = self.height;
        for (at, column) in timeline.columns.iter().enumerate() {
            self.head(column, label + at * COLUMN + COLUMN / 2, top);
        }
        self.rules.push(self.height);
        for row in &timeline.rows {
            let lines = textwrap::wrap(&row.thread.label, LABEL);
            let height = ROW.max(lines.len() * LINE + ROW - LINE);
            let middle = self.height + height / 2;
            for (at, line) in lines.iter().enumerate() {
                let y = middle + 4 + at * LINE - (lines.len() - 1) * LINE / 2;
                self.text(MARGIN, y, "label", line.as_ref());
            }
            for (at, cell) in row.cells.iter().enumerate() {
                let what = format!("{}, {}", row.thread.label, timeline.columns[at].edition);
                self.cell(cell, label + at * COLUMN + COLUMN / 2, middle, &what);
            }
            self.height += height;
        }
        self.rules.push(self.height);
        self.height += MARGIN;
    }

    /// An edition with its dates and senders; the height grows to hold them.
    fn head(&mut self, column: &Column, x: usize, top: usize) {
        self.text(x, top + LINE, "edition", column.edition.as_str());
        let mut y = top + LINE + SMALL + 2;
        let dates = column.dates();
        if dates != column.edition.as_str() {
            // First and last date, one under the other.
            for date in dates.split_inclusive(" – ") {
                self.text(x, y, "small", date.trim());
                y += SMALL;
            }
        }
        let senders = column.senders.join("; ");
        let mut lines = textwrap::wrap(&senders, HEAD);
        let cut = lines.len() > HEAD_LINES;
        lines.truncate(HEAD_LINES);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter().enumerate() {
            self.text(x, y, "small", format!("{line}{}", if cut && at == last { "…" } else { "" }));
            y += SMALL;
        }
        self.height = self.height.max(y);
    }

    fn cell(&mut self, cell: &Cell, x: usize, y: usize, what: &str) {
        if cell.from_left {
            self.lines.push((x - COLUMN / 2, y, x));
        }
        if cell.to_right {
            self.lines.push((x, y, x + COLUMN / 2));
        }
        self.signs.push(Sign {
            x: x - 10,
            y: y - 10,
            class: class(cell.standing),
            words: format!("{what}: {}", cell.standing.words()),
        });
    }

    /// What the signs mean, in as many lines as the width asks for.
    fn legend(&mut self) {
        let mut x = MARGIN;
        for standing in Standing::ALL {
            let room = 28 + standing.words().width() * LETTER + 16;
            if x + room > self.width && x > MARGIN {
                x = MARGIN;
                self.height += ROW - 6;
            }
            self.signs.push(Sign {
                x,
                y: self.height - 10,
                class: class(standing),
                words: standing.words().to_owned(),
            });
            self.text(x + 26, self.height + 4, "small left", standing.words());
            x += room;
        }
        self.height += MARGIN;
    }
}

fn class(standing: Standing) -> String {
    label(standing).replace(' ', "-")
}
