//! How much of a file is read before the program says that it is too much.
//!
//! Documents from strangers may be bombs. Every limit has a name, a value that no honest letter comes near,
//! and an option that raises it; none is ever kept in silence.

use crate::problem::Problem;
use std::fmt;

/// A bound on what a file may ask of the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of one file, or of standard input.
    FileBytes,
    /// Bytes of one file after unpacking.
    UnpackedBytes,
    /// Unpacked bytes for one packed byte, after the first 8 MiB.
    UnpackedRatio,
    /// Files inside a DOCX, ODT or XLSX file.
    ArchiveEntries,
    /// Elements inside elements of XML.
    XmlDepth,
    /// Elements inside elements of HTML; what lies deeper is read as if it lay at this depth.
    HtmlDepth,
    /// Attributes of one HTML tag.
    HtmlAttributes,
    /// Groups inside groups of RTF.
    RtfDepth,
    /// Mails inside mails.
    MailDepth,
    /// Parts of one mail.
    MailParts,
    /// Pages of one PDF.
    PdfPages,
    /// Seconds that reading one PDF may take.
    PdfSeconds,
    /// Bytes of memory that reading one PDF may take.
    PdfMemory,
    /// Cells of one sheet.
    SheetCells,
    /// Folders inside folders.
    FolderDepth,
}

/// What a limit counts, which decides how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Bytes,
    Count,
}

const MIB: u64 = 1 << 20;

impl Limit {
    /// Every limit.
    pub const ALL: [Limit; 15] = [
        Limit::FileBytes,
        Limit::UnpackedBytes,
        Limit::UnpackedRatio,
        Limit::ArchiveEntries,
        Limit::XmlDepth,
        Limit::HtmlDepth,
        Limit::HtmlAttributes,
        Limit::RtfDepth,
        Limit::MailDepth,
        Limit::MailParts,
        Limit::PdfPages,
        Limit::PdfSeconds,
        Limit::PdfMemory,
        Limit::SheetCells,
        Limit::FolderDepth,
    ];

    /// Name, value without an option, unit, and what is counted.
    fn describe(self) -> (&'static str, u64, Unit, &'static str) {
        match self {
            Limit::FileBytes => ("file-bytes", 256 * MIB, Unit::Bytes, "file size"),
            Limit::UnpackedBytes => ("unpacked-bytes", 256 * MIB, Unit::Bytes, "size after unpacking"),
            Limit::UnpackedRatio => {
                ("unpacked-ratio", 100, Unit::Count, "unpacked bytes for each packed byte")
            }
            Limit::ArchiveEntries => ("archive-entries", 10_000, Unit::Count, "number of files inside"),
            Limit::XmlDepth => ("xml-depth", 256, Unit::Count, "depth of nested XML elements"),
            Limit::HtmlDepth => ("html-depth", 512, Unit::Count, "depth of nested HTML elements"),
            Limit::HtmlAttributes => ("html-attributes", 1_000, Unit::Count, "number of attributes of a tag"),
            Limit::RtfDepth => ("rtf-depth", 256, Unit::Count, "depth of nested groups"),
            Limit::MailDepth => ("mail-depth", 16, Unit::Count, "depth of mails inside mails"),
            Limit::MailParts => ("mail-parts", 1_000, Unit::Count, "number of parts of the mail"),
            Limit::PdfPages => ("pdf-pages", 20_000, Unit::Count, "number of pages"),
            Limit::PdfSeconds => ("pdf-seconds", 30, Unit::Count, "seconds of reading"),
            Limit::PdfMemory => ("pdf-memory", 1024 * MIB, Unit::Bytes, "memory for reading"),
            Limit::SheetCells => ("sheet-cells", 5_000_000, Unit::Count, "number of cells"),
            Limit::FolderDepth => ("folder-depth", 64, Unit::Count, "depth of folders"),
        }
    }

    /// The name by which the option calls it.
    pub fn name(self) -> &'static str {
        self.describe().0
    }

    /// The value without an option: bytes, seconds or a number.
    pub fn default_value(self) -> u64 {
        self.describe().1
    }

    fn shown(self, value: u64) -> String {
        match self.describe().2 {
            Unit::Count => value.to_string(),
            Unit::Bytes => bytes(value),
        }
    }

    fn at(self) -> usize {
        Limit::ALL.iter().position(|limit| *limit == self).unwrap_or_default()
    }
}

/// The values of all limits.
///
/// ```
/// use demarche::source::{Limit, Limits};
/// let mut limits = Limits::default();
/// limits.set("file-bytes=2M").unwrap();
/// assert_eq!(limits.get(Limit::FileBytes), 2 << 20);
/// let problem = limits.exceeded(Limit::FileBytes, "big.txt");
/// assert_eq!(problem.reason(), "file size over 2 MiB (limit file-bytes)");
/// assert_eq!(problem.way_out(), Some("raise the limit with --limit file-bytes=4M"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize)]
pub struct Limits {
    values: [u64; Limit::ALL.len()],
}

impl Default for Limits {
    fn default() -> Self {
        Limits { values: Limit::ALL.map(Limit::default_value) }
    }
}

impl Limits {
    /// A limit's value.
    pub fn get(&self, limit: Limit) -> u64 {
        self.values[limit.at()]
    }

    /// A limit's value as a length in memory.
    pub(crate) fn size(&self, limit: Limit) -> usize {
        usize::try_from(self.get(limit)).unwrap_or(usize::MAX)
    }

    /// Sets a limit from `name=value`; values of bytes may end in K, M or G.
    ///
    /// # Errors
    /// Says which names there are, or what a value looks like.
    pub fn set(&mut self, setting: &str) -> Result<(), String> {
        let names = || Limit::ALL.map(Limit::name).join(", ");
        let (name, value) =
            setting.split_once('=').ok_or_else(|| format!("NAME=VALUE is needed; names are {}", names()))?;
        let limit = Limit::ALL
            .into_iter()
            .find(|limit| limit.name() == name.trim())
            .ok_or_else(|| format!("no limit is called {name}; names are {}", names()))?;
        let value = parse(value.trim())
            .ok_or_else(|| format!("{value} is no number; bytes are written 500K, 20M or 1G"))?;
        self.values[limit.at()] = value;
        Ok(())
    }

    /// What is said of a file that goes beyond a limit.
    pub fn exceeded(&self, limit: Limit, place: impl fmt::Display) -> Problem {
        let value = self.get(limit);
        let (name, _, unit, what) = limit.describe();
        let raised = match unit {
            Unit::Bytes => option_bytes(value.saturating_mul(2)),
            Unit::Count => value.saturating_mul(2).to_string(),
        };
        Problem::new(place, format!("{what} over {} (limit {name})", limit.shown(value)))
            .hint(format!("raise the limit with --limit {name}={raised}"))
    }

    /// Fails when a count goes beyond a limit.
    ///
    /// # Errors
    /// Names limit, value and the option that raises it.
    pub fn check(&self, limit: Limit, count: usize, place: impl fmt::Display) -> Result<(), Problem> {
        if u64::try_from(count).unwrap_or(u64::MAX) > self.get(limit) {
            Err(self.exceeded(limit, place))
        } else {
            Ok(())
        }
    }

    /// All limits as `name=value`, for a worker process.
    pub(crate) fn settings(&self) -> impl Iterator<Item = String> + '_ {
        Limit::ALL.into_iter().map(|limit| format!("{}={}", limit.name(), self.get(limit)))
    }
}

fn parse(value: &str) -> Option<u64> {
    let (digits, factor) = match value.char_indices().next_back()? {
        (at, 'k' | 'K') => (&value[..at], 1 << 10),
        (at, 'm' | 'M') => (&value[..at], MIB),
        (at, 'g' | 'G') => (&value[..at], MIB << 10),
        _ => (value, 1),
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}

fn bytes(value: u64) -> String {
    match value {
        v if v >= MIB << 10 && v % (MIB << 10) == 0 => format!("{} GiB", v >> 30),
        v if v >= MIB && v % MIB == 0 => format!("{} MiB", v >> 20),
        v if v >= 1 << 10 && v % (1 << 10) == 0 => format!("{} KiB", v >> 10),
        v => format!("{v} bytes"),
    }
}

fn option_bytes(value: u64) -> String {
    match value {
        v if v >= MIB << 10 && v % (MIB << 10) == 0 => format!("{}G", v >> 30),
        v if v >= MIB && v % MIB == 0 => format!("{}M", v >> 20),
        v if v >= 1 << 10 && v % (1 << 10) == 0 => format!("{}K", v >> 10),
        v => v.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_setting_says_what_is_right() {
        let mut limits = Limits::default();
        assert!(limits.set("file-size=3").is_err_and(|reason| reason.contains("file-bytes")));
        assert!(limits.set("xml-depth=many").is_err_and(|reason| reason.contains("no number")));
        assert!(limits.set("file-bytes=99999999999G").is_err(), "too large for a number");
        assert!(limits.set("xml-depth").is_err_and(|reason| reason.contains("NAME=VALUE")));
    }

    #[test]
    fn settings_make_the_same_limits_again() {
        let mut limits = Limits::default();
        limits.set("pdf-memory=3M").unwrap();
        let mut again = Limits::default();
        for setting in limits.settings() {
            again.set(&setting).unwrap();
        }
        assert_eq!(again, limits);
    }
}
