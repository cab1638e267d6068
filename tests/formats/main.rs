//! The letters of `letters/`, rendered by real programs into the formats that letters come in, say the same.
//!
//! `make.py` and `made.py` tell how the files were made.

#![allow(clippy::expect_used)]

mod made;
mod oddities;
mod pages;

use demarche::corpus::{Corpus, Options};
use std::path::PathBuf;

const LETTERS: [&str; 5] = [
    "2020_anca",
    "2021-06-14_irf-roundtable",
    "2021-06-15_irf-roundtable-press-release",
    "2024-04-04_us-senate",
    "2025-04-11_us-house",
];

/// What a file says: its date and its demands, white space and the shape of apostrophes aside.
fn said(path: PathBuf) -> (String, Vec<String>) {
    let mut options = Options::default();
    options.read.worker = Some(env!("CARGO_BIN_EXE_demarche").into());
    let (corpus, problems) = Corpus::read(&[path], &options);
    assert_eq!(problems, [], "read without a problem");
    let record = &corpus.records[0];
    let joined = |text: &str| text.replace('\u{2019}', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    let demands = record.demands.iter().map(|demand| joined(&demand.text)).collect();
    (record.date.map(|date| date.to_string()).unwrap_or_default(), demands)
}

/// Compares a format with the text, letter by letter.
fn same_as_text(ending: &str) {
    for letter in LETTERS {
        let text = said(format!("letters/{letter}.txt").into());
        assert!(!text.1.is_empty());
        assert_eq!(said(format!("tests/formats/files/{letter}.{ending}").into()), text, "{letter}.{ending}");
    }
}

#[test]
fn docx() {
    same_as_text("docx");
}

#[test]
fn html() {
    same_as_text("html");
}

#[test]
fn eml() {
    same_as_text("eml");
}

#[test]
fn pdf_by_an_office_program() {
    same_as_text("office.pdf");
}

#[test]
fn pdf_by_a_browser() {
    same_as_text("print.pdf");
}

#[test]
fn pdf_in_two_columns() {
    same_as_text("columns.pdf");
}

#[test]
fn odt() {
    same_as_text("odt");
}

#[test]
fn rtf() {
    same_as_text("rtf");
}

#[test]
fn each_row_of_a_sheet_is_a_demand() {
    let read = |ending: &str| {
        let path = format!("tests/formats/files/recommendations.{ending}");
        let (corpus, problems) = Corpus::read(&[path.into()], &Options::default());
        assert_eq!(problems, []);
        let record = |record: &demarche::corpus::LetterRecord| {
            let demands: Vec<String> = record.demands.iter().map(|demand| demand.text.clone()).collect();
            (record.id.clone(), record.sender.clone(), demands)
        };
        corpus.records.iter().map(record).collect::<Vec<_>>()
    };
    let letters = read("csv");
    let ids: Vec<&str> = letters.iter().map(|(id, _, _)| id.as_str()).collect();
    let expected = ["2013-04-30-chile", "2013-04-30-norway", "2018-05-15-norway"];
    assert_eq!(ids, expected.map(|name| format!("recommendations/{name}")));
    assert_eq!(
        letters[0].2,
        ["Continue efforts to combat corruption", "The situation of minorities deserves attention",]
    );
    assert_eq!(letters[1].2, ["Release all political prisoners", "compensate them"]);
    assert_eq!(read("xlsx"), letters);
}
