//! A card for every thread: its wordings in date order, what changed between them, and why they were matched.

use super::anchors::Anchors;
use super::pieces::{Aspect, Run, Waterfall, Wording, aspects, diff, waterfall, wordings};
use crate::corpus::Edition;
use crate::lineage::{Change, Label, Mention, Report, Thread, Transition};
use crate::report::standing::{Standing, Standings};
use crate::report::{label, prose};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A thread.
#[derive(Debug, Serialize)]
pub struct Card {
    /// Its place in the page.
    pub anchor: String,
    /// Its id.
    pub id: String,
    /// What it asks.
    pub label: String,
    /// The series.
    pub series: Option<String>,
    /// How often it is asked.
    pub asked_in: String,
    /// The labels of its changes, for the filter.
    pub labels: String,
    /// Numbers of the senders who ask it, for the filter.
    pub senders: String,
    /// The editions that hold it.
    pub editions: Vec<Holding>,
    /// The comparisons of two editions that both hold it.
    pub pairs: Vec<Pair>,
    /// Whether some of them lie further apart than from one edition to the next.
    pub far_pairs: bool,
    /// Where it is missing.
    pub absences: Vec<Absence>,
}

/// An edition that holds a thread.
#[derive(Debug, Serialize)]
pub struct Holding {
    /// The edition.
    pub edition: String,
    /// How it stands there.
    pub sign: &'static str,
    /// The same in words.
    pub standing: &'static str,
    /// The symbol.
    pub class: String,
    /// The wordings.
    pub wordings: Vec<Wording>,
}

/// Two editions' wordings compared.
#[derive(Debug, Serialize)]
pub struct Pair {
    /// The earlier edition.
    pub from: String,
    /// The later one.
    pub to: String,
    /// What became of it.
    pub label: String,
    /// Its sign.
    pub sign: &'static str,
    /// Its symbol.
    pub class: String,
    /// The match's score.
    pub score: Option<String>,
    /// The one follows the other in this thread.
    pub next: bool,
    /// The word diff, where the wordings are alike enough.
    pub diff: Option<Vec<Run>>,
    /// The earlier wordings.
    pub before: Vec<Wording>,
    /// The later ones.
    pub after: Vec<Wording>,
    /// What changed.
    pub aspects: Vec<Aspect>,
    /// Why the two were matched.
    pub waterfall: Option<Waterfall>,
}

/// A step at which a thread goes missing or comes in.
#[derive(Debug, Serialize)]
pub struct Absence {
    /// The step.
    pub step: String,
    /// What became of it.
    pub label: &'static str,
    /// By whom.
    pub by: String,
    /// What the later letter still says of the matter.
    pub mention: Option<Mentioned>,
}

/// A sentence that speaks of a matter without asking.
#[derive(Debug, Serialize)]
pub struct Mentioned {
    /// Its words.
    pub quote: String,
    /// The letter.
    pub letter: String,
    /// Page or line.
    pub place: String,
    /// Where it stands in the page.
    pub anchor: String,
}

/// Threads with more editions than this show only each comparison with the edition before, and with the first.
const ALL_PAIRS: usize = 6;

/// A change with the step it belongs to.
type Told<'r> = (&'r Transition, &'r Change);

/// The cards of all threads.
pub fn cards(report: &Report, standings: &Standings, anchors: &Anchors) -> Vec<Card> {
    let mut changes: BTreeMap<(Option<&str>, &str), Vec<Told>> = BTreeMap::new();
    for transition in &report.transitions {
        for change in &transition.changes {
            let key = (transition.series.as_deref(), change.thread.as_str());
            changes.entry(key).or_default().push((transition, change));
        }
    }
    let mut story = BTreeSet::new();
    for series in report.series() {
        story.extend(report.story(series).into_iter().map(|one| (series, &one.from, &one.to)));
    }
    let senders = senders(report);
    let card = |thread: &Thread| {
        let key = (thread.series.as_deref(), thread.id.as_str());
        let own = changes.get(&key).map(Vec::as_slice).unwrap_or_default();
        let told: Vec<Told> = own
            .iter()
            .filter(|(transition, _)| story.contains(&(key.0, &transition.from, &transition.to)))
            .copied()
            .collect();
        let labels: BTreeSet<String> =
            told.iter().map(|(_, change)| label(change.label).replace(' ', "-")).collect();
        let pairs = pairs(report, anchors, thread, own);
        Card {
            anchor: anchors.thread(key.0, key.1),
            id: thread.id.clone(),
            label: thread.label.clone(),
            series: thread.series.clone(),
            asked_in: prose::count(thread.occurrences.len(), "edition"),
            labels: labels.into_iter().collect::<Vec<_>>().join(" "),
            senders: own_senders(report, thread, &senders),
            editions: holdings(report, standings, anchors, thread),
            far_pairs: pairs.iter().any(|pair| !pair.next),
            pairs,
            absences: told.iter().filter_map(|(one, change)| absence(anchors, one, change)).collect(),
        }
    };
    report.threads.iter().map(card).collect()
}

/// Everybody who wrote a letter, in order of the letters; their places are the numbers the filter uses.
pub fn senders(report: &Report) -> Vec<&str> {
    let mut senders: Vec<&str> = Vec::new();
    for sender in report.letters.iter().filter_map(|letter| letter.sender.as_deref()) {
        if !senders.contains(&sender) {
            senders.push(sender);
        }
    }
    senders
}

fn own_senders(report: &Report, thread: &Thread, senders: &[&str]) -> String {
    let ids = thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands);
    let numbers: BTreeSet<usize> = ids
        .filter_map(|id| report.demand(id))
        .filter_map(|(letter, _)| letter.sender.as_deref())
        .filter_map(|sender| senders.iter().position(|known| *known == sender))
        .collect();
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn holdings(report: &Report, standings: &Standings, anchors: &Anchors, thread: &Thread) -> Vec<Holding> {
    let holding = |occurrence: &crate::lineage::Occurrence| {
        let standing = standings.in_story(thread, &occurrence.edition);
        Holding {
            edition: occurrence.edition.to_string(),
            sign: standing.sign(),
            standing: standing.words(),
            class: label(standing).replace(' ', "-"),
            wordings: wordings(report, anchors, &occurrence.demands),
        }
    };
    thread.occurrences.iter().map(holding).collect()
}

fn is_pair(change: &Change) -> bool {
    change.score.is_some()
}

fn pairs(report: &Report, anchors: &Anchors, thread: &Thread, changes: &[Told]) -> Vec<Pair> {
    let place =
        |edition: &Edition| thread.occurrences.iter().position(|occurrence| occurrence.edition == *edition);
    let few = thread.occurrences.len() <= ALL_PAIRS;
    let mut pairs = Vec::new();
    for (transition, change) in changes.iter().filter(|(_, change)| is_pair(change)) {
        let (from, to) = (place(&transition.from), place(&transition.to));
        let next = from.zip(to).is_some_and(|(from, to)| from + 1 == to);
        if next || few || from == Some(0) {
            pairs.push(pair(report, anchors, transition, change, next));
        }
    }
    // Steps that follow each other first, in order; then the longer ones.
    pairs.sort_by_key(|pair| !pair.next);
    pairs
}

fn pair(report: &Report, anchors: &Anchors, transition: &Transition, change: &Change, next: bool) -> Pair {
    let standing = Standing::after(change.label);
    let ids = change.before.first().zip(change.after.first());
    Pair {
        from: transition.from.to_string(),
        to: transition.to.to_string(),
        label: label(change.label),
        sign: standing.sign(),
        class: label(standing).replace(' ', "-"),
        score: change.score.map(|score| format!("{score:.2}")),
        next,
        diff: diff(change),
        before: wordings(report, anchors, &change.before),
        after: wordings(report, anchors, &change.after),
        aspects: aspects(&change.evidence),
        waterfall: ids.and_then(|(before, after)| report.match_of(before, after)).map(waterfall),
    }
}

fn absence(anchors: &Anchors, transition: &Transition, change: &Change) -> Option<Absence> {
    if is_pair(change) {
        return None;
    }
    let mention = change.mention.as_ref().map(|mention| mentioned(anchors, mention));
    Some(Absence {
        step: prose::step(&transition.from, &transition.to),
        label: match change.label {
            Label::Dropped => "dropped by the same sender",
            Label::NotCarried => "not carried on",
            Label::Returned => "asked again",
            _ => "asked for the first time",
        },
        by: prose::senders(&transition.to_senders),
        mention,
    })
}

/// A mention with its place in the page.
pub fn mentioned(anchors: &Anchors, mention: &Mention) -> Mentioned {
    Mentioned {
        quote: mention.text.clone(),
        letter: mention.letter.clone(),
        place: prose::place(&mention.spans),
        anchor: anchors.line(&mention.letter, mention.spans.first().map_or(1, |place| place.line)),
    }
}
