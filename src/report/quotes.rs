//! Every quote against its source: what a report prints between quotation marks stands in the letter, sign by sign.
//!
//! The check does not lean on the reader that made the quote. It goes through the letter's text under the quote's
//! spans and lets pass only what is no text: white space, marks of emphasis, links and tags, footnote marks, list
//! marks at the head of a line.

use super::Dossier;
use crate::problem::Problem;
use crate::source::Place;

/// Checks every demand, near miss, reported ask and qualifier of a dossier.
///
/// # Errors
/// Names the first quote that its letter does not hold, with its place.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, quotes};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let mut dossier = Dossier::of(corpus, &Pairs::default(), "letters");
/// assert!(quotes::check(&dossier).is_ok());
/// dossier.report.letters[0].demands[0].text.push_str(" at once");
/// assert!(quotes::check(&dossier).is_err());
/// ```
pub fn check(dossier: &Dossier) -> Result<(), Problem> {
    for record in &dossier.report.letters {
        let Some(letter) = dossier.letter(&record.id) else {
            return Err(Problem::new(&record.path, "the letter's text is gone"));
        };
        let source = letter.document.text.as_str();
        let own = |what: &str, quote: &str, spans: &[Place]| {
            if holds(source, spans, quote) {
                return Ok(());
            }
            Err(differs(&record.path, spans, what, quote))
        };
        for demand in &record.demands {
            own(&demand.id, &demand.text, &demand.spans)?;
            for qualifier in demand.qualifiers.iter().chain(&demand.degrees) {
                own(&format!("a qualifier of {}", demand.id), &qualifier.text, &qualifier.spans)?;
            }
        }
        for near in &record.near_misses {
            own("a near miss", &near.text, &near.spans)?;
        }
        for reported in &record.reported {
            own("a reported ask", &reported.text, &reported.spans)?;
        }
    }
    for change in dossier.report.transitions.iter().flat_map(|transition| &transition.changes) {
        let Some(mention) = &change.mention else { continue };
        let letter = dossier.letter(&mention.letter);
        if !letter.is_some_and(|letter| holds(&letter.document.text, &mention.spans, &mention.text)) {
            let what = format!("the mention of {} does not stand there: \"{}\"", change.thread, mention.text);
            return Err(Problem::new(&mention.letter, what));
        }
    }
    Ok(())
}

/// The problem that some words do not stand where they should.
pub fn differs(path: &str, spans: &[Place], what: &str, quote: &str) -> Problem {
    let line = spans.first().map_or(0, |place| place.line);
    Problem::new(format!("{path}:{line}"), format!("the words of {what} do not stand there: \"{quote}\""))
        .hint("nothing was written; please report this with the letter")
}

/// Whether some words stand anywhere in a text, but for white space and marks.
///
/// ```
/// use demarche::report::quotes::stands_in;
/// assert!(stands_in("release **all**\n prisoners", "all prisoners"));
/// assert!(!stands_in("release all prisoners", "release prisoners"));
/// ```
pub fn stands_in(source: &str, words: &str) -> bool {
    let wanted: String = words.chars().filter(|c| !is_blank(*c)).collect();
    let mut plain = String::with_capacity(source.len());
    let (mut rest, mut line_head) = (source, true);
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if is_blank(c) {
            line_head |= c == '\n' || c == '\r';
        } else {
            match note_mark(rest).or_else(|| mark(rest, line_head)) {
                Some(marked) => length = marked,
                None => plain.push(c),
            }
            line_head = false;
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    !wanted.is_empty() && plain.contains(&wanted)
}

/// Whether the text under some spans is the quote, but for white space and marks.
pub fn holds(source: &str, spans: &[Place], quote: &str) -> bool {
    let mut wanted = quote.chars().filter(|c| !is_blank(*c)).peekable();
    // An address between angle brackets is text, its brackets are marks.
    let mut in_address = false;
    for place in spans {
        let Some(mut rest) = place.span().slice(source) else { return false };
        let mut line_head = at_line_head(source, place.span().start);
        // How much white space stands before what comes next.
        let mut gap = 0;
        while let Some(c) = rest.chars().next() {
            let next = wanted.peek().copied();
            if is_blank(c) {
                line_head |= c == '\n' || c == '\r';
                gap += 1;
                rest = &rest[c.len_utf8()..];
                continue;
            }
            // A footnote's mark may be a digit that the quote goes on with by chance: marks go first.
            if let Some(length) = note_mark(rest) {
                rest = &rest[length..];
            } else if let Some(length) = line_number(rest, line_head, gap).filter(|length| {
                let number = rest.get(..*length).unwrap_or_default();
                !wanted.clone().take_while(char::is_ascii_digit).eq(number.chars()) && is_numbered(source)
            }) {
                rest = &rest[length..];
                continue;
            } else if next != Some('<') && opens_address(rest) {
                in_address = true;
                rest = &rest[1..];
            } else if c == '>' && in_address && next != Some('>') {
                in_address = false;
                rest = &rest[1..];
            } else if let Some((_, length)) = entity(rest).filter(|(found, length)| {
                // The quote may hold the entity as it is written.
                let written = rest.get(..*length).unwrap_or_default();
                next == Some(*found) && !wanted.clone().take(written.chars().count()).eq(written.chars())
            }) {
                wanted.next();
                rest = &rest[length..];
            } else if let Some(length) = mark(rest, line_head).filter(|length| {
                // The quote may hold a sign like those of the tag: it is text only if all of the tag is.
                let written = rest.get(..*length).unwrap_or_default().chars().filter(|c| !is_blank(*c));
                c == '<' && next == Some('<') && !wanted.clone().take(written.clone().count()).eq(written)
            }) {
                rest = &rest[length..];
            } else if next == Some(c) || c == '\0' && next == Some('\u{fffd}') {
                wanted.next();
                rest = &rest[c.len_utf8()..];
            } else if let Some(length) = mark(rest, line_head) {
                rest = &rest[length..];
                // What is quoted twice, or listed in a quotation, has a mark behind its mark.
                if line_head && c == '>' {
                    continue;
                }
            } else {
                return false;
            }
            line_head = false;
            gap = 0;
        }
    }
    wanted.next().is_none()
}

/// The length of a number in the margin of a line: at its head, or apart at its end.
fn line_number(rest: &str, line_head: bool, gap: usize) -> Option<usize> {
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(length..)?;
    let ends = after.starts_with(['\n', '\r']) || after.is_empty();
    let at_head = line_head && (ends || after.starts_with([' ', '\t']));
    ((1..6).contains(&length) && (at_head || ends && gap > 1)).then_some(length)
}

/// Whether many lines of a text have numbers in their margin: each, or each fifth.
fn is_numbered(source: &str) -> bool {
    let (mut lines, mut left, mut right) = (0, 0, 0);
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let before = line.trim_end_matches(|c: char| c.is_ascii_digit());
        lines += 1;
        left +=
            usize::from(line_number(&line[..digits], true, 0).is_some() && !line[digits..].starts_with('.'));
        right += usize::from(before.len() < line.len() && before.ends_with("  "));
    }
    left * 2 > lines || right > 2 && right * 9 > lines
}

/// `<https://…>`
fn opens_address(rest: &str) -> bool {
    let inside = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).map(|(inside, _)| inside);
    inside.is_some_and(|inside| inside.contains([':', '@']) && !inside.contains(char::is_whitespace))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn at_line_head(source: &str, start: usize) -> bool {
    let before = source.get(..start).unwrap_or_default().trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r'])
}

/// The length of a footnote's mark: `<sup>1</sup>`, `[^1]`.
fn note_mark(rest: &str) -> Option<usize> {
    if rest.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("<sup>")) {
        let close = rest.to_ascii_lowercase().find("</sup>")?;
        let inside = &rest[5..close];
        let short = inside.chars().count() <= 3 && !inside.chars().any(char::is_alphabetic);
        return short.then_some(close + "</sup>".len());
    }
    let inside = rest.strip_prefix("[^")?;
    let close = inside.find(']').filter(|close| !inside[..*close].contains(' '))?;
    Some(2 + close + 1)
}

/// A character written by its name or number, with the length of the writing.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.get(..rest.len().min(12)).and_then(|_| rest.find(';')).filter(|end| *end < 12)?;
    let name = rest.strip_prefix('&').and_then(|_| rest.get(1..end))?;
    let found = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "rsquo" => '\u{2019}',
        "lsquo" => '\u{2018}',
        "rdquo" => '\u{201d}',
        "ldquo" => '\u{201c}',
        "ndash" => '\u{2013}',
        "mdash" => '\u{2014}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            // What stands for no character is shown as such.
            char::from_u32(code).filter(|c| *c != '\0').unwrap_or('\u{fffd}')
        }
    };
    Some((found, end + 1))
}

/// Whether a line ends here and goes on in small letters.
fn cuts_word(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n');
    next.is_some_and(|line| line.trim_start().starts_with(char::is_lowercase))
}

/// The length of a mark that is no text.
fn mark(rest: &str, line_head: bool) -> Option<usize> {
    let first = rest.chars().next()?;
    match first {
        '*' | '_' | '`' | '\\' | '~' => Some(1),
        // A word cut at the end of a line.
        '-' | '\u{2010}' if cuts_word(&rest[first.len_utf8()..]) => Some(first.len_utf8()),
        // A tag, as long as it closes.
        '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') => {
            let inside = &rest[1..];
            let end = inside.find(['<', '>']).filter(|end| inside[*end..].starts_with('>'));
            end.map(|end| end + 2)
        }
        '[' => {
            // A bare footnote mark, or the opening of a link.
            let close = rest.find(']');
            let number = close.filter(|close| {
                (2..=4).contains(close) && rest[1..*close].bytes().all(|b| b.is_ascii_digit())
            });
            Some(number.map_or(1, |close| close + 1))
        }
        // The end of a link with its address.
        ']' => match rest[1..].strip_prefix('(') {
            Some(address) => address.find(')').map(|end| end + 3),
            None => Some(1),
        },
        '!' if rest[1..].starts_with('[') => Some(1),
        '&' => entity(rest).filter(|(c, _)| is_blank(*c)).map(|(_, length)| length),
        '>' | '-' | '+' | '#' | '|' | '•' | '–' | '—' | '◦' | '▪' | '·' if line_head => {
            Some(first.len_utf8())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(source: &str, quote: &str) -> bool {
        let place = Place { start: 0, end: source.len() as u32, line: 1, page: None };
        holds(source, &[place], quote)
    }

    #[test]
    fn marks_and_white_space_pass() {
        assert!(under("release **all**\n  prisoners.<sup>1</sup> Now", "release all prisoners. Now"));
        assert!(under("R&amp;D [now](http://x.y/z)[2]", "R&D now"));
        assert!(under("one,\n> two", "one, two"));
        assert!(under("release 3<sup>2</sup> men", "release 3 men"));
        assert!(under("in para-\ngraph 29", "in paragraph 29"));
        assert!(under("a peace-\nkeeping mission", "a peace-keeping mission"));
        assert!(under("see <https://x.example/a> now", "see https://x.example/a now"));
        assert!(under("one,\n> > - two", "one, two"));
        assert!(under("nul\0l &#x0; &#xd800;", "nul\u{fffd}l \u{fffd} \u{fffd}"));
        assert!(under("the <w:p> of <b>all</b>", "the <w:p> of all"));
    }

    /// Found by mutated letters: a sign of a broken tag is text, the tags before it are none.
    #[test]
    fn broken_tags_beside_whole_ones_pass() {
        assert!(under("to give.</p></div></ived notices<b>1</b> now", "to give.</ived notices1 now"));
        assert!(!under("to give.</p> now", "to give.</q> now"));
    }

    /// Found by mutated letters: a mark of a note that never ends stands in the words that are quoted.
    #[test]
    fn marks_of_notes_that_never_end_pass() {
        for text in [
            "We urge you to free them.<sup>1 We ask you to pay $5.",
            "We urge you to free <sup>1 *all* of them.",
            "We urge you to free them<sup>1",
            "We urge you to <sup>free them",
        ] {
            let letter = format!("4 March 2019\n\nDear Minister,\n\n{text}\n\nSincerely,\n\nAnna Berg\n");
            let file = crate::source::LetterFile { path: "2019.txt".into(), series: None };
            let document = crate::source::Document::from_text(&letter);
            let source = crate::corpus::Source { file, part: None, known_as: None, document };
            let corpus = crate::corpus::Corpus::of(vec![source], &[], &crate::corpus::Options::default()).0;
            let dossier = Dossier::of(corpus, &crate::lineage::Pairs::default(), "letters");
            assert!(!dossier.report.letters[0].demands.is_empty(), "{text}");
            assert!(check(&dossier).is_ok(), "{text}");
        }
    }

    #[test]
    fn numbers_of_lines_pass_where_lines_are_numbered() {
        assert!(under(" 1  release all\n 2  30 prisoners\n 3\n 4  now", "release all 30 prisoners now"));
        assert!(under("a\nb\nc  5\nd\ne\nf  10\ng\nh  15\n", "abcdefgh"));
        assert!(!under("release all\n30 prisoners", "release all prisoners"));
        assert!(!under("release  30\nprisoners", "release prisoners"));
    }

    #[test]
    fn other_words_do_not() {
        assert!(!under("release all prisoners", "release all prisoner"));
        assert!(!under("release prisoners", "release all prisoners"));
        assert!(!under("release some prisoners", "release all prisoners"));
        assert!(!under("release 30 prisoners", "release 3 prisoners"));
        assert!(!under("sanction A-B", "sanction AB"));
        assert!(!under("sanction A-\nB", "sanction AB"));
    }
}
