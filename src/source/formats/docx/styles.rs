//! What the styles of a document say of its paragraphs.

use crate::problem::Problem;
use crate::source::formats::xml::{Node, Nodes};
use std::collections::BTreeMap;

/// A style, or what a paragraph itself says.
#[derive(Debug, Clone, Default)]
pub struct Style {
    name: String,
    based_on: Option<String>,
    /// Outline level, 0 for the highest.
    pub outline: Option<u32>,
    /// Number of its list; 0 takes it out of any.
    pub list: Option<String>,
    /// Level within its list.
    pub level: Option<u32>,
    /// Whether its text is bold.
    pub bold: Option<bool>,
}

/// The styles of a document, by id.
#[derive(Default)]
pub struct Styles {
    styles: BTreeMap<String, Style>,
}

/// How many styles may be based on each other.
const CHAIN: usize = 12;

impl Styles {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// When its XML is broken.
    pub fn read(nodes: &mut Nodes) -> Result<Styles, Problem> {
        let mut styles = BTreeMap::new();
        let mut current: Option<(String, Style)> = None;
        while let Some(node) = nodes.next()? {
            match (node, &mut current) {
                (Node::Open(element), None) if element.name() == "style" => {
                    current = element.attribute("styleId").map(|id| (id, Style::default()));
                }
                (Node::Open(element), Some((_, style))) => {
                    let value = element.attribute("val");
                    match element.name() {
                        "name" => style.name = value.unwrap_or_default().to_lowercase(),
                        "basedOn" => style.based_on = value,
                        "outlineLvl" => style.outline = element.number("val"),
                        "numId" => style.list = value,
                        "ilvl" => style.level = element.number("val"),
                        "b" => style.bold = Some(element.is_on()),
                        _ => {}
                    }
                }
                (Node::Close(name), Some(_)) if name == "style" => styles.extend(current.take()),
                _ => {}
            }
        }
        Ok(Styles { styles })
    }

    /// A style and those it is based on, the nearest first.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> + use<'s> {
        let first = self.styles.get(id);
        let next = |style: &&'s Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(CHAIN)
    }

    /// A style with all that it takes over from others.
    pub fn resolved(&self, id: &str) -> Style {
        let mut out = Style::default();
        for style in self.chain(id) {
            out.outline = out.outline.or(style.outline).or(style.heading());
            out.list = out.list.or_else(|| style.list.clone());
            out.level = out.level.or(style.level);
            out.bold = out.bold.or(style.bold);
        }
        out
    }

    /// Whether a paragraph of this style is a quotation.
    pub fn is_quotation(&self, id: &str) -> bool {
        self.chain(id).any(|style| {
            matches!(style.name.as_str(), "quote" | "intense quote" | "block text" | "quotations")
        })
    }

    /// Whether a paragraph of this style goes on with the item before it.
    pub fn goes_on(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.name.starts_with("list continue"))
    }
}

impl Style {
    /// The outline level that its name stands for.
    fn heading(&self) -> Option<u32> {
        match self.name.as_str() {
            "title" => Some(0),
            "subtitle" => Some(1),
            name => name.strip_prefix("heading ")?.parse::<u32>().ok()?.checked_sub(1),
        }
    }
}
