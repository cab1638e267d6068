//! How far a long piece of work has come, for those who wait for it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A counter that one side moves on and the other looks at.
///
/// ```
/// use demarche::watch::Watch;
/// let watch = Watch::default();
/// watch.begin("reading", 3);
/// watch.step();
/// let seen = watch.look();
/// assert_eq!((seen.what, seen.done, seen.total), ("reading", 1, 3));
/// ```
#[derive(Debug, Default)]
pub struct Watch {
    begun: Mutex<(&'static str, Option<Instant>)>,
    done: AtomicUsize,
    total: AtomicUsize,
}

/// How far a piece of work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// What is being done.
    pub what: &'static str,
    /// Steps that are done.
    pub done: usize,
    /// How many there are; none where nobody counts.
    pub total: usize,
    /// How long it has been done.
    pub since: Duration,
}

impl Watch {
    /// A piece of work of so many steps begins.
    pub fn begin(&self, what: &'static str, total: usize) {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        *begun = (what, Some(Instant::now()));
    }

    /// A step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// So many steps are done.
    pub fn reach(&self, done: usize) {
        self.done.store(done, Ordering::Relaxed);
    }

    /// How far it has come.
    pub fn look(&self) -> Seen {
        let (what, begun) = *self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        Seen {
            what,
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            since: begun.map(|begun| begun.elapsed()).unwrap_or_default(),
        }
    }
}
