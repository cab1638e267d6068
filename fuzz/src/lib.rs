//! What is tried on mutated letters, for libFuzzer (`fuzz_targets/`) and for the driver that needs no tool of its
//! own (`src/main.rs`).

pub mod mutate;
pub mod seeds;
pub mod targets;
