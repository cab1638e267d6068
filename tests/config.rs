//! What counts before what: options, variables, the corpus file, what is usual.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const LETTER: &str =
    "4 May 2023\n\nDear Mayor,\n\nWe urge you to reopen the library.\n\nYours,\n\nAda Hill\n";

/// A folder with a letter two floors below a corpus file.
fn folder(name: &str, settings: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("campaign/2023")).unwrap();
    std::fs::write(folder.join("demarche.toml"), settings).unwrap();
    std::fs::write(folder.join("campaign/2023/library.txt"), LETTER).unwrap();
    folder
}

fn demarche(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command.args(arguments).current_dir(folder).envs(variables.iter().copied()).output().unwrap()
}

/// What is in force, and where from.
fn in_force(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let output = demarche(folder, &[arguments, &["--dump-config"]].concat(), variables);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

/// The line of a key, its blanks as one.
fn line(dump: &str, key: &str) -> String {
    let line = dump.lines().find(|line| line.starts_with(&format!("{key} ="))).unwrap_or_default();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn options_count_before_variables_before_the_file_before_what_is_usual() {
    let folder = folder("precedence", "[looks]\nwidth = 70\ntheme = \"mono\"\n[read]\nby = \"month\"\n");
    let letter = ["extract", "campaign/2023"];
    let dump = in_force(&folder, &letter, &[]);
    assert_eq!(line(&dump, "width"), "width = 70 # demarche.toml");
    assert_eq!(line(&dump, "theme"), "theme = \"mono\" # demarche.toml");
    assert_eq!(line(&dump, "by"), "by = \"month\" # demarche.toml");
    assert_eq!(line(&dump, "color"), "color = \"auto\" # default");
    let variables = [("DEMARCHE_WIDTH", "90"), ("DEMARCHE_BY", "letter"), ("DEMARCHE_MIN_CONFIDENCE", "0.7")];
    let dump = in_force(&folder, &letter, &variables);
    assert_eq!(line(&dump, "width"), "width = 90 # DEMARCHE_WIDTH");
    assert_eq!(line(&dump, "by"), "by = \"letter\" # DEMARCHE_BY");
    assert_eq!(line(&dump, "min-confidence"), "min-confidence = 0.7 # DEMARCHE_MIN_CONFIDENCE");
    let options = [&letter[..], &["--width", "110", "--by", "year"]].concat();
    let dump = in_force(&folder, &options, &variables);
    assert_eq!(line(&dump, "width"), "width = 110 # --width");
    assert_eq!(line(&dump, "by"), "by = \"year\" # --by");
    // What is printed would be read again.
    assert!(toml::from_str::<toml::Table>(&dump).is_ok(), "{dump}");
}

#[test]
fn the_nearest_file_above_the_letters_counts() {
    let folder = folder("nearest", "[looks]\nwidth = 70\n");
    let width =
        |from: &str, path: &str| line(&in_force(&folder.join(from), &["extract", path], &[]), "width");
    assert_eq!(width(".", "campaign/2023/library.txt"), "width = 70 # demarche.toml");
    let above = width("campaign/2023", "library.txt");
    assert!(above.starts_with("width = 70 # /") && above.ends_with("nearest/demarche.toml"), "{above}");
    assert!(width("campaign/2023", "../2023").starts_with("width = 70"));
    std::fs::write(folder.join("campaign/demarche.toml"), "[looks]\nwidth = 60\n").unwrap();
    assert_eq!(width(".", "campaign/2023"), "width = 60 # campaign/demarche.toml");
    // What is known of letters is found there too.
    std::fs::write(folder.join("campaign/demarche.toml"), "[letters.library]\nsender = \"Us\"\n").unwrap();
    let shown = demarche(&folder, &["extract", "campaign/2023"], &[]).stdout;
    assert!(String::from_utf8(shown).unwrap().contains("from        Us"));
}

#[test]
fn a_theme_of_ones_own_colours_the_report() {
    let folder = folder("own-theme", "[theme]\nsource = \"bold #2266cc\"\n");
    // Terminals that do not say that they know all colours get the nearest of sixteen.
    for (colours, code) in [("truecolor", "38;2;34;102;204"), ("", "94")] {
        let variables = [("COLORTERM", colours)];
        let shown = demarche(&folder, &["extract", "campaign", "--color", "always"], &variables).stdout;
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.contains(&format!("\u{1b}[1;{code}mlibrary:5\u{1b}[0m")), "{shown:?}");
    }
    let other =
        demarche(&folder, &["extract", "campaign", "--color", "always", "--theme", "mono"], &[]).stdout;
    assert!(!String::from_utf8(other).unwrap().contains("38;2;34"));
}

#[test]
fn what_is_wrong_in_a_file_is_shown_where_it_stands() {
    for (settings, told) in [
        (
            "[looks]\nthme = \"mono\"\n",
            "demarche.toml:2: no key is called thme\n  2 | thme = \"mono\"\n    | ^^^^\n  hint: did you mean theme?\n",
        ),
        (
            "[looks]\ntheme = \"monno\"\n",
            "demarche.toml:2: no value is called monno\n  2 | theme = \"monno\"\n    |         ^^^^^^^\n  \
             hint: did you mean mono?\n",
        ),
        (
            "[read]\nmin-confidence = 7\n",
            "demarche.toml:2: 7 is no confidence\n  2 | min-confidence = 7\n    |                  ^\n  \
             hint: write 0 to 1\n",
        ),
        (
            "[theme]\nremvoed = \"red\"\n",
            "demarche.toml:2: no part of a theme is called remvoed\n  2 | remvoed = \"red\"\n    \
             |           ^^^^^\n  hint: did you mean removed?\n",
        ),
        (
            "[letters.library]\ndate = \"June\"\n",
            "demarche.toml:2: \"June\" is no date\n  2 | date = \"June\"\n    |        ^^^^^^\n  \
             hint: write it as YYYY, YYYY-MM or YYYY-MM-DD\n",
        ),
        (
            "[looks]\nwidth = \"wide\"\n",
            "demarche.toml:2: a number is needed here\n  2 | width = \"wide\"\n    |         ^^^^^^\n",
        ),
        (
            "[lexicon.strength]\nbeseech = 9\n",
            "demarche.toml:2: 9 is no strength\n  2 | beseech = 9\n    |           ^\n  \
             hint: strengths go from 1 (invite) to 6 (demand)\n",
        ),
    ] {
        let folder = folder("wrong", settings);
        let output = demarche(&folder, &["extract", "campaign"], &[]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("demarche: error: {told}"));
        // What could be read is shown all the same.
        assert!(String::from_utf8_lossy(&output.stdout).contains("reopen the library"));
    }
}

#[test]
fn what_is_said_of_a_letter_that_is_not_there_is_told() {
    let folder = folder("stranger", "[letters.\"libary\"]\nsender = \"Us\"\n");
    let output = demarche(&folder, &["extract", "."], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "demarche: error: ./demarche.toml:1: no letter is called libary\n  1 | [letters.\"libary\"]\n    \
         |          ^^^^^^^^\n  hint: did you mean library?\n"
    );
    // Of a part of the letters nobody expects the rest.
    assert_eq!(demarche(&folder, &["extract", "campaign"], &[]).stderr, b"");
    std::fs::write(folder.join("demarche.toml"), "[letters]\nlibrary = { sender = \"Us\" }\n").unwrap();
    assert_eq!(demarche(&folder, &["extract", "."], &[]).stderr, b"");
}

#[test]
fn a_file_can_name_no_program_and_raise_no_limit() {
    for settings in ["[looks]\npager = \"touch x\"\n", "[read]\nlimit = [\"file-bytes=1G\"]\n"] {
        let output = demarche(&folder("no-program", settings), &["extract", "campaign"], &[]);
        assert!(String::from_utf8_lossy(&output.stderr).contains("no key is called"), "{settings}");
    }
}

#[test]
#[cfg(not(feature = "embed"))]
fn a_program_without_models_says_how_to_build_one_with() {
    let folder = folder("no-models", "");
    for arguments in
        [&["diff", "campaign", "--model", "potion"][..], &["explain", "a", "b", "--model=potion"]]
    {
        let done = demarche(&folder, arguments, &[("DEMARCHE_MODEL", "potion")]);
        let told = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(2), "{told}");
        assert!(
            told.contains("unexpected argument '--model'") && told.contains("--features embed"),
            "{told}"
        );
    }
    let other = demarche(&folder, &["diff", "campaign", "--modal", "potion"], &[]);
    assert!(!String::from_utf8_lossy(&other.stderr).contains("embed"));
}
