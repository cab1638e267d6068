//! Sixth floor: reports. Every renderer reads the same values and decides nothing.

mod archive;
pub mod brief;
mod dossier;
mod escape;
pub mod html;
pub mod json;
mod palette;
mod picture;
mod prose;
mod qdpx;
pub mod quotes;
#[cfg(feature = "png")]
mod raster;
pub mod sheets;
mod standing;
mod templates;
pub mod terminal;
mod theme;
pub mod timeline;

pub use archive::part;
pub use dossier::Dossier;
pub use escape::{markdown, markup, visible};
pub use palette::{Look, Palette, Role};
pub use picture::svg;
pub use qdpx::qdpx;
#[cfg(feature = "png")]
pub use raster::{Raster, raster};
pub use standing::{Standing, Standings};
pub use theme::{Theme, ascii, sanitized};

/// The name of a variant as people read it: the one in the machine output, its hyphens as blanks.
pub(crate) fn label<T: serde::Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name.replace('-', " "),
        _ => String::new(),
    }
}
