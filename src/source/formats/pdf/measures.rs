//! What is usual in a document: sizes, distances, edges, words that show where hyphens belong.

use super::chars::Page;
use super::lines::{Column, Line};
use crate::source::blocks::ends_mid_phrase;
use std::collections::{BTreeMap, BTreeSet};

/// From baseline to baseline of lines set solid, for letters of size 1.
const SINGLE: f64 = 1.2;

/// Fewest lines that flow on into the next and show how far apart lines of a paragraph stand.
const FLOWING: usize = 3;

/// Lines of a ragged text fill at least this part of its width.
const RAGGED: f64 = 0.8;

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
        let mut words = BTreeSet::new();
        for page in pages {
            for line in &page.lines {
                let text = line.text();
                *sizes.entry((line.size * 4.0).round() as i64).or_default() += text.len();
                let edge = right.entry(line.column).or_insert(line.end);
                *edge = edge.max(line.end);
                let inside = text.split(|c: char| !(c.is_alphabetic() || c == '-'));
                words.extend(
                    inside.filter(|word| word.len() > 3 && !word.ends_with('-')).map(str::to_lowercase),
                );
            }
        }
        let size =
            sizes.iter().max_by_key(|(size, count)| (**count, **size)).map_or(11.0, |(s, _)| *s as f64 / 4.0);
        let mut measures = Measures { size, leading: SINGLE, right, words };
        measures.leading = measures.usual_leading(pages);
        measures
    }

    /// The distance of lines within paragraphs, which shows between lines that fill their column and the next; where
    /// none does and goes on, every line is a paragraph of its own, and the distance from one to the next says nothing.
    fn usual_leading(&self, pages: &[Page]) -> f64 {
        let mut leadings: Vec<f64> = pages
            .iter()
            .flat_map(|page| page.lines.windows(2))
            .filter(|pair| is_below(&pair[0], &pair[1]) && !is_finished(&pair[0].text()))
            .filter(|pair| !self.ends_early(&pair[0], &pair[1]))
            .map(|pair| leading(&pair[0], &pair[1]))
            .filter(|leading| (0.8..2.6).contains(leading))
            .collect();
        let lines: usize = pages.iter().map(|page| page.lines.len()).sum();
        if leadings.len() < FLOWING.max(lines / 10) {
            return SINGLE;
        }
        leadings.sort_by(f64::total_cmp);
        leadings.get(leadings.len() / 4).copied().unwrap_or(SINGLE)
    }

    /// Tells lines where the text ends on the right in which they stand, where it does not fill its column: all its
    /// lines but the last come near the longest.
    pub fn find_edges(&self, lines: &mut [Line]) {
        for text in lines.chunk_by_mut(|one, other| is_below(one, other) && !self.is_apart(one, other)) {
            let left = text.iter().map(|line| line.x).fold(f64::MAX, f64::min);
            let edge = text.iter().map(|line| line.end).fold(f64::MIN, f64::max);
            let full = |line: &Line| line.end - left >= RAGGED * (edge - left);
            let runs_on = text.len() >= 3 && text[..text.len() - 1].iter().all(full);
            if runs_on {
                text.iter_mut().for_each(|line| line.edge = Some(edge));
            }
        }
    }

    /// Whether more than the usual space stands between two lines.
    pub fn is_apart(&self, before: &Line, line: &Line) -> bool {
        leading(before, line) > self.leading * 1.22 + 0.05
    }

    /// Whether a line ends where its next word would still have had room: on purpose.
    pub fn ends_early(&self, line: &Line, next: &Line) -> bool {
        let (before, text) = (line.text(), next.text());
        let column = self.right.get(&line.column).copied().unwrap_or(line.end);
        let right = line.edge.unwrap_or(column);
        let half = 2.0 * (line.end - line.x) > right - line.x;
        // An item's sentence, or a line that nothing begins with.
        let goes_on = is_marked(&before)
            || text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
        let goes_on = goes_on && half && !is_finished(&before) && !is_marked(&text);
        if ends_mid_phrase(&before) || goes_on {
            return false;
        }
        let first = text.split(' ').next().unwrap_or_default().chars().count() as f64;
        let letters = text.chars().count().max(1) as f64;
        let width = (next.end - next.x) / letters * first;
        line.end + width * 1.25 + line.size * 1.2 < right
    }

    /// How two lines of one paragraph are joined.
    pub fn join(&self, before: &str, after: &str) -> Join {
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

/// How two lines are joined.
pub enum Join {
    /// With a space between them.
    Space,
    /// The hyphen stays.
    Tight,
    /// The word was broken: the hyphen goes.
    Broken,
}

/// Whether a line is the next in its column.
fn is_below(before: &Line, line: &Line) -> bool {
    before.column == line.column && line.y > before.y
}

/// From baseline to baseline, for letters of size 1.
fn leading(before: &Line, line: &Line) -> f64 {
    (line.y - before.y) / line.size.max(1.0)
}

/// Whether a sentence or a lead-in ends with a line.
pub fn is_finished(text: &str) -> bool {
    text.trim_end().ends_with(['.', '?', '!', ':', ';', '"', '\u{201d}', ')'])
}

/// Whether a line begins with the mark of a numbered or lettered item.
pub fn is_marked(text: &str) -> bool {
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
