//! The weights of the score, fitted by `cargo run --release --example fit -- PAIRS.tsv`.

/// Log odds of a pair of which nothing is known.
pub const BIAS: f64 = -2.18;

/// Log odds that a unit of each aspect adds, in the order of [`Aspect::ALL`](super::Aspect::ALL).
pub const WEIGHTS: [f64; 8] = [3.07, 0.64, 1.38, 0.83, 0.62, 0.14, 2.16, 2.18];
