//! ODT, as LibreOffice and its like write it. Tracked deletions lie apart from the text and are left out.

use super::Input;
use super::archive::Archive;
use super::draft::{Draft, Extracted, Label, Piece, join_short_lines};
use super::office;
use super::words::{Style, Words};
use super::xml::{self, Element, Node, Nodes};
use crate::problem::Problem;
use std::collections::BTreeMap;

/// Reads an ODT file.
///
/// # Errors
/// When it is damaged, protected, or goes beyond a limit.
pub fn read(input: &Input) -> Result<Extracted, Problem> {
    let mut archive = Archive::open(input)?;
    if let Some(manifest) = archive.part("META-INF/manifest.xml")?
        && String::from_utf8_lossy(&manifest).contains("encryption-data")
    {
        return Err(Problem::new(input.place, "protected by a password")
            .hint("open it and save it without the password"));
    }
    let mut reader = Reader::default();
    if let Some(bytes) = archive.part("styles.xml")? {
        let styles = xml::decode(&bytes, input, "styles.xml")?;
        reader.read_styles(&mut Nodes::new(&styles, input, "styles.xml"))?;
    }
    let text = xml::decode(&archive.required("content.xml")?, input, "content.xml")?;
    reader.read_styles(&mut Nodes::new(&text, input, "content.xml"))?;
    let mut nodes = Nodes::new(&text, input, "content.xml");
    let mut pieces = Vec::new();
    while let Some(node) = nodes.next()? {
        if let Node::Open(element) = node
            && element.name() == "body"
        {
            pieces = reader.blocks(&mut nodes)?;
        }
    }
    let mut draft = Draft::default();
    if text.contains("soft-page-break") {
        draft.page(1);
    }
    draft.write(&join_short_lines(pieces));
    draft.write(&reader.notes);
    let mut extracted = draft.finish();
    extracted.warnings = office::warnings(reader.inserted, reader.deleted, 0);
    Ok(extracted)
}

/// What a style says of text.
#[derive(Debug, Clone, Default)]
struct Look {
    parent: Option<String>,
    bold: Option<bool>,
    raised: Option<bool>,
}

#[derive(Default)]
struct Reader {
    styles: BTreeMap<String, Look>,
    /// The marks of lists by style and level.
    lists: BTreeMap<(String, u32), Label>,
    notes: Vec<Piece>,
    inserted: usize,
    deleted: usize,
    /// Turns of the page so far.
    turns: usize,
    /// The lists that are open: style, and the mark of the next item.
    open: Vec<(String, Label)>,
    /// The mark of the item that has begun and has no text yet.
    mark: Option<Label>,
    /// Whether the item has had its first paragraph.
    inside: bool,
}

impl Reader {
    fn read_styles(&mut self, nodes: &mut Nodes) -> Result<(), Problem> {
        let mut name = String::new();
        let mut list = String::new();
        while let Some(node) = nodes.next()? {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "body" => return Ok(()),
                "style" => {
                    name = element.attribute("name").unwrap_or_default();
                    let parent = element.attribute("parent-style-name");
                    self.styles.insert(name.clone(), Look { parent, ..Look::default() });
                }
                "text-properties" => {
                    if let Some(look) = self.styles.get_mut(&name) {
                        look.bold = element.attribute("font-weight").map(|weight| weight != "normal");
                        look.raised = element.attribute("text-position").map(|at| {
                            at.starts_with("super")
                                || at.starts_with(|c: char| c.is_ascii_digit() && c != '0')
                        });
                    }
                }
                "list-style" => list = element.attribute("name").unwrap_or_default(),
                "list-level-style-bullet" | "list-level-style-image" => {
                    let level = element.number("level").unwrap_or(1);
                    self.lists.insert((list.clone(), level), Label::Bullet);
                }
                "list-level-style-number" => {
                    let level = element.number("level").unwrap_or(1);
                    let start = element.number("start-value").unwrap_or(1);
                    let label = match element.attribute("num-format").as_deref() {
                        Some("a" | "A") => Label::Letter(start),
                        Some("i" | "I") => Label::Roman(start),
                        _ => Label::Number(start),
                    };
                    self.lists.insert((list.clone(), level), label);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn look(&self, name: &str) -> Look {
        let mut out = Look::default();
        let mut at = Some(name.to_owned());
        for _ in 0..12 {
            let Some(look) = at.as_deref().and_then(|name| self.styles.get(name)) else { break };
            out.bold = out.bold.or(look.bold);
            out.raised = out.raised.or(look.raised);
            at = look.parent.clone();
        }
        out
    }

    fn is_quotation(&self, name: &str) -> bool {
        let parent = self.styles.get(name).and_then(|look| look.parent.as_deref()).unwrap_or_default();
        name == "Quotations" || parent == "Quotations"
    }

    /// Everything up to the end of the element that was opened last.
    fn blocks(&mut self, nodes: &mut Nodes) -> Result<Vec<Option<Piece>>, Problem> {
        let mut out = Vec::new();
        let mut open = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => match element.name() {
                    "p" | "h" => self.paragraph(&element, nodes, &mut out)?,
                    "list" => self.list(&element, nodes, &mut out)?,
                    "table" => {
                        let table = self.table(nodes)?;
                        out.push(Some(table));
                    }
                    "tracked-changes" => self.changes(nodes)?,
                    "soft-page-break" => {
                        self.turns += 1;
                        open += 1;
                    }
                    "annotation" | "sequence-decls" | "forms" | "index-title-template" => nodes.skip()?,
                    _ => open += 1,
                },
                Node::Close(_) if open == 0 => break,
                Node::Close(_) => open -= 1,
                Node::Text(_) => {}
            }
        }
        Ok(out)
    }

    fn list(
        &mut self,
        element: &Element,
        nodes: &mut Nodes,
        out: &mut Vec<Option<Piece>>,
    ) -> Result<(), Problem> {
        let outer = self.open.last().map(|(style, _)| style.clone());
        let style = element.attribute("style-name").or(outer).unwrap_or_default();
        let level = u32::try_from(self.open.len() + 1).unwrap_or(1);
        let label = self.lists.get(&(style.clone(), level)).copied().unwrap_or(Label::Bullet);
        let (mark, inside) = (self.mark.take(), self.inside);
        self.open.push((style, label));
        let mut depth = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(item) if matches!(item.name(), "list-item" | "list-header") => {
                    self.mark = None;
                    if item.name() == "list-item"
                        && let Some((_, next)) = self.open.last_mut()
                    {
                        let label = item.number("start-value").map_or(*next, |number| next.with(number));
                        *next = label.next();
                        self.mark = Some(label);
                    }
                    self.inside = false;
                    out.extend(self.blocks(nodes)?);
                }
                Node::Open(_) => depth += 1,
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
            }
        }
        self.open.pop();
        (self.mark, self.inside) = (mark, inside);
        Ok(())
    }

    fn paragraph(
        &mut self,
        element: &Element,
        nodes: &mut Nodes,
        out: &mut Vec<Option<Piece>>,
    ) -> Result<(), Problem> {
        let style = element.attribute("style-name").unwrap_or_default();
        let heading = (element.name() == "h").then(|| element.number("outline-level").unwrap_or(1));
        let look = self.look(&style);
        let mut words = Words::default();
        let mut boxes = Vec::new();
        let base = Style { bold: look.bold.unwrap_or(false), superscript: false };
        self.inline(nodes, base, &mut words, &mut boxes)?;
        if words.is_blank() {
            if words.pages().next().is_some() {
                out.push(Some(Piece::Paragraph(words)));
            }
            out.push(None);
            out.extend(boxes);
            return Ok(());
        }
        let piece = match (heading, self.mark.take()) {
            (Some(level), _) => Piece::Heading(u8::try_from(level).unwrap_or(6).min(6), words),
            (None, Some(label)) => {
                self.inside = true;
                Piece::Item { depth: self.open.len().saturating_sub(1), label, words }
            }
            _ if !self.open.is_empty() && self.inside => Piece::Inside(words),
            _ if self.is_quotation(&style) => Piece::Quotation(vec![Piece::Paragraph(words)]),
            _ => Piece::Paragraph(words),
        };
        out.push(Some(piece));
        out.extend(boxes);
        Ok(())
    }

    /// The words up to the end of the element that was opened last.
    fn inline(
        &mut self,
        nodes: &mut Nodes,
        base: Style,
        words: &mut Words,
        boxes: &mut Vec<Option<Piece>>,
    ) -> Result<(), Problem> {
        let mut styles = vec![base];
        while let Some(node) = nodes.next()? {
            let style = styles.last().copied().unwrap_or(base);
            match node {
                Node::Open(element) => {
                    let mut next = style;
                    match element.name() {
                        "span" => {
                            let look = self.look(&element.attribute("style-name").unwrap_or_default());
                            next.bold = look.bold.unwrap_or(style.bold);
                            next.superscript = look.raised.unwrap_or(style.superscript);
                        }
                        "s" => words.push(" ", style),
                        "tab" => words.push("\t", style),
                        "line-break" => words.line_break(),
                        "soft-page-break" => {
                            self.turns += 1;
                            words.page(self.turns + 1);
                        }
                        "change-start" | "change" => {}
                        "note" => {
                            self.note(nodes, words)?;
                            continue;
                        }
                        "annotation" | "annotation-end" | "ruby-text" | "object" | "image" | "desc"
                        | "title" => {
                            nodes.skip()?;
                            continue;
                        }
                        "text-box" => {
                            let outer = (self.mark.take(), self.inside, std::mem::take(&mut self.open));
                            boxes.extend(self.blocks(nodes)?);
                            (self.mark, self.inside, self.open) = outer;
                            continue;
                        }
                        _ => {}
                    }
                    styles.push(next);
                }
                Node::Close(_) if styles.len() == 1 => break,
                Node::Close(_) => {
                    styles.pop();
                }
                Node::Text(text) => words.push(&text.replace('\t', " "), style),
            }
        }
        Ok(())
    }

    fn note(&mut self, nodes: &mut Nodes, words: &mut Words) -> Result<(), Problem> {
        let number = (self.notes.len() + 1).to_string();
        words.push(&number, Style { bold: false, superscript: true });
        let mut text = Words::default();
        let mut depth = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) if element.name() == "note-body" => {
                    let outer = (self.mark.take(), self.inside, std::mem::take(&mut self.open));
                    for piece in self.blocks(nodes)?.iter().flatten() {
                        if let Some(more) = piece.words() {
                            text.append(more.clone());
                        }
                    }
                    (self.mark, self.inside, self.open) = outer;
                }
                Node::Open(_) => depth += 1,
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
            }
        }
        self.notes.push(Piece::Note(number, text));
        Ok(())
    }

    fn table(&mut self, nodes: &mut Nodes) -> Result<Piece, Problem> {
        let outer = (self.mark.take(), self.inside, std::mem::take(&mut self.open));
        let table = office::table(nodes, ["table-row", "table-cell"], |nodes| self.blocks(nodes))?;
        (self.mark, self.inside, self.open) = outer;
        Ok(table)
    }

    /// Counts tracked changes; what was deleted is kept among them, away from the text.
    fn changes(&mut self, nodes: &mut Nodes) -> Result<(), Problem> {
        let mut depth = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => {
                    match element.name() {
                        "insertion" => self.inserted += 1,
                        "deletion" => self.deleted += 1,
                        _ => {}
                    }
                    depth += 1;
                }
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
            }
        }
        Ok(())
    }
}
