//! One demand through time.

use super::changes::{evidence, mention, names};
use super::layout::{Page, Piece};
use super::overview::sign;
use super::wordings::Wordings;
use crate::corpus::Edition;
use crate::lineage::{Change, Report, Thread, Transition};
use crate::report::label;
use crate::report::theme::Role;

/// Writes a thread: in every edition since its first all its wordings with their places, and what changed.
pub fn thread(page: &mut Page, report: &Report, thread: &Thread) {
    let series = thread.series.as_deref();
    page.gap();
    page.edges(
        0,
        &[(Role::Dim, &thread.id), (Role::Plain, "  "), (Role::Title, &thread.label)],
        &[(Role::Dim, series.unwrap_or_default())],
    );
    let story = report.story(series);
    let editions = report.editions_of(series);
    let since = editions.iter().position(|edition| !thread.demands_in(edition).is_empty()).unwrap_or(0);
    for edition in &editions[since..] {
        page.gap();
        let led = story.iter().copied().find(|transition| transition.to == **edition);
        let change = led.and_then(|led| led.changes.iter().find(|change| change.thread == thread.id));
        head(page, report, edition, series, led, change);
        Wordings::default().list(page, report, thread.demands_in(edition), "  ", Role::Plain);
        for piece in change.iter().flat_map(|change| &change.evidence) {
            evidence(page, piece);
        }
        if let Some(change) = change {
            mention(page, change);
        }
    }
}

/// The edition, what became of the thread in it, and who speaks.
fn head(
    page: &mut Page,
    report: &Report,
    edition: &Edition,
    series: Option<&str>,
    led: Option<&Transition>,
    change: Option<&Change>,
) {
    let (sign, role, word) = match change {
        Some(change) => {
            let (sign, role) = sign(change.label);
            (sign, role, label(change.label))
        }
        None if led.is_some() => ("·", Role::Dim, "not asked".to_owned()),
        None => ("●", Role::Plain, "first asked".to_owned()),
    };
    let mut senders: Vec<String> = Vec::new();
    for letter in report.letters.iter().filter(|letter| {
        letter.series.as_deref() == series && letter.edition == *edition && letter.restates_letter.is_none()
    }) {
        if let Some(sender) = letter.sender.clone().filter(|sender| !senders.contains(sender)) {
            senders.push(sender);
        }
    }
    let score = change.and_then(|change| change.score).map(|score| format!("  match {score:.2}"));
    let (edition, who) = (edition.to_string(), names(&senders));
    let mut pieces: Vec<Piece> = vec![
        (role, sign),
        (Role::Plain, " "),
        (Role::Title, &edition),
        (Role::Plain, "  "),
        (role, &word),
        (Role::Plain, "  "),
        (Role::Dim, &who),
    ];
    if let Some(score) = &score {
        pieces.push((Role::Dim, score));
    }
    page.flow("", 4, &pieces);
}
