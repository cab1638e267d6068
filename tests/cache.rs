//! What is kept for the next run changes nothing but the time it takes: it is never stale, and never believed where it
//! is not whole.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use demarche::corpus::{Corpus, Grouping, Options};
use demarche::source::{Charset, Columns};
use std::path::{Path, PathBuf};

/// A folder of its own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Everything that was read, as text.
fn read(letters: &Path, options: &Options, cache: Option<&Path>) -> String {
    let options = Options { cache: cache.map(Path::to_path_buf), ..options.clone() };
    let (corpus, problems) = Corpus::read(&[letters.to_path_buf()], &options);
    format!("{:#?}\n{:#?}\n{problems:#?}", corpus.letters, corpus.records)
}

/// The entries of a cache.
fn entries(cache: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in std::fs::read_dir(cache).unwrap() {
        found.extend(std::fs::read_dir(folder.unwrap().path()).unwrap().map(|entry| entry.unwrap().path()));
    }
    found.sort();
    found
}

const LETTER: &str =
    "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library.\n\nYours,\n\nAda Hill\n";
const SHEET: &str =
    "Year,Wording,Remark\n2021,Close the old mine.,Open it.\n2022,Ban night flights.,Allow them.\n";

#[test]
fn a_second_run_gives_the_same_for_every_format() {
    let cache = folder("formats");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for letters in ["letters", "tests/formats/files"].map(|path| root.join(path)) {
        let without = read(&letters, &Options::default(), None);
        assert_eq!(read(&letters, &Options::default(), Some(&cache)), without, "cold");
        assert_eq!(read(&letters, &Options::default(), Some(&cache)), without, "warm");
    }
    assert!(entries(&cache).len() > 10);
}

#[test]
fn of_a_letter_that_was_added_only_its_own_entry_is_new() {
    let (letters, cache) = (folder("added"), folder("added-cache"));
    for number in 1..=3 {
        std::fs::write(letters.join(format!("{number}.txt")), LETTER).unwrap();
    }
    read(&letters, &Options::default(), Some(&cache));
    let before = entries(&cache);
    assert_eq!(before.len(), 3);
    let written: Vec<_> = before.iter().map(|entry| entry.metadata().unwrap().modified().unwrap()).collect();
    std::fs::write(letters.join("4.txt"), LETTER.replace("library", "pool")).unwrap();
    let with = read(&letters, &Options::default(), Some(&cache));
    assert_eq!(with, read(&letters, &Options::default(), None));
    let again: Vec<_> = before.iter().map(|entry| entry.metadata().unwrap().modified().unwrap()).collect();
    assert_eq!((entries(&cache).len(), again), (4, written));
}

#[test]
fn an_entry_that_is_not_whole_is_passed_over_and_written_anew() {
    let (letters, cache) = (folder("broken"), folder("broken-cache"));
    std::fs::write(letters.join("a.txt"), LETTER).unwrap();
    std::fs::write(letters.join("b.txt"), LETTER.replace("2023", "2024")).unwrap();
    let expected = read(&letters, &Options::default(), Some(&cache));
    let kept = entries(&cache);
    let whole: Vec<Vec<u8>> = kept.iter().map(|entry| std::fs::read(entry).unwrap()).collect();
    let flipped = |at: usize| {
        let mut bytes = whole[0].clone();
        bytes[at] ^= 1;
        bytes
    };
    let length = whole[0].len();
    let mut broken: Vec<Vec<u8>> = vec![Vec::new(), b"no entry".to_vec(), whole[1].clone()];
    broken.extend([1, 31, 32, 63, 64, 65, length - 1].map(|cut| whole[0][..cut].to_vec()));
    broken.extend([0, 31, 32, 63, 64, length / 2, length - 1].map(flipped));
    broken.push([whole[0].clone(), vec![0]].concat());
    for bytes in broken {
        std::fs::write(&kept[0], &bytes).unwrap();
        assert_eq!(read(&letters, &Options::default(), Some(&cache)), expected);
        assert!(std::fs::read(&kept[0]).unwrap() == whole[0], "{} bytes", bytes.len());
    }
    // What is no file at all stands in the way of being kept, of nothing else.
    std::fs::remove_file(&kept[0]).unwrap();
    std::fs::create_dir(&kept[0]).unwrap();
    let (corpus, problems) =
        Corpus::read(std::slice::from_ref(&letters), &Options { cache: Some(cache), ..Options::default() });
    assert_eq!(corpus.letters.len(), 2);
    assert!(matches!(problems.as_slice(), [one] if one.reason().contains("cannot be kept")), "{problems:?}");
}

#[test]
fn whatever_has_a_say_in_what_is_found_is_never_passed_over() {
    let (letters, cache) = (folder("flipped"), folder("flipped-cache"));
    let words = letters.join("words.toml");
    let write = |name: &str, text: &str| std::fs::write(letters.join(name), text).unwrap();
    write("a.txt", LETTER);
    write("b.csv", SHEET);
    write("c.txt", "10 May 2023\n\nDear Mayor,\n\nWe beseech you to keep the caf\u{e9}s open.\n");
    let plain = Options::default();
    let mut seen = vec![read(&letters, &plain, Some(&cache))];
    // After each change, what is read with the cache is what is read without it, and nothing that was read before.
    let mut changed = |what: &str, options: &Options| {
        let found = read(&letters, options, Some(&cache));
        assert_eq!(found, read(&letters, options, None), "{what}");
        assert!(!seen.contains(&found), "{what} has no say");
        seen.push(found);
    };
    write("a.txt", &LETTER.replace("library", "harbour"));
    changed("the bytes of a file", &plain);
    std::fs::rename(letters.join("c.txt"), letters.join("d.txt")).unwrap();
    changed("the name of a file", &plain);
    std::fs::create_dir(letters.join("north")).unwrap();
    std::fs::rename(letters.join("d.txt"), letters.join("north/d.txt")).unwrap();
    changed("the folder of a file", &plain);
    write("demarche.toml", "[letters.a]\nsender = \"Friends of the North\"\n");
    changed("what is known of a letter", &plain);
    write("demarche.toml", "[letters.\"b/2021\"]\nsender = \"Friends of the North\"\n");
    changed("what is known of a part of a file", &plain);
    write("demarche.toml", "[lexicon.strength]\nbeseech = 2\n");
    changed("the lexicon of the corpus file", &plain);
    std::fs::remove_file(letters.join("demarche.toml")).unwrap();
    std::fs::write(&words, "[strength]\nbeseech = 6\n").unwrap();
    let with = Options { lexicons: vec![words.clone()], ..plain.clone() };
    changed("a lexicon", &with);
    std::fs::write(&words, "[strength]\nbeseech = 3\n").unwrap();
    changed("the words of a lexicon", &with);
    let mut with = plain.clone();
    with.read.charset = Charset::named("windows-1252");
    changed("the encoding", &with);
    let mut with = plain.clone();
    with.read.columns = Columns::parse("text=Remark").unwrap();
    changed("the columns", &with);
    let mut with = plain.clone();
    with.read.limits.set("sheet-cells=4").unwrap();
    changed("a limit", &with);
    changed("the least confidence", &Options { min_confidence: Some(0.99), ..plain.clone() });
    changed("what makes an edition", &Options { grouping: Grouping::Month, ..plain.clone() });
}

#[test]
fn a_folder_that_cannot_be_made_is_told_and_the_letters_are_read() {
    let letters = folder("no-folder");
    std::fs::write(letters.join("a.txt"), LETTER).unwrap();
    let options = Options { cache: Some(letters.join("a.txt/cache")), ..Options::default() };
    let (corpus, problems) = Corpus::read(std::slice::from_ref(&letters), &options);
    assert_eq!(corpus.records.len(), 1);
    assert!(problems[0].way_out().is_some_and(|hint| hint.contains("--cache")), "{problems:?}");
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let letters = folder("private");
    std::fs::write(letters.join("a.txt"), LETTER).unwrap();
    let cache = letters.join("kept/here");
    read(&letters, &Options::default(), Some(&cache));
    assert_eq!(cache.metadata().unwrap().permissions().mode() & 0o077, 0);
}
