//! A report together with the letters it was read from: what a page or a brief is made of.

use crate::corpus::Corpus;
use crate::letter::Letter;
use crate::lineage::{self, Between, Pairs, Report};

/// The report on some letters, and their full texts.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::Dossier;
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let dossier = Dossier::of(corpus, &Pairs::default(), "letters");
/// assert_eq!(dossier.letters.len(), dossier.report.letters.len());
/// ```
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The one report that every renderer reads.
    pub report: Report,
    /// The letters with their texts, in the report's order.
    pub letters: Vec<Letter>,
    /// What became of the threads between each two editions that ask them, where it was asked for.
    pub between: Vec<Between>,
    /// Where the letters came from, in the user's words.
    pub place: String,
}

impl Dossier {
    /// Reads a corpus through time and keeps its texts.
    pub fn of(corpus: Corpus, pairs: &Pairs, place: &str) -> Dossier {
        let letters = corpus.letters.clone();
        let report = lineage::report(corpus, pairs);
        Dossier { report, letters, between: Vec::new(), place: place.to_owned() }
    }

    /// The same, for a page on which any edition may be chosen as the one to compare with.
    pub fn with_baselines(corpus: Corpus, pairs: &Pairs, place: &str) -> Dossier {
        let letters = corpus.letters.clone();
        let (report, between) = lineage::report_with_all(corpus, pairs);
        Dossier { report, letters, between, place: place.to_owned() }
    }

    /// A letter's text by its id.
    pub fn letter(&self, id: &str) -> Option<&Letter> {
        // Both are in one order; a report that was filtered since may hold fewer.
        let place = self.report.place_of(id).and_then(|place| self.letters.get(place));
        place.filter(|letter| letter.id == id).or_else(|| self.letters.iter().find(|letter| letter.id == id))
    }
}
