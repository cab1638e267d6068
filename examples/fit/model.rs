//! Fits what a user's own embedding model counts, beside the built-in weights, which stay as they are.
//!
//! Two numbers are sought: the weight of the likeness, and the likeness that speaks neither for a match nor against it.
//! They go into a file in the model's folder.

use super::{pairs, report, show};
use demarche::embedding::{FILE, Vectors, Weighing};
use demarche::lexicon::Lexicon;
use demarche::matching::{Canonical, logistic, score};
use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

/// How strongly the weight is held near zero.
const RIDGE: f64 = super::RIDGE;
const ROUNDS: usize = 40;
/// Middles are tried in steps of a hundredth.
const STEPS: i32 = 100;

/// What is known of a pair of demands.
struct Pair {
    /// By the built-in weights.
    odds: f64,
    /// What the model says; nothing where it is not asked.
    likeness: Option<f64>,
    same: bool,
    /// The number of its file, and its own.
    group: (usize, String),
}

/// Fits the model of a folder to files of pairs, and writes what it counts.
pub fn fit(folder: &Path, files: &[String]) -> Result<(), Box<dyn Error>> {
    let vectors = Vectors::read(folder)?;
    let mut known = Vec::new();
    for (file, name) in files.iter().enumerate() {
        let judged = pairs::read(&std::fs::read_to_string(name)?)?;
        known.extend(judged.into_iter().map(|pair| look_at(pair, file, &vectors)));
    }
    let all: Vec<&Pair> = known.iter().collect();
    if !(all.iter().any(|pair| pair.same) && all.iter().any(|pair| !pair.same)) {
        return Err(
            "pairs of both kinds are needed: some that are one demand (label 1), some that are two (0)"
                .into(),
        );
    }
    let found = best(&all);
    let groups: BTreeSet<&(usize, String)> = known.iter().map(|pair| &pair.group).collect();
    let mut left_out = vec![Vec::new(); files.len()];
    for group in groups {
        let (own, others): (Vec<&Pair>, Vec<&Pair>) = known.iter().partition(|pair| pair.group == *group);
        let found = best(&others);
        left_out[group.0].extend(own.iter().map(|pair| (odds(pair, &found), pair.same)));
    }
    for (at, (name, left_out)) in files.iter().zip(left_out).enumerate() {
        let own = || known.iter().filter(|pair| pair.group.0 == at);
        report(
            &format!("{name}, by the built-in weights alone"),
            own().map(|pair| (pair.odds, pair.same)).collect(),
        );
        report(
            &format!("{name}, with the model"),
            own().map(|pair| (odds(pair, &found), pair.same)).collect(),
        );
        report(&format!("{name}, with the model, each group by the others"), left_out);
    }
    if found.weight == 0.0 {
        show("the likeness of this model says nothing that the built-in weights do not; nothing was written");
        return Ok(());
    }
    show(&format!("weight {:.2}\nmiddle {:.2}", found.weight, found.middle));
    let path = folder.join(FILE);
    std::fs::write(&path, found.written(vectors.sha256()))?;
    show(&format!("written to {}", path.display()));
    Ok(())
}

fn look_at(pair: pairs::Judged, file: usize, vectors: &Vectors) -> Pair {
    let lexicon = Lexicon::builtin();
    let score = score(&Canonical::of(&pair.a, lexicon), &Canonical::of(&pair.b, lexicon));
    let beyond_doubt = score.parts.iter().any(|part| matches!(part.name.as_str(), "identical" | "opposed"));
    let likeness = vectors.of(&pair.a).cosine(&vectors.of(&pair.b));
    Pair {
        odds: score.parts.iter().map(|part| part.value * part.weight).sum(),
        likeness: likeness.filter(|_| !beyond_doubt),
        same: pair.same,
        group: (file, pair.group),
    }
}

fn odds(pair: &Pair, weighing: &Weighing) -> f64 {
    pair.odds + pair.likeness.map_or(0.0, |likeness| weighing.weight * (likeness - weighing.middle))
}

/// The most likely weight and middle: for each middle there is one best weight.
fn best(pairs: &[&Pair]) -> Weighing {
    let asked: Vec<&Pair> = pairs.iter().copied().filter(|pair| pair.likeness.is_some()).collect();
    let mut best = (f64::NEG_INFINITY, Weighing { weight: 0.0, middle: 0.0 });
    for step in -STEPS..=STEPS {
        let middle = f64::from(step) / f64::from(STEPS);
        let weighing = Weighing { weight: weight(&asked, middle), middle };
        let likely = likelihood(&asked, &weighing);
        if likely > best.0 {
            best = (likely, weighing);
        }
    }
    best.1
}

/// The best weight for a middle, by Newton's method, rounded as it is written.
fn weight(pairs: &[&Pair], middle: f64) -> f64 {
    let mut weight = 0.0_f64;
    for _ in 0..ROUNDS {
        let (mut slope, mut bend) = (-RIDGE * weight, RIDGE);
        for pair in pairs {
            let value = pair.likeness.map_or(0.0, |likeness| likeness - middle);
            let chance = logistic(pair.odds + weight * value);
            slope += (f64::from(u8::from(pair.same)) - chance) * value;
            bend += chance * (1.0 - chance) * value * value;
        }
        // More likeness never counts against a pair.
        weight = (weight + slope / bend).clamp(0.0, Weighing::MOST);
    }
    (weight * 100.0).round() / 100.0
}

/// How likely the judgements are, less what a great weight costs.
fn likelihood(pairs: &[&Pair], weighing: &Weighing) -> f64 {
    let told = |pair: &&Pair| {
        let odds = odds(pair, weighing);
        // The logarithm of the chance, which for great odds would round to that of 1.
        -(if pair.same { -odds } else { odds }).exp().ln_1p()
    };
    pairs.iter().map(told).sum::<f64>() - RIDGE * weighing.weight * weighing.weight / 2.0
}
