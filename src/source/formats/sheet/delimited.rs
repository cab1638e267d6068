//! Values separated by commas, semicolons or tabs.

use super::super::Input;
use super::columns::Columns;
use crate::problem::Problem;
use crate::source::Limit;

const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// Whether a text is a sheet of demands: its first row names a column of them, and the rows below have its shape.
pub fn is_sheet(head: &str, columns: &Columns) -> bool {
    let Some(delimiter) = delimiter(head) else { return false };
    let mut rows = reader(head, delimiter).into_records().map_while(Result::ok).take(20);
    let Some(first) = rows.next() else { return false };
    let names: Vec<String> = first.iter().map(str::to_owned).collect();
    // Where the user names columns, what does not fit is told when it is read.
    let fits = columns.map(&names).map_or(!columns.is_empty(), |mapping| mapping.is_some());
    let rows: Vec<usize> = rows.map(|row| row.len()).collect();
    let alike = rows.iter().filter(|length| **length == names.len()).count();
    // The last row may be cut off where the head of the file ends.
    fits && names.len() > 1 && !rows.is_empty() && alike + 1 >= rows.len()
}

/// The character that parts the first row into most values.
fn delimiter(text: &str) -> Option<u8> {
    let line = text.lines().next()?;
    let count = |delimiter: u8| line.bytes().filter(|byte| *byte == delimiter).count();
    DELIMITERS.into_iter().max_by_key(|delimiter| count(*delimiter)).filter(|delimiter| count(*delimiter) > 0)
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// All rows.
///
/// # Errors
/// When there are more cells than the limit.
pub fn rows(text: &str, input: &Input) -> Result<Vec<Vec<String>>, Problem> {
    let delimiter = delimiter(text).unwrap_or(b',');
    let mut rows = Vec::new();
    let mut cells = 0_usize;
    for record in reader(text, delimiter).into_records() {
        let record = record.map_err(|error| Problem::new(input.place, format!("damaged sheet: {error}")))?;
        cells += record.len();
        input.options.limits.check(Limit::SheetCells, cells, input.place)?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    Ok(rows)
}
