//! Letters compared as one point in time.

use super::record::LetterRecord;
use crate::letter::{Letter, LetterDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What makes letters one edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// The year they were written in.
    #[default]
    Year,
    /// The month.
    Month,
    /// Each letter by itself.
    Letter,
}

/// An edition by its name: "2024", "2024-04", a letter's id. Editions sort by the first date of their letters. Letters
/// without a date form an edition of their own, "undated", which comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    /// The first date of its letters; empty until the corpus is complete.
    first: String,
    name: String,
}

impl Edition {
    /// The edition of a letter.
    pub fn of(letter: &Letter, grouping: Grouping) -> Edition {
        Edition::of_head(letter.edition.as_deref(), &letter.id, letter.date, grouping)
    }

    /// The same, of what is known of a letter.
    pub(super) fn of_head(
        told: Option<&str>,
        id: &str,
        date: Option<LetterDate>,
        grouping: Grouping,
    ) -> Edition {
        if let Some(told) = told {
            return Edition::named(told);
        }
        let date = date.map(|date| date.to_string());
        Edition::named(match (grouping, date) {
            (Grouping::Letter, _) => id.to_owned(),
            (_, None) => "undated".to_owned(),
            (Grouping::Year, Some(date)) => date.chars().take(4).collect(),
            (Grouping::Month, Some(date)) => date.chars().take(7).collect(),
        })
    }

    /// An edition by its name, with no place among others yet.
    pub fn named(name: impl Into<String>) -> Edition {
        Edition { first: String::new(), name: name.into() }
    }

    /// An edition whose place is known without its letters' dates.
    pub(super) fn in_order((place, name): (usize, String)) -> Edition {
        Edition { first: format!("{place:08}"), name }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.name
    }
}

/// Gives the editions of some letters their order.
pub(super) fn put_in_order(records: &mut [LetterRecord]) {
    // Later than any date.
    const UNDATED: &str = "~";
    let first =
        |record: &LetterRecord| record.date.map_or_else(|| UNDATED.to_owned(), |date| date.to_string());
    let mut firsts: BTreeMap<String, String> = BTreeMap::new();
    for record in records.iter() {
        let known = firsts.entry(record.edition.name.clone()).or_insert_with(|| first(record));
        *known = first(record).min(std::mem::take(known));
    }
    for record in records {
        record.edition.first = firsts.get(&record.edition.name).cloned().unwrap_or_default();
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

impl JsonSchema for Edition {
    fn schema_name() -> Cow<'static, str> {
        "Edition".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An edition by its name: a year, a month, a letter's id, or what the letters' owner calls it."
        })
    }
}

impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}
