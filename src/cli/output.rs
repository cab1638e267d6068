//! Writing files without harm: nothing is written over but an earlier report, and never half of one.

use super::{Sink, interrupt};
use crate::problem::Problem;
use crate::source::ENDINGS;
use clap::Args;
use std::ffi::OsString;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where a report goes.
#[derive(Debug, Args)]
pub struct Output {
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file even if it is not an earlier report
    #[arg(long, requires = "output", hide_short_help = true)]
    force: bool,
}

/// What was read for a report.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Letters, corpus files, lexicons.
    pub files: Vec<PathBuf>,
    /// Folders that are searched for letters.
    pub folders: Vec<PathBuf>,
}

impl Inputs {
    /// Whether a file is one of those that were read.
    fn hold(&self, path: &Path) -> bool {
        let own = path.canonicalize();
        own.is_ok_and(|own| self.files.iter().any(|file| file.canonicalize().is_ok_and(|file| file == own)))
    }

    /// Whether a file would be read as a letter the next time.
    fn would_read(&self, path: &Path) -> bool {
        let parent = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        ENDINGS.contains(&ending.as_str())
            && parent.canonicalize().is_ok_and(|parent| {
                self.folders
                    .iter()
                    .any(|folder| folder.canonicalize().is_ok_and(|own| parent.starts_with(own)))
            })
    }
}

/// The line by which a text is known as ours, where its shape does not tell.
pub const MADE_BY: &str = concat!("Made by demarche ", env!("CARGO_PKG_VERSION"));

/// What every text we write holds near its head or its end, so that it can be told from other people's files.
const MARKS: [&str; 2] = ["name=\"generator\" content=\"demarche ", "Made by demarche "];

/// The head and the end of a file are looked through this far for the mark.
const LOOKED_THROUGH: u64 = 4096;

/// Tables have no place for a mark; ours begin with these columns.
const TABLES: [&str; 4] = [
    "id,series,edition,date,letter,",
    "series,thread,label,",
    "series,from,to,from senders,",
    "series,from,to,name,what,",
];

/// The machine output begins with its schema, the report to read with our name.
const HEADS: [&str; 2] = ["{\n  \"schema\": \"demarche.", "demarche  "];

/// Parts of archives that name the program that made them.
const NAMING_PARTS: [&str; 3] = ["docProps/app.xml", "docProps/core.xml", "project.qde"];

impl Output {
    /// Writes a report, if a file was named, by way of a temporary file beside it.
    ///
    /// # Errors
    /// When the file is an input, a folder or somebody else's, or cannot be written.
    pub fn write(&self, bytes: &[u8], inputs: &Inputs) -> Result<bool, Problem> {
        let Some(path) = &self.output else { return Ok(false) };
        self.refuse(path, inputs)?;
        replace(path, bytes)?;
        Ok(true)
    }

    /// Writes a text, or prints it where no file was named.
    ///
    /// # Errors
    /// Like [`Output::write`].
    pub fn write_or_print(&self, text: &str, inputs: &Inputs, sink: &mut Sink) -> Result<(), Problem> {
        if !self.write(text.as_bytes(), inputs)? {
            sink.print(text);
        }
        Ok(())
    }

    /// The same for a text whose shape may be any; a file ends with the line by which it is known again.
    ///
    /// # Errors
    /// Like [`Output::write`].
    pub fn sign_or_print(
        &self,
        text: &str,
        mark: &str,
        inputs: &Inputs,
        sink: &mut Sink,
    ) -> Result<(), Problem> {
        if self.output.is_none() {
            sink.print(text);
            return Ok(());
        }
        let signed = format!("{}\n\n{mark}\n", text.trim_end_matches('\n'));
        self.write(signed.as_bytes(), inputs).map(|_| ())
    }

    /// Writes what cannot be printed.
    ///
    /// # Errors
    /// When no file was named, and like [`Output::write`].
    pub fn write_only(&self, format: &str, bytes: &[u8], inputs: &Inputs) -> Result<(), Problem> {
        if self.write(bytes, inputs)? {
            return Ok(());
        }
        Err(Problem::new(format, "is no text that could be printed").hint("name a file with -o"))
    }

    fn refuse(&self, path: &Path, inputs: &Inputs) -> Result<(), Problem> {
        let place = path.display();
        if path.is_dir() {
            return Err(Problem::new(place, "is a folder").hint("name a file in it"));
        }
        if inputs.hold(path) && !is_own(path) {
            return Err(Problem::new(place, "is one of the files that were read; nothing was written")
                .hint("write the report to another file"));
        }
        if inputs.would_read(path) && !self.force {
            return Err(Problem::new(
                place,
                "lies among the letters and would be read as one; nothing was written",
            )
            .hint("write the report to another folder, or add --force"));
        }
        if path.exists() && !self.force && !is_own(path) {
            return Err(Problem::new(place, "exists and is not an earlier report; nothing was written")
                .hint("name another file, or add --force to write over it"));
        }
        Ok(())
    }
}

/// Whether a file was written by this program. What cannot be read was not.
fn is_own(path: &Path) -> bool {
    let Ok(file) = std::fs::File::open(path) else { return false };
    let mut head = Vec::new();
    if file.take(LOOKED_THROUGH).read_to_end(&mut head).is_err() {
        return false;
    }
    if head.is_empty() {
        return true;
    }
    let Ok(mut file) = std::fs::File::open(path) else { return false };
    if !head.starts_with(b"PK") {
        return holds_mark(&head) || ends_with_mark(&mut file);
    }
    let Ok(mut archive) = zip::ZipArchive::new(file) else { return false };
    NAMING_PARTS.iter().any(|name| {
        let Ok(part) = archive.by_name(name) else { return false };
        let mut text = Vec::new();
        part.take(LOOKED_THROUGH).read_to_end(&mut text).is_ok() && holds_mark(&text)
    })
}

/// Whether the last line is our mark: a quotation of it further up makes no report.
fn ends_with_mark(file: &mut std::fs::File) -> bool {
    let length = file.metadata().map_or(0, |known| known.len());
    let mut end = Vec::new();
    let read = file
        .seek(SeekFrom::Start(length.saturating_sub(LOOKED_THROUGH)))
        .and_then(|_| file.read_to_end(&mut end));
    let text = String::from_utf8_lossy(&end);
    let last = text.trim_end().lines().last().unwrap_or_default();
    let last = last.strip_prefix("<!-- ").unwrap_or(last);
    read.is_ok() && last.starts_with(MARKS[1])
}

fn holds_mark(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let begins = |head: &&str| text.starts_with(*head);
    MARKS.iter().any(|mark| text.contains(mark)) || TABLES.iter().chain(&HEADS).any(begins)
}

/// A file in one step: whole, or as it was.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let _unfinished = interrupt::unfinished(&temporary);
    let written = std::fs::File::create_new(&temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&temporary, path));
    written.map_err(|error| {
        // Best effort: the problem that is told is the first one.
        let _ = std::fs::remove_file(&temporary);
        Problem::unreadable(path, &error)
    })
}
