//! Which part of a page is the letter, and which is the site around it.

use super::tree::{Id, ROOT, Tree};

/// The article of a page.
pub struct Article {
    /// The element that holds it.
    pub root: Id,
    /// For each node, whether it is left out.
    left_out: Vec<bool>,
    /// How many words of the page are left out.
    pub words_left_out: usize,
}

impl Article {
    /// Finds the article of a page; where everything looks like the site, everything is read.
    pub fn find(tree: &Tree) -> Article {
        let sizes = Sizes::of(tree, &vec![false; tree.ids().len()]);
        let body = tree.find("body").unwrap_or(ROOT);
        let mut left_out: Vec<bool> = tree.ids().map(|id| never_read(tree, id)).collect();
        for id in tree.walk(body, |_| true) {
            left_out[id] |= is_site(tree, id, &sizes, body);
        }
        let read = Sizes::of(tree, &left_out);
        let mut article = if read.words[body] == 0 {
            let left_out = tree.ids().map(|id| never_read(tree, id)).collect();
            Article { root: body, left_out, words_left_out: 0 }
        } else {
            Article { root: choose(tree, body, &read), left_out, words_left_out: 0 }
        };
        let inside = Sizes::of(tree, &article.left_out).words[article.root];
        let hidden = Sizes::of(tree, &tree.ids().map(|id| never_read(tree, id)).collect::<Vec<_>>());
        article.words_left_out = hidden.words[body].saturating_sub(inside);
        article
    }

    /// Whether a node is left out.
    pub fn leaves_out(&self, id: Id) -> bool {
        self.left_out[id]
    }
}

/// Words under each node, and those of them that are links.
struct Sizes {
    words: Vec<usize>,
    linked: Vec<usize>,
    links: Vec<usize>,
}

impl Sizes {
    fn of(tree: &Tree, left_out: &[bool]) -> Sizes {
        let count = tree.ids().len();
        let mut sizes = Sizes { words: vec![0; count], linked: vec![0; count], links: vec![0; count] };
        // Children come after their parents.
        for id in tree.ids().rev() {
            if left_out[id] {
                continue;
            }
            let node = tree.node(id);
            let words = node.text.split_whitespace().count();
            let sum = |list: &[usize]| node.children.iter().map(|child| list[*child]).sum::<usize>();
            let (inside, linked, links) = (sum(&sizes.words), sum(&sizes.linked), sum(&sizes.links));
            sizes.words[id] = words + inside;
            let link = node.name == "a" && node.attribute("href").is_some();
            sizes.linked[id] = if link { sizes.words[id] } else { linked };
            sizes.links[id] = links + usize::from(link);
        }
        sizes
    }
}

/// What no reader of the page sees, or sees as no text of it.
fn never_read(tree: &Tree, id: Id) -> bool {
    let node = tree.node(id);
    let hidden = node.attribute("hidden").is_some()
        || node.attribute("style").is_some_and(|style| {
            let style: String = style.to_lowercase().split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        });
    hidden
        || matches!(
            node.name.as_str(),
            "script"
                | "style"
                | "template"
                | "noscript"
                | "iframe"
                | "object"
                | "embed"
                | "svg"
                | "math"
                | "canvas"
                | "audio"
                | "video"
                | "head"
                | "button"
                | "select"
                | "textarea"
                | "noembed"
                | "noframes"
        )
}

/// Words in the names of classes that parts of the site have.
const SITE: [&str; 34] = [
    "advert",
    "ads",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "popup",
    "promo",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "sitemap",
    "skip",
    "social",
    "subscribe",
    "toolbar",
    "topbar",
    "widget",
    "donate",
    "sharedaddy",
];

/// Whole names of classes under which sites say when and by whom a page was put up, and what else there is.
const ABOUT: [&str; 22] = [
    "addtoany_share_save_container",
    "author-bio",
    "btn-group",
    "byline",
    "comment-respond",
    "dateline-updated",
    "entry-footer",
    "entry-meta",
    "field--name-field-tags",
    "jp-relatedposts",
    "links",
    "node__links",
    "node__meta",
    "post-meta",
    "post-tags",
    "posted-on",
    "print-link",
    "read-more",
    "reading-time",
    "screen-reader-text",
    "visually-hidden",
    "yarpp",
];

/// Roles that parts of the site have.
const ROLES: [&str; 11] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "alert",
];

fn is_site(tree: &Tree, id: Id, sizes: &Sizes, body: Id) -> bool {
    let node = tree.node(id);
    if node.is_text() || matches!(node.name.as_str(), "html" | "body" | "main" | "article") || id == ROOT {
        return false;
    }
    // What holds most of the page is not beside it, whatever it is called.
    if sizes.words[id] * 2 > sizes.words[body] && node.name != "nav" {
        return false;
    }
    if matches!(node.name.as_str(), "nav" | "footer" | "aside" | "dialog" | "menu") {
        return true;
    }
    if node.name == "header" {
        // The head of an article tells its title and date; the head of a site is links.
        return sizes.linked[id] * 2 > sizes.words[id] || has_child(tree, id, "nav");
    }
    let role = node.attribute("role").unwrap_or_default();
    let hidden = node.attribute("aria-hidden") == Some("true");
    let called = [node.attribute("class"), node.attribute("id")].into_iter().flatten().any(|names| {
        let names = names.to_lowercase();
        names.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| SITE.contains(&word))
            || names.split_whitespace().any(|name| ABOUT.contains(&name))
    });
    ROLES.contains(&role) || hidden || called || is_list_of_links(node.name.as_str(), id, sizes)
}

fn has_child(tree: &Tree, id: Id, name: &str) -> bool {
    tree.walk(id, |_| true).any(|inside| tree.node(inside).name == name)
}

/// A menu, whatever it is made of: many short links and little else.
fn is_list_of_links(name: &str, id: Id, sizes: &Sizes) -> bool {
    matches!(name, "ul" | "ol" | "div" | "section" | "table")
        && sizes.links[id] >= 3
        && sizes.linked[id] * 10 > sizes.words[id] * 8
        && sizes.words[id] < sizes.links[id] * 8
}

/// The element that holds the article.
fn choose(tree: &Tree, body: Id, read: &Sizes) -> Id {
    let marked = |test: &dyn Fn(Id) -> bool| {
        tree.walk(body, |_| true)
            .filter(|id| test(*id))
            .max_by_key(|id| (read.words[*id], std::cmp::Reverse(*id)))
    };
    let main = marked(&|id| tree.node(id).name == "main" || tree.node(id).attribute("role") == Some("main"));
    let from = main.filter(|id| read.words[*id] * 3 > read.words[body]).unwrap_or(body);
    let article = marked(&|id| {
        let node = tree.node(id);
        node.name == "article" || node.attribute("itemprop") == Some("articleBody")
    });
    let from = article.filter(|id| read.words[*id] * 2 > read.words[from]).unwrap_or(from);
    if from != body {
        return from;
    }
    // Without marks, the narrowest element that holds nearly all of the text.
    let mut at = body;
    while let Some(next) = tree.node(at).children.iter().copied().find(|id| {
        !tree.node(*id).is_text()
            && !matches!(tree.node(*id).name.as_str(), "ul" | "ol" | "table" | "blockquote" | "p" | "pre")
            && read.words[*id] * 20 > read.words[at] * 17
    }) {
        at = next;
    }
    at
}
