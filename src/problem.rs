//! What went wrong, where, why, and what to do about it.

use crate::text::Span;
use std::fmt;
use std::path::Path;

/// A failure a person can act on: place, reason and, where there is one, the way out.
///
/// ```
/// use demarche::Problem;
/// let problem = Problem::new("letters/a.txt", "the file holds no text").hint("was it a scan?");
/// assert_eq!(problem.to_string(), "letters/a.txt: the file holds no text\nhint: was it a scan?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    place: String,
    reason: String,
    hint: Option<String>,
    // Few problems have one, and results are handed on by value.
    excerpt: Option<Box<Excerpt>>,
}

/// The line of a file that a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number, from 1.
    pub line: usize,
    /// What stands on it before the part that is wrong.
    pub before: String,
    /// The part that is wrong; empty where something is missing.
    pub wrong: String,
    /// What stands behind it.
    pub after: String,
}

impl Excerpt {
    /// The line on which a span of a text begins.
    fn of(text: &str, span: Span) -> Option<Excerpt> {
        let head = text.get(..span.start)?;
        let start = head.rfind('\n').map_or(0, |at| at + 1);
        let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
        let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
        let stop = span.end.clamp(span.start, end);
        Some(Excerpt {
            line: 1 + head.matches('\n').count(),
            before: part(start, span.start).to_owned(),
            wrong: part(span.start, stop).to_owned(),
            after: part(stop, end).trim_end_matches('\r').to_owned(),
        })
    }
}

impl Problem {
    /// A failure at a place: a file, a file and line, an option.
    pub fn new(place: impl fmt::Display, reason: impl Into<String>) -> Self {
        Problem { place: place.to_string(), reason: reason.into(), hint: None, excerpt: None }
    }

    /// A failure at some words of a text file, which are shown with their line.
    ///
    /// ```
    /// use demarche::{Problem, text::Span};
    /// let problem = Problem::in_text("words.toml", "[names]\nX = 3\n", Span::new(12, 13), "a list is needed");
    /// assert_eq!(problem.place(), "words.toml:2");
    /// assert_eq!(problem.excerpt().map(|line| line.wrong.as_str()), Some("3"));
    /// ```
    pub fn in_text(place: impl fmt::Display, text: &str, span: Span, reason: impl Into<String>) -> Self {
        let excerpt = Excerpt::of(text, span);
        let place = match &excerpt {
            Some(excerpt) => format!("{place}:{}", excerpt.line),
            None => place.to_string(),
        };
        Problem { excerpt: excerpt.map(Box::new), ..Problem::new(place, reason) }
    }

    /// A file that could not be opened or read.
    pub fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
            _ => error.to_string(),
        };
        Problem::new(path.display(), reason)
    }

    /// What to do about it, where that is known.
    pub fn way_out(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// Adds the way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Where it happened.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Why it happened.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The line it is about, where it is about one.
    pub fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_deref()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)?;
        match &self.hint {
            Some(hint) => write!(f, "\nhint: {hint}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}

/// Names at least this alike may have been meant.
const NEAR: f64 = 0.5;

/// The name that was probably meant by one that nothing has.
///
/// ```
/// use demarche::problem::nearest;
/// assert_eq!(nearest("sendr", ["date", "sender"]), Some("sender"));
/// assert_eq!(nearest("colour", ["date", "sender"]), None);
/// ```
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let name = name.to_lowercase();
    let likeness = |other: &str| strsim::normalized_damerau_levenshtein(&name, &other.to_lowercase());
    let best = known.into_iter().map(|other| (likeness(other), other));
    // Of two that are as near, the first in the order of names.
    let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    best.filter(|(likeness, _)| *likeness >= NEAR).map(|(_, other)| other)
}
