//! What a brief is made of: sections of sentences, each quote with its note. Every format prints the same.

use serde::Serialize;

/// A brief.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// Its title.
    pub title: String,
    /// The sentence at its head.
    pub headline: String,
    /// What is asked and how it changed.
    pub sections: Vec<Section>,
    /// Demands by edition, series by series.
    pub tables: Vec<Table>,
    /// What the signs of the tables mean.
    pub legend: Vec<Sign>,
    /// Restatements, signatories, doubts.
    pub closing: Vec<Section>,
    /// Where the quotes stand, by number.
    pub notes: Vec<Note>,
    /// How it was made.
    pub method: String,
    /// The program's version.
    pub version: &'static str,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// What its items are.
    pub lead: String,
    /// Its items, by the step or the document they belong to.
    pub groups: Vec<Group>,
    /// How many more there are.
    pub more: usize,
}

/// Items that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What they have in common; may be empty.
    pub title: String,
    /// The items, each a few sentences in pieces.
    pub items: Vec<Vec<Piece>>,
}

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Piece {
    /// Words of ours.
    Text {
        /// The words.
        text: String,
    },
    /// A thread's name.
    Strong {
        /// The name.
        text: String,
    },
    /// Words of a letter.
    Quote {
        /// The words.
        text: String,
        /// The note that says where they stand; none where the sentence has it already.
        note: Option<usize>,
    },
}

/// Where a quote stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Note {
    /// Its number.
    pub number: usize,
    /// The letter's id.
    pub letter: String,
    /// Page and line.
    pub place: String,
    /// The letter's date and sender, at the first quote from it.
    pub from: Option<String>,
}

impl Note {
    /// The note in one line.
    pub fn line(&self) -> String {
        let from = self.from.as_ref().map(|from| format!(" ({from})")).unwrap_or_default();
        format!("{}, {}{from}", self.letter, self.place)
    }
}

/// Demands by edition.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// The series.
    pub series: Option<String>,
    /// The editions.
    pub columns: Vec<String>,
    /// The threads.
    pub rows: Vec<Row>,
}

/// A thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// What it asks.
    pub label: String,
    /// How it stands in each edition.
    pub cells: Vec<Sign>,
}

/// A sign with its meaning.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sign {
    /// The sign.
    pub sign: &'static str,
    /// What it means.
    pub words: &'static str,
}
