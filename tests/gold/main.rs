//! The five letters, held against what people read out of them.
#![allow(clippy::unwrap_used)]

mod aspects;
mod scoring;

use demarche::corpus::{Corpus, Options};
use demarche::lineage::{self, Pairs, Report};
use scoring::{Count, Marked};
use std::path::PathBuf;
use std::sync::LazyLock;

/// The report of the five letters.
pub static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("letters");
    let (corpus, problems) = Corpus::read(&[folder], &Options::default());
    assert!(problems.is_empty(), "{problems:?}");
    lineage::report(corpus, &Pairs::Consecutive)
});

fn each(mut check: impl FnMut(&demarche::corpus::LetterRecord, &Marked)) {
    for marked in scoring::marked().0 {
        let record = REPORT.letters.iter().find(|record| record.id == marked.letter).unwrap();
        check(record, &marked);
    }
}

#[test]
fn every_demand_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut hits = 0;
    each(|record, marked| {
        let (found, extra, missed) = scoring::demands(record, marked);
        hits += found;
        wrong.extend(extra.into_iter().map(|text| format!("{}: extra: {text}", record.id)));
        wrong.extend(missed.into_iter().map(|text| format!("{}: missed: {text}", record.id)));
    });
    assert!(wrong.is_empty(), "{hits} found, but\n{}", wrong.join("\n"));
    assert!(hits > 20);
}

#[test]
fn what_is_no_demand_is_left_alone() {
    each(|record, marked| {
        for span in &marked.not_demands {
            let read = record.demands.iter().find(|demand| demand.text.contains(span.as_str()));
            assert!(read.is_none(), "{}: read as a demand: {span}", record.id);
        }
    });
}

#[test]
fn threads_agree() {
    let (marked, _) = scoring::marked();
    let count: Count = scoring::threads(&REPORT, &marked);
    assert!(count.f1() >= 0.95, "{count:?}: {:.3}", count.f1());
}

#[test]
fn changes_agree() {
    let (marked, lineage) = scoring::marked();
    let wrong = scoring::wrong_changes(&REPORT, &marked, &lineage);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn heads_agree() {
    each(|record, marked| {
        // A marked date may leave the day open that the file's name gives.
        let date = record.date.map(|date| date.to_string()).unwrap_or_default();
        assert!(date.starts_with(marked.date.as_deref().unwrap_or_default()), "{}: {date}", record.id);
        assert_eq!(record.edition.as_str(), marked.edition, "{}", record.id);
        let signed: Vec<&str> = record.signatories.iter().map(|signatory| signatory.name.as_str()).collect();
        assert_eq!(signed.len(), marked.signatories.len(), "{}: {signed:?}", record.id);
        for (found, name) in [(&record.recipient, &marked.recipient), (&record.sender, &marked.sender)] {
            if let Some(name) = name {
                let found = found.as_deref().unwrap_or_default();
                let share = name.split([' ', ',']).filter(|word| found.contains(*word)).count();
                assert!(
                    share * 2 >= name.split([' ', ',']).count(),
                    "{}: {found:?}, not {name:?}",
                    record.id
                );
            }
        }
    });
}
