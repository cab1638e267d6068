//! Finds the demands in letters, matches them across letters and years, and shows how they changed.
//!
//! One letter through all floors; each is a module, and knows only those before it:
//!
//! ```
//! use demarche::corpus::{Corpus, Options, Source};
//! use demarche::letter::{Known, Letter};
//! use demarche::lexicon::Lexicon;
//! use demarche::lineage::{self, Label, Pairs};
//! use demarche::source::{Document, LetterFile};
//!
//! // Bytes become a document: blocks of text that know their lines.
//! let text = "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library and to extend its hours.\n\nYours,\n\nAda Hill";
//! let document = Document::from_text(text);
//!
//! // A document becomes a letter: who writes, to whom, when.
//! let lexicon = Lexicon::builtin();
//! let letter = Letter::read("library", document.clone(), &Known::default(), lexicon);
//! assert_eq!(letter.date.map(|date| date.to_string()).as_deref(), Some("2023-05-04"));
//!
//! // A letter holds demands, each a span of its text.
//! let found = demarche::demand::extract(&letter, lexicon);
//! let texts: Vec<&str> = found.demands.iter().map(|demand| demand.text.as_str()).collect();
//! assert_eq!(texts, ["reopen the library", "extend its hours"]);
//!
//! // Letters read together become a report of what changed.
//! let source = |path: &str, text: &str| Source {
//!     file: LetterFile { path: path.into(), series: None },
//!     part: None,
//!     known_as: None,
//!     document: Document::from_text(text),
//! };
//! let later = "3 May 2024\n\nDear Mayor,\n\nWe demand that you reopen the library immediately.\n\nYours,\n\nAda Hill";
//! let sources = vec![source("library.txt", text), source("library-again.txt", later)];
//! let (corpus, problems) = Corpus::of(sources, &[], &Options::default());
//! assert!(problems.is_empty());
//! let report = lineage::report(corpus, &Pairs::Consecutive);
//! let labels: Vec<Label> = report.transitions[0].changes.iter().map(|change| change.label).collect();
//! assert_eq!(labels, [Label::Strengthened, Label::Dropped]);
//! ```
//!
//! Nothing here prints: [`report`] makes text of a report, and [`cli`] alone writes it.

pub mod cli;
pub mod corpus;
pub mod demand;
pub mod embedding;
pub mod language;
pub mod letter;
pub mod lexicon;
pub mod lineage;
pub mod matching;
pub mod problem;
pub mod report;
pub mod source;
pub mod text;
mod toml_file;
pub mod watch;
pub use problem::Problem;
