//! What a model counts: two numbers, fitted on pairs that its user judged, in a file beside the model's own.

use super::Counted;
use crate::problem::Problem;
use crate::toml_file::{broken, wrong};
use serde::Deserialize;
use std::path::Path;

/// The name of the file.
pub const FILE: &str = "demarche-weight.toml";

/// What a model counts in the score of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighing {
    /// What a unit of likeness adds to the log odds.
    pub weight: f64,
    /// The likeness that speaks neither for a match nor against it.
    pub middle: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    weight: f64,
    middle: f64,
    sha256: String,
}

impl Weighing {
    /// No model counts more: all other aspects together add 13 at most.
    pub const MOST: f64 = 20.0;

    /// Reads what the model of a folder counts, whose files have this hash.
    ///
    /// # Errors
    /// When nothing was fitted for the model, what was fitted was for another, or it is no number that can be.
    pub fn read(folder: &Path, sha256: &str) -> Result<Weighing, Problem> {
        let path = folder.join(FILE);
        let place = path.display().to_string();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let reason = "no such file: what this model counts was never fitted, and no likeness means the same in \
                              two models";
                return Err(Problem::new(place, reason).hint(fitting(folder)));
            }
            Err(error) => return Err(Problem::unreadable(&path, &error)),
        };
        let file: File = toml::from_str(&text).map_err(|error| broken(&place, &text, &error))?;
        if file.sha256 != sha256 {
            let reason = format!("fitted for another model: the files of this one have the SHA-256 {sha256}");
            return Err(wrong(&place, &text, &["sha256"], reason).hint(fitting(folder)));
        }
        let within = |key: &str, value: f64, least: f64, most: f64| match (least..=most).contains(&value) {
            true => Ok(value),
            false => Err(wrong(&place, &text, &[key], format!("a number from {least} to {most} is needed"))
                .hint(fitting(folder))),
        };
        Ok(Weighing {
            weight: within("weight", file.weight, 0.0, Self::MOST)?,
            middle: within("middle", file.middle, -1.0, 1.0)?,
        })
    }

    /// The text of the file.
    pub fn written(&self, sha256: &str) -> String {
        format!(
            "# What this model counts in the score of a pair: weight times what the likeness exceeds the middle by.\n\
             # Fitted beside the weights of demarche {}; fit it again when they change.\n\
             weight = {:?}\nmiddle = {:?}\nsha256 = \"{sha256}\"\n",
            env!("CARGO_PKG_VERSION"),
            self.weight,
            self.middle
        )
    }

    /// What a likeness counts; a likeness that cannot be told counts nothing.
    pub fn counted(&self, likeness: Option<f64>) -> Counted {
        Counted { value: likeness.map_or(0.0, |likeness| likeness - self.middle), weight: self.weight }
    }
}

/// How to fit a model.
fn fitting(folder: &Path) -> String {
    format!(
        "fit it on pairs you judged: cargo run --release --features embed --example fit -- --model {} PAIRS.tsv",
        folder.display()
    )
}
