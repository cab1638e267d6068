//! Dates in text and in file names, normalized.

use crate::language::{Kind, Token};
use std::ops::Range;

/// A calendar date known to the day, the month or the year.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[schemars(with = "String")]
pub struct LetterDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl LetterDate {
    /// A date that exists, known to the day, the month or the year.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        let checked = jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        let plausible = (1600..=2200).contains(&checked.year()) && (month.is_some() || day.is_none());
        plausible.then_some(LetterDate { year, month, day })
    }

    /// Reads `2021`, `2021-06` or `2021-06-14`.
    ///
    /// ```
    /// use demarche::letter::LetterDate;
    /// assert_eq!(LetterDate::parse("2021-06").map(|date| date.to_string()), Some("2021-06".into()));
    /// assert_eq!(LetterDate::parse("2021-06-31"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split('-');
        let year = fields.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let mut field =
            || fields.next().map(|field| if field.len() == 2 { field.parse().ok() } else { None });
        let (month, day) = (field(), field());
        match (month, day, fields.next()) {
            (None, None, None) => Self::new(year, None, None),
            (Some(month), None, None) => Self::new(year, Some(month?), None),
            (Some(month), Some(day), None) => Self::new(year, Some(month?), Some(day?)),
            _ => None,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Whether the day is known.
    pub fn to_the_day(self) -> bool {
        self.day.is_some()
    }

    /// The date at the start of a file's name: `2024-04-04_us-senate`, `2020_anca`, `20240404-x`.
    pub fn from_name(name: &str) -> Option<Self> {
        let head: String =
            name.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '_' | '.')).collect();
        let fields: Vec<&str> = head.split(['-', '_', '.']).filter(|field| !field.is_empty()).collect();
        match fields.as_slice() {
            [year, month, day, ..] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
                Self::parse(&format!("{year}-{month}-{day}"))
            }
            [year, month, ..] if year.len() == 4 && month.len() == 2 => {
                Self::parse(&format!("{year}-{month}"))
            }
            [whole, ..] if whole.len() == 8 => {
                Self::parse(&format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]))
            }
            [year, ..] if year.len() == 4 => Self::parse(year),
            _ => None,
        }
    }
}

impl serde::Serialize for LetterDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::fmt::Display for LetterDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTHS_WHOLE: [&str; 12] = [
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
];

fn month(token: &Token) -> Option<i8> {
    let name = token.folded.trim_end_matches('.');
    let at = MONTHS_WHOLE
        .iter()
        .position(|month| *month == name)
        .or_else(|| MONTHS.iter().position(|month| *month == name || (name == "sept" && *month == "sep")))?;
    (token.capital()).then_some(at as i8 + 1)
}

fn year(token: &Token) -> Option<i16> {
    (token.kind == Kind::Number && token.text.len() == 4).then(|| token.text.parse().ok()).flatten()
}

/// A day of the month: `4`, `14th`.
fn day(token: &Token) -> Option<i8> {
    let digits = token.folded.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&token.folded[digits.len()..], "" | "st" | "nd" | "rd" | "th");
    let value: i8 = if ordinal && digits.len() <= 2 { digits.parse().ok()? } else { return None };
    (1..=31).contains(&value).then_some(value)
}

/// The first date in some tokens, with the tokens that give it; dates to the day come before others.
pub fn find(tokens: &[Token]) -> Option<(LetterDate, Range<usize>)> {
    let all: Vec<_> = (0..tokens.len()).filter_map(|at| date_at(tokens, at)).collect();
    all.iter().find(|(date, _)| date.to_the_day()).or_else(|| all.first()).cloned()
}

/// A date that begins with the token at `at`.
pub fn date_at(tokens: &[Token], at: usize) -> Option<(LetterDate, Range<usize>)> {
    let token = |offset: usize| tokens.get(at + offset);
    let skip = |offset: usize| {
        offset + usize::from(token(offset).is_some_and(|t| t.is(",") || t.is(".") || t.is("of")))
    };
    let first = token(0)?;
    if let Some(date) = LetterDate::parse(&first.folded).filter(|date| date.month.is_some()) {
        return Some((date, at..at + 1));
    }
    if let Some(month) = month(first) {
        // April 4, 2024 · September 30,2014 · June 2021
        let next = skip(1);
        if let Some((day, year)) = token(next).and_then(joined_day_year) {
            return LetterDate::new(year, Some(month), Some(day)).map(|date| (date, at..at + next + 1));
        }
        if let Some(day) = token(next).and_then(day) {
            let after = skip(next + 1);
            let year = token(after).and_then(year)?;
            return LetterDate::new(year, Some(month), Some(day)).map(|date| (date, at..at + after + 1));
        }
        let year = token(next).and_then(year)?;
        return LetterDate::new(year, Some(month), None).map(|date| (date, at..at + next + 1));
    }
    if let Some(day) = day(first) {
        // 14 June 2021 · 14th of June, 2021 · the 14th day of June 2021
        let day_word = usize::from(token(1).is_some_and(|t| t.is("day")));
        let next = skip(1 + day_word);
        if let Some(month) = token(next).and_then(month) {
            let after = skip(next + 1);
            let year = token(after).and_then(year)?;
            return LetterDate::new(year, Some(month), Some(day)).map(|date| (date, at..at + after + 1));
        }
    }
    slashed(tokens, at)
}

/// `30,2014` where the space is missing.
fn joined_day_year(token: &Token) -> Option<(i8, i16)> {
    let (day, year) = token.text.split_once(',')?;
    (day.len() <= 2 && year.len() == 4).then(|| Some((day.parse().ok()?, year.parse().ok()?))).flatten()
}

/// `11/18/2005`, `18.11.2005`: only where the order of day and month is certain.
fn slashed(tokens: &[Token], at: usize) -> Option<(LetterDate, Range<usize>)> {
    let token = |offset: usize| tokens.get(at + offset);
    let separator = token(1).filter(|t| t.is("/"))?;
    if !token(3)?.is(&separator.folded) {
        return None;
    }
    let (a, b, year) = (token(0).and_then(day)?, token(2).and_then(day)?, token(4).and_then(year)?);
    let (month, day) = match (a, b) {
        (a, b) if a > 12 => (b, a),
        (a, b) if b > 12 || a == b => (a, b),
        _ => return None,
    };
    LetterDate::new(year, Some(month), Some(day)).map(|date| (date, at..at + 5))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{language::tokens, lexicon::Lexicon};

    #[test]
    fn dates_as_letters_write_them() {
        for (text, date) in [
            ("14 June 2021", "2021-06-14"),
            ("April 4, 2024", "2024-04-04"),
            ("Friday  December 1  2006", "2006-12-01"),
            ("Sept. 19, 2023", "2023-09-19"),
            ("the 14th day of June, 2021", "2021-06-14"),
            ("September 30,2014", "2014-09-30"),
            ("June 2021", "2021-06"),
            ("11/18/2005", "2005-11-18"),
            ("2025-04-11", "2025-04-11"),
        ] {
            let tokens = tokens(text, Lexicon::builtin());
            assert_eq!(find(&tokens).map(|(date, _)| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in ["04/11/2025", "may 12", "Resolution 1706"] {
            let tokens = tokens(text, Lexicon::builtin());
            assert_eq!(find(&tokens), None, "{text}");
        }
    }

    #[test]
    fn dates_in_file_names() {
        for (name, date) in
            [("2020_anca", "2020"), ("2021-06-15_release", "2021-06-15"), ("20240404 x", "2024-04-04")]
        {
            assert_eq!(LetterDate::from_name(name).map(|date| date.to_string()).as_deref(), Some(date));
        }
        assert_eq!(LetterDate::from_name("letter 2020"), None);
    }
}
