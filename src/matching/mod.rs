//! Fourth floor: which demands are one. Pairs are scored from named parts, and what belongs together
//! becomes threads.

mod abbreviations;
mod affair;
mod candidates;
mod canonical;
mod comparison;
mod deeds;
mod head;
mod keyed;
mod kinship;
mod marks;
mod score;
mod scores;
mod threads;
mod weights;

pub use abbreviations::Abbreviations;
pub use affair::Affair;
pub use canonical::{Canonical, Thing, Word};
pub use comparison::{Aspect, Comparison, SPELT_ALIKE, compare, telling_coverage};
pub use deeds::Deed;
pub use head::Head;
pub use keyed::Keyed;
pub use kinship::{Kinship, Standing, as_thread, may_reach};
pub use marks::{Marks, Spelling};
pub use score::{EMBEDDING, Part, Score, THRESHOLD, chance, logistic, score};
pub use scores::Scores;
pub use threads::{Group, Threads, threads};
