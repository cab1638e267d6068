//! Tags to a tree, in time that grows with the length of the page and to a depth that is bounded.
//!
//! A browser's tree builder mends broken pages by rules that take time with the square of their depth; letters
//! need only the common ones: which ends are implied, and which ends mean nothing.

use crate::source::{Limit, Limits};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;

/// A place in the tree.
pub type Id = usize;

/// The root, which is no element of the page.
pub const ROOT: Id = 0;

/// An element or a text.
#[derive(Debug, Default)]
pub struct Node {
    /// The element's name in small letters; empty for a text.
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// The text, of a text.
    pub text: String,
    /// What lies in it.
    pub children: Vec<Id>,
}

impl Node {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is a text.
    pub fn is_text(&self) -> bool {
        self.name.is_empty()
    }
}

/// A page as a tree.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    /// How many elements lay deeper than the limit and stand at its depth instead.
    pub flattened: usize,
}

impl Tree {
    /// Reads a page.
    pub fn parse(text: &str, limits: &Limits) -> Tree {
        let builder = Builder {
            nodes: vec![Node::default()],
            open: vec![ROOT],
            deepest: limits.size(Limit::HtmlDepth).max(8),
            over: 0,
            flattened: 0,
        };
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(text));
        let tokenizer = Tokenizer::new(Sink(RefCell::new(builder)), TokenizerOpts::default());
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let builder = tokenizer.sink.0.into_inner();
        Tree { nodes: builder.nodes, flattened: builder.flattened }
    }

    /// A node.
    pub fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// All nodes under one, and itself, in the order of the page; `enter` says which are gone into.
    pub fn walk<'t>(&'t self, from: Id, enter: impl Fn(Id) -> bool + 't) -> impl Iterator<Item = Id> + 't {
        let mut waiting = vec![from];
        std::iter::from_fn(move || {
            loop {
                let id = waiting.pop()?;
                if enter(id) {
                    waiting.extend(self.nodes[id].children.iter().rev());
                    return Some(id);
                }
            }
        })
    }

    /// The first element of a name.
    pub fn find(&self, name: &str) -> Option<Id> {
        self.nodes.iter().position(|node| node.name == name)
    }

    /// The ids of all nodes.
    pub fn ids(&self) -> std::ops::Range<Id> {
        0..self.nodes.len()
    }

    /// The text under a node, as it stands.
    pub fn text(&self, from: Id) -> String {
        self.walk(from, |_| true).map(|id| self.nodes[id].text.as_str()).collect()
    }
}

struct Sink(RefCell<Builder>);

struct Builder {
    nodes: Vec<Node>,
    /// The elements that are open, the root first.
    open: Vec<Id>,
    deepest: usize,
    /// How many elements are open below the deepest that is kept.
    over: usize,
    flattened: usize,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return builder.start(tag),
            Token::TagToken(tag) => builder.end(&tag.name),
            Token::CharacterTokens(text) => builder.text(&text),
            Token::NullCharacterToken => builder.text("\u{fffd}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Elements that have no end.
const VOID: [&str; 15] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "frame",
];

/// Elements whose end inside a block means nothing to the block.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "label", "mark", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "u",
];

/// Elements that do not stand inside a paragraph.
pub fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 42] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "details",
        "dd",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tr",
        "ul",
    ];
    BLOCKS.contains(&name)
}

/// What an element ends by beginning, up to which element.
fn implied(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "td" | "th" => (&["td", "th"], &["table", "tr"]),
        "tr" => (&["tr", "td", "th"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr"], &["table"]),
        "option" | "optgroup" => (&["option"], &["select"]),
        "body" => (&["head"], &[]),
        name if is_block(name) => {
            (&["p"], &["td", "th", "table", "button", "li", "blockquote", "div", "section"])
        }
        _ => (&[], &[]),
    }
}

impl Builder {
    fn start(&mut self, tag: Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let (ends, until) = implied(name);
        if !ends.is_empty() {
            self.close_first_of(ends, until);
        }
        let id = self.nodes.len();
        let attributes = tag.attrs.iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
        self.nodes.push(Node { name: name.to_owned(), attributes, ..Node::default() });
        let parent = self.open.last().copied().unwrap_or(ROOT);
        self.nodes[parent].children.push(id);
        if VOID.contains(&name) || tag.self_closing && !is_block(name) && !INLINE.contains(&name) {
            return TokenSinkResult::Continue;
        }
        if self.open.len() < self.deepest {
            self.open.push(id);
        } else {
            self.over += 1;
            self.flattened += 1;
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn close_first_of(&mut self, names: &[&str], until: &[&str]) {
        if self.over > 0 {
            return;
        }
        for at in (1..self.open.len()).rev() {
            let name = self.nodes[self.open[at]].name.as_str();
            if names.contains(&name) {
                self.open.truncate(at);
                // A row ends its cell first, then itself.
                if names.len() < 2 {
                    return;
                }
            } else if until.contains(&name) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.over > 0 {
            self.over -= 1;
            return;
        }
        let inline = INLINE.contains(&name);
        for at in (1..self.open.len()).rev() {
            let open = self.nodes[self.open[at]].name.as_str();
            if open == name {
                self.open.truncate(at);
                return;
            }
            if inline && is_block(open) || open == "table" && name != "table" && !is_block(name) {
                return;
            }
        }
    }

    fn text(&mut self, text: &str) {
        let parent = self.open.last().copied().unwrap_or(ROOT);
        if let Some(last) = self.nodes[parent].children.last().copied()
            && self.nodes[last].is_text()
        {
            self.nodes[last].text.push_str(text);
            return;
        }
        let id = self.nodes.len();
        self.nodes.push(Node { text: text.to_owned(), ..Node::default() });
        self.nodes[parent].children.push(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_that_are_left_out_are_implied() {
        let tree = Tree::parse("<ul><li>one<li>two<ul><li>in</ul></ul><p>a<p>b</b>c", &Limits::default());
        let names: Vec<&str> =
            tree.node(ROOT).children.iter().map(|id| tree.node(*id).name.as_str()).collect();
        assert_eq!(names, ["ul", "p", "p"]);
        let list = tree.node(ROOT).children[0];
        assert_eq!(tree.node(list).children.len(), 2);
        assert_eq!(tree.text(ROOT), "onetwoinabc");
    }

    #[test]
    fn what_lies_too_deep_is_flattened_and_nothing_is_lost() {
        let text = format!("{}deep{}after", "<div>".repeat(100_000), "</div>".repeat(100_000));
        let tree = Tree::parse(&text, &Limits::default());
        assert!(tree.flattened > 99_000);
        assert_eq!(tree.text(ROOT), "deepafter");
        assert_eq!(tree.node(ROOT).children.len(), 2);
    }
}
