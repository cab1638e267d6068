//! Compares the candidates that are scored with all pairs, on so many made-up demands beside the bundled letters.
//!
//! ```text
//! cargo run --release --example recall -- 5000
//! ```

// What was planted is for scoring, which this does not.
#[allow(dead_code)]
#[path = "../planted/letters.rs"]
mod letters;
mod measure;

use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count = std::env::args().nth(1).ok_or("how many demands?")?.parse()?;
    let found = measure::measure(count);
    let told = |pairs: &measure::Pairs| {
        format!(
            "{} of {} pairs that match were candidates ({:.4})",
            pairs.candidates,
            pairs.matching,
            pairs.recall()
        )
    };
    writeln!(
        std::io::stdout(),
        "{} demands\nwordings of one planted demand: {}\nall pairs: {}",
        found.demands,
        told(&found.planted),
        told(&found.all),
    )?;
    Ok(())
}
