//! PDF read in a process of its own: the same program, started again, with bounds on its time and memory.

use super::super::Input;
use super::super::draft::Extracted;
use crate::problem::Problem;
use crate::source::{Limit, Limits};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The argument that makes the program a worker.
pub const ARGUMENT: &str = "read-pdf-worker";

/// What a worker answers.
#[derive(serde::Serialize, serde::Deserialize)]
enum Answer {
    Text(Extracted),
    Problem { reason: String, hint: Option<String> },
}

/// Set apart from anything that a library may print.
const MARK: &[u8] = b"\x00demarche\x00";

/// Has a worker read a file.
///
/// # Errors
/// What the worker says, or that it broke, took too long or too much.
pub fn ask(program: &Path, input: &Input) -> Result<Extracted, Problem> {
    let limits = &input.options.limits;
    let failed = |error: std::io::Error| {
        Problem::new(input.place, format!("the process that reads PDF cannot be started ({error})"))
    };
    let mut child = Command::new(program)
        .arg(ARGUMENT)
        .args(limits.settings())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .env("RUST_BACKTRACE", "0")
        .spawn()
        .map_err(failed)?;
    let (to, from) = (child.stdin.take(), child.stdout.take());
    let (answer, status) = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A worker that ends early does not read to the end: its answer tells why.
            to.map(|mut to| to.write_all(input.bytes))
        });
        let answer = scope.spawn(move || {
            let mut answer = Vec::new();
            from.map(|from| from.take(limits.get(Limit::PdfMemory)).read_to_end(&mut answer));
            answer
        });
        let status = wait(&mut child, Duration::from_secs(limits.get(Limit::PdfSeconds)));
        (answer.join().unwrap_or_default(), status)
    });
    let Some(status) = status.map_err(failed)? else {
        return Err(limits.exceeded(Limit::PdfSeconds, input.place));
    };
    let at = answer.windows(MARK.len()).position(|window| window == MARK);
    match at.and_then(|at| serde_json::from_slice(&answer[at + MARK.len()..]).ok()) {
        Some(Answer::Text(extracted)) => Ok(extracted),
        Some(Answer::Problem { reason, hint }) => {
            let problem = Problem::new(input.place, reason);
            Err(match hint {
                Some(hint) => problem.hint(hint),
                None => problem,
            })
        }
        None => Err(broken(input, limits, status)),
    }
}

fn broken(input: &Input, limits: &Limits, status: ExitStatus) -> Problem {
    let bound = limits.exceeded(Limit::PdfMemory, input.place);
    Problem::new(
        input.place,
        format!(
            "damaged, or made to do harm: the process that reads it broke ({status}); perhaps {}",
            bound.reason()
        ),
    )
    .hint("print it to a new PDF with a viewer; only if you trust it, raise --limit pdf-memory")
}

/// Waits for a process until its time is up; then it is ended.
fn wait(child: &mut Child, time: Duration) -> std::io::Result<Option<ExitStatus>> {
    let end = Instant::now() + time;
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Depth of calls that a worker has room for.
const STACK: usize = 64 << 20;

/// The worker's side: reads a PDF from standard input, with limits as arguments, and answers on standard output.
pub fn serve(settings: impl Iterator<Item = String>) -> u8 {
    let mut limits = Limits::default();
    for setting in settings {
        let _ = limits.set(&setting);
    }
    bound_memory(limits.get(Limit::PdfMemory));
    let mut bytes = Vec::new();
    if std::io::stdin().lock().take(limits.get(Limit::FileBytes)).read_to_end(&mut bytes).is_err() {
        return 2;
    }
    // Panics are answered; nobody reads what is said of them here.
    std::panic::set_hook(Box::new(|_| {}));
    let read = std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || super::here(&bytes, &limits, ""))
        .map(|thread| thread.join());
    let answer = match read {
        Ok(Ok(Ok(extracted))) => Answer::Text(extracted),
        Ok(Ok(Err(problem))) => Answer::Problem {
            reason: problem.reason().to_owned(),
            hint: problem.way_out().map(str::to_owned),
        },
        Ok(Err(_)) | Err(_) => Answer::Problem {
            reason: "damaged: this PDF cannot be read (its structure is not as it must be)".to_owned(),
            hint: Some("open it in a viewer and print it to a new PDF".to_owned()),
        },
    };
    let Ok(text) = serde_json::to_vec(&answer) else { return 2 };
    let mut out = std::io::stdout().lock();
    match out.write_all(MARK).and_then(|()| out.write_all(&text)).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(_) => 2,
    }
}

/// The system refuses the worker more memory than this.
#[cfg(target_os = "linux")]
fn bound_memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = Rlimit { current: Some(bytes), maximum: Some(bytes) };
    // Without the bound the time is bounded still.
    let _ = setrlimit(Resource::As, limit);
    // A crash leaves no image of the memory behind.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// Elsewhere only the time is bounded.
#[cfg(not(target_os = "linux"))]
fn bound_memory(_: u64) {}
