//! The lists of a document: which mark its levels have, and how far each has counted.

use crate::problem::Problem;
use crate::source::formats::draft::Label;
use crate::source::formats::xml::{Node, Nodes};
use std::collections::BTreeMap;

/// How one level of a list is marked.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    start: Option<u32>,
}

type Levels = BTreeMap<u32, Level>;

/// The lists that a document defines.
#[derive(Default)]
pub struct Numbering {
    /// Definitions by their ids.
    shared: BTreeMap<String, Levels>,
    /// Lists by number: the definition they use, and what they change in it.
    lists: BTreeMap<String, (String, Levels)>,
}

/// How far the lists have counted.
#[derive(Default)]
pub struct Counters {
    /// By definition and level.
    counts: BTreeMap<(String, u32), u32>,
    /// The lists that were met.
    begun: std::collections::BTreeSet<String>,
}

impl Numbering {
    /// Reads the part that defines lists.
    ///
    /// # Errors
    /// When its XML is broken.
    pub fn read(nodes: &mut Nodes) -> Result<Numbering, Problem> {
        let mut numbering = Numbering::default();
        let (mut shared, mut list, mut level) = (String::new(), None::<String>, 0);
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => match element.name() {
                    "abstractNum" => shared = element.attribute("abstractNumId").unwrap_or_default(),
                    "num" => list = element.attribute("numId"),
                    "abstractNumId" => {
                        let id = element.attribute("val").unwrap_or_default();
                        numbering.lists.insert(list.clone().unwrap_or_default(), (id, Levels::new()));
                    }
                    "lvl" | "lvlOverride" => level = element.number("ilvl").unwrap_or_default(),
                    "numFmt" => {
                        let format = element.attribute("val").unwrap_or_default();
                        numbering.level(list.as_deref(), &shared, level).format = format;
                    }
                    "start" | "startOverride" => {
                        numbering.level(list.as_deref(), &shared, level).start = element.number("val");
                    }
                    _ => {}
                },
                Node::Close(name) if name == "num" => list = None,
                _ => {}
            }
        }
        Ok(numbering)
    }

    fn level(&mut self, list: Option<&str>, shared: &str, level: u32) -> &mut Level {
        let levels = match list {
            Some(list) => &mut self.lists.entry(list.to_owned()).or_default().1,
            None => self.shared.entry(shared.to_owned()).or_default(),
        };
        levels.entry(level).or_default()
    }

    /// The mark of the next item of a list; `None` when its items have none.
    pub fn label(&self, counters: &mut Counters, list: &str, level: u32) -> Option<Label> {
        let (shared, changed) = self.lists.get(list)?;
        let defined = self.shared.get(shared).and_then(|levels| levels.get(&level));
        let own = changed.get(&level);
        let format = own.map(|level| level.format.as_str()).filter(|format| !format.is_empty());
        let format = format.or(defined.map(|level| level.format.as_str())).unwrap_or("decimal");
        let start = own.and_then(|own| own.start).or(defined.and_then(|level| level.start)).unwrap_or(1);
        // A list that says where it starts does not go on with another one of its definition.
        if counters.begun.insert(list.to_owned()) && own.is_some_and(|own| own.start.is_some()) {
            counters.counts.remove(&(shared.clone(), level));
        }
        let number = counters.next(shared, level, start);
        match format {
            "none" => None,
            "bullet" => Some(Label::Bullet),
            "lowerLetter" | "upperLetter" => Some(Label::Letter(number)),
            "lowerRoman" | "upperRoman" => Some(Label::Roman(number)),
            _ => Some(Label::Number(number)),
        }
    }
}

impl Counters {
    fn next(&mut self, shared: &str, level: u32, start: u32) -> u32 {
        self.counts.retain(|(other, deeper), _| other != shared || *deeper <= level);
        let count = self.counts.entry((shared.to_owned(), level)).or_insert_with(|| start.saturating_sub(1));
        *count = count.saturating_add(1);
        *count
    }
}
