//! The targets: each takes any bytes and panics where a promise is broken.

use demarche::corpus::{Corpus, Options, Source};
use demarche::lineage::{self, Pairs};
use demarche::report::{self, Dossier, Theme, brief, html, json, sheets, terminal};
use demarche::source::{Document, LetterFile, ReadOptions};
use std::io::{Cursor, Read};

/// A target under its name, with the endings of the files that are its seeds.
pub type Target = (&'static str, fn(&[u8]), &'static [&'static str]);

/// All targets.
pub const ALL: [Target; 14] = [
    ("text", text, &["txt"]),
    ("html", html, &["html"]),
    ("docx", docx, &["docx"]),
    ("odt", odt, &["odt"]),
    ("rtf", rtf, &["rtf"]),
    ("pdf", pdf, &["pdf"]),
    ("mail", mail, &["eml"]),
    ("sheet", sheet, &["csv"]),
    ("workbook", workbook, &["xlsx"]),
    ("extract", extract, &["txt"]),
    ("compare", compare, &["txt"]),
    ("terminal", terminal, &["txt", "html"]),
    ("pages", pages, &["txt"]),
    ("archives", archives, &["txt"]),
];

/// Reads bytes as a file; all that is found must lie in the text it was found in.
fn read(data: &[u8], name: &str) {
    let found = Document::from_bytes(data, name, &ReadOptions::default()).unwrap_or_default();
    for document in found.into_iter().filter_map(|found| found.document.ok()) {
        whole(&document);
    }
}

fn whole(document: &Document) {
    let mut last = 0;
    for block in &document.blocks {
        assert!(!block.parts.is_empty());
        for part in &block.parts {
            assert!(part.slice(&document.text).is_some(), "a part outside of the text");
        }
        let first = block.parts[0].start;
        assert!(first >= last, "blocks out of order");
        last = first;
        assert!(block.strong <= block.text.as_str().len());
    }
}

/// Encodings, line ends, blocks.
pub fn text(data: &[u8]) {
    read(data, "letter.txt");
}

/// Pages of the web.
pub fn html(data: &[u8]) {
    read(&[b"<html>", data].concat(), "letter.html");
}

/// Word documents.
pub fn docx(data: &[u8]) {
    read(data, "letter.docx");
}

/// Documents of LibreOffice.
pub fn odt(data: &[u8]) {
    read(data, "letter.odt");
}

/// Rich text.
pub fn rtf(data: &[u8]) {
    read(&[b"{\\rtf1 ", data].concat(), "letter.rtf");
}

/// PDF, in this process.
pub fn pdf(data: &[u8]) {
    read(data, "letter.pdf");
}

/// Mails.
pub fn mail(data: &[u8]) {
    read(&[b"MIME-Version: 1.0\r\nFrom: a@b.example\r\n", data].concat(), "letter.eml");
}

/// Tables of demands.
pub fn sheet(data: &[u8]) {
    read(&[b"Recommendation,Date,State\n", data].concat(), "letter.csv");
}

/// Workbooks.
pub fn workbook(data: &[u8]) {
    read(data, "letter.xlsx");
}

/// The letters that bytes hold, parted by form feeds.
fn corpus(data: &[u8]) -> Corpus {
    let text = String::from_utf8_lossy(data);
    let sources = text.split('\u{c}').take(4).enumerate().map(|(at, text)| Source {
        file: LetterFile { path: format!("{}.txt", 2020 + at).into(), series: None },
        part: None,
        known_as: None,
        document: Document::from_text(text),
    });
    Corpus::of(
        sources.collect(),
        &[],
        &Options { jobs: std::num::NonZeroUsize::new(1), ..Options::default() },
    )
    .0
}

/// Letters to demands: every quote stands in its letter.
pub fn extract(data: &[u8]) {
    let corpus = corpus(data);
    for (letter, record) in corpus.letters.iter().zip(&corpus.records) {
        whole(&letter.document);
        for place in record.demands.iter().flat_map(|demand| &demand.spans) {
            let quoted = letter.document.text.get(place.start..place.end);
            assert!(quoted.is_some_and(|quoted| !quoted.is_empty()), "a quote outside of its letter");
        }
    }
    json::letters(&corpus.records).expect("letters as JSON");
}

/// Letters compared; the same letter twice is no change.
pub fn compare(data: &[u8]) {
    let report = lineage::report(corpus(data), &Pairs::Every);
    json::pretty(&report).expect("a report as JSON");
}

/// What reaches a terminal: nothing that it would obey, and nothing that changes when it passes twice.
pub fn terminal(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let safe = report::sanitized(&text);
    let steers = |c: char| {
        (c.is_control() && c != '\t')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
            || ('\u{e0000}'..='\u{e007f}').contains(&c)
    };
    assert!(!safe.contains(steers), "{safe:?}");
    assert_eq!(report::sanitized(&safe), safe);
    let corpus = corpus(data);
    let mut page = terminal::Page::new(40 + data.len() % 80, Theme::Plain);
    for record in &corpus.records {
        terminal::letter(&mut page, record, terminal::Detail::Why);
    }
    let report = lineage::report(corpus, &Pairs::Consecutive);
    terminal::overview(&mut page, &report, &text);
    terminal::changes(&mut page, &report, &terminal::Wordings::default());
    let printed = page.finish();
    assert!(!printed.contains(|c| steers(c) && c != '\n'), "{printed:?}");
}

/// Reports in HTML, Markdown, SVG and CSV: what letters say adds no element and no column.
pub fn pages(data: &[u8]) {
    let dossier = Dossier::with_baselines(corpus(data), &Pairs::Every, "letters");
    let page = html::page(&dossier).expect("a page");
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("<style>").count(), 1);
    assert!(!page.to_lowercase().contains("<img") && !page.contains("javascript:") || letters_say(&dossier));
    let picture = report::svg(&dossier).expect("a picture");
    well_formed(&picture);
    let brief = brief::brief(&dossier).expect("a brief");
    brief::markdown(&brief, None).expect("a brief as Markdown");
    brief::html(&brief, None).expect("a brief as HTML");
    for sheet in sheets::all(&dossier.report) {
        let text = sheets::csv(&sheet).expect("a table");
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let columns = rows.headers().expect("columns").len();
        for row in rows.records() {
            assert_eq!(row.expect("a row").len(), columns);
        }
    }
}

/// A letter may speak of scripts; as text that is harmless.
fn letters_say(dossier: &Dossier) -> bool {
    dossier.letters.iter().any(|letter| letter.document.text.contains("javascript:"))
}

/// Reports that are archives of XML: every part is well formed.
pub fn archives(data: &[u8]) {
    let dossier = Dossier::of(corpus(data), &Pairs::Every, "letters");
    let brief = brief::brief(&dossier).expect("a brief");
    let files = [
        brief::docx(&brief, None).expect("a brief as DOCX"),
        sheets::xlsx(&sheets::all(&dossier.report)).expect("a workbook"),
        report::qdpx(&dossier).expect("a project"),
    ];
    for file in files {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            if [".xml", ".rels", ".qde"].iter().any(|ending| name.ends_with(ending)) {
                well_formed(&text);
            }
        }
    }
}

fn well_formed(xml: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return,
            Ok(_) => {}
            Err(error) => panic!("XML that is not well formed: {error}"),
        }
    }
}
