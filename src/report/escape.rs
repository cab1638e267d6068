//! Letters' text made inert: what each kind of file takes for a command is shown as a sign.

use super::theme::is_unseen;
use std::fmt::Write;

/// A character that no file should hold as it is, as something to see: control characters as their pictures (`␛`),
/// marks that turn the direction of writing by their number (`⟨U+202E⟩`). White space other than blank and line
/// feed becomes a blank.
fn shown(c: char, out: &mut String) -> bool {
    match c {
        '\t' | '\r' => out.push(' '),
        '\n' => return false,
        '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
        '\u{7f}' => out.push('\u{2421}'),
        '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
        c if is_unseen(c) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
        }
        _ => return false,
    }
    true
}

/// Text with nothing in it but what can be seen.
///
/// ```
/// assert_eq!(demarche::report::visible("a\u{1b}[31m\u{202e}b"), "a␛[31m⟨U+202E⟩b");
/// ```
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !shown(c, &mut out) {
            out.push(c);
        }
    }
    out
}

/// Text for HTML, SVG and XML, as content or as a quoted attribute.
///
/// ```
/// assert_eq!(demarche::report::markup("<b>R&D</b>"), "&lt;b&gt;R&amp;D&lt;/b&gt;");
/// ```
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if shown(c, &mut out) => {}
            _ => out.push(c),
        }
    }
    out
}

/// Text for a line of Markdown: no sign in it begins a link, a tag, emphasis, a cell, a heading or a list.
///
/// ```
/// assert_eq!(demarche::report::markdown("a|b [c](d)"), "a\\|b \\[c\\](d)");
/// ```
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut fresh = true;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // Where a line begins, these would make it a heading, a list or a rule.
            '#' | '-' | '+' | '=' if fresh => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if number_before(&out) && characters.peek().is_none_or(|next| next.is_whitespace()) => {
                out.push('\\');
                out.push(c);
            }
            // A bare address would become a link.
            ':' if ["http", "https", "ftp", "mailto"].iter().any(|scheme| out.ends_with(scheme)) => {
                out.push_str("\\:");
            }
            '@' => out.push_str("\\@"),
            '\n' => out.push(' '),
            _ if shown(c, &mut out) => {}
            _ => out.push(c),
        }
        fresh &= c.is_whitespace();
    }
    out
}

/// Whether all that was written so far is a number: with a stop behind it, it would begin a list.
fn number_before(out: &str) -> bool {
    let head = out.trim_start();
    !head.is_empty() && head.bytes().all(|b| b.is_ascii_digit())
}
