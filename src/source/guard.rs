//! Faults of this program, or of a library it reads with, are caught where one file is read, so that the other
//! files are read all the same.

use crate::problem::Problem;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a step of work on one file; a panic becomes a problem of that file.
///
/// # Errors
/// When the step panics.
pub(crate) fn guarded<T>(place: &str, step: impl FnOnce() -> T) -> Result<T, Problem> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // What is caught is told as a problem, not twice.
            if !GUARDED.get() {
                before(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(step));
    GUARDED.set(outer);
    done.map_err(|cause| {
        let cause = cause
            .downcast_ref::<&str>()
            .map(ToString::to_string)
            .or_else(|| cause.downcast_ref::<String>().cloned())
            .unwrap_or_default();
        let first = cause.lines().next().unwrap_or_default();
        Problem::new(place, format!("a fault of the program while reading this file: {first}"))
            .hint("the other files were read; please report it with the file")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_problem_of_its_file() {
        let done: Result<(), _> = guarded("a.txt", || panic!("it broke"));
        assert!(done.is_err_and(|problem| problem.place() == "a.txt"));
        assert_eq!(guarded("a.txt", || 7), Ok(7));
    }
}
