//! What is said of a model outside of it.

/// The model that had a say in which demands are one.
#[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct ModelUsed {
    /// The SHA-256 of its files, which tells models apart wherever they lie.
    pub sha256: String,
    /// What a unit of likeness adds to the log odds.
    pub weight: f64,
    /// The likeness that speaks neither for a match nor against it, -1 to 1.
    pub middle: f64,
}

/// What the model adds to the score of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    /// By how much the likeness of the two exceeds what speaks neither for nor against; 0 where the model knows no word
    /// of one of them.
    pub value: f64,
    /// What one unit of it adds to the log odds.
    pub weight: f64,
}
