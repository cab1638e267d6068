//! Which of the marks found at the starts of lines are marks of lists: those that have the company they need.

use super::lines::{self, Line};
use super::marker::{self, Company, Mark, Marker};
use std::collections::{BTreeMap, BTreeSet};

/// The list marks of all lines.
pub fn find_marks<'t>(
    text: &'t str,
    lines: &[Line],
    width: Option<usize>,
    cited: &Cited,
) -> Vec<Option<Mark<'t>>> {
    let found: Vec<Option<Mark<'t>>> =
        lines.iter().map(|line| marker::find(line.content.slice(text).unwrap_or_default())).collect();
    let kin = Kin::of(&found);
    let mut last: Option<Marker> = None;
    let mut before: Option<&Line> = None;
    let mut marks = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let wraps =
            before.is_some_and(|before| !before.is_blank() && lines::is_wrap(text, before, line, width));
        let stands = |mark: &Mark| match (mark.company, mark.marker) {
            (Company::None, _) => true,
            (Company::Neighbour("["), _) if cited.is_note(line.text(text)) => false,
            (Company::Neighbour(words), marker) => kin.neighbour(words, marker),
            (Company::Opening(words), marker) => {
                kin.neighbour(words, marker) && (!wraps || follows(marker, last))
            }
            (Company::Kin, Marker::Bullet(sign)) => kin.bullets.get(&sign).is_some_and(|count| *count > 1),
            (Company::Kin, Marker::Letter(_)) => {
                follows(mark.marker, last) || next_of_kind(mark.marker, &found[index + 1..])
            }
            (Company::Kin, _) => {
                // After a colon that fills its line, a list begins all the same.
                let led = before.is_some_and(|before| before.text(text).ends_with(':'));
                !wraps || follows(mark.marker, last) || led && next_of_kind(mark.marker, &found[index + 1..])
            }
        };
        let mark = found[index].filter(stands);
        if let Some(mark) = mark {
            last = Some(mark.marker);
        }
        marks.push(mark);
        before = Some(line);
    }
    marks
}

/// The numbers in brackets that stand inside lines: what they lead to are notes, not items.
pub struct Cited(BTreeSet<u16>);

impl Cited {
    /// The numbers that a text cites.
    pub fn of(text: &str, lines: &[Line]) -> Cited {
        let mut found = BTreeSet::new();
        for line in lines {
            // A line's own mark cites nothing.
            let content = line.text(text).trim_start_matches('[');
            for part in content.split('[').skip(1) {
                let number = part.split_once(']').map(|(number, _)| number);
                found.extend(
                    number.filter(|number| number.len() < 4).and_then(|number| number.parse::<u16>().ok()),
                );
            }
        }
        Cited(found)
    }

    /// Whether a line is a note that the text cites.
    pub fn is_note(&self, content: &str) -> bool {
        let number = content.strip_prefix('[').and_then(|rest| rest.split_once("] "));
        number.is_some_and(|(number, _)| number.parse().is_ok_and(|number: u16| self.0.contains(&number)))
    }
}

/// How often each mark stands in a text.
#[derive(Default)]
struct Kin<'t> {
    bullets: BTreeMap<char, usize>,
    labels: BTreeMap<&'t str, Vec<u16>>,
}

impl<'t> Kin<'t> {
    fn of(found: &[Option<Mark<'t>>]) -> Kin<'t> {
        let mut kin = Kin::default();
        for mark in found.iter().flatten() {
            match (mark.company, mark.marker) {
                (_, Marker::Bullet(sign)) => *kin.bullets.entry(sign).or_default() += 1,
                (Company::Neighbour(words) | Company::Opening(words), Marker::Number(number)) => {
                    kin.labels.entry(words).or_default().push(number);
                }
                _ => {}
            }
        }
        for numbers in kin.labels.values_mut() {
            numbers.sort_unstable();
        }
        kin
    }

    /// Whether the number before or after it stands under the same words.
    fn neighbour(&self, words: &str, marker: Marker) -> bool {
        let Some(numbers) = self.labels.get(words) else { return false };
        let stands = |number: u16| numbers.binary_search(&number).is_ok();
        marker.ordinal().is_some_and(|own| stands(own + 1) || own > 1 && stands(own - 1))
    }
}

/// Whether a mark goes on where the list before it stopped.
pub fn follows(marker: Marker, last: Option<Marker>) -> bool {
    match (marker.ordinal(), last) {
        (Some(ordinal), Some(last)) if marker.same_style(last) => {
            last.ordinal().is_some_and(|before| ordinal == before + 1)
        }
        _ => false,
    }
}

/// Whether the list that a mark would open goes on.
fn next_of_kind(marker: Marker, later: &[Option<Mark>]) -> bool {
    let next = later.iter().flatten().map(|mark| mark.marker).find(|other| other.same_style(marker));
    next.is_some_and(|next| follows(next, Some(marker)))
}
