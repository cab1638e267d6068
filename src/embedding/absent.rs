//! What stands for a model in a program that was built without the feature `embed`: nothing can be one.

use super::{Counted, ModelUsed};

/// No model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Model {}

impl Model {
    /// What a model would make of a text.
    pub fn meaning(&self, _: &str) -> Meaning {
        match *self {}
    }

    /// What a report would say of a model.
    pub fn used(&self) -> ModelUsed {
        match *self {}
    }
}

/// No meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {}

impl Meaning {
    /// What two meanings would count.
    pub fn counted(&self, _: &Meaning) -> Counted {
        match *self {}
    }
}
