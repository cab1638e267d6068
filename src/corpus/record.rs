//! What is said of a letter: its head, its demands, its doubts.

use super::edition::Edition;
use crate::demand::{Demand, Extraction, Reported};
use crate::letter::{DateSource, Letter, LetterDate, LetterKind, Signatory};
use crate::source::Format;
use std::collections::BTreeMap;

/// A letter as reports and programs see it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct LetterRecord {
    /// The file's name without its ending.
    pub id: String,
    /// The file, as it was named.
    pub path: String,
    /// What the file was.
    pub format: Format,
    /// What kind of document it is.
    pub kind: LetterKind,
    /// The sub-folder it lies in; letters are compared within their series only.
    pub series: Option<String>,
    /// When it was written.
    pub date: Option<LetterDate>,
    /// Where the date was found.
    pub date_source: Option<DateSource>,
    /// The group the letter is compared in.
    pub edition: Edition,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Who writes.
    pub sender: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// Id of the letter that this document restates.
    pub restates_letter: Option<String>,
    /// Who signed, in the order of the page.
    pub signatories: Vec<Signatory>,
    /// The senders' asks, in reading order.
    pub demands: Vec<Demand>,
    /// Asks of others that the letter tells of.
    pub reported: Vec<Reported>,
    /// What looked like an ask and was not sure enough.
    pub near_misses: Vec<Demand>,
    /// What the reader should know of this letter.
    pub warnings: Vec<String>,
}

impl LetterRecord {
    /// The record of a letter and what was found in it.
    pub fn new(letter: &Letter, found: Extraction, edition: Edition) -> LetterRecord {
        LetterRecord {
            id: letter.id.clone(),
            path: letter.path.clone(),
            format: letter.document.format,
            kind: letter.kind,
            series: letter.series.clone(),
            date: letter.date,
            date_source: letter.date_source,
            edition,
            title: letter.title.clone(),
            sender: letter.sender.clone(),
            recipient: letter.recipient.clone().or_else(|| asked_of(&found)),
            restates_letter: letter.restates.clone(),
            signatories: letter.signatories.clone(),
            demands: found.demands,
            reported: found.reported,
            near_misses: found.near_misses,
            warnings: letter.warnings.clone(),
        }
    }

    /// A demand by its id.
    pub fn demand(&self, id: &str) -> Option<&Demand> {
        self.demands.iter().find(|demand| demand.id == id)
    }
}

/// Whom most of the demands name as their addressee: a release tells of a letter without its head.
fn asked_of(found: &Extraction) -> Option<String> {
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for addressee in found.demands.iter().filter_map(|demand| demand.addressee.as_deref()) {
        *named.entry(addressee).or_default() += 1;
    }
    let (name, count) = named.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)))?;
    (count * 2 > found.demands.len() && name != "you").then(|| name.to_owned())
}
