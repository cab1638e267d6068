//! Letters one after another, in the order in which a corpus holds them, and not all at once.
//!
//! They are read twice: first only far enough to know their order, their names and their editions, then to the end,
//! when it is their turn. What cannot be read a second time (standard input), and files of many letters, which would
//! be read again for each, stay in memory.

use super::names::{Called, name_apart, own_name};
use super::reading::{Depth, FileRead, Reader};
use super::{Edition, LetterRecord, Opening, Options, jobs, record, strangers};
use crate::embedding::Model;
use crate::letter::{Letter, LetterKind};
use crate::lexicon::Lexicon;
use crate::problem::Problem;
use crate::source::LetterFile;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What is known of a letter before its turn comes.
#[derive(Debug, Clone)]
pub struct Head<T> {
    called: Called,
    /// The edition that the user put it into.
    told: Option<String>,
    /// The group it is compared in.
    pub edition: Edition,
    /// What kind of document it is.
    pub kind: LetterKind,
    /// Id of the letter that it restates, where the user said so.
    pub restates: Option<String>,
    /// What the caller wanted to know of it.
    pub learnt: T,
    /// The number of its file, and its own among the letters of the file.
    place: (usize, usize),
}

impl<T> Head<T> {
    /// Its id.
    pub fn id(&self) -> &str {
        &self.called.id
    }

    /// The sub-folder it lies in.
    pub fn series(&self) -> Option<&str> {
        self.called.series.as_deref()
    }

    /// The file, as it was named.
    pub fn path(&self) -> &str {
        &self.called.path
    }
}

/// Letters in order, to be read in turn.
pub struct Stream<'o, T> {
    /// What is known of each.
    pub heads: Vec<Head<T>>,
    files: Vec<LetterFile>,
    /// Letters that stay in memory, by the numbers of their files.
    held: Vec<Option<Vec<Letter>>>,
    reader: Reader<'o>,
    options: &'o Options,
}

impl<'o, T: Send> Stream<'o, T> {
    /// Looks at the letters under some paths; `learn` says what the caller wants to know of each beforehand. What
    /// fails is reported and does not keep the rest from being read.
    pub fn open(
        paths: &[PathBuf],
        options: &'o Options,
        learn: impl Fn(&Letter, &Lexicon) -> T + Sync,
    ) -> (Stream<'o, T>, Vec<Problem>) {
        let Opening { files, settings, mut problems } = Opening::of(paths, options);
        let mut of_settings = Vec::new();
        let reader = Reader::new(&settings, options, &mut of_settings);
        options.watch.begin("reading files", files.len());
        let looked_at = jobs::each(files.iter().enumerate().collect(), options.jobs, |(number, file)| {
            options.watch.step();
            look_at(reader.file(file, Depth::Letter), number, file, options, |letter| {
                learn(letter, &reader.lexicon)
            })
        });
        let mut names: BTreeSet<String> = files.iter().map(|file| own_name(&file.path)).collect();
        let (mut heads, mut held, mut of_letters) = (Vec::new(), Vec::new(), Vec::new());
        for file in looked_at {
            problems.extend(file.unreadable);
            of_letters.extend(file.of_letters);
            names.extend(file.names);
            heads.extend(file.heads);
            held.push(file.held);
        }
        problems.append(&mut of_settings);
        problems.append(&mut of_letters);
        problems.extend(reader.unkept());
        problems.extend(strangers(paths, &settings, &names));
        heads.sort_by(|a, b| a.called.cmp(&b.called));
        let mut called: Vec<Called> = heads.iter().map(|head| head.called.clone()).collect();
        name_apart(&mut called);
        for (head, called) in heads.iter_mut().zip(called) {
            head.edition = Edition::of_head(head.told.as_deref(), &called.id, called.date, options.grouping);
            head.called = called;
        }
        (Stream { heads, files, held, reader, options }, problems)
    }

    /// Groups the letters anew, by their paths.
    pub fn regroup(&mut self, edition: impl Fn(&str) -> (usize, String)) {
        for head in &mut self.heads {
            head.edition = Edition::in_order(edition(&head.called.path));
        }
    }

    /// The lexicon they are read with.
    pub fn lexicon(&self) -> &Lexicon {
        &self.reader.lexicon
    }

    /// The user's own model, which has a say in which of their demands are one.
    pub fn model(&self) -> Option<&Model> {
        self.options.model.as_deref()
    }

    /// Reads the letters with these numbers to the end, and makes something of each.
    ///
    /// # Errors
    /// Each says why its letter cannot be read any more.
    pub fn read<R: Send>(
        &self,
        numbers: &[usize],
        make: impl Fn(LetterRecord) -> R + Sync,
    ) -> Vec<Result<R, Problem>>
    where
        T: Sync,
    {
        let numbers = numbers.to_vec();
        let jobs = jobs::for_short_work(self.options.jobs, numbers.len());
        jobs::each(numbers, jobs, |number| self.one(number).map(&make))
    }

    fn one(&self, number: usize) -> Result<LetterRecord, Problem> {
        let head = &self.heads[number];
        let (file, part) = head.place;
        let (mut letter, found) = match &self.held[file] {
            Some(held) => (held[part].clone(), None),
            None => {
                let changed = || {
                    Problem::new(head.path(), "the file has changed since it was first looked at")
                        .hint("run the command again")
                };
                let mut read = self.reader.file(&self.files[file], Depth::Demands);
                if let Some(problem) = read.unreadable.pop() {
                    return Err(problem);
                }
                let one = read.letters.into_iter().nth(part).ok_or_else(changed)?;
                (one.letter?, one.found)
            }
        };
        let found = match found {
            Some(found) => found,
            None => self.reader.found(&letter)?,
        };
        letter.id.clone_from(&head.called.id);
        let mut record = record(&letter, found, self.options);
        record.edition = head.edition.clone();
        Ok(record)
    }
}

/// What a first look at a file gave.
struct LookedAt<T> {
    unreadable: Vec<Problem>,
    of_letters: Vec<Problem>,
    names: Vec<String>,
    heads: Vec<Head<T>>,
    held: Option<Vec<Letter>>,
}

fn look_at<T>(
    read: FileRead,
    number: usize,
    file: &LetterFile,
    options: &Options,
    learn: impl Fn(&Letter) -> T,
) -> LookedAt<T> {
    let mut seen = LookedAt {
        unreadable: read.unreadable,
        of_letters: Vec::new(),
        names: Vec::new(),
        heads: Vec::new(),
        held: None,
    };
    let again = file.path.as_os_str() != "-" && read.letters.len() < 2;
    let mut held = Vec::new();
    for one in read.letters {
        seen.names.push(one.name);
        seen.of_letters.extend(one.noticed);
        match one.letter {
            Ok(letter) => {
                seen.heads.push(Head {
                    called: Called::of(&letter),
                    edition: Edition::of(&letter, options.grouping),
                    told: letter.edition.clone(),
                    kind: letter.kind,
                    restates: letter.restates.clone(),
                    learnt: learn(&letter),
                    place: (number, held.len()),
                });
                held.push(letter);
            }
            Err(problem) => seen.of_letters.push(problem),
        }
    }
    seen.held = (!again).then_some(held);
    seen
}
