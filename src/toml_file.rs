//! Files that people write by hand: what is wrong in them is shown where it stands.

use crate::problem::{Problem, nearest};
use crate::text::Span;
use toml::de::{DeTable, DeValue};

/// A file that could not be read as what it should be.
pub(crate) fn broken(place: &str, text: &str, error: &toml::de::Error) -> Problem {
    let (reason, hint) = explained(error.message());
    let problem = match error.span() {
        Some(span) => Problem::in_text(place, text, Span::new(span.start, span.end), reason),
        None => Problem::new(place, reason),
    };
    match hint {
        Some(hint) => problem.hint(hint),
        None => problem,
    }
}

/// A value that is of the right type and still wrong, by the keys that lead to it.
pub(crate) fn wrong(place: &str, text: &str, keys: &[&str], reason: impl Into<String>) -> Problem {
    match find(text, keys) {
        Some(span) => Problem::in_text(place, text, span, reason),
        None => Problem::new(place, reason),
    }
}

/// A name that stands for nothing, by the keys that lead to it, itself the last.
pub(crate) fn unknown(place: &str, text: &str, keys: &[&str], reason: impl Into<String>) -> Problem {
    match places(text, keys) {
        Some((name, _)) => Problem::in_text(place, text, name, reason),
        None => Problem::new(place, reason),
    }
}

/// Where a value stands.
fn find(text: &str, keys: &[&str]) -> Option<Span> {
    places(text, keys).map(|(_, value)| value)
}

/// Where a key and its value stand.
fn places(text: &str, keys: &[&str]) -> Option<(Span, Span)> {
    let (last, tables) = keys.split_last()?;
    let root = DeTable::parse(text).ok()?;
    let mut table = root.get_ref();
    for key in tables {
        let (_, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
        let DeValue::Table(inner) = value.get_ref() else { return None };
        table = inner;
    }
    let (name, value) = table.iter().find(|(name, _)| name.get_ref() == last)?;
    let (name, value) = (name.span(), value.span());
    Some((Span::new(name.start, name.end), Span::new(value.start, value.end)))
}

/// What the reader of the format says of names it does not know, in our words, with the way out.
fn explained(message: &str) -> (String, Option<String>) {
    if let Some((_, expected)) = message.rsplit_once(", expected ")
        && message.starts_with("invalid ")
    {
        return (needed(expected), None);
    }
    let mut quoted = message.split('`').skip(1).step_by(2);
    let kind = [("unknown field `", "key"), ("unknown variant `", "value")]
        .into_iter()
        .find_map(|(head, kind)| message.starts_with(head).then_some(kind));
    let (Some(kind), Some(name)) = (kind, quoted.next()) else { return (message.to_owned(), None) };
    let known: Vec<&str> = quoted.collect();
    let hint = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("the {kind}s here are {}", known.join(", ")),
    };
    (format!("no {kind} is called {name}"), Some(hint))
}

/// What the reader of the format calls a type, in words of those who write such files.
fn needed(expected: &str) -> String {
    let what = match expected {
        "a string" | "path string" => "a text between quotation marks",
        "a boolean" => "true or false",
        "a sequence" => "a list between square brackets",
        "a map" => "a table",
        _ if expected.starts_with(['u', 'i', 'f']) => "a number",
        _ if expected.starts_with("struct") => "a table",
        other => other,
    };
    format!("{what} is needed here")
}
