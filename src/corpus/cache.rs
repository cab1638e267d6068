//! What was found in files, kept for the next run.
//!
//! An entry lies under the hash of everything that has a say in it: the file's bytes, its name, what is known of its
//! letters, how files are read, the words of the lexicon, and the program's own rules. Where one of them changes,
//! another entry is looked for, so that no entry grows stale. An entry begins with its own name and the hash of the
//! rest; what does not fit is passed over and written anew.

use crate::demand::Extraction;
use crate::letter::{Known, Letter};
use crate::lexicon::Extension;
use crate::problem::Problem;
use crate::source::{Columns, Limits, ReadOptions, file_bytes};
use crate::text::LineIndex;
use borsh::BorshSerialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The rules by which this program reads: its version, and the hash of their sources.
const RULES: (&str, &str) = (env!("CARGO_PKG_VERSION"), env!("DEMARCHE_FINGERPRINT"));

/// Bytes of a hash.
const HASH: usize = 32;

type Hash = [u8; HASH];

/// A letter of a file, which need not know its path and its series, and what was found in it.
pub type Entry = (Letter, Extraction);

/// What has a say in all entries of a run.
#[derive(Debug, Clone, BorshSerialize)]
struct Ground<'o> {
    rules: (&'o str, &'o str),
    limits: &'o Limits,
    charset: Option<&'o str>,
    columns: &'o Columns,
    /// What corpus files add to the lexicon, then the texts of the user's own files, as they were read.
    words: (&'o [Extension], &'o [String]),
}

/// What has a say in the entry of one file, beside its bytes.
#[derive(Debug, Clone, BorshSerialize)]
struct Subject<'o> {
    ground: Hash,
    /// Under which its letters are known; dates are read from it.
    name: &'o str,
    /// What is known of its letters.
    known: BTreeMap<&'o str, &'o Known>,
}

/// A folder of entries.
pub struct Cache {
    folder: PathBuf,
    ground: Hash,
    /// Entries are read like any file.
    limits: Limits,
    /// Why an entry could not be kept.
    failed: Mutex<Option<Problem>>,
}

impl Cache {
    /// Opens a folder of entries, or makes one.
    ///
    /// # Errors
    /// When there is no such folder and none can be made.
    pub fn open(
        folder: &Path,
        options: &ReadOptions,
        corpus_words: &[Extension],
        own_words: &[String],
    ) -> Result<Cache, Problem> {
        make_private(folder)
            .map_err(|error| Problem::unreadable(folder, &error).hint("name another folder with --cache"))?;
        let ground = Ground {
            rules: RULES,
            limits: &options.limits,
            charset: options.charset.map(|charset| charset.name()),
            columns: &options.columns,
            words: (corpus_words, own_words),
        };
        Ok(Cache {
            folder: folder.to_path_buf(),
            ground: hash_of(&ground, &[]),
            limits: Limits::default(),
            failed: Mutex::new(None),
        })
    }

    /// The place of what is found in a file with these bytes.
    pub fn place(&self, name: &str, known: &BTreeMap<String, Known>, bytes: &[u8]) -> Place {
        let own =
            |id: &&String| id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let known = known.iter().filter(|(id, _)| own(id)).map(|(id, known)| (id.as_str(), known)).collect();
        Place(hash_of(&Subject { ground: self.ground, name, known }, bytes))
    }

    /// What was found there, if it was kept and is whole.
    pub fn get(&self, place: &Place) -> Option<Vec<Entry>> {
        let bytes = file_bytes(&self.path(place), &self.limits).ok()?;
        let rest = bytes.strip_prefix(&place.0)?;
        let (sum, rest) = rest.split_first_chunk::<HASH>()?;
        let sound = Hash::from(Sha256::digest(rest)) == *sum;
        let mut entries: Vec<Entry> = sound.then(|| borsh::from_slice(rest).ok())??;
        for (letter, _) in &mut entries {
            letter.document.lines = LineIndex::new(&letter.document.text);
        }
        Some(entries)
    }

    /// Keeps what was found.
    pub fn put(&self, place: &Place, entries: &[(&Letter, &Extraction)]) {
        if let Err(error) = self.write(place, entries) {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            failed.get_or_insert_with(|| {
                Problem::new(self.folder.display(), format!("what was found cannot be kept here: {error}"))
                    .hint("make room, or name another folder with --cache")
            });
        }
    }

    /// Why entries could not be kept, told once.
    pub fn problem(&self) -> Option<Problem> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Under another name first: what is cut off never has the name of an entry.
    fn write(&self, place: &Place, entries: &[(&Letter, &Extraction)]) -> io::Result<()> {
        let rest = borsh::to_vec(entries)?;
        let mut bytes = Vec::with_capacity(2 * HASH + rest.len());
        bytes.extend(place.0);
        bytes.extend(Hash::from(Sha256::digest(&rest)));
        bytes.extend(rest);
        let path = self.path(place);
        path.parent().map_or(Ok(()), make_private)?;
        let part = path.with_extension("part");
        std::fs::write(&part, bytes)?;
        std::fs::rename(&part, &path)
    }

    fn path(&self, place: &Place) -> PathBuf {
        let name: String = place.0.iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(&name[..2]).join(&name[2..])
    }
}

/// Where an entry lies: the hash of what has a say in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Place(Hash);

/// The hash of some values, which their written form keeps apart, and of bytes.
fn hash_of(values: &impl BorshSerialize, bytes: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    // Writing to a hasher does not fail.
    let _ = values.serialize(&mut hasher);
    hasher.update(bytes);
    hasher.finalize().into()
}

/// Makes a folder that is for its owner alone: it holds the letters' words.
fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Charset;

    #[test]
    fn every_part_of_the_ground_counts() {
        let (usual, mut limits) = (Limits::default(), Limits::default());
        limits.set("pdf-pages=3").unwrap();
        let (none, columns) = (Columns::default(), Columns::parse("text=2").unwrap());
        let words = Extension { strength: [("beg".to_owned(), 3)].into(), ..Extension::default() };
        let (words, texts) = ([words], ["[strength]\nbeg = 3\n".to_owned()]);
        let plain =
            Ground { rules: ("1", "f"), limits: &usual, charset: None, columns: &none, words: (&[], &[]) };
        let charset = Charset::named("utf-8").map(Charset::name);
        let grounds = [
            plain.clone(),
            Ground { rules: ("2", "f"), ..plain.clone() },
            Ground { rules: ("1", "g"), ..plain.clone() },
            Ground { limits: &limits, ..plain.clone() },
            Ground { charset, ..plain.clone() },
            Ground { columns: &columns, ..plain.clone() },
            Ground { words: (&words, &[]), ..plain.clone() },
            Ground { words: (&[], &texts), ..plain },
        ];
        let hashes = grounds.map(|ground| hash_of(&ground, &[]));
        for (at, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..at].contains(hash), "{at}");
        }
    }

    #[test]
    fn bytes_name_and_knowledge_count() {
        let cache = Cache {
            folder: PathBuf::new(),
            ground: [0; HASH],
            limits: Limits::default(),
            failed: Mutex::new(None),
        };
        let known = |id: &str| {
            BTreeMap::from([(id.to_owned(), Known { sender: Some("Us".to_owned()), ..Known::default() })])
        };
        let plain = cache.place("a", &BTreeMap::new(), b"x");
        assert_ne!(plain, cache.place("a", &BTreeMap::new(), b"y"));
        assert_ne!(plain, cache.place("b", &BTreeMap::new(), b"x"));
        assert_ne!(plain, cache.place("a", &known("a"), b"x"));
        assert_ne!(plain, cache.place("a", &known("a/2024"), b"x"));
        assert_eq!(plain, cache.place("a", &known("ab"), b"x"));
        let other = Cache { ground: [1; HASH], ..cache };
        assert_ne!(plain, other.place("a", &BTreeMap::new(), b"x"));
    }
}
