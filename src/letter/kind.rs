//! What kind of document a letter is.

use super::zones::{Division, Zone};
use crate::language::tokens;
use crate::lexicon::{Class, Lexicon};
use crate::source::Document;

/// Kinds of documents with asks.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// A letter: it greets or signs off.
    Letter,
    /// A release that tells of its sender in the third person.
    PressRelease,
    /// A letter with blanks for the names of those who will send it.
    FormLetter,
    /// Anything else that speaks for its senders.
    Statement,
    /// The resolution of a body, or a motion.
    Resolution,
}

impl LetterKind {
    /// Every kind, with the name that it has in the machine output.
    pub const NAMES: [(&'static str, LetterKind); 5] = [
        ("letter", LetterKind::Letter),
        ("press-release", LetterKind::PressRelease),
        ("form-letter", LetterKind::FormLetter),
        ("statement", LetterKind::Statement),
        ("resolution", LetterKind::Resolution),
    ];
}

/// Judges a document by its conventions.
pub fn of(document: &Document, division: &Division, lexicon: &Lexicon) -> LetterKind {
    let Division { zones, attached, folded } = division;
    let any = |test: &dyn Fn(&str) -> bool| folded.iter().any(|text| test(text));
    if any(&|text| is_resolved(text)) || any(&|text| opens_resolution(text)) {
        return LetterKind::Resolution;
    }
    if any(&is_blank_to_fill) {
        return LetterKind::FormLetter;
    }
    let hands_over = |text: &str| {
        text.len() < 300 && lexicon.conventions().handover.iter().any(|phrase| text.contains(phrase.as_str()))
    };
    // A label counts at the head of the page; further down it may be a footnote's.
    let head = document
        .blocks
        .iter()
        .zip(zones)
        .zip(folded)
        .filter(|((block, _), _)| block.text.as_str().contains(char::is_alphanumeric))
        .take(HEAD)
        .take_while(|((block, _), _)| block.text.as_str().split_whitespace().count() < PROSE)
        .any(|((_, zone), text)| *zone != Zone::Footnote && announces_release(text));
    if attached.is_some() || head || any(&hands_over) {
        return LetterKind::PressRelease;
    }
    let salutations = &lexicon.conventions().salutations;
    let greets = document.blocks.iter().zip(folded).any(|(block, text)| {
        block.text.as_str().len() < 400 && super::zones::is_salutation(text, salutations)
    });
    let signs = zones.contains(&Zone::Signature);
    if greets {
        LetterKind::Letter
    } else if tells_in_third_person(folded) || tells_of_its_letter(document, lexicon) {
        LetterKind::PressRelease
    } else if signs && folded.iter().any(|text| text.contains("letter")) {
        LetterKind::Letter
    } else {
        LetterKind::Statement
    }
}

/// How many blocks belong to the head of a page, where a label tells what it is.
const HEAD: usize = 30;

/// A block of so many words is text and no line of the head.
const PROSE: usize = 40;

/// Whether the text tells what its own letter asks: "The letter calls on …", "The letter also raises …".
fn tells_of_its_letter(document: &Document, lexicon: &Lexicon) -> bool {
    let opened = |text: &str| text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric()).starts_with('T');
    document.blocks.iter().filter(|block| opened(block.text.as_str())).any(|block| {
        let words = tokens(block.text.as_str(), lexicon);
        let Some(first) = words.first().filter(|first| first.is("the")) else { return false };
        let Some(letter) = (1..words.len().min(6)).find(|at| words[*at].is("letter")) else { return false };
        let verb = words[letter + 1..].iter().find(|token| !token.has(Class::ADVERB));
        first.capital()
            && verb.is_some_and(|verb| {
                verb.has(Class::THIRD) && verb.has(Class::PERFORMATIVE | Class::SPEECH) && !verb.capital()
            })
    })
}

fn is_resolved(text: &str) -> bool {
    let head = text.char_indices().nth(60).map_or(text, |(end, _)| &text[..end]);
    let head = head.trim_start_matches(|c: char| !c.is_alphabetic());
    ["resolved, that", "resolved that", "whereas, ", "whereas the "]
        .iter()
        .any(|opening| head.starts_with(opening))
        || head.contains("be it resolved")
        || head.contains("be it further resolved")
}

fn opens_resolution(text: &str) -> bool {
    let body = ["council", "assembly", "parliament", "committee", "commission", "conference", "congress"];
    let short = text.len() < 60 && text.starts_with("the ") && text.ends_with(',');
    (short && body.iter().any(|noun| text.contains(noun))) || text.starts_with("that this house ")
}

fn is_blank_to_fill(text: &str) -> bool {
    let blanks =
        ["[name]", "[your name]", "[your city]", "[insert name]", "[my name]", "[address]", "[your address]"];
    text.contains('[') && blanks.iter().any(|blank| text.contains(blank))
}

fn announces_release(text: &str) -> bool {
    text.len() < 200
        && ["for immediate release", "press release", "news release", "media release", "press statement"]
            .iter()
            .any(|label| text.starts_with(label) || text.ends_with(label))
}

/// Whether the first paragraphs tell what an officeholder did "today".
fn tells_in_third_person(folded: &[String]) -> bool {
    let titles =
        ["sen.", "sens.", "senator", "senators", "rep.", "reps.", "congressman", "congresswoman", "governor"];
    folded.iter().take(4).any(|text| {
        titles.iter().any(|title| text.contains(title))
            && [
                " today ",
                "issued",
                "released",
                " urged ",
                " called ",
                " calls ",
                " calling ",
                " sent ",
                " wrote ",
                "announced",
                " said ",
                " joined ",
            ]
            .iter()
            .any(|act| text.contains(act))
    })
}
