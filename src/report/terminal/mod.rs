//! Reports for a terminal: complete without colour, wrapped to any width, nothing cut.

mod changes;
mod doubts;
mod ladder;
mod layout;
mod letter;
mod overview;
mod waterfall;
mod zones;

pub use changes::changes;
pub use doubts::{doubts, tracks};
pub use ladder::ladder;
pub use layout::{Page, Piece};
pub use letter::{Detail, letter};
pub use overview::overview;
pub use waterfall::{waterfall, why_not};
pub use zones::zones;

use crate::source::Place;

/// `letter:line`, with the page where there is one.
fn place(letter: &str, spans: &[Place]) -> String {
    match spans.first() {
        Some(Place { line, page: Some(page), .. }) => format!("{letter}:{line} (page {page})"),
        Some(place) => format!("{letter}:{}", place.line),
        None => letter.to_owned(),
    }
}
