//! Every letter in full, its lines numbered, its demands marked where they stand.

use super::anchors::Anchors;
use crate::corpus::LetterRecord;
use crate::demand::{Demand, Force};
use crate::letter::Letter;
use crate::report::{Dossier, label, prose};
use crate::source::Place;
use crate::text::Span;
use serde::Serialize;
use std::collections::BTreeSet;

/// A letter.
#[derive(Debug, Serialize)]
pub struct Full {
    /// Its place in the page.
    pub anchor: String,
    /// Its id.
    pub id: String,
    /// The file.
    pub path: String,
    /// What kind of document it is.
    pub kind: String,
    /// When it was written.
    pub date: String,
    /// Its title.
    pub title: Option<String>,
    /// Who writes.
    pub sender: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// The letter it restates: id and place in the page.
    pub restates: Option<(String, String)>,
    /// How many demands it makes.
    pub asks: String,
    /// What the reader noticed.
    pub warnings: Vec<String>,
    /// Its lines; empty ones are left out.
    pub lines: Vec<Line>,
    /// What looked like an ask.
    pub near_misses: Vec<Near>,
    /// Asks of others that it tells of.
    pub reported: Vec<Near>,
}

/// A line of a letter.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its place in the page.
    pub anchor: String,
    /// Its number.
    pub number: usize,
    /// Its text in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a line that is marked as one.
#[derive(Debug, Default, Serialize)]
pub struct Piece {
    /// The demands that begin here.
    pub badges: Vec<Badge>,
    /// `ask`, `near`, `told` or nothing.
    pub class: &'static str,
    /// The text.
    pub text: String,
}

/// A demand's number at its first word.
#[derive(Debug, Clone, Serialize)]
pub struct Badge {
    /// Its place in the page.
    pub anchor: String,
    /// Its number in the letter.
    pub number: String,
    /// The card of its thread.
    pub thread: Option<String>,
    /// What the thread asks, or why there is none.
    pub label: String,
    /// Said in passing.
    pub in_passing: bool,
}

/// What is quoted of a letter without being one of its demands.
#[derive(Debug, Serialize)]
pub struct Near {
    /// The words.
    pub quote: String,
    /// Page or line.
    pub place: String,
    /// The line in the page.
    pub anchor: String,
    /// How sure it is, or who asks.
    pub note: String,
}

/// All letters of a dossier.
pub fn letters(dossier: &Dossier, anchors: &Anchors) -> Vec<Full> {
    let full = |record: &LetterRecord| {
        let letter = dossier.letter(&record.id)?;
        Some(self::letter(record, letter, anchors))
    };
    dossier.report.letters.iter().filter_map(full).collect()
}

fn letter(record: &LetterRecord, letter: &Letter, anchors: &Anchors) -> Full {
    let near = |quote: &str, spans: &[Place], note: String| Near {
        quote: quote.to_owned(),
        place: prose::place(spans),
        anchor: anchors.line(&record.id, spans.first().map_or(1, |place| place.line)),
        note,
    };
    Full {
        anchor: anchors.letter(&record.id),
        id: record.id.clone(),
        path: record.path.clone(),
        kind: label(record.kind),
        date: prose::date(record),
        title: record.title.clone(),
        sender: record.sender.clone(),
        recipient: record.recipient.clone(),
        restates: record.restates_letter.as_ref().map(|id| (id.clone(), anchors.letter(id))),
        asks: prose::count(record.demands.len(), "demand"),
        warnings: record.warnings.clone(),
        lines: lines(record, letter, anchors),
        near_misses: record
            .near_misses
            .iter()
            .map(|one| near(&one.text, &one.spans, format!("confidence {:.2}", one.confidence)))
            .collect(),
        reported: record
            .reported
            .iter()
            .map(|one| near(&one.text, &one.spans, one.speaker.clone().unwrap_or_default()))
            .collect(),
    }
}

fn badge(demand: &Demand, anchors: &Anchors) -> Badge {
    let thread = anchors.thread_of(&demand.id);
    Badge {
        anchor: anchors.demand(&demand.id),
        number: demand.id.rsplit_once('#').map_or(String::new(), |(_, number)| number.to_owned()),
        thread: thread.map(|thread| anchors.thread(thread.series.as_deref(), &thread.id)),
        label: thread.map_or_else(|| "asks for an answer".to_owned(), |thread| thread.label.clone()),
        in_passing: demand.force == Force::Implicit,
    }
}

/// Marked ranges of a letter, the kinds that hide others first.
struct Marks {
    asks: Vec<Span>,
    near: Vec<Span>,
    told: Vec<Span>,
}

impl Marks {
    fn class(&self, at: Span) -> &'static str {
        let within = |spans: &[Span]| spans.iter().any(|span| span.contains(at));
        match () {
            () if within(&self.asks) => "ask",
            () if within(&self.told) => "told",
            () if within(&self.near) => "near",
            () => "",
        }
    }

    fn edges(&self) -> impl Iterator<Item = usize> {
        self.asks.iter().chain(&self.near).chain(&self.told).flat_map(|span| [span.start, span.end])
    }
}

fn lines(record: &LetterRecord, letter: &Letter, anchors: &Anchors) -> Vec<Line> {
    let text = letter.document.text.as_str();
    let spans = |places: &[Place]| places.iter().map(|place| place.span()).collect::<Vec<_>>();
    let marks = Marks {
        asks: record.demands.iter().flat_map(|demand| spans(&demand.spans)).collect(),
        near: record.near_misses.iter().flat_map(|demand| spans(&demand.spans)).collect(),
        told: record.reported.iter().flat_map(|reported| spans(&reported.spans)).collect(),
    };
    let mut edges: BTreeSet<usize> = marks.edges().collect();
    let mut waiting: Vec<(usize, Badge)> = record
        .demands
        .iter()
        .map(|demand| (demand.spans.first().map_or(0, |place| place.span().start), badge(demand, anchors)))
        .collect();
    waiting.sort_by_key(|(start, _)| *start);
    waiting.reverse();
    let index = &letter.document.lines;
    edges.extend((1..=index.count()).filter_map(|line| index.start_of(line)));
    let mut lines = Vec::new();
    for number in 1..=index.count() {
        let (Some(start), end) = (index.start_of(number), index.start_of(number + 1).unwrap_or(text.len()))
        else {
            continue;
        };
        let line = Span::new(start, end.max(start)).trimmed(text);
        if line.is_empty() {
            continue;
        }
        let mut cuts: Vec<usize> = vec![line.start];
        cuts.extend(edges.range(line.start + 1..line.end.max(line.start + 1)));
        cuts.push(line.end);
        let mut pieces: Vec<Piece> = Vec::new();
        for pair in cuts.windows(2) {
            let span = Span::new(pair[0], pair[1]);
            let Some(words) = span.slice(text) else { continue };
            let mut badges = Vec::new();
            while waiting.last().is_some_and(|(start, _)| *start < span.end) {
                badges.extend(waiting.pop().map(|(_, badge)| badge));
            }
            let class = marks.class(span);
            match pieces.last_mut().filter(|last| last.class == class && badges.is_empty()) {
                Some(last) => last.text.push_str(words),
                None => pieces.push(Piece { badges, class, text: words.to_owned() }),
            }
        }
        lines.push(Line { anchor: anchors.line(&record.id, number), number, pieces });
    }
    // No link may lead nowhere.
    if let Some(last) = lines.last_mut().and_then(|line| line.pieces.last_mut()) {
        last.badges.extend(waiting.into_iter().rev().map(|(_, badge)| badge));
    }
    lines
}
