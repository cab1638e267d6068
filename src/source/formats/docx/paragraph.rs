//! One paragraph of a DOCX file: its runs, its marks, and what hangs on it.

use super::Reader;
use super::styles::Style as Look;
use crate::problem::Problem;
use crate::source::formats::draft::Piece;
use crate::source::formats::words::{Style, Words};
use crate::source::formats::xml::{Node, Nodes};

/// What a paragraph says of itself.
#[derive(Default)]
struct Properties {
    style: String,
    own: Look,
}

/// A paragraph under way.
struct Open {
    words: Words,
    properties: Properties,
    /// Text in boxes that are anchored here.
    boxes: Vec<Option<Piece>>,
    bold: bool,
    /// Inside a field: its instruction is no text.
    instruction: bool,
}

impl Reader {
    /// Reads a paragraph whose beginning was just read.
    pub(super) fn paragraph(
        &mut self,
        nodes: &mut Nodes,
        out: &mut Vec<Option<Piece>>,
    ) -> Result<(), Problem> {
        let mut open = Open {
            words: Words::default(),
            properties: Properties::default(),
            boxes: Vec::new(),
            bold: false,
            instruction: false,
        };
        let mut depth = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => match element.name() {
                    "pPr" => {
                        open.properties = self.properties(nodes)?;
                        let style = self.styles.resolved(&open.properties.style);
                        open.bold = open.properties.own.bold.or(style.bold).unwrap_or(false);
                    }
                    "r" => self.run(nodes, &mut open)?,
                    "del" | "moveFrom" => {
                        self.seen.deleted += 1;
                        nodes.skip()?;
                    }
                    "ins" | "moveTo" => {
                        self.seen.inserted += 1;
                        depth += 1;
                    }
                    "Fallback" | "rt" | "sdtPr" | "annotation" => nodes.skip()?,
                    _ => depth += 1,
                },
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                // Formulas hold their text without a run.
                Node::Text(text) => open.words.push(text.trim(), Style::default()),
            }
        }
        self.finish(open, out);
        Ok(())
    }

    fn finish(&mut self, open: Open, out: &mut Vec<Option<Piece>>) {
        let Open { words, properties, boxes, .. } = open;
        let style = self.styles.resolved(&properties.style);
        let own = properties.own;
        if words.is_blank() {
            // Kept for the turns of the page inside.
            if words.pages().next().is_some() {
                out.push(Some(Piece::Paragraph(words)));
            }
            out.push(None);
            out.extend(boxes);
            return;
        }
        let list = own.list.or(style.list).filter(|list| list != "0");
        let level = own.level.or(style.level).unwrap_or_default().min(32);
        let heading = own.outline.or(style.outline).filter(|level| *level < 9);
        let label = list.and_then(|list| self.numbering.label(&mut self.counters, &list, level));
        out.push(Some(match (heading, label) {
            (Some(level), _) => Piece::Heading(u8::try_from(level + 1).unwrap_or(6).min(6), words),
            (None, Some(label)) => {
                Piece::Item { depth: usize::try_from(level).unwrap_or_default(), label, words }
            }
            _ if self.styles.is_quotation(&properties.style) => {
                Piece::Quotation(vec![Piece::Paragraph(words)])
            }
            _ if self.styles.goes_on(&properties.style) => Piece::Inside(words),
            _ => Piece::Paragraph(words),
        }));
        out.extend(boxes);
    }

    fn properties(&mut self, nodes: &mut Nodes) -> Result<Properties, Problem> {
        let mut out = Properties::default();
        let mut depth = 0_usize;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => match element.name() {
                    // How the mark at the end of the paragraph looks, and how the paragraph looked before.
                    "rPr" | "pPrChange" => nodes.skip()?,
                    name => {
                        match name {
                            "pStyle" => out.style = element.attribute("val").unwrap_or_default(),
                            "numId" => out.own.list = element.attribute("val"),
                            "ilvl" => out.own.level = element.number("val"),
                            "outlineLvl" => out.own.outline = element.number("val"),
                            _ => {}
                        }
                        depth += 1;
                    }
                },
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
            }
        }
        Ok(out)
    }

    fn run(&mut self, nodes: &mut Nodes, open: &mut Open) -> Result<(), Problem> {
        let mut style = Style { bold: open.bold, superscript: false };
        let (mut hidden, mut depth) = (false, 0_usize);
        let mut text = false;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => {
                    let name = element.name();
                    match name {
                        "b" => style.bold = element.is_on(),
                        "vertAlign" => {
                            style.superscript = element.attribute("val").as_deref() == Some("superscript");
                        }
                        "vanish" if element.is_on() => hidden = true,
                        "fldChar" => {
                            open.instruction = element.attribute("fldCharType").as_deref() == Some("begin");
                        }
                        "tab" if !hidden => open.words.push("\t", style),
                        // Where the page turned is noted in a mark of its own.
                        "br" | "cr" if !hidden => open.words.line_break(),
                        "noBreakHyphen" => open.words.push("\u{2011}", style),
                        "sym" => open.words.push(symbol(element.attribute("char").as_deref()), style),
                        "lastRenderedPageBreak" if self.seen.page > 0 => {
                            self.seen.page += 1;
                            open.words.page(self.seen.page);
                        }
                        "footnoteReference" | "endnoteReference" => {
                            let kind = if name.starts_with('f') { "footnote" } else { "endnote" };
                            let id = element.attribute("id").unwrap_or_default();
                            let number = self.notes.refer(kind, id);
                            open.words.push(&number.to_string(), Style { bold: false, superscript: true });
                        }
                        _ => {}
                    }
                    text = name == "t";
                    match name {
                        "rPrChange" | "instrText" | "delText" | "delInstrText" | "Fallback" | "rt" => {
                            nodes.skip()?;
                        }
                        "txbxContent" => open.boxes.extend(self.blocks(nodes)?),
                        _ => depth += 1,
                    }
                }
                Node::Close(_) if depth == 0 => break,
                Node::Close(_) => {
                    depth -= 1;
                    text = false;
                }
                Node::Text(content) if text && hidden => {
                    self.seen.hidden += usize::from(!content.trim().is_empty());
                }
                Node::Text(content) if text && !open.instruction => open.words.push(&content, style),
                Node::Text(_) => {}
            }
        }
        Ok(())
    }
}

/// A character of a symbol font: those that are in use as bullets.
fn symbol(code: Option<&str>) -> &'static str {
    match code.map(str::to_uppercase).as_deref() {
        Some("F0B7" | "F0A7" | "F0D8" | "F0FC" | "F076" | "00B7") => "\u{2022} ",
        Some("F0A8" | "F06F" | "F0A3") => "\u{2610} ",
        _ => "\u{fffd}",
    }
}
