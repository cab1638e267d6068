//! A model: what a text means to it, and what that counts.

use super::folder::{FILES, Folder};
use super::table::Table;
use super::tokenizer::Tokenizer;
use super::vector::Vector;
use super::weighing::Weighing;
use super::{Counted, ModelUsed};
use crate::problem::Problem;
use std::path::Path;

/// The vectors of a model, whatever they count.
#[derive(Debug)]
pub struct Vectors {
    tokenizer: Tokenizer,
    table: Table,
    sha256: String,
}

impl Vectors {
    /// Reads a folder in the layout of Model2Vec.
    ///
    /// # Errors
    /// When a file is missing or damaged, or the files do not belong together.
    pub fn read(folder: &Path) -> Result<Vectors, Problem> {
        let place = |name: &str| folder.join(name).display().to_string();
        let Folder { config, tokenizer, tensors, sha256 } = Folder::read(folder)?;
        let table = Table::read(tensors, &place(FILES[2]))?;
        if let Some(said) = config.hidden_dim.filter(|said| *said != table.width()) {
            let reason = format!(
                "hidden_dim is {said}, but the vectors of {} have {} numbers",
                FILES[2],
                table.width()
            );
            return Err(Problem::new(place(FILES[0]), reason).hint("take the three files of one model"));
        }
        let tokenizer = Tokenizer::read(&tokenizer, table.tokens(), &place(FILES[1]))?;
        Ok(Vectors { tokenizer, table, sha256 })
    }

    /// Where a text points: the mean of the vectors of its tokens.
    pub fn of(&self, text: &str) -> Vector {
        let mut sum = vec![0.0; self.table.width()];
        for token in self.tokenizer.tokens(text) {
            self.table.add(token, &mut sum);
        }
        Vector::along(&sum)
    }

    /// The hash of the model's files.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// A model that was fitted.
#[derive(Debug)]
pub struct Model {
    vectors: Vectors,
    weighing: Weighing,
}

impl Model {
    /// Reads a model and what it counts.
    ///
    /// # Errors
    /// When the model cannot be used, or was not fitted.
    pub fn open(folder: &Path) -> Result<Model, Problem> {
        let vectors = Vectors::read(folder)?;
        let weighing = Weighing::read(folder, vectors.sha256())?;
        Ok(Model { vectors, weighing })
    }

    /// What a text means to it.
    pub fn meaning(&self, text: &str) -> Meaning {
        Meaning { vector: self.vectors.of(text), weighing: self.weighing }
    }

    /// What a report says of it.
    pub fn used(&self) -> ModelUsed {
        let Weighing { weight, middle } = self.weighing;
        ModelUsed { sha256: self.vectors.sha256.clone(), weight, middle }
    }
}

/// What a text means to a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Meaning {
    vector: Vector,
    weighing: Weighing,
}

impl Meaning {
    /// What the likeness of two texts counts; symmetric, if both are of one model.
    pub fn counted(&self, other: &Meaning) -> Counted {
        self.weighing.counted(self.vector.cosine(&other.vector))
    }
}
