//! Which files are letters.

use crate::problem::Problem;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Endings under which letters are looked for in folders.
pub const ENDINGS: [&str; 13] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "odt", "rtf", "pdf", "eml", "mbox"];

/// A file to read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterFile {
    /// The file.
    pub path: PathBuf,
    /// The sub-folder it lies in, relative to the folder named; `None` at the top.
    pub series: Option<String>,
}

/// Collects the letters under the paths given: files as they are named, folders recursively. Read-me
/// files, dotfiles and files of other endings are passed over inside folders. The result is sorted
/// and holds each file once; what could not be walked is reported beside it.
///
/// # Errors
/// The second list names every path that does not exist, cannot be read or holds no letter.
pub fn find_letters(paths: &[PathBuf]) -> (Vec<LetterFile>, Vec<Problem>) {
    let mut found = BTreeSet::new();
    let mut problems = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            let mut visited = BTreeSet::new();
            walk(path, path, &mut visited, &mut found, &mut problems);
            if found.len() == before && problems.is_empty() {
                problems.push(
                    Problem::new(path.display(), "no letters here")
                        .hint(format!("letters are files ending in .{}", ENDINGS.join(" or ."))),
                );
            }
        } else if path.exists() {
            found.insert(LetterFile { path: path.clone(), series: None });
        } else {
            problems.push(Problem::new(path.display(), "no such file or folder"));
        }
    }
    (found.into_iter().collect(), problems)
}

fn walk(
    root: &Path,
    folder: &Path,
    visited: &mut BTreeSet<PathBuf>,
    found: &mut BTreeSet<LetterFile>,
    problems: &mut Vec<Problem>,
) {
    // A link back to a folder above would otherwise never end.
    let Ok(real) = folder.canonicalize() else { return };
    if !visited.insert(real) {
        return;
    }
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::unreadable(folder, &error));
            return;
        }
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            walk(root, &path, visited, found, problems);
        } else if is_letter(&path, &name) {
            let series = folder.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty());
            let series = series.map(|rest| rest.to_string_lossy().replace('\\', "/"));
            found.insert(LetterFile { path, series });
        }
    }
}

fn is_letter(path: &Path, name: &str) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ENDINGS.contains(&ending.as_str()) && !name.to_lowercase().starts_with("readme")
}
