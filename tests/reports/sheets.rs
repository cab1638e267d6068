//! Tables.

use super::common::{dossier, letters, snapshots};
use demarche::report::sheets::{self, Cell};
use demarche::report::{Standings, part};

#[test]
fn tables_as_csv() {
    let dossier = dossier(&letters());
    for sheet in sheets::all(&dossier.report) {
        let text = sheets::csv(&sheet).expect("a table");
        snapshots().bind(|| insta::assert_snapshot!(sheet.name, text));
    }
}

#[test]
fn rows_are_as_long_as_the_head() {
    for sheet in sheets::all(&dossier(&letters()).report) {
        assert!(!sheet.rows.is_empty(), "{}", sheet.name);
        assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
    }
}

#[test]
fn numbers_agree_with_the_report() {
    let dossier = dossier(&letters());
    let report = &dossier.report;
    let demands: usize = report.letters.iter().map(|letter| letter.demands.len()).sum();
    assert_eq!(sheets::demands(report).rows.len(), demands);
    let matrix = sheets::matrix(report);
    assert_eq!(matrix.rows.len(), report.threads.len());
    let standings = Standings::of(report);
    for (row, thread) in matrix.rows.iter().zip(&report.threads) {
        for (cell, edition) in row[3..].iter().zip(&report.editions) {
            assert_eq!(*cell, Cell::Text(standings.in_story(thread, edition).words().to_owned()));
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let texts: Vec<(String, String)> = letters()
        .into_iter()
        .map(|(name, text)| {
            let text = text.replace("Anna Berg", "=HYPERLINK(\"http://x.example\")\nAnna Berg");
            (name.to_owned(), text.replace("the river port", "=1+1 \u{1b}\u{0}\u{fffe} port"))
        })
        .collect();
    let dossier = dossier(&texts);
    let all = sheets::all(&dossier.report);
    for sheet in &all {
        let text = sheets::csv(sheet).expect("a table");
        let starts =
            |cell: &str| ["=", "\"=", "+", "@", "\"+", "\"@"].iter().any(|sign| cell.starts_with(sign));
        assert!(!text.lines().flat_map(|line| line.split(',')).any(starts), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{0}', '\u{fffe}']));
    }
    let workbook = sheets::xlsx(&all).expect("a workbook");
    for number in 1..=all.len() {
        let name = format!("xl/worksheets/sheet{number}.xml");
        let xml = part(&workbook, &name).expect("a sheet");
        let xml = roxmltree::Document::parse(&xml).expect("XML");
        assert!(!xml.descendants().any(|node| ["f", "hyperlink"].contains(&node.tag_name().name())));
        assert!(xml.descendants().any(|node| node.tag_name().name() == "autoFilter"));
    }
}

#[test]
fn workbooks_are_the_same_every_time() {
    let dossier = dossier(&letters());
    let workbook = || sheets::xlsx(&sheets::all(&dossier.report)).expect("a workbook");
    assert_eq!(workbook(), workbook());
}

#[test]
fn rows_of_a_workbook_are_as_tall_as_their_texts() {
    let workbook = sheets::xlsx(&sheets::all(&dossier(&letters()).report)).expect("a workbook");
    let xml = part(&workbook, "xl/worksheets/sheet1.xml").expect("a sheet");
    let xml = roxmltree::Document::parse(&xml).expect("XML");
    let rows = xml.descendants().filter(|node| node.tag_name().name() == "row");
    let heights: Vec<f64> = rows
        .map(|row| row.attribute("ht").map_or(15.0, |points| points.parse().expect("a number")))
        .collect();
    assert!(heights.iter().any(|height| *height > 15.0) && heights.iter().all(|height| *height <= 409.0));
}
