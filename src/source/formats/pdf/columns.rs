//! Where a page is parted into columns: two of text, or one of text with a narrow one beside it.

use super::glyphs::Glyph;
use super::lines::{Row, rows};

/// Width of the bins in which a page is looked through for the space between columns.
const BIN: f64 = 2.0;

/// Narrowest space between columns.
const GAP: f64 = 8.0;

/// The middle of the space between two columns, where a page has them.
pub fn gutter(glyphs: &[Glyph]) -> Option<f64> {
    let inked: Vec<&Glyph> = glyphs.iter().filter(|glyph| !glyph.is_blank()).collect();
    let left = inked.iter().map(|glyph| glyph.x).fold(f64::MAX, f64::min);
    let right = inked.iter().map(|glyph| glyph.end()).fold(f64::MIN, f64::max);
    let width = right - left;
    if !(100.0..5000.0).contains(&width) {
        return None;
    }
    let rows = rows(inked.into_iter().cloned().collect());
    let covered = covered(&rows, left, right);
    let between = |a: f64, b: f64| {
        let (start, end) =
            widest(&covered, bin(left + width * a, left), bin(left + width * b, left), rows.len() / 10);
        let middle = left + (start + end + 1) as f64 / 2.0 * BIN;
        ((end - start) as f64 * BIN >= GAP).then_some(middle)
    };
    let text = between(0.3, 0.7).filter(|middle| both_hold_text(&rows, *middle));
    let beside = || {
        let narrow = [between(0.12, 0.34), between(0.66, 0.88)];
        narrow.into_iter().flatten().find(|middle| one_is_apart(&rows, *middle))
    };
    text.or_else(beside)
}

fn bin(x: f64, left: f64) -> usize {
    ((x - left) / BIN).clamp(0.0, 2600.0) as usize
}

/// How many rows cover each bin of a page's width.
fn covered(rows: &[Row], left: f64, right: f64) -> Vec<usize> {
    let mut covered = vec![0_usize; bin(right, left) + 2];
    for row in rows {
        let mut done = 0;
        let mut glyphs: Vec<&Glyph> = row.glyphs.iter().map(|(glyph, _)| glyph).collect();
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        for glyph in glyphs {
            let (from, to) = (bin(glyph.x, left).max(done), bin(glyph.end(), left) + 1);
            covered.iter_mut().take(to).skip(from).for_each(|rows| *rows += 1);
            done = done.max(to);
        }
    }
    covered
}

/// The widest run of bins that few rows cover.
fn widest(covered: &[usize], from: usize, to: usize, most: usize) -> (usize, usize) {
    let (mut best, mut open) = ((0, 0), None);
    for (at, rows) in covered.iter().enumerate().take(to + 1).skip(from) {
        match (*rows <= most, open) {
            (true, None) => open = Some(at),
            (true, Some(start)) if at - start > best.1 - best.0 => best = (start, at),
            (false, _) => open = None,
            _ => {}
        }
    }
    best
}

fn both_hold_text(rows: &[Row], middle: f64) -> bool {
    let beside = |test: &dyn Fn((f64, f64)) -> bool| rows.iter().filter(|row| test(row.extent())).count();
    let (on_left, on_right) = (beside(&|(a, _)| a < middle), beside(&|(_, b)| b > middle));
    let enough = |rows_there: usize| rows_there >= 5 && rows_there * 6 > rows.len();
    enough(on_left) && enough(on_right)
}

/// Whether one side is a column of its own, as the names of a board beside a letter: smaller than the text, or on
/// lines of its own. Marks of a list and the first cells of a table are neither.
fn one_is_apart(rows: &[Row], middle: f64) -> bool {
    let sides = rows.iter().map(|row| {
        let (left, right): (Vec<_>, Vec<_>) =
            row.glyphs.iter().filter(|(glyph, _)| !glyph.is_blank()).partition(|(glyph, _)| glyph.x < middle);
        let size = |side: &[&(Glyph, bool)]| side.iter().map(|(glyph, _)| glyph.size).fold(0.0, f64::max);
        (size(&left), size(&right))
    });
    let sides: Vec<(f64, f64)> = sides.collect();
    let on = |test: &dyn Fn(&(f64, f64)) -> bool| sides.iter().filter(|side| test(side)).count();
    let (left, right) = (on(&|(a, _)| *a > 0.0), on(&|(_, b)| *b > 0.0));
    let narrow_left = left < right;
    let (narrow, both) = (left.min(right), on(&|(a, b)| *a > 0.0 && *b > 0.0));
    let smaller = on(&|(a, b)| {
        let (small, large) = if narrow_left { (*a, *b) } else { (*b, *a) };
        small > 0.0 && large > 0.0 && small < 0.93 * large
    });
    narrow >= 6 && ((narrow - both) * 5 > narrow * 2 || smaller * 10 > both * 9 && both > 0)
}
