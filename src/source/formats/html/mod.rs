//! Pages of the web: the article is found, the site around it is left out and counted.

mod article;
mod pieces;
mod tree;

use super::Input;
use super::draft::{Draft, Extracted};
use crate::problem::Problem;
use crate::source::{Envelope, Limit, Limits, Party, encoding};
use article::Article;
use tree::{ROOT, Tree};

/// Whether a text is a page of the web.
pub fn is_page(head: &str) -> bool {
    let mut rest = head.trim_start();
    // Remarks and declarations may come first.
    while let Some(after) = rest.strip_prefix("<!--").and_then(|body| body.split_once("-->")) {
        rest = after.1.trim_start();
    }
    let lower = rest.to_ascii_lowercase();
    if lower.starts_with("<?xml") {
        return lower.contains("<html");
    }
    const PAGES: [&str; 6] = ["<!doctype html", "<html", "<head", "<body", "<title", "<meta"];
    const PARTS: [&str; 13] = [
        "<div", "<article", "<main", "<section", "<table", "<p>", "<p ", "<figure", "<h1", "<h2", "<h3",
        "<ul>", "<ol>",
    ];
    let opens = |tags: &[&str]| tags.iter().any(|tag| lower.starts_with(tag));
    opens(&PAGES) || opens(&PARTS) && !is_markdown(&lower)
}

/// Markdown may open with a picture or a frame in HTML: lines that bear its own marks tell.
fn is_markdown(text: &str) -> bool {
    let marked = |line: &&str| {
        let rest = line.trim_start_matches('#');
        rest.len() < line.len() && rest.starts_with(' ') || line.starts_with("- ") || line.starts_with("* ")
    };
    text.lines().filter(marked).count() > 1
}

/// Reads a page.
///
/// # Errors
/// When its bytes are no text.
pub fn read(input: &Input) -> Result<Extracted, Problem> {
    let declared = declared(input.bytes);
    let decoded =
        encoding::decode_declared(input.bytes, input.options.charset, declared.as_deref(), input.place)?;
    let mut extracted = page(&decoded.text, &input.options.limits);
    extracted.warnings.splice(0..0, decoded.warnings);
    Ok(extracted)
}

/// Reads a page that is already decoded, as mails carry them.
pub fn page(text: &str, limits: &Limits) -> Extracted {
    let (text, cut) = without_excess(text, limits.size(Limit::HtmlAttributes));
    let tree = Tree::parse(&text, limits);
    let article = Article::find(&tree);
    let mut draft = Draft::default();
    draft.write(&pieces::read(&tree, &article));
    let mut extracted = draft.finish();
    extracted.envelope = envelope(&tree);
    let limit = |limit: Limit, what: &str| {
        format!("{what} (limit {}={}; --limit raises it)", limit.name(), limits.get(limit))
    };
    if cut > 0 {
        extracted.warnings.push(limit(
            Limit::HtmlAttributes,
            &format!("{cut} tags have too many attributes; the rest of them is left out"),
        ));
    }
    if tree.flattened > 0 {
        extracted.warnings.push(limit(
            Limit::HtmlDepth,
            &format!("{} elements are nested too deep and read as if they were not", tree.flattened),
        ));
    }
    if article.words_left_out > 0 {
        extracted.warnings.push(format!(
            "{} words around the article left out (menus, footers and the like)",
            article.words_left_out
        ));
    }
    extracted
}

/// The encoding that a page says it is in.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let after = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let name = after.trim_start_matches(['"', '\'', ' ']);
    Some(name.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

/// Cuts the attributes of tags that have more of them than anybody writes: to compare each with all others, as
/// the reader of tags does, would take for ever.
fn without_excess(text: &str, most: usize) -> (std::borrow::Cow<'_, str>, usize) {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let (mut kept, mut at, mut cut) = (0, 0, 0);
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'<') {
        at += found + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (mut quote, mut number, mut from) = (None, 0, None);
        while let Some(byte) = bytes.get(at).copied() {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') if bytes[at - 1] == b'=' => quote = Some(byte),
                (None, b'>') => break,
                (None, _) if byte.is_ascii_whitespace() || byte == b'/' => {
                    number += 1;
                    if number > most && from.is_none() {
                        from = Some(at);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        if let Some(from) = from {
            out.push_str(&text[kept..from]);
            kept = at;
            cut += 1;
        }
    }
    if cut == 0 {
        return (text.into(), 0);
    }
    out.push_str(&text[kept..]);
    (out.into(), cut)
}

/// What the head of a page says of its text.
fn envelope(tree: &Tree) -> Envelope {
    let mut envelope = Envelope::default();
    let mut site = None;
    for id in tree.walk(ROOT, |_| true) {
        let node = tree.node(id);
        match node.name.as_str() {
            "title" if envelope.title.is_none() => {
                let title = tree.text(id).split_whitespace().collect::<Vec<_>>().join(" ");
                envelope.title = Some(title).filter(|title| !title.is_empty());
            }
            "meta" => {
                let key = node.attribute("property").or(node.attribute("name")).unwrap_or_default();
                let Some(content) = node.attribute("content").filter(|text| !text.trim().is_empty()) else {
                    continue;
                };
                match key.to_ascii_lowercase().as_str() {
                    "article:published_time"
                    | "date"
                    | "dc.date"
                    | "dc.date.issued"
                    | "dcterms.date"
                    | "datepublished"
                    | "pubdate" => {
                        envelope.date = envelope.date.or_else(|| day(content));
                    }
                    "og:site_name" => site = Some(content.trim().to_owned()),
                    _ => {}
                }
            }
            "time" if envelope.date.is_none() => {
                envelope.date = node.attribute("datetime").and_then(day);
            }
            _ => {}
        }
    }
    envelope.sender = site.map(Party::Address);
    envelope
}

/// The day of a time as programs write it.
fn day(time: &str) -> Option<String> {
    let day = time.trim().get(..10)?;
    let digits = day.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    digits.then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        page(html, &Limits::default()).text
    }

    #[test]
    fn the_site_around_an_article_is_left_out() {
        let html = "<!doctype html><html><head><title>Letter</title></head><body>\
            <header><nav><ul><li><a href=/>Home</a><li><a href=/b>Stop the war</a></ul></nav></header>\
            <div class=cookie-banner>We urge you to accept cookies.</div>\
            <main><article><h1>Open letter</h1><p>Dear Minister,</p><p>We urge you to:</p>\
            <ol><li>free <b>all</b> prisoners;<ul><li>at once</ul><li>pay them.</ol>\
            <blockquote><p>Never again.</p></blockquote></article></main>\
            <aside>Related: end the siege</aside><footer>Donate now.</footer></body></html>";
        assert_eq!(
            text(html),
            "# Open letter\n\nDear Minister,\n\nWe urge you to:\n\n1. free all prisoners;\n  - at once\n\
             2. pay them.\n\n> Never again.\n"
        );
        let warnings = page(html, &Limits::default()).warnings;
        assert!(warnings[0].contains("words around the article left out"), "{warnings:?}");
    }

    #[test]
    fn a_page_without_marks_is_read_where_its_text_is() {
        let html = "<body><div id=menu><a href=1>One</a> <a href=2>Two</a></div><div><div>\
            <p>Dear Minister, we urge you to act on the promise you gave last year.<p>Act&nbsp;now &amp; then.</div></div>";
        assert_eq!(
            text(html),
            "Dear Minister, we urge you to act on the promise you gave last year.\n\nAct\u{a0}now & then.\n"
        );
    }

    #[test]
    fn tags_with_too_many_attributes_are_cut() {
        let html = format!("<p {}>text</p>", (0..200_000).map(|n| format!("a{n}=1 ")).collect::<String>());
        let page = page(&html, &Limits::default());
        assert_eq!(page.text, "text\n");
        assert!(page.warnings[0].contains("html-attributes"));
    }
}
