//! Pairs of demands that people judged.

use std::error::Error;

/// Two demands, and whether they are one.
pub struct Judged {
    pub a: String,
    pub b: String,
    pub same: bool,
    pub group: String,
}

/// Reads tab-separated columns `a`, `b`, `label` (1 the same, 0 not) and `group`.
pub fn read(text: &str) -> Result<Vec<Judged>, Box<dyn Error>> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        header.iter().position(|column| *column == name).ok_or_else(|| format!("no column {name}"))
    };
    let (a, b, label, group) = (column("a")?, column("b")?, column("label")?, column("group")?);
    let judged = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let field = |at: usize| fields.get(at).copied().unwrap_or_default().to_owned();
        Judged { a: field(a), b: field(b), same: field(label) == "1", group: field(group) }
    };
    Ok(lines.filter(|line| !line.is_empty()).map(judged).collect())
}
