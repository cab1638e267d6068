//! The head of a report: counts, and the matrix of threads by editions.

use super::layout::{Page, Piece};
use crate::corpus::{Edition, LetterRecord};
use crate::lineage::{Label, Report, Thread};
use crate::report::standing::{Standing, Standings};
use crate::report::theme::Role;
use std::collections::BTreeMap;

/// Writes the first line and the matrix of every series; nothing where there are no letters.
pub fn overview(page: &mut Page, report: &Report, place: &str) {
    if report.letters.is_empty() {
        return;
    }
    let demands: usize = report.letters.iter().map(|letter| letter.demands.len()).sum();
    let counts = format!(
        "{} · {} · {} in {}",
        count(report.letters.len(), "letter"),
        count(report.editions.len(), "edition"),
        count(demands, "demand"),
        count(report.threads.len(), "thread")
    );
    page.edges(
        0,
        &[(Role::Title, "demarche"), (Role::Plain, "  "), (Role::Plain, &counts)],
        &[(Role::Source, place)],
    );
    let mut series: BTreeMap<Option<&str>, Vec<&Thread>> = BTreeMap::new();
    for thread in &report.threads {
        series.entry(thread.series.as_deref()).or_default().push(thread);
    }
    for (name, threads) in series {
        page.gap();
        if let Some(name) = name {
            page.flow("", 0, &[(Role::Title, name)]);
        }
        matrix(page, report, name, &threads);
    }
    page.gap();
    page.flow("", 0, &[(Role::Dim, LEGEND)]);
    super::waterfall::model(page, report.model.as_ref());
}

const LEGEND: &str =
    "● asked  ▲ stronger  ▽ softer  ◐ mixed  ◇ shifted  ○ said in passing  × gone  · not asked";

/// Writes what each sender asked, edition by edition.
pub fn senders(page: &mut Page, report: &Report) {
    let mut names: Vec<&str> = Vec::new();
    for letter in report.letters.iter().filter(|letter| letter.restates_letter.is_none()) {
        let name = sender(letter);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names {
        page.gap();
        page.flow("", 2, &[(Role::Title, name)]);
        for thread in &report.threads {
            let asked: Vec<&str> = thread
                .occurrences
                .iter()
                .filter(|occurrence| {
                    let own =
                        |id: &String| report.demand(id).is_some_and(|(letter, _)| sender(letter) == name);
                    occurrence.demands.iter().any(own)
                })
                .map(|occurrence| occurrence.edition.as_str())
                .collect();
            if !asked.is_empty() {
                let lead = format!("  {:<ID$}", thread.id);
                let asked = asked.join(", ");
                page.flow(
                    &lead,
                    2 + ID,
                    &[(Role::Plain, &thread.label), (Role::Plain, "  "), (Role::Dim, &asked)],
                );
            }
        }
    }
}

/// Who wrote a letter, as far as it says.
pub(super) fn sender(letter: &LetterRecord) -> &str {
    letter.sender.as_deref().unwrap_or("sender not named")
}

/// "1 letter", "5 letters".
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// The sign of a label, and the role it is painted in.
pub fn sign(label: Label) -> (&'static str, Role) {
    let standing = Standing::after(label);
    (standing.sign(), standing.role())
}

/// Columns of one edition's cell, and of a thread's id.
const CELL: usize = 8;
const ID: usize = 7;

fn matrix(page: &mut Page, report: &Report, series: Option<&str>, threads: &[&Thread]) {
    let mut editions: Vec<&Edition> = report
        .letters
        .iter()
        .filter(|letter| letter.series.as_deref() == series)
        .map(|letter| &letter.edition)
        .collect();
    editions.sort();
    editions.dedup();
    let room = page.width.saturating_sub(ID + editions.len() * CELL).max(20);
    // Editions with long names, or many of them, are listed by thread instead of drawn.
    let drawn = ID + room + editions.len() * CELL <= page.width
        && editions.iter().all(|edition| edition.as_str().len() < CELL);
    if drawn {
        let head: String = editions.iter().map(|edition| format!("{:<CELL$}", edition.as_str())).collect();
        page.line(&[(Role::Plain, &" ".repeat(ID + room)), (Role::Dim, head.trim_end())]);
    }
    let standings = Standings::of(report);
    for thread in threads {
        if drawn {
            row(page, &standings, thread, &editions, room);
        } else {
            let names: Vec<String> = editions
                .iter()
                .filter(|edition| !thread.demands_in(edition).is_empty())
                .map(ToString::to_string)
                .collect();
            page.flow(
                &format!("{:<ID$}", thread.id),
                ID,
                &[(Role::Title, &thread.label), (Role::Plain, "  "), (Role::Dim, &names.join(", "))],
            );
        }
    }
}

fn row(page: &mut Page, standings: &Standings, thread: &Thread, editions: &[&Edition], room: usize) {
    let cells: Vec<(&'static str, Role)> = editions
        .iter()
        .map(|edition| standings.in_story(thread, edition))
        .map(|standing| (standing.sign(), standing.role()))
        .collect();
    let last = cells.iter().rposition(|(sign, _)| *sign != "·" && *sign != "×");
    let first = cells.iter().position(|(sign, _)| *sign != "·");
    let mut tail: Vec<(Role, String)> = Vec::new();
    for (at, (sign, role)) in cells.iter().enumerate() {
        tail.push((*role, (*sign).to_owned()));
        let joined = first.is_some_and(|first| at >= first) && last.is_some_and(|last| at < last);
        if at + 1 < cells.len() {
            tail.push((Role::Dim, if joined { "─".repeat(CELL - 1) } else { " ".repeat(CELL - 1) }));
        }
    }
    let id = format!("{:<ID$}", thread.id);
    let lines = textwrap::wrap(&thread.label, room.saturating_sub(2));
    for (at, line) in lines.iter().enumerate() {
        let label = format!("{line:<room$}");
        let mut pieces: Vec<Piece> = vec![
            (Role::Dim, if at == 0 { &id } else { "       " }),
            (Role::Plain, if at == 0 { &label } else { line.as_ref() }),
        ];
        if at == 0 {
            pieces.extend(tail.iter().map(|(role, text)| (*role, text.as_str())));
        }
        page.line(&pieces);
    }
}
