//! What is said twice: in one letter, and in a release that tells of a letter.

use crate::corpus::{Corpus, Edition, LetterRecord};
use crate::demand::Demand;
use crate::embedding::Model;
use crate::letter::{Letter, LetterKind};
use crate::lexicon::{Key, Lexicon};
use crate::matching::{Abbreviations, Canonical, chance};
use crate::text::fold;
use foldhash::HashMap;
use std::collections::BTreeMap;

/// Two demands of one letter this alike are one demand said twice.
const SAID_TWICE: f64 = 0.8;

/// A document of which this share of demands stands in a letter of its edition restates that letter.
const RESTATES: f64 = 0.5;

/// How a document carries a demand of the letter that it restates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Word by word.
    Verbatim,
    /// In other words.
    Reworded,
    /// Not at all.
    Omitted,
    /// Only the restating document has it.
    Added,
}

/// What became of one demand in a restatement.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Restated {
    /// The demand in the letter; none where it was added.
    pub original: Option<String>,
    /// The demands in the restating document.
    pub restated: Vec<String>,
    /// What became of it.
    pub fate: Fate,
}

/// A document beside the letter that it restates.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct Audit {
    /// The restating document.
    pub document: String,
    /// The letter.
    pub letter: String,
    /// Demand by demand.
    pub demands: Vec<Restated>,
    /// Where the two disagree in numbers.
    pub disagreements: Vec<String>,
}

/// The normal forms of the demands of each letter, in the order of the corpus.
pub fn canonicals(corpus: &Corpus) -> Vec<Vec<Canonical>> {
    let mut letters: BTreeMap<Option<&str>, Vec<&Letter>> = BTreeMap::new();
    for letter in &corpus.letters {
        letters.entry(letter.series.as_deref()).or_default().push(letter);
    }
    let learnt: BTreeMap<Option<&str>, Abbreviations> = letters
        .into_iter()
        .map(|(series, letters)| (series, Abbreviations::of(letters, &corpus.lexicon)))
        .collect();
    let none = Abbreviations::default();
    let forms = |record: &LetterRecord| {
        let learnt = learnt.get(&record.series.as_deref()).unwrap_or(&none);
        forms(record, learnt, &corpus.lexicon, corpus.model.as_deref())
    };
    corpus.records.iter().map(forms).collect()
}

/// The normal forms of the demands of one letter.
pub fn canonicals_of(corpus: &Corpus, record: &LetterRecord) -> Vec<Canonical> {
    let series = corpus.letters.iter().filter(|letter| letter.series == record.series);
    forms(record, &Abbreviations::of(series, &corpus.lexicon), &corpus.lexicon, corpus.model.as_deref())
}

/// The normal forms of the demands of one letter, whose series explains these abbreviations, with what they mean to the
/// user's own model.
pub fn forms(
    record: &LetterRecord,
    abbreviations: &Abbreviations,
    lexicon: &Lexicon,
    model: Option<&Model>,
) -> Vec<Canonical> {
    let read = |demand: &Demand| {
        Canonical::in_letter(&demand.text, demand.refers_to.as_deref(), abbreviations, lexicon)
            .with_meaning(&demand.text, model)
    };
    let mut forms: Vec<Canonical> = record.demands.iter().map(read).collect();
    Canonical::set_apart(&mut forms);
    forms
}

/// Notes in every record which demands are said twice and which letters restate another.
pub fn mark(records: &mut [LetterRecord], canonicals: &[Vec<Canonical>]) {
    for (record, forms) in records.iter_mut().zip(canonicals) {
        mark_repeats(&mut record.demands, forms);
    }
    let mut beside: HashMap<(Option<String>, Edition), Vec<usize>> = HashMap::default();
    let mut by_id: HashMap<String, usize> = HashMap::default();
    let mut holders: HashMap<(Option<String>, Edition), Holders> = HashMap::default();
    for (at, record) in records.iter().enumerate() {
        beside.entry((record.series.clone(), record.edition.clone())).or_default().push(at);
        by_id.entry(record.id.clone()).or_insert(at);
    }
    for at in 0..records.len() {
        let letter = match &records[at].restates_letter {
            Some(told) => by_id.get(told).copied(),
            None if !may_restate(&records[at]) => None,
            None => {
                let key = (records[at].series.clone(), records[at].edition.clone());
                let others = beside.get(&key).map(Vec::as_slice).unwrap_or_default();
                if others.len() <= COMPARED {
                    restated_letter(records, canonicals, at, others)
                } else {
                    let holders = holders.entry(key).or_insert_with(|| Holders::of(canonicals, others));
                    restated_letter(records, canonicals, at, &holders.nearest(canonicals, at))
                }
            }
        };
        let Some(letter) = letter else { continue };
        let pairs = verbatim_or_alike(&records[at], &records[letter], &canonicals[at], &canonicals[letter]);
        let original: Vec<String> = records[letter].demands.iter().map(|demand| demand.id.clone()).collect();
        let id = records[letter].id.clone();
        let record = &mut records[at];
        record.restates_letter = Some(id);
        for (own, other) in pairs {
            record.demands[own].restates = Some(original[other].clone());
        }
    }
}

/// The later of two demands of one letter repeats the earlier.
fn mark_repeats(demands: &mut [Demand], forms: &[Canonical]) {
    for later in 1..demands.len() {
        let earlier = (0..later).filter(|earlier| {
            demands[*earlier].restates.is_none() && demands[*earlier].kind == demands[later].kind
        });
        let best = earlier
            .map(|earlier| (earlier, chance(&forms[earlier], &forms[later])))
            .filter(|(_, score)| *score >= SAID_TWICE)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((earlier, _)) = best {
            demands[later].restates = Some(demands[earlier].id.clone());
        }
    }
}

/// Of an edition with more letters than this, a release is compared with this many: with those that share most words
/// with it, rare words counting most.
const COMPARED: usize = 64;

/// Which letters of an edition hold a word.
struct Holders {
    letters: HashMap<Key, Vec<usize>>,
}

impl Holders {
    fn of(canonicals: &[Vec<Canonical>], letters: &[usize]) -> Holders {
        let mut holders: HashMap<Key, Vec<usize>> = HashMap::default();
        for at in letters {
            for word in words(&canonicals[*at]) {
                holders.entry(word).or_default().push(*at);
            }
        }
        Holders { letters: holders }
    }

    /// The letters nearest to one of them, in order.
    fn nearest(&self, canonicals: &[Vec<Canonical>], at: usize) -> Vec<usize> {
        let mut near: BTreeMap<usize, f64> = BTreeMap::new();
        for word in words(&canonicals[at]) {
            let holders = self.letters.get(&word).map(Vec::as_slice).unwrap_or_default();
            for other in holders {
                *near.entry(*other).or_default() += 1.0 / holders.len() as f64;
            }
        }
        near.remove(&at);
        let mut ranked: Vec<(usize, f64)> = near.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(COMPARED);
        let mut nearest: Vec<usize> = ranked.into_iter().map(|(other, _)| other).collect();
        nearest.sort_unstable();
        nearest
    }
}

/// The telling words of a letter's demands, each once, in order.
fn words(forms: &[Canonical]) -> Vec<Key> {
    let mut words: Vec<Key> = forms.iter().flat_map(|form| form.words.keys()).collect();
    words.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    words.dedup();
    words
}

/// Only a release tells of a letter.
fn may_restate(record: &LetterRecord) -> bool {
    !record.demands.is_empty() && record.kind == LetterKind::PressRelease
}

/// The letter among `beside`, those of the same series and edition, whose demands this release mostly repeats.
fn restated_letter(
    records: &[LetterRecord],
    canonicals: &[Vec<Canonical>],
    at: usize,
    beside: &[usize],
) -> Option<usize> {
    let own = &records[at];
    // Of two letters of which it repeats as much, the one whose words it has.
    let share = |other: usize| {
        let found = verbatim_or_alike(own, &records[other], &canonicals[at], &canonicals[other]);
        let verbatim = |pair: &&(usize, usize)| {
            canonicals[at][pair.0].same_words == canonicals[other][pair.1].same_words
        };
        (found.len(), found.iter().filter(verbatim).count())
    };
    let others =
        beside.iter().copied().filter(|other| *other != at && records[*other].restates_letter.is_none());
    others
        .map(|other| (other, share(other)))
        .filter(|(_, (found, _))| *found as f64 / own.demands.len() as f64 >= RESTATES)
        .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(other, _)| other)
}

/// Pairs of demands (of the document, of the letter) that are one: same words first, then the best match.
fn verbatim_or_alike(
    own: &LetterRecord,
    other: &LetterRecord,
    forms: &[Canonical],
    others: &[Canonical],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (at, form) in forms.iter().enumerate() {
        let same = (0..others.len()).find(|there| form.same_words == others[*there].same_words);
        let alike = || {
            (0..others.len())
                .filter(|there| other.demands[*there].kind == own.demands[at].kind)
                .map(|there| (there, chance(form, &others[there])))
                .filter(|(_, score)| *score >= SAID_TWICE)
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
                .map(|(there, _)| there)
        };
        pairs.extend(same.or_else(alike).map(|there| (at, there)));
    }
    pairs
}

/// Every document beside the letter that it restates.
pub fn audits(corpus: &Corpus) -> Vec<Audit> {
    let by_id: HashMap<&str, &LetterRecord> =
        corpus.records.iter().map(|letter| (letter.id.as_str(), letter)).collect();
    let audit = |record: &LetterRecord| {
        let letter = by_id.get(record.restates_letter.as_deref()?)?;
        Some(Audit {
            document: record.id.clone(),
            letter: letter.id.clone(),
            demands: fates(record, letter),
            disagreements: disagreements(corpus, record, letter),
        })
    };
    corpus.records.iter().filter_map(audit).collect()
}

fn fates(document: &LetterRecord, letter: &LetterRecord) -> Vec<Restated> {
    let mut fates: Vec<Restated> = letter
        .demands
        .iter()
        .map(|original| {
            let restated: Vec<&Demand> = document
                .demands
                .iter()
                .filter(|demand| demand.restates.as_ref() == Some(&original.id))
                .collect();
            let fate = if restated.is_empty() {
                Fate::Omitted
            } else if restated.iter().any(|demand| fold(&demand.text) == fold(&original.text)) {
                Fate::Verbatim
            } else {
                Fate::Reworded
            };
            Restated {
                original: Some(original.id.clone()),
                restated: restated.iter().map(|demand| demand.id.clone()).collect(),
                fate,
            }
        })
        .collect();
    let added = document.demands.iter().filter(|demand| demand.restates.is_none());
    fates.extend(added.map(|demand| Restated {
        original: None,
        restated: vec![demand.id.clone()],
        fate: Fate::Added,
    }));
    fates
}

/// "19 organizations and individuals" against 18 names under the letter.
fn disagreements(corpus: &Corpus, document: &LetterRecord, letter: &LetterRecord) -> Vec<String> {
    let Some(text) = corpus.letter(&document.id) else { return Vec::new() };
    let counted = letter.signatories.len();
    if counted == 0 {
        return Vec::new();
    }
    let mut claims: Vec<usize> = super::coalition::claimed_signatories(text, &corpus.lexicon);
    claims.dedup();
    claims
        .into_iter()
        .filter(|claimed| *claimed != counted)
        .map(|claimed| {
            format!("{} speaks of {claimed} who signed; {counted} were read in {}", document.id, letter.id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Options, Source};
    use crate::source::{Document, LetterFile};

    #[test]
    fn a_release_finds_its_letter_among_very_many() {
        let town = |at: usize| {
            let parts = [
                "Kar", "Mol", "Ves", "Dun", "Pel", "Ost", "Rim", "Gol", "Hax", "Tur", "Win", "Zeb", "Cof",
                "Lyn",
            ];
            format!("{}{}", parts[at % 14], parts[at / 14 % 14].to_lowercase())
        };
        let text = |head: &str, at: usize| {
            let town = town(at);
            format!(
                "{head}\n\nWe call on you to repair the {town} bridge.\n\nWe urge you to reopen the {town} \
                 hospital.\n\nWe ask you to publish the {town} report.\n"
            )
        };
        let mut texts: Vec<(String, String)> = (0..3 * COMPARED)
            .map(|at| (format!("letter{at:03}"), text("4 May 2021\n\nDear Minister,", at)))
            .collect();
        texts.push(("release".to_owned(), text("FOR IMMEDIATE RELEASE\n\n5 May 2021\n\nHarbour Union", 100)));
        let sources = texts.into_iter().map(|(name, text)| Source {
            file: LetterFile { path: name.into(), series: None },
            part: None,
            known_as: None,
            document: Document::from_text(&text),
        });
        let (mut corpus, _) = Corpus::of(sources.collect(), &[], &Options::default());
        let canonicals = canonicals(&corpus);
        mark(&mut corpus.records, &canonicals);
        let release = corpus.records.iter().find(|record| record.id == "release").unwrap();
        assert_eq!(release.restates_letter.as_deref(), Some("letter100"));
    }
}
