//! The weights of the score, fitted by `cargo run --release --example fit -- PAIRS.tsv`.

/// Log odds of a pair of which nothing is known.
pub const BIAS: f64 = -1.68;

/// Log odds that a unit of each aspect adds, in the order of [`Aspect::ALL`](super::Aspect::ALL).
pub const WEIGHTS: [f64; 10] = [2.88, 0.83, 1.58, 0.76, 0.16, 1.26, 1.65, 0.67, 0.37, 0.89];
