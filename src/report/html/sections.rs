//! The parts of the page behind the cards: steps from edition to edition, restatements, signatories, what is not
//! said, doubts.

use super::anchors::Anchors;
use super::cards::Mentioned;
use super::pieces::{Aspect, Wording, aspects, wording};
use crate::lineage::{Audit, Change, Coalition, Fate, Report, Thread, Transition};
use crate::report::standing::{Standing, Standings};
use crate::report::{label, prose};
use serde::Serialize;

/// From one edition to another.
#[derive(Debug, Serialize)]
pub struct Step {
    /// "2021 → 2024".
    pub name: String,
    /// The series.
    pub series: Option<String>,
    /// The earlier senders.
    pub from_senders: String,
    /// The later senders.
    pub to_senders: String,
    /// What "gone" means here.
    pub note: &'static str,
    /// What became of the threads, in numbers.
    pub tally: String,
    /// The threads by what became of them.
    pub groups: Vec<Group>,
}

/// Threads of which the same became.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What.
    pub label: &'static str,
    /// The symbol.
    pub class: String,
    /// The threads.
    pub changes: Vec<Told>,
}

/// A thread in a step.
#[derive(Debug, Serialize)]
pub struct Told {
    /// Its card.
    pub anchor: String,
    /// What it asks.
    pub label: String,
    /// What changed.
    pub aspects: Vec<Aspect>,
    /// The words, where one side has none.
    pub wordings: Vec<Wording>,
}

/// The steps of the story, and those between other pairs of editions.
pub fn steps(report: &Report, anchors: &Anchors) -> (Vec<Step>, Vec<Step>) {
    let told: Vec<&Transition> =
        report.series().into_iter().flat_map(|series| report.story(series)).collect();
    let others = report.transitions.iter().filter(|one| !told.iter().any(|known| std::ptr::eq(*known, *one)));
    (
        told.iter().map(|transition| step(report, anchors, transition)).collect(),
        others.map(|transition| step(report, anchors, transition)).collect(),
    )
}

fn step(report: &Report, anchors: &Anchors, transition: &Transition) -> Step {
    let group = |(wanted, words): &(crate::lineage::Label, &'static str)| {
        let changes: Vec<Told> = transition
            .changes
            .iter()
            .filter(|change| change.label == *wanted)
            .map(|change| told(report, anchors, transition, change))
            .collect();
        let class = label(Standing::after(*wanted)).replace(' ', "-");
        (!changes.is_empty()).then_some(Group { label: words, class, changes })
    };
    Step {
        name: prose::step(&transition.from, &transition.to),
        series: transition.series.clone(),
        from_senders: prose::senders(&transition.from_senders),
        to_senders: prose::senders(&transition.to_senders),
        note: prose::gone_means(transition),
        tally: prose::tally(transition),
        groups: prose::LABELS.iter().filter_map(group).collect(),
    }
}

fn told(report: &Report, anchors: &Anchors, transition: &Transition, change: &Change) -> Told {
    let series = transition.series.as_deref();
    let one_sided = match (change.before.is_empty(), change.after.is_empty()) {
        (true, _) => change.after.as_slice(),
        (_, true) => change.before.as_slice(),
        _ => &[],
    };
    Told {
        anchor: anchors.thread(series, &change.thread),
        label: report.thread(series, &change.thread).map_or(String::new(), |thread| thread.label.clone()),
        aspects: aspects(&change.evidence),
        wordings: one_sided.iter().take(1).filter_map(|id| wording(report, anchors, id)).collect(),
    }
}

/// A document beside the letter that it restates.
#[derive(Debug, Serialize)]
pub struct Restatement {
    /// The document and its place in the page.
    pub document: (String, String),
    /// The letter and its place in the page.
    pub letter: (String, String),
    /// What became of the demands, in numbers.
    pub counts: String,
    /// Demand by demand.
    pub rows: Vec<RestatedRow>,
    /// Where the two disagree in numbers.
    pub disagreements: Vec<String>,
}

/// One demand of a restatement.
#[derive(Debug, Serialize)]
pub struct RestatedRow {
    /// What became of it.
    pub fate: &'static str,
    /// It is put in other words besides.
    pub besides: bool,
    /// Its words in the letter.
    pub original: Option<Wording>,
    /// Its words in the document.
    pub restated: Vec<Wording>,
}

/// The restatement audits.
pub fn restatements(report: &Report, anchors: &Anchors) -> Vec<Restatement> {
    let place = |id: &String| (id.clone(), anchors.letter(id));
    let restatement = |audit: &Audit| Restatement {
        document: place(&audit.document),
        letter: place(&audit.letter),
        counts: prose::fates(audit),
        rows: audit
            .demands
            .iter()
            .map(|restated| RestatedRow {
                fate: prose::fate(restated.fate),
                besides: !prose::besides(report, restated).is_empty(),
                original: restated.original.as_ref().and_then(|id| wording(report, anchors, id)),
                restated: match restated.fate {
                    Fate::Omitted => Vec::new(),
                    _ => restated.restated.iter().filter_map(|id| wording(report, anchors, id)).collect(),
                },
            })
            .collect(),
        disagreements: audit.disagreements.clone(),
    };
    report.restatements.iter().map(restatement).collect()
}

/// Who signed, joined and left.
#[derive(Debug, Serialize)]
pub struct Signed {
    /// "2021 → 2024".
    pub name: String,
    /// The series.
    pub series: Option<String>,
    /// In numbers.
    pub counts: String,
    /// Names of the later edition alone.
    pub joined: Vec<String>,
    /// Names of the earlier edition alone.
    pub left: Vec<String>,
    /// Names of both.
    pub stayed: Vec<String>,
}

/// Signatories through the steps of the story.
pub fn signatories(report: &Report) -> Vec<Signed> {
    let in_story = |coalition: &&Coalition| {
        report
            .story(coalition.series.as_deref())
            .iter()
            .any(|one| one.from == coalition.from && one.to == coalition.to)
    };
    let known = report.signatories.iter().filter(in_story);
    known.filter(|coalition| coalition.before + coalition.after > 0).map(signed).collect()
}

fn signed(coalition: &Coalition) -> Signed {
    let name = |pair: &crate::lineage::coalition::Stayed| {
        if pair.before == pair.after {
            pair.before.clone()
        } else {
            format!("{} (later as {})", pair.before, pair.after)
        }
    };
    Signed {
        name: prose::step(&coalition.from, &coalition.to),
        series: coalition.series.clone(),
        counts: format!(
            "{} names before, {} after: {} joined, {} left, {} stayed",
            coalition.before,
            coalition.after,
            coalition.joined.len(),
            coalition.left.len(),
            coalition.stayed.len()
        ),
        joined: coalition.joined.clone(),
        left: coalition.left.clone(),
        stayed: coalition.stayed.iter().map(name).collect(),
    }
}

/// A thread and the editions that do not ask it.
#[derive(Debug, Serialize)]
pub struct Unsaid {
    /// Its card.
    pub anchor: String,
    /// What it asks.
    pub label: String,
    /// The editions that do.
    pub asked: String,
    /// The editions that do not.
    pub missing: String,
    /// What those still say of the matter.
    pub mentions: Vec<Mentioned>,
}

/// Threads that some edition of their series does not hold.
pub fn unsaid(report: &Report, standings: &Standings, anchors: &Anchors) -> Vec<Unsaid> {
    let of = |thread: &Thread| {
        let series = thread.series.as_deref();
        let (held, missing): (Vec<_>, Vec<_>) = report
            .editions_of(series)
            .into_iter()
            .partition(|edition| standings.in_story(thread, edition).is_held());
        let names = |editions: &[&crate::corpus::Edition]| {
            editions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        };
        (!missing.is_empty()).then(|| Unsaid {
            anchor: anchors.thread(series, &thread.id),
            label: thread.label.clone(),
            asked: names(&held),
            missing: names(&missing),
            mentions: mentions(report, thread, anchors),
        })
    };
    report.threads.iter().filter_map(of).collect()
}

fn mentions(report: &Report, thread: &Thread, anchors: &Anchors) -> Vec<Mentioned> {
    let of_thread = report
        .transitions
        .iter()
        .filter(|transition| transition.series == thread.series)
        .flat_map(|transition| &transition.changes)
        .filter(|change| change.thread == thread.id);
    let mut mentions: Vec<Mentioned> = Vec::new();
    for mention in of_thread.filter_map(|change| change.mention.as_ref()) {
        let own = super::cards::mentioned(anchors, mention);
        if !mentions.iter().any(|known| known.anchor == own.anchor && known.quote == own.quote) {
            mentions.push(own);
        }
    }
    mentions
}

/// A pair that might have been judged the other way.
#[derive(Debug, Serialize)]
pub struct Doubtful {
    /// The score of the pair.
    pub score: String,
    /// How it was read.
    pub verdict: &'static str,
    /// The one demand.
    pub a: Option<Wording>,
    /// The other.
    pub b: Option<Wording>,
}

/// So many doubts are shown, those first on which most hangs.
pub const DOUBTS: usize = 30;

/// The doubtful pairs.
pub fn doubts(report: &Report, anchors: &Anchors) -> Vec<Doubtful> {
    let doubtful = |doubt: &crate::lineage::Doubt| Doubtful {
        score: format!("{:.2}", doubt.score),
        verdict: if doubt.joined { "read as one demand" } else { "read as two demands" },
        a: wording(report, anchors, &doubt.a),
        b: wording(report, anchors, &doubt.b),
    };
    prose::weightiest(report, DOUBTS).into_iter().map(doubtful).collect()
}
