//! The folder of a model: three files, each read once.

use crate::problem::Problem;
use crate::source::{Limit, Limits, file_bytes};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The files of a model, in the order in which they are hashed: what it is, how text becomes tokens, their vectors.
pub const FILES: [&str; 3] = ["config.json", "tokenizer.json", "model.safetensors"];

/// No file of a model may be larger: models of static vectors have some hundred megabytes at most.
const MOST: &str = "file-bytes=1G";

/// What a user is told who named a folder that holds no model.
const LAYOUT: &str =
    "a model is a folder with config.json, tokenizer.json and model.safetensors, as Model2Vec saves it";

/// The bytes of a model.
pub struct Folder {
    /// What `config.json` says.
    pub config: Config,
    /// `tokenizer.json`.
    pub tokenizer: Vec<u8>,
    /// `model.safetensors`.
    pub tensors: Vec<u8>,
    /// The hash of all three, as hexadecimal digits.
    pub sha256: String,
}

/// What is asked of `config.json`. Whether vectors are brought to one length does not matter: only directions count here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// How many numbers each vector has.
    pub hidden_dim: Option<usize>,
}

impl Folder {
    /// Reads the files of a model.
    ///
    /// # Errors
    /// When one is missing, cannot be read or is too large, or `config.json` is no JSON object.
    pub fn read(folder: &Path) -> Result<Folder, Problem> {
        let mut limits = Limits::default();
        limits.set(MOST).map_err(|reason| Problem::new(folder.display(), reason))?;
        let mut hasher = Sha256::new();
        let mut next = |name: &str| -> Result<Vec<u8>, Problem> {
            let path = folder.join(name);
            if path
                .metadata()
                .is_ok_and(|about| about.is_file() && about.len() > limits.get(Limit::FileBytes))
            {
                return Err(Problem::new(path.display(), "over 1 GiB, which no model of static vectors is")
                    .hint("name the folder of a smaller model"));
            }
            let bytes = file_bytes(&path, &limits)
                .map_err(|problem| Problem::new(problem.place(), problem.reason()).hint(LAYOUT))?;
            // Names and lengths keep the files apart.
            hasher.update(name);
            hasher.update((bytes.len() as u64).to_le_bytes());
            hasher.update(&bytes);
            Ok(bytes)
        };
        let [config, tokenizer, tensors] = FILES;
        let (config, tokenizer, tensors) = (next(config)?, next(tokenizer)?, next(tensors)?);
        let sha256 = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let config = serde_json::from_slice(&config).map_err(|error| {
            Problem::new(folder.join(FILES[0]).display(), format!("no configuration of a model: {error}"))
                .hint(LAYOUT)
        })?;
        Ok(Folder { config, tokenizer, tensors, sha256 })
    }
}
