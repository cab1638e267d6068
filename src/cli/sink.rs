//! The only place that writes to a terminal or a pipe.

use crate::problem::Problem;
use crate::report::{Role, Theme};
use std::io::{self, Write};

/// Standard output and standard error, with what went wrong so far.
pub struct Sink<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// How problems look.
    err_theme: Theme,
    failed: bool,
}

impl<'a> Sink<'a> {
    /// A sink over two streams.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, err_theme: Theme) -> Sink<'a> {
        Sink { out, err, err_theme, failed: false }
    }

    /// Writes a report. A reader that closed its pipe has seen what it wanted: that is no error.
    pub fn print(&mut self, text: &str) {
        self.write(|out| out.write_all(text.as_bytes()));
    }

    /// Writes what is made piece by piece.
    pub fn write(&mut self, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let written = make(self.out).and_then(|()| self.out.flush());
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.problem(&Problem::new("standard output", error.to_string()));
        }
    }

    /// Tells of a problem; the run goes on and ends with exit code 2.
    pub fn problem(&mut self, problem: &Problem) {
        self.failed = true;
        let place = self.err_theme.paint(Role::Source, problem.place());
        let reason = self.err_theme.paint(Role::Plain, problem.reason());
        let word = self.err_theme.paint(Role::Removed, "error");
        let mut text = format!("demarche: {word}: {place}: {reason}\n");
        if let Some(hint) = problem.way_out() {
            let hint = self.err_theme.paint(Role::Dim, hint);
            text.push_str(&format!("  hint: {hint}\n"));
        }
        // Nobody can be told that standard error is gone.
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Whether anything went wrong.
    pub fn failed(&self) -> bool {
        self.failed
    }
}
