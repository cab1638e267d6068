//! Turns the lexicon's files into tables, so that the program need not read them each time it starts. The files stay
//! the one source: what they hold is checked here, and an error in them stops the build.

#[allow(dead_code)] // Shared with the program, which uses the rest.
#[path = "../src/text/fold.rs"]
mod fold;
#[path = "../src/lexicon/forms.rs"]
mod forms;
#[allow(dead_code)]
#[path = "../src/lexicon/hash.rs"]
mod hash;
#[allow(dead_code)]
#[path = "../src/lexicon/performative.rs"]
mod performative;
#[path = "../src/lexicon/stem.rs"]
mod stem;
mod tables;
#[allow(dead_code)]
#[path = "../src/lexicon/word.rs"]
mod word;
mod words;

use fold::fold;
use performative::Performative;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use word::Class;
use words::{Words, class_of};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// Lists of words by name, each as words between blanks.
type Lists = BTreeMap<String, String>;

const DATA: &str = "src/lexicon/data";

#[allow(clippy::print_stdout)] // How a build script speaks to cargo.
fn main() -> Done {
    for path in SHAPING {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-env=DEMARCHE_FINGERPRINT={:016x}", fingerprint()?);
    let out = Out(PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?));
    let words = words(&out)?;
    acts(&out)?;
    things(&words, &out)?;
    phrases(&out)?;
    vocabulary(&out)
}

/// Whatever has a say in what is found in a letter: a cache of what was found by other rules is of no use.
const SHAPING: [&str; 10] = [
    "build",
    "Cargo.lock",
    "Cargo.toml",
    "src/corpus/reading.rs",
    "src/demand",
    "src/language",
    "src/letter",
    "src/lexicon",
    "src/source",
    "src/text",
];

/// The hash of all of it.
fn fingerprint() -> Done<u64> {
    let mut files = Vec::new();
    SHAPING.iter().try_for_each(|path| files_of(Path::new(path), &mut files))?;
    files.sort();
    let mut hash = hash::fnv(&[]);
    for file in files {
        let bytes = std::fs::read(&file)?;
        let name = file.to_string_lossy().replace('\\', "/");
        for part in [name.as_bytes(), &(bytes.len() as u64).to_le_bytes(), &bytes] {
            hash = hash::fnv_from(hash, part);
        }
    }
    Ok(hash)
}

/// The files under a path, which need not be there.
fn files_of(path: &Path, found: &mut Vec<PathBuf>) -> Done {
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            files_of(&entry?.path(), found)?;
        }
    } else if path.is_file() {
        found.push(path.to_path_buf());
    }
    Ok(())
}

fn text(name: &str) -> Done<String> {
    std::fs::read_to_string(Path::new(DATA).join(name)).map_err(|error| format!("{name}: {error}").into())
}

fn parsed<T: for<'t> Deserialize<'t>>(name: &str) -> Done<T> {
    toml::from_str(&text(name)?).map_err(|error| format!("{name}: {error}").into())
}

/// The folder that the tables are written to.
struct Out(PathBuf);

impl Out {
    fn bytes(&self, name: &str, bytes: &[u8]) -> Done {
        Ok(std::fs::write(self.0.join(name), bytes)?)
    }

    fn table(&self, name: &str, entries: &BTreeMap<String, Vec<u8>>) -> Done<BTreeMap<String, u32>> {
        let written = tables::table(entries)?;
        self.bytes(name, &written.bytes)?;
        Ok(written.places)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verbs {
    regular: String,
    irregular: String,
    ambiguous: String,
    idle: String,
    practical: String,
    speech: String,
    decided: String,
    prepositional: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Performatives {
    verb: Vec<Performative>,
}

/// Words and verbs, verbs of asking, nouns of action, abbreviations.
fn words(out: &Out) -> Done<Words> {
    let mut words = Words::default();
    for (name, list) in &parsed::<Lists>("words.toml")? {
        let (class, plural) = class_of(name).ok_or_else(|| format!("words.toml: unknown class {name}"))?;
        for word in list.split_whitespace() {
            words.add(word, class);
            if plural {
                words.add(&forms::plural_of(word), class);
            }
        }
    }
    let verbs: Verbs = parsed("verbs.toml")?;
    for line in verbs.irregular.lines() {
        let mut forms = line.split_whitespace();
        if let (Some(base), Some(past), Some(participle)) = (forms.next(), forms.next(), forms.next()) {
            words.add_verb(base, &[past.to_owned()], &[participle.to_owned()]);
        }
    }
    for base in verbs.regular.split_whitespace() {
        let past = forms::past_of(base);
        words.add_verb(base, &past, &past);
    }
    for (list, class) in [
        (&verbs.ambiguous, Class::AMBIGUOUS),
        (&verbs.idle, Class::IDLE),
        (&verbs.practical, Class::PRACTICAL),
        (&verbs.speech, Class::SPEECH),
        (&verbs.decided, Class::DECIDED),
    ] {
        list.split_whitespace().for_each(|base| words.mark_verb(base, class));
    }
    let performatives: Performatives = parsed("performatives.toml")?;
    let mut asking = Vec::new();
    for verb in &performatives.verb {
        words.mark_verb(&verb.lemma, Class::PERFORMATIVE);
        asking.push(verb.to_line().into_bytes());
    }
    out.bytes("performatives", &tables::list(&asking)?)?;
    let nominals: Lists = parsed("nominals.toml")?;
    let pairs: BTreeMap<String, Vec<u8>> = one(&nominals, "nominals.toml", "nouns")?
        .split_whitespace()
        .filter_map(|pair| pair.split_once(':'))
        .map(|(noun, verb)| (noun.to_owned(), verb.as_bytes().to_vec()))
        .collect();
    pairs.keys().for_each(|noun| words.add(noun, Class::NOMINAL));
    out.table("nominals", &pairs)?;
    let phrasal: Lists = parsed("phrasal.toml")?;
    let mut phrases: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for line in one(&phrasal, "phrasal.toml", "phrases")?.lines().filter(|line| !line.is_empty()) {
        let (verb, rest) = line.split_once(' ').ok_or_else(|| format!("phrasal.toml: {line}"))?;
        let own = phrases.entry(verb.to_owned()).or_default();
        own.extend(rest.as_bytes());
        own.push(b'\n');
    }
    out.table("phrasal", &phrases)?;
    let prepositional = verbs.prepositional.lines().filter_map(|line| line.split_once(':'));
    let prepositional = prepositional.map(|(base, own)| {
        (base.trim().to_owned(), own.split_whitespace().collect::<Vec<_>>().join(" ").into_bytes())
    });
    out.table("prepositional", &prepositional.collect())?;
    let breaks: Lists = parsed("sentences.toml")?;
    let marks = flags(&[
        (one(&breaks, "sentences.toml", "never_end")?, 1),
        (one(&breaks, "sentences.toml", "may_end")?, 2),
    ]);
    out.table("breaks", &marks)?;
    let forms =
        words.forms.iter().map(|(form, word)| (form.clone(), words.marked(*word).to_bytes().to_vec()));
    out.table("words", &forms.collect())?;
    let lemmas: Vec<&str> = words.lemmas.iter().map(|(lemma, _)| lemma.as_str()).collect();
    out.bytes("lemmas", lemmas.concat().as_bytes())?;
    out.bytes("lemma_ends", &tables::ends(lemmas.iter().map(|lemma| lemma.len()))?)?;
    Ok(words)
}

fn one<'l>(lists: &'l Lists, file: &str, name: &str) -> Done<&'l str> {
    lists.get(name).map(String::as_str).ok_or_else(|| format!("{file}: no list {name}").into())
}

/// Words with a bit for each list that holds them.
fn flags(lists: &[(&str, u8)]) -> BTreeMap<String, Vec<u8>> {
    let mut marks: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (list, bit) in lists {
        for word in list.split_whitespace() {
            marks.entry(word.to_owned()).or_insert_with(|| vec![0])[0] |= bit;
        }
    }
    marks
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    opposite: Option<String>,
    #[serde(default)]
    anything: bool,
    verbs: String,
}

/// Groups of acts, and how much verbs ask for.
fn acts(out: &Out) -> Done {
    let groups: BTreeMap<String, Group> = parsed("actions.toml")?;
    if groups.len() > 128 {
        return Err("actions.toml: more than 128 groups; `Groups` in src/lexicon holds no more".into());
    }
    let bit = |name: &str| -> Done<u128> {
        let at = groups.keys().position(|known| known == name);
        at.map(|at| 1 << at).ok_or_else(|| format!("actions.toml: no group {name}").into())
    };
    let mut acts: BTreeMap<String, (u128, u128, bool)> = BTreeMap::new();
    for (name, group) in &groups {
        let opposites = group.opposite.as_deref().unwrap_or_default().split_whitespace();
        let opposite = opposites.map(bit).try_fold(0, |all, one| Ok::<_, Box<dyn Error>>(all | one?))?;
        for verb in group.verbs.split_whitespace() {
            let act = acts.entry(verb.to_owned()).or_default();
            act.0 |= bit(name)?;
            act.1 |= opposite;
            act.2 |= group.anything;
        }
    }
    let value = |(own, opposite, anything): (u128, u128, bool)| {
        [&own.to_le_bytes()[..], &opposite.to_le_bytes(), &[u8::from(anything)]].concat()
    };
    out.table("acts", &acts.into_iter().map(|(verb, act)| (verb, value(act))).collect())?;
    out.bytes("groups", groups.keys().cloned().collect::<Vec<_>>().join("\n").as_bytes())?;
    let classes: Lists = parsed("action_classes.toml")?;
    let list = |name: &str| one(&classes, "action_classes.toml", name);
    let mut verbs: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, class) in [("minimal", 1), ("continuing", 2), ("considering", 3), ("general", 4)] {
        verbs.extend(list(name)?.split_whitespace().map(|verb| (verb.to_owned(), vec![class])));
    }
    out.table("action_classes", &verbs)?;
    out.table("results", &flags(&[(list("vague")?, 1), (list("specific")?, 2)]))?;
    Ok(())
}

/// Phrases by their first word, each with its name; the first name given to a phrase stays.
#[derive(Default)]
struct Phrases {
    by_first: BTreeMap<String, Vec<(String, String)>>,
}

impl Phrases {
    fn add(&mut self, name: &str, words: &[String]) {
        let Some((first, rest)) = words.split_first() else { return };
        let (known, rest) = (self.by_first.entry(first.clone()).or_default(), rest.join(" "));
        if !known.iter().any(|(phrase, _)| *phrase == rest) {
            known.push((rest, name.to_owned()));
        }
    }

    fn write(self, name: &str, out: &Out) -> Done {
        let line = |(rest, name): &(String, String)| format!("{name}\t{rest}");
        let value = |phrases: Vec<(String, String)>| {
            phrases.iter().map(line).collect::<Vec<_>>().join("\n").into_bytes()
        };
        out.table(name, &self.by_first.into_iter().map(|(first, all)| (first, value(all))).collect())?;
        Ok(())
    }
}

/// Concepts of things, and instruments.
fn things(words: &Words, out: &Out) -> Done {
    let mut objects = Phrases::default();
    for (name, list) in &parsed::<Lists>("objects.toml")? {
        for phrase in list.split_whitespace() {
            let folded = fold(&phrase.replace('_', " "));
            let bases: Vec<String> = folded.split(' ').map(|word| words.base_form(word)).collect();
            objects.add(name, &bases);
        }
    }
    objects.write("objects", out)?;
    let mut instruments = Phrases::default();
    for (name, forms) in &parsed::<Lists>("instruments.toml")? {
        for form in forms.split('|') {
            let words: Vec<String> =
                fold(form).split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            instruments.add(name, &words);
        }
    }
    instruments.write("instruments", out)
}

/// Lists of phrases: a line for each, its name and its phrases between tabs.
fn phrases(out: &Out) -> Done {
    for (name, file) in [("degrees", "degrees.toml"), ("conventions", "letters.toml")] {
        let lists: BTreeMap<String, Vec<String>> = parsed(file)?;
        let lines: Vec<String> =
            lists.iter().map(|(name, phrases)| format!("{name}\t{}", phrases.join("\t"))).collect();
        out.bytes(name, lines.join("\n").as_bytes())?;
    }
    Ok(())
}

/// The stem of a word with its mark.
fn stem_and_mark(word: &str) -> (String, Vec<u8>) {
    let stem = stem::stem(word);
    let mark = hash::mark(stem.as_bytes()).to_le_bytes().to_vec();
    (stem, mark)
}

/// How often words occur and which are used in like contexts, with all their stems.
fn vocabulary(out: &Out) -> Done {
    let (counts, near) = (text("word_frequency.tsv")?, text("word_neighbours.tsv")?);
    let lines = |text: &str| -> Vec<(String, String)> {
        text.lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(word, rest)| (word.to_owned(), rest.to_owned()))
            .collect()
    };
    let counts: BTreeMap<String, u32> = lines(&counts)
        .into_iter()
        .map(|(word, count)| Ok((word, count.parse()?)))
        .collect::<Result<_, std::num::ParseIntError>>()?;
    let near: BTreeMap<String, Vec<(String, u8)>> = lines(&near)
        .into_iter()
        .map(|(word, list)| {
            let entries = list.split(' ').filter_map(|entry| entry.split_once(':'));
            let entries = entries.map(|(near, percent)| Ok((near.to_owned(), percent.parse()?)));
            Ok((word, entries.collect::<Result<_, std::num::ParseIntError>>()?))
        })
        .collect::<Result<_, std::num::ParseIntError>>()?;
    let words: BTreeSet<&String> = counts.keys().chain(near.keys()).collect();
    let neighbours = near.values().flatten().map(|(word, _)| word);
    let stems: BTreeMap<String, Vec<u8>> =
        words.iter().copied().chain(neighbours).map(|word| stem_and_mark(word)).collect();
    let places = out.table("stems", &stems)?;
    let place = |word: &str| -> Done<[u8; 4]> {
        places.get(&stem::stem(word)).map(|place| place.to_le_bytes()).ok_or_else(|| "no stem".into())
    };
    let mut facts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for word in words {
        let mut value = counts.get(word).copied().unwrap_or(0).to_le_bytes().to_vec();
        value.extend(place(word)?);
        for (other, percent) in near.get(word).into_iter().flatten() {
            value.extend(place(other)?);
            value.push(*percent);
        }
        facts.insert(word.clone(), value);
    }
    out.table("vocabulary", &facts)?;
    Ok(())
}
