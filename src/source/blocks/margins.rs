//! What stands in the margin of every line and is no part of it: numbers of lines, marks of quotation.

use super::lines::Line;
use crate::text::Span;

/// Fewest lines that show a habit.
const FEWEST: usize = 8;

/// Takes numbers of lines, and marks that quote the whole text, off the lines.
pub fn strip(text: &str, lines: &mut [Line]) {
    unquote(text, lines);
    unnumber_left(text, lines);
    unnumber_right(text, lines);
}

/// A text that is quoted from its first line to its last is a text that was passed on.
fn unquote(text: &str, lines: &mut [Line]) {
    loop {
        let written = lines.iter().filter(|line| !line.is_blank()).count();
        let quoted = lines.iter().filter(|line| line.text(text).starts_with('>')).count();
        if written < FEWEST || quoted * 20 < written * 19 {
            return;
        }
        for line in lines.iter_mut().filter(|line| line.text(text).starts_with('>')) {
            move_in(text, line, 1);
            // The space after the mark belongs to the mark.
            line.indent = line.indent.saturating_sub(1);
        }
    }
}

/// Bills and pleadings number their lines: 1, 2, 3, from page to page or through the text.
fn unnumber_left(text: &str, lines: &mut [Line]) {
    let numbers: Vec<Option<(u32, usize)>> =
        lines.iter().map(|line| leading_number(line.text(text))).collect();
    let written = lines.iter().filter(|line| !line.is_blank()).count();
    let rising = rises(numbers.iter().flatten().map(|(number, _)| *number), 1);
    // Lines that only turn the page have none.
    if rising < FEWEST || rising * 10 < written * 8 {
        return;
    }
    let columns = lines.iter().zip(&numbers).filter_map(|(line, number)| {
        let (_, len) = (*number)?;
        let rest = line.text(text).get(len..)?;
        let gap = rest.len() - rest.trim_start().len();
        (gap < rest.len()).then_some(line.indent + len + gap)
    });
    let edge = columns.min().unwrap_or_default();
    for (line, number) in lines.iter_mut().zip(&numbers) {
        if let Some((_, len)) = number {
            let number_end = line.indent + len;
            let start = line.content.start + len;
            let rest = Span::new(start, line.content.end).trimmed(text);
            line.indent =
                if rest.is_empty() { 0 } else { (number_end + rest.start - start).saturating_sub(edge) };
            line.content = rest;
        }
    }
}

/// Others number each fifth line, at its end.
fn unnumber_right(text: &str, lines: &mut [Line]) {
    let trailing = |line: &Line| -> Option<(u32, usize)> {
        let content = line.text(text);
        let rest = content.trim_end_matches(|c: char| c.is_ascii_digit());
        let gap = rest.len() - rest.trim_end_matches([' ', '\t']).len();
        let number = content.get(rest.len()..)?.parse().ok()?;
        (gap >= 2 && content.len() - rest.len() < 5 && number % 5 == 0)
            .then_some((number, rest.trim_end().len()))
    };
    let numbers: Vec<Option<(u32, usize)>> = lines.iter().map(trailing).collect();
    let rising = rises(numbers.iter().flatten().map(|(number, _)| *number), 5);
    let numbered = numbers.iter().flatten().count();
    if rising < 3
        || rising * 10 < numbered * 9
        || rising * 8 < lines.iter().filter(|line| !line.is_blank()).count()
    {
        return;
    }
    for (line, number) in lines.iter_mut().zip(&numbers) {
        if let Some((_, len)) = number {
            line.content = Span::new(line.content.start, line.content.start + len);
        }
    }
}

/// The number that begins a line and is no mark of a list: nothing but space follows it.
fn leading_number(content: &str) -> Option<(u32, usize)> {
    let len = content.bytes().take_while(u8::is_ascii_digit).count();
    let spaced = content[len..].is_empty() || content[len..].starts_with([' ', '\t']);
    let number = content.get(..len).filter(|digits| digits.len() < 6)?.parse().ok()?;
    spaced.then_some((number, len))
}

/// How many of some numbers are greater by a step than the one before, or begin again.
fn rises(numbers: impl Iterator<Item = u32>, step: u32) -> usize {
    let mut last = None;
    let mut count = 0;
    for number in numbers {
        let next = last.is_none_or(|last: u32| number > last && number - last <= 3 * step);
        count += usize::from(next || number == step);
        last = Some(number);
    }
    count
}

/// Moves the start of a line in, over the white space there.
fn move_in(text: &str, line: &mut Line, by: usize) {
    let start = line.content.start + by;
    let rest = Span::new(start, line.content.end);
    let inner = rest.trimmed(text);
    line.indent = if inner.is_empty() { 0 } else { inner.start - start };
    line.content = inner;
}
