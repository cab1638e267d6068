//! The table of a model: a vector for each token.

use super::numbers::{Real, places};
use crate::problem::Problem;
use safetensors::tensor::TensorView;
use safetensors::{SafeTensorError, SafeTensors};
use std::ops::Range;

/// The vectors of all tokens, as they stand in their file: what is not looked up is not unpacked.
pub struct Table {
    bytes: Vec<u8>,
    /// Where in `bytes` the rows are.
    rows: Range<usize>,
    kind: Real,
    width: usize,
    /// The row of each token, where tokens share rows.
    mapping: Option<Vec<usize>>,
    /// What each token counts, where they count differently.
    weights: Option<Vec<f32>>,
    tokens: usize,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Table({} tokens × {})", self.tokens, self.width)
    }
}

/// The tensor of the vectors.
const EMBEDDINGS: &str = "embeddings";
/// The tensor that says which row each token has.
const MAPPING: &str = "mapping";
/// The tensor that says what each token counts.
const WEIGHTS: &str = "weights";

impl Table {
    /// Reads a table from the bytes of its file.
    ///
    /// # Errors
    /// When they are no such file, or hold no vectors that can be counted with.
    pub fn read(bytes: Vec<u8>, place: &str) -> Result<Table, Problem> {
        let wrong = |reason: String| Problem::new(place, reason).hint(HINT);
        let tensors = SafeTensors::deserialize(&bytes).map_err(|error| wrong(told(&error)))?;
        let Ok(vectors) = tensors.tensor(EMBEDDINGS) else {
            let mut names = tensors.names();
            names.sort_unstable();
            let names = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
            return Err(wrong(format!("no tensor is called {EMBEDDINGS}; there is {names}")));
        };
        let &[count, width] = vectors.shape() else {
            return Err(wrong(format!(
                "{EMBEDDINGS} has the shape {:?}; rows and columns are needed",
                vectors.shape()
            )));
        };
        if count == 0 || width == 0 {
            return Err(wrong(format!(
                "{EMBEDDINGS} has the shape [{count}, {width}]: there are no vectors"
            )));
        }
        let kind = reals(EMBEDDINGS, &vectors, "F32, F16, BF16, F64 or I8").map_err(wrong)?;
        if let Some(at) = kind.read(vectors.data()).position(|number| !number.is_finite()) {
            let (row, column) = (at / width, at % width);
            return Err(wrong(format!(
                "{EMBEDDINGS} holds what is no number, in row {row}, column {column}"
            )));
        }
        let mapping =
            tensors.tensor(MAPPING).ok().map(|tensor| mapping(&tensor, count)).transpose().map_err(wrong)?;
        let tokens = mapping.as_ref().map_or(count, Vec::len);
        let weights =
            tensors.tensor(WEIGHTS).ok().map(|tensor| weights(&tensor, tokens)).transpose().map_err(wrong)?;
        // Behind the eight bytes of its length and the head itself, the tensors stand at the offsets that it names.
        let (head, metadata) = SafeTensors::read_metadata(&bytes).map_err(|error| wrong(told(&error)))?;
        let (from, to) = metadata.info(EMBEDDINGS).map_or((0, 0), |info| info.data_offsets);
        let rows = 8 + head + from..8 + head + to;
        Ok(Table { rows, kind, width, mapping, weights, tokens, bytes })
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many tokens have a vector.
    pub fn tokens(&self) -> usize {
        self.tokens
    }

    /// Adds the vector of a token to a sum, times what the token counts; nothing where there is no such token.
    pub fn add(&self, token: u32, sum: &mut [f64]) {
        let Ok(token) = usize::try_from(token) else { return };
        let row = self.mapping.as_ref().map_or(Some(token), |rows| rows.get(token).copied());
        let length = self.width * self.kind.width();
        let bytes = self.bytes.get(self.rows.clone()).unwrap_or_default();
        let Some(row) = row.and_then(|row| bytes.chunks_exact(length).nth(row)) else { return };
        let weight = self.weights.as_ref().map_or(Some(1.0), |weights| weights.get(token).copied());
        let weight = f64::from(weight.unwrap_or_default());
        for (cell, number) in sum.iter_mut().zip(self.kind.read(row)) {
            *cell += f64::from(number) * weight;
        }
    }
}

/// What to do about a file of vectors that cannot be used.
const HINT: &str = "save the model anew with Model2Vec, or name another";

fn told(error: &SafeTensorError) -> String {
    format!("no whole file of tensors: {error}")
}

fn reals(name: &str, tensor: &TensorView<'_>, known: &str) -> Result<Real, String> {
    Real::of(tensor.dtype()).ok_or_else(|| format!("{name} holds {}; {known} are read", tensor.dtype()))
}

/// The row of each token.
fn mapping(tensor: &TensorView<'_>, rows: usize) -> Result<Vec<usize>, String> {
    let &[_] = tensor.shape() else {
        return Err(format!("{MAPPING} has the shape {:?}; a list is needed", tensor.shape()));
    };
    let found = places(tensor.dtype(), tensor.data())
        .ok_or_else(|| format!("{MAPPING} holds {}; I64 and I32 are read", tensor.dtype()))?;
    let row = |(token, row): (usize, &i64)| {
        let known = usize::try_from(*row).ok().filter(|row| *row < rows);
        known.ok_or_else(|| format!("{MAPPING} gives token {token} row {row}; rows are 0 to {}", rows - 1))
    };
    found.iter().enumerate().map(row).collect()
}

/// What each token counts.
fn weights(tensor: &TensorView<'_>, tokens: usize) -> Result<Vec<f32>, String> {
    if tensor.shape() != [tokens] {
        return Err(format!("{WEIGHTS} has the shape {:?}; a list of {tokens} is needed", tensor.shape()));
    }
    let found: Vec<f32> = reals(WEIGHTS, tensor, "F64, F32, F16, BF16 or I8")?.read(tensor.data()).collect();
    match found.iter().position(|number| !number.is_finite()) {
        Some(token) => Err(format!("{WEIGHTS} holds what is no number, for token {token}")),
        None => Ok(found),
    }
}
