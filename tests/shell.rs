//! What the program says of itself to shells and manual readers, and what it leaves on the disk.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn demarche(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_demarche")).args(arguments).output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let output = demarche(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    listed
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn completions_of_five_shells_name_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        // The generators for the other two offer no values.
        let values = ["bash", "zsh", "fish"].contains(&shell);
        assert!(!values || script.contains("not-carried"), "{shell}: values of --only");
    }
}

/// Lines of a terminal window that is not large.
const SCREEN: usize = 40;

#[test]
fn the_short_help_of_every_command_fits_on_a_screen_and_begins_with_examples() {
    let mut commands: Vec<String> = commands().into_iter().filter(|command| command != "help").collect();
    commands.push(String::new());
    for command in commands {
        let arguments: Vec<&str> =
            [command.as_str(), "-h"].into_iter().filter(|word| !word.is_empty()).collect();
        let output = Command::new(env!("CARGO_BIN_EXE_demarche"))
            .args(arguments)
            .env("COLUMNS", "80")
            .output()
            .unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.lines().count() <= SCREEN, "{command}: {} lines\n{help}", help.lines().count());
        assert!(help.starts_with("Examples:\n  demarche"), "{command}: {help}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    for command in commands().iter().filter(|command| *command != "help") {
        let page = printed(&["man", command]);
        assert!(page.contains(&format!(".TH demarche-{command} 1")), "{command}: {page}");
    }
    assert!(printed(&["man"]).contains(".TH demarche 1"));
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_never_writes_over_one() {
    let folder = folder("init");
    let letter = "Dear Mayor,\n\nPlease repair the bridge at Tilford by 1 June 2023.\n\nYours, Jo Smith\n";
    std::fs::write(folder.join("2023-01-05_bri\"dge.txt"), letter).unwrap();
    let place = folder.to_str().unwrap();
    let before = printed(&["extract", place]);
    printed(&["init", place]);
    assert_eq!(printed(&["extract", place]), before);
    let written = std::fs::read_to_string(folder.join("demarche.toml")).unwrap();
    assert!(written.contains("# date = \"2023-01-05\"  # from the filename"), "{written}");
    let again = demarche(&["init", place]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(folder.join("demarche.toml")).unwrap(), written);
}

#[test]
fn a_pipe_gets_the_text_of_a_letter_byte_for_byte() {
    let folder = folder("bytes");
    let letter = "Dear Mayor,\r\n\r\nPlease repair\tthe \u{1b}[31mbridge\u{202e}.\r\n";
    let file = folder.join("2023-01-05_bridge.txt");
    std::fs::write(&file, letter).unwrap();
    let output = demarche(&["extract", "--format", "text-source", file.to_str().unwrap()]);
    assert_eq!(output.stdout, letter.as_bytes());
}

/// The files that the Debian package installs are the files that the script makes.
#[cfg(unix)]
#[test]
fn a_package_finds_everything_it_installs() {
    let folder = folder("package");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let made = Command::new(root.join("packaging/assets"))
        .arg(env!("CARGO_BIN_EXE_demarche"))
        .arg(folder.join("target/assets"))
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let manifest: toml::Table =
        toml::from_str(&std::fs::read_to_string(root.join("Cargo.toml")).unwrap()).unwrap();
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array().unwrap();
    for asset in assets {
        let source = asset[0].as_str().unwrap();
        let made = folder.join(source);
        match source.strip_suffix("*.1") {
            Some(pages) => {
                // One for the program and one for each command but `help`.
                assert_eq!(std::fs::read_dir(folder.join(pages)).unwrap().count(), commands().len());
            }
            None if source == "target/release/demarche" => {}
            None if source.starts_with("target/") => {
                assert!(std::fs::metadata(&made).unwrap().len() > 1000, "{source}");
            }
            None => assert!(root.join(source).is_file(), "{source}"),
        }
    }
}
