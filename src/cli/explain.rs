//! `demarche explain`: why two demands are one, or not.

use super::common::{Input, Vocabulary};
use super::own_model::OwnModel;
use super::{Sink, Stage, named, table};
use crate::corpus::Corpus;
use crate::embedding::{Model, ModelUsed};
use crate::lexicon::Lexicon;
use crate::lineage;
use crate::matching::{Affair, Canonical, Score, Standing, as_thread, score};
use crate::problem::Problem;
use crate::report::{json, terminal};
use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::PathBuf;

/// Show how well two demands match, and why
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche explain \"Free all prisoners\" \"Release the captives\" --why-not\n  demarche explain 2024#1 2025#2 --letters letters"
)]
pub struct Explain {
    /// The one demand: its words, or its id (2024#1) to have it read in its letter
    #[arg(required_unless_present = "pairs", requires = "b")]
    a: Option<String>,
    /// The other
    b: Option<String>,
    /// Many pairs: a tab-separated file whose header names columns "a" and "b"
    #[arg(long, value_name = "FILE", conflicts_with_all = ["a", "b"])]
    pairs: Option<PathBuf>,
    /// Where the letters of the ids are [default: ./letters]
    #[arg(long, value_name = "PATH", conflicts_with = "pairs")]
    letters: Vec<PathBuf>,
    #[command(flatten)]
    vocabulary: Vocabulary,
    #[command(flatten)]
    model: OwnModel,
    /// Also show what would have to differ
    #[arg(long)]
    why_not: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A report to read
    Text,
    /// One object, indented
    Json,
    /// One object a line
    Jsonl,
}

/// A pair with its score.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained<'a> {
    /// The id of the one demand, where it was named by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    a_id: Option<&'a str>,
    /// The id of the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    b_id: Option<&'a str>,
    /// The words of the one demand.
    a: &'a str,
    /// The words of the other.
    b: &'a str,
    #[serde(flatten)]
    score: Score,
    /// What their letters make of it, where both were read in theirs.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_thread: Option<AsThread>,
    /// The user's own model, where one had a say.
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<ModelUsed>,
}

/// The chance that two demands are one thread, for where they stand.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub(super) struct AsThread {
    /// The chance, 0 to 1.
    score: f64,
    /// Both stand in one letter.
    one_letter: bool,
    /// How alike what their letters are about is, 0 to 1; none where a letter is too short to say.
    letters_alike: Option<f64>,
}

impl AsThread {
    fn of(score: &Score, a: &Place, b: &Place) -> AsThread {
        let alike = a.affair.as_ref().zip(b.affair.as_ref()).map(|(one, other)| one.likeness(other));
        AsThread {
            score: as_thread(score.score, &a.standing(), &b.standing()),
            one_letter: a.letter == b.letter,
            letters_alike: alike,
        }
    }

    /// What the reader should know of it; nothing where the letters change nothing.
    fn told(self, words: f64) -> Option<String> {
        if self.score == words {
            return None;
        }
        let why = match (self.one_letter, self.letters_alike) {
            (true, _) => "both stand in one letter, where two asks are mostly two".to_owned(),
            (false, alike) => {
                format!(
                    "their letters share little of what they are about ({:.2})",
                    alike.unwrap_or_default()
                )
            }
        };
        Some(format!("as one thread  {:.2}: {why}", self.score))
    }
}

/// A demand to be compared.
struct Side {
    place: Option<Place>,
    text: String,
    form: Canonical,
}

/// Where a demand stands.
struct Place {
    id: String,
    letter: String,
    affair: Option<Affair>,
}

impl Place {
    fn standing(&self) -> Standing<'_> {
        Standing { id: &self.id, letter: &self.letter, affair: self.affair.as_ref() }
    }
}

impl Side {
    fn of_text(text: &str, lexicon: &Lexicon, model: Option<&Model>) -> Side {
        let form = Canonical::of(text, lexicon).with_meaning(text, model);
        Side { place: None, text: text.to_owned(), form }
    }

    /// A demand in its letter, with the form that the threads are woven from.
    fn of_id(name: &str, corpus: &Corpus) -> Result<Side, Problem> {
        let id = named::demand(&corpus.records, name)?;
        let found = corpus.records.iter().find_map(|record| record.demand(id).map(|demand| (record, demand)));
        match (found, lineage::canonical(corpus, id)) {
            (Some((record, demand)), Some(form)) => {
                let affair = corpus.letter(&record.id).and_then(|letter| Affair::of(&letter.document.text));
                let place = Place { id: id.to_owned(), letter: record.id.clone(), affair };
                Ok(Side { place: Some(place), text: demand.text.clone(), form })
            }
            _ => Err(Problem::new(name, "no such demand")),
        }
    }

    fn shown(&self) -> String {
        match &self.place {
            Some(Place { id, .. }) => format!("{}  {id}", self.text),
            None => self.text.clone(),
        }
    }
}

/// Whether words are an id and no demand: `letter#2`.
fn is_id(text: &str) -> bool {
    let number = |(_, number): (&str, &str)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    !text.contains(char::is_whitespace) && text.rsplit_once('#').is_some_and(number)
}

impl Explain {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        match (&self.pairs, &self.a, &self.b) {
            (Some(file), ..) => {
                let (lexicon, model) = (&*self.vocabulary.lexicon()?, self.model.open()?);
                for pair in table::read(file, &["a", "b"])? {
                    let sides = [0, 1].map(|at| Side::of_text(&pair[at], lexicon, model.as_deref()));
                    self.pair(&sides, model.as_deref(), stage, sink)?;
                }
                Ok(())
            }
            (None, Some(a), Some(b)) if is_id(a) || is_id(b) => {
                let corpus = self.input().read(stage, sink)?;
                let side = |name: &str| match is_id(name) {
                    true => Side::of_id(name, &corpus),
                    false => Ok(Side::of_text(name, &corpus.lexicon, corpus.model.as_deref())),
                };
                self.pair(&[side(a)?, side(b)?], corpus.model.as_deref(), stage, sink)
            }
            (None, Some(a), Some(b)) => {
                let (lexicon, model) = (&*self.vocabulary.lexicon()?, self.model.open()?);
                let model = model.as_deref();
                let sides = [a, b].map(|text| Side::of_text(text, lexicon, model));
                self.pair(&sides, model, stage, sink)
            }
            _ => Ok(()),
        }
    }

    /// The letters of the ids.
    pub(super) fn input(&self) -> Input {
        Input::of(self.letters.clone(), self.vocabulary.clone(), self.model.clone())
    }

    fn pair(
        &self,
        [a, b]: &[Side; 2],
        model: Option<&Model>,
        stage: &Stage,
        sink: &mut Sink,
    ) -> Result<(), Problem> {
        let score = score(&a.form, &b.form);
        let places = a.place.as_ref().zip(b.place.as_ref());
        let explained = Explained {
            a_id: a.place.as_ref().map(|place| place.id.as_str()),
            b_id: b.place.as_ref().map(|place| place.id.as_str()),
            a: &a.text,
            b: &b.text,
            as_thread: places.map(|(a, b)| AsThread::of(&score, a, b)),
            score,
            model: model.map(Model::used),
        };
        let text = match self.format {
            Format::Json => json::pretty(&explained),
            Format::Jsonl => json::line(&explained),
            Format::Text => {
                let mut page = stage.page();
                terminal::waterfall(&mut page, &a.shown(), &b.shown(), &explained.score);
                let score = explained.score.score;
                if let Some(told) = explained.as_thread.and_then(|thread| thread.told(score)) {
                    terminal::remark(&mut page, &told);
                }
                if self.why_not {
                    terminal::why_not(&mut page, &explained.score);
                }
                terminal::model(&mut page, explained.model.as_ref());
                Ok(page.finish())
            }
        };
        sink.print(&text.map_err(|error| Problem::new("JSON", error.to_string()))?);
        Ok(())
    }
}
