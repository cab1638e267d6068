//! What a search found, for people.

use super::layout::{Page, Piece};
use super::overview::count;
use super::place;
use crate::corpus::{Hit, Nearness};
use crate::lineage::Report;
use crate::report::theme::Role;

/// Writes what was found, each demand with its place, its thread and how near it comes to the words.
pub fn hits(page: &mut Page, report: &Report, found: &[Hit]) {
    let (near, sure): (Vec<&Hit>, Vec<&Hit>) = found.iter().partition(|hit| hit.near_miss);
    let misses = if near.len() == 1 { "near miss" } else { "near misses" };
    let counts = format!("{}, {} {misses}", count(sure.len(), "demand"), near.len());
    page.flow("", 0, &[(Role::Title, &counts)]);
    for hit in found {
        page.gap();
        let at = place(&hit.letter.id, &hit.demand.spans);
        let name = match report.thread_of(&hit.demand.id) {
            _ if hit.near_miss => format!("near miss, sure {:.2}", hit.demand.confidence),
            Some(thread) => format!("{} {}", thread.id, thread.label),
            None => "in no thread".to_owned(),
        };
        let id = hit.demand.id.rsplit_once('#').map_or(String::new(), |(_, number)| format!(" #{number}"));
        page.edges(
            2,
            &[(Role::Source, &at), (Role::Dim, &id)],
            &[(if hit.near_miss { Role::Warning } else { Role::Dim }, &name)],
        );
        page.block(6, &[(Role::Plain, "“"), (Role::Plain, &hit.demand.text), (Role::Plain, "”")]);
        let nearness = nearness(hit);
        let pieces: Vec<Piece> = vec![(Role::Field, &nearness)];
        page.block(6, &pieces);
    }
}

fn nearness(hit: &Hit) -> String {
    let head = match hit.nearness {
        Nearness::Phrase => "these words",
        Nearness::Words => "all the words",
        Nearness::Forms => "all the words, some in another form",
        Nearness::Like => "words like these",
    };
    let otherwise = hit.otherwise.iter().map(|(asked, found)| format!("{asked} → {found}"));
    let missing = hit.missing.iter().map(|word| format!("without {word}"));
    let notes: Vec<String> = otherwise.chain(missing).collect();
    if notes.is_empty() { head.to_owned() } else { format!("{head}: {}", notes.join(", ")) }
}
