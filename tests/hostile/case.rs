//! What a case is, and how it is run: the program on one file, within bounds of time and memory.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The ask that most cases hold, in a letter around it.
pub const ASK: &str = "We urge you to release all prisoners.";

/// A letter that asks for one thing.
pub fn letter() -> String {
    format!("4 April 2024\n\nDear Minister,\n\n{ASK}\n\nSincerely,\n\nAda Lovelace\n")
}

/// A file that means harm, and what is to come of it.
pub struct Case {
    pub name: &'static str,
    file: &'static str,
    bytes: Vec<u8>,
    arguments: &'static [&'static str],
    demands: Option<usize>,
    warning: &'static str,
    problem: &'static str,
}

impl Case {
    /// A case under the name of its file.
    pub fn new(name: &'static str, file: &'static str, bytes: impl Into<Vec<u8>>) -> Case {
        let bytes = bytes.into();
        Case { name, file, bytes, arguments: &[], demands: None, warning: "", problem: "" }
    }

    /// It is read, and holds so many demands.
    pub fn demands(self, number: usize) -> Case {
        Case { demands: Some(number), ..self }
    }

    /// It is read with a warning that says this.
    pub fn warns(self, warning: &'static str) -> Case {
        Case { warning, ..self }
    }

    /// It is refused with a reason that says this.
    pub fn fails(self, problem: &'static str) -> Case {
        Case { problem, ..self }
    }

    /// With further arguments.
    pub fn with(self, arguments: &'static [&'static str]) -> Case {
        Case { arguments, ..self }
    }

    /// Runs it; says what is not as it should be.
    pub fn run(&self, folder: &Path) -> Result<(), String> {
        let folder = folder.join(self.name.replace([' ', '/', ':'], "-"));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let path = folder.join(self.file);
        std::fs::write(&path, &self.bytes).map_err(|error| error.to_string())?;
        let mut arguments = vec!["extract", path.to_str().unwrap_or_default(), "--format", "json"];
        arguments.extend(self.arguments);
        let json = within(&arguments)?;
        let (out, err) = (text(&json.stdout), text(&json.stderr));
        let shown = within(&[&arguments[..2], self.arguments].concat())?;
        let left = std::fs::read_dir(&folder).map_or(0, Iterator::count);
        let read: serde_json::Value =
            serde_json::from_str(&out).map_err(|error| format!("the output is no JSON ({error}): {err}"))?;
        let letters = read["letters"].as_array().cloned().unwrap_or_default();
        let found: usize =
            letters.iter().map(|letter| letter["demands"].as_array().map_or(0, Vec::len)).sum();
        let warnings: Vec<String> = letters.iter().map(|letter| letter["warnings"].to_string()).collect();
        let wrong = |what: String| Err(format!("{what}\n  problems: {err}\n  warnings: {warnings:?}"));
        if let Some(c) = forbidden(&text(&shown.stdout)).or(forbidden(&text(&shown.stderr))) {
            return wrong(format!("{c:?} reached the terminal"));
        }
        if left != 1 {
            return wrong("files were written beside it".to_owned());
        }
        // The reason stands behind the name of the file.
        let reason = err.rsplit_once(self.file).map_or("", |(_, reason)| reason);
        match self.demands {
            _ if !self.problem.is_empty() => {
                if json.status.code() != Some(2) || !reason.contains(self.problem) {
                    return wrong(format!("not refused as \"{}\" (exit {:?})", self.problem, json.status));
                }
                Ok(())
            }
            Some(number) if number != found => wrong(format!("{found} demands, not {number}")),
            _ if !matches!(json.status.code(), Some(0 | 2)) => wrong(format!("ended with {}", json.status)),
            Some(_) if json.status.code() != Some(0) => wrong("read with a problem".to_owned()),
            _ if !warnings.iter().any(|all| all.contains(self.warning)) && !self.warning.is_empty() => {
                wrong(format!("no warning \"{}\"", self.warning))
            }
            _ => Ok(()),
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Characters that may steer a terminal or turn the direction of text.
fn forbidden(text: &str) -> Option<char> {
    text.chars().find(|c| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}')
    })
}

/// Seconds that a case may take; programs that are not optimised are slow.
const SECONDS: u64 = if cfg!(debug_assertions) { 60 } else { 10 };

/// Kilobytes of memory that a case may take.
const MEMORY: &str = "1500000";

/// The program under its bounds.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\""))
        .arg(env!("CARGO_BIN_EXE_demarche"))
        .args(arguments)
        .stdin(Stdio::null());
    command
}

/// Runs the program to its end, or ends it.
fn within(arguments: &[&str]) -> Result<Output, String> {
    let start = Instant::now();
    let child = program(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.map_err(|error| error.to_string())?;
    let id = child.id().to_string();
    let (done, waits) = std::sync::mpsc::channel::<()>();
    let watch = std::thread::spawn(move || {
        if waits
            .recv_timeout(Duration::from_secs(SECONDS))
            .is_err_and(|e| e == std::sync::mpsc::RecvTimeoutError::Timeout)
        {
            let _ = Command::new("kill").args(["-9", &id]).status();
        }
    });
    let output = child.wait_with_output().map_err(|error| error.to_string());
    drop(done);
    let _ = watch.join();
    if start.elapsed() >= Duration::from_secs(SECONDS) {
        return Err(format!("took longer than {SECONDS} s"));
    }
    output
}
