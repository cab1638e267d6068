//! From one edition to the next, for people.

use super::layout::{Page, Piece};
use super::overview::{count, sign};
use super::place;
use crate::demand::Demand;
use crate::lineage::{
    Change, Coalition, Direction, Evidence, Fate, Label, Op, Report, SHOWN_WHOLE, Senders, Transition,
};
use crate::report::label;
use crate::report::theme::Role;
use crate::text::fold;

/// Writes every transition with who signed.
pub fn changes(page: &mut Page, report: &Report) {
    for transition in &report.transitions {
        self::transition(page, report, transition);
        let coalition = report.signatories.iter().find(|coalition| {
            coalition.series == transition.series
                && coalition.from == transition.from
                && coalition.to == transition.to
        });
        if let Some(coalition) = coalition {
            signatories(page, coalition);
        }
    }
    restatements(page, report);
}

/// Writes one transition: its changes by label, each with both wordings and the evidence.
fn transition(page: &mut Page, report: &Report, transition: &Transition) {
    page.gap();
    page.line(&[(Role::Dim, &"─".repeat(page.width))]);
    let title = format!("{} → {}", transition.from, transition.to);
    let senders = format!("{} → {}", names(&transition.from_senders), names(&transition.to_senders));
    let mut head: Vec<Piece> = vec![(Role::Title, &title), (Role::Plain, "   "), (Role::Plain, &senders)];
    let series = transition.series.as_ref().map(|series| format!("   {series}"));
    if let Some(series) = &series {
        head.push((Role::Dim, series));
    }
    page.flow("", 2, &head);
    let note = match transition.senders {
        Senders::Other => "other senders: \"not carried\" means not in this letter, not withdrawn",
        Senders::Same => "the same sender: \"dropped\" means left out by those who asked it",
    };
    page.block(2, &[(Role::Dim, note)]);
    for (_, wanted) in Label::ALL {
        let of_label: Vec<&Change> =
            transition.changes.iter().filter(|change| change.label == wanted).collect();
        if of_label.is_empty() {
            continue;
        }
        page.gap();
        let (sign, role) = sign(wanted);
        let name = label(wanted);
        let number = format!("  {}", of_label.len());
        page.line(&[(role, sign), (Role::Plain, " "), (Role::Title, &name), (Role::Dim, &number)]);
        for change in of_label {
            self::change(page, report, change);
        }
    }
}

pub(super) fn names(senders: &[String]) -> String {
    match senders {
        [] => "sender not named".to_owned(),
        senders => senders.join("; "),
    }
}

fn change(page: &mut Page, report: &Report, change: &Change) {
    page.gap();
    let thread = report.threads.iter().find(|thread| thread.id == change.thread);
    let name = thread.map(|thread| thread.label.as_str()).unwrap_or_default();
    let score = change.score.map(|score| format!("match {score:.2}")).unwrap_or_default();
    page.edges(
        2,
        &[(Role::Dim, &change.thread), (Role::Plain, "  "), (Role::Title, name)],
        &[(Role::Dim, &score)],
    );
    match change.likeness {
        Some(likeness) if likeness >= SHOWN_WHOLE => diff(page, report, change),
        _ => {
            wordings(page, report, &change.before, "- ", Role::Removed);
            wordings(page, report, &change.after, "+ ", Role::Added);
        }
    }
    for evidence in &change.evidence {
        self::evidence(page, evidence);
    }
    mention(page, change);
}

/// What is still said where it is no longer asked.
pub(super) fn mention(page: &mut Page, change: &Change) {
    if let Some(mention) = &change.mention {
        let at = place(&mention.letter, &mention.spans);
        page.flow(
            "    ~ ",
            6,
            &[
                (Role::Dim, "still said, not asked: "),
                (Role::Plain, &mention.text),
                (Role::Plain, "  "),
                (Role::Source, &at),
            ],
        );
    }
}

/// Two wordings in one, what is gone and what is new marked by brackets as well as by colour.
fn diff(page: &mut Page, report: &Report, change: &Change) {
    let mut pieces: Vec<(Role, String)> = Vec::new();
    for run in &change.words {
        let (open, close, role) = match run.op {
            Op::Equal => ("", "", Role::Kept),
            Op::Delete => ("[-", "-]", Role::Removed),
            Op::Insert => ("{+", "+}", Role::Added),
        };
        let body = run.text.trim();
        let before = run.text.len() - run.text.trim_start().len();
        let after = run.text.len() - run.text.trim_end().len();
        let blank = |length: usize| if length > 0 { " " } else { "" };
        if body.is_empty() {
            pieces.push((Role::Kept, " ".to_owned()));
            continue;
        }
        pieces.push((Role::Kept, blank(before).to_owned()));
        pieces.push((role, format!("{open}{body}{close}")));
        pieces.push((Role::Kept, blank(after).to_owned()));
    }
    let pieces: Vec<Piece> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
    page.flow("    ", 4, &pieces);
    let places: Vec<String> = change
        .before
        .iter()
        .take(1)
        .chain(change.after.iter().take(1))
        .filter_map(|id| find(report, id))
        .map(|(letter, demand)| place(letter, &demand.spans))
        .collect();
    page.flow("    ", 4, &[(Role::Source, &places.join(" → "))]);
    wordings(page, report, change.before.get(1..).unwrap_or_default(), "- ", Role::Removed);
    wordings(page, report, change.after.get(1..).unwrap_or_default(), "+ ", Role::Added);
}

/// Wordings as they stand, each with its place; what stands in several places in the same words is shown once.
pub(super) fn wordings(page: &mut Page, report: &Report, ids: &[String], mark: &str, role: Role) {
    let mut said: Vec<(&str, Vec<String>)> = Vec::new();
    for (letter, demand) in ids.iter().filter_map(|id| find(report, id)) {
        let at = place(letter, &demand.spans);
        match said.iter_mut().find(|(text, _)| fold(text) == fold(&demand.text)) {
            Some((_, places)) => places.push(at),
            None => said.push((&demand.text, vec![at])),
        }
    }
    for (text, places) in said {
        let places = places.join(" and ");
        page.flow(&format!("    {mark}"), 6, &[(role, text), (Role::Plain, "  "), (Role::Source, &places)]);
    }
}

pub(super) fn find<'r>(report: &'r Report, id: &str) -> Option<(&'r str, &'r Demand)> {
    report.letters.iter().find_map(|letter| letter.demand(id).map(|demand| (letter.id.as_str(), demand)))
}

/// One aspect with the words of both sides.
pub(super) fn evidence(page: &mut Page, evidence: &Evidence) {
    let (sign, role) = match evidence.direction {
        Direction::Stronger => ("▲", Role::Stronger),
        Direction::Softer => ("▽", Role::Softer),
        Direction::Other => ("◇", Role::Dim),
    };
    let name = format!("{:<11}", label(evidence.aspect));
    let (before, after) = (evidence.before.as_deref().map(quoted), evidence.after.as_deref().map(quoted));
    let mut pieces: Vec<Piece> = vec![(role, sign), (Role::Plain, " "), (Role::Field, &name)];
    match (&before, &after) {
        (Some(before), Some(after)) => pieces.extend([
            (Role::Removed, before.as_str()),
            (Role::Plain, " → "),
            (Role::Added, after.as_str()),
        ]),
        (Some(before), None) => pieces.extend([(Role::Plain, "- "), (Role::Removed, before.as_str())]),
        (None, Some(after)) => pieces.extend([(Role::Plain, "+ "), (Role::Added, after.as_str())]),
        (None, None) => {}
    }
    page.flow("    ", 17, &pieces);
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

fn signatories(page: &mut Page, coalition: &Coalition) {
    if coalition.before + coalition.after == 0 {
        return;
    }
    page.gap();
    let counts = format!(
        "{} → {}: {} joined, {} left, {} stayed",
        coalition.before,
        coalition.after,
        coalition.joined.len(),
        coalition.left.len(),
        coalition.stayed.len()
    );
    page.flow("", 2, &[(Role::Title, "signatories"), (Role::Plain, "  "), (Role::Plain, &counts)]);
    let stayed: Vec<String> = coalition
        .stayed
        .iter()
        .map(|pair| {
            if pair.before == pair.after {
                pair.before.clone()
            } else {
                format!("{} (as {})", pair.before, pair.after)
            }
        })
        .collect();
    for (mark, role, names) in [
        ("  + ", Role::Added, &coalition.joined),
        ("  - ", Role::Removed, &coalition.left),
        ("  = ", Role::Kept, &stayed),
    ] {
        if !names.is_empty() {
            page.flow(mark, 4, &[(role, &names.join(", "))]);
        }
    }
}

/// Documents beside the letters that they restate.
fn restatements(page: &mut Page, report: &Report) {
    for audit in &report.restatements {
        page.gap();
        page.line(&[(Role::Dim, &"─".repeat(page.width))]);
        page.flow(
            "",
            2,
            &[(Role::Title, &audit.document), (Role::Plain, " restates "), (Role::Title, &audit.letter)],
        );
        let number = |fate: Fate| audit.demands.iter().filter(|restated| restated.fate == fate).count();
        let counts: Vec<String> = [
            (Fate::Verbatim, "word by word"),
            (Fate::Reworded, "in other words"),
            (Fate::Omitted, "left out"),
            (Fate::Added, "added"),
        ]
        .into_iter()
        .filter(|(fate, _)| number(*fate) > 0)
        .map(|(fate, words)| format!("{} {words}", count(number(fate), "demand")))
        .collect();
        page.block(2, &[(Role::Plain, &counts.join(", "))]);
        for restated in &audit.demands {
            let original = restated.original.iter().cloned().collect::<Vec<_>>();
            match restated.fate {
                Fate::Verbatim => {}
                Fate::Omitted => wordings(page, report, &original, "- ", Role::Removed),
                Fate::Added => wordings(page, report, &restated.restated, "+ ", Role::Added),
                Fate::Reworded => {
                    wordings(page, report, &original, "- ", Role::Removed);
                    wordings(page, report, &restated.restated, "+ ", Role::Added);
                }
            }
        }
        for disagreement in &audit.disagreements {
            page.flow("  ! ", 4, &[(Role::Warning, disagreement)]);
        }
    }
}
