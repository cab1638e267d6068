//! Letters and tools that several tests share.

use demarche::corpus::{Corpus, Options, Source};
use demarche::lineage::Pairs;
use demarche::report::Dossier;
use demarche::source::{Document, LetterFile};
use std::path::PathBuf;

/// Three letters of one campaign that name demands, carry them on, and change them.
pub fn letters() -> [(&'static str, &'static str); 3] {
    [
        (
            "2019.txt",
            "4 March 2019\n\nDear Minister,\n\nWe call on you to immediately release all fishermen held at the river port.\n\nWe urge you to pay the families $20,000 each.\n\nSincerely,\n\nAnna Berg\nHarbour Union\n",
        ),
        (
            "2021.txt",
            "9 May 2021\n\nDear Minister,\n\nWe ask you to:\n\n- consider releasing some of the fishermen held at the river port\n- publish the report of the inquiry by 1 June 2021\n\nSincerely,\n\nAnna Berg\nHarbour Union\n",
        ),
        (
            "2023.txt",
            "2 July 2023\n\nDear Minister,\n\nWe demand that you immediately release all fishermen held at the river port.\n\nWe believe the families deserve better.\n\nSincerely,\n\nAnna Berg\nJohn Holm\nHarbour Union\n",
        ),
    ]
}

/// A corpus of some texts under their files' names.
pub fn corpus<N: AsRef<str>, T: AsRef<str>>(texts: &[(N, T)]) -> Corpus {
    let sources = texts
        .iter()
        .map(|(name, text)| Source {
            file: LetterFile { path: PathBuf::from(name.as_ref()), series: None },
            part: None,
            known_as: None,
            document: Document::from_text(text.as_ref()),
        })
        .collect();
    Corpus::of(sources, &[], &Options::default()).0
}

/// The dossier of some texts, every pair of editions compared.
pub fn dossier<N: AsRef<str>, T: AsRef<str>>(texts: &[(N, T)]) -> Dossier {
    Dossier::with_baselines(corpus(texts), &Pairs::Every, "letters")
}

/// The names of a page's elements, in order; what stands in a style or a script is none.
pub fn element_names(page: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        if name.is_empty() {
            continue;
        }
        if let ("style" | "script", Some(end)) = (name.as_str(), rest.find(&format!("</{name}>"))) {
            rest = &rest[end..];
        }
        names.push(name);
    }
    names
}

/// What a page says, without its elements, one line each.
pub fn text_of(page: &str) -> String {
    let body = page.split("<body>").nth(1).unwrap_or(page);
    let body = body.split("<script>").next().unwrap_or(body);
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    let text = lines.join("\n").replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Where snapshots lie.
pub fn snapshots() -> insta::Settings {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// Runs the program; returns its exit code.
pub fn run(arguments: &[&str]) -> u8 {
    demarche::cli::run(std::iter::once("demarche").chain(arguments.iter().copied()).map(Into::into))
}

/// A folder of a test's own that goes when the test ends.
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new folder.
    pub fn new(name: &str) -> Scratch {
        let folder = std::env::temp_dir().join(format!("demarche-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        Scratch(folder)
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Writes a file and returns its path.
    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.0.join(name), text).expect("a file");
        self.path(name)
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a text")
    }

    /// The names of its files.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("a folder");
        entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
