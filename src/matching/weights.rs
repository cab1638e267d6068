//! The weights of the score, fitted by `cargo run --release --example fit -- PAIRS.tsv`.

/// Log odds of a pair of which nothing is known.
pub const BIAS: f64 = -1.68;

/// Log odds that a unit of each aspect adds, in the order of [`Aspect::ALL`](super::Aspect::ALL).
pub const WEIGHTS: [f64; 10] = [2.71, 0.76, 1.81, 0.84, 0.18, 1.2, 1.58, 0.64, 0.3, 0.89];
