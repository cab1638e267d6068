//! A project for programs of qualitative analysis, by the REFI-QDA standard 1.5: threads as codes, letters as
//! sources, demands as coded selections.
//!
//! Positions count code points of the text that lies in the project, from 0, the end not included. Line ends are
//! one line feed there: programs that count a carriage return differently would drift otherwise.

use super::Dossier;
use super::archive::archive;
use super::escape::markup;
use crate::corpus::LetterRecord;
use crate::demand::Demand;
use crate::letter::Letter;
use crate::lineage::Thread;
use crate::problem::Problem;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The name of the part that holds the project.
const PROJECT: &str = "project.qde";

/// The folder of the sources.
const SOURCES: &str = "Sources";

/// Colours of the codes, taken in turn.
const COLOURS: [&str; 8] =
    ["#8a1a6d", "#0b5394", "#7a4b00", "#14612b", "#9b1c1c", "#5a3fa0", "#00696b", "#5d5a54"];

/// What is told of each source.
const VARIABLES: [&str; 3] = ["date", "edition", "sender"];

/// The project of a dossier.
///
/// # Errors
/// When a quote does not stand in its letter, or the archive cannot be made.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, part, qdpx};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let project = qdpx(&Dossier::of(corpus, &Pairs::default(), "letters"))?;
/// assert!(part(&project, "project.qde").is_some_and(|xml| xml.contains("<PlainTextSelection ")));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn qdpx(dossier: &Dossier) -> Result<Vec<u8>, Problem> {
    super::quotes::check(dossier)?;
    let mut thread_of: BTreeMap<&str, &Thread> = BTreeMap::new();
    for thread in &dossier.report.threads {
        for id in thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands) {
            thread_of.insert(id, thread);
        }
    }
    let mut sources = String::new();
    let mut texts: Vec<(String, String)> = Vec::new();
    for record in &dossier.report.letters {
        let Some(letter) = dossier.letter(&record.id) else { continue };
        let text = Normal::of(&letter.document.text);
        sources.push_str(&source(record, letter, &text, &thread_of));
        texts.push((format!("{SOURCES}/{}.txt", guid("source", &record.id)), text.text));
    }
    let user = guid("user", "demarche");
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"{}\" origin=\"Made by demarche {}\" \
         creatingUserGUID=\"{user}\"><Users><User guid=\"{user}\" name=\"demarche\"/></Users>\
         <CodeBook><Codes>{}</Codes></CodeBook><Variables>{}</Variables><Sources>{sources}</Sources></Project>\n",
        markup(&dossier.place),
        env!("CARGO_PKG_VERSION"),
        codes(&dossier.report.threads),
        VARIABLES
            .iter()
            .map(|name| {
                let id = guid("variable", name);
                format!("<Variable guid=\"{id}\" name=\"{name}\" typeOfVariable=\"Text\"/>")
            })
            .collect::<String>(),
    );
    let mut parts: Vec<(&str, &[u8])> = vec![(PROJECT, xml.as_bytes())];
    parts.extend(texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    archive(&parts)
}

/// The code of what is asked for but is no demand of its own: an answer, a meeting.
const REPLY: &str = "asks for an answer";

fn code(thread: Option<&Thread>) -> String {
    match thread {
        Some(thread) => {
            guid("code", &format!("{}\n{}", thread.series.as_deref().unwrap_or_default(), thread.id))
        }
        None => guid("code", REPLY),
    }
}

fn codes(threads: &[Thread]) -> String {
    let mut codes = String::new();
    for (thread, colour) in threads.iter().zip(COLOURS.iter().cycle()) {
        let series = thread.series.as_ref().map(|series| format!("{series}: ")).unwrap_or_default();
        // Two threads may be called the same; codes may not.
        let name = format!("{series}{} ({})", thread.label, thread.id);
        let editions: Vec<&str> =
            thread.occurrences.iter().map(|occurrence| occurrence.edition.as_str()).collect();
        let _ = write!(
            codes,
            "<Code guid=\"{}\" name=\"{}\" isCodable=\"true\" color=\"{colour}\"><Description>Asked in {}\
             </Description></Code>",
            code(Some(thread)),
            markup(&name),
            markup(&editions.join(", "))
        );
    }
    let id = code(None);
    let _ = write!(codes, "<Code guid=\"{id}\" name=\"{REPLY}\" isCodable=\"true\" color=\"#5d5a54\"/>");
    codes
}

fn source(
    record: &LetterRecord,
    letter: &Letter,
    text: &Normal,
    thread_of: &BTreeMap<&str, &Thread>,
) -> String {
    let user = guid("user", "demarche");
    let id = guid("source", &record.id);
    let mut xml = format!(
        "<TextSource guid=\"{id}\" name=\"{}\" plainTextPath=\"internal://{id}.txt\" creatingUser=\"{user}\">",
        markup(&record.id)
    );
    for demand in &record.demands {
        let code = code(thread_of.get(demand.id.as_str()).copied());
        selections(demand, letter, text, &code, &user, &mut xml);
    }
    let values =
        [record.date.map(|date| date.to_string()), Some(record.edition.to_string()), record.sender.clone()];
    for (name, value) in VARIABLES.iter().zip(values) {
        let Some(value) = value else { continue };
        let _ = write!(
            xml,
            "<VariableValue><VariableRef targetGUID=\"{}\"/><TextValue>{}</TextValue></VariableValue>",
            guid("variable", name),
            markup(&value)
        );
    }
    xml.push_str("</TextSource>");
    xml
}

/// A selection for each range of a demand: what a page break or a note cuts has several.
fn selections(demand: &Demand, letter: &Letter, text: &Normal, code: &str, user: &str, xml: &mut String) {
    for (at, place) in demand.spans.iter().enumerate() {
        if place.span().slice(&letter.document.text).is_none() {
            continue;
        }
        let key = format!("{}\n{at}", demand.id);
        let _ = write!(
            xml,
            "<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\" \
             creatingUser=\"{user}\"><Description>{}</Description><Coding guid=\"{}\" creatingUser=\"{user}\">\
             <CodeRef targetGUID=\"{code}\"/></Coding></PlainTextSelection>",
            guid("selection", &key),
            markup(&demand.id),
            text.position(place.span().start),
            text.position(place.span().end),
            markup(&demand.text),
            guid("coding", &key),
        );
    }
}

/// A text with line feeds only, and the way from bytes of the letter to its code points.
struct Normal {
    text: String,
    /// The code points before each byte that begins a character, and behind the last.
    points: BTreeMap<usize, usize>,
}

impl Normal {
    fn of(source: &str) -> Normal {
        let mut text = String::with_capacity(source.len());
        let mut points = BTreeMap::new();
        let mut count = 0;
        let mut characters = source.char_indices().peekable();
        while let Some((at, c)) = characters.next() {
            points.insert(at, count);
            match c {
                '\r' if characters.peek().is_some_and(|(_, next)| *next == '\n') => continue,
                '\r' => text.push('\n'),
                c => text.push(c),
            }
            count += 1;
        }
        points.insert(source.len(), count);
        Normal { text, points }
    }

    fn position(&self, byte: usize) -> usize {
        self.points
            .range(byte..)
            .next()
            .or_else(|| self.points.last_key_value())
            .map_or(0, |(_, count)| *count)
    }
}

/// An identifier made from a name: the same on every run, and in the form of a UUID of version 8.
fn guid(kind: &str, name: &str) -> String {
    let hash = |start: u64| {
        let bytes = kind.bytes().chain([0]).chain(name.bytes());
        bytes.fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    };
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x6c62_272e_07bb_0142));
    let high = (high & !0xf000) | 0x8000;
    let low = (low & !(0b11 << 62)) | (0b10 << 62);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}
