//! Letters that a page sets as quotations: they are its text, not quotations in it.

use super::zones::{Zone, is_salutation, words_of};
use crate::lexicon::Lexicon;
use crate::source::Format;
use std::ops::Range;

/// A quotation of so many words behind a greeting is a letter.
const LETTER: usize = 60;

/// Under an answer of so many words hangs the mail that it answers.
const ANSWER: usize = 25;

/// Makes a letter that is set as a quotation the text: one that greets somebody, or one that is most of the page.
pub(super) fn unquote(zones: &mut [Zone], folded: &[String], format: Format, lexicon: &Lexicon) {
    let of = |wanted: Zone| zones.iter().zip(folded).filter(move |(zone, _)| **zone == wanted);
    let own = || of(Zone::Body).map(|(_, text)| words_of(text)).sum::<usize>();
    if format == Format::Email && own() >= ANSWER {
        return;
    }
    let length = |wanted: Zone| -> usize { of(wanted).map(|(_, text)| text.len()).sum() };
    let most = length(Zone::Quotation) > 2 * (length(Zone::Body) + length(Zone::List));
    let letter = if most { Some(0..zones.len()) } else { greets(zones, folded, lexicon) };
    for zone in &mut zones[letter.unwrap_or(0..0)] {
        if *zone == Zone::Quotation {
            *zone = Zone::Body;
        }
    }
}

/// The quotation that greets somebody and is long enough to be a letter.
fn greets(zones: &[Zone], folded: &[String], lexicon: &Lexicon) -> Option<Range<usize>> {
    let salutations = &lexicon.conventions().salutations;
    let quoted = |at: usize| matches!(zones[at], Zone::Quotation | Zone::List);
    let greeting = (0..zones.len())
        .find(|at| zones[*at] == Zone::Quotation && is_salutation(&folded[*at], salutations))?;
    let start = (0..greeting).rev().take_while(|at| quoted(*at)).last().unwrap_or(greeting);
    let end = (greeting..zones.len()).find(|at| !quoted(*at)).unwrap_or(zones.len());
    let words: usize = (greeting..end).map(|at| words_of(&folded[at])).sum();
    (words >= LETTER).then_some(start..end)
}
