//! Which files are letters.

use super::files::STDIN;
use super::limits::{Limit, Limits};
use crate::problem::{Problem, nearest};
use ignore::{DirEntry, WalkBuilder};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Endings under which letters are looked for in folders; what a file is, its content tells.
pub const ENDINGS: [&str; 19] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "docm", "doc", "odt", "rtf", "pdf",
    "csv", "tsv", "xlsx", "eml", "mbox", "mht",
];

/// So many names of a folder are looked through for the one that was meant.
const LOOKED_THROUGH: usize = 10_000;

/// Files that say which others are passed over, written as for git.
const IGNORE: &str = ".demarcheignore";

/// A file to read as a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LetterFile {
    /// The file; `-` is standard input.
    pub path: PathBuf,
    /// The sub-folder it lies in, relative to the folder named; `None` at the top.
    pub series: Option<String>,
}

/// Collects the letters under the paths given: files as they are named, folders recursively. Inside folders,
/// files of other endings, read-me files, dotfiles and what `.gitignore`, `.ignore` or `.demarcheignore` files name
/// are passed over; links are followed. The result is sorted and holds each file once, by whatever names it was
/// reached; what could not be walked is reported beside it.
///
/// # Errors
/// The second list names every path that does not exist, cannot be read or holds no letter.
pub fn find_letters(paths: &[PathBuf], limits: &Limits) -> (Vec<LetterFile>, Vec<Problem>) {
    let mut walk = Walk { limits, seen: BTreeSet::new(), found: Vec::new(), problems: Vec::new() };
    for path in paths {
        if path.is_dir() {
            walk.folder(path);
        } else if path.as_os_str() == STDIN || path.exists() {
            walk.add(path.clone(), None);
        } else {
            let broken = path.is_symlink();
            let reason = if broken { "a link to nothing" } else { "no such file or folder" };
            let problem = Problem::new(path.display(), reason);
            walk.problems.push(match neighbour(path) {
                Some(near) => problem.hint(format!("did you mean {}?", near.display())),
                None => problem,
            });
        }
    }
    walk.found.sort();
    (walk.found, walk.problems)
}

/// What lies beside a path that does not exist and is called like it.
fn neighbour(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let names: Vec<String> = entries
        .take(LOOKED_THROUGH)
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| !name.starts_with('.'))
        .collect();
    nearest(&name, names.iter().map(String::as_str)).map(|near| path.with_file_name(near))
}

struct Walk<'l> {
    limits: &'l Limits,
    /// The files that were found, by their true paths or numbers.
    seen: BTreeSet<Identity>,
    found: Vec<LetterFile>,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn add(&mut self, path: PathBuf, series: Option<String>) {
        if self.seen.insert(identity(&path)) {
            self.found.push(LetterFile { path, series });
        }
    }

    fn folder(&mut self, root: &Path) {
        let before = (self.found.len(), self.problems.len());
        let deepest = self.limits.size(Limit::FolderDepth);
        let mut any = false;
        let mut too_deep = false;
        let entries = WalkBuilder::new(root)
            .standard_filters(false)
            .hidden(true)
            .ignore(true)
            .git_ignore(true)
            .require_git(false)
            .add_custom_ignore_filename(IGNORE)
            .follow_links(true)
            .max_depth(Some(deepest.saturating_add(1)))
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in entries {
            match entry {
                Ok(entry) if entry.depth() > deepest => too_deep = true,
                Ok(entry) if is_letter(&entry) => {
                    any = true;
                    let folder = entry.path().parent().unwrap_or(root);
                    let series = folder.strip_prefix(root).ok().filter(|rest| !rest.as_os_str().is_empty());
                    let series = series.map(|rest| rest.to_string_lossy().replace('\\', "/"));
                    self.add(entry.into_path(), series);
                }
                Ok(_) => {}
                Err(error) => self.problems.extend(problem(root, &error)),
            }
        }
        if too_deep {
            self.problems.push(self.limits.exceeded(Limit::FolderDepth, root.display()));
        }
        if !any && before == (self.found.len(), self.problems.len()) {
            self.problems.push(
                Problem::new(root.display(), "no letters here")
                    .hint(format!("letters are files ending in .{}", ENDINGS.join(", ."))),
            );
        }
    }
}

/// What could not be walked. That a link leads back to a folder above it is no matter.
fn problem(root: &Path, error: &ignore::Error) -> Option<Problem> {
    let mut place = root.to_path_buf();
    let mut error = error;
    loop {
        match error {
            ignore::Error::Loop { .. } => return None,
            ignore::Error::WithPath { path, err } => {
                place.clone_from(path);
                error = err;
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => error = err,
            ignore::Error::Io(io) => {
                let broken = io.kind() == std::io::ErrorKind::NotFound && place.is_symlink();
                return Some(if broken {
                    Problem::new(place.display(), "a link to nothing")
                } else {
                    Problem::unreadable(&place, io)
                });
            }
            other => return Some(Problem::new(place.display(), other.to_string())),
        }
    }
}

fn is_letter(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| !kind.is_dir()) && is_letter_name(entry.file_name())
}

/// Whether a file of a folder counts as a letter by its name.
pub fn is_letter_name(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.contains(&ending) && !name.starts_with("readme")
}

/// What makes two paths one file.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    #[cfg(unix)]
    Number(u64, u64),
    Path(PathBuf),
}

#[cfg(unix)]
fn identity(path: &Path) -> Identity {
    use std::os::unix::fs::MetadataExt;
    match std::fs::metadata(path) {
        Ok(about) => Identity::Number(about.dev(), about.ino()),
        Err(_) => Identity::Path(path.to_path_buf()),
    }
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Identity {
    Identity::Path(path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
}
