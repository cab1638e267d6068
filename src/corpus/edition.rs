//! Letters compared as one point in time.

use crate::letter::Letter;

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

/// The name of an edition: "2024", "2024-04" or a letter's id; editions sort by it. Letters without a date
/// form an edition of their own, "undated", which comes last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Edition(String);

impl Edition {
    /// The edition of a letter.
    pub fn of(letter: &Letter, grouping: Grouping) -> Edition {
        if let Some(told) = &letter.edition {
            return Edition(told.clone());
        }
        let date = letter.date.map(|date| date.to_string());
        Edition(match (grouping, date) {
            (Grouping::Letter, _) => letter.id.clone(),
            (_, None) => "undated".to_owned(),
            (Grouping::Year, Some(date)) => date.chars().take(4).collect(),
            (Grouping::Month, Some(date)) => date.chars().take(7).collect(),
        })
    }

    /// An edition by its name.
    pub fn named(name: impl Into<String>) -> Edition {
        Edition(name.into())
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Edition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
