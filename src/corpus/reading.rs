//! From a file to the letters in it and what they ask.

use super::cache::{Cache, Entry};
use super::names::own_name;
use super::{Options, Settings, Source};
use crate::demand::{self, Extraction};
use crate::letter::{Known, Letter};
use crate::lexicon::{Extension, Lexicon};
use crate::problem::Problem;
use crate::source::{Document, LetterFile, file_bytes, guarded};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Reads files one by one; what holds for all of them is settled once.
pub struct Reader<'o> {
    /// The lexicon with the user's words.
    pub lexicon: Cow<'static, Lexicon>,
    known: BTreeMap<String, Known>,
    options: &'o Options,
    cache: Option<Cache>,
}

/// How much of a letter is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Who writes to whom, when, and what each part is.
    Letter,
    /// What it asks, too.
    Demands,
}

/// What came of a file.
#[derive(Default)]
pub struct FileRead {
    /// Why it, or a part of it, could not be read.
    pub unreadable: Vec<Problem>,
    /// Its letters.
    pub letters: Vec<LetterRead>,
}

/// What came of a letter.
pub struct LetterRead {
    /// Its name.
    pub name: String,
    /// The letter.
    pub letter: Result<Letter, Problem>,
    /// What was found in it, where it was looked for.
    pub found: Option<Extraction>,
    /// What is wrong in what its head says of it.
    pub noticed: Vec<Problem>,
}

impl<'o> Reader<'o> {
    /// Settles how letters are read, from corpus files as (text, place) and options; what is wrong with either is
    /// told, and the rest counts.
    pub fn new(
        settings: &[(String, String)],
        options: &'o Options,
        problems: &mut Vec<Problem>,
    ) -> Reader<'o> {
        let mut lexicon = Cow::Borrowed(Lexicon::builtin());
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        let mut corpus_words: Vec<Extension> = Vec::new();
        for (text, place) in settings {
            let extended = Settings::parse(text, place).and_then(|settings| {
                lexicon.to_mut().extend(&settings.lexicon, place)?;
                Ok(settings)
            });
            match extended {
                Ok(settings) => {
                    known.extend(settings.letters);
                    corpus_words.push(settings.lexicon);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let mut own_words: Vec<String> = Vec::new();
        for file in &options.lexicons {
            let text = std::fs::read_to_string(file).map_err(|error| Problem::unreadable(file, &error));
            let extended = text.and_then(|text| {
                lexicon.to_mut().extend_from_text(&text, &file.display().to_string())?;
                Ok(text)
            });
            match extended {
                Ok(text) => own_words.push(text),
                Err(problem) => problems.push(problem),
            }
        }
        let open = |folder| Cache::open(folder, &options.read, &corpus_words, &own_words);
        let cache = options.cache.as_deref().and_then(|folder| match open(folder) {
            Ok(cache) => Some(cache),
            Err(problem) => {
                problems.push(problem);
                None
            }
        });
        Reader { lexicon, known, options, cache }
    }

    /// Reads a file, or finds what was read in it before. What is kept is always read to the end.
    pub fn file(&self, file: &LetterFile, depth: Depth) -> FileRead {
        let bytes = match file_bytes(&file.path, &self.options.read.limits) {
            Ok(bytes) => bytes,
            Err(problem) => return FileRead { unreadable: vec![problem], letters: Vec::new() },
        };
        let Some(cache) = &self.cache else { return self.bytes(file, &bytes, depth) };
        let place = cache.place(&own_name(&file.path), &self.known, &bytes);
        if let Some(entries) = cache.get(&place) {
            return FileRead {
                letters: entries.into_iter().map(|entry| kept(entry, file)).collect(),
                ..FileRead::default()
            };
        }
        let read = self.bytes(file, &bytes, Depth::Demands);
        // What went wrong is to be told again the next time.
        let letters: Option<Vec<(&Letter, &Extraction)>> =
            read.letters.iter().map(LetterRead::without_fault).collect();
        if let Some(letters) = letters.filter(|_| read.unreadable.is_empty()) {
            cache.put(&place, &letters);
        }
        read
    }

    fn bytes(&self, file: &LetterFile, bytes: &[u8], depth: Depth) -> FileRead {
        let place = file.path.display().to_string();
        let mut read = FileRead::default();
        match Document::from_bytes(bytes, &place, &self.options.read) {
            Err(problem) => read.unreadable.push(problem),
            Ok(found) => {
                // A file mostly holds one letter: room for more would be kept until all are read.
                read.letters.reserve_exact(found.len());
                for one in found {
                    match one.document {
                        Ok(document) => read.letters.push(self.letter(
                            Source { file: file.clone(), part: one.name, known_as: None, document },
                            depth,
                        )),
                        Err(problem) => read.unreadable.push(problem),
                    }
                }
            }
        }
        read
    }

    /// Reads a letter whose text is at hand.
    pub fn letter(&self, source: Source, depth: Depth) -> LetterRead {
        let path = path_of(&source.file);
        let name = source.name();
        let mut noticed = Vec::new();
        let mut told = self.known.get(source.known_as.as_ref().unwrap_or(&name)).cloned().unwrap_or_default();
        if let Some(head) = &source.document.front_matter {
            let (own, wrong) = Known::from_front_matter(head, &path);
            noticed.extend(wrong);
            // The corpus file is the reader's own; the head of the file came with it.
            told = told.or(own);
        }
        let read = guarded(&path, || {
            let letter = Letter::read(&name, source.document, &told, &self.lexicon);
            let found = (depth == Depth::Demands).then(|| demand::extract(&letter, &self.lexicon));
            (letter, found)
        });
        match read {
            // A copy holds no room to grow: of a hundred thousand letters that is a third of the memory.
            Ok((letter, found)) => LetterRead {
                name,
                letter: Ok(placed(letter.clone(), &source.file)),
                found: found.clone(),
                noticed,
            },
            Err(problem) => LetterRead { name, letter: Err(problem), found: None, noticed },
        }
    }

    /// What a letter asks.
    ///
    /// # Errors
    /// When looking for it ends in a fault.
    pub fn found(&self, letter: &Letter) -> Result<Extraction, Problem> {
        guarded(&letter.path, || demand::extract(letter, &self.lexicon))
    }

    /// Why something could not be kept so far.
    pub fn unkept(&self) -> Option<Problem> {
        self.cache.as_ref().and_then(Cache::problem)
    }
}

impl LetterRead {
    /// The letter and what was found in it, where all went well.
    fn without_fault(&self) -> Option<(&Letter, &Extraction)> {
        let letter = self.letter.as_ref().ok().filter(|_| self.noticed.is_empty())?;
        self.found.as_ref().map(|found| (letter, found))
    }
}

fn kept((letter, found): Entry, file: &LetterFile) -> LetterRead {
    let letter = placed(letter, file);
    LetterRead { name: letter.id.clone(), letter: Ok(letter), found: Some(found), noticed: Vec::new() }
}

/// A letter that knows where it lies.
fn placed(mut letter: Letter, file: &LetterFile) -> Letter {
    letter.path = path_of(file);
    letter.series.clone_from(&file.series);
    letter
}

fn path_of(file: &LetterFile) -> String {
    file.path.to_string_lossy().replace('\\', "/")
}
