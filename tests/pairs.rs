//! Pairs of demands written for the purpose, with what English says of them: one demand or two.
//!
//! `tests/matching/pairs.tsv` holds them; the weights of the score were fitted with them beside the pairs of real
//! demands. The snapshot lists what we say of each today, misjudged pairs first, so that a change of lexicon or weights
//! shows what it does.

use demarche::lexicon::Lexicon;
use demarche::matching::{Canonical, Score, score};
use std::error::Error;
use std::fmt::Write;

const PAIRS: &str = include_str!("matching/pairs.tsv");

struct Pair {
    a: &'static str,
    b: &'static str,
    same: bool,
    group: &'static str,
}

fn pairs() -> impl Iterator<Item = Pair> {
    PAIRS.lines().skip(1).map(|line| {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Pair { a: next(), b: next(), same: next() == "1", group: next() }
    })
}

fn scored(pair: &Pair) -> Score {
    let read = |text: &str| Canonical::of(text, Lexicon::builtin());
    score(&read(pair.a), &read(pair.b))
}

#[test]
fn what_we_say_of_each_pair() -> Result<(), Box<dyn Error>> {
    let mut said = Vec::new();
    for pair in pairs() {
        let score = scored(&pair);
        let verdict = match (pair.same, score.matches) {
            (true, false) => "missed",
            (false, true) => "false",
            (true, true) => "one",
            (false, false) => "two",
        };
        said.push((score.matches == pair.same, verdict, score.score, pair));
    }
    said.sort_by(|x, y| (x.0, x.1, x.3.a, x.3.b).cmp(&(y.0, y.1, y.3.a, y.3.b)));
    let right = said.iter().filter(|(right, ..)| *right).count();
    let mut text = format!("{right} of {} judged as English does\n\n", said.len());
    for (_, verdict, score, pair) in &said {
        writeln!(text, "{verdict:6} {score:.2}  {} | {}", pair.a, pair.b)?;
    }
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("pairs-of-our-own", text);
    });
    Ok(())
}

/// Other words for an act that is not to be done make no other polarity.
#[test]
fn not_doing_is_like_stopping_and_unlike_doing() {
    for pair in pairs().filter(|pair| pair.group == "neg") {
        let opposed = scored(&pair).parts.iter().any(|part| part.name == "opposed");
        assert!(!opposed, "taken for opposites: {} | {}", pair.a, pair.b);
    }
    let read = |text: &str| Canonical::of(text, Lexicon::builtin());
    for (a, b) in [
        ("stop building the bypass", "build the bypass"),
        ("do not close the library", "close the library"),
        ("abandon the plan to close the library", "close the library"),
        ("prohibit the agency from collecting fingerprints", "the agency must collect fingerprints"),
        ("lift the sanctions on the port", "impose sanctions on the port"),
        ("vote against the bill", "vote for the bill"),
    ] {
        assert!(!score(&read(a), &read(b)).matches, "taken for one: {a} | {b}");
    }
}
