//! Two wordings: one below the other, woven into one, or beside each other; with the sentences around them.

use super::changes::find;
use super::context::around;
use super::layout::{Page, Piece};
use super::place;
use crate::demand::Demand;
use crate::letter::Letter;
use crate::lexicon::Lexicon;
use crate::lineage::{Change, Op, Report, SHOWN_WHOLE, Words};
use crate::report::theme::Role;
use crate::text::fold;

/// How words that changed are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Marks {
    /// By brackets and colour, where the two wordings are like enough to be woven into one.
    #[default]
    Auto,
    /// By colour alone, always woven.
    Colour,
    /// By brackets, always woven.
    Brackets,
    /// Not at all: both wordings as they stand.
    None,
}

/// How wordings are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wordings<'l> {
    /// How words that changed are marked.
    pub marks: Marks,
    /// Beside each other, where the page is wide enough.
    pub beside: bool,
    /// The sentences around each.
    pub context: Option<Context<'l>>,
}

/// Where the sentences around a quote come from, and how many are shown.
#[derive(Debug, Clone, Copy)]
pub struct Context<'l> {
    /// The letters with their texts.
    pub letters: &'l [Letter],
    /// What tells where sentences end.
    pub lexicon: &'l Lexicon,
    /// One for the sentence of the quote; each more adds one before and one after it.
    pub sentences: usize,
}

type Pieces = Vec<(Role, String)>;

/// A demand with its letter's name.
type InLetter<'r> = (&'r str, &'r Demand);

impl Wordings<'_> {
    /// Writes what a change was before and after.
    pub(super) fn write(&self, page: &mut Page, report: &Report, change: &Change) {
        if self.beside && page.is_wide() {
            return self.beside(page, report, change);
        }
        if !self.are_woven(change) {
            self.list(page, report, &change.before, "- ", Role::Removed);
            self.list(page, report, &change.after, "+ ", Role::Added);
            return;
        }
        let pieces = self.runs(&change.words, None);
        page.flow("    ", 4, &borrowed(&pieces));
        let places: Vec<String> =
            firsts(report, change).map(|(letter, demand)| place(letter, &demand.spans)).collect();
        page.flow("    ", 4, &[(Role::Source, &places.join(" → "))]);
        for (letter, demand) in firsts(report, change) {
            self.around(page, letter, demand);
        }
        self.list(page, report, change.before.get(1..).unwrap_or_default(), "- ", Role::Removed);
        self.list(page, report, change.after.get(1..).unwrap_or_default(), "+ ", Role::Added);
    }

    fn are_woven(&self, change: &Change) -> bool {
        match self.marks {
            Marks::Auto => change.likeness.is_some_and(|likeness| likeness >= SHOWN_WHOLE),
            Marks::Colour | Marks::Brackets => change.likeness.is_some(),
            Marks::None => false,
        }
    }

    /// Wordings as they stand, each with its place; what stands in several places in the same words is shown once.
    pub(super) fn list(&self, page: &mut Page, report: &Report, ids: &[String], mark: &str, role: Role) {
        for (text, found) in said(report, ids) {
            let places = places(&found);
            page.flow(
                &format!("    {mark}"),
                6,
                &[(role, text), (Role::Plain, "  "), (Role::Source, &places)],
            );
            for (letter, demand) in found {
                self.around(page, letter, demand);
            }
        }
    }

    /// Earlier wordings at the left, later ones at the right; below each other, pairs of the first, second and so on.
    fn beside(&self, page: &mut Page, report: &Report, change: &Change) {
        let woven = self.are_woven(change);
        let side = |ids: &[String], role: Role, skip: Op| -> Vec<Pieces> {
            let mut cells: Vec<Pieces> = Vec::new();
            for (text, found) in said(report, ids) {
                let first = cells.is_empty();
                let mut pieces = if woven && first {
                    self.runs(&change.words, Some(skip))
                } else {
                    vec![(role, text.to_owned())]
                };
                pieces.push((Role::Plain, "  ".to_owned()));
                pieces.push((Role::Source, places(&found)));
                cells.push(pieces);
            }
            cells
        };
        let left = side(&change.before, Role::Removed, Op::Insert);
        let right = side(&change.after, Role::Added, Op::Delete);
        for number in 0..left.len().max(right.len()) {
            let [left, right] = [&left, &right].map(|cells| cells.get(number).map_or(&[][..], Vec::as_slice));
            page.columns(4, &borrowed(left), &borrowed(right));
        }
        for (letter, demand) in change.before.iter().chain(&change.after).filter_map(|id| find(report, id)) {
            self.around(page, letter, demand);
        }
    }

    /// Runs of words, those that changed marked; `skip` leaves out what only the other side has.
    fn runs(&self, words: &[Words], skip: Option<Op>) -> Pieces {
        let brackets = self.marks != Marks::Colour;
        let mut pieces: Pieces = Vec::new();
        for run in words.iter().filter(|run| skip != Some(run.op)) {
            let (open, close, role) = match run.op {
                Op::Equal => ("", "", Role::Kept),
                Op::Delete if brackets => ("[-", "-]", Role::Removed),
                Op::Insert if brackets => ("{+", "+}", Role::Added),
                Op::Delete => ("", "", Role::Removed),
                Op::Insert => ("", "", Role::Added),
            };
            let body = run.text.trim();
            let before = run.text.len() - run.text.trim_start().len();
            let after = run.text.len() - run.text.trim_end().len();
            let blank = |length: usize| if length > 0 { " " } else { "" };
            if body.is_empty() {
                pieces.push((Role::Kept, " ".to_owned()));
                continue;
            }
            pieces.push((Role::Kept, blank(before).to_owned()));
            pieces.push((role, format!("{open}{body}{close}")));
            pieces.push((Role::Kept, blank(after).to_owned()));
        }
        pieces
    }

    /// The sentences around a quote, where they were asked for.
    fn around(&self, page: &mut Page, letter: &str, demand: &Demand) {
        let Some(context) = self.context else { return };
        let Some(letter) = context.letters.iter().find(|known| known.id == letter) else { return };
        let pieces = around(letter, demand, context.sentences, context.lexicon);
        let pieces: Vec<Piece> = borrowed(&pieces);
        page.flow("      > ", 8, &pieces);
    }
}

fn borrowed(pieces: &[(Role, String)]) -> Vec<Piece<'_>> {
    pieces.iter().map(|(role, text)| (*role, text.as_str())).collect()
}

fn places(found: &[InLetter]) -> String {
    let places: Vec<String> = found.iter().map(|(letter, demand)| place(letter, &demand.spans)).collect();
    places.join(" and ")
}

/// The main demand of either side.
fn firsts<'r>(report: &'r Report, change: &'r Change) -> impl Iterator<Item = InLetter<'r>> {
    change.before.iter().take(1).chain(change.after.iter().take(1)).filter_map(|id| find(report, id))
}

/// Wordings with everything that is said in them, each once.
fn said<'r>(report: &'r Report, ids: &[String]) -> Vec<(&'r str, Vec<InLetter<'r>>)> {
    let mut said: Vec<(&str, Vec<InLetter>)> = Vec::new();
    for found in ids.iter().filter_map(|id| find(report, id)) {
        let text = found.1.text.as_str();
        match said.iter_mut().find(|(known, _)| fold(known) == fold(text)) {
            Some((_, all)) => all.push(found),
            None => said.push((text, vec![found])),
        }
    }
    said
}
