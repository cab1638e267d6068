//! Demands and near misses that hold some words, or words like them.

use super::LetterRecord;
use crate::demand::Demand;
use crate::lexicon::Lexicon;
use crate::text::fold;

/// How near a demand comes to the words that were looked for, nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// It holds them as they are.
    Phrase,
    /// It holds every one of them.
    Words,
    /// It holds every one of them in some form: "sanction", "sanctions".
    Forms,
    /// Some are spelt a little otherwise, or some of many are missing.
    Like,
}

/// A demand that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'r> {
    /// Its letter.
    pub letter: &'r LetterRecord,
    /// The demand.
    pub demand: &'r Demand,
    /// It was read as no demand.
    pub near_miss: bool,
    /// How near it comes.
    pub nearness: Nearness,
    /// Words that were looked for and stand there otherwise, each with the word that stands there.
    pub otherwise: Vec<(String, String)>,
    /// Words that were looked for and are not there.
    pub missing: Vec<String>,
}

/// Two words at least this alike may be one, spelt otherwise.
const ALIKE: f64 = 0.75;
/// Words shorter than this are told apart by a single letter.
const SHORT: usize = 4;
/// Of so many words, one in five may be missing: quotes are rarely exact.
const MANY: usize = 5;

/// Finds words in demands and near misses: the nearest first, then in the order of the letters.
///
/// ```
/// use demarche::corpus::{Corpus, Nearness, Options, search};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let hits = search(&corpus.records, "release prisoner", &corpus.lexicon);
/// assert!(hits.iter().all(|hit| hit.nearness >= Nearness::Forms));
/// assert!(hits[0].demand.text.contains("prisoners"));
/// ```
pub fn search<'r>(records: &'r [LetterRecord], words: &str, lexicon: &Lexicon) -> Vec<Hit<'r>> {
    let phrase = fold(words);
    let wanted = tokens(&phrase);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = records
        .iter()
        .flat_map(|letter| {
            let sure = letter.demands.iter().map(|demand| (demand, false));
            sure.chain(letter.near_misses.iter().map(|demand| (demand, true)))
                .map(move |(demand, near_miss)| (letter, demand, near_miss))
        })
        .filter_map(|(letter, demand, near_miss)| {
            let (nearness, otherwise, missing) = compare(&demand.text, &phrase, &wanted, lexicon)?;
            Some(Hit { letter, demand, near_miss, nearness, otherwise, missing })
        })
        .collect();
    hits.sort_by_key(|hit| (hit.near_miss, hit.nearness));
    hits
}

type Found = (Nearness, Vec<(String, String)>, Vec<String>);

fn compare(text: &str, phrase: &str, wanted: &[String], lexicon: &Lexicon) -> Option<Found> {
    let folded = fold(text);
    if format!(" {} ", tokens(&folded).join(" ")).contains(&format!(" {} ", tokens(phrase).join(" "))) {
        return Some((Nearness::Phrase, Vec::new(), Vec::new()));
    }
    let there = tokens(&folded);
    let (mut nearness, mut otherwise, mut missing) = (Nearness::Words, Vec::new(), Vec::new());
    for word in wanted {
        match nearest(word, &there, lexicon) {
            Some((near, found)) => {
                nearness = nearness.max(near);
                if found != word {
                    otherwise.push((word.clone(), found.to_owned()));
                }
            }
            None => missing.push(word.clone()),
        }
    }
    if !missing.is_empty() {
        if wanted.len() < MANY || missing.len() * 5 > wanted.len() {
            return None;
        }
        nearness = Nearness::Like;
    }
    Some((nearness, otherwise, missing))
}

/// The word of a text that comes nearest to another.
fn nearest<'t>(word: &str, there: &'t [String], lexicon: &Lexicon) -> Option<(Nearness, &'t str)> {
    if let Some(same) = there.iter().find(|other| *other == word) {
        return Some((Nearness::Words, same));
    }
    let base = lexicon.base_form(word);
    let form = there.iter().find(|other| {
        lexicon.base_form(other) == base || (word.chars().count() >= SHORT && other.starts_with(word))
    });
    if let Some(form) = form {
        return Some((Nearness::Forms, form));
    }
    if word.chars().count() < SHORT {
        return None;
    }
    let alike = |other: &str| strsim::normalized_damerau_levenshtein(word, other);
    let best = there.iter().max_by(|a, b| alike(a).total_cmp(&alike(b)))?;
    (alike(best) >= ALIKE).then_some((Nearness::Like, best.as_str()))
}

fn tokens(folded: &str) -> Vec<String> {
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.map(|word| word.trim_matches('\'')).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
