//! A match, part by part.

use super::layout::Page;
use crate::embedding::ModelUsed;
use crate::matching::{EMBEDDING, Part, Score, THRESHOLD, logistic};
use crate::report::prose;
use crate::report::theme::Role;

/// Writes two demands and how their score adds up.
pub fn waterfall(page: &mut Page, a: &str, b: &str, score: &Score) {
    page.gap();
    page.flow("a  ", 3, &[(Role::Removed, a)]);
    page.flow("b  ", 3, &[(Role::Added, b)]);
    page.gap();
    let verdict = if score.matches { "one demand" } else { "two demands" };
    let value = format!("{:.2}", score.score);
    page.line(&[(Role::Title, verdict), (Role::Plain, "  "), (Role::Title, &value)]);
    if !score.shared.is_empty() {
        page.flow("both name   ", 12, &[(Role::Plain, &score.shared.join(", "))]);
    }
    page.gap();
    let narrow = page.width < WIDE;
    let head = if narrow {
        "aspect            adds  so far"
    } else {
        "aspect           value   weight   adds  so far"
    };
    page.line(&[(Role::Dim, head)]);
    let mut sum = 0.0;
    for part in &score.parts {
        sum += share(part);
        let role = if share(part) < 0.0 { Role::Removed } else { Role::Added };
        let bar = bar(share(part));
        let (name, value, weight) = (&part.name, part.value, part.weight);
        let (adds, so_far) = (share(part), logistic(sum));
        if narrow {
            page.line(&[(Role::Plain, &format!("{name:<15} {adds:>+6.2} {so_far:>7.2}"))]);
            page.line(&[(Role::Dim, &format!("  {value:.2} × {weight:.2}  ")), (role, &bar)]);
        } else {
            let row = format!("{name:<15} {value:>6.2} {weight:>8.2} {adds:>+6.2} {so_far:>7.2}  ");
            page.line(&[(Role::Plain, &row), (role, &bar)]);
        }
    }
}

/// Writes what else is to be said of a pair.
pub fn remark(page: &mut Page, told: &str) {
    page.gap();
    page.flow("", 0, &[(Role::Plain, told)]);
}

/// Writes which of the user's own models had a say, where one had.
pub fn model(page: &mut Page, used: Option<&ModelUsed>) {
    if let Some(text) = prose::model(used) {
        page.gap();
        page.flow("", 0, &[(Role::Dim, &text)]);
    }
}

/// Writes what keeps a pair from the other verdict.
pub fn why_not(page: &mut Page, score: &Score) {
    // The distance to the threshold, in the units in which the parts add up.
    let odds = score.parts.iter().map(share).sum::<f64>() - (THRESHOLD / (1.0 - THRESHOLD)).ln();
    page.gap();
    let towards = if score.matches { "to be two demands" } else { "to be one demand" };
    let text = format!("{towards}, {:.2} would have to change; the largest parts:", odds.abs());
    page.flow("", 0, &[(Role::Plain, &text)]);
    // What a user's own model could add at most, the part does not tell.
    let known = |part: &&Part| part.name != "bias" && (score.matches || part.name != EMBEDDING);
    let mut parts: Vec<&Part> = score.parts.iter().filter(|part| part.weight > 0.0).filter(known).collect();
    // For a match: what it rests on. Else: what it lacks most.
    let room = |part: &Part| if score.matches { share(part) } else { part.weight * (1.0 - part.value) };
    parts.sort_by(|a, b| room(b).total_cmp(&room(a)).then_with(|| a.name.cmp(&b.name)));
    for part in parts.iter().take(3).filter(|part| room(part) > 0.0) {
        let enough = room(part) >= odds.abs();
        let text = format!(
            "{} is {:.2}; {} {:.2}{}",
            part.name,
            part.value,
            if score.matches { "without it the score loses" } else { "at 1.00 the score would gain" },
            room(part),
            if enough { ", which is enough" } else { "" }
        );
        page.flow("  - ", 4, &[(Role::Plain, &text)]);
    }
}

fn share(part: &Part) -> f64 {
    // Nothing times a negative weight would show as "-0.00".
    part.value * part.weight + 0.0
}

/// Columns that a row with the longest bar fills; where there are fewer, a part takes two lines.
const WIDE: usize = 68;

/// A bar of one mark for every quarter of a unit, at most twenty.
fn bar(share: f64) -> String {
    let marks = ((share.abs() * 4.0).round() as usize).min(20);
    if share < 0.0 { "-".repeat(marks) } else { "+".repeat(marks) }
}
