//! Harder or softer, aspect by aspect, with the words that prove it.
//!
//! Each rule compares two stances in one aspect and gives evidence with a direction; the label of a change follows
//! from the directions alone:
//!
//! - both directions: mixed; only stronger: strengthened; only softer: softened;
//! - no direction, but another addressee, target, instrument or object: shifted;
//! - none of these: kept where the words are nearly the same, else reworded.

use super::stance::{Said, Stance};
use crate::text::fold;
use std::collections::BTreeMap;

/// In what respect a demand changed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum AspectOfChange {
    /// How hard it is asked, and how much.
    Strength,
    /// How soon.
    Urgency,
    /// What it hangs on, or what hangs on it.
    Condition,
    /// How wide.
    Scope,
    /// Under which law or measure.
    Instrument,
    /// How much.
    Amount,
    /// Until when.
    Deadline,
    /// Of whom, and by which way.
    Addressee,
    /// Against whom.
    Target,
    /// About what.
    Object,
}

/// Which way.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Harder.
    Stronger,
    /// Softer.
    Softer,
    /// Neither.
    Other,
}

/// A difference in one aspect with the words of both sides.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Evidence {
    /// The aspect.
    pub aspect: AspectOfChange,
    /// The earlier words; none where the aspect was not spoken of.
    pub before: Option<String>,
    /// The later words.
    pub after: Option<String>,
    /// Which way.
    pub direction: Direction,
    /// The demand that holds the earlier words.
    pub before_demand: Option<String>,
    /// The demand that holds the later words.
    pub after_demand: Option<String>,
}

/// How a demand changed from one edition to the next.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The same in nearly the same words.
    Kept,
    /// The same in other words.
    Reworded,
    /// Harder.
    Strengthened,
    /// Softer.
    Softened,
    /// Harder in one aspect, softer in another.
    Mixed,
    /// Another addressee, target, instrument or object, without a direction.
    Shifted,
    /// One demand became several.
    Split,
    /// Several became one.
    Merged,
    /// Not asked before.
    New,
    /// Asked in an earlier edition, not in the last.
    Returned,
    /// Left out by the sender who asked it.
    Dropped,
    /// Not held by the letter of another sender.
    NotCarried,
}

impl Label {
    /// All of them with their names in the machine output, in the order they are shown.
    pub const ALL: [(&str, Label); 12] = [
        ("strengthened", Label::Strengthened),
        ("softened", Label::Softened),
        ("mixed", Label::Mixed),
        ("shifted", Label::Shifted),
        ("split", Label::Split),
        ("merged", Label::Merged),
        ("reworded", Label::Reworded),
        ("kept", Label::Kept),
        ("returned", Label::Returned),
        ("new", Label::New),
        ("dropped", Label::Dropped),
        ("not-carried", Label::NotCarried),
    ];
}

/// What differs between two stances.
pub fn evidence(before: &Stance, after: &Stance) -> Vec<Evidence> {
    let mut found = Vec::new();
    strength(before, after, &mut found);
    added_and_removed(
        AspectOfChange::Urgency,
        &before.urgency,
        &after.urgency,
        Direction::Stronger,
        &mut found,
    );
    conditions(before, after, &mut found);
    scope(before, after, &mut found);
    instruments(before, after, &mut found);
    amounts(before, after, &mut found);
    deadlines(before, after, &mut found);
    swapped(AspectOfChange::Addressee, before.addressee.as_ref(), after.addressee.as_ref(), &mut found);
    route(before, after, &mut found);
    swapped(AspectOfChange::Target, before.target.as_ref(), after.target.as_ref(), &mut found);
    swapped(AspectOfChange::Object, before.object.as_ref(), after.object.as_ref(), &mut found);
    found
}

/// The label that follows from the evidence; `alike` tells whether the words are nearly the same.
pub fn label(evidence: &[Evidence], alike: impl FnOnce() -> bool) -> Label {
    let any = |direction: Direction| evidence.iter().any(|piece| piece.direction == direction);
    let swapped = evidence.iter().any(|piece| {
        piece.before.is_some()
            && piece.after.is_some()
            && matches!(
                piece.aspect,
                AspectOfChange::Target | AspectOfChange::Instrument | AspectOfChange::Object
            )
    });
    match (any(Direction::Stronger), any(Direction::Softer)) {
        (true, true) => Label::Mixed,
        (true, false) => Label::Strengthened,
        (false, true) => Label::Softened,
        _ if alike() => Label::Kept,
        _ if swapped => Label::Shifted,
        _ => Label::Reworded,
    }
}

fn piece(
    aspect: AspectOfChange,
    before: Option<&Said>,
    after: Option<&Said>,
    direction: Direction,
) -> Evidence {
    Evidence {
        aspect,
        before: before.map(|said| said.text.clone()),
        after: after.map(|said| said.text.clone()),
        direction,
        before_demand: before.map(|said| said.demand.clone()),
        after_demand: after.map(|said| said.demand.clone()),
    }
}

fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Stronger => Direction::Softer,
        Direction::Softer => Direction::Stronger,
        Direction::Other => Direction::Other,
    }
}

/// A harder or softer verb of asking.
fn strength(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    let direction = match after.level.0.cmp(&before.level.0) {
        std::cmp::Ordering::Greater => Direction::Stronger,
        std::cmp::Ordering::Less => Direction::Softer,
        std::cmp::Ordering::Equal => return,
    };
    found.push(piece(AspectOfChange::Strength, Some(&before.level.1), Some(&after.level.1), direction));
}

/// Whether one is spoken of at all is what counts; which words of a kind are used is not.
fn added_and_removed(
    aspect: AspectOfChange,
    before: &BTreeMap<String, Said>,
    after: &BTreeMap<String, Said>,
    added: Direction,
    found: &mut Vec<Evidence>,
) {
    match (before.values().next(), after.values().next()) {
        (None, Some(said)) => found.push(piece(aspect, None, Some(said), added)),
        (Some(said), None) => found.push(piece(aspect, Some(said), None, opposite(added))),
        _ => {}
    }
}

/// A condition put on the other side makes an ask harder: release as a condition of any deal. A condition that
/// gives way to "unconditional" does so as well, and one that takes its place makes it softer.
fn conditions(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    let (had, has) = (longest(&before.conditions), longest(&after.conditions));
    let (was_free, is_free) = (before.unconditional.values().next(), after.unconditional.values().next());
    match (had, has) {
        (None, Some(said)) if was_free.is_some() => {
            found.push(piece(AspectOfChange::Condition, was_free, Some(said), Direction::Softer))
        }
        (None, Some(said)) => {
            found.push(piece(AspectOfChange::Condition, None, Some(said), Direction::Stronger))
        }
        (Some(said), None) if is_free.is_some() => {
            found.push(piece(AspectOfChange::Condition, Some(said), is_free, Direction::Stronger))
        }
        (Some(said), None) => {
            found.push(piece(AspectOfChange::Condition, Some(said), None, Direction::Softer))
        }
        (Some(one), Some(other)) if fold(&one.text) != fold(&other.text) => {
            found.push(piece(AspectOfChange::Condition, Some(one), Some(other), Direction::Other))
        }
        (None, None) => match (was_free, is_free) {
            (None, Some(said)) => {
                found.push(piece(AspectOfChange::Condition, None, Some(said), Direction::Stronger))
            }
            (Some(said), None) => {
                found.push(piece(AspectOfChange::Condition, Some(said), None, Direction::Softer))
            }
            _ => {}
        },
        _ => {}
    }
}

/// The words that say most.
fn longest(said: &BTreeMap<String, Said>) -> Option<&Said> {
    said.values().rev().max_by_key(|said| said.text.len())
}

/// Wider or narrower by a word for how many; a way out ("or similar measures") narrows.
fn scope(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    let direction = match after.reach.0.cmp(&before.reach.0) {
        std::cmp::Ordering::Greater => Some(Direction::Stronger),
        std::cmp::Ordering::Less => Some(Direction::Softer),
        std::cmp::Ordering::Equal => None,
    };
    if let Some(direction) = direction {
        found.push(piece(AspectOfChange::Scope, before.reach.1.as_ref(), after.reach.1.as_ref(), direction));
    }
    added_and_removed(AspectOfChange::Scope, &before.hedges, &after.hedges, Direction::Softer, found);
}

/// A named instrument is harder than none; another one is another.
fn instruments(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    let same = before
        .instruments
        .keys()
        .any(|one| after.instruments.keys().any(|other| holds(one, other) || holds(other, one)));
    match (before.instruments.values().next(), after.instruments.values().next()) {
        (Some(one), Some(other)) if !same => {
            found.push(piece(AspectOfChange::Instrument, Some(one), Some(other), Direction::Other))
        }
        (Some(_), Some(_)) => {}
        _ => added_and_removed(
            AspectOfChange::Instrument,
            &before.instruments,
            &after.instruments,
            Direction::Stronger,
            found,
        ),
    }
}

/// Whether all words of one name stand in another.
fn holds(name: &str, other: &str) -> bool {
    other.split(' ').all(|word| name.split(' ').any(|known| known == word))
}

fn amounts(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    for (unit, (number, said)) in &before.amounts {
        match after.amounts.get(unit) {
            Some((later, other)) if later > number => {
                found.push(piece(AspectOfChange::Amount, Some(said), Some(other), Direction::Stronger))
            }
            Some((later, other)) if later < number => {
                found.push(piece(AspectOfChange::Amount, Some(said), Some(other), Direction::Softer))
            }
            Some(_) => {}
            None => found.push(piece(AspectOfChange::Amount, Some(said), None, Direction::Softer)),
        }
    }
    for (unit, (_, said)) in &after.amounts {
        if !before.amounts.contains_key(unit) {
            found.push(piece(AspectOfChange::Amount, None, Some(said), Direction::Stronger));
        }
    }
}

/// A deadline is harder than none. Which of two dates presses more depends on when each letter was written: that is
/// left to the reader.
fn deadlines(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    match (before.deadlines.iter().next(), after.deadlines.iter().next()) {
        (Some((one, said)), Some((other, later))) if one != other => {
            found.push(piece(AspectOfChange::Deadline, Some(said), Some(later), Direction::Other))
        }
        (Some(_), Some(_)) => {}
        _ => added_and_removed(
            AspectOfChange::Deadline,
            &before.deadlines,
            &after.deadlines,
            Direction::Stronger,
            found,
        ),
    }
}

/// Other words for a party or thing.
fn swapped(aspect: AspectOfChange, before: Option<&Said>, after: Option<&Said>, found: &mut Vec<Evidence>) {
    let key = |said: Option<&Said>| said.map(|said| fold(&said.text).trim_start_matches("the ").to_owned());
    if key(before) != key(after) {
        found.push(piece(aspect, before, after, Direction::Other));
    }
}

/// The way by which it is asked, where there is one.
fn route(before: &Stance, after: &Stance, found: &mut Vec<Evidence>) {
    let way = |stance: &Stance| stance.route.iter().map(|said| fold(&said.text)).collect::<Vec<_>>();
    if way(before) != way(after) && (!before.route.is_empty() || !after.route.is_empty()) {
        found.push(piece(
            AspectOfChange::Addressee,
            before.route.first(),
            after.route.first(),
            Direction::Other,
        ));
    }
}
