//! The only place that writes to a terminal or a pipe.

use super::pager::{Paged, Pager};
use super::progress;
use crate::problem::{Excerpt, Problem};
use crate::report::{Role, Theme, sanitized};
use crate::watch::Watch;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Standard output and standard error, with what went wrong so far.
pub struct Sink<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    /// How problems look.
    err_theme: Theme,
    /// Whether somebody watches standard error.
    watched: bool,
    pager: Option<Pager>,
    paged: Option<Paged>,
    /// Problems met while the pager has the terminal.
    held: Vec<String>,
    failed: bool,
}

impl<'a> Sink<'a> {
    /// A sink over two streams.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write, err_theme: Theme) -> Sink<'a> {
        Sink {
            out,
            err,
            err_theme,
            watched: false,
            pager: None,
            paged: None,
            held: Vec::new(),
            failed: false,
        }
    }

    /// The sink on whose standard error somebody waits to see how far things have come.
    #[must_use]
    pub fn watched(mut self, watched: bool) -> Sink<'a> {
        self.watched = watched;
        self
    }

    /// From now on, reports go through a pager.
    pub(super) fn page(&mut self, pager: Option<Pager>) {
        self.pager = pager;
    }

    /// Does a piece of work; where it takes long and somebody waits, how far it has come is shown.
    pub fn during<T>(&mut self, watch: &Watch, work: impl FnOnce() -> T) -> T {
        if self.watched { progress::shown(&mut io::stderr(), watch, work) } else { work() }
    }

    /// Writes a report. A reader that closed its pipe has seen what it wanted: that is no error.
    pub fn print(&mut self, text: &str) {
        self.write(|out| out.write_all(text.as_bytes()));
    }

    /// Writes what is made piece by piece.
    pub fn write(&mut self, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        self.start_pager();
        let out: &mut dyn Write = match &mut self.paged {
            Some(paged) => paged,
            None => self.out,
        };
        let written = make(out).and_then(|()| out.flush());
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.problem(&Problem::new("standard output", error.to_string()));
        }
    }

    /// The pager starts with the first text, so that what went wrong before stands above it.
    fn start_pager(&mut self) {
        let Some(pager) = self.pager.take() else { return };
        match pager.start() {
            Ok(paged) => self.paged = Some(paged),
            // Nobody asked for the usual one.
            Err(_) if !pager.is_named() => {}
            Err(error) => self.problem(
                &Problem::new(&pager, format!("the pager does not start: {error}"))
                    .hint(format!("correct {}, or add --no-pager", pager.from)),
            ),
        }
    }

    /// Tells of a problem; the run goes on and ends with exit code 2.
    pub fn problem(&mut self, problem: &Problem) {
        self.failed = true;
        let text = self.told("error", Role::Removed, problem);
        self.tell(text);
    }

    /// Tells of what is good to know; the run has not failed.
    #[cfg(feature = "png")]
    pub fn note(&mut self, problem: &Problem) {
        let text = self.told("note", Role::Warning, problem);
        self.tell(text);
    }

    fn tell(&mut self, text: String) {
        if self.paged.is_some() {
            self.held.push(text);
        } else {
            // Nobody can be told that standard error is gone.
            let _ = self.err.write_all(text.as_bytes());
        }
    }

    fn told(&self, what: &str, role: Role, problem: &Problem) -> String {
        let paint = |role: Role, text: &str| self.err_theme.paint(role, text);
        let mut text = format!(
            "demarche: {}: {}: {}\n",
            paint(role, what),
            paint(Role::Source, problem.place()),
            paint(Role::Plain, problem.reason())
        );
        if let Some(excerpt) = problem.excerpt() {
            self.excerpt(&mut text, excerpt);
        }
        if let Some(hint) = problem.way_out() {
            text.push_str(&format!("  hint: {}\n", paint(Role::Dim, hint)));
        }
        text
    }

    /// The line of a problem, what is wrong in it marked below.
    fn excerpt(&self, out: &mut String, excerpt: &Excerpt) {
        let paint = |role: Role, text: &str| self.err_theme.paint(role, text);
        // Of a very long line, what stands near.
        let before = last(&excerpt.before, NEAR);
        let wrong = first(&excerpt.wrong, NEAR);
        let after = first(&excerpt.after, NEAR);
        let number = excerpt.line.to_string();
        let margin = " ".repeat(number.len());
        let carets = "^".repeat(sanitized(&wrong).width().max(1));
        let bar = paint(Role::Dim, "|");
        let line = format!(
            "{}{}{}",
            paint(Role::Plain, &before),
            paint(Role::Removed, &wrong),
            paint(Role::Plain, &after)
        );
        out.push_str(&format!("  {} {bar} {line}\n", paint(Role::Dim, &number)));
        let indent = " ".repeat(sanitized(&before).width());
        out.push_str(&format!("  {margin} {bar} {indent}{}\n", paint(Role::Removed, &carets)));
    }

    /// Waits for the pager, if there is one, and tells what could not be told before.
    pub fn finish(&mut self) {
        if let Some(paged) = self.paged.take() {
            paged.finish();
        }
        for text in std::mem::take(&mut self.held) {
            let _ = self.err.write_all(text.as_bytes());
        }
    }

    /// Whether anything went wrong.
    pub fn failed(&self) -> bool {
        self.failed
    }
}

/// So much of a line is shown on either side of what is wrong in it.
const NEAR: usize = 60;

fn first(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}...", &text[..at]),
        None => text.to_owned(),
    }
}

fn last(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    format!("...{}", text.chars().skip(count - most).collect::<String>())
}
