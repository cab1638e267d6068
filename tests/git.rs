//! Letters in a repository: two revisions compared, and git's own commands with what the manual sets up.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const BEFORE: &str = "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library and to extend its hours.\n\n\
                      Yours,\n\nAda Hill\n";
const AFTER: &str = "4 May 2023\n\nDear Mayor,\n\nWe demand that you reopen the library immediately.\n\n\
                     Yours,\n\nAda Hill\n";
const OTHER: &str =
    "6 June 2023\n\nDear Mayor,\n\nPlease repair the bridge at Tilford.\n\nYours,\n\nJo Smith\n";

/// A repository of one letter.
struct Repository {
    folder: PathBuf,
}

impl Repository {
    fn new(name: &str) -> Repository {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("letters")).unwrap();
        let repository = Repository { folder };
        repository.git(&["init", "--quiet", "--initial-branch", "drafts"]);
        repository.write("letters/library.txt", BEFORE);
        repository.commit();
        repository
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).unwrap();
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&[
            "-c",
            "user.name=Ada",
            "-c",
            "user.email=ada@example.org",
            "commit",
            "--quiet",
            "-m",
            "draft",
        ]);
    }

    fn in_it(&self, program: &str, arguments: &[&str]) -> Output {
        let own = Path::new(env!("CARGO_BIN_EXE_demarche")).parent().unwrap();
        let path = std::env::join_paths(
            std::iter::once(own.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        Command::new(program)
            .args(arguments)
            .current_dir(&self.folder)
            .env("PATH", path.unwrap())
            .env("HOME", &self.folder)
            .env("GIT_CONFIG_GLOBAL", self.folder.join(".gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .unwrap()
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = self.in_it("git", arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn diff(&self, arguments: &[&str]) -> String {
        let output = self.in_it("demarche", &[&["diff", "--git"], arguments].concat());
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.in_it("demarche", &[&["diff", "--git"], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    }
}

fn has_git() -> bool {
    Command::new("git").arg("--version").output().is_ok()
}

#[test]
fn a_letter_is_compared_with_what_it_was() {
    if !has_git() {
        return;
    }
    let repository = Repository::new("git-changed");
    assert_eq!(repository.diff(&["HEAD", "letters"]), "no letter differs between HEAD and now\n");
    repository.write("letters/library.txt", AFTER);
    let changes = repository.diff(&["HEAD", "letters", "--summary"]);
    assert!(changes.contains("HEAD → now  ▲") && changes.contains("strengthened"), "{changes}");
    assert!(changes.contains("dropped"), "{changes}");
    repository.commit();
    // Between two revisions, by a file, from inside the folder.
    for paths in [["HEAD~1..HEAD", "letters"], ["HEAD~1..drafts", "letters/library.txt"]] {
        let same = repository.diff(&[&paths[..], &["--stat"]].concat());
        assert!(same.contains("1 strengthened, 1 dropped"), "{same}");
    }
}

#[test]
fn letters_that_come_go_or_change_their_names() {
    if !has_git() {
        return;
    }
    let repository = Repository::new("git-renamed");
    repository.write("letters/bridge.txt", OTHER);
    let added = repository.diff(&["HEAD", "letters", "--summary"]);
    assert_eq!(added, "bridge.txt stands in now only\n");
    std::fs::remove_file(repository.folder.join("letters/bridge.txt")).unwrap();
    std::fs::rename(
        repository.folder.join("letters/library.txt"),
        repository.folder.join("letters/library-2.txt"),
    )
    .unwrap();
    let renamed = repository.diff(&["HEAD", "letters", "--stat"]);
    assert!(renamed.contains("2 kept"), "{renamed}");
}

#[test]
fn what_cannot_be_compared_says_why_and_what_to_do() {
    if !has_git() {
        return;
    }
    let repository = Repository::new("git-refused");
    let unknown = repository.refused(&["draft", "letters"]);
    assert!(unknown.contains("no such revision") && unknown.contains("did you mean drafts?"), "{unknown}");
    // What looks like an option of git is none.
    let option = repository.refused(&["--upload-pack=x", "letters"]);
    assert!(!option.contains("panicked"), "{option}");
    std::fs::remove_dir_all(repository.folder.join(".git")).unwrap();
    let outside = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["diff", "--git", "HEAD", "letters"])
        .current_dir(&repository.folder)
        .env("GIT_CEILING_DIRECTORIES", repository.folder.parent().unwrap())
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&outside.stderr).contains("lies in no git repository"), "{outside:?}");
    let without = Command::new(env!("CARGO_BIN_EXE_demarche"))
        .args(["diff", "--git", "HEAD", "letters"])
        .current_dir(&repository.folder)
        .env("PATH", "")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&without.stderr).contains("the program is not installed"), "{without:?}");
}

/// The words of a line of a shell with quotes and nothing else.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut quote, mut word) = (Vec::new(), None, String::new());
    for c in line.chars() {
        match (c, quote) {
            ('\'' | '"', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            (' ', None) if word.is_empty() => {}
            (' ', None) => words.push(std::mem::take(&mut word)),
            _ => word.push(c),
        }
    }
    words.push(word);
    words
}

#[test]
fn git_shows_demands_with_what_the_manual_sets_up() {
    if !has_git() {
        return;
    }
    let repository = Repository::new("git-manual");
    let manual =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/manual.md")).unwrap();
    let set_up: Vec<&str> = manual.lines().filter(|line| line.starts_with("git config --global")).collect();
    assert_eq!(set_up.len(), 3, "{set_up:?}");
    for line in set_up {
        let words = words(line);
        repository.git(&words[1..].iter().map(String::as_str).collect::<Vec<_>>());
    }
    let attributes = manual.lines().find(|line| line.starts_with("letters/*.txt diff=")).unwrap();
    repository.write(".gitattributes", &format!("{attributes}\n"));
    repository.write("letters/library.txt", AFTER);
    let shown = repository.git(&["diff", "HEAD", "--", "letters"]);
    assert!(shown.contains("-extend its hours") && shown.contains("+  demand 6/6"), "{shown}");
    assert!(!shown.contains("Dear Mayor"), "{shown}");
    let tool = repository.git(&["difftool", "--no-prompt", "HEAD", "--", "letters"]);
    assert!(tool.contains("strengthened  1") && tool.contains("dropped  1"), "{tool}");
}
