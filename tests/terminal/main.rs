//! The program on a real terminal: a pseudo-terminal of the system, with its width, and somebody who reads it.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod links;
mod looks;
mod pager;
mod progress;
mod screen;
mod width;
