//! Finding the demands of the bundled letters, once, ten and a hundred times.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use demarche::corpus::{Corpus, Options, Source};
use demarche::source::{LetterFile, ReadOptions, find_letters};
use std::hint::black_box;
use std::time::Duration;

fn sources(copies: usize) -> Vec<Source> {
    let options = ReadOptions::default();
    let (files, _) = find_letters(&["letters".into()], &options.limits);
    let mut sources = Vec::new();
    for copy in 0..copies {
        for file in &files {
            let found = demarche::source::Document::from_file(&file.path, &options).unwrap_or_default();
            for document in found.into_iter().filter_map(|one| one.document.ok()) {
                let file = LetterFile { series: Some(copy.to_string()), ..file.clone() };
                sources.push(Source { file, part: None, known_as: None, document });
            }
        }
    }
    sources
}

fn extract(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("extract");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    for copies in [1, 10, 100] {
        let sources = sources(copies);
        let bytes: usize = sources.iter().map(|source| source.document.text.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_with_input(BenchmarkId::from_parameter(copies), &sources, |bencher, sources| {
            bencher.iter(|| black_box(Corpus::of(sources.clone(), &[], &Options::default())));
        });
    }
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
