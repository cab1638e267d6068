//! Lines to paragraphs and list items.

use super::chars::Page;
use super::lines::{Column, Line};
use crate::source::formats::draft::{Label, Piece};
use crate::source::formats::words::{Style, Words};
use std::collections::{BTreeMap, BTreeSet};

/// What is usual in a document.
pub struct Measures {
    /// Size of most letters.
    pub size: f64,
    /// From baseline to baseline within a paragraph, for letters of size 1.
    leading: f64,
    /// Right edge of each kind of column.
    right: BTreeMap<Column, f64>,
    /// Words that stand whole inside lines, in small letters.
    words: BTreeSet<String>,
}

impl Measures {
    /// Measures the pages.
    pub fn of(pages: &[Page]) -> Measures {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        let mut right: BTreeMap<Column, f64> = BTreeMap::new();
        let mut leadings = Vec::new();
        let mut words = BTreeSet::new();
        for page in pages {
            let mut before: Option<&Line> = None;
            for line in &page.lines {
                let text = line.text();
                *sizes.entry((line.size * 4.0).round() as i64).or_default() += text.len();
                let edge = right.entry(line.column).or_insert(line.end);
                *edge = edge.max(line.end);
                if let Some(before) = before
                    && before.column == line.column
                    && line.y > before.y
                {
                    leadings.push((line.y - before.y) / line.size.max(1.0));
                }
                let inside = text.split(|c: char| !(c.is_alphabetic() || c == '-'));
                words.extend(
                    inside.filter(|word| word.len() > 3 && !word.ends_with('-')).map(str::to_lowercase),
                );
                before = Some(line);
            }
        }
        let size =
            sizes.iter().max_by_key(|(size, count)| (**count, **size)).map_or(11.0, |(s, _)| *s as f64 / 4.0);
        leadings.retain(|leading| (0.8..2.6).contains(leading));
        leadings.sort_by(f64::total_cmp);
        let leading = leadings.get(leadings.len() / 4).copied().unwrap_or(1.2);
        Measures { size, leading, right, words }
    }

    /// Whether a line ends where its next word would still have had room: on purpose.
    fn ends_early(&self, line: &Line, next: &Line) -> bool {
        let right = self.right.get(&line.column).copied().unwrap_or(line.end);
        let text = next.text();
        let first = text.split(' ').next().unwrap_or_default().chars().count() as f64;
        let letters = text.chars().count().max(1) as f64;
        let width = (next.end - next.x) / letters * first;
        line.end + width * 1.25 + line.size * 1.2 < right
    }

    /// How two lines of one paragraph are joined.
    fn join(&self, before: &str, after: &str) -> Join {
        let head = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if before.ends_with('\u{ad}') {
            return Join::Broken;
        }
        let Some(stem) = before.strip_suffix(['-', '\u{2010}']) else { return Join::Space };
        let tail = stem.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if tail.is_empty() || head.is_empty() {
            return if stem.ends_with(char::is_alphanumeric) { Join::Tight } else { Join::Space };
        }
        let (tail, small) = (tail.to_lowercase(), head.to_lowercase());
        let compound = self.words.contains(&format!("{tail}-{small}"));
        let whole = self.words.contains(&format!("{tail}{small}"));
        let usual = PREFIXES.contains(&tail.as_str()) || stem.ends_with(|c: char| c.is_uppercase());
        if head.starts_with(char::is_uppercase) || compound && !whole || usual && !whole {
            Join::Tight
        } else {
            Join::Broken
        }
    }
}

/// First parts of words that are written with a hyphen wherever they stand.
const PREFIXES: [&str; 26] = [
    "all", "anti", "co", "cross", "ex", "first", "full", "half", "high", "in", "long", "low", "multi", "non",
    "one", "post", "pre", "pro", "self", "semi", "short", "so", "state", "third", "well", "year",
];

enum Join {
    Space,
    /// The hyphen stays.
    Tight,
    /// The word was broken: the hyphen goes.
    Broken,
}

/// Writes paragraphs from lines.
pub struct Writer<'m> {
    measures: &'m Measures,
    out: Vec<Piece>,
    open: Option<Open>,
    /// Left edges of the bullets of the lists that are open.
    lists: Vec<f64>,
}

/// A paragraph under way.
struct Open {
    runs: Vec<Run>,
    first: Line,
    last: Line,
    page: usize,
    lines: usize,
}

enum Run {
    Text(String, bool),
    Break,
    Page(usize),
}

impl<'m> Writer<'m> {
    /// A writer for a document that was measured.
    pub fn new(measures: &'m Measures) -> Writer<'m> {
        Writer { measures, out: Vec::new(), open: None, lists: Vec::new() }
    }

    /// Takes the next line.
    pub fn line(&mut self, line: &Line, page: usize) {
        let goes_on = self.open.as_ref().is_some_and(|open| self.goes_on(open, line, page));
        match &mut self.open {
            Some(open) if goes_on => {
                let early = open.page == page
                    && open.first.bullet.is_none()
                    && open.last.column == line.column
                    && self.measures.ends_early(&open.last, line);
                open.add(line, page, early, self.measures);
            }
            _ => {
                self.close();
                let mut open =
                    Open { runs: Vec::new(), first: line.clone(), last: line.clone(), page, lines: 1 };
                open.runs.push(Run::Page(page));
                open.runs.extend(line.runs.iter().map(|(text, raised)| Run::Text(text.clone(), *raised)));
                self.open = Some(open);
            }
        }
    }

    fn goes_on(&self, open: &Open, line: &Line, page: usize) -> bool {
        let last = &open.last;
        let text = line.text();
        let before = last.text();
        if line.bullet.is_some() || (line.size - last.size).abs() > 0.12 * last.size {
            return false;
        }
        let finished = before.trim_end().ends_with(['.', '?', '!', ':', ';', '"', '\u{201d}', ')']);
        if page != open.page || line.column != last.column || line.y < last.y {
            // Over the edge of a page or a column.
            let small = text.starts_with(|c: char| c.is_lowercase());
            let early = self.measures.ends_early(last, line);
            return !is_marked(&text) && (small && !finished || !finished && !early && open.lines > 1);
        }
        let gap = (line.y - last.y) / line.size.max(1.0);
        if gap > self.measures.leading * 1.22 + 0.05 {
            return false;
        }
        let early = self.measures.ends_early(last, line);
        if is_marked(&text) && (early || finished || before.ends_with([',', 'd'])) {
            return false;
        }
        if let Some(bullet) = open.first.bullet {
            // An item's lines hang; one that does not is no part of it.
            return line.x > bullet + 0.4 * line.size || (line.x - last.x).abs() < 1.0 && open.lines > 1;
        }
        let set_in = line.x - last.x > 0.9 * line.size;
        !(set_in && (early || finished) && open.lines > 1)
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let mut words = Words::default();
        for run in &open.runs {
            match run {
                Run::Page(page) => words.page(*page),
                Run::Break => words.line_break(),
                Run::Text(text, raised) => words.push(text, Style { bold: false, superscript: *raised }),
            }
        }
        let piece = match open.first.bullet {
            Some(x) => {
                self.lists.retain(|other| *other < x + 4.0);
                if self.lists.last().is_none_or(|other| x - other > 4.0) {
                    self.lists.push(x);
                }
                Piece::Item { depth: self.lists.len() - 1, label: Label::Bullet, words }
            }
            None => {
                self.lists.clear();
                let ratio = open.first.size / self.measures.size.max(1.0);
                match open.lines {
                    1 | 2 if ratio > 1.6 => Piece::Heading(1, words),
                    1 | 2 if ratio > 1.18 => Piece::Heading(2, words),
                    _ => Piece::Paragraph(words),
                }
            }
        };
        self.out.push(piece);
    }

    /// The pieces.
    pub fn finish(mut self) -> Vec<Piece> {
        self.close();
        self.out
    }
}

impl Open {
    fn add(&mut self, line: &Line, page: usize, early: bool, measures: &Measures) {
        let after = line.text();
        if early {
            self.runs.push(Run::Break);
        } else {
            let last = self.runs.iter_mut().rev().find_map(|run| match run {
                Run::Text(text, _) => Some(text),
                _ => None,
            });
            if let Some(text) = last {
                match measures.join(text, &after) {
                    Join::Space => text.push(' '),
                    Join::Tight => {}
                    Join::Broken => {
                        text.pop();
                    }
                }
            }
        }
        if page != self.page {
            self.runs.push(Run::Page(page));
            self.page = page;
        }
        self.runs.extend(line.runs.iter().map(|(text, raised)| Run::Text(text.clone(), *raised)));
        self.last = line.clone();
        self.lines += 1;
    }
}

/// Whether a line begins with the mark of a numbered or lettered item.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start();
    let open = text.strip_prefix('(');
    let body = open.unwrap_or(text);
    let mark: String = body.chars().take_while(char::is_ascii_alphanumeric).collect();
    let after = &body[mark.len()..];
    let numbered = mark.len() <= 2 && !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit());
    let lettered = mark.len() <= 4
        && !mark.is_empty()
        && (mark.len() == 1 || mark.to_lowercase().bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
    let closed = if open.is_some() {
        after.starts_with(") ")
    } else {
        after.starts_with(". ") || after.starts_with(") ")
    };
    (numbered || lettered) && closed
}
