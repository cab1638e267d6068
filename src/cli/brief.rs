//! `demarche brief`: one to three pages.

use super::common::Input;
use super::output::{MADE_BY, Output};
use super::{Sink, Stage};
use crate::problem::Problem;
use crate::report::{self, brief};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Write a brief of one to three pages, every quote with its place
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche brief letters\n  demarche brief letters --format docx -o brief.docx"
)]
pub struct Brief {
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    output: Output,
    /// What to write
    #[arg(long, value_enum, default_value = "md")]
    format: Format,
    /// Fill this template instead of the built-in one; for docx, take over the styles of this document
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown with footnotes
    Md,
    /// A page
    Html,
    /// A document with footnotes, for word processors
    Docx,
}

impl Brief {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let (dossier, inputs) = self.input.dossier(stage, sink)?;
        let brief = brief::brief(&dossier)?;
        let text = match self.format {
            Format::Docx => {
                let document = brief::docx(&brief, self.styles()?.as_deref())?;
                return self.output.write_only("docx", &document, &inputs);
            }
            Format::Md => brief::markdown(&brief, self.template()?.as_deref())?,
            Format::Html => brief::html(&brief, self.template()?.as_deref())?,
        };
        match &self.template {
            None => self.output.write_or_print(&text, &inputs, sink),
            // A template of the user's own need not say who filled it.
            Some(_) => self.output.sign_or_print(&text, &format!("<!-- {MADE_BY} -->"), &inputs, sink),
        }
    }

    fn template(&self) -> Result<Option<String>, Problem> {
        let Some(path) = &self.template else { return Ok(None) };
        std::fs::read_to_string(path).map(Some).map_err(|error| Problem::unreadable(path, &error))
    }

    fn styles(&self) -> Result<Option<String>, Problem> {
        let Some(path) = &self.template else { return Ok(None) };
        let bytes = std::fs::read(path).map_err(|error| Problem::unreadable(path, &error))?;
        let styles = report::part(&bytes, "word/styles.xml").ok_or_else(|| {
            Problem::new(path.display(), "holds no styles").hint("a .docx is needed as the template")
        });
        styles.map(Some)
    }
}
