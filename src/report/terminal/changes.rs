//! From one edition to the next, for people.

use super::layout::{Page, Piece};
use super::overview::{count, sign};
use super::place;
use super::wordings::Wordings;
use crate::demand::Demand;
use crate::lineage::{Change, Coalition, Direction, Evidence, Fate, Label, Report, Senders, Transition};
use crate::report::label;
use crate::report::theme::Role;

/// Writes every transition with who signed.
pub fn changes(page: &mut Page, report: &Report, wordings: &Wordings) {
    for transition in &report.transitions {
        self::transition(page, report, transition, wordings);
        let coalition = report.signatories.iter().find(|coalition| {
            coalition.series == transition.series
                && coalition.from == transition.from
                && coalition.to == transition.to
        });
        if let Some(coalition) = coalition {
            signatories(page, coalition);
        }
    }
    restatements(page, report, wordings);
}

/// Writes one transition: its changes by label, each with both wordings and the evidence.
fn transition(page: &mut Page, report: &Report, transition: &Transition, wordings: &Wordings) {
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
            self::change(page, report, (transition.series.as_deref(), change), wordings);
        }
    }
}

pub(super) fn names(senders: &[String]) -> String {
    match senders {
        [] => "sender not named".to_owned(),
        senders => senders.join("; "),
    }
}

fn change(page: &mut Page, report: &Report, (series, change): (Option<&str>, &Change), wordings: &Wordings) {
    page.gap();
    // Ids are a series' own: another may have a thread that begins with the same words.
    let thread = report.thread(series, &change.thread);
    let name = thread.map(|thread| thread.label.as_str()).unwrap_or_default();
    let score = change.score.map(|score| format!("match {score:.2}")).unwrap_or_default();
    page.edges(
        2,
        &[(Role::Dim, &change.thread), (Role::Plain, "  "), (Role::Title, name)],
        &[(Role::Dim, &score)],
    );
    wordings.write(page, report, change);
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
fn restatements(page: &mut Page, report: &Report, wordings: &Wordings) {
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
                Fate::Omitted => wordings.list(page, report, &original, "- ", Role::Removed),
                Fate::Added => wordings.list(page, report, &restated.restated, "+ ", Role::Added),
                Fate::Reworded => {
                    wordings.list(page, report, &original, "- ", Role::Removed);
                    wordings.list(page, report, &restated.restated, "+ ", Role::Added);
                }
            }
        }
        for disagreement in &audit.disagreements {
            page.flow("  ! ", 4, &[(Role::Warning, disagreement)]);
        }
    }
}
