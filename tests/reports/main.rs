//! What leaves the desk: pages, briefs, sheets, pictures, coding projects.
#![allow(clippy::expect_used, reason = "a test that cannot go on stops")]

mod browser;
mod common;
mod exchange;
mod pages;
mod sheets;
