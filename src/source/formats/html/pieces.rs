//! The article's elements as pieces of a letter.

use super::article::Article;
use super::tree::{Id, Node, Tree, is_block};
use crate::source::formats::draft::{Label, Piece};
use crate::source::formats::words::{Style, Words};

/// The pieces of an article.
pub fn read(tree: &Tree, article: &Article) -> Vec<Piece> {
    let mut walker =
        Walker { tree, article, lists: Vec::new(), out: Vec::new(), words: Words::default(), mark: None };
    walker.children(article.root, Style::default());
    walker.end_block();
    walker.out
}

/// A list that is open.
struct List {
    /// The mark of its next item.
    next: Label,
    /// Its first piece was written: what follows stands inside the item.
    written: bool,
}

struct Walker<'t> {
    tree: &'t Tree,
    article: &'t Article,
    lists: Vec<List>,
    out: Vec<Piece>,
    words: Words,
    /// The mark of the item that has begun and has no text yet.
    mark: Option<Label>,
}

impl Walker<'_> {
    fn children(&mut self, id: Id, style: Style) {
        for child in self.tree.node(id).children.clone() {
            self.node(child, style);
        }
    }

    fn node(&mut self, id: Id, style: Style) {
        if self.article.leaves_out(id) {
            return;
        }
        let node = self.tree.node(id);
        if node.is_text() {
            self.words.push(&node.text.replace('\t', " "), style);
            return;
        }
        match node.name.as_str() {
            "br" => self.words.line_break(),
            "hr" => {
                self.end_block();
                self.out.push(Piece::Rule);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, node),
            "ul" | "ol" | "menu" | "dir" => self.list(id, node),
            "li" => self.item(id, node, style),
            "blockquote" => {
                self.end_block();
                let inner = self.apart(id, style);
                self.out.push(Piece::Quotation(inner));
            }
            "table" => self.table(id, style),
            "pre" | "xmp" => self.preformatted(id),
            "q" => {
                self.words.push("\u{201c}", style);
                self.children(id, style);
                self.words.push("\u{201d}", style);
            }
            "b" | "strong" => self.children(id, Style { bold: true, ..style }),
            "sup" => self.children(id, Style { superscript: true, ..style }),
            "th" => self.children(id, style),
            "rt" | "rp" | "del" => {}
            "section" | "div" | "aside" if is_notes(node) => self.notes(id, style),
            name if is_block(name) => {
                self.end_block();
                self.children(id, style);
                self.end_block();
            }
            _ => self.children(id, if is_bold(node) { Style { bold: true, ..style } } else { style }),
        }
    }

    /// Ends the paragraph or the item under way.
    fn end_block(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_blank() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        self.out.push(match self.mark.take() {
            Some(label) => {
                if let Some(list) = self.lists.last_mut() {
                    list.written = true;
                }
                Piece::Item { depth, label, words }
            }
            None if self.lists.last().is_some_and(|list| list.written) => Piece::Inside(words),
            None => Piece::Paragraph(words),
        });
    }

    fn heading(&mut self, id: Id, node: &Node) {
        self.end_block();
        self.children(id, Style::default());
        let words = std::mem::take(&mut self.words);
        let level = node.name.as_bytes().get(1).map_or(1, |digit| digit.saturating_sub(b'0'));
        if !words.is_blank() {
            self.out.push(Piece::Heading(level, words));
        }
    }

    fn list(&mut self, id: Id, node: &Node) {
        self.end_block();
        if is_notes(node) {
            return self.notes(id, Style::default());
        }
        let start = node.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let next = match (node.name.as_str(), node.attribute("type")) {
            ("ol", Some("a" | "A")) => Label::Letter(start),
            ("ol", Some("i" | "I")) => Label::Roman(start),
            ("ol", _) => Label::Number(start),
            _ => Label::Bullet,
        };
        let mark = self.mark.take();
        self.lists.push(List { next, written: false });
        self.children(id, Style::default());
        self.end_block();
        self.lists.pop();
        self.mark = mark;
    }

    fn item(&mut self, id: Id, node: &Node, style: Style) {
        self.end_block();
        let value = node.attribute("value").and_then(|value| value.trim().parse::<u32>().ok());
        let label = self.lists.last_mut().map_or(Label::Bullet, |list| {
            let label = value.map_or(list.next, |value| list.next.with(value));
            list.next = label.next();
            list.written = false;
            label
        });
        self.mark = Some(label);
        self.children(id, style);
        self.end_block();
        self.mark = None;
    }

    /// Reads an element into pieces of its own.
    fn apart(&mut self, id: Id, style: Style) -> Vec<Piece> {
        let mut inner = Walker {
            tree: self.tree,
            article: self.article,
            lists: Vec::new(),
            out: Vec::new(),
            words: Words::default(),
            mark: None,
        };
        inner.children(id, style);
        inner.end_block();
        inner.out
    }

    fn table(&mut self, id: Id, style: Style) {
        self.end_block();
        let mut rows: Vec<Vec<Vec<Piece>>> = Vec::new();
        let mut waiting = self.tree.node(id).children.clone();
        waiting.reverse();
        while let Some(at) = waiting.pop() {
            if self.article.leaves_out(at) {
                continue;
            }
            match self.tree.node(at).name.as_str() {
                "tr" => {
                    rows.push(Vec::new());
                    waiting.extend(self.tree.node(at).children.iter().rev());
                }
                "td" | "th" => {
                    let cell = self.apart(at, style);
                    match rows.last_mut() {
                        Some(row) => row.push(cell),
                        None => rows.push(vec![cell]),
                    }
                }
                "tbody" | "thead" | "tfoot" | "colgroup" => {
                    waiting.extend(self.tree.node(at).children.iter().rev());
                }
                // What stands in a table without a cell is read all the same.
                _ => self.node(at, style),
            }
        }
        self.end_block();
        self.out.push(Piece::Table(rows));
    }

    /// Text whose lines are its own: an empty one ends a paragraph.
    fn preformatted(&mut self, id: Id) {
        self.end_block();
        for line in self.tree.text(id).lines() {
            if line.trim().is_empty() {
                self.end_block();
            } else {
                self.words.push(line, Style::default());
                self.words.line_break();
            }
        }
        self.end_block();
    }

    /// A list of notes, each under its number.
    fn notes(&mut self, id: Id, style: Style) {
        self.end_block();
        let article = self.article;
        let tree = self.tree;
        let items: Vec<Id> =
            tree.walk(id, |at| !article.leaves_out(at)).filter(|at| tree.node(*at).name == "li").collect();
        if items.is_empty() {
            self.children(id, style);
            return self.end_block();
        }
        for (at, item) in items.into_iter().enumerate() {
            let mut words = Words::default();
            for piece in self.apart(item, style) {
                if let Some(more) = piece.words() {
                    words.append(more.clone());
                }
            }
            self.out.push(Piece::Note((at + 1).to_string(), words));
        }
    }
}

/// Whether an element holds the notes of the text.
fn is_notes(node: &Node) -> bool {
    let named = [node.attribute("class"), node.attribute("id"), node.attribute("role")];
    named.into_iter().flatten().any(|names| {
        names.to_ascii_lowercase().split(' ').any(|name| {
            matches!(name, "footnotes" | "endnotes" | "doc-endnotes" | "references" | "footnotes-list")
        })
    })
}

fn is_bold(node: &Node) -> bool {
    node.attribute("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_whitespace().collect();
        ["font-weight:bold", "font-weight:700", "font-weight:800"].iter().any(|bold| style.contains(bold))
    })
}
