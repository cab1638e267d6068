//! XLSX: the sheets of a workbook as rows of text.

use super::super::Input;
use super::super::archive::Archive;
use super::super::xml::{self, Element, Node, Nodes};
use super::date;
use crate::problem::Problem;
use crate::source::Limit;

/// The rows of every sheet, in the order of the workbook.
///
/// # Errors
/// When it is damaged, or goes beyond a limit.
pub fn sheets(input: &Input) -> Result<Vec<Vec<Vec<String>>>, Problem> {
    let mut archive = Archive::open(input)?;
    let shared = match archive.part("xl/sharedStrings.xml")? {
        Some(bytes) => {
            let text = xml::decode(&bytes, input, "sharedStrings.xml")?;
            strings(&mut Nodes::new(&text, input, "sharedStrings.xml"))?
        }
        None => Vec::new(),
    };
    let dated = match archive.part("xl/styles.xml")? {
        Some(bytes) => {
            let text = xml::decode(&bytes, input, "styles.xml")?;
            date_styles(&mut Nodes::new(&text, input, "styles.xml"))?
        }
        None => Vec::new(),
    };
    let mut sheets = Vec::new();
    for number in 1..=64 {
        let name = format!("xl/worksheets/sheet{number}.xml");
        let Some(bytes) = archive.part(&name)? else { break };
        let text = xml::decode(&bytes, input, &name)?;
        let mut nodes = Nodes::new(&text, input, &name);
        sheets.push(rows(&mut nodes, &shared, &dated, input)?);
    }
    if sheets.is_empty() {
        return Err(Problem::new(input.place, "damaged: this workbook has no sheet"));
    }
    Ok(sheets)
}

/// The texts that cells refer to by number.
fn strings(nodes: &mut Nodes) -> Result<Vec<String>, Problem> {
    let mut strings: Vec<String> = Vec::new();
    let mut text = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => match element.name() {
                "si" => strings.push(String::new()),
                // How a word is read is no part of it.
                "rPh" => nodes.skip()?,
                name => text = name == "t",
            },
            Node::Close(_) => text = false,
            Node::Text(content) if text => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&content);
                }
            }
            Node::Text(_) => {}
        }
    }
    Ok(strings)
}

/// For each style of cells, whether it shows numbers as dates.
fn date_styles(nodes: &mut Nodes) -> Result<Vec<bool>, Problem> {
    let mut own = std::collections::BTreeSet::new();
    let mut styles = Vec::new();
    let mut cells = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default().to_lowercase();
                    let day = code.contains("yy") || code.contains("d") && code.contains("m");
                    own.extend(element.number("numFmtId").filter(|_| day));
                }
                "cellXfs" => cells = true,
                "xf" if cells => {
                    let format = element.number("numFmtId").unwrap_or_default();
                    styles.push(matches!(format, 14..=17 | 22) || own.contains(&format));
                }
                _ => {}
            },
            Node::Close(name) if name == "cellXfs" => cells = false,
            _ => {}
        }
    }
    Ok(styles)
}

/// A cell under way.
#[derive(Default)]
struct Cell {
    column: Option<usize>,
    kind: String,
    dated: bool,
    value: String,
}

fn rows(
    nodes: &mut Nodes,
    shared: &[String],
    dated: &[bool],
    input: &Input,
) -> Result<Vec<Vec<String>>, Problem> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cell = Cell::default();
    let mut value = false;
    let mut cells = 0_usize;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => match element.name() {
                "row" => rows.push(Vec::new()),
                "c" => cell = begun(&element, dated),
                name => value = matches!(name, "v" | "t"),
            },
            Node::Close(name) => {
                value = false;
                if name == "c"
                    && let Some(row) = rows.last_mut()
                {
                    // Empty cells are left out of the file; the room for them is counted too.
                    let column = cell.column.unwrap_or(row.len());
                    cells += column.saturating_sub(row.len()) + 1;
                    input.options.limits.check(Limit::SheetCells, cells, input.place)?;
                    row.resize(column.max(row.len()), String::new());
                    row.push(cell.text(shared));
                    cell = Cell::default();
                }
            }
            Node::Text(text) if value => cell.value.push_str(&text),
            Node::Text(_) => {}
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    Ok(rows)
}

fn begun(element: &Element, dated: &[bool]) -> Cell {
    let style = element.number("s").and_then(|style| usize::try_from(style).ok());
    Cell {
        column: element.attribute("r").as_deref().and_then(column),
        kind: element.attribute("t").unwrap_or_default(),
        dated: style.and_then(|style| dated.get(style)).copied().unwrap_or(false),
        value: String::new(),
    }
}

/// The number of a column by its letters, from 0; sheets have no more than three.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0_usize, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1).filter(|number| *number < 16_384)
}

impl Cell {
    fn text(&self, shared: &[String]) -> String {
        match self.kind.as_str() {
            "s" => {
                let at = self.value.trim().parse::<usize>().ok();
                at.and_then(|at| shared.get(at)).cloned().unwrap_or_default()
            }
            "e" => String::new(),
            _ if self.dated => {
                let days = self.value.trim().parse::<f64>().ok().map(|days| days.floor() as i64);
                days.and_then(date::of_serial).unwrap_or_else(|| self.value.clone())
            }
            _ => self.value.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_their_letters() {
        assert_eq!(["A1", "Z9", "AA3", "ZZZZ1", "1"].map(column), [Some(0), Some(25), Some(26), None, None]);
    }
}
