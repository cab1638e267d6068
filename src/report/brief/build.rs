//! A brief from a dossier.

use super::model::{Brief, Group, Piece, Row, Section, Sign, Table};
use super::sentences::{Writer, text};
use crate::lineage::{Change, Fate, Label, Transition};
use crate::problem::Problem;
use crate::report::standing::{Standing, Standings};
use crate::report::timeline::timelines;
use crate::report::{Dossier, prose, quotes};

/// A section holds this many items at most: the newest.
const ITEMS: usize = 12;

/// So many doubts are told.
const DOUBTS: usize = 3;

/// Makes the brief of a dossier.
///
/// # Errors
/// When a quote does not stand in its letter; the demand is named.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, brief};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let brief = brief::brief(&Dossier::of(corpus, &Pairs::default(), "letters"))?;
/// assert!(brief.notes.iter().all(|note| note.place.starts_with("line ")));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn brief(dossier: &Dossier) -> Result<Brief, Problem> {
    quotes::check(dossier)?;
    let report = &dossier.report;
    let standings = Standings::of(report);
    let mut writer = Writer::new(dossier);
    let mut sections = vec![in_all(dossier, &standings, &mut writer)?];
    sections.extend(changes(dossier, &standings, &mut writer)?);
    let mut closing: Vec<Section> = restatements(dossier, &mut writer)?.into_iter().collect();
    closing.extend(signatories(dossier));
    closing.push(doubts(dossier, &mut writer)?);
    let editions = (report.editions.first(), report.editions.last());
    let title = match editions {
        (Some(first), Some(last)) if first != last => format!("What the letters ask, {first} to {last}"),
        (Some(only), _) => format!("What the letters ask, {only}"),
        _ => "What the letters ask".to_owned(),
    };
    Ok(Brief {
        title,
        headline: prose::headline(report, &standings),
        sections,
        tables: tables(dossier, &standings),
        legend: Standing::ALL.iter().map(|standing| sign(*standing)).collect(),
        closing,
        notes: writer.notes,
        method: format!(
            "Made by demarche {} from {} ({}), by fixed rules. A pair of demands counts as one from a score of \
             {:.2}; {} pairs were scored. {}Every quote was checked against its letter. A missing demand means that \
             it was not found in that letter.",
            env!("CARGO_PKG_VERSION"),
            prose::count(report.letters.len(), "letter"),
            dossier.place,
            report.threshold,
            report.pairs_scored,
            prose::model(report.model.as_ref()).map(|model| model + " ").unwrap_or_default()
        ),
        version: env!("CARGO_PKG_VERSION"),
    })
}

fn in_all(dossier: &Dossier, standings: &Standings, writer: &mut Writer) -> Result<Section, Problem> {
    let threads = prose::in_every_edition(&dossier.report, standings);
    let mut items = Vec::new();
    for thread in threads.iter().take(ITEMS) {
        let mut item = vec![writer.name(thread.series.as_deref(), &thread.id)];
        for (at, occurrence) in thread.occurrences.iter().enumerate() {
            // The first and the last wording; those between are in the table.
            if at == 0 || at + 1 == thread.occurrences.len() {
                item.push(text(format!("{} {}: ", if at == 0 { "." } else { ";" }, occurrence.edition)));
                if let Some(id) = occurrence.demands.first() {
                    item.extend(writer.demand(id)?);
                }
            }
        }
        item.push(text("."));
        items.push(item);
    }
    let lead = match (dossier.report.editions.len(), items.is_empty()) {
        (0 | 1, _) => "There is one edition only: nothing to compare.",
        (_, true) => "No demand was found in every edition.",
        _ => "Asked outright in every edition; the first and the last wording.",
    };
    Ok(Section {
        title: "Asked throughout".to_owned(),
        lead: lead.to_owned(),
        more: threads.len() - items.len(),
        groups: vec![untitled(items)],
    })
}

/// A section on changes: its title, what it says of its items, and the labels it tells of.
type Kind = (&'static str, &'static str, &'static [Label]);

const KINDS: [Kind; 6] = [
    ("New", "Not found in any earlier edition, or not in the one before.", &[Label::New, Label::Returned]),
    ("Harder", "Harder in at least one aspect, softer in none.", &[Label::Strengthened]),
    ("Softer", "Softer in at least one aspect, harder in none.", &[Label::Softened]),
    ("Both harder and softer", "The aspects went both ways.", &[Label::Mixed]),
    (
        "Turned, split or merged",
        "No harder and no softer, but of another matter or party, or cut in another way.",
        &[Label::Shifted, Label::Split, Label::Merged],
    ),
    (
        "No longer carried",
        "Asked before and not found in the next edition. Where the senders are others, nobody need have withdrawn it.",
        &[Label::Dropped, Label::NotCarried],
    ),
];

fn changes(dossier: &Dossier, standings: &Standings, writer: &mut Writer) -> Result<Vec<Section>, Problem> {
    let report = &dossier.report;
    let story: Vec<&Transition> =
        report.series().into_iter().flat_map(|series| report.story(series)).collect();
    let mut sections = Vec::new();
    for (title, lead, labels) in KINDS {
        let all: Vec<(&Transition, &Change)> = story
            .iter()
            .flat_map(|transition| transition.changes.iter().map(move |change| (*transition, change)))
            .filter(|(_, change)| labels.contains(&change.label))
            .collect();
        let more = all.len().saturating_sub(ITEMS);
        let mut groups: Vec<Group> = Vec::new();
        for (transition, change) in all.into_iter().skip(more) {
            let item = match change.label {
                Label::New | Label::Returned => writer.new_one(transition, change)?,
                Label::Dropped | Label::NotCarried => writer.gone(transition, change)?,
                _ => {
                    let thread = report.thread(transition.series.as_deref(), &change.thread);
                    let standing = thread.map(|thread| standings.in_story(thread, &transition.to));
                    writer.changed(transition, change, standing == Some(Standing::InPassing))?
                }
            };
            let title = heading(transition, change.label);
            match groups.last_mut().filter(|group| group.title == title) {
                Some(group) => group.items.push(item),
                None => groups.push(Group { title, items: vec![item] }),
            }
        }
        if !groups.is_empty() {
            sections.push(Section { title: title.to_owned(), lead: lead.to_owned(), groups, more });
        }
    }
    Ok(sections)
}

/// The step that changes belong to, and by whom.
fn heading(transition: &Transition, label: Label) -> String {
    let senders = prose::senders(&transition.to_senders);
    let series = transition.series.as_ref().map(|series| format!("{series}, ")).unwrap_or_default();
    let (from, to) = (&transition.from, &transition.to);
    match label {
        Label::New | Label::Returned => format!("{series}{to}, {senders}"),
        Label::Dropped => format!("{series}{from} → {to}, left out by the same sender, {senders}"),
        Label::NotCarried => format!("{series}{from} → {to}, not in the letters of {senders}"),
        _ => format!("{series}{from} → {to}, {senders}"),
    }
}

fn untitled(items: Vec<Vec<Piece>>) -> Group {
    Group { title: String::new(), items }
}

fn restatements(dossier: &Dossier, writer: &mut Writer) -> Result<Option<Section>, Problem> {
    let report = &dossier.report;
    let mut groups = Vec::new();
    let mut more = 0;
    for audit in &report.restatements {
        let mut items = vec![vec![text(format!("Demands: {}.", prose::fates(audit)))]];
        items.extend(audit.disagreements.iter().map(|words| vec![text(format!("They disagree: {words}."))]));
        let told = || audit.demands.iter().filter(|restated| restated.fate != Fate::Verbatim);
        for restated in told().take(ITEMS) {
            let mut item = vec![text(match restated.fate {
                Fate::Omitted => "Left out: ",
                Fate::Added => "Added: ",
                _ => "In other words: ",
            })];
            for (at, id) in restated.original.iter().chain(restated.restated.first()).enumerate() {
                item.extend((at > 0).then(|| text(", as ")));
                item.extend(writer.demand(id)?);
            }
            item.push(text("."));
            items.push(item);
        }
        for (original, id) in audit
            .demands
            .iter()
            .filter_map(|restated| Some((restated.original.as_ref()?, prose::besides(report, restated))))
            .flat_map(|(original, besides)| besides.into_iter().map(move |id| (original, id)))
            .take(ITEMS)
        {
            let mut item = vec![text("Repeated, and put otherwise besides: ")];
            item.extend(writer.demand(original)?);
            item.push(text(", as "));
            item.extend(writer.demand(id)?);
            item.push(text("."));
            items.push(item);
        }
        more += told().count().saturating_sub(ITEMS);
        groups.push(Group { title: format!("{} restates {}", audit.document, audit.letter), items });
    }
    Ok((!groups.is_empty()).then(|| Section {
        title: "Restatements".to_owned(),
        lead: "Documents beside the letters they restate, demand by demand.".to_owned(),
        groups,
        more,
    }))
}

fn signatories(dossier: &Dossier) -> Option<Section> {
    let report = &dossier.report;
    let told = |transition: &&Transition| {
        report.signatories.iter().find(|one| {
            one.series == transition.series && one.from == transition.from && one.to == transition.to
        })
    };
    let story: Vec<&Transition> =
        report.series().into_iter().flat_map(|series| report.story(series)).collect();
    let items: Vec<Vec<Piece>> = story
        .iter()
        .filter_map(told)
        .filter(|one| one.before + one.after > 0)
        .map(|one| {
            let counts = format!(
                "{}: {} before, {} after; {} joined, {} left, {} stayed.",
                prose::step(&one.from, &one.to),
                prose::count(one.before, "name"),
                one.after,
                one.joined.len(),
                one.left.len(),
                one.stayed.len()
            );
            vec![text(counts)]
        })
        .collect();
    let more = items.len().saturating_sub(ITEMS);
    (!items.is_empty()).then(|| Section {
        title: "Who signed".to_owned(),
        lead: "Names read under the letters; who joined, left and stayed.".to_owned(),
        groups: vec![untitled(items.into_iter().skip(more).collect())],
        more,
    })
}

fn doubts(dossier: &Dossier, writer: &mut Writer) -> Result<Section, Problem> {
    let report = &dossier.report;
    let mut items = Vec::new();
    for doubt in prose::weightiest(report, DOUBTS) {
        let mut item = writer.demand(&doubt.a)?;
        item.push(text(" and "));
        item.extend(writer.demand(&doubt.b)?);
        item.push(text(format!(
            " are read as {}; their score is {:.2}.",
            if doubt.joined { "one demand" } else { "two demands" },
            doubt.score
        )));
        items.push(item);
    }
    let near: usize = report.letters.iter().map(|letter| letter.near_misses.len()).sum();
    if near > 0 {
        let words =
            format!("{} looked like asks and were not sure enough to count.", prose::count(near, "passage"));
        items.push(vec![text(words)]);
    }
    for letter in &report.letters {
        items.extend(letter.warnings.iter().map(|warning| vec![text(format!("{}: {warning}.", letter.id))]));
    }
    let lead = if items.is_empty() {
        "No pair of demands lies near even odds."
    } else {
        "What might as well be judged the other way; what most hangs on comes first."
    };
    Ok(Section {
        title: "Open doubts".to_owned(),
        lead: lead.to_owned(),
        more: report.uncertain.len().saturating_sub(DOUBTS),
        groups: vec![untitled(items)],
    })
}

fn tables(dossier: &Dossier, standings: &Standings) -> Vec<Table> {
    let table = |timeline: crate::report::timeline::Timeline| Table {
        series: timeline.series.map(str::to_owned),
        columns: timeline.columns.iter().map(|column| column.edition.to_string()).collect(),
        rows: timeline
            .rows
            .iter()
            .map(|row| Row {
                label: row.thread.label.clone(),
                cells: row.cells.iter().map(|cell| sign(cell.standing)).collect(),
            })
            .collect(),
    };
    timelines(&dossier.report, standings).into_iter().map(table).collect()
}

fn sign(standing: Standing) -> Sign {
    Sign { sign: standing.sign(), words: standing.words() }
}
