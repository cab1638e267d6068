//! Words and signs with numbers as marks: `Demand 1:`, `Article II.`, `Article 3 Free`, `Q3.`, `#4`, `[5]`, `6 -`, `7/`, `1.8`.
//!
//! Each of them could stand in a sentence as well; all need the number before or after them under the same words.

use super::marker::{Company, Mark, Marker};
use super::numbers::roman;

/// The label at the start of a line's content.
pub fn find(content: &str) -> Option<Mark<'_>> {
    let lead = content.len() - content.trim_start_matches(['*', '_']).len();
    let body = &content[lead..];
    let label = bracketed(body)
        .or_else(|| signed(body))
        .or_else(|| decimal(body))
        .or_else(|| worded(body, lead > 0))?;
    let rest = &body[label.len..];
    let inner = rest.trim_start();
    // Emphasis that only the label has ends with it.
    let unstarred = inner.trim_start_matches(['*', '_']);
    let stars = lead > 0 && inner.len() > unstarred.len();
    let text = if stars { unstarred.trim_start() } else { inner };
    let lead = if stars { 0 } else { lead };
    let marker = Marker::Number(label.number);
    let len = content.len() - text.len();
    let said = (1..400).contains(&label.number) && text.contains(char::is_alphabetic);
    let company = if label.open { Company::Opening(label.words) } else { Company::Neighbour(label.words) };
    said.then_some(Mark { marker, lead, len, company, inside: label.inside })
}

/// A label: how long it is, its number, and what makes it one of a kind.
struct Label<'t> {
    len: usize,
    number: u16,
    words: &'t str,
    inside: usize,
    /// No sign parts it from the text.
    open: bool,
}

fn digits(text: &str) -> Option<(u16, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text.get(..len).filter(|digits| digits.len() < 4)?.parse().ok()?, len))
}

/// `[5]`
fn bracketed(body: &str) -> Option<Label<'_>> {
    let (number, len) = digits(body.strip_prefix('[')?)?;
    let after = body[len + 1..].strip_prefix(']')?;
    after.starts_with(char::is_whitespace).then_some(Label {
        len: len + 2,
        number,
        words: "[",
        inside: 0,
        open: false,
    })
}

/// `#4`, `6 -`, `7/`, `2.Free`, `3．`, `2nd:`
fn signed(body: &str) -> Option<Label<'_>> {
    if let Some(rest) = body.strip_prefix('#') {
        let (number, len) = digits(rest)?;
        let close = usize::from(rest[len..].starts_with([':', '.', ')']));
        let spaced = rest[len + close..].starts_with(char::is_whitespace);
        return spaced.then_some(Label { len: len + 1 + close, number, words: "#", inside: 0, open: false });
    }
    let (number, len) = digits(body)?;
    let rest = &body[len..];
    for ordinal in ["st", "nd", "rd", "th"] {
        if let Some(after) = rest.strip_prefix(ordinal) {
            let closed = after.starts_with([':', '.', ')']);
            return closed.then_some(Label { len: len + 3, number, words: "th", inside: 0, open: false });
        }
    }
    let dash = rest.trim_start();
    let close = dash.chars().next()?;
    let after = &dash[close.len_utf8()..];
    let capital = after.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '*' | '_'));
    let whole = capital
        && match close {
            '-' | '\u{2013}' | '\u{2014}' | '/' => after.starts_with(char::is_whitespace),
            '.' | '\u{ff0e}' | '\u{3001}' => dash.len() == rest.len(),
            _ => false,
        };
    let len = len + rest.len() - after.len();
    whole.then_some(Label { len, number, words: &body[len - close.len_utf8()..len], inside: 0, open: false })
}

/// `1.8`, `1.8.`, `2.1.3`: kin are those under the same number.
fn decimal(body: &str) -> Option<Label<'_>> {
    let len = body.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let mark = body[..len].trim_end_matches('.');
    let (above, own) = mark.rsplit_once('.')?;
    let parts = above.split('.').count();
    let whole =
        above.split('.').all(|part| digits(part).is_some_and(|(_, len)| len == part.len() && len < 3));
    let (number, own_len) = digits(own)?;
    let text = body[len..].trim_start();
    // "2.5 million" and "3.0 percent" are numbers.
    let opens = body[len..].starts_with(char::is_whitespace)
        && text.starts_with(|c: char| c.is_uppercase() || matches!(c, '*' | '_' | '"' | '\u{201c}'));
    (whole && own_len == own.len() && parts < 6 && opens).then_some(Label {
        len,
        number,
        words: above,
        inside: parts,
        open: false,
    })
}

/// `Demand 1:`, `DEMAND #1 -`, `Article II.`, `No. 2:`, `Point Three:`, `Q4.`; in emphasis of its own or before a
/// capital, `Demand 1` alone.
fn worded(body: &str, emphasised: bool) -> Option<Label<'_>> {
    let word = &body[..body.find(|c: char| !c.is_ascii_alphabetic())?];
    if !word.starts_with(char::is_uppercase) || word.len() > 16 {
        return None;
    }
    let rest = body[word.len()..].strip_prefix('.').unwrap_or(&body[word.len()..]);
    let spaced = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let near = spaced.len() == rest.len();
    let name = spaced.strip_prefix('#').unwrap_or(spaced);
    let value = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let number = match digits(value) {
        Some((number, len)) if len == value.len() => number,
        _ if near => return None,
        _ => number_word(value)?,
    };
    if near && word.len() > 2 {
        return None;
    }
    let after = &name[value.len()..];
    let unclosed = Label { len: body.len() - after.len(), number, words: word, inside: 0, open: true };
    if emphasised && after.trim_start_matches(['*', '_']).len() < after.len() {
        return Some(unclosed);
    }
    // "Article 3 Free all …": a sentence goes on in small letters, and so does "Article 3 States".
    let mut words = after.split_whitespace();
    let capital = words.next().is_some_and(|word| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    });
    let goes_on = words.next().is_some_and(|word| word.starts_with(|c: char| !c.is_uppercase()));
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    if !near && after.starts_with([' ', '\t', '\u{a0}']) && capital && goes_on && digits {
        return Some(unclosed);
    }
    let dash = after.trim_start();
    let close = dash.chars().next()?;
    let closed = match close {
        ':' | '.' | ')' => dash.len() == after.len(),
        '-' | '\u{2013}' | '\u{2014}' => true,
        _ => false,
    };
    let text = &dash[close.len_utf8()..];
    let opens = text.starts_with(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let len = body.len() - text.len();
    (closed && opens).then_some(Label { len, number, words: word, inside: 0, open: false })
}

/// Numbers written out, and roman ones in capitals.
fn number_word(word: &str) -> Option<u16> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let lower = word.to_ascii_lowercase();
    let spelt = WORDS.iter().position(|known| *known == lower).and_then(|at| u16::try_from(at + 1).ok());
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    spelt.or_else(|| roman(&lower).filter(|value| capitals && *value <= 40))
}
