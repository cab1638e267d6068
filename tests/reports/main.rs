//! What leaves the desk: pages, briefs, sheets, pictures, coding projects.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot go on stops, and says what it skips"
)]

mod baselines;
mod browser;
mod common;
mod contrast;
mod exchange;
mod pages;
#[cfg(feature = "png")]
mod pictures;
mod sheets;
mod writing;
