//! Parts that cards and changes share: a wording with its source, a word diff, an aspect, a waterfall.

use super::anchors::Anchors;
use crate::demand::Force;
use crate::lineage::{Change, Direction, Evidence, Match, Op, Report, SHOWN_WHOLE};
use crate::matching::logistic;
use crate::report::{label, prose};
use serde::Serialize;

/// A wording with its source.
#[derive(Debug, Serialize)]
pub struct Wording {
    /// The words as written.
    pub quote: String,
    /// The letter's id.
    pub letter: String,
    /// The letter's date.
    pub date: String,
    /// The letter's sender.
    pub sender: String,
    /// Page or line.
    pub place: String,
    /// The demand in its letter.
    pub anchor: String,
    /// How hard it is asked, in words.
    pub asks: String,
    /// Said in passing.
    pub in_passing: bool,
    /// Of whom it is asked, and by which way.
    pub asked_of: String,
    /// Where else it is said again.
    pub again: Vec<Again>,
}

/// The same ask, said again.
#[derive(Debug, Serialize)]
pub struct Again {
    /// Its words, where they differ.
    pub quote: Option<String>,
    /// The letter's id.
    pub letter: String,
    /// Page or line.
    pub place: String,
    /// The demand in its letter.
    pub anchor: String,
}

/// A demand as a wording.
pub fn wording(report: &Report, anchors: &Anchors, id: &str) -> Option<Wording> {
    let (letter, demand) = report.demand(id)?;
    let way: Vec<&str> = demand
        .addressee
        .iter()
        .map(String::as_str)
        .chain(demand.chain.iter().map(String::as_str))
        .chain(demand.actor.as_deref())
        .collect();
    Some(Wording {
        quote: demand.text.clone(),
        letter: letter.id.clone(),
        date: prose::date(letter),
        sender: letter.sender.clone().unwrap_or_else(|| "sender not named".to_owned()),
        place: prose::place(&demand.spans),
        anchor: anchors.demand(id),
        asks: format!("{} · {} of 6", demand.strength.verb, demand.strength.level),
        in_passing: demand.force == Force::Implicit,
        asked_of: way.join(" → "),
        again: Vec::new(),
    })
}

/// Several demands as wordings, those that say another of them again put under it.
pub fn wordings(report: &Report, anchors: &Anchors, ids: &[String]) -> Vec<Wording> {
    let repeats = |id: &String| {
        let original = report.demand(id).and_then(|(_, demand)| demand.restates.clone())?;
        (ids.contains(&original) && original != *id).then_some(original)
    };
    let mut found: Vec<(String, Wording)> = Vec::new();
    for id in ids.iter().filter(|id| repeats(id).is_none()) {
        found.extend(wording(report, anchors, id).map(|wording| (id.clone(), wording)));
    }
    for id in ids {
        let (Some(original), Some(own)) = (repeats(id), wording(report, anchors, id)) else { continue };
        match found.iter_mut().find(|(known, _)| *known == original) {
            Some((_, first)) => {
                let same = crate::text::fold(&first.quote) == crate::text::fold(&own.quote);
                first.again.push(Again {
                    quote: (!same).then_some(own.quote),
                    letter: own.letter,
                    place: own.place,
                    anchor: own.anchor,
                });
            }
            // What repeats a repetition stands by itself.
            None => found.push((id.clone(), own)),
        }
    }
    found.into_iter().map(|(_, wording)| wording).collect()
}

/// A run of words of a diff.
#[derive(Debug, Serialize)]
pub struct Run {
    /// `equal`, `delete` or `insert`.
    pub op: &'static str,
    /// The words without the blanks around them.
    pub text: String,
    /// A blank before.
    pub before: bool,
    /// A blank after.
    pub after: bool,
}

/// The word diff of a change; none where the wordings are too unlike for one.
pub fn diff(change: &Change) -> Option<Vec<Run>> {
    if change.likeness.is_none_or(|likeness| likeness < SHOWN_WHOLE) {
        return None;
    }
    let run = |words: &crate::lineage::Words| Run {
        op: match words.op {
            Op::Equal => "equal",
            Op::Delete => "delete",
            Op::Insert => "insert",
        },
        text: words.text.trim().to_owned(),
        before: words.text.starts_with(char::is_whitespace),
        after: words.text.ends_with(char::is_whitespace),
    };
    Some(change.words.iter().map(run).collect())
}

/// One aspect of a change.
#[derive(Debug, Serialize)]
pub struct Aspect {
    /// Its name.
    pub name: String,
    /// The earlier words.
    pub before: Option<String>,
    /// The later words.
    pub after: Option<String>,
    /// `stronger`, `softer` or `other`.
    pub class: &'static str,
    /// The direction, with its sign.
    pub direction: &'static str,
}

/// Evidence as rows.
pub fn aspects(evidence: &[Evidence]) -> Vec<Aspect> {
    let row = |piece: &Evidence| {
        let (class, direction) = match piece.direction {
            Direction::Stronger => ("stronger", "▲ harder"),
            Direction::Softer => ("softer", "▽ softer"),
            Direction::Other => ("other", "◇ other"),
        };
        Aspect {
            name: label(piece.aspect),
            before: piece.before.clone(),
            after: piece.after.clone(),
            class,
            direction,
        }
    };
    evidence.iter().map(row).collect()
}

/// How a match's score adds up.
#[derive(Debug, Serialize)]
pub struct Waterfall {
    /// The score.
    pub score: String,
    /// Whether the pair by itself counts as a match.
    pub matches: bool,
    /// Things both name.
    pub shared: String,
    /// The parts.
    pub parts: Vec<Step>,
}

/// A part of a score.
#[derive(Debug, Serialize)]
pub struct Step {
    /// The aspect compared.
    pub name: String,
    /// What the comparison found.
    pub value: String,
    /// What one unit of it counts.
    pub weight: String,
    /// What it adds.
    pub adds: String,
    /// The score with all parts so far.
    pub so_far: String,
    /// Where its bar begins, on a scale of 0 to 120 with nothing at 60.
    pub from: String,
    /// How long its bar is.
    pub length: String,
    /// It speaks against the match.
    pub against: bool,
}

/// Log odds at either end of the bars' scale.
const SCALE: f64 = 6.0;

/// A match as a waterfall.
pub fn waterfall(found: &Match) -> Waterfall {
    let mut sum = 0.0_f64;
    let mut parts = Vec::new();
    for part in &found.score.parts {
        let adds = part.value * part.weight;
        let x = |odds: f64| 60.0 + odds.clamp(-SCALE, SCALE) * 60.0 / SCALE;
        let (start, end) = (x(sum), x(sum + adds));
        sum += adds;
        // An aspect that adds nothing says nothing.
        if adds.abs() < 0.005 {
            continue;
        }
        parts.push(Step {
            name: part.name.replace('-', " "),
            value: format!("{:.2}", part.value),
            weight: format!("{:+.2}", part.weight),
            adds: format!("{adds:+.2}"),
            so_far: format!("{:.2}", logistic(sum)),
            from: format!("{:.1}", start.min(end)),
            length: format!("{:.1}", (end - start).abs().max(0.5)),
            against: adds < 0.0,
        });
    }
    Waterfall {
        score: format!("{:.2}", found.score.score),
        matches: found.score.matches,
        shared: found.score.shared.join(", "),
        parts,
    }
}
