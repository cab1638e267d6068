//! Second floor: a [`Document`] becomes a [`Letter`]: who writes to whom and
//! when, and what each part of the page is.

mod dates;
mod discussion;
mod kind;
mod known;
mod parties;
mod quoted_letter;
mod sender;
mod signatories;
mod zones;

pub use dates::{LetterDate, date_at};
pub use kind::LetterKind;
pub use known::Known;
pub use signatories::Signatory;
pub use zones::{Zone, ZoneSpan};

use crate::lexicon::Lexicon;
use crate::source::{Document, Party};

/// Where a letter's date was found.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum DateSource {
    /// The letter's own head.
    Header,
    /// The file's name.
    Filename,
    /// The corpus file or the file's front matter.
    FrontMatter,
    /// The command line.
    Option,
}

/// A letter: any document with asks, read and divided.
#[derive(Debug, Clone, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Letter {
    /// The file's name without its ending.
    pub id: String,
    /// The file, as it was named.
    pub path: String,
    /// The sub-folder it lies in; letters are compared within their series only.
    pub series: Option<String>,
    /// The text and its blocks.
    pub document: Document,
    /// What kind of document it is.
    pub kind: LetterKind,
    /// When it was written.
    pub date: Option<LetterDate>,
    /// Where the date was found.
    pub date_source: Option<DateSource>,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Who writes.
    pub sender: Option<String>,
    /// To whom.
    pub recipient: Option<String>,
    /// Id of the letter that this document restates, where the user said so.
    pub restates: Option<String>,
    /// The edition it belongs to, where the user said so.
    pub edition: Option<String>,
    /// The zone of each block of the document.
    pub zones: Vec<Zone>,
    /// Index of the first block of a letter that a press release carries.
    pub attached: Option<usize>,
    /// Who signed.
    pub signatories: Vec<Signatory>,
    /// Folded words by which the text may speak of its own sender in the third person.
    pub own_names: Vec<String>,
    /// The language it is written in, where that is surely not English.
    pub foreign: Option<String>,
    /// What the reader should know of this letter.
    pub warnings: Vec<String>,
}

impl Letter {
    /// Reads a document as a letter; `name` is its file's name without the ending.
    ///
    /// ```
    /// use demarche::{letter::{Known, Letter}, lexicon::Lexicon, source::Document};
    /// let document = Document::from_text("4 April 2024\n\nDear Minister,\n\nPlease act.\n\nSincerely,\n\nAda Lovelace");
    /// let letter = Letter::read("petition", document, &Known::default(), Lexicon::builtin());
    /// assert_eq!(letter.date.map(|date| date.to_string()).as_deref(), Some("2024-04-04"));
    /// assert_eq!(letter.signatories[0].name, "Ada Lovelace");
    /// ```
    pub fn read(name: &str, document: Document, known: &Known, lexicon: &Lexicon) -> Letter {
        let division = zones::divide(&document, lexicon);
        let kind = known.kind.unwrap_or_else(|| kind::of(&document, &division, lexicon));
        let zones::Division { zones, attached, folded } = division;
        let signatories = signatories::read(&document, &zones, lexicon);
        let parties = parties::read(&document, &folded, &zones, attached, &signatories, lexicon);
        let (date, date_source) = match known.date.as_deref().and_then(LetterDate::parse) {
            Some(date) => (Some(date), Some(DateSource::FrontMatter)),
            None => find_date(name, &document, &zones, attached, lexicon),
        };
        let sender = told(&known.sender, document.envelope.sender.as_ref(), parties.sender);
        let recipient = told(&known.recipient, document.envelope.recipient.as_ref(), parties.recipient);
        let title = parties.title.or_else(|| document.envelope.title.clone());
        let own_names = parties::own_names(
            sender.as_deref(),
            &signatories,
            &parties.subject,
            recipient.as_deref(),
            lexicon,
        );
        let foreign = crate::language::foreign(&document.text, lexicon);
        let mut warnings = document.warnings.clone();
        if let Some(language) = &foreign {
            warnings.push(format!(
                "it reads as {language}; only English is understood, so no demands were looked for (give an \
                 English translation)"
            ));
        }
        Letter {
            foreign,
            id: name.to_owned(),
            path: name.to_owned(),
            series: None,
            kind,
            date,
            date_source,
            title,
            sender,
            recipient,
            restates: known.restates.clone(),
            edition: known.edition.clone(),
            zones,
            attached,
            signatories,
            own_names,
            warnings,
            document,
        }
    }

    /// The zones as ranges that cover the whole text, each character in exactly one.
    pub fn zone_spans(&self) -> Vec<ZoneSpan> {
        zones::spans(&self.document, &self.zones, self.attached)
    }

    /// Whether a folded word is part of a name of the senders.
    pub fn is_own_name(&self, folded: &str) -> bool {
        self.own_names.iter().any(|name| name == folded)
    }
}

/// What the user says comes first, then a name on the envelope, then what the text says, then an address.
fn told(known: &Option<String>, envelope: Option<&Party>, read: Option<String>) -> Option<String> {
    let name = envelope.and_then(Party::name).map(str::to_owned);
    let address = envelope.map(|party| party.as_str().to_owned());
    known.clone().or(name).or(read).or(address)
}

/// The date in the head of the letter, else on its envelope, else in the name of its file, else in the head of the letter
/// that a release carries.
fn find_date(
    name: &str,
    document: &Document,
    zones: &[Zone],
    attached: Option<usize>,
    lexicon: &Lexicon,
) -> (Option<LetterDate>, Option<DateSource>) {
    let head = |blocks: std::ops::Range<usize>| -> Option<LetterDate> {
        let dates: Vec<LetterDate> = blocks
            .filter(|at| matches!(zones[*at], Zone::Header | Zone::Heading | Zone::Furniture))
            .filter_map(|at| {
                let tokens = crate::language::tokens(document.blocks[at].text.as_str(), lexicon);
                // A line that gives the date says little else.
                dates::find(&tokens)
                    .filter(|(_, range)| tokens.len() <= range.len() + 12)
                    .map(|(date, _)| date)
            })
            .collect();
        dates.iter().copied().find(|date| date.to_the_day()).or(dates.first().copied())
    };
    let until = attached.unwrap_or(document.blocks.len());
    let own = head(0..until).or_else(|| dateline(document, zones, until, lexicon));
    let by_name = LetterDate::from_name(name);
    let sent = document.envelope.date.as_deref().and_then(LetterDate::parse);
    if let (Some(sent), None) = (sent, own.filter(|date| date.to_the_day())) {
        return (Some(sent), Some(DateSource::Header));
    }
    match (own, by_name) {
        (Some(own), by_name) if own.to_the_day() || by_name.is_none() => {
            (Some(own), Some(DateSource::Header))
        }
        (_, Some(by_name)) => (Some(by_name), Some(DateSource::Filename)),
        _ => match head(until..document.blocks.len()) {
            Some(date) => (Some(date), Some(DateSource::Header)),
            None => (None, None),
        },
    }
}

/// What sets a dateline off from the sentence after it.
const DATELINE_ENDS: [&str; 9] = ["-", "--", "–", "—", "―", ":", ")", "]", "|"];

/// The date with which a release's first paragraph opens: "WASHINGTON, November 15, 2007 – …".
fn dateline(document: &Document, zones: &[Zone], until: usize, lexicon: &Lexicon) -> Option<LetterDate> {
    let first = (0..until).find(|at| matches!(zones[*at], Zone::Body))?;
    let text = document.blocks[first].text.as_str();
    let tokens = crate::language::tokens(text, lexicon);
    let (date, range) = dates::find(&tokens[..tokens.len().min(24)])?;
    // What a dateline says of place and date is set off from the sentence by a dash, a colon or a bracket.
    let set_off = tokens[range.end..].iter().take(2).any(|token| DATELINE_ENDS.contains(&token.text));
    (date.to_the_day() && range.start <= 16 && set_off).then_some(date)
}
