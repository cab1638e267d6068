//! Text that knows where it came from: spans, lines, and cleaned text traced to its source.
//!
//! Every floor above keeps two forms of a passage: the words as written, reachable through
//! [`Traced`] down to the byte, and a folded form ([`fold`]) that is only ever compared.

mod fold;
mod lines;
mod span;
mod traced;

pub use fold::{fold, fold_word, one_spaced, without_genitive};
pub use lines::LineIndex;
pub use span::Span;
pub use traced::Traced;
