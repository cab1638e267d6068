//! The order of letters, and their names.

use crate::letter::{Letter, LetterDate};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The name of the letter that a file holds.
pub fn own_name(path: &Path) -> String {
    match path.to_str() {
        Some("-") => "stdin".to_owned(),
        _ => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    }
}

/// What a letter's place among others depends on, and its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Called {
    /// Series by series.
    pub series: Option<String>,
    /// Dated letters first.
    undated: bool,
    /// By date.
    pub date: Option<LetterDate>,
    /// The name.
    pub id: String,
    /// The file.
    pub path: String,
}

impl Called {
    /// What a letter is called.
    pub fn of(letter: &Letter) -> Called {
        Called {
            series: letter.series.clone(),
            undated: letter.date.is_none(),
            date: letter.date,
            id: letter.id.clone(),
            path: letter.path.clone(),
        }
    }
}

/// Tells letters of one name apart: by their series, by the ending of their files, by their paths, by number.
pub fn name_apart(letters: &mut [Called]) {
    let by_series = |letter: &Called| letter.series.as_ref().map(|series| format!("{series}/{}", letter.id));
    let by_ending = |letter: &Called| {
        let ending = Path::new(&letter.path).extension()?.to_string_lossy().into_owned();
        Some(format!("{}.{ending}", letter.id))
    };
    let by_path = |letter: &Called| Some(letter.path.clone());
    type Way<'w> = &'w dyn Fn(&Called) -> Option<String>;
    let ways: [Way; 3] = [&by_series, &by_ending, &by_path];
    for way in ways {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for letter in letters.iter() {
            *count.entry(letter.id.clone()).or_default() += 1;
        }
        for letter in
            letters.iter_mut().filter(|letter| count.get(&letter.id).is_some_and(|count| *count > 1))
        {
            letter.id = way(letter).unwrap_or_else(|| letter.id.clone());
        }
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for letter in letters {
        let mut id = letter.id.clone();
        for number in 2.. {
            if seen.insert(id.clone()) {
                break;
            }
            id = format!("{}-{number}", letter.id);
        }
        letter.id = id;
    }
}
