//! A table as comma-separated values.

use super::{Cell, Sheet};
use crate::problem::Problem;
use crate::report::escape::visible;

/// A table as CSV, by RFC 4180 but for its line ends. No cell is a formula to a program that opens it: text that
/// begins like one gets an apostrophe in front.
///
/// # Errors
/// When the table cannot be written.
pub fn csv(sheet: &Sheet) -> Result<String, Problem> {
    let broken = |reason: String| Problem::new("CSV", reason);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = sheet.columns.iter().map(|(name, _)| inert(name));
    writer.write_record(head).map_err(|error| broken(error.to_string()))?;
    for row in &sheet.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => inert(text),
            Cell::Number(number) => number.to_string(),
            Cell::Flag(flag) => flag.to_string(),
        });
        writer.write_record(cells).map_err(|error| broken(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| broken(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| broken(error.to_string()))
}

/// Text that no sheet takes for a formula.
fn inert(text: &str) -> String {
    let text = visible(text);
    let first = text.trim_start().chars().next();
    // Full-width signs are signs to some programs as well.
    let begins = matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠'));
    if begins { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"] {
            assert!(inert(text).starts_with('\''), "{text}");
        }
        assert_eq!(inert("release all – now = today"), "release all – now = today");
    }
}
