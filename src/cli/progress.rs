//! How far a long piece of work has come, in one line that is wiped off when it is done.

use crate::watch::Watch;
use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// What takes less time needs no word.
const PATIENCE: Duration = Duration::from_millis(500);
/// So often the line is drawn.
const EVERY: Duration = Duration::from_millis(100);
/// Goes to the head of the line and wipes it.
const WIPE: &str = "\r\u{1b}[K";

/// Does a piece of work; once it has taken half a second, a line tells how far it has come.
pub fn shown<T>(err: &mut (impl Write + Send), watch: &Watch, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let (over, wait) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut pause = PATIENCE;
            while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                // A line that cannot be drawn is missed by nobody.
                let _ = write!(err, "{WIPE}{}", line(watch, begun.elapsed())).and_then(|()| err.flush());
                pause = EVERY;
            }
            if pause == EVERY {
                let _ = write!(err, "{WIPE}").and_then(|()| err.flush());
            }
        });
        // Dropped when the work is done, also when it ends in a panic: either ends the thread.
        let _over = over;
        work()
    })
}

fn line(watch: &Watch, elapsed: Duration) -> String {
    match watch.look() {
        (what, _, 0) if elapsed.as_secs() == 0 => what.to_owned(),
        (what, _, 0) => format!("{what}, {} s", elapsed.as_secs()),
        (what, done, total) => format!("{what} {done} of {total}"),
    }
}
