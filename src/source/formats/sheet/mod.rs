//! Lists of demands as sheets: each row is a demand, and rows of one date and one sender are a letter.

mod columns;
mod date;
mod delimited;
mod workbook;

pub use columns::Columns;
pub use delimited::is_sheet;

use super::draft::{Draft, Label, Piece};
use super::words::{Style, Words};
use super::{Format, Input, Reading};
use crate::problem::Problem;
use crate::source::{Envelope, Limit, Party, encoding};
use columns::Mapping;

/// Reads a sheet of values separated by commas, semicolons or tabs.
///
/// # Errors
/// When it is no text, has no column of demands, or goes beyond a limit.
pub fn read_delimited(input: &Input) -> Result<Vec<Reading>, Problem> {
    let decoded = encoding::decode(input.bytes, input.options.charset, input.place)?;
    let rows = delimited::rows(&decoded.text, input)?;
    letters(rows, input, Format::Csv, decoded.warnings)
}

/// Reads the sheets of an XLSX file.
///
/// # Errors
/// When it is damaged, has no column of demands, or goes beyond a limit.
pub fn read_workbook(input: &Input) -> Result<Vec<Reading>, Problem> {
    let mut sheets = workbook::sheets(input)?;
    // The sheet that holds demands is the first whose head names a column of them.
    let fitting = sheets.iter().position(|rows| {
        rows.first().is_some_and(|head| matches!(input.options.columns.map(head), Ok(Some(_))))
    });
    let rows = sheets.swap_remove(fitting.unwrap_or(0));
    letters(rows, input, Format::Xlsx, Vec::new())
}

/// The rows of one letter.
struct Group {
    envelope: Envelope,
    texts: Vec<String>,
}

fn letters(
    rows: Vec<Vec<String>>,
    input: &Input,
    format: Format,
    mut warnings: Vec<String>,
) -> Result<Vec<Reading>, Problem> {
    let cells = rows.iter().map(Vec::len).sum();
    input.options.limits.check(Limit::SheetCells, cells, input.place)?;
    let head = rows.first().map(Vec::as_slice).unwrap_or_default();
    let mapping = input
        .options
        .columns
        .map(head)
        .map_err(|reason| Problem::new(input.place, reason).hint("name columns as in --columns text=Demand"))?
        .ok_or_else(|| {
            Problem::new(input.place, "no column of this sheet is known to hold demands")
                .hint(format!("say which: --columns text={}", head.first().map_or("NAME", String::as_str)))
        })?;
    let (groups, undated) = grouped(&rows[1..], mapping);
    if undated > 0 {
        warnings.push(format!(
            "the date of {undated} rows cannot be read; write it as YYYY, YYYY-MM or YYYY-MM-DD"
        ));
    }
    let several = groups.len() > 1;
    Ok(groups
        .into_iter()
        .map(|group| {
            let name = several.then(|| group.name());
            let mut draft = Draft::default();
            let items = group.texts.iter().map(|text| {
                let mut words = Words::default();
                words.push(text, Style::default());
                Piece::Item { depth: 0, label: Label::Bullet, words }
            });
            draft.write(&items.collect::<Vec<_>>());
            let mut extracted = draft.finish();
            extracted.envelope = group.envelope;
            extracted.warnings.clone_from(&warnings);
            Reading { name, format, extracted: Ok(extracted) }
        })
        .collect())
}

/// Rows by date and sender, in the order in which these first appear, and how many dates cannot be read.
fn grouped(rows: &[Vec<String>], mapping: Mapping) -> (Vec<Group>, usize) {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: std::collections::BTreeMap<(Option<String>, Option<String>), usize> = Default::default();
    let mut undated = 0;
    for row in rows {
        let cell = |column: Option<usize>| {
            let value = column.and_then(|column| row.get(column))?;
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(value).filter(|value| !value.is_empty())
        };
        let Some(text) = cell(Some(mapping.text)) else { continue };
        let written = cell(mapping.date);
        let date = written.as_deref().and_then(date::parse);
        undated += usize::from(written.is_some() && date.is_none());
        let (sender, addressee) = (cell(mapping.sender), cell(mapping.addressee));
        let key = (date.clone(), sender.clone());
        let at = *known.entry(key).or_insert(groups.len());
        if at == groups.len() {
            let envelope = Envelope {
                date,
                sender: sender.map(Party::Named),
                recipient: addressee.clone().map(Party::Named),
                title: None,
            };
            groups.push(Group { envelope, texts: Vec::new() });
        }
        let group = &mut groups[at];
        // Rows asked of several are asked of nobody in particular.
        if group.envelope.recipient.as_ref().map(Party::as_str) != addressee.as_deref() {
            group.envelope.recipient = None;
        }
        group.texts.push(text);
    }
    (groups, undated)
}

impl Group {
    /// The date and the sender, as part of a file's name.
    fn name(&self) -> String {
        let date = self.envelope.date.clone().unwrap_or_else(|| "undated".to_owned());
        let sender = self.envelope.sender.as_ref().map(Party::as_str).unwrap_or_default();
        let mut name = date;
        for word in sender.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            name.push('-');
            name.push_str(&word.to_lowercase());
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ReadOptions;

    #[test]
    fn rows_of_one_date_and_sender_are_a_letter() {
        let sheet = "Recommendation;Recommending State;Date\n\
                     \"Release all; now\";Norway;12 May 2020\nRatify the treaty;Norway;2020-05-12\nEnd it;Chile;2021\n";
        let options = ReadOptions::default();
        let input = Input { place: "a.csv", bytes: sheet.as_bytes(), options: &options };
        assert!(is_sheet(sheet, &options.columns));
        let readings = read_delimited(&input).unwrap();
        let names: Vec<_> = readings.iter().map(|reading| reading.name.as_deref()).collect();
        assert_eq!(names, [Some("2020-05-12-norway"), Some("2021-chile")]);
        let first = readings[0].extracted.as_ref().unwrap();
        assert_eq!(first.text, "- Release all; now\n- Ratify the treaty\n");
        assert_eq!(first.envelope.sender, Some(Party::Named("Norway".into())));
    }
}
