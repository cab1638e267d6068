//! DOCX, as Word and its like write it: what the reader of the page would see. Tracked insertions are in,
//! deletions are out, and both are counted; hidden text is out and counted.

mod notes;
mod numbering;
mod paragraph;
mod styles;

use super::Input;
use super::archive::Archive;
use super::draft::{Draft, Extracted, Piece, join_short_lines};
use super::office;
use super::xml::{self, Node, Nodes};
use crate::problem::Problem;
use notes::Notes;
use numbering::{Counters, Numbering};
use styles::Styles;

/// What the parts beside the text say, and what is counted on the way.
#[derive(Default)]
struct Reader {
    styles: Styles,
    numbering: Numbering,
    counters: Counters,
    notes: Notes,
    seen: Seen,
}

/// What the user should know of.
#[derive(Default)]
struct Seen {
    inserted: usize,
    deleted: usize,
    hidden: usize,
    /// The page, which is known once the first turn of a page was seen.
    page: usize,
}

/// Reads a DOCX file.
///
/// # Errors
/// When it is damaged, protected, or goes beyond a limit.
pub fn read(input: &Input) -> Result<Extracted, Problem> {
    let mut archive = Archive::open(input)?;
    let main = main_part(&mut archive, input)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut part = |name: &str| -> Result<String, Problem> {
        let name = format!("{folder}/{name}");
        let bytes = archive.part(name.trim_start_matches('/'))?;
        bytes.map_or(Ok(String::new()), |bytes| xml::decode(&bytes, input, &name))
    };
    let styles = part("styles.xml")?;
    let numbering = part("numbering.xml")?;
    let footnotes = part("footnotes.xml")?;
    let endnotes = part("endnotes.xml")?;
    let mut reader = Reader {
        styles: Styles::read(&mut Nodes::new(&styles, input, "styles.xml"))?,
        numbering: Numbering::read(&mut Nodes::new(&numbering, input, "numbering.xml"))?,
        ..Reader::default()
    };
    for (kind, text) in [("footnote", &footnotes), ("endnote", &endnotes)] {
        reader.read_notes(kind, &mut Nodes::new(text, input, kind))?;
    }
    let text = xml::decode(&archive.required(&main)?, input, &main)?;
    let mut draft = Draft::default();
    // Programs that note where pages turn note it for all of them.
    if text.contains("lastRenderedPageBreak") {
        reader.seen.page = 1;
        draft.page(1);
    }
    let pieces = reader.blocks(&mut Nodes::new(&text, input, &main))?;
    draft.write(&join_short_lines(pieces));
    draft.write(&reader.notes.referred());
    let mut extracted = draft.finish();
    extracted.warnings = office::warnings(reader.seen.inserted, reader.seen.deleted, reader.seen.hidden);
    Ok(extracted)
}

/// The part that holds the text; its name is written in a part of its own.
fn main_part(archive: &mut Archive, input: &Input) -> Result<String, Problem> {
    const USUAL: &str = "word/document.xml";
    let Some(bytes) = archive.part("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    let text = xml::decode(&bytes, input, "_rels/.rels")?;
    let mut nodes = Nodes::new(&text, input, "_rels/.rels");
    while let Some(node) = nodes.next()? {
        if let Node::Open(element) = node
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            && let Some(target) = element.attribute("Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok(USUAL.to_owned())
}

impl Reader {
    /// The paragraphs and tables up to the end of the element that was opened last; the whole part when
    /// nothing was. `None` stands for an empty paragraph.
    fn blocks(&mut self, nodes: &mut Nodes) -> Result<Vec<Option<Piece>>, Problem> {
        let mut out = Vec::new();
        let mut open = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => match element.name() {
                    "p" => self.paragraph(nodes, &mut out)?,
                    "tbl" => out.push(Some(self.table(nodes)?)),
                    // Older programs find in the one what newer ones find in the other.
                    "Fallback" | "sectPr" | "tblPr" | "trPr" | "tcPr" | "sdtPr" => nodes.skip()?,
                    "del" | "moveFrom" => {
                        self.seen.deleted += 1;
                        nodes.skip()?;
                    }
                    _ => open += 1,
                },
                Node::Close(_) if open == 0 => break,
                Node::Close(_) => open -= 1,
                Node::Text(_) => {}
            }
        }
        Ok(out)
    }

    fn table(&mut self, nodes: &mut Nodes) -> Result<Piece, Problem> {
        office::table(nodes, ["tr", "tc"], |nodes| self.blocks(nodes))
    }

    fn read_notes(&mut self, kind: &'static str, nodes: &mut Nodes) -> Result<(), Problem> {
        while let Some(node) = nodes.next()? {
            let Node::Open(element) = node else { continue };
            if element.name() != kind {
                continue;
            }
            let id = element.attribute("id").unwrap_or_default();
            // Notes of a type of their own are the lines above the notes.
            if element.attribute("type").is_some_and(|kind| kind != "normal") {
                nodes.skip()?;
                continue;
            }
            let pieces = self.blocks(nodes)?;
            self.notes.add(kind, id, pieces.into_iter().flatten());
        }
        Ok(())
    }
}
