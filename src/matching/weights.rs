//! The weights of the score, fitted by `cargo run --release --example fit -- PAIRS.tsv`.

/// Log odds of a pair of which nothing is known.
pub const BIAS: f64 = -1.62;

/// Log odds that a unit of each aspect adds, in the order of [`Aspect::ALL`](super::Aspect::ALL).
pub const WEIGHTS: [f64; 11] = [3.04, 0.81, 1.64, 0.76, 0.15, 1.26, 1.61, 0.65, 0.51, 0.73, 2.00];
