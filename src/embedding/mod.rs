//! The user's own embedding model: vectors of words, learnt elsewhere, that let two demands be alike which share no word.
//!
//! No model comes with the program, and nothing needs one. Whoever has one (a folder in the layout of Model2Vec) names it
//! with `--model DIR`; it adds one named part to the score of a pair. What that part counts belongs to the model, and is
//! fitted on pairs that its user judged: without that there is no telling what a likeness of 0.6 says, so that a model
//! that was not fitted is refused.
//!
//! Without the feature `embed` there is no such thing as a [`Model`]: the types are there and have no value.

#[cfg(not(feature = "embed"))]
mod absent;
#[cfg(feature = "embed")]
mod folder;
#[cfg(feature = "embed")]
mod model;
#[cfg(feature = "embed")]
mod numbers;
#[cfg(feature = "embed")]
mod table;
#[cfg(feature = "embed")]
mod tokenizer;
#[cfg(feature = "embed")]
mod tokenizer_file;
mod used;
#[cfg(feature = "embed")]
mod vector;
#[cfg(feature = "embed")]
mod weighing;

#[cfg(not(feature = "embed"))]
pub use absent::{Meaning, Model};
#[cfg(feature = "embed")]
pub use folder::FILES;
#[cfg(feature = "embed")]
pub use model::{Meaning, Model, Vectors};
pub use used::{Counted, ModelUsed};
#[cfg(feature = "embed")]
pub use vector::Vector;
#[cfg(feature = "embed")]
pub use weighing::{FILE, Weighing};
