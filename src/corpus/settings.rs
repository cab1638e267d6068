//! The corpus file `demarche.toml`: what its owner knows of the letters beside it, and how they like them shown.
//!
//! ```toml
//! [lexicon.names]
//! "Northern Province" = ["the North", "N.P."]
//!
//! [letters."2020_petition"]
//! sender = "Friends of the North"
//!
//! [read]
//! by = "month"
//!
//! [looks]
//! theme = "legal"
//! ```

use crate::letter::Known;
use crate::lexicon::Extension;
use crate::problem::{Problem, nearest as nearest_name};
use crate::toml_file::{broken, unknown, wrong};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The corpus file's name.
pub const FILE: &str = "demarche.toml";

/// What a corpus file holds. Unknown keys are errors.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of the campaign, added to the lexicon.
    #[serde(default)]
    pub lexicon: Extension,
    /// What is known of letters, by id.
    #[serde(default)]
    pub letters: BTreeMap<String, Known>,
    /// How the letters are read where no option says otherwise.
    #[serde(default)]
    pub read: Reading,
    /// How reports look where no option says otherwise.
    #[serde(default)]
    pub looks: Looks,
    /// The user's own theme: looks by the names of what they stand for.
    #[serde(default)]
    pub theme: BTreeMap<String, String>,
}

/// How letters are read. There is no key for limits: they guard against files that came with the letters, as this
/// one may have.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reading {
    /// What makes letters one edition.
    pub by: Option<String>,
    /// Demands below this confidence (0 to 1) count as near misses.
    pub min_confidence: Option<f64>,
    /// The encoding of text files.
    pub encoding: Option<String>,
    /// Files that extend the lexicon, named from the folder of this file.
    pub lexicon: Option<Vec<PathBuf>>,
}

/// How reports look. There is no key for the pager: no file that came with letters may name a program to run.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Looks {
    /// When to use colour.
    pub color: Option<String>,
    /// Which colours and styles.
    pub theme: Option<String>,
    /// ASCII only.
    pub ascii: Option<bool>,
    /// Columns to fill.
    pub width: Option<u16>,
    /// When places are links.
    pub hyperlinks: Option<String>,
}

impl Settings {
    /// Reads a corpus file.
    ///
    /// # Errors
    /// Names file, line and reason when the text is no such file.
    pub fn parse(text: &str, place: &str) -> Result<Settings, Problem> {
        let settings: Settings = toml::from_str(text).map_err(|error| broken(place, text, &error))?;
        for (id, known) in &settings.letters {
            if let Some(date) = &known.date
                && crate::letter::LetterDate::parse(date).is_none()
            {
                return Err(wrong(place, text, &["letters", id, "date"], format!("\"{date}\" is no date"))
                    .hint("write it as YYYY, YYYY-MM or YYYY-MM-DD"));
            }
        }
        settings.lexicon.check(place, text, &["lexicon"])?;
        Ok(settings)
    }

    /// What it says of letters that are not there, each with the letter that was probably meant.
    pub fn strangers(text: &str, place: &str, letters: &BTreeSet<String>) -> Vec<Problem> {
        // What does not parse is told of by those who read it.
        let Ok(settings) = Settings::parse(text, place) else { return Vec::new() };
        // Of a file that cannot be read, the parts are not known.
        let is_there = |id: &str| {
            letters.contains(id) || id.split_once('/').is_some_and(|(file, _)| letters.contains(file))
        };
        let strange = settings.letters.keys().filter(|id| !is_there(id));
        let told = strange.map(|id| {
            let problem = unknown(place, text, &["letters", id], format!("no letter is called {id}"));
            match nearest_name(id, letters.iter().map(String::as_str)) {
                Some(near) => problem.hint(format!("did you mean {near}?")),
                None => problem.hint("a letter is called like its file, without the ending"),
            }
        });
        told.collect()
    }

    /// The corpus files of some paths: for each folder named, and for the folder of each file named, the one in it or
    /// the nearest above; each once, in order.
    pub fn files(paths: &[PathBuf]) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = paths
            .iter()
            .filter_map(|path| {
                nearest(if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) })
            })
            .collect();
        files.sort();
        files.dedup();
        files
    }
}

/// The corpus file in a folder or the nearest above it, under the shortest name.
fn nearest(folder: &Path) -> Option<PathBuf> {
    let in_folder = |folder: &Path| Some(folder.join(FILE)).filter(|file| file.is_file());
    // What is named stays named so; a name that climbs or ends at the working folder goes on from its true place.
    let climbs = folder.components().any(|part| matches!(part, std::path::Component::ParentDir));
    let named = folder.ancestors().take(if climbs { 1 } else { usize::MAX }).find_map(in_folder);
    named.or_else(|| {
        folder
            .canonicalize()
            .or_else(|_| Path::new(".").canonicalize())
            .ok()?
            .ancestors()
            .skip(1)
            .find_map(in_folder)
    })
}
