//! Inline marks off, text kept: emphasis, links, escapes, entities, footnote marks.

use crate::text::{Span, Traced};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A paragraph without its inline marks.
pub struct Cleaned {
    pub text: Traced,
    /// Bytes at the start of `text` that were set in bold.
    pub strong: usize,
}

/// Whether a byte may open an inline mark.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let mut at = 0;
    while at < marks.len() {
        marks[at] = matches!(at as u8, b'*' | b'_' | b'`' | b'<' | b'[' | b'&' | b'\\');
        at += 1;
    }
    marks
};

/// Removes Markdown and HTML inline marks from the joined lines of one block.
pub fn clean(raw: Traced) -> Cleaned {
    if !raw.as_str().bytes().any(|byte| MARKS[usize::from(byte)]) {
        return Cleaned { text: raw, strong: 0 };
    }
    let stripped = strip(&raw);
    let text = without_references(&stripped.text);
    // Marks of notes go from the bold words as well.
    let bold = without_references(&stripped.text.sub(Span::new(0, stripped.strong)));
    let strong = text.as_str().floor_char_boundary(bold.as_str().len());
    Cleaned { text, strong }
}

/// The parser sees a word joiner first, so that no text is taken for a block of its own.
const GUARD: &str = "\u{2060}";

/// The same before an underscore; as many bytes.
const PAUSE: &str = "\u{2026}";

fn strip(raw: &Traced) -> Cleaned {
    // Behind a letter-like sign no "_" opens an emphasis, behind a mark of punctuation it does.
    let guard = if raw.as_str().starts_with('_') { PAUSE } else { GUARD };
    let guarded = format!("{guard}{}", raw.as_str());
    let mut text = Traced::default();
    let mut strong_depth = 0_usize;
    let mut strong = 0;
    let mut leading = true;
    let mut image = 0_usize;
    let mut superscript = false;
    for (event, range) in Parser::new_ext(&guarded, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { .. }) => image += 1,
            Event::End(TagEnd::Image) => image = image.saturating_sub(1),
            _ if image > 0 => {}
            Event::Start(Tag::Strong) => strong_depth += 1,
            Event::End(TagEnd::Strong) => strong_depth = strong_depth.saturating_sub(1),
            Event::InlineHtml(tag) | Event::Html(tag) => match tag.to_ascii_lowercase().as_str() {
                "<sup>" => superscript = true,
                "</sup>" => superscript = false,
                "<b>" | "<strong>" => strong_depth += 1,
                "</b>" | "</strong>" => strong_depth = strong_depth.saturating_sub(1),
                tag if tag.starts_with("<br") => text.push_joint(' '),
                _ => {}
            },
            Event::Text(content)
                if superscript && is_note_mark(&content) && closes_soon(&guarded[range.end..]) => {}
            Event::Text(content) | Event::Code(content) => {
                push(&mut text, raw, &guarded, &content, range);
                if !content.trim_matches([' ', '\u{2060}', '\u{2026}']).is_empty() {
                    leading &= strong_depth > 0;
                    if leading {
                        strong = text.as_str().len();
                    }
                }
            }
            Event::SoftBreak | Event::HardBreak => text.push_joint(' '),
            _ => {}
        }
    }
    Cleaned { text, strong }
}

/// Appends what an event shows, traced through the joined lines to the source.
fn push(out: &mut Traced, raw: &Traced, guarded: &str, content: &str, range: std::ops::Range<usize>) {
    let slice = &guarded[range.clone()];
    let Some(at) = slice.find(content) else {
        // An entity: the whole of it stands for its character.
        let span = Span::new(range.start.max(GUARD.len()) - GUARD.len(), range.end - GUARD.len());
        let source = raw.source_spans(span).into_iter().reduce(Span::to);
        match source {
            Some(source) => out.push_replacement(content, source),
            None => content.chars().for_each(|c| out.push_joint(c)),
        }
        return;
    };
    let start = (range.start + at).max(GUARD.len()) - GUARD.len();
    let end = (range.start + at + content.len()).max(GUARD.len()) - GUARD.len();
    out.append(&raw.sub(Span::new(start, end)));
}

/// Whether a raised mark ends here: what is raised and never ends is text.
fn closes_soon(rest: &str) -> bool {
    let head = rest.char_indices().nth(10).map_or(rest, |(at, _)| &rest[..at]);
    head.to_ascii_lowercase().find("</sup>").is_some_and(|at| at <= 4)
}

fn is_note_mark(content: &str) -> bool {
    content.chars().count() <= 3 && !content.chars().any(char::is_alphabetic)
}

/// Drops `[^1]` and, behind a word, `[1]`.
fn without_references(text: &Traced) -> Traced {
    let raw = text.as_str();
    if !raw.contains('[') {
        return text.clone();
    }
    let mut out = Traced::default();
    let mut done = 0;
    for (at, _) in raw.match_indices('[') {
        let Some(close) = raw[at..].find(']') else { break };
        let inside = &raw[at + 1..at + close];
        let number = !inside.is_empty() && inside.len() <= 3 && inside.bytes().all(|b| b.is_ascii_digit());
        let behind_word = at > 0 && !raw[..at].ends_with(char::is_whitespace);
        let note =
            inside.strip_prefix('^').is_some_and(|label| !label.contains(' ')) || (number && behind_word);
        if note && at >= done {
            out.append(&text.sub(Span::new(done, at)));
            done = at + close + 1;
        }
    }
    out.append(&text.sub(Span::new(done, raw.len())));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(source: &str) -> (String, usize) {
        let mut raw = Traced::default();
        raw.push(source, 0);
        let cleaned = clean(raw);
        (cleaned.text.as_str().to_owned(), cleaned.strong)
    }

    #[test]
    fn a_line_in_emphasis_loses_its_signs() {
        assert_eq!(cleaned("_We ask you:_").0, "We ask you:");
        assert_eq!(cleaned("*We ask you:*").0, "We ask you:");
        assert_eq!(cleaned("__We__ ask a_b_c").0, "We ask a_b_c");
        assert_eq!(cleaned("_ We ask").0, "_ We ask");
    }

    /// Found by mutated letters: what is raised and never ends was taken for a note, and its words were lost.
    #[test]
    fn a_raised_mark_that_never_ends_is_text() {
        assert_eq!(cleaned("Free them.<sup>1 We ask you").0, "Free them.1 We ask you");
        assert_eq!(cleaned("Free them.<sup>1").0, "Free them.1");
        assert_eq!(cleaned("Pay <sup>1 *5* million").0, "Pay 1 5 million");
        assert_eq!(cleaned("Free them.<SUP>1</SUP> Pay<sup>2</sup>").0, "Free them. Pay");
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_eq!(cleaned("**Aid**: R&amp;D [now](http://x.y/z) and 280M\\+").0, "Aid: R&D now and 280M+");
        assert_eq!(cleaned("sites.<sup>1</sup> The 14<sup>th</sup>[^2] day[3]").0, "sites. The 14th day");
        assert_eq!(cleaned("1986. That _year_ *we* asked").0, "1986. That year we asked");
        assert_eq!(cleaned("**Economic independence**: it depends").1, "Economic independence".len());
        assert_eq!(cleaned("**Economic independence[1]**: it depends").1, "Economic independence".len());
        assert_eq!(cleaned("**Free them[^1][^2]**"), ("Free them".to_owned(), "Free them".len()));
    }
}
