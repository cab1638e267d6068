//! Seeds: the letters of the repository in the formats of a target. Archives are mutated part by part, so that what
//! is inside them is reached.

use crate::mutate::{Dice, mutate};
use std::io::{Cursor, Read, Write};
use std::path::Path;

/// Folders that hold letters.
const FOLDERS: [&str; 3] = ["letters", "tests/formats/files", "tests/formats/made"];

/// Larger files are too slow to be seeds.
const LARGEST: u64 = 64 << 10;

/// The seeds with one of some endings, in the order of their names.
pub fn of(root: &Path, endings: &[&str]) -> Vec<Vec<u8>> {
    let mut paths = Vec::new();
    for folder in FOLDERS {
        let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        paths.extend(entries.map(|entry| entry.path()));
    }
    paths.sort();
    let ours = |path: &&std::path::PathBuf| {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        endings.contains(&ending.as_str()) && path.metadata().is_ok_and(|about| about.len() <= LARGEST)
    };
    paths.iter().filter(ours).filter_map(|path| std::fs::read(path).ok()).collect()
}

/// A changed seed.
pub fn changed(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut data = seeds[dice.below(seeds.len())].clone();
    // One time in eight the archive itself is damaged.
    if data.starts_with(b"PK") && dice.below(8) > 0 {
        return repacked(&data, dice).unwrap_or(data);
    }
    mutate(&mut data, seeds, dice);
    data
}

fn repacked(data: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(data)).ok()?;
    let texts: Vec<usize> = (0..archive.len())
        .filter(|at| {
            archive.by_index(*at).is_ok_and(|part| part.name().is_ok_and(|name| name.ends_with(".xml")))
        })
        .collect();
    // What is read most is changed most.
    let told = ["word/document.xml", "content.xml", "xl/worksheets/sheet1.xml"];
    let main = told.iter().find_map(|name| archive.index_for_name(name));
    let chosen = main.filter(|_| dice.below(4) > 0).or_else(|| texts.get(dice.below(texts.len())).copied());
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        if Some(at) == chosen {
            let own = vec![bytes.clone()];
            mutate(&mut bytes, &own, dice);
        }
        out.start_file(name, options).ok()?;
        out.write_all(&bytes).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}
