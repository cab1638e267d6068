//! Reports for a terminal: complete without colour, wrapped to any width, nothing cut.

mod changes;
mod context;
mod doubts;
mod hits;
mod in_short;
mod ladder;
mod layout;
mod letter;
mod lines;
mod links;
mod overview;
mod statistics;
mod surroundings;
mod thread;
mod waterfall;
mod wordings;
mod wrap;
mod zones;

pub use changes::changes;
pub use doubts::{doubts, tracks};
pub use hits::hits;
pub use in_short::{notes, stat, summary};
pub use ladder::ladder;
pub use layout::{Page, Piece, Signs};
pub use letter::{Detail, letter};
pub use lines::lines;
pub use links::Links;
pub use overview::{overview, senders};
pub use statistics::statistics;
pub use surroundings::surroundings;
pub use thread::thread;
pub use waterfall::{model, remark, waterfall, why_not};
pub use wordings::{Context, Marks, Wordings};
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
