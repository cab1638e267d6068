//! The report of the five letters, and of made-up letters with more and more demands.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use demarche::corpus::{Corpus, Options, Source};
use demarche::lineage::{Pairs, report};
use demarche::source::{Document, LetterFile};
use std::hint::black_box;
use std::time::Duration;

// What was planted is for scoring, which a bench does not.
#[allow(dead_code)]
#[path = "../examples/planted/letters.rs"]
mod letters;

fn corpus(demands: usize) -> Corpus {
    let sources = letters::letters(demands)
        .into_iter()
        .map(|letter| Source {
            file: LetterFile { path: letter.name.into(), series: None },
            part: None,
            known_as: None,
            document: Document::from_text(letter.text),
        })
        .collect();
    Corpus::of(sources, &[], &Options::default()).0
}

fn diff(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("diff");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    let (five, _) = Corpus::read(&["letters".into()], &Options::default());
    group.bench_function("five letters", |bencher| {
        bencher.iter(|| black_box(report(five.clone(), &Pairs::default())));
    });
    for demands in [100, 1000, 5000] {
        let corpus = corpus(demands);
        group.throughput(Throughput::Elements(demands as u64));
        group.bench_with_input(BenchmarkId::new("planted demands", demands), &corpus, |bencher, corpus| {
            bencher.iter(|| black_box(report(corpus.clone(), &Pairs::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, diff);
criterion_main!(benches);
