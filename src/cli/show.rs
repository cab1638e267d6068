//! `demarche show`: a demand where it stands.

use super::common::Input;
use super::{Sink, Stage, named};
use crate::problem::Problem;
use crate::report::terminal;
use clap::Args;

/// Show a demand where it stands, its words between brackets
#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  demarche show 2025#2 letters\n  demarche show 2025#2 letters --paragraphs 3"
)]
pub struct Show {
    /// The demand, such as 2025-04-11_us-house#2; 2025#2 is enough where one letter only begins so
    id: String,
    #[command(flatten)]
    pub(super) input: Input,
    /// How many paragraphs to show before and after it
    #[arg(long, value_name = "N", default_value_t = 1)]
    paragraphs: usize,
}

impl Show {
    pub(super) fn run(&self, stage: &Stage, sink: &mut Sink) -> Result<(), Problem> {
        let dossier = self.input.story(stage, sink)?;
        let id = named::demand(&dossier.report.letters, &self.id)?;
        let mut page = stage.page_on(&dossier.report.letters);
        if let Some((record, demand)) = dossier.report.demand(id)
            && let Some(letter) = dossier.letter(&record.id)
        {
            let thread = dossier.report.thread_of(id);
            terminal::surroundings(&mut page, (letter, record), demand, thread, self.paragraphs);
        }
        sink.print(&page.finish());
        Ok(())
    }
}
