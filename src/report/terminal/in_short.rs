//! Changes in short: one line each, or one line a transition.

use super::layout::{Page, Piece};
use super::overview::{count, sign};
use crate::lineage::{Direction, Label, Report};
use crate::report::label;
use crate::report::theme::Role;

/// Writes one line for each change.
pub fn summary(page: &mut Page, report: &Report) {
    for transition in &report.transitions {
        let step = format!("{} → {}  ", transition.from, transition.to);
        for (_, wanted) in Label::ALL {
            for change in transition.changes.iter().filter(|change| change.label == wanted) {
                let (sign, role) = sign(change.label);
                let thread = report.thread(transition.series.as_deref(), &change.thread);
                let name = thread.map(|thread| thread.label.as_str()).unwrap_or_default();
                let word = label(change.label);
                let mut aspects: Vec<String> = Vec::new();
                for evidence in change.evidence.iter().filter(|one| one.direction != Direction::Other) {
                    let aspect = label(evidence.aspect);
                    if !aspects.contains(&aspect) {
                        aspects.push(aspect);
                    }
                }
                let aspects =
                    if aspects.is_empty() { String::new() } else { format!(": {}", aspects.join(", ")) };
                let pieces: Vec<Piece> = vec![
                    (Role::Dim, &step),
                    (role, sign),
                    (Role::Plain, " "),
                    (Role::Dim, &change.thread),
                    (Role::Plain, "  "),
                    (Role::Plain, name),
                    (Role::Plain, "  "),
                    (role, &word),
                    (Role::Dim, &aspects),
                ];
                page.flow("", 4, &pieces);
            }
        }
    }
    if report.transitions.iter().all(|transition| transition.changes.is_empty()) {
        page.flow("", 0, &[(Role::Dim, "no change")]);
    }
}

/// Writes for each transition how many changes of which kind it has, with a sign for each.
pub fn stat(page: &mut Page, report: &Report) {
    for transition in &report.transitions {
        let step = format!("{} → {}  ", transition.from, transition.to);
        let number = format!("{}  ", count(transition.changes.len(), "change"));
        let mut pieces: Vec<(Role, String)> = vec![(Role::Title, step), (Role::Plain, number)];
        let mut words: Vec<(Role, String)> = Vec::new();
        for (_, wanted) in Label::ALL {
            let of_label = transition.changes.iter().filter(|change| change.label == wanted).count();
            if of_label > 0 {
                let (sign, role) = sign(wanted);
                pieces.push((role, sign.repeat(of_label)));
                let comma = if words.is_empty() { "" } else { ", " };
                words.push((Role::Plain, comma.to_owned()));
                words.push((role, format!("{of_label} {}", label(wanted))));
            }
        }
        let painted = |pieces: &[(Role, String)], page: &mut Page, indent: usize| {
            let pieces: Vec<Piece> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
            page.block(indent, &pieces);
        };
        painted(&pieces, page, 0);
        if !words.is_empty() {
            painted(&words, page, 4);
        }
    }
}

/// Writes what is to be said beside a report, a line each.
pub fn notes(page: &mut Page, notes: &[String]) {
    page.gap();
    notes.iter().for_each(|note| page.flow("", 2, &[(Role::Warning, note)]));
}
