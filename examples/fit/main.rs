//! Fits the weights of the matching score to pairs of demands that people judged.
//!
//! `cargo run --release --example fit -- PAIRS.tsv…` reads files of tab-separated columns `a`, `b`, `label`
//! (1 the same, 0 not) and `group`, fits a logistic regression, and prints the weights to be checked in, with
//! what they reach on each group when fitted on the others.
//!
//! With `--features embed` and `--model DIR` the built-in weights stay, and what a user's own embedding model counts
//! beside them is fitted and written into its folder.

#[cfg(feature = "embed")]
mod model;
mod pairs;

use demarche::lexicon::Lexicon;
use demarche::matching::{Aspect, Canonical, THRESHOLD, compare, logistic};
use std::collections::BTreeSet;
use std::error::Error;

/// How strongly weights are held near zero.
const RIDGE: f64 = 1.0;
const ROUNDS: usize = 60;
const FEATURES: usize = Aspect::ALL.len() + 1;

struct Pair {
    values: [f64; FEATURES],
    opposed: bool,
    same: bool,
    group: String,
    /// The file it stands in, from 0.
    file: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = files.iter().position(|argument| argument == "--model") {
        let folder = files.drain(at..files.len().min(at + 2)).nth(1).ok_or("--model needs a folder")?;
        return with_model(&folder, &files);
    }
    let mut pairs = Vec::new();
    for (at, file) in files.iter().enumerate() {
        pairs.extend(read(&std::fs::read_to_string(file)?, at)?);
    }
    let groups: BTreeSet<(usize, &str)> = pairs.iter().map(|pair| (pair.file, pair.group.as_str())).collect();
    let mut judged = vec![Vec::new(); files.len()];
    for (file, group) in groups {
        let (own, others): (Vec<&Pair>, Vec<&Pair>) =
            pairs.iter().partition(|pair| pair.file == file && pair.group == group);
        let weights = fit(&told(others));
        judged[file].extend(own.iter().map(|pair| (odds(pair, &weights), pair.same)));
    }
    let weights = fit(&told(pairs.iter().collect()));
    for (at, (file, judged)) in files.iter().zip(judged).enumerate() {
        let own = pairs.iter().filter(|pair| pair.file == at);
        report(
            &format!("{file}, by weights of all"),
            own.map(|pair| (odds(pair, &weights), pair.same)).collect(),
        );
        report(&format!("{file}, each group by the others"), judged);
    }
    show(&format!("bias {:.2}", weights[0]));
    for (aspect, weight) in Aspect::ALL.iter().zip(&weights[1..]) {
        show(&format!("{} {weight:.2}", aspect.name()));
    }
    Ok(())
}

#[cfg(feature = "embed")]
fn with_model(folder: &str, files: &[String]) -> Result<(), Box<dyn Error>> {
    model::fit(folder.as_ref(), files)
}

#[cfg(not(feature = "embed"))]
fn with_model(_: &str, _: &[String]) -> Result<(), Box<dyn Error>> {
    Err("models are read by a build with --features embed only".into())
}

/// The pairs that the weights decide.
fn told(pairs: Vec<&Pair>) -> Vec<&Pair> {
    pairs.into_iter().filter(|pair| !pair.opposed).collect()
}

#[allow(clippy::print_stdout)]
fn show(line: &str) {
    println!("{line}");
}

fn read(text: &str, file: usize) -> Result<Vec<Pair>, Box<dyn Error>> {
    let lexicon = Lexicon::builtin();
    let mut pairs = Vec::new();
    for judged in pairs::read(text)? {
        let (one, other) = (Canonical::of(&judged.a, lexicon), Canonical::of(&judged.b, lexicon));
        let comparison = compare(&one, &other);
        let mut values = [1.0; FEATURES];
        values[1..].copy_from_slice(&comparison.values);
        pairs.push(Pair {
            values,
            opposed: comparison.opposed,
            same: judged.same,
            group: judged.group,
            file,
        });
    }
    Ok(pairs)
}

fn odds(pair: &Pair, weights: &[f64; FEATURES]) -> f64 {
    let sum: f64 = pair.values.iter().zip(weights).map(|(value, weight)| value * weight).sum();
    if pair.opposed { sum - 40.0 } else { sum }
}

/// Newton's method on the ridge-penalized likelihood.
fn fit(pairs: &[&Pair]) -> [f64; FEATURES] {
    let mut weights = [0.0; FEATURES];
    for _ in 0..ROUNDS {
        let mut gradient = [0.0; FEATURES];
        let mut hessian = [[0.0; FEATURES]; FEATURES];
        for pair in pairs {
            let chance = logistic(odds(pair, &weights));
            let miss = f64::from(u8::from(pair.same)) - chance;
            for (i, one) in pair.values.iter().enumerate() {
                gradient[i] += miss * one;
                for (cell, other) in hessian[i].iter_mut().zip(pair.values) {
                    *cell += chance * (1.0 - chance) * one * other;
                }
            }
        }
        for i in 1..FEATURES {
            gradient[i] -= RIDGE * weights[i];
            hessian[i][i] += RIDGE;
        }
        hessian[0][0] += 1e-9;
        let step = solve(hessian, gradient);
        for i in 0..FEATURES {
            weights[i] += step[i];
        }
        // More likeness never counts against a pair.
        weights[1..].iter_mut().for_each(|weight| *weight = weight.max(0.0));
    }
    weights
}

/// Gauss elimination with pivots.
fn solve(mut matrix: [[f64; FEATURES]; FEATURES], mut right: [f64; FEATURES]) -> [f64; FEATURES] {
    for column in 0..FEATURES {
        let pivot = (column..FEATURES)
            .max_by(|a, b| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs()))
            .unwrap_or(column);
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let above = matrix[column];
        for row in column + 1..FEATURES {
            let factor = matrix[row][column] / above[column];
            for (cell, known) in matrix[row].iter_mut().zip(above).skip(column) {
                *cell -= factor * known;
            }
            right[row] -= factor * right[column];
        }
    }
    let mut solution = [0.0; FEATURES];
    for row in (0..FEATURES).rev() {
        let known: f64 = (row + 1..FEATURES).map(|k| matrix[row][k] * solution[k]).sum();
        solution[row] = (right[row] - known) / matrix[row][row];
    }
    solution
}

/// Average precision, and F1 at the threshold of the matching.
fn report(name: &str, mut judged: Vec<(f64, bool)>) {
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let positives = judged.iter().filter(|(_, same)| *same).count() as f64;
    let (mut hits, mut precision) = (0.0, 0.0);
    for (rank, (_, same)) in judged.iter().enumerate() {
        if *same {
            hits += 1.0;
            precision += hits / (rank as f64 + 1.0);
        }
    }
    let threshold = (THRESHOLD / (1.0 - THRESHOLD)).ln();
    let found = judged.iter().filter(|(odds, _)| *odds >= threshold).count() as f64;
    let right = judged.iter().filter(|(odds, same)| *odds >= threshold && *same).count() as f64;
    show(&format!(
        "{name}: {} pairs, average precision {:.3}, F1 {:.3}",
        judged.len(),
        precision / positives,
        2.0 * right / (found + positives)
    ));
}
