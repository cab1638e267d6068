//! Numbers: by letter, by sender, by kind of change, by strength.

use super::layout::Page;
use super::overview::sender;
use crate::corpus::LetterRecord;
use crate::demand::{Demand, Force};
use crate::lineage::{Label, Report};
use crate::report::label;
use crate::report::theme::Role;

/// Columns of one number.
const NUMBER: usize = 9;

/// On pages with fewer columns, names stand above their numbers.
const NARROW: usize = 60;

/// Writes the tables.
pub fn statistics(page: &mut Page, report: &Report) {
    letters(page, report);
    senders(page, report);
    labels(page, report);
    strengths(page, report);
}

fn letters(page: &mut Page, report: &Report) {
    head(page, &["demands", "passing", "missed", "signed"], "letter");
    for letter in &report.letters {
        let passing = letter.demands.iter().filter(|demand| demand.force == Force::Implicit).count();
        let numbers = [letter.demands.len(), passing, letter.near_misses.len(), letter.signatories.len()];
        row(page, &numbers.map(|number| number.to_string()), Role::Source, &letter.id);
    }
    page.flow(
        "",
        0,
        &[(Role::Dim, "passing: demands said in passing only; missed: near misses, read as no demand")],
    );
}

fn senders(page: &mut Page, report: &Report) {
    let own = || report.letters.iter().filter(|letter| letter.restates_letter.is_none());
    let mut names: Vec<&str> = Vec::new();
    for name in own().map(sender) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    head(page, &["letters", "demands", "strength"], "sender");
    for name in names {
        let letters: Vec<&LetterRecord> = own().filter(|letter| sender(letter) == name).collect();
        let demands: Vec<&Demand> = letters.iter().flat_map(|letter| &letter.demands).collect();
        let sum: f64 = demands.iter().map(|demand| f64::from(demand.strength.level)).sum();
        let mean =
            if demands.is_empty() { "–".to_owned() } else { format!("{:.1}", sum / demands.len() as f64) };
        row(page, &[letters.len().to_string(), demands.len().to_string(), mean], Role::Plain, name);
    }
    page.flow("", 0, &[(Role::Dim, "strength: the mean of its demands, 1 (invite) to 6 (demand)")]);
}

fn labels(page: &mut Page, report: &Report) {
    head(page, &["changes"], "label");
    for (_, wanted) in Label::ALL {
        let changes = report.transitions.iter().flat_map(|transition| &transition.changes);
        let number = changes.filter(|change| change.label == wanted).count();
        if number > 0 {
            row(page, &[number.to_string()], Role::Plain, &label(wanted));
        }
    }
}

fn strengths(page: &mut Page, report: &Report) {
    head(page, &["demands"], "strength");
    for level in 1..=6_u8 {
        let of_level = |demand: &&Demand| demand.strength.level == level;
        let found: Vec<&Demand> =
            report.letters.iter().flat_map(|letter| &letter.demands).filter(of_level).collect();
        let mut verbs: Vec<&str> = found.iter().map(|demand| demand.strength.verb.as_str()).collect();
        verbs.sort_unstable();
        verbs.dedup();
        let words = format!("{level}  {}", verbs.join(", "));
        row(page, &[found.len().to_string()], Role::Plain, words.trim_end());
    }
}

fn head(page: &mut Page, columns: &[&str], of: &str) {
    page.gap();
    let numbers: String = columns.iter().map(|name| format!("{name:>NUMBER$}")).collect();
    if page.width < NARROW {
        page.line(&[(Role::Title, of)]);
        return page.line(&[(Role::Dim, &numbers)]);
    }
    page.line(&[(Role::Dim, &numbers), (Role::Plain, "  "), (Role::Title, of)]);
}

fn row(page: &mut Page, numbers: &[String], role: Role, name: &str) {
    let lead: String = numbers.iter().map(|number| format!("{number:>NUMBER$}")).collect();
    if page.width < NARROW {
        page.flow("", 2, &[(role, name)]);
        return page.line(&[(Role::Plain, &lead)]);
    }
    page.flow(&format!("{lead}  "), lead.len() + 2, &[(role, name)]);
}
