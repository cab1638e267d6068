//! What people and programs see of the bundled letters, kept in `snapshots/` so that no change goes unread.
#![allow(clippy::unwrap_used)]

use demarche::corpus::{Corpus, Edition, Options};
use demarche::lineage::{self, Pairs, Report};
use demarche::report::{Theme, json, terminal};
use std::path::{Path, PathBuf};

/// Columns of every snapshot of a terminal.
const COLUMNS: usize = 80;

/// The bundled letters, named as in a checkout wherever that lies.
fn corpus() -> Corpus {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut corpus, problems) = Corpus::read(&[root.join("letters")], &Options::default());
    assert!(problems.is_empty(), "{problems:?}");
    for record in &mut corpus.records {
        let file = PathBuf::from(&record.path);
        record.path = format!("letters/{}", file.file_name().unwrap().to_string_lossy());
    }
    corpus
}

fn snapshots(check: impl FnOnce()) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(check);
}

fn printed(report: &Report, theme: Theme) -> String {
    let mut page = terminal::Page::new(COLUMNS, theme);
    terminal::overview(&mut page, report, "letters");
    terminal::changes(&mut page, report, &terminal::Wordings::default());
    page.finish()
}

#[test]
fn extraction_of_every_letter() {
    let mut corpus = corpus();
    lineage::mark_restatements(&mut corpus);
    for record in &corpus.records {
        let mut page = terminal::Page::new(COLUMNS, Theme::Plain);
        terminal::letter(&mut page, record, terminal::Detail::Slots);
        snapshots(|| insta::assert_snapshot!(format!("extract-{}", record.id), page.finish()));
    }
}

#[test]
fn why_of_one_letter() {
    let corpus = corpus();
    let record = corpus.records.iter().find(|record| record.id.starts_with("2024")).unwrap();
    let mut page = terminal::Page::new(COLUMNS, Theme::Plain);
    terminal::letter(&mut page, record, terminal::Detail::Why);
    snapshots(|| insta::assert_snapshot!("why-2024", page.finish()));
}

#[test]
fn zones_of_every_letter() {
    let corpus = corpus();
    let mut page = terminal::Page::new(COLUMNS, Theme::Plain);
    corpus.letters.iter().for_each(|letter| terminal::zones(&mut page, letter));
    snapshots(|| insta::assert_snapshot!("zones", page.finish()));
}

#[test]
fn every_transition() {
    for (from, to) in [("2020", "2021"), ("2021", "2024"), ("2024", "2025"), ("2021", "2025")] {
        let pairs = Pairs::Between(Edition::named(from), Edition::named(to));
        let report = lineage::report(corpus(), &pairs);
        snapshots(|| insta::assert_snapshot!(format!("diff-{from}-{to}"), printed(&report, Theme::Plain)));
    }
}

#[test]
fn the_whole_report() {
    let report = lineage::report(corpus(), &Pairs::Consecutive);
    snapshots(|| insta::assert_snapshot!("diff", printed(&report, Theme::Plain)));
}

#[test]
fn one_transition_with_its_colours_named() {
    let pairs = Pairs::Between(Edition::named("2024"), Edition::named("2025"));
    let report = lineage::report(corpus(), &pairs);
    snapshots(|| insta::assert_snapshot!("diff-2024-2025-labels", printed(&report, Theme::Labels)));
}

#[test]
fn machine_output() {
    let mut corpus = corpus();
    lineage::mark_restatements(&mut corpus);
    corpus.records.retain(|record| record.id.starts_with("2025"));
    snapshots(|| insta::assert_snapshot!("extract-2025-json", json::letters(&corpus.records).unwrap()));
    let pairs = Pairs::Between(Edition::named("2024"), Edition::named("2025"));
    let mut report = lineage::report(self::corpus(), &pairs);
    // The letters have a snapshot of their own.
    report.letters.clear();
    snapshots(|| insta::assert_snapshot!("diff-2024-2025-json", json::pretty(&report).unwrap()));
}

/// What `schema` promises, `extract` and `diff` keep.
#[test]
fn machine_output_keeps_its_schema() {
    let valid = |schema: serde_json::Value, value: serde_json::Value| {
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(!validator.is_valid(&serde_json::json!({"letters": 1})), "the schema holds for anything");
    };
    let schema = |of: schemars::Schema| serde_json::to_value(of).unwrap();
    let letters: serde_json::Value =
        serde_json::from_str(&json::letters(&corpus().records).unwrap()).unwrap();
    valid(schema(schemars::schema_for!(json::Letters)), letters);
    let report = lineage::report(corpus(), &Pairs::Consecutive);
    valid(schema(schemars::schema_for!(Report)), serde_json::to_value(&report).unwrap());
}

/// What the README shows is what is printed.
#[test]
fn the_readme_shows_real_output() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let printed = printed(&lineage::report(corpus(), &Pairs::Consecutive), Theme::Plain);
    let lines: std::collections::BTreeSet<&str> = printed.lines().collect();
    let other: Vec<&str> = shown.lines().filter(|line| !lines.contains(line)).collect();
    assert!(shown.lines().count() > 10 && other.is_empty(), "{other:#?}");
}
