//! Characters to lines, in the order in which a page is read: a page of two columns column by column.

use super::columns::gutter;
use super::glyphs::{Dot, Glyph};

/// In which column a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The only one, or a line across both.
    Whole,
    Left,
    Right,
}

/// A line of a page.
#[derive(Debug, Clone)]
pub struct Line {
    /// Left edge of its text.
    pub x: f64,
    /// Right edge.
    pub end: f64,
    /// Baseline, from the top of the page.
    pub y: f64,
    /// Size of most of its letters.
    pub size: f64,
    /// Its words; the mark says whether they are raised.
    pub runs: Vec<(String, bool)>,
    /// Left edge of the bullet before it, where there is one.
    pub bullet: Option<f64>,
    /// Where it stands.
    pub column: Column,
    /// Right edge of the text it stands in, where that is narrower than the column.
    pub edge: Option<f64>,
}

impl Line {
    /// The words without their raising.
    pub fn text(&self) -> String {
        self.runs.iter().map(|(text, _)| text.as_str()).collect()
    }
}

/// The lines of a page.
pub fn lines(mut glyphs: Vec<Glyph>, dots: &[Dot]) -> Vec<Line> {
    glyphs.retain(|glyph| glyph.x > -50.0 && glyph.y > -50.0);
    let mut out = Vec::new();
    match gutter(&glyphs) {
        None => add_rows(rows(glyphs), dots, Column::Whole, &mut out),
        Some(gutter) => {
            // Lines that cross the space between the columns part the page into bands.
            let crossing: Vec<f64> =
                rows(glyphs.clone()).iter().filter(|row| row.crosses(gutter)).map(|row| row.y).collect();
            let band = |y: f64| crossing.iter().filter(|line| **line < y - 2.0).count();
            let on_line = |y: f64, size: f64| crossing.iter().any(|line| (line - y).abs() < size * 0.3);
            for number in 0..=crossing.len() {
                let of_band = |glyph: &&Glyph| band(glyph.y) == number;
                let part = |column: Column| -> Vec<Glyph> {
                    let here = |glyph: &&Glyph| {
                        let whole = on_line(glyph.y, glyph.size);
                        match column {
                            Column::Whole => whole,
                            Column::Left => !whole && glyph.x < gutter,
                            Column::Right => !whole && glyph.x >= gutter,
                        }
                    };
                    glyphs.iter().filter(of_band).filter(here).cloned().collect()
                };
                for column in [Column::Left, Column::Right, Column::Whole] {
                    add_rows(rows(part(column)), dots, column, &mut out);
                }
            }
        }
    }
    out
}

/// Characters on one baseline, with raised ones.
pub struct Row {
    pub y: f64,
    pub size: f64,
    pub glyphs: Vec<(Glyph, bool)>,
}

impl Row {
    /// Left and right edge of what is printed.
    pub fn extent(&self) -> (f64, f64) {
        let inked = self.glyphs.iter().filter(|(glyph, _)| !glyph.is_blank());
        inked.fold((f64::MAX, f64::MIN), |(a, b), (glyph, _)| (a.min(glyph.x), b.max(glyph.end())))
    }

    fn crosses(&self, gutter: f64) -> bool {
        self.glyphs.iter().any(|(glyph, _)| !glyph.is_blank() && glyph.x < gutter && glyph.end() > gutter)
    }
}

/// Gathers characters by baseline, from the top.
pub fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if (glyph.y - row.y).abs() < 0.22 * row.size.max(glyph.size) => {
                row.size = row.size.max(glyph.size);
                row.glyphs.push((glyph, false));
            }
            _ => rows.push(Row { y: glyph.y, size: glyph.size, glyphs: vec![(glyph, false)] }),
        }
    }
    rows.retain(|row| row.glyphs.iter().any(|(glyph, _)| !glyph.is_blank()));
    // Raised marks come before the line they belong to.
    let mut out: Vec<Row> = Vec::with_capacity(rows.len());
    for mut row in rows {
        if let Some(raised) = out.last()
            && raised.size < 0.87 * row.size
            && row.y - raised.y < 0.7 * row.size
            && within(raised.extent(), row.extent(), 2.0 * row.size)
        {
            let raised = out.pop().map(|row| row.glyphs).unwrap_or_default();
            row.glyphs.extend(raised.into_iter().map(|(glyph, _)| (glyph, true)));
        }
        out.push(row);
    }
    for row in &mut out {
        row.glyphs.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    }
    out
}

fn within(inner: (f64, f64), outer: (f64, f64), slack: f64) -> bool {
    inner.0 > outer.0 - slack && inner.1 < outer.1 + slack
}

fn add_rows(rows: Vec<Row>, dots: &[Dot], column: Column, out: &mut Vec<Line>) {
    for row in rows {
        let (x, end) = row.extent();
        let drawn = dots.iter().find(|dot| {
            (row.y - 0.8 * row.size..row.y + 0.1 * row.size).contains(&dot.y)
                && dot.x < x
                && x - dot.x < 4.0 * row.size
        });
        let mut line = Line {
            x,
            end,
            y: row.y,
            size: usual_size(&row),
            runs: runs(&row),
            bullet: drawn.map(|dot| dot.x),
            column,
            edge: None,
        };
        take_bullet(&mut line, &row);
        if !line.text().trim().is_empty() {
            out.push(line);
        }
    }
}

fn usual_size(row: &Row) -> f64 {
    let mut sizes: Vec<f64> = row
        .glyphs
        .iter()
        .filter(|(glyph, raised)| !raised && !glyph.is_blank())
        .map(|(g, _)| g.size)
        .collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(row.size)
}

/// The words of a row, with spaces where the characters stand apart.
fn runs(row: &Row) -> Vec<(String, bool)> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    let mut before: Option<&Glyph> = None;
    let mut spaced = true;
    for (glyph, raised) in &row.glyphs {
        let again = before.is_some_and(|last| {
            last.text == glyph.text && !glyph.is_blank() && (last.x - glyph.x).abs() < 0.08 * glyph.size
        });
        if again {
            // Bold by printing twice.
            continue;
        }
        let apart = before.is_some_and(|last| glyph.x - last.end() > 0.19 * row.size);
        let blank = glyph.is_blank();
        if (apart || blank) && !spaced {
            match runs.last_mut() {
                Some((text, _)) => text.push(' '),
                None => runs.push((" ".to_owned(), false)),
            }
            spaced = true;
        }
        if !blank {
            match runs.last_mut() {
                Some((text, same)) if same == raised => text.push_str(&glyph.text),
                _ => runs.push((glyph.text.clone(), *raised)),
            }
            spaced = false;
        }
        // Spaces may be wider than what they stand for.
        if !blank || before.is_none() {
            before = Some(glyph);
        }
    }
    if let Some((text, _)) = runs.last_mut() {
        text.truncate(text.trim_end().len());
    }
    runs
}

/// A bullet that is a character is told apart from the text behind it.
fn take_bullet(line: &mut Line, row: &Row) {
    let alone = line.runs.len() < 2;
    let Some((first, _)) = line.runs.first_mut() else { return };
    let Some(c) = first.chars().next() else { return };
    let sign = matches!(
        c,
        '•' | '◦'
            | '▪'
            | '▫'
            | '‣'
            | '⁃'
            | '●'
            | '○'
            | '■'
            | '□'
            | '➢'
            | '❖'
            | '✓'
            | '\u{2610}'
            | '·'
    ) || ('\u{f000}'..='\u{f0ff}').contains(&c);
    let dashed = c == '-' && first[c.len_utf8()..].starts_with(' ');
    if !sign && !dashed {
        return;
    }
    let rest = first[c.len_utf8()..].trim_start().to_owned();
    if rest.is_empty() && alone {
        return;
    }
    *first = rest;
    line.bullet = Some(line.x);
    let behind = row.glyphs.iter().filter(|(glyph, _)| !glyph.is_blank()).nth(1);
    line.x = behind.map_or(line.x, |(glyph, _)| glyph.x);
}
