//! What is in force: options over the environment over the corpus file over what is usual.

use super::Sink;
use crate::corpus::Settings;
use crate::problem::{Problem, nearest};
use crate::report::{Look, Palette, Role, sanitized};
use crate::toml_file::wrong;
use clap::ValueEnum;
use clap::parser::{ArgMatches, ValueSource};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The corpus files that hold for some letters.
#[derive(Debug, Default)]
pub struct Config {
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    place: String,
    text: String,
    settings: Settings,
}

/// A value of a corpus file, and the file.
pub type Found<T> = Option<(T, String)>;

impl Config {
    /// Reads the files that hold for some paths. What is no corpus file is left out here: whoever reads the letters
    /// tells of it.
    pub fn of(paths: &[PathBuf]) -> Config {
        let mut files = Vec::new();
        for path in Settings::files(paths) {
            let place = path.display().to_string();
            if let Ok(text) = std::fs::read_to_string(&path)
                && let Ok(settings) = Settings::parse(&text, &place)
            {
                files.push(File { place, text, settings });
            }
        }
        Config { files }
    }

    /// A value; where several files have one, that of the first.
    pub fn value<T>(&self, get: impl Fn(&Settings) -> Option<T>) -> Found<T> {
        self.files.iter().find_map(|file| Some((get(&file.settings)?, file.place.clone())))
    }

    /// A value that must pass a test; one that does not is told of and counts for nothing.
    pub fn checked<T>(
        &self,
        sink: &mut Sink,
        keys: &[&str],
        get: impl Fn(&Settings) -> Option<Result<T, Unfit>>,
    ) -> Found<T> {
        for file in &self.files {
            match get(&file.settings) {
                Some(Ok(value)) => return Some((value, file.place.clone())),
                Some(Err(unfit)) => sink.problem(&file.wrong(keys, unfit)),
                None => {}
            }
        }
        None
    }

    /// Files that extend the lexicon, each from the folder of the file that names it.
    pub fn lexicons(&self) -> Found<Vec<PathBuf>> {
        let of_file = |file: &File| {
            let folder = Path::new(&file.place).parent().unwrap_or(Path::new(""));
            let names = file.settings.read.lexicon.as_ref()?;
            Some((names.iter().map(|name| folder.join(name)).collect(), file.place.clone()))
        };
        self.files.iter().find_map(of_file)
    }

    /// The user's own theme, where a file describes one.
    pub fn palette(&self, base: Palette, sink: &mut Sink) -> Found<Palette> {
        let file = self.files.iter().find(|file| !file.settings.theme.is_empty())?;
        let mut palette = base;
        for (name, words) in &file.settings.theme {
            let Some((_, role)) = Role::ALL.into_iter().find(|(known, _)| known == name) else {
                let unfit = Unfit::name("part of a theme", name, Role::ALL.map(|(name, _)| name));
                sink.problem(&file.wrong(&["theme", name], unfit));
                continue;
            };
            match Look::parse(words) {
                Ok(look) => palette = palette.with(role, look),
                Err(word) => {
                    let unfit = Unfit::name("colour or style", word, Look::words());
                    sink.problem(&file.wrong(&["theme", name], unfit));
                }
            }
        }
        Some((palette, file.place.clone()))
    }
}

impl File {
    fn wrong(&self, keys: &[&str], unfit: Unfit) -> Problem {
        wrong(&self.place, &self.text, keys, unfit.reason).hint(unfit.hint)
    }
}

/// Why a value cannot be used, and what could be.
#[derive(Debug)]
pub struct Unfit {
    reason: String,
    hint: String,
}

impl Unfit {
    /// A value of the wrong size or kind.
    pub fn new(reason: impl Into<String>, hint: impl Into<String>) -> Unfit {
        Unfit { reason: reason.into(), hint: hint.into() }
    }

    /// A name that nothing has.
    fn name(what: &str, name: &str, known: impl IntoIterator<Item = &'static str>) -> Unfit {
        let known: Vec<&str> = known.into_iter().collect();
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("there are {}", known.join(", ")),
        };
        Unfit::new(format!("no {what} is called {name}"), hint)
    }

    /// One of the values that an option can take.
    pub fn choice<T: ValueEnum>(name: &str) -> Result<T, Unfit> {
        T::from_str(name, false).map_err(|_| {
            let shown: Vec<String> = T::value_variants().iter().filter_map(named).collect();
            let near = nearest(name, shown.iter().map(String::as_str));
            let hint = match near {
                Some(near) => format!("did you mean {near}?"),
                None => format!("the values are {}", shown.join(", ")),
            };
            Unfit::new(format!("no value is called {name}"), hint)
        })
    }
}

/// The name of a choice.
fn named<T: ValueEnum>(choice: &T) -> Option<String> {
    Some(choice.to_possible_value()?.get_name().to_owned())
}

/// Everything that was settled, with where it came from.
#[derive(Debug)]
pub struct Ledger<'m> {
    matches: &'m ArgMatches,
    tables: Vec<(&'static str, Vec<Entry>)>,
}

#[derive(Debug)]
struct Entry {
    key: String,
    value: String,
    from: String,
}

impl Ledger<'_> {
    /// An empty ledger of a command's arguments.
    pub fn new(matches: &ArgMatches) -> Ledger<'_> {
        Ledger { matches, tables: Vec::new() }
    }

    /// Opens a table; what is settled next belongs to it.
    pub fn table(&mut self, name: &'static str) {
        self.tables.push((name, Vec::new()));
    }

    /// Settles a value: what an option or a variable says, else what a file says, else what is usual.
    pub fn settle<T>(
        &mut self,
        key: &str,
        told: Option<T>,
        found: Found<T>,
        usual: (T, &str),
        write: impl Fn(&T) -> String,
    ) -> T {
        let (value, from) = match (told, found) {
            (Some(told), _) => (told, self.source(key)),
            (None, Some((value, place))) => (value, place),
            (None, None) => (usual.0, usual.1.to_owned()),
        };
        self.note(key, write(&value), &from);
        value
    }

    /// Settles a choice.
    pub fn choose<T: ValueEnum>(&mut self, key: &str, told: Option<T>, found: Found<T>, usual: T) -> T {
        self.settle(key, told, found, (usual, USUAL), |choice| quoted(&named(choice).unwrap_or_default()))
    }

    /// Notes what was settled elsewhere.
    pub fn note(&mut self, key: &str, value: String, from: &str) {
        if let Some((_, entries)) = self.tables.last_mut() {
            entries.push(Entry { key: key.to_owned(), value, from: from.to_owned() });
        }
    }

    /// The option or the variable that says a value.
    fn source(&self, key: &str) -> String {
        let id = key.replace('-', "_");
        let known = self.matches.try_contains_id(&id).is_ok();
        match known.then(|| self.matches.value_source(&id)).flatten() {
            Some(ValueSource::EnvVariable) => format!("DEMARCHE_{}", id.to_uppercase()),
            _ => format!("--{key}"),
        }
    }

    /// All of it, as a corpus file would say it.
    pub fn written(&self) -> String {
        let mut out = String::new();
        for (name, entries) in &self.tables {
            let gap = if out.is_empty() { "" } else { "\n" };
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{gap}[{name}]");
            let sides: Vec<(String, String)> = entries
                .iter()
                .map(|entry| (format!("{} = {}", entry.key, entry.value), sanitized(&entry.from)))
                .collect();
            let widest = sides.iter().map(|(left, _)| left.chars().count()).max().unwrap_or(0);
            for (left, from) in sides {
                let _ = writeln!(out, "{left:<widest$}  # {from}");
            }
        }
        out
    }
}

/// Where a value comes from that nobody set.
pub const USUAL: &str = "default";

/// A string of TOML.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            _ if c.is_control() || sanitized(&c.to_string()) != c.to_string() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\U{:08X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn any_text_is_a_string_of_toml() {
        for text in ["a\"b\\", "line\nfeed\u{202e}\u{e0001}\u{7f}", "é"] {
            let table: toml::Table = toml::from_str(&format!("a = {}", quoted(text))).unwrap();
            assert_eq!(table["a"].as_str(), Some(text));
        }
    }
}
