//! `demarche completions`: what a shell offers while a command is typed.

use super::Sink;
use crate::problem::Problem;
use clap::{Args, Command};
use clap_complete::Shell;

/// Print the completions of a shell
///
/// The completions are made from the commands themselves.
#[derive(Debug, Args)]
#[command(before_help = "Examples:\n  demarche completions bash")]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self, mut program: Command, sink: &mut Sink) -> Result<(), Problem> {
        let name = program.get_name().to_owned();
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut program, name, &mut script);
        sink.print(&String::from_utf8_lossy(&script));
        Ok(())
    }
}
