//! XML as office programs write it, piece by piece: no document types, no entities but the five, no depth
//! beyond the limit, names without their prefixes.

use super::Input;
use crate::problem::Problem;
use crate::source::{Limit, encoding};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What comes next in a part.
#[derive(Debug)]
pub enum Node<'x> {
    Open(Element<'x>),
    /// The end of an element, by its name.
    Close(String),
    Text(String),
}

/// An element's beginning.
#[derive(Debug)]
pub struct Element<'x> {
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub fn name(&self) -> &str {
        local(self.start.name().into_inner())
    }

    /// An attribute by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        // Checking for attributes given twice takes time that grows with the square of their number.
        let mut attributes = self.start.attributes();
        attributes.with_checks(false).flatten().find(|a| local(a.key.into_inner()) == name).map(|attribute| {
            match attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.to_string(),
            }
        })
    }

    /// An attribute that is a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an element such as `<w:b/>` switches something on: it does unless its value says no.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "none" | "off"))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Decodes a part; office programs write UTF-8, a few UTF-16.
///
/// # Errors
/// When it is no text.
pub fn decode(bytes: &[u8], input: &Input, part: &str) -> Result<String, Problem> {
    Ok(encoding::decode(bytes, None, &format!("{} ({part})", input.place))?.text)
}

/// A part under way.
pub struct Nodes<'x> {
    reader: Reader<&'x [u8]>,
    input: &'x Input<'x>,
    part: &'x str,
    depth: usize,
    text: String,
    waiting: Option<Node<'x>>,
}

impl<'x> Nodes<'x> {
    /// Reads the text of a part; `part` names it in errors.
    pub fn new(text: &'x str, input: &'x Input<'x>, part: &'x str) -> Nodes<'x> {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Nodes { reader, input, part, depth: 0, text: String::new(), waiting: None }
    }

    /// The next node, or `None` at the end.
    ///
    /// # Errors
    /// When the XML is broken, declares a document type, or is nested beyond the limit.
    pub fn next(&mut self) -> Result<Option<Node<'x>>, Problem> {
        if let Some(node) = self.waiting.take() {
            return Ok(Some(node));
        }
        loop {
            let event = self.reader.read_event().map_err(|error| {
                let at = self.reader.error_position();
                self.problem(format!("damaged: broken XML at byte {at} of its part {} ({error})", self.part))
            })?;
            let node = match event {
                Event::Text(text) => {
                    self.text.push_str(&text.xml10_content());
                    continue;
                }
                Event::CData(text) => {
                    self.text.push_str(&text.xml10_content());
                    continue;
                }
                Event::GeneralRef(name) => {
                    match name.resolve_char_ref() {
                        Ok(Some(c)) => self.text.push(c),
                        Ok(None) => match quick_xml::escape::resolve_xml_entity(&name) {
                            Some(text) => self.text.push_str(text),
                            // Only a document type could say what it stands for.
                            None => self.text.push('\u{fffd}'),
                        },
                        Err(_) => self.text.push('\u{fffd}'),
                    }
                    continue;
                }
                Event::DocType(_) => {
                    return Err(self
                        .problem(
                            "refused: it declares a document type, which no office program writes".into(),
                        )
                        .hint("open and save it again with an office program"));
                }
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
                Event::Start(start) => {
                    self.depth += 1;
                    self.input.options.limits.check(Limit::XmlDepth, self.depth, self.input.place)?;
                    Some(Node::Open(Element { start }))
                }
                Event::Empty(start) => Some(Node::Open(Element { start })),
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Some(Node::Close(local(end.name().into_inner()).to_owned()))
                }
                Event::Eof => None,
            };
            if self.text.is_empty() {
                return Ok(node);
            }
            self.waiting = node;
            return Ok(Some(Node::Text(std::mem::take(&mut self.text))));
        }
    }

    /// Passes over everything up to the end of the element that was opened last.
    ///
    /// # Errors
    /// As [`Nodes::next`].
    pub fn skip(&mut self) -> Result<(), Problem> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close(_)) => open -= 1,
                Some(Node::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }

    fn problem(&self, reason: String) -> Problem {
        Problem::new(self.input.place, reason)
    }
}
