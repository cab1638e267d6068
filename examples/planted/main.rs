//! Writes made-up letters with known demands into a folder, and scores what the program found in them.
//!
//! ```text
//! cargo run --release --example planted -- 10000 target/planted
//! demarche diff target/planted --format json | cargo run --release --example planted -- 10000
//! ```

mod letters;

use letters::letters;
use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: usize = arguments.next().ok_or("how many demands?")?.parse()?;
    match arguments.next() {
        Some(folder) => {
            std::fs::create_dir_all(&folder)?;
            for letter in letters(count) {
                std::fs::write(std::path::Path::new(&folder).join(letter.name), letter.text)?;
            }
        }
        None => {
            let mut report = String::new();
            std::io::stdin().read_to_string(&mut report)?;
            writeln!(std::io::stdout(), "{}", scored(count, &serde_json::from_str(&report)?))?;
        }
    }
    Ok(())
}

/// How many pairs of demands that share a thread are one planted demand, and how many planted pairs share a thread.
fn scored(count: usize, report: &serde_json::Value) -> String {
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let mut planted: HashMap<String, usize> = HashMap::new();
    let mut whole = 0;
    let read: HashMap<String, Vec<serde_json::Value>> = list(&report["letters"])
        .iter()
        .map(|letter| (letter["id"].as_str().unwrap_or_default().to_owned(), list(&letter["demands"])))
        .collect();
    for letter in letters(count) {
        let found = read.get(letter.name.trim_end_matches(".txt")).cloned().unwrap_or_default();
        // Items are told apart by their order; a letter with more or fewer demands than planted is left out.
        if found.len() == letter.demands.len() {
            whole += 1;
            for (demand, one) in found.iter().zip(&letter.demands) {
                planted.insert(demand["id"].as_str().unwrap_or_default().to_owned(), *one);
            }
        }
    }
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    planted.values().for_each(|one| *sizes.entry(*one).or_default() += 1);
    let pairs =
        |sizes: &BTreeMap<usize, usize>| sizes.values().map(|size| size * (size - 1) / 2).sum::<usize>();
    let (mut joined, mut right) = (0, 0);
    for thread in list(&report["threads"]) {
        let mut own: BTreeMap<usize, usize> = BTreeMap::new();
        for demand in list(&thread["occurrences"]).iter().flat_map(|occurrence| list(&occurrence["demands"]))
        {
            if let Some(one) = demand.as_str().and_then(|id| planted.get(id)) {
                *own.entry(*one).or_default() += 1;
            }
        }
        let all: usize = own.values().sum();
        joined += all * all.saturating_sub(1) / 2;
        right += pairs(&own);
    }
    let wanted = pairs(&sizes);
    format!(
        "{whole} of {} letters read whole; {} demands; pairs: {wanted} planted, {joined} joined, {right} right; \
         precision {:.3}, recall {:.3}",
        count.div_ceil(10),
        planted.len(),
        right as f64 / joined.max(1) as f64,
        right as f64 / wanted.max(1) as f64,
    )
}
