//! `demarche extract`: the demands of letters.

use super::common::Input;
use super::{Sink, Stage};
use crate::lineage;
use crate::problem::Problem;
use crate::report::{Theme, json, sanitized, terminal};
use clap::{Args, ValueEnum};

/// Show the demands of letters
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche extract letter.pdf\n  demarche extract letters --why")]
pub struct Extract {
    #[command(flatten)]
    pub(super) input: Input,
    /// What to print
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Show what made each demand a demand, and every near miss
    #[arg(long)]
    why: bool,
    /// Show the zone of every part of the letter instead
    #[arg(long, conflicts_with = "why")]
    zones: bool,
}

/// Columns that no demand fills.
const UNWRAPPED: usize = 1 << 30;

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A report to read
    Text,
    /// The machine output, demarche.letters/1
    Json,
    /// The same, one letter a line, each as soon as it is read
    Jsonl,
    /// The demands in the letters' order and nothing that shifts, for programs that compare lines, as git does
    Lines,
    /// The text that offsets refer to
    TextSource,
}

impl Extract {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        if let Format::Jsonl = self.format {
            return self.input.in_turn(stage, sink, |record, sink| match json::line(record) {
                Ok(line) => sink.print(&line),
                Err(error) => sink.problem(&Problem::new("JSON", error.to_string())),
            });
        }
        let mut corpus = self.input.read(stage, sink)?;
        lineage::mark_restatements(&mut corpus);
        match self.format {
            Format::Json => {
                let letters = json::Letters { schema: json::LETTERS, letters: &corpus.records };
                sink.write(|out| json::write_pretty(&letters, out));
            }
            // Told of in turn.
            Format::Jsonl => {}
            Format::Lines => {
                // What is wrapped would be wrapped anew after every small change.
                let mut page = terminal::Page::new(UNWRAPPED, Theme::Plain).in_signs(stage.signs);
                corpus.records.iter().for_each(|record| terminal::lines(&mut page, record));
                sink.print(&page.finish());
            }
            Format::TextSource => corpus.letters.iter().for_each(|letter| {
                let text = &letter.document.text;
                // Offsets count bytes, so a pipe gets them as they are; a terminal would obey them.
                if stage.terminal { sink.print(&seen(text)) } else { sink.print(text) }
            }),
            Format::Text => {
                let mut page = stage.page_on(&corpus.records);
                if self.zones {
                    corpus.letters.iter().for_each(|letter| terminal::zones(&mut page, letter));
                } else {
                    let detail = if self.why { terminal::Detail::Why } else { terminal::Detail::Slots };
                    corpus.records.iter().for_each(|record| terminal::letter(&mut page, record, detail));
                }
                sink.print(&page.finish());
            }
        }
        Ok(())
    }
}

/// A letter's text, line by line, without what a terminal would obey.
fn seen(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| match line.strip_suffix('\n') {
            Some(line) => sanitized(line.strip_suffix('\r').unwrap_or(line)) + "\n",
            None => sanitized(line),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::seen;

    #[test]
    fn a_terminal_sees_lines_and_obeys_nothing() {
        assert_eq!(seen("a\u{1b}[2J\r\nb\u{202e}\r\n\rc"), "a^[[2J\nb<202E>\n^Mc");
    }
}
