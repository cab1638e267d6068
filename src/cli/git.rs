//! Two revisions of a folder of letters, as `git` keeps them.
//!
//! Only three of its commands are called, and none of them writes, asks the network or runs a program that a
//! repository names: `rev-parse`, `ls-tree`, `cat-file`.

use super::common::Input;
use super::{Sink, Stage};
use crate::corpus::{Corpus, Settings, Source};
use crate::problem::{Problem, nearest};
use crate::source::{Document, LetterFile, ReadOptions, find_letters, is_letter_name};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The name of what lies on the disk.
const NOW: &str = "now";

/// A revision that exists.
struct Revision {
    /// As the user calls it.
    name: String,
    hash: String,
}

/// A letter in a revision or on the disk.
enum Version {
    Kept { revision: String, bytes: Vec<u8> },
    OnDisk(PathBuf),
}

/// The letters that differ between a revision and the disk, or between two revisions (`A..B`): each file is a series
/// of its own, with the revisions as its editions.
///
/// # Errors
/// When `git` is missing, there is no repository, or no such revision, or the user's model cannot be used.
pub fn read(range: &str, input: &Input, stage: &Stage, sink: &mut Sink) -> Result<Compared, Problem> {
    let options = input.options_and_model(stage)?;
    let paths = input.chosen()?;
    let (from, to) = match range.split_once("..") {
        Some((from, to)) => (from, Some(to)),
        None => (range, None),
    };
    let mut changed = Vec::new();
    for path in &paths {
        changed.extend(Changed::under(path, from, to, &options.read, sink)?);
    }
    // A letter that came and one that went may be one letter under two names.
    let renamed = changed.iter().any(|one| one.old.is_none()) && changed.iter().any(|one| one.new.is_none());
    let now = to.unwrap_or(NOW);
    let (mut sources, mut before, mut alone) = (Vec::new(), BTreeSet::new(), Vec::new());
    for one in changed {
        let lonely = one.old.is_none() || one.new.is_none();
        if lonely && !renamed {
            alone.push(format!("{} stands in {} only", one.name, if one.old.is_some() { from } else { now }));
        }
        let series = if lonely && renamed { RENAMED } else { one.name.as_str() };
        for (version, is_old) in [(&one.old, true), (&one.new, false)] {
            let Some(version) = version else { continue };
            let found = version.sources(&one, series, &options.read, sink);
            if is_old {
                before.extend(found.iter().map(|source| source.file.path.clone()));
            }
            sources.extend(found);
        }
    }
    let mut settings = Vec::new();
    for file in Settings::files(&paths) {
        let text = std::fs::read_to_string(&file).map_err(|error| Problem::unreadable(&file, &error))?;
        settings.push((text, file.display().to_string()));
    }
    let (mut corpus, problems) = Corpus::of(sources, &settings, &options);
    problems.iter().for_each(|problem| sink.problem(problem));
    corpus.regroup(|path| match before.contains(Path::new(path)) {
        true => (0, from.to_owned()),
        false => (1, now.to_owned()),
    });
    Ok(Compared { corpus, alone, range: format!("{from} and {now}") })
}

/// Two revisions as letters.
pub struct Compared {
    /// The letters that differ.
    pub corpus: Corpus,
    /// What cannot be compared, since it stands in one revision only.
    pub alone: Vec<String>,
    /// What was compared.
    pub range: String,
}

/// The series of letters that were added and removed.
const RENAMED: &str = "added, removed or renamed";

/// A letter that differs between two revisions.
struct Changed {
    folder: PathBuf,
    /// Its name in the folder.
    name: String,
    old: Option<Version>,
    new: Option<Version>,
}

impl Changed {
    /// The letters under a path that differ.
    fn under(
        path: &Path,
        from: &str,
        to: Option<&str>,
        options: &ReadOptions,
        sink: &mut Sink,
    ) -> Result<Vec<Changed>, Problem> {
        let folder = match path.parent() {
            _ if path.is_dir() => path,
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let only = path.file_name().filter(|_| !path.is_dir());
        let mut old = Revision::find(folder, from)?.letters(folder, only)?;
        let mut new = match to {
            Some(to) => Revision::find(folder, to)?.letters(folder, only)?,
            None => on_disk(path, folder, options, sink),
        };
        if old.is_empty() && new.is_empty() {
            return Err(Problem::new(path.display(), "no letters here, neither then nor now"));
        }
        let names: BTreeSet<String> = old.keys().chain(new.keys()).cloned().collect();
        let sides = names.into_iter().map(|name| Changed {
            folder: folder.to_path_buf(),
            old: old.remove(&name),
            new: new.remove(&name),
            name,
        });
        let differ = |one: &Changed| !matches!((&one.old, &one.new), (Some(old), Some(new)) if old.is(new));
        Ok(sides.filter(differ).collect())
    }
}

/// So many digits of a revision tell it from others.
const SHORT: usize = 7;

impl Revision {
    fn find(folder: &Path, name: &str) -> Result<Revision, Problem> {
        // What begins with a hyphen would be an option to git.
        let found = match name.starts_with('-') || name.is_empty() {
            true => None,
            false => git(folder, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")])?,
        };
        if let Some(hash) = found.and_then(|out| String::from_utf8(out).ok()) {
            return Ok(Revision { name: name.to_owned(), hash: hash.trim().to_owned() });
        }
        if git(folder, &["rev-parse", "--git-dir"])?.is_none() {
            return Err(Problem::new(folder.display(), "lies in no git repository")
                .hint("compare two folders with demarche diff OLD NEW --by path"));
        }
        let names = git(folder, &["for-each-ref", "--format=%(refname:short)"])?.unwrap_or_default();
        let names = String::from_utf8_lossy(&names).into_owned();
        Err(Problem::new(name, "no such revision").hint(match nearest(name, names.lines()) {
            Some(near) => format!("did you mean {near}?"),
            None => "write a branch, a tag, a hash or HEAD~1, as `git log --oneline` shows them".to_owned(),
        }))
    }

    /// The letters that a folder held, by their names in it.
    fn letters(&self, folder: &Path, only: Option<&OsStr>) -> Result<BTreeMap<String, Version>, Problem> {
        let broken = || Problem::new(&self.name, "git does not list the files of this revision");
        let listed = git(folder, &["ls-tree", "-r", "-z", &self.hash, "--", "."])?.ok_or_else(broken)?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        let mut kept = Vec::new();
        for entry in listed.split('\0') {
            let Some((about, name)) = entry.split_once('\t') else { continue };
            let mut about = about.split(' ').skip(1);
            let (Some("blob"), Some(blob)) = (about.next(), about.next()) else { continue };
            let wanted = match only {
                Some(only) => only == name,
                None => Path::new(name).file_name().is_some_and(is_letter_name),
            };
            if wanted {
                kept.push((name.to_owned(), blob.to_owned()));
            }
        }
        let texts = blobs(folder, kept.iter().map(|(_, blob)| blob.as_str()))?;
        let revision = self.hash.get(..SHORT).unwrap_or(&self.hash);
        let version = |bytes: Vec<u8>| Version::Kept { revision: revision.to_owned(), bytes };
        Ok(kept.into_iter().zip(texts).map(|((name, _), bytes)| (name, version(bytes))).collect())
    }
}

impl Version {
    fn is(&self, other: &Version) -> bool {
        let on_disk = |bytes: &[u8], path: &Path| {
            let length = std::fs::metadata(path).map(|about| about.len());
            length.is_ok_and(|length| length == bytes.len() as u64)
                && std::fs::read(path).is_ok_and(|now| now == bytes)
        };
        match (self, other) {
            (Version::Kept { bytes, .. }, Version::Kept { bytes: other, .. }) => bytes == other,
            (Version::Kept { bytes, .. }, Version::OnDisk(path))
            | (Version::OnDisk(path), Version::Kept { bytes, .. }) => on_disk(bytes, path),
            (Version::OnDisk(one), Version::OnDisk(other)) => one == other,
        }
    }

    /// The letters in it. Those of a revision bear its mark, for their names must differ.
    fn sources(&self, letter: &Changed, series: &str, options: &ReadOptions, sink: &mut Sink) -> Vec<Source> {
        let named = letter.folder.join(&letter.name);
        let (path, mark, found) = match self {
            Version::OnDisk(path) => (path.clone(), None, Document::from_file(path, options)),
            Version::Kept { revision, bytes } => {
                let path = PathBuf::from(format!("{}@{revision}", named.display()));
                let found = Document::from_bytes(bytes, &path.display().to_string(), options);
                (path, Some(revision.as_str()), found)
            }
        };
        let found = found.unwrap_or_else(|problem| {
            sink.problem(&problem);
            Vec::new()
        });
        let stem = named.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut sources = Vec::new();
        for one in found {
            let parts: Vec<&str> = one.name.as_deref().into_iter().chain(mark).collect();
            let known = one.name.as_ref().map_or_else(|| stem.clone(), |part| format!("{stem}/{part}"));
            match one.document {
                Err(problem) => sink.problem(&problem),
                Ok(document) => sources.push(Source {
                    file: LetterFile { path: path.clone(), series: Some(series.to_owned()) },
                    part: Some(parts.join("/")).filter(|part| !part.is_empty()),
                    known_as: Some(known),
                    document,
                }),
            }
        }
        sources
    }
}

/// The letters on the disk, by their names in the folder.
fn on_disk(path: &Path, folder: &Path, options: &ReadOptions, sink: &mut Sink) -> BTreeMap<String, Version> {
    // A letter that is gone from the disk may stand in the revision.
    if !path.exists() {
        return BTreeMap::new();
    }
    let (files, problems) = find_letters(&[path.to_path_buf()], &options.limits);
    problems.iter().for_each(|problem| sink.problem(problem));
    let name = |file: &Path| file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/");
    files.into_iter().map(|file| (name(&file.path), Version::OnDisk(file.path))).collect()
}

/// What git prints; nothing where it fails.
fn git(folder: &Path, arguments: &[&str]) -> Result<Option<Vec<u8>>, Problem> {
    let output = command(folder).args(arguments).stdin(Stdio::null()).output().map_err(missing)?;
    Ok(output.status.success().then_some(output.stdout))
}

fn command(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
    git
}

fn missing(error: std::io::Error) -> Problem {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            Problem::new("git", "the program is not installed, or not on the PATH")
                .hint("compare two folders with demarche diff OLD NEW --by path")
        }
        _ => Problem::new("git", error.to_string()),
    }
}

/// The contents of some blobs, in their order, from one process.
fn blobs<'b>(folder: &Path, wanted: impl Iterator<Item = &'b str>) -> Result<Vec<Vec<u8>>, Problem> {
    let wanted: Vec<&str> = wanted.collect();
    let mut git = command(folder);
    git.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = git.spawn().map_err(missing)?;
    let asked = wanted.join("\n") + "\n";
    let pipe = child.stdin.take();
    // Asked from another thread: git answers before it has read everything, and would wait for us to listen.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(asked.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(missing)?.stdout;
    let mut rest = output.as_slice();
    let mut contents = Vec::with_capacity(wanted.len());
    for blob in wanted {
        let content = next(&mut rest).ok_or_else(|| Problem::new(blob, "git does not give this file"))?;
        contents.push(content.to_vec());
    }
    Ok(contents)
}

/// The next answer: a line that ends with the size, then so many bytes and a line feed.
fn next<'o>(output: &mut &'o [u8]) -> Option<&'o [u8]> {
    let end = output.iter().position(|byte| *byte == b'\n')?;
    let size: usize = std::str::from_utf8(&output[..end]).ok()?.rsplit(' ').next()?.parse().ok()?;
    let start = end + 1;
    let content = output.get(start..start.checked_add(size)?)?;
    *output = output.get(start + size + 1..)?;
    Some(content)
}
