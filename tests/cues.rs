//! The language of asking, family by family: sentences that ask and look-alikes that do not.
//!
//! Each file under `tests/cues/` holds one family. A case is a sentence in a letter that says nothing else,
//! with the asks that English says are in it; words in square brackets may or may not be part of what is
//! found. A case that is not yet understood is named under `known_failures` with the reason, and the test
//! fails as soon as such a case begins to pass, so that the list stays honest.

use demarche::demand::{self, Demand};
use demarche::letter::{Known, Letter};
use demarche::lexicon::Lexicon;
use demarche::source::Document;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    case: Vec<Case>,
    #[serde(default)]
    known_failures: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    /// The words that are tried; they stand for `{text}` in the letter.
    #[serde(default)]
    text: String,
    /// A letter of its own, where the surroundings matter.
    letter: Option<String>,
    /// One of the letters in [`frame`].
    frame: Option<String>,
    /// What is asked, in reading order.
    asks: Vec<String>,
    /// What may be found as well.
    #[serde(default)]
    may: Vec<String>,
    /// "reply" where an answer is wanted, not an act.
    kind: Option<String>,
    /// The action that all asks name, base form.
    action: Option<String>,
    /// Of whom all are asked, as the slot says it.
    addressee: Option<String>,
    /// Whether all ask that something be left.
    negated: Option<bool>,
    /// Why it asks, or does not.
    #[allow(dead_code, reason = "for the reader of the file")]
    why: String,
}

/// Letters around a sentence.
fn frame(name: &str) -> Option<&'static str> {
    Some(match name {
        "letter" => "4 May 2011\n\nDear Sir or Madam,\n\n{text}\n\nYours sincerely,\n\nAda Quill",
        "release" => {
            "FOR IMMEDIATE RELEASE\n\n4 May 2011\n\n# Senator Dana Holloway Writes to Washington\n\n{text}\n\n###"
        }
        "statement" => "# Statement of the Harbour Coalition\n\n{text}",
        "resolution" => "The City Council of Ashby,\n\nWhereas, the river belongs to all;\n\n{text}",
        _ => return None,
    })
}

impl Case {
    fn page(&self) -> Option<String> {
        let around = match (&self.letter, &self.frame) {
            (Some(letter), _) => letter.as_str(),
            (None, Some(name)) => frame(name)?,
            (None, None) => frame("letter")?,
        };
        Some(around.replace("{text}", self.text.trim()))
    }

    /// What is wrong with what was found, if anything.
    fn fault(&self) -> Option<String> {
        let Some(page) = self.page() else { return Some("no such frame".to_owned()) };
        let lexicon = Lexicon::builtin();
        let letter = Letter::read("case", Document::from_text(&page), &Known::default(), lexicon);
        let found = demand::extract(&letter, lexicon).demands;
        let texts: Vec<&str> = found.iter().map(|demand| demand.text.as_str()).collect();
        let mut left: Vec<&Demand> =
            found.iter().filter(|demand| !self.may.iter().any(|may| fits(may, &demand.text))).collect();
        for ask in &self.asks {
            let Some(at) = left.iter().position(|demand| fits(ask, &demand.text)) else {
                return Some(format!("not found: {ask:?}; found {texts:?}"));
            };
            let demand = left.remove(at);
            let kind = format!("{:?}", demand.kind).to_lowercase();
            let wanted = self.kind.as_deref().unwrap_or("demand");
            if kind != wanted {
                return Some(format!("a {kind}, not a {wanted}: {:?}", demand.text));
            }
            if self.action.is_some() && self.action.as_deref() != demand.action.as_deref() {
                return Some(format!("its action is {:?}: {:?}", demand.action, demand.text));
            }
            if self.negated.is_some_and(|negated| negated != demand.negated) {
                return Some(format!("negated: {}: {:?}", demand.negated, demand.text));
            }
            if self.addressee.is_some() && self.addressee != demand.addressee {
                return Some(format!("asked of {:?}: {:?}", demand.addressee, demand.text));
            }
        }
        (!left.is_empty()).then(|| {
            let texts: Vec<&str> = left.iter().map(|demand| demand.text.as_str()).collect();
            format!("asks nothing of the kind: {texts:?}")
        })
    }
}

fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\u{2019}', '\''], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a finding says what is expected: all its words in order, those in brackets or not.
fn fits(expected: &str, found: &str) -> bool {
    let mut wanted: Vec<(String, bool)> = Vec::new();
    for part in expected.split_inclusive(['[', ']']) {
        let optional = part.ends_with(']');
        wanted.extend(words(part).into_iter().map(|word| (word, optional)));
    }
    reads(&wanted, &words(found))
}

fn reads(wanted: &[(String, bool)], found: &[String]) -> bool {
    let Some(((word, optional), rest)) = wanted.split_first() else { return found.is_empty() };
    found.split_first().is_some_and(|(first, left)| first == word && reads(rest, left))
        || *optional && reads(rest, found)
}

fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cues").join(format!("{name}.toml"));
    let text = fs::read_to_string(&path).unwrap_or_default();
    let read: Result<Family, _> = toml::from_str(&text);
    assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
    let Ok(family) = read else { return };
    let asking = family.case.iter().filter(|case| !case.asks.is_empty()).count();
    let mut wrong = Vec::new();
    for (at, case) in family.case.iter().enumerate() {
        if family.case[..at].iter().any(|other| other.id == case.id) {
            wrong.push(format!("{}: the name is given twice", case.id));
        }
        match (case.fault(), family.known_failures.get(&case.id)) {
            (Some(fault), None) => wrong.push(format!("{}: {fault}", case.id)),
            (None, Some(_)) => wrong.push(format!("{}: is understood now, no known failure", case.id)),
            _ => {}
        }
    }
    for id in family.known_failures.keys() {
        if !family.case.iter().any(|case| case.id == *id) {
            wrong.push(format!("{id}: a known failure without a case"));
        }
    }
    if asking < 10 || family.case.len() - asking < 10 {
        wrong.push("a family needs ten sentences that ask and ten that do not".to_owned());
    }
    assert!(wrong.is_empty(), "{name}: {} of {}\n{}", wrong.len(), family.case.len(), wrong.join("\n"));
}

macro_rules! families {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { check(stringify!($name)); })*

        /// A file that no test reads would be a promise nobody keeps.
        #[test]
        fn every_file_is_read() {
            let known = [$(stringify!($name)),*];
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cues");
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
                assert!(known.contains(&stem), "{} is not tested", path.display());
            }
        }
    };
}

families!(
    performative,
    modal,
    impersonal,
    hope,
    wish,
    imperative,
    noun_phrase,
    question,
    resolution,
    condition,
    list,
    reported,
    everyday,
    negation,
    layout,
    campaigns
);
