//! How wordings are shown.

use crate::corpus::Corpus;
use crate::letter::Letter;
use crate::lexicon::Lexicon;
use crate::report::terminal;
use clap::{Args, ValueEnum};
use std::borrow::Cow;

/// The heading of these options.
const HOW: &str = "Wordings";

/// How the words of changes are shown.
#[derive(Debug, Clone, Args)]
pub struct Wordings {
    /// Both wordings beside each other
    ///
    /// Where the page has fewer than 72 columns, they stand below each other all the same.
    #[arg(long, help_heading = HOW)]
    side_by_side: bool,
    /// How changed words are marked
    #[arg(long, help_heading = HOW, value_enum, value_name = "HOW", default_value = "auto")]
    word_diff: WordDiff,
    /// Also show the sentence each quote stands in
    ///
    /// N is 1 for that sentence alone; each more adds a sentence before and one after it.
    #[arg(long, help_heading = HOW, value_name = "N", default_value_t = 0, hide_default_value = true)]
    context: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WordDiff {
    /// By brackets and colour in one text, where the wordings are like enough
    Auto,
    /// By colour alone in one text; by brackets where there is no colour
    Color,
    /// By brackets in one text: [-gone-]{+new+}
    Plain,
    /// Not at all: one wording below the other
    None,
}

/// The texts that sentences around quotes come from, kept while the letters become a report.
pub struct Texts {
    letters: Vec<Letter>,
    lexicon: Cow<'static, Lexicon>,
}

impl Wordings {
    /// Keeps the texts, if they will be needed.
    pub fn texts(&self, corpus: &Corpus) -> Option<Texts> {
        let wanted = self.context > 0;
        wanted.then(|| Texts { letters: corpus.letters.clone(), lexicon: corpus.lexicon.clone() })
    }

    /// How a page shows them.
    pub fn shown<'t>(&self, texts: Option<&'t Texts>, coloured: bool) -> terminal::Wordings<'t> {
        terminal::Wordings {
            marks: match self.word_diff {
                WordDiff::Auto => terminal::Marks::Auto,
                WordDiff::Color if coloured => terminal::Marks::Colour,
                WordDiff::Color | WordDiff::Plain => terminal::Marks::Brackets,
                WordDiff::None => terminal::Marks::None,
            },
            beside: self.side_by_side,
            context: texts.map(|texts| terminal::Context {
                letters: &texts.letters,
                lexicon: &texts.lexicon,
                sentences: self.context,
            }),
        }
    }
}
