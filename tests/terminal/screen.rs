//! A pseudo-terminal with a program on it.

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// What is run, and on what.
pub struct Screen {
    columns: u16,
    rows: u16,
    variables: Vec<(String, String)>,
}

/// What became of it.
pub struct Shown {
    /// Everything the terminal got, its line ends as line feeds.
    pub text: String,
    pub code: Option<i32>,
}

impl Screen {
    pub fn of(columns: u16) -> Screen {
        Screen { columns, rows: 24, variables: Vec::new() }
    }

    pub fn with(mut self, name: &str, value: &str) -> Screen {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn rows(mut self, rows: u16) -> Screen {
        self.rows = rows;
        self
    }

    /// Runs the program with all its streams on the terminal.
    pub fn run(&self, arguments: &[&str]) -> Shown {
        self.watch(arguments, |_| {}, None)
    }

    /// Runs the program with standard input from us; what it says is on the terminal.
    pub fn feed(&self, arguments: &[&str], feeder: impl FnOnce(&mut dyn Write)) -> Shown {
        self.watch(arguments, feeder, Some(Stdio::piped()))
    }

    fn watch(&self, arguments: &[&str], feeder: impl FnOnce(&mut dyn Write), input: Option<Stdio>) -> Shown {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&ours).unwrap();
        unlockpt(&ours).unwrap();
        let name = ptsname(&ours, Vec::new()).unwrap().into_string().unwrap();
        let theirs = File::options().read(true).write(true).open(name).unwrap();
        let size = Winsize { ws_row: self.rows, ws_col: self.columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
        let other = || Stdio::from(theirs.try_clone().unwrap());
        command.args(arguments).stdin(input.unwrap_or_else(other)).stdout(other()).stderr(other());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DEMARCHE_")) {
            command.env_remove(name);
        }
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "PAGER", "LESS", "LESSCHARSET"] {
            command.env_remove(name);
        }
        // No pager but where a test wants one.
        command.env("TERM", "xterm-256color").env("DEMARCHE_PAGER", "cat");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let mut child = command.spawn().unwrap();
        drop(command);
        drop(theirs);
        let reader = std::thread::spawn(move || {
            let mut ours = File::from(ours);
            let (mut text, mut buffer) = (Vec::new(), [0; 4096]);
            // The last reader of a terminal gets an error, not an end.
            while let Ok(length @ 1..) = ours.read(&mut buffer) {
                text.extend_from_slice(&buffer[..length]);
            }
            text
        });
        if let Some(mut pipe) = child.stdin.take() {
            feeder(&mut pipe);
        }
        let code = child.wait().unwrap().code();
        let text = String::from_utf8(reader.join().unwrap()).unwrap().replace("\r\n", "\n");
        Shown { text, code }
    }
}

/// Text without codes, as a person sees it.
pub fn seen(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\u{1b}') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = match rest.chars().next() {
            // A link ends with its own code.
            Some(']') => rest.find("\u{1b}\\").map(|end| end + 2),
            _ => rest.find(|c: char| c.is_ascii_alphabetic()).map(|end| end + 1),
        };
        rest = &rest[end.unwrap_or(rest.len())..];
    }
    out + rest
}
