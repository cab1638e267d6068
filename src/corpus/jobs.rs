//! Work on many letters at once, with results in the order of the letters whatever the number of threads.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Depth of calls that a thread has room for; what letters nest is bounded to fit into it.
const STACK: usize = 16 << 20;

/// With fewer letters than this a second thread takes longer to begin than it saves.
const FEW: usize = 16;

/// The threads for work that takes a moment a letter: one where the letters are few and nothing else was said.
pub fn for_short_work(jobs: Option<NonZeroUsize>, letters: usize) -> Option<NonZeroUsize> {
    jobs.or((letters < FEW).then_some(NonZeroUsize::MIN))
}

/// Applies a step to each of some things on up to `jobs` threads. The results come in the order of the things.
pub fn each<T: Send, R: Send>(
    things: Vec<T>,
    jobs: Option<NonZeroUsize>,
    step: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let usual = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let jobs = jobs.unwrap_or_else(usual).get().min(things.len());
    if jobs < 2 {
        return things.into_iter().map(step).collect();
    }
    let waiting: Vec<Mutex<Option<T>>> = things.into_iter().map(|thing| Mutex::new(Some(thing))).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(place) = waiting.get(at) else { return done };
            let thing = place.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(thing) = thing {
                done.push((at, step(thing)));
            }
        }
    };
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let spawn = |number: usize| {
            let name = format!("reader-{number}");
            std::thread::Builder::new().name(name).stack_size(STACK).spawn_scoped(scope, work).ok()
        };
        let threads: Vec<_> = (1..jobs).filter_map(spawn).collect();
        let mut done = work();
        for thread in threads {
            match thread.join() {
                Ok(more) => done.extend(more),
                // Steps guard themselves; a fault beyond that is told as one.
                Err(cause) => std::panic::resume_unwind(cause),
            }
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_from_any_number_of_threads() {
        let expected: Vec<usize> = (0..500).map(|n| n * 2).collect();
        for jobs in [1, 2, 8, 700] {
            assert_eq!(each((0..500).collect(), NonZeroUsize::new(jobs), |n: usize| n * 2), expected);
        }
        assert!(each(Vec::<u8>::new(), None, |n| n).is_empty());
    }
}
