//! A letter with its demands, for people.

use super::layout::{Page, Piece};
use crate::corpus::LetterRecord;
use crate::demand::{Demand, confidence};
use crate::report::label;
use crate::report::theme::Role;

/// How much is told of each demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Its words and slots.
    Slots,
    /// Also its cue, its rule, its reasons; and every near miss.
    Why,
}

/// Writes a letter.
pub fn letter(page: &mut Page, record: &LetterRecord, detail: Detail) {
    page.gap();
    let date = record.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let kind = label(record.kind);
    page.edges(
        0,
        &[(Role::Title, &record.id)],
        &[(Role::Dim, &kind), (Role::Dim, " · "), (Role::Plain, &date)],
    );
    for (name, value) in [
        ("title", &record.title),
        ("from", &record.sender),
        ("to", &record.recipient),
        ("restates", &record.restates_letter),
    ] {
        if let Some(value) = value {
            field(page, 0, name, &[(Role::Plain, value)]);
        }
    }
    field(page, 0, "file", &[(Role::Source, &record.path)]);
    if !record.signatories.is_empty() {
        let count = record.signatories.len().to_string();
        let names: Vec<&str> = record.signatories.iter().map(|signatory| signatory.name.as_str()).collect();
        field(
            page,
            0,
            "signed",
            &[(Role::Plain, &count), (Role::Plain, ": "), (Role::Dim, &names.join(", "))],
        );
    }
    for warning in &record.warnings {
        field(page, 0, "warning", &[(Role::Warning, warning)]);
    }
    for demand in &record.demands {
        page.gap();
        self::demand(page, record, demand, detail);
    }
    if record.demands.is_empty() {
        page.gap();
        page.block(2, &[(Role::Dim, "no demand found")]);
    }
    reported(page, record);
    if detail == Detail::Why && !record.near_misses.is_empty() {
        page.gap();
        page.block(2, &[(Role::Title, "near misses"), (Role::Dim, " – read as no demand")]);
        for demand in &record.near_misses {
            page.gap();
            self::demand(page, record, demand, detail);
        }
    }
}

/// One demand with its slots.
fn demand(page: &mut Page, record: &LetterRecord, demand: &Demand, detail: Detail) {
    let number = demand.id.rsplit_once('#').map_or(String::new(), |(_, number)| format!("#{number}"));
    let place = super::place(&record.id, &demand.spans);
    let confidence = format!("{:.2}", demand.confidence);
    let level = format!("{} {}/6", demand.strength.verb, demand.strength.level);
    let class = format!(" · act {}/5 · ", demand.strength.action_class);
    page.edges(
        2,
        &[(Role::Title, &number), (Role::Plain, " "), (Role::Source, &place)],
        &[(Role::Dim, &level), (Role::Dim, &class), (Role::Dim, "sure "), (Role::Plain, &confidence)],
    );
    page.block(6, &[(Role::Plain, "“"), (Role::Plain, &demand.text), (Role::Plain, "”")]);
    slots(page, demand);
    if detail == Detail::Why {
        why(page, demand);
    }
}

/// What a demand is made of.
pub(super) fn slots(page: &mut Page, demand: &Demand) {
    let mut slot = |name: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            field(page, 6, name, &[(Role::Plain, value)]);
        }
    };
    slot("asked of", demand.addressee.as_deref());
    let chain = demand.chain.join(" → ");
    slot("by way of", Some(chain.as_str()));
    slot("to act", demand.actor.as_deref());
    slot("act", Some(demand.canonical.as_str()));
    slot("target", demand.target.as_deref());
    slot("refers to", demand.refers_to.as_deref());
    slot("repeats", demand.restates.as_deref());
    for qualifier in demand.degrees.iter().chain(&demand.qualifiers) {
        let mut value = qualifier.text.clone();
        if let Some(date) = qualifier.date {
            value.push_str(&format!(" = {date}"));
        }
        field(page, 6, &label(qualifier.kind), &[(Role::Plain, &value)]);
    }
}

/// What made it a demand.
pub(super) fn why(page: &mut Page, demand: &Demand) {
    field(
        page,
        6,
        "cue",
        &[(Role::Plain, &label(demand.family)), (Role::Dim, ": "), (Role::Plain, &demand.cue)],
    );
    field(page, 6, "split by", &[(Role::Plain, &label(demand.rule))]);
    let base = format!("{:.2} to begin with", confidence::BASE);
    let reasons: Vec<String> = demand
        .reasons
        .iter()
        .map(|reason| format!(", {:+.2} {}", confidence::weight(*reason), label(*reason)))
        .collect();
    let mut pieces: Vec<Piece> = vec![(Role::Dim, &base)];
    pieces.extend(reasons.iter().map(|reason| (Role::Plain, reason.as_str())));
    field(page, 6, "reasons", &pieces);
}

fn reported(page: &mut Page, record: &LetterRecord) {
    if record.reported.is_empty() {
        return;
    }
    page.gap();
    page.block(2, &[(Role::Title, "asked by others"), (Role::Dim, " – no demands of this letter")]);
    for reported in &record.reported {
        let place = super::place(&record.id, &reported.spans);
        let speaker = reported.speaker.as_deref().unwrap_or("somebody else");
        page.block(
            6,
            &[
                (Role::Source, &place),
                (Role::Plain, " "),
                (Role::Field, speaker),
                (Role::Plain, ": "),
                (Role::Plain, "“"),
                (Role::Plain, &reported.text),
                (Role::Plain, "”"),
            ],
        );
    }
}

/// A named value, its name in a column of its own.
pub(super) fn field(page: &mut Page, indent: usize, name: &str, value: &[Piece]) {
    const COLUMN: usize = 12;
    let lead = format!("{}{name:<COLUMN$}", " ".repeat(indent));
    page.flow(&lead, indent + COLUMN, value);
}
