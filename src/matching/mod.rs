//! Fourth floor: which demands are one. Pairs are scored from named parts, and what belongs together
//! becomes threads.

mod abbreviations;
mod candidates;
mod canonical;
mod comparison;
mod score;
mod threads;
mod weights;

pub use abbreviations::Abbreviations;
pub use canonical::{Canonical, Deed, Thing, Word};
pub use comparison::{Aspect, Comparison, compare, telling_coverage};
pub use score::{Part, Score, THRESHOLD, logistic, score};
pub use threads::{Group, Standing, Threads, threads};
