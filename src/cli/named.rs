//! Things by the names people type; a name that nothing has is answered with the nearest one.

use crate::corpus::{Edition, LetterRecord};
use crate::lineage::{Report, Thread};
use crate::problem::{Problem, nearest};

/// So many names are listed where none is near.
const LISTED: usize = 12;

/// The way out for a name that nothing has.
pub fn way_out<'k>(name: &str, known: impl IntoIterator<Item = &'k str>, what: &str) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean {near}?"),
        _ if known.is_empty() => format!("there are no {what}"),
        _ if known.len() <= LISTED => format!("the {what} are {}", known.join(", ")),
        _ => format!("the {what} are {} and {} more", known[..LISTED].join(", "), known.len() - LISTED),
    }
}

/// An edition.
///
/// # Errors
/// When no letter is of that edition.
pub fn edition(records: &[LetterRecord], name: &str) -> Result<Edition, Problem> {
    if let Some(found) = records.iter().find(|record| record.edition.as_str() == name) {
        return Ok(found.edition.clone());
    }
    // Editions are few: all of them are told, beside the one that is near.
    let mut known: Vec<&str> = records.iter().map(|record| record.edition.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    // Any year is like any other.
    let near = nearest(name, known.iter().copied()).filter(|_| name.contains(char::is_alphabetic));
    let hint = match near {
        _ if known.len() > LISTED => way_out(name, known, "editions"),
        Some(near) => format!("did you mean {near}? the editions are {}", known.join(", ")),
        None => format!("the editions are {}", known.join(", ")),
    };
    Err(Problem::new(name, "no such edition").hint(hint))
}

/// The threads of a name, one in each series that has it.
///
/// # Errors
/// When no thread has it.
pub fn threads<'r>(report: &'r Report, name: &str) -> Result<Vec<&'r Thread>, Problem> {
    let same = |thread: &&Thread| thread.id.eq_ignore_ascii_case(name);
    let found: Vec<&Thread> = report.threads.iter().filter(same).collect();
    if found.is_empty() {
        let known = report.threads.iter().map(|thread| thread.id.as_str());
        return Err(Problem::new(name, "no such thread").hint(way_out(name, known, "threads")));
    }
    Ok(found)
}

/// The full id of a demand; the letter's name may be shortened as long as one letter only begins with it.
///
/// # Errors
/// When there is no such demand, or several letters begin so.
pub fn demand<'r>(records: &'r [LetterRecord], name: &str) -> Result<&'r str, Problem> {
    let Some((letter, number)) = name.rsplit_once('#') else {
        return Err(Problem::new(name, "no id of a demand")
            .hint("write LETTER#NUMBER as `demarche extract` shows them, such as 2025#2"));
    };
    let begins: Vec<&LetterRecord> = records.iter().filter(|record| record.id.starts_with(letter)).collect();
    let record = match (begins.iter().find(|record| record.id == letter), begins.as_slice()) {
        (Some(record), _) | (None, [record]) => record,
        (None, []) => {
            let known = records.iter().map(|record| record.id.as_str());
            return Err(Problem::new(letter, "no such letter").hint(way_out(letter, known, "letters")));
        }
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|record| record.id.as_str()).collect();
            return Err(Problem::new(letter, "several letters begin so")
                .hint(format!("write more of one of {}", names.join(", "))));
        }
    };
    let wanted = format!("{}#{number}", record.id);
    match record.demand(&wanted) {
        Some(demand) => Ok(&demand.id),
        None => Err(Problem::new(name, "no such demand").hint(match record.demands.len() {
            0 => format!("{} holds no demand", record.id),
            last => format!("the demands of {0} are {0}#1 to {0}#{last}", record.id),
        })),
    }
}
