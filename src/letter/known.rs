//! What somebody told us of a letter, which counts more than what was read out of it.

use super::{LetterDate, LetterKind};
use crate::problem::Problem;
use crate::source::FrontMatter;

/// What the corpus file or the head of a text says of a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, borsh::BorshSerialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Known {
    /// The date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Who writes.
    pub sender: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// Id of the letter that this document restates.
    pub restates: Option<String>,
    /// What kind of document it is.
    pub kind: Option<LetterKind>,
    /// The edition it is compared in.
    pub edition: Option<String>,
}

/// The keys of a head, as the corpus file has them.
const KEYS: [&str; 6] = ["date", "sender", "recipient", "restates", "kind", "edition"];

/// Keys that programs which make pages of Markdown read from the same head (Jekyll, Hugo, Pandoc). They say nothing to
/// us, and a text that holds them is in order.
const OTHERS: [&str; 30] = [
    "abstract",
    "aliases",
    "author",
    "authors",
    "bibliography",
    "categories",
    "category",
    "comments",
    "description",
    "draft",
    "excerpt",
    "fontsize",
    "geometry",
    "header",
    "id",
    "image",
    "keywords",
    "lang",
    "language",
    "lastmod",
    "layout",
    "permalink",
    "published",
    "slug",
    "subtitle",
    "summary",
    "tags",
    "title",
    "toc",
    "weight",
];

impl Known {
    /// Reads the head of a text; what cannot be read is told, and the rest counts.
    ///
    /// ```
    /// use demarche::{letter::Known, source::FrontMatter};
    /// let head = FrontMatter::find("---\ndate: 2024-05\nsendr: Us\n---\n").unwrap();
    /// let (known, problems) = Known::from_front_matter(&head, "a.md");
    /// assert_eq!(known.date.as_deref(), Some("2024-05"));
    /// assert_eq!(problems[0].place(), "a.md:3");
    /// assert_eq!(problems[0].way_out(), Some("did you mean sender?"));
    /// ```
    pub fn from_front_matter(head: &FrontMatter, place: &str) -> (Known, Vec<Problem>) {
        let mut known = Known::default();
        let mut problems = Vec::new();
        // A head that such a program reads may hold any key; only what looks like one of ours misspelt is told.
        let others = head.entries.iter().any(|entry| OTHERS.contains(&entry.key.to_lowercase().as_str()));
        for entry in &head.entries {
            let place = format!("{place}:{}", entry.line);
            let value = Some(entry.value.clone()).filter(|value| !value.is_empty());
            match entry.key.to_lowercase().as_str() {
                "date" => match value.as_deref().map(|date| (LetterDate::parse(day_of(date)), date)) {
                    Some((None, date)) => problems.push(
                        Problem::new(place, format!("\"{date}\" is no date"))
                            .hint("write it as YYYY, YYYY-MM or YYYY-MM-DD"),
                    ),
                    _ => known.date = value.as_deref().map(day_of).map(str::to_owned),
                },
                "sender" => known.sender = value,
                "recipient" => known.recipient = value,
                "restates" => known.restates = value,
                "edition" => known.edition = value,
                "kind" => match kind(value.as_deref()) {
                    Ok(kind) => known.kind = kind,
                    Err(problem) => problems.push(Problem::new(place, problem).hint(kinds())),
                },
                key if OTHERS.contains(&key) || others && nearest(key).is_none() => {}
                key => problems
                    .push(Problem::new(place, format!("no key is called {key}")).hint(suggestion(key))),
            }
        }
        (known, problems)
    }

    /// What is known here, and of the rest what is known there.
    #[must_use]
    pub fn or(self, other: Known) -> Known {
        Known {
            date: self.date.or(other.date),
            sender: self.sender.or(other.sender),
            recipient: self.recipient.or(other.recipient),
            restates: self.restates.or(other.restates),
            kind: self.kind.or(other.kind),
            edition: self.edition.or(other.edition),
        }
    }
}

/// The day of a date that tells the time as well: "2024-05-01T09:30:00+02:00", "2024-05-01 09:30".
fn day_of(date: &str) -> &str {
    match date.split_at_checked(10) {
        Some((day, rest)) if rest.starts_with(['T', 't', ' ']) => day,
        _ => date,
    }
}

fn kind(name: Option<&str>) -> Result<Option<LetterKind>, String> {
    let Some(name) = name else { return Ok(None) };
    let found = LetterKind::NAMES.iter().find(|(known, _)| *known == name.to_lowercase());
    found.map(|(_, kind)| Some(*kind)).ok_or_else(|| format!("no kind of letter is called {name}"))
}

fn kinds() -> String {
    format!("the kinds are {}", LetterKind::NAMES.map(|(name, _)| name).join(", "))
}

fn suggestion(key: &str) -> String {
    match nearest(key) {
        Some(known) => format!("did you mean {known}?"),
        None => format!("the keys are {}", KEYS.join(", ")),
    }
}

/// The key that a misspelt one is near.
fn nearest(key: &str) -> Option<&'static str> {
    let scored = KEYS.iter().map(|known| (strsim::normalized_levenshtein(key, known), *known));
    let best = scored.fold((0.0, ""), |best, next| if next.0 > best.0 { next } else { best });
    (best.0 > 0.6).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_page_generators_are_in_order() -> Result<(), &'static str> {
        let text =
            "---\ntitle: To the Board\nauthor: A\ndraft: false\ndate: 2024-05-01T09:30:00+02:00\n---\n";
        let head = FrontMatter::find(text).ok_or("no head")?;
        let (known, problems) = Known::from_front_matter(&head, "a.md");
        assert_eq!(known.date.as_deref(), Some("2024-05-01"));
        assert!(problems.is_empty(), "{problems:?}");
        Ok(())
    }
}
