//! What exactly changed: the verdict of each aspect, with the words that prove it.

use crate::REPORT;
use demarche::lineage::{AspectOfChange as Aspect, Change, Direction, Label};

/// The change between two editions whose later demand holds some words.
fn change(from: &str, to: &str, words: &str) -> &'static Change {
    let transition = REPORT
        .transitions
        .iter()
        .find(|transition| transition.from.as_str() == from && transition.to.as_str() == to)
        .unwrap();
    let holds = |id: &String| {
        REPORT
            .letters
            .iter()
            .find_map(|letter| letter.demand(id))
            .is_some_and(|demand| demand.text.contains(words))
    };
    transition.changes.iter().find(|change| change.after.iter().any(holds)).unwrap()
}

/// Whether a change has evidence of an aspect, with these words on either side ("" for none).
fn shows(change: &Change, aspect: Aspect, direction: Direction, before: &str, after: &str) {
    let side = |said: &Option<String>, words: &str| match said {
        Some(said) => !words.is_empty() && said.contains(words),
        None => words.is_empty(),
    };
    let found = change.evidence.iter().any(|piece| {
        piece.aspect == aspect
            && piece.direction == direction
            && side(&piece.before, before)
            && side(&piece.after, after)
    });
    assert!(found, "no {aspect:?} {direction:?} {before:?} → {after:?} among {:#?}", change.evidence);
}

#[test]
fn release_loses_urgency_and_scope_and_gains_a_condition() {
    let change = change("2021", "2024", "must be a prerequisite");
    assert_eq!(change.label, Label::Mixed);
    shows(change, Aspect::Urgency, Direction::Softer, "immediately", "");
    shows(change, Aspect::Scope, Direction::Softer, "all", "");
    shows(change, Aspect::Condition, Direction::Stronger, "", "prerequisite");
    shows(change, Aspect::Scope, Direction::Softer, "", "or at least");
    shows(change, Aspect::Object, Direction::Other, "prisoners of war", "political prisoners");
}

#[test]
fn release_becomes_unconditional() {
    let change = change("2024", "2025", "unconditional release");
    assert_eq!(change.label, Label::Strengthened);
    shows(change, Aspect::Condition, Direction::Stronger, "prerequisite", "unconditional");
    shows(change, Aspect::Urgency, Direction::Stronger, "", "immediate");
    shows(change, Aspect::Scope, Direction::Stronger, "", "all");
}

#[test]
fn release_goes_a_shorter_way() {
    let change = change("2020", "2021", "releases all its prisoners of war");
    shows(change, Aspect::Strength, Direction::Stronger, "ask", "urge");
    shows(change, Aspect::Addressee, Direction::Other, "Senator", "State Department");
    shows(change, Aspect::Addressee, Direction::Other, "President", "Azerbaijan");
    assert!(change.evidence.iter().all(|piece| piece.aspect != Aspect::Urgency), "immediate is kept");
}

#[test]
fn sanctions_lose_their_instrument_and_target() {
    let change = change("2021", "2024", "impose sanctions against those responsible");
    assert_eq!(change.label, Label::Mixed);
    shows(change, Aspect::Instrument, Direction::Softer, "Global Magnitsky", "");
    shows(change, Aspect::Urgency, Direction::Stronger, "", "urgently");
    shows(change, Aspect::Strength, Direction::Softer, "urge", "should");
    shows(change, Aspect::Target, Direction::Other, "state officials", "those");
}

#[test]
fn sanctions_get_their_instrument_back() {
    let change = change("2024", "2025", "impose sanctions under");
    assert_eq!(change.label, Label::Strengthened);
    shows(change, Aspect::Instrument, Direction::Stronger, "", "Global Magnitsky");
    shows(change, Aspect::Strength, Direction::Stronger, "should", "urge");
    shows(change, Aspect::Target, Direction::Other, "those", "officials");
}

#[test]
fn return_becomes_a_belief() {
    let change = change("2024", "2025", "fundamental right of return");
    assert_eq!(change.label, Label::Softened);
    shows(change, Aspect::Strength, Direction::Softer, "urge", "believe");
}

#[test]
fn the_release_repeats_the_list_and_leaves_the_question_out() {
    use demarche::lineage::Fate;
    let [audit] = REPORT.restatements.as_slice() else { panic!("{:?}", REPORT.restatements) };
    let count = |fate: Fate| audit.demands.iter().filter(|restated| restated.fate == fate).count();
    assert_eq!(count(Fate::Verbatim), 6, "{audit:#?}");
    let omitted: Vec<_> = audit.demands.iter().filter(|restated| restated.fate == Fate::Omitted).collect();
    let left_out = |words: &str| {
        omitted.iter().filter_map(|restated| restated.original.as_ref()).any(|id| {
            REPORT
                .letters
                .iter()
                .find_map(|letter| letter.demand(id))
                .is_some_and(|demand| demand.text.contains(words))
        })
    };
    assert!(left_out("military and security aid"), "{omitted:#?}");
    assert!(audit.disagreements.iter().any(|words| words.contains("19") && words.contains("18")));
}
