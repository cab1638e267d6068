//! A user's own embedding model: what it adds to a score, what it can never do, and what happens where it is damaged.
//! No real model is at hand; a toy of twelve words is written by the tests.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod damaged;
mod program;
mod scores;
mod toy;
