//! Rules of the house that no compiler checks.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// Code and lexicon; tables of counted words, which hold whatever was counted, stand aside.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&root().join("src"), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).ok()?;
        Some((path.strip_prefix(root()).unwrap().to_path_buf(), text))
    };
    found
        .into_iter()
        .filter(|path| path.extension().is_none_or(|ending| ending != "tsv"))
        .filter_map(read)
        .collect()
}

fn words(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace('’', "'");
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn letters() -> Vec<String> {
    let mut found = Vec::new();
    files(&root().join("letters"), &mut found);
    found.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    assert_eq!(found.len(), 5);
    found.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Six words in a row make a phrase of a letter.
const PHRASE: usize = 6;

#[test]
fn no_phrase_of_a_letter_in_code_or_lexicon() {
    let mut phrases: BTreeSet<Vec<String>> = BTreeSet::new();
    for letter in letters() {
        phrases.extend(words(&letter).windows(PHRASE).map(<[String]>::to_vec));
    }
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        for phrase in words(&text).windows(PHRASE).filter(|phrase| phrases.contains(*phrase)) {
            wrong.push(format!("{}: {}", path.display(), phrase.join(" ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_name_of_the_campaign_in_code_or_lexicon() {
    let settings = std::fs::read_to_string(root().join("letters/demarche.toml")).unwrap();
    let settings: toml::Table = toml::from_str(&settings).unwrap();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for part in ["names", "instruments"] {
        for (name, forms) in settings["lexicon"][part].as_table().unwrap() {
            names.insert(name.to_lowercase());
            names.extend(forms.as_array().unwrap().iter().map(|form| form.as_str().unwrap().to_lowercase()));
        }
    }
    assert!(names.contains("artsakh") && names.len() > 10);
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let folded = format!(" {} ", words(&text).join(" "));
        // A script of Unicode bears the name of a people.
        let script = |name: &str| path.ends_with("source/characters.rs") && name == "armenian";
        for name in names
            .iter()
            .filter(|name| !script(name) && folded.contains(&format!(" {} ", words(name).join(" "))))
        {
            wrong.push(format!("{}: {name}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The floors, from the ground up. A floor knows what lies below it.
const FLOORS: [&str; 10] = [
    "text",
    "lexicon",
    "language",
    "source",
    "embedding",
    "letter",
    "demand",
    "corpus",
    "matching",
    "lineage",
];

#[test]
fn data_goes_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources().into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "rs"))
    {
        let floor = path.components().nth(1).unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let above = |name: &str| match (
            FLOORS.iter().position(|own| *own == floor),
            FLOORS.iter().position(|other| *other == name),
        ) {
            (Some(own), Some(other)) => other > own,
            // Reports and the command line stand on all floors; nothing below knows them.
            (Some(_), None) => matches!(name, "report" | "cli"),
            (None, _) => floor == "report" && name == "cli",
        };
        for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if above(&name) {
                    wrong.push(format!("{}: {line}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Crates that speak to the network, or hold what others do so with.
const NETWORK: [&str; 28] = [
    "async-std",
    "attohttpc",
    "curl",
    "curl-sys",
    "h2",
    "hickory-resolver",
    "http",
    "hyper",
    "isahc",
    "mio",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "websocket",
    "async-io",
    "hyper-util",
    "smoltcp",
];

#[test]
fn no_crate_of_the_network() {
    let lock: toml::Table =
        toml::from_str(&std::fs::read_to_string(root().join("Cargo.lock")).unwrap()).unwrap();
    let packages = lock["package"].as_array().unwrap();
    let names: Vec<&str> = packages.iter().map(|package| package["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"demarche") && names.len() > 50);
    let found: Vec<&&str> = names.iter().filter(|name| NETWORK.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// Licences under which what we are built from may be passed on.
const LICENCES: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Whether one of the choices that a licence leaves is among those.
fn may_be_passed_on(licence: &str) -> bool {
    let flat = licence.replace(['(', ')'], " ").replace('/', " OR ");
    let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = |part: &str| part.split(" AND ").all(|one| LICENCES.contains(&tidy(one).as_str()));
    // "(A OR B) AND C" names C for either choice.
    match licence.split_once(") AND ") {
        Some((choice, rest)) => may_be_passed_on(choice.trim_start_matches('(')) && all(rest),
        None => flat.split(" OR ").any(all),
    }
}

#[test]
fn every_licence_may_be_passed_on() {
    assert!(may_be_passed_on("(MIT OR Apache-2.0) AND Unicode-3.0") && may_be_passed_on("Unlicense/MIT"));
    assert!(!may_be_passed_on("GPL-3.0") && !may_be_passed_on("") && !may_be_passed_on("MIT AND AGPL-3.0"));
    // What a feature needs is at hand where the feature is built.
    let features = if cfg!(feature = "embed") { "embed" } else { "" };
    let tree = std::process::Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--prefix", "none", "--edges", "normal,build,dev"])
        .args(["--features", features])
        .args(["--format", "{p}|{l}"])
        .current_dir(root())
        .output()
        .unwrap();
    let text = String::from_utf8(tree.stdout).unwrap();
    assert!(text.lines().count() > 50, "{}", String::from_utf8_lossy(&tree.stderr));
    let wrong: BTreeSet<&str> = text
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .filter(|line| !line.is_empty() && !may_be_passed_on(line.rsplit('|').next().unwrap()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
