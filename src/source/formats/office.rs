//! What the readers of office formats have in common: tables as rows of cells, and what is said of changes that were
//! tracked.

use super::draft::Piece;
use super::xml::{Node, Nodes};
use crate::problem::Problem;

/// Reads a table up to its end; `row` and `cell` are the names of its elements, `read` reads what a cell holds.
///
/// # Errors
/// As [`Nodes::next`].
pub fn table<'x>(
    nodes: &mut Nodes<'x>,
    [row, cell]: [&str; 2],
    mut read: impl FnMut(&mut Nodes<'x>) -> Result<Vec<Option<Piece>>, Problem>,
) -> Result<Piece, Problem> {
    let mut rows: Vec<Vec<Vec<Piece>>> = Vec::new();
    let mut open = 0_usize;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.name() == cell => {
                let pieces = read(nodes)?.into_iter().flatten().collect();
                if let Some(row) = rows.last_mut() {
                    row.push(pieces);
                }
            }
            Node::Open(element) => {
                if element.name() == row {
                    rows.push(Vec::new());
                }
                open += 1;
            }
            Node::Close(_) if open == 0 => break,
            Node::Close(_) => open -= 1,
            Node::Text(_) => {}
        }
    }
    Ok(Piece::Table(rows))
}

/// What the user should know of tracked changes and of hidden text.
pub fn warnings(inserted: usize, deleted: usize, hidden: usize) -> Vec<String> {
    let mut warnings = Vec::new();
    if inserted + deleted > 0 {
        warnings.push(format!("tracked changes: {inserted} inserted (read), {deleted} deleted (left out)"));
    }
    if hidden > 0 {
        warnings.push(format!("hidden text in {hidden} places (left out)"));
    }
    warnings
}
