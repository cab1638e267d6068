//! `demarche man`: manual pages.

use super::{Sink, named};
use crate::problem::Problem;
use clap::{Args, Command};
use clap_mangen::Man as Page;

/// Print a manual page
///
/// The page is made from the commands themselves.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche man diff | man -l -")]
pub struct Man {
    /// The command; without it, the page of the program
    command: Option<String>,
}

impl Man {
    pub(super) fn run(&self, mut program: Command, sink: &mut Sink) -> Result<(), Problem> {
        program.build();
        let page = match &self.command {
            None => program,
            Some(name) => match program.find_subcommand(name) {
                Some(found) => found.clone(),
                None => {
                    let known = program.get_subcommands().map(Command::get_name);
                    return Err(
                        Problem::new(name, "no such command").hint(named::way_out(name, known, "commands"))
                    );
                }
            },
        };
        let mut text = Vec::new();
        Page::new(page)
            .render(&mut text)
            .map_err(|error| Problem::new("the manual page", error.to_string()))?;
        sink.print(&String::from_utf8_lossy(&text));
        Ok(())
    }
}
