//! How far a long piece of work has come, for those who wait for it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A counter that one side moves on and the other looks at.
///
/// ```
/// use demarche::watch::Watch;
/// let watch = Watch::default();
/// watch.begin("reading", 3);
/// watch.step();
/// assert_eq!(watch.look(), ("reading", 1, 3));
/// ```
#[derive(Debug, Default)]
pub struct Watch {
    what: Mutex<&'static str>,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Watch {
    /// A piece of work of so many steps begins.
    pub fn begin(&self, what: &'static str, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        *self.what.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = what;
    }

    /// A step is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// What is being done, the steps that are done, and how many there are; no steps where nobody counts.
    pub fn look(&self) -> (&'static str, usize, usize) {
        let what = *self.what.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        (what, self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
