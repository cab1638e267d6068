//! What stands in the tables.

use super::{Cell, Sheet};
use crate::demand::{Demand, Qualifier, QualifierKind};
use crate::lineage::{Change, Report, Thread, Transition};
use crate::report::standing::Standings;
use crate::report::{label, prose};
use std::collections::BTreeMap;

fn columns(columns: &[(&str, u8)]) -> Vec<(String, u8)> {
    columns.iter().map(|(name, width)| ((*name).to_owned(), *width)).collect()
}

/// Several texts in one cell.
fn joined<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Cell {
    texts.into_iter().map(|text| text.as_ref().to_owned()).collect::<Vec<_>>().join("; ").into()
}

fn counted(number: usize) -> Cell {
    // Counts are far below the numbers that a double cannot hold.
    Cell::Number(number as f64)
}

fn lower(word: &str) -> Cell {
    Cell::from(word.to_lowercase())
}

/// One row for each demand, with all its slots.
pub fn demands(report: &Report) -> Sheet {
    let mut thread_of: BTreeMap<&str, &Thread> = BTreeMap::new();
    for thread in &report.threads {
        for id in thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands) {
            thread_of.insert(id, thread);
        }
    }
    let kinds = [
        QualifierKind::Condition,
        QualifierKind::Deadline,
        QualifierKind::Amount,
        QualifierKind::Instrument,
        QualifierKind::Scope,
        QualifierKind::Beneficiary,
        QualifierKind::Occasion,
        QualifierKind::Purpose,
        QualifierKind::Urgency,
        QualifierKind::Emphasis,
        QualifierKind::Hedge,
    ];
    let mut names = columns(&[
        ("id", 30),
        ("series", 12),
        ("edition", 9),
        ("date", 11),
        ("letter", 26),
        ("sender", 28),
        ("page", 6),
        ("line", 6),
        ("thread", 8),
        ("thread label", 30),
        ("text", 60),
        ("kind", 9),
        ("force", 9),
        ("form", 11),
        ("restates", 26),
        ("cue", 20),
        ("addressee", 26),
        ("route", 26),
        ("actor", 18),
        ("target", 18),
        ("action", 12),
        ("negated", 8),
        ("object", 40),
        ("canonical", 28),
        ("strength", 9),
        ("strength verb", 14),
        ("action class", 11),
        ("intensifiers", 18),
        ("concepts", 24),
    ]);
    names.extend(kinds.iter().map(|kind| (label(kind), 20)));
    names.extend(columns(&[
        ("deadline date", 12),
        ("amount number", 14),
        ("amount unit", 12),
        ("instrument name", 20),
        ("refers to", 24),
        ("confidence", 10),
    ]));
    let mut rows = Vec::new();
    for letter in &report.letters {
        for demand in &letter.demands {
            let thread = thread_of.get(demand.id.as_str());
            let place = demand.spans.first();
            let mut row: Vec<Cell> = vec![
                demand.id.as_str().into(),
                letter.series.as_deref().into(),
                letter.edition.as_str().into(),
                letter.date.map(|date| date.to_string()).into(),
                letter.id.as_str().into(),
                letter.sender.as_deref().into(),
                place.and_then(|place| place.page).map_or(Cell::Empty, |page| counted(page.get() as usize)),
                place.map_or(Cell::Empty, |place| counted(place.line as usize)),
                thread.map(|thread| thread.id.as_str()).into(),
                thread.map(|thread| thread.label.as_str()).into(),
                demand.text.as_str().into(),
                lower(&label(demand.kind)),
                lower(&label(demand.force)),
                lower(&label(demand.form)),
                demand.restates.as_deref().into(),
                demand.cue.as_str().into(),
                demand.addressee.as_deref().into(),
                joined(&demand.chain),
                demand.actor.as_deref().into(),
                demand.target.as_deref().into(),
                demand.action.as_deref().into(),
                demand.negated.into(),
                demand.object.as_str().into(),
                demand.canonical.as_str().into(),
                Cell::Number(f64::from(demand.strength.level)),
                demand.strength.verb.as_str().into(),
                Cell::Number(f64::from(demand.strength.action_class)),
                joined(&demand.strength.intensifiers),
                joined(&demand.concepts),
            ];
            row.extend(kinds.iter().map(|kind| joined(of_kind(demand, *kind).map(|one| &one.text))));
            let amount = || of_kind(demand, QualifierKind::Amount).find_map(|one| one.amount.as_ref());
            row.extend([
                of_kind(demand, QualifierKind::Deadline)
                    .find_map(|one| one.date)
                    .map(|date| date.to_string())
                    .into(),
                amount().map(|amount| amount.number).into(),
                amount().map(|amount| amount.unit.as_str()).into(),
                of_kind(demand, QualifierKind::Instrument).find_map(|one| one.instrument.as_deref()).into(),
                demand.refers_to.as_deref().into(),
                demand.confidence.into(),
            ]);
            rows.push(row);
        }
    }
    Sheet { name: "demands", columns: names, rows }
}

fn of_kind(demand: &Demand, kind: QualifierKind) -> impl Iterator<Item = &Qualifier> {
    demand.qualifiers.iter().chain(&demand.degrees).filter(move |one| one.kind == kind)
}

/// How each thread stands in each edition.
pub fn matrix(report: &Report) -> Sheet {
    let standings = Standings::of(report);
    let mut names = columns(&[("series", 12), ("thread", 8), ("label", 44)]);
    names.extend(report.editions.iter().map(|edition| (edition.to_string(), 16)));
    let rows = report
        .threads
        .iter()
        .map(|thread| {
            let own = report.editions_of(thread.series.as_deref());
            let mut row: Vec<Cell> = vec![
                thread.series.as_deref().into(),
                thread.id.as_str().into(),
                thread.label.as_str().into(),
            ];
            row.extend(report.editions.iter().map(|edition| {
                let known = own.contains(&edition).then(|| standings.in_story(thread, edition).words());
                Cell::from(known)
            }));
            row
        })
        .collect();
    Sheet { name: "matrix", columns: names, rows }
}

/// One row for each aspect of each change; a change without aspects has one row.
pub fn changes(report: &Report) -> Sheet {
    let names = columns(&[
        ("series", 12),
        ("from", 9),
        ("to", 9),
        ("from senders", 26),
        ("to senders", 26),
        ("thread", 8),
        ("label", 30),
        ("change", 16),
        ("aspect", 12),
        ("direction", 10),
        ("words before", 32),
        ("words after", 32),
        ("score", 8),
        ("likeness", 9),
        ("demands before", 28),
        ("demands after", 28),
        ("text before", 50),
        ("text after", 50),
        ("still said", 50),
    ]);
    let mut rows = Vec::new();
    for transition in &report.transitions {
        for change in &transition.changes {
            let (head, tail) = (head(report, transition, change), tail(report, change));
            if change.evidence.is_empty() {
                let row = head.iter().cloned().chain(vec![Cell::Empty; 4]).chain(tail.iter().cloned());
                rows.push(row.collect());
            }
            for piece in &change.evidence {
                let own: [Cell; 4] = [
                    Cell::from(label(piece.aspect)),
                    Cell::from(label(piece.direction)),
                    piece.before.as_deref().into(),
                    piece.after.as_deref().into(),
                ];
                rows.push(head.iter().cloned().chain(own).chain(tail.iter().cloned()).collect());
            }
        }
    }
    Sheet { name: "changes", columns: names, rows }
}

fn head(report: &Report, transition: &Transition, change: &Change) -> Vec<Cell> {
    let thread = report.thread(transition.series.as_deref(), &change.thread);
    vec![
        transition.series.as_deref().into(),
        transition.from.as_str().into(),
        transition.to.as_str().into(),
        joined(&transition.from_senders),
        joined(&transition.to_senders),
        change.thread.as_str().into(),
        thread.map(|thread| thread.label.as_str()).into(),
        Cell::from(label(change.label)),
    ]
}

fn tail(report: &Report, change: &Change) -> Vec<Cell> {
    let text = |ids: &[String]| {
        let found = ids.first().and_then(|id| report.demand(id));
        Cell::from(found.map(|(_, demand)| demand.text.as_str()))
    };
    vec![
        change.score.into(),
        change.likeness.into(),
        joined(&change.before),
        joined(&change.after),
        text(&change.before),
        text(&change.after),
        change
            .mention
            .as_ref()
            .map(|mention| format!("{} ({}, {})", mention.text, mention.letter, prose::place(&mention.spans)))
            .into(),
    ]
}

/// One row for each name in each step.
pub fn signatories(report: &Report) -> Sheet {
    let names =
        columns(&[("series", 12), ("from", 9), ("to", 9), ("name", 40), ("what", 10), ("name before", 40)]);
    let mut rows = Vec::new();
    for one in &report.signatories {
        let mut add = |name: &str, what: &str, before: Option<&str>| {
            rows.push(vec![
                one.series.as_deref().into(),
                one.from.as_str().into(),
                one.to.as_str().into(),
                name.into(),
                what.into(),
                before.into(),
            ]);
        };
        one.joined.iter().for_each(|name| add(name, "joined", None));
        one.left.iter().for_each(|name| add(name, "left", None));
        one.stayed.iter().for_each(|pair| add(&pair.after, "stayed", Some(&pair.before)));
    }
    Sheet { name: "signatories", columns: names, rows }
}
