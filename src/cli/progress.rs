//! How far a long piece of work has come, in one line that is wiped off when it is done.

use crate::watch::{Seen, Watch};
use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// What takes less time needs no word.
const PATIENCE: Duration = Duration::from_millis(500);
/// So often the line is drawn.
const EVERY: Duration = Duration::from_millis(100);
/// Goes to the head of the line and wipes it.
const WIPE: &str = "\r\u{1b}[K";

/// Does a piece of work; once it has taken half a second, a line tells how far it has come.
pub fn shown<T>(err: &mut (impl Write + Send), watch: &Watch, work: impl FnOnce() -> T) -> T {
    let (over, wait) = mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut pause = PATIENCE;
            while wait.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                // A line that cannot be drawn is missed by nobody.
                let _ = write!(err, "{WIPE}{}", line(watch.look())).and_then(|()| err.flush());
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

fn line(seen: Seen) -> String {
    let Seen { what, done, total, since } = seen;
    let seconds = since.as_secs_f64();
    if total == 0 {
        return if since.as_secs() == 0 { what.to_owned() } else { format!("{what}, {} s", since.as_secs()) };
    }
    let count = format!("{what} {} of {}", grouped(done), grouped(total));
    // Of the first steps one does not know what they say of the rest.
    if done == 0 || done >= total || since < PATIENCE {
        return count;
    }
    let rate = done as f64 / seconds;
    let pace = if rate < 10.0 { format!("{rate:.1}") } else { grouped(rate as usize) };
    format!("{count}, {pace} a second, {} left", time((total - done) as f64 / rate))
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// So many seconds, rounded up.
fn time(seconds: f64) -> String {
    let seconds = seconds.ceil() as u64;
    match (seconds / 3600, seconds / 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min {} s", seconds % 60),
        (hours, minutes) => format!("{hours} h {} min", minutes % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::Sender;

    /// A terminal that hands on what it gets.
    struct Terminal(Sender<String>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let _ = self.0.send(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_counted_is_drawn_with_its_rate_as_long_as_it_takes() {
        let (give, take) = mpsc::channel();
        let watch = Watch::default();
        let mut drawn = String::new();
        shown(&mut Terminal(give), &watch, || {
            watch.begin("comparing demands", 1 << 40);
            watch.reach(1 << 20);
            // The work goes on until its line was drawn.
            while !drawn.contains(" left") {
                drawn.push_str(&take.recv().unwrap());
            }
        });
        assert!(drawn.contains("comparing demands 1,048,576 of 1,099,511,627,776, "), "{drawn:?}");
        drawn.extend(take.iter());
        assert!(drawn.ends_with(WIPE), "{drawn:?}");
    }

    #[test]
    fn the_line_tells_count_rate_and_time_left() {
        let seen = |done, total, millis| {
            line(Seen { what: "comparing demands", done, total, since: Duration::from_millis(millis) })
        };
        assert_eq!(seen(0, 0, 400), "comparing demands");
        assert_eq!(seen(0, 0, 2400), "comparing demands, 2 s");
        assert_eq!(seen(10, 12_000, 400), "comparing demands 10 of 12,000");
        assert_eq!(seen(3000, 12_000, 2000), "comparing demands 3,000 of 12,000, 1,500 a second, 6 s left");
        assert_eq!(seen(1, 200, 2000), "comparing demands 1 of 200, 0.5 a second, 6 min 38 s left");
        assert_eq!(seen(10, 200_000, 1000), "comparing demands 10 of 200,000, 10 a second, 5 h 33 min left");
        assert_eq!(seen(200, 200, 2000), "comparing demands 200 of 200");
    }
}
