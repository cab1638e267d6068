//! How many of the pairs that match are among the candidates that are scored.

use crate::letters::letters;
use demarche::corpus::{Corpus, LetterRecord, Options, Source};
use demarche::matching::{Canonical, Kinship, Standing, THRESHOLD, chance, threads};
use demarche::source::{Document, LetterFile};
use demarche::watch::Watch;
use std::collections::{HashMap, HashSet};

/// Pairs that match, and those of them that were candidates.
#[derive(Default)]
pub struct Pairs {
    /// Of all pairs, those that match.
    pub matching: usize,
    /// Of these, those that were candidates.
    pub candidates: usize,
}

/// What a comparison with all pairs found.
#[derive(Default)]
pub struct Found {
    /// How many demands there are.
    pub demands: usize,
    /// Pairs of wordings of one planted demand.
    pub planted: Pairs,
    /// All pairs: made-up demands rhyme, and most of these only sound alike.
    pub all: Pairs,
}

impl Pairs {
    /// The share of the matching pairs that were candidates.
    pub fn recall(&self) -> f64 {
        self.candidates as f64 / self.matching.max(1) as f64
    }

    fn add(&mut self, candidate: bool) {
        self.matching += 1;
        self.candidates += usize::from(candidate);
    }
}

/// Compares the candidates among made-up demands and those of the bundled letters with all pairs.
pub fn measure(count: usize) -> Found {
    let planted: HashMap<String, Vec<usize>> = letters(count)
        .into_iter()
        .map(|letter| (letter.name.trim_end_matches(".txt").to_owned(), letter.demands))
        .collect();
    let sources = letters(count).into_iter().map(|letter| Source {
        file: LetterFile { path: letter.name.into(), series: None },
        part: None,
        known_as: None,
        document: Document::from_text(letter.text),
    });
    let (made_up, _) = Corpus::of(sources.collect(), &[], &Options::default());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("letters");
    let (bundled, _) = Corpus::read(&[folder], &Options::default());
    // Items are told apart by their order; of a letter read with more or fewer demands nothing is known.
    let truth = |record: &LetterRecord, at: usize| {
        let own = planted.get(&record.id).filter(|own| own.len() == record.demands.len());
        own.and_then(|own| own.get(at)).copied()
    };
    let (mut standings, mut forms, mut planted_as) = (Vec::new(), Vec::new(), Vec::new());
    for record in made_up.records.iter().chain(&bundled.records) {
        for (at, demand) in record.demands.iter().enumerate() {
            standings.push(Standing { id: &demand.id, letter: &record.id, affair: None });
            forms.push(Canonical::of(&demand.text, &made_up.lexicon));
            planted_as.push(truth(record, at));
        }
    }
    let forms: Vec<&Canonical> = forms.iter().collect();
    let near: HashSet<(u32, u32)> = threads(&forms, &Kinship::new(standings), &Watch::default())
        .scores
        .iter()
        .map(|(a, b, _)| (a, b))
        .collect();
    let mut found = Found { demands: forms.len(), ..Found::default() };
    for a in 0..forms.len() {
        for b in (a + 1..forms.len()).filter(|b| chance(forms[a], forms[*b]) >= THRESHOLD) {
            let candidate = near.contains(&(a as u32, b as u32));
            found.all.add(candidate);
            if planted_as[a].is_some() && planted_as[a] == planted_as[b] {
                found.planted.add(candidate);
            }
        }
    }
    found
}
