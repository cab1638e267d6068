//! The run as a whole: interrupted, on a full disk, on many threads, without a network.
#![cfg(unix)]
#![allow(clippy::print_stdout, reason = "a test that was not run says so")]

use crate::case::program;
use crate::folder;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Letters of every format.
const LETTERS: &str = "tests/formats/files";

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// Whether calls to the system can be traced: the tool may not be there, or not be let.
fn can_trace() -> bool {
    let mut trace = Command::new("strace");
    let tried = trace.args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let run = |jobs: &str, arguments: &[&str]| {
        let output = program(arguments).args(["--jobs", jobs]).output().unwrap();
        (output.status.code(), output.stdout, output.stderr)
    };
    let folders = [LETTERS, "letters", "tests/formats/made"];
    for arguments in [["extract", "--format=json"], ["diff", "--format=json"]] {
        let arguments: Vec<&str> = arguments.into_iter().chain(folders).collect();
        let one = run("1", &arguments);
        assert!(one.1.len() > 100_000);
        for jobs in ["2", "8"] {
            assert!(run(jobs, &arguments) == one, "{arguments:?} on {jobs} threads");
        }
    }
    assert_eq!(run("0", &["extract", "letters"]).0, Some(2));
}

/// A report that was being written when the program was interrupted is whole or not there.
#[test]
fn an_interruption_leaves_nothing_half_written() {
    let folder = folder("interrupted");
    let report = folder.join("report.html");
    let interrupt = |command: &mut Command, signal: &str, after: u64| {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(after));
        let _ = Command::new("kill").args([signal, &child.id().to_string()]).status();
        let status = child.wait().unwrap();
        for name in names(&folder) {
            assert_eq!(name, "report.html", "after {after} ms");
            let text = std::fs::read_to_string(&report).unwrap();
            assert!(text.trim_end().ends_with("</html>"), "after {after} ms: half a page");
            std::fs::remove_file(&report).unwrap();
        }
        status
    };
    let arguments = ["report", "letters", "-o", report.to_str().unwrap()];
    for after in (0..400).step_by(25) {
        interrupt(&mut program(&arguments), if after % 50 == 0 { "-INT" } else { "-TERM" }, after);
    }
    if !can_trace() {
        println!(
            "not tried: an interruption in the middle of writing (strace is not installed, or may not trace)"
        );
        return;
    }
    // The system is made to take its time over the last step before the file gets its name.
    let slow = ["-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:delay_enter=4000000"];
    let mut traced = Command::new("strace");
    traced.args(slow).arg(env!("CARGO_BIN_EXE_demarche")).args(arguments);
    let mut child = traced.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let half = (0..400).find_map(|_| {
        std::thread::sleep(Duration::from_millis(25));
        names(&folder).into_iter().find(|name| name.ends_with(".tmp"))
    });
    let half = half.unwrap_or_else(|| panic!("no file was begun"));
    let process = half.split('.').rev().nth(1).unwrap();
    assert!(Command::new("kill").args(["-INT", process]).status().unwrap().success());
    child.wait().unwrap();
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[test]
fn a_full_disk_is_an_error_and_no_shorter_file() {
    let folder = folder("full");
    std::fs::write(folder.join("report.html"), "").unwrap();
    let shell = |line: &str| {
        let line = line.replace("demarche", env!("CARGO_BIN_EXE_demarche"));
        let line = line.replace("FOLDER", folder.to_str().unwrap());
        let output = Command::new("sh").arg("-c").arg(line).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    // A file may hold 8 blocks; the page holds more.
    for (line, place) in [
        ("ulimit -f 8; demarche report letters -o FOLDER/report.html", "report.html: "),
        ("ulimit -f 8; demarche export letters -o FOLDER/letters.qdpx", "letters.qdpx: "),
        ("ulimit -f 8; demarche diff letters --format xlsx -o FOLDER/letters.xlsx", "letters.xlsx: "),
        ("ulimit -f 8; demarche diff letters --format json > FOLDER/out", "standard output: "),
        ("demarche report letters > /dev/full", "standard output: "),
        ("demarche extract letters --format jsonl > /dev/full", "standard output: "),
        ("demarche schema report > /dev/full", "standard output: "),
    ] {
        let (code, told) = shell(line);
        assert_eq!(code, Some(2), "{line}: {told}");
        assert!(told.contains(place), "{line}: {told}");
    }
    let mut left = names(&folder);
    left.sort();
    assert_eq!(left, ["out", "report.html"]);
    assert_eq!(std::fs::read(folder.join("report.html")).unwrap(), b"");
}

/// The system is asked what the program asks of it.
#[test]
fn no_network_and_no_program_but_the_worker() {
    if !can_trace() {
        println!("not tried: calls to the network (strace is not installed, or may not trace)");
        return;
    }
    let folder = folder("traced");
    let log = folder.join("calls");
    let page = folder.join("page.html");
    std::fs::write(
        folder.join("reaches-out.html"),
        "<!doctype html><html><head><link rel=stylesheet href=http://127.0.0.1:9/a.css></head><body>\
         <iframe src=http://127.0.0.1:9/></iframe><img src=http://127.0.0.1:9/a.png>\
         <p>We urge you to release all prisoners.</p></body></html>",
    )
    .unwrap();
    let traced = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=network,execve", "-o", log.to_str().unwrap()])
        .arg(env!("CARGO_BIN_EXE_demarche"))
        .args(["report", LETTERS, folder.to_str().unwrap(), "--force", "-o", page.to_str().unwrap()])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&traced.stderr);
    assert_eq!(traced.status.code(), Some(0), "{told}");
    let calls = std::fs::read_to_string(&log).unwrap();
    let started = calls.lines().filter(|line| line.contains("execve("));
    let own = env!("CARGO_BIN_EXE_demarche");
    assert!(started.clone().count() > 2, "PDF is read by a worker");
    for line in started {
        assert!(line.contains(own), "started: {line}");
    }
    for call in ["socket(", "connect(", "sendto(", "bind(", "getaddrinfo"] {
        assert!(!calls.contains(call), "{call}\n{calls}");
    }
}
