//! The page: one file that holds the whole report, readable with scripts off and without a network.

mod anchors;
mod cards;
mod letters;
mod pieces;
mod sections;
mod table;

use super::standing::{Standing, Standings};
use super::{Dossier, label, prose, quotes, templates};
use crate::problem::Problem;
use anchors::Anchors;
use serde::Serialize;

/// The page's templates, by name.
const TEMPLATES: [(&str, &str); 9] = [
    ("page.html", include_str!("templates/page.html")),
    ("macros.html", include_str!("templates/macros.html")),
    ("timeline.html", include_str!("templates/timeline.html")),
    ("threads.html", include_str!("templates/threads.html")),
    ("sections.html", include_str!("templates/sections.html")),
    ("letters.html", include_str!("templates/letters.html")),
    ("signs.svg", SIGNS),
    ("style.css", include_str!("templates/style.css")),
    ("script.js", include_str!("templates/script.js")),
];

/// The signs of the timeline as SVG symbols, for the picture as well.
pub(super) const SIGNS: &str = include_str!("templates/signs.svg");

/// Letters up to this number stand open in the page.
const LETTERS_OPEN: usize = 6;

#[derive(Debug, Serialize)]
struct Page<'r> {
    title: String,
    headline: String,
    counts: Vec<(usize, &'static str)>,
    timelines: Vec<table::Table>,
    legend: Vec<Sign>,
    labels: Vec<(String, &'static str)>,
    senders: Vec<&'r str>,
    cards: Vec<cards::Card>,
    steps: Vec<sections::Step>,
    other_steps: Vec<sections::Step>,
    restatements: Vec<sections::Restatement>,
    signatories: Vec<sections::Signed>,
    unsaid: Vec<sections::Unsaid>,
    doubts: Vec<sections::Doubtful>,
    more_doubts: usize,
    letters: Vec<letters::Full>,
    letters_open: bool,
    place: &'r str,
    version: &'static str,
    threshold: String,
    pairs_scored: usize,
    model: Option<String>,
}

/// A sign of the timeline with its meaning.
#[derive(Debug, Serialize)]
struct Sign {
    class: String,
    words: &'static str,
}

/// The page of a dossier.
///
/// # Errors
/// When a quote does not stand in its letter.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, html};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let page = html::page(&Dossier::with_baselines(corpus, &Pairs::Every, "letters"))?;
/// assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn page(dossier: &Dossier) -> Result<String, Problem> {
    quotes::check(dossier)?;
    let report = &dossier.report;
    let standings = Standings::of(report).with(&dossier.between);
    let anchors = Anchors::of(report);
    let (steps, other_steps) = sections::steps(report, &anchors);
    let demands = report.letters.iter().map(|letter| letter.demands.len()).sum();
    let page = Page {
        title: format!("Demands through time: {}", dossier.place),
        headline: prose::headline(report, &standings),
        counts: vec![
            (report.letters.len(), "letters"),
            (report.editions.len(), "editions"),
            (demands, "demands"),
            (report.threads.len(), "threads"),
        ],
        timelines: table::tables(report, &standings, &anchors),
        legend: Standing::ALL.iter().map(|standing| sign(*standing)).collect(),
        labels: prose::LABELS.iter().map(|(name, words)| (label(name).replace(' ', "-"), *words)).collect(),
        senders: cards::senders(report),
        cards: cards::cards(report, &standings, &anchors),
        steps,
        other_steps,
        restatements: sections::restatements(report, &anchors),
        signatories: sections::signatories(report),
        unsaid: sections::unsaid(report, &standings, &anchors),
        doubts: sections::doubts(report, &anchors),
        more_doubts: report.uncertain.len().saturating_sub(sections::DOUBTS),
        letters: letters::letters(dossier, &anchors),
        letters_open: report.letters.len() <= LETTERS_OPEN,
        place: &dossier.place,
        version: env!("CARGO_PKG_VERSION"),
        threshold: format!("{:.2}", report.threshold),
        pairs_scored: report.pairs_scored,
        model: prose::model(report.model.as_ref()),
    };
    let environment = templates::environment(&TEMPLATES)?;
    templates::fill(&environment, "page.html", &page)
}

fn sign(standing: Standing) -> Sign {
    Sign { class: label(standing).replace(' ', "-"), words: standing.words() }
}
