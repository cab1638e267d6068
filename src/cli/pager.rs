//! The program through which long output is read.

use super::config::USUAL;
use std::fmt;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

/// A pager that was chosen and does not run yet. It is started as it is named, without a shell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    words: Vec<String>,
    /// Who chose it.
    pub from: &'static str,
    ascii: bool,
}

/// What `less` is to do where the user does not say: end at once where everything fits on a screen, let colours and
/// links pass, leave the text on the screen, and end when interrupted, as we do.
const LESS: &str = "FRXK";

impl Pager {
    /// The pager that the environment names, or `less`; none where it names `cat` or nothing.
    pub fn chosen(ascii: bool) -> Option<Pager> {
        let named = |name: &'static str| {
            let value = std::env::var_os(name)?.into_string().ok()?;
            Some((value.split_whitespace().map(str::to_owned).collect(), name))
        };
        let usual = || (vec!["less".to_owned(), format!("-{LESS}")], USUAL);
        let (words, from): (Vec<String>, _) =
            named("DEMARCHE_PAGER").or_else(|| named("PAGER")).unwrap_or_else(usual);
        Some(Pager { words, from, ascii })
            .filter(|pager| pager.words.first().is_some_and(|name| name != "cat"))
    }

    /// Starts it.
    ///
    /// # Errors
    /// When there is no such program.
    pub fn start(&self) -> io::Result<Paged> {
        let Some((program, arguments)) = self.words.split_first() else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        if std::env::var_os("LESS").is_none() {
            command.env("LESS", LESS);
        }
        // Elsewhere `less` would show our signs as numbers.
        if std::env::var_os("LESSCHARSET").is_none() && !self.ascii {
            command.env("LESSCHARSET", "utf-8");
        }
        Ok(Paged { child: command.spawn()? })
    }

    /// Whether the user named it.
    pub fn is_named(&self) -> bool {
        self.from != USUAL
    }
}

impl fmt::Display for Pager {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.join(" "))
    }
}

/// A pager at work.
#[derive(Debug)]
pub struct Paged {
    child: Child,
}

/// Writing fails when its reader has seen enough and left.
impl Write for Paged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.child.stdin {
            Some(pipe) => pipe.write(bytes),
            None => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Paged {
    /// Waits until its reader has done with it.
    pub fn finish(mut self) {
        drop(self.child.stdin.take());
        // How it ends says nothing of us.
        let _ = self.child.wait();
    }
}
