//! Fits what a user's own embedding model counts, beside the built-in weights, which stay as they are.
//!
//! Two numbers are sought: the weight of the likeness, and the likeness that speaks neither for a match nor against it.
//! They go into a file in the model's folder, if they
//! are of help on pairs that they were not fitted to.

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
    if groups.len() < 2 {
        return Err(
            "pairs of two groups at least are needed: what is fitted to one is tried on the others".into()
        );
    }
    let mut left_out = vec![Vec::new(); files.len()];
    let (mut without, mut with, mut asked) = (0.0, 0.0, 0.0);
    for group in groups {
        let (own, others): (Vec<&Pair>, Vec<&Pair>) = known.iter().partition(|pair| pair.group == *group);
        let found = best(&others);
        for pair in own.iter().filter(|pair| pair.likeness.is_some()) {
            asked += 1.0;
            without -= likely(pair.odds, pair.same);
            with -= likely(odds(pair, &found), pair.same);
        }
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
    show(&format!("weight {:.2}", found.weight));
    show(&format!("middle {:.2}", found.middle));
    show(&format!(
        "log loss of {asked} pairs left out: {:.4} without the model, {:.4} with it",
        without / asked,
        with / asked
    ));
    if found.weight == 0.0 || with >= without {
        show("on pairs that it was not fitted to, this model is of no help; nothing was written");
        return Ok(());
    }
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

/// The most likely weight and middle: for each middle there is one best weight. The middle lies between the likeness of
/// pairs that are two and that of pairs that are one, on the mean; one that lay elsewhere would make all pairs more
/// likely or less, whatever the model says of them.
fn best(pairs: &[&Pair]) -> Weighing {
    let asked: Vec<&Pair> = pairs.iter().copied().filter(|pair| pair.likeness.is_some()).collect();
    let (two, one) = (mean(&asked, false), mean(&asked, true));
    let mut best = (f64::NEG_INFINITY, Weighing { weight: 0.0, middle: 0.0 });
    let middles = (-STEPS..=STEPS).map(|step| f64::from(step) / f64::from(STEPS));
    for middle in middles.filter(|middle| (two..=one).contains(middle)) {
        let weighing = Weighing { weight: weight(&asked, middle), middle };
        let likely = likelihood(&asked, &weighing);
        if likely > best.0 {
            best = (likely, weighing);
        }
    }
    best.1
}

/// The mean likeness of the pairs that are one, or of those that are two.
fn mean(pairs: &[&Pair], same: bool) -> f64 {
    let own = pairs.iter().filter(|pair| pair.same == same).filter_map(|pair| pair.likeness);
    let (count, sum) = own.fold((0.0, 0.0), |(count, sum), likeness| (count + 1.0, sum + likeness));
    sum / count
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
    let told = pairs.iter().map(|pair| likely(odds(pair, weighing), pair.same));
    told.sum::<f64>() - RIDGE * weighing.weight * weighing.weight / 2.0
}

/// The logarithm of the chance of a judgement; by way of the chance itself, great odds would round to certainty.
fn likely(odds: f64, same: bool) -> f64 {
    -(if same { -odds } else { odds }).exp().ln_1p()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs of which the chance to be one follows a weight and a middle, in twenty steps of likeness.
    fn made(weighing: Weighing) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for likeness in (0..20).map(|step| f64::from(step) / 20.0) {
            let chance = logistic(weighing.weight * (likeness - weighing.middle));
            for n in 0..100 {
                let same = f64::from(n) < 100.0 * chance;
                pairs.push(Pair { odds: 0.0, likeness: Some(likeness), same, group: (0, String::new()) });
            }
        }
        pairs
    }

    #[test]
    fn what_pairs_were_made_by_is_found_again() {
        let made = made(Weighing { weight: 6.0, middle: 0.6 });
        let found = best(&made.iter().collect::<Vec<_>>());
        assert!((found.weight - 6.0).abs() < 0.6 && (found.middle - 0.6).abs() < 0.03, "{found:?}");
    }

    #[test]
    fn likeness_that_misleads_counts_nothing() {
        let mut made = made(Weighing { weight: 6.0, middle: 0.6 });
        made.iter_mut().for_each(|pair| pair.same = !pair.same);
        assert_eq!(best(&made.iter().collect::<Vec<_>>()).weight, 0.0);
    }
}
