//! Small pieces of English that several reports share, and the sentence at the head of each.

use super::standing::Standings;
use crate::corpus::{Edition, LetterRecord};
use crate::embedding::ModelUsed;
use crate::lineage::{Audit, Doubt, Fate, Label, Report, Restated, Thread, Transition};
use crate::source::Place;
use crate::text::fold;

/// "1 letter", "5 letters".
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Which of the user's own models had a say in the matches, where one had.
pub fn model(used: Option<&ModelUsed>) -> Option<String> {
    let ModelUsed { sha256, weight, middle } = used?;
    Some(format!(
        "A user’s own embedding model had a say in which demands are one (SHA-256 {sha256}, weight {weight}, \
         middle {middle})."
    ))
}

/// "a", "a and b", "a, b and c".
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The senders of a transition's side, or that the letters do not say.
pub fn senders(names: &[String]) -> String {
    if names.is_empty() { "a sender the letters do not name".to_owned() } else { names.join("; ") }
}

/// A letter's date as it is known.
pub fn date(letter: &LetterRecord) -> String {
    letter.date.map_or_else(|| "undated".to_owned(), |date| date.to_string())
}

/// Where words stand, within their letter: "line 35", "page 2, line 35".
pub fn place(spans: &[Place]) -> String {
    match spans.first() {
        Some(Place { line, page: Some(page), .. }) => format!("page {page}, line {line}"),
        Some(Place { line, .. }) => format!("line {line}"),
        None => "place not known".to_owned(),
    }
}

/// Threads that every edition of their series asks, where there are at least two editions.
pub fn in_every_edition<'r>(report: &'r Report, standings: &Standings) -> Vec<&'r Thread> {
    let everywhere = |thread: &&Thread| {
        let editions = report.editions_of(thread.series.as_deref());
        editions.len() > 1 && editions.iter().all(|edition| standings.in_story(thread, edition).is_asked())
    };
    report.threads.iter().filter(everywhere).collect()
}

/// The first sentence of a report: how much was read, and what runs through all of it.
pub fn headline(report: &Report, standings: &Standings) -> String {
    let demands: usize = report.letters.iter().map(|letter| letter.demands.len()).sum();
    let span = match (report.editions.first(), report.editions.last()) {
        (Some(first), Some(last)) if first != last => format!(" from {first} to {last}"),
        (Some(only), _) => format!(" of {only}"),
        _ => String::new(),
    };
    let held = in_every_edition(report, standings).len();
    let every = if report.series().len() > 1 { "every edition of their series" } else { "every edition" };
    let through = match (report.editions.len(), held) {
        (0 | 1, _) => String::new(),
        (_, 0) => format!("; none is asked in {every}"),
        (_, 1) => format!("; one is asked in {every}"),
        (_, held) => format!("; {held} are asked in {every}"),
    };
    format!(
        "{}{span} {} {}, told apart as {} through time{through}.",
        count(report.letters.len(), "letter"),
        if report.letters.len() == 1 { "makes" } else { "make" },
        count(demands, "demand"),
        count(report.threads.len(), "thread"),
    )
}

/// What became of the threads in a transition, in numbers: "2 harder, 1 softer, 1 new".
pub fn tally(transition: &Transition) -> String {
    let counts: Vec<String> = LABELS
        .iter()
        .map(|(label, words)| {
            (transition.changes.iter().filter(|change| change.label == *label).count(), words)
        })
        .filter(|(number, _)| *number > 0)
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    if counts.is_empty() { "nothing to compare".to_owned() } else { counts.join(", ") }
}

/// Labels in the order they are told, each in words that fit behind a number.
pub const LABELS: [(Label, &str); 12] = [
    (Label::Strengthened, "harder"),
    (Label::Softened, "softer"),
    (Label::Mixed, "both harder and softer"),
    (Label::Shifted, "turned to another matter or party"),
    (Label::Split, "split"),
    (Label::Merged, "merged"),
    (Label::Reworded, "in other words"),
    (Label::Kept, "kept"),
    (Label::Returned, "asked again"),
    (Label::New, "new"),
    (Label::Dropped, "dropped"),
    (Label::NotCarried, "not carried on"),
];

/// What "gone" means between these senders.
pub fn gone_means(transition: &Transition) -> &'static str {
    match transition.senders {
        crate::lineage::Senders::Other => {
            "Other senders: “not carried on” means that their letter does not hold it, not that anyone withdrew it."
        }
        crate::lineage::Senders::Same => {
            "The same sender: “dropped” means left out by those who had asked it."
        }
    }
}

/// "2021 → 2024".
pub fn step(from: &Edition, to: &Edition) -> String {
    format!("{from} → {to}")
}

/// What became of a demand in a restatement, in words.
pub fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Verbatim => "word by word",
        Fate::Reworded => "in other words",
        Fate::Omitted => "left out",
        Fate::Added => "added",
    }
}

/// What became of the demands of a restated letter, in numbers: "6 word by word, 1 left out".
pub fn fates(audit: &Audit) -> String {
    let number = |wanted: Fate| audit.demands.iter().filter(|restated| restated.fate == wanted).count();
    let counts: Vec<String> = [Fate::Verbatim, Fate::Reworded, Fate::Omitted, Fate::Added]
        .into_iter()
        .filter(|wanted| number(*wanted) > 0)
        .map(|wanted| format!("{} {}", number(wanted), fate(wanted)))
        .collect();
    counts.join(", ")
}

/// The doubtful pairs on which most hangs, most doubtful first among equals.
pub fn weightiest(report: &Report, most: usize) -> Vec<&Doubt> {
    let mut doubts: Vec<&Doubt> = report.uncertain.iter().collect();
    doubts.sort_by_key(|doubt| std::cmp::Reverse(doubt.effect));
    doubts.truncate(most);
    doubts
}

/// The wordings of a demand carried word by word that differ from it: a document may repeat an ask and put it
/// otherwise besides, in its headline for one.
pub fn besides<'r>(report: &Report, restated: &'r Restated) -> Vec<&'r String> {
    let words = |id: &String| report.demand(id).map(|(_, demand)| fold(&demand.text));
    let Some(original) = restated.original.as_ref().filter(|_| restated.fate == Fate::Verbatim) else {
        return Vec::new();
    };
    restated.restated.iter().filter(|id| words(id) != words(original)).collect()
}
