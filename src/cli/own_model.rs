//! The option that names the user's own embedding model. A folder of letters cannot name one: what is read from
//! elsewhere is for the user alone to say.

use crate::embedding::Model;
use crate::problem::Problem;
use clap::Args;
use std::path::PathBuf;
use std::sync::Arc;

/// The user's own model.
#[derive(Debug, Clone, Default, Args)]
pub struct OwnModel {
    /// Let the embedding model in DIR have a say in which demands are one
    ///
    /// A folder as Model2Vec saves it, fitted to pairs that you judged. Where this option is missing, the variable
    /// DEMARCHE_MODEL counts.
    #[cfg(feature = "embed")]
    #[arg(
        long = "model",
        value_name = "DIR",
        help_heading = "Reading",
        hide_short_help = true,
        env = "DEMARCHE_MODEL",
        hide_env = true
    )]
    folder: Option<PathBuf>,
}

impl OwnModel {
    /// Reads the model, where one is named.
    ///
    /// # Errors
    /// When it cannot be used, or was not fitted.
    pub fn open(&self) -> Result<Option<Arc<Model>>, Problem> {
        #[cfg(feature = "embed")]
        if let Some(folder) = &self.folder {
            return Model::open(folder).map(|model| Some(Arc::new(model)));
        }
        Ok(None)
    }

    /// The files that it consists of, which must not be written over.
    pub fn files(&self) -> Vec<PathBuf> {
        #[cfg(feature = "embed")]
        if let Some(folder) = &self.folder {
            use crate::embedding::{FILE, FILES};
            return FILES.iter().chain([&FILE]).map(|name| folder.join(name)).collect();
        }
        Vec::new()
    }
}

/// What is said of the option in a program that was built without it.
pub fn of_another_build(message: &clap::Error) -> Option<&'static str> {
    use clap::error::{ContextKind, ContextValue};
    let named = message.get(ContextKind::InvalidArg);
    let model = matches!(named, Some(ContextValue::String(name)) if name == "--model");
    (model && !cfg!(feature = "embed")).then_some(
        "hint: this demarche was built without models; build one with: cargo install --path . --features embed",
    )
}
