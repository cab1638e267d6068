//! The brief: one to three pages that an analyst can hand in, every statement with its quote and the quote's place.

mod build;
mod docx;
mod model;
mod sentences;

pub use build::brief;
pub use docx::docx;
pub use model::{Brief, Group, Note, Piece, Row, Section, Sign, Table};

use super::templates;
use crate::problem::Problem;

/// The brief in Markdown.
///
/// # Errors
/// When a template of the user's asks for what is not there.
pub fn markdown(brief: &Brief, template: Option<&str>) -> Result<String, Problem> {
    let mut text = filled(brief, "brief.md", template.unwrap_or(include_str!("templates/brief.md")))?;
    // Where a part is empty, the blank lines around it remain.
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    Ok(text)
}

/// The brief as a page.
///
/// # Errors
/// When a template of the user's asks for what is not there.
pub fn html(brief: &Brief, template: Option<&str>) -> Result<String, Problem> {
    filled(brief, "brief.html", template.unwrap_or(include_str!("templates/brief.html")))
}

fn filled(brief: &Brief, name: &str, template: &str) -> Result<String, Problem> {
    templates::fill(&templates::environment(&[(name, template)])?, name, brief)
}
