//! Names of places in the page. They are made of numbers and ids of ours, never of a letter's words.

use crate::lineage::{Report, Thread};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The anchors of a report's threads, letters, lines and demands.
#[derive(Debug)]
pub struct Anchors<'r> {
    threads: BTreeMap<(Option<&'r str>, &'r str), String>,
    letters: BTreeMap<&'r str, usize>,
    /// The thread of each demand.
    thread_of: BTreeMap<&'r str, &'r Thread>,
}

impl<'r> Anchors<'r> {
    /// Names the places of a report.
    pub fn of(report: &'r Report) -> Anchors<'r> {
        let series = report.series();
        let number = |thread: &Thread| series.iter().position(|name| *name == thread.series.as_deref());
        let name = |thread: &Thread| match (series.len(), number(thread)) {
            (0 | 1, _) | (_, None) => format!("t-{}", thread.id),
            (_, Some(number)) => format!("t{number}-{}", thread.id),
        };
        let threads = report
            .threads
            .iter()
            .map(|thread| ((thread.series.as_deref(), thread.id.as_str()), name(thread)))
            .collect();
        let letters =
            report.letters.iter().enumerate().map(|(at, letter)| (letter.id.as_str(), at + 1)).collect();
        let mut thread_of = BTreeMap::new();
        for thread in &report.threads {
            for id in thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands) {
                thread_of.insert(id.as_str(), thread);
            }
        }
        Anchors { threads, letters, thread_of }
    }

    /// A thread's card.
    pub fn thread(&self, series: Option<&str>, id: &str) -> String {
        self.threads.get(&(series, id)).cloned().unwrap_or_default()
    }

    /// The thread of a demand.
    pub fn thread_of(&self, demand: &str) -> Option<&'r Thread> {
        self.thread_of.get(demand).copied()
    }

    /// A letter.
    pub fn letter(&self, id: &str) -> String {
        format!("l{}", self.letters.get(id).copied().unwrap_or_default())
    }

    /// A line of a letter.
    pub fn line(&self, letter: &str, line: impl Display) -> String {
        format!("{}-{line}", self.letter(letter))
    }

    /// A demand in its letter.
    pub fn demand(&self, id: &str) -> String {
        let (letter, number) = id.rsplit_once('#').unwrap_or((id, "0"));
        format!("d{}-{number}", self.letters.get(letter).copied().unwrap_or_default())
    }
}
