//! What is half written goes when the user interrupts the program, or the system ends it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The file that is being written.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// While it lives, an interruption removes the file.
pub struct Unfinished;

/// Tells that a file is about to be written in parts.
pub fn unfinished(path: &Path) -> Unfinished {
    listen();
    *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_path_buf());
    Unfinished
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Waits for interruptions, from the first file on; they end the program as ever.
#[cfg(unix)]
fn listen() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let (ready, heard) = std::sync::mpsc::channel();
        let wait = move || {
            let signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]);
            let _ = ready.send(());
            let Ok(mut signals) = signals else { return };
            for signal in signals.forever() {
                // Held to the end: nothing is renamed or made anew behind it.
                let path = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(path) = path.as_deref() {
                    let _ = std::fs::remove_file(path);
                }
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        };
        // Without the thread an interruption ends the program at once, as it does before.
        if std::thread::Builder::new().name("interruptions".to_owned()).spawn(wait).is_ok() {
            let _ = heard.recv();
        }
    });
}

/// Elsewhere the system removes nothing, and the next run writes over it.
#[cfg(not(unix))]
fn listen() {}

/// A file that may not grow further is an error that is told, not the program's end.
pub fn outlive_full_files() {
    #[cfg(unix)]
    {
        let seen = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, seen);
    }
}
