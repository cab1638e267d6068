//! The weights of the score, fitted by `cargo run --release --example fit -- PAIRS.tsv`.

/// Log odds of a pair of which nothing is known.
pub const BIAS: f64 = -1.59;

/// Log odds that a unit of each aspect adds, in the order of [`Aspect::ALL`](super::Aspect::ALL).
pub const WEIGHTS: [f64; 11] = [3.02, 0.80, 1.65, 0.76, 0.15, 1.24, 1.59, 0.67, 0.54, 0.72, 2.02];
