//! `demarche init`: a corpus file to begin with.

use super::common::{Input, Vocabulary};
use super::config::quoted;
use super::own_model::OwnModel;
use super::{Sink, Stage};
use crate::corpus::{FILE, LetterRecord};
use crate::problem::Problem;
use crate::report::label;
use clap::Args;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

/// Write a demarche.toml to be corrected
///
/// Write a demarche.toml that tells what was read of each letter, to be corrected where it is wrong.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche init letters")]
pub struct Init {
    /// The folder of letters
    #[arg(default_value = "letters")]
    folder: PathBuf,
    /// Print it instead
    #[arg(long)]
    dry_run: bool,
}

const HEAD: &str = "\
# What you know of these letters beyond what their texts say. What was read stands behind the signs #: take the sign
# away and correct what is wrong. Lines that are right may go.

# Names that mean one thing, so that letters are compared as if they used one of them.
[lexicon.names]
# \"Northern Province\" = [\"the North\", \"N.P.\"]
";

impl Init {
    /// The letters of the folder.
    pub(super) fn input(&self) -> Input {
        Input::of(vec![self.folder.clone()], Vocabulary::default(), OwnModel::default())
    }

    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        if !self.folder.is_dir() {
            return Err(Problem::new(self.folder.display(), "no such folder")
                .hint("name the folder that holds the letters"));
        }
        let file = self.folder.join(FILE);
        if file.exists() && !self.dry_run {
            return Err(Problem::new(file.display(), "is there already; nothing was written")
                .hint("see what would be written with --dry-run"));
        }
        let corpus = self.input().read(stage, sink)?;
        if corpus.records.is_empty() {
            return Err(Problem::new(self.folder.display(), "holds no letters; nothing was written"));
        }
        let mut text = HEAD.to_owned();
        corpus.records.iter().for_each(|record| letter(&mut text, record));
        if self.dry_run {
            sink.print(&text);
            return Ok(());
        }
        let written = std::fs::File::create_new(&file).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| Problem::unreadable(&file, &error))?;
        sink.print(&format!("{}\n", crate::report::sanitized(&file.display().to_string())));
        Ok(())
    }
}

/// What was read of a letter, each line a comment.
fn letter(text: &mut String, record: &LetterRecord) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "\n[letters.{}]", quoted(&record.id));
    let date = record.date.map(|date| date.to_string());
    let source = record.date_source.map(label).unwrap_or_default();
    let kind = label(record.kind).replace(' ', "-");
    for (key, value, note) in [
        ("date", date.as_deref(), source.as_str()),
        ("sender", record.sender.as_deref(), ""),
        ("recipient", record.recipient.as_deref(), ""),
        ("kind", Some(kind.as_str()), ""),
        ("restates", record.restates_letter.as_deref(), ""),
    ] {
        let note = match (value, note) {
            (None, _) if key == "restates" => continue,
            (None, _) => "  # not found".to_owned(),
            (Some(_), "") => String::new(),
            (Some(_), note) => format!("  # from the {note}"),
        };
        let _ = writeln!(text, "# {key} = {}{note}", quoted(value.unwrap_or_default()));
    }
}
