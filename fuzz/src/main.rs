//! Runs the targets for a time on changed seeds, with a stable compiler and no tool:
//!
//! ```sh
//! cargo run --release --manifest-path fuzz/Cargo.toml -- --seconds 60            # each target
//! cargo run --release --manifest-path fuzz/Cargo.toml -- --seconds 600 pdf html  # some
//! cargo run --release --manifest-path fuzz/Cargo.toml -- pdf fuzz/finds/pdf-1    # one file
//! ```
//!
//! Each target runs in a process of its own. What breaks a promise, aborts or takes more than ten seconds is
//! written to `fuzz/finds/`.

use demarche_fuzz::mutate::Dice;
use demarche_fuzz::{seeds, targets};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Time for one input.
const SLOW: Duration = Duration::from_secs(10);

/// Depth of calls, as in the worker that reads PDF.
const STACK: usize = 64 << 20;

/// A child that ends so found something.
const FOUND: i32 = 3;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let (seconds, start) = (after("--seconds"), after("--start").unwrap_or(1));
    let known = |name: &String| targets::ALL.iter().find(|target| target.0 == *name);
    let chosen: Vec<_> = arguments.iter().filter_map(known).collect();
    let chosen = if chosen.is_empty() { targets::ALL.iter().collect() } else { chosen };
    if arguments.iter().any(|argument| argument == "--child") {
        child(chosen[0], Duration::from_secs(seconds.unwrap_or(10)), start);
    }
    if let (None, [_, file]) = (seconds, arguments.as_slice()) {
        let data = std::fs::read(file).unwrap_or_default();
        (chosen[0].1)(&data);
        return ExitCode::SUCCESS;
    }
    let mut finds = 0;
    for target in chosen {
        finds += supervise(target.0, Duration::from_secs(seconds.unwrap_or(10)), start);
    }
    ExitCode::from(u8::from(finds > 0))
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Where the input of the moment is kept, should it end the process.
fn moment(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("demarche-fuzz-{name}"))
}

/// Runs a target until its time is over, again where it was ended; returns the number of finds.
fn supervise(name: &str, time: Duration, start: u64) -> usize {
    let began = Instant::now();
    let (mut finds, mut run) = (0, start);
    while let Some(left) = time.checked_sub(began.elapsed()).filter(|left| left.as_secs() > 0) {
        let child = std::env::current_exe().and_then(|program| {
            Command::new(program)
                .args([
                    name,
                    "--child",
                    "--seconds",
                    &left.as_secs().to_string(),
                    "--start",
                    &run.to_string(),
                ])
                .status()
        });
        if child.is_ok_and(|status| status.success()) {
            break;
        }
        finds += 1;
        run += 1;
        let folder = root().join("fuzz/finds");
        let kept = folder.join(format!("{name}-{start}-{finds}"));
        let _ = std::fs::create_dir_all(&folder).and_then(|()| std::fs::copy(moment(name), &kept));
        println!("{name}: found {}", kept.display());
    }
    let _ = std::fs::remove_file(moment(name));
    finds
}

/// Runs a target on changed seeds; ends the process.
fn child(target: &targets::Target, time: Duration, start: u64) -> ! {
    let (name, step, endings) = *target;
    let seeds = seeds::of(root(), endings);
    let (give, take) = mpsc::channel::<Vec<u8>>();
    let (answer, done) = mpsc::channel::<()>();
    let work = move || {
        for data in take {
            step(&data);
            if answer.send(()).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    let mut dice = Dice::new(start.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let (began, mut count, mut slowest) = (Instant::now(), 0_u64, Duration::ZERO);
    while began.elapsed() < time {
        let data = seeds::changed(&seeds, &mut dice);
        let _ = std::fs::write(moment(name), &data);
        let before = Instant::now();
        let _ = give.send(data);
        if done.recv_timeout(SLOW).is_err() {
            println!("{name}: broken or slower than {SLOW:?} after {count} inputs");
            std::process::exit(FOUND);
        }
        slowest = slowest.max(before.elapsed());
        count += 1;
    }
    println!("{name}: {count} inputs in {} s, the slowest {slowest:?}", began.elapsed().as_secs());
    std::process::exit(0);
}
