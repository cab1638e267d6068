//! Amounts of money, shares and counts: "$5.1 billion", "at least 20 percent", "32% of income".

use super::{Qualifier, QualifierKind, Value, push};
use crate::language::{Kind, Tokens};
use std::ops::Range;

/// A number with its unit.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Amount {
    /// The number, scales ("million") multiplied out.
    pub number: f64,
    /// Currency sign or code, `%`, or the counted noun.
    pub unit: String,
}

/// Finds amounts; years, sections and the like are none.
pub fn find(words: Tokens, content: Range<usize>, found: &mut Vec<Qualifier>) {
    let mut at = content.start;
    while at < content.end {
        match amount_at(words, at, content.end) {
            Some((amount, tokens)) => {
                at = tokens.end;
                push(words, found, QualifierKind::Amount, tokens, Some(Value::Amount(amount)));
            }
            None => at += 1,
        }
    }
}

fn amount_at(words: Tokens, at: usize, end: usize) -> Option<(Amount, Range<usize>)> {
    let currency = currency(words, at);
    let number_at = at + usize::from(currency.is_some());
    let mut number = number(words, number_at)?;
    let mut next = number_at + 1;
    while next < end
        && let Some(scale) = scale(words, next)
    {
        number *= scale;
        next += 1;
    }
    if let Some(unit) = currency {
        return Some((Amount { number, unit: unit.to_owned() }, at..next));
    }
    if next < end
        && (words.is_any(next, &["%", "percent"]) || words.is(next, "per") && words.is(next + 1, "cent"))
    {
        let width = if words.is(next, "per") { 2 } else { 1 };
        return Some((Amount { number, unit: "%".to_owned() }, at..next + width));
    }
    if next < end && words.is_any(next, &["dollars", "euros", "pounds", "dollar", "euro", "pound"]) {
        let unit = match words[next].folded.as_ref() {
            "dollars" | "dollar" => "$",
            "euros" | "euro" => "€",
            _ => "£",
        };
        return Some((Amount { number, unit: unit.to_owned() }, at..next + 1));
    }
    // A count of something: not a year, not the number of a section or resolution.
    let named = at > 0
        && (words.is_any(
            at - 1,
            &[
                "section",
                "article",
                "resolution",
                "no.",
                "no",
                "chapter",
                "phase",
                "paragraph",
                "title",
                "act",
                "convention",
                "of",
                "to",
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            ],
        ) || words[at - 1].capital());
    let plural = words.is_plural(next)
        || words.has(next, crate::lexicon::Class::ADJECTIVE) && words.is_plural(next + 1);
    let counted = next < end
        && plural
        && !is_date_word(words, next)
        && !words.is_any(next, &["days", "weeks", "months", "years", "hours"]);
    let year = (1500.0..2200.0).contains(&number) && words[number_at].text.len() == 4;
    (counted && !named && !year && number > 1.0).then(|| {
        let noun = if words.is_plural(next) { next } else { next + 1 };
        (Amount { number, unit: words[noun].folded.to_string() }, at..noun + 1)
    })
}

fn is_date_word(words: Tokens, at: usize) -> bool {
    words.has(at, crate::lexicon::Class::MONTH)
}

fn currency<'w>(words: Tokens<'_, 'w>, at: usize) -> Option<&'w str> {
    words.get(at).map(|token| token.text).filter(|text| matches!(*text, "$" | "€" | "£" | "¥" | "₹"))
}

fn number(words: Tokens, at: usize) -> Option<f64> {
    let token = words.get(at)?;
    if token.kind == Kind::Number {
        return token.text.replace(',', "").parse().ok();
    }
    if !token.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "280M"
    let digits = token.text.trim_end_matches(|c: char| c.is_alphabetic());
    let suffix = &token.text[digits.len()..];
    let scale = match suffix.to_ascii_lowercase().as_str() {
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "b" | "bn" => 1e9,
        _ => return None,
    };
    digits.replace(',', "").parse::<f64>().ok().map(|number| number * scale)
}

fn scale(words: Tokens, at: usize) -> Option<f64> {
    match words.get(at)?.folded.as_ref() {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "m" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        "trillion" => Some(1e12),
        _ => None,
    }
}
