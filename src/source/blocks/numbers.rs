//! Numbers, letters and roman numerals as marks: `1.`, `(a)`, `iv)`, `③`.

use super::marker::{Company, Mark, Marker};

/// The number or letter at the start of a line's content.
pub fn find(content: &str) -> Option<Mark<'_>> {
    ordered(content).or_else(|| enclosed(content))
}

fn ordered(content: &str) -> Option<Mark<'_>> {
    let lead = content.len() - content.trim_start_matches(['*', '_']).len();
    let (open, body) = match content[lead..].strip_prefix('(') {
        Some(rest) => (true, rest),
        None => (false, &content[lead..]),
    };
    let word_len = body.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(body.len());
    let word = &body[..word_len];
    let rest = &body[word_len..];
    let rest = rest.strip_prefix('\\').unwrap_or(rest);
    let close = rest.chars().next()?;
    let (closed, after) = match close {
        ')' => (true, &rest[1..]),
        '.' | ':' if !open => (false, &rest[1..]),
        _ => return None,
    };
    if open && !closed {
        return None;
    }
    let inner = after.trim_start();
    let after_stars = inner.trim_start_matches(['*', '_']);
    // Of "1. **Free** them" the stars are the text's, of "1.** Free" and "1. ** Free" the mark's.
    let opens = inner.len() < after.len() && !after_stars.starts_with(char::is_whitespace);
    let after_stars = if opens { after } else { after_stars };
    let stars = inner.len().saturating_sub(after_stars.len());
    if !after_stars.starts_with(|c: char| c.is_whitespace() || (closed && c.is_uppercase())) {
        return None;
    }
    let text = after_stars.trim_start();
    if text.is_empty() {
        return None;
    }
    let marker = ordinal(word, close)?;
    // `**1.** text` closes the emphasis with the mark; `**1. Text** more` keeps it for the text.
    let lead = if stars >= lead { 0 } else { lead };
    let len = content.len() - text.len();
    let company = if closed { Company::None } else { Company::Kin };
    Some(Mark { marker, lead, len, company, inside: 0 })
}

fn ordinal(word: &str, close: char) -> Option<Marker> {
    if let Ok(number) = word.parse::<u16>() {
        return (number > 0 && number < 400 && word.len() < 4 && (close != ':' || number < 40))
            .then_some(Marker::Number(number));
    }
    if close == ':' {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let uniform = word == lower || word == word.to_ascii_uppercase();
    if !uniform {
        return None;
    }
    match (lower.len(), roman(&lower)) {
        (1, Some(value)) if lower == "i" || lower == "v" || lower == "x" => Some(Marker::Roman(value)),
        (1, _) => lower.bytes().next().map(|b| Marker::Letter(u16::from(b - b'a') + 1)),
        (2..=5, Some(value)) if value <= 40 => Some(Marker::Roman(value)),
        _ => None,
    }
}

/// Numbers set in circles, on keys, or as one sign with their stop.
fn enclosed(content: &str) -> Option<Mark<'_>> {
    let first = content.chars().next()?;
    let mut rest = &content[first.len_utf8()..];
    let number = match u32::from(first) {
        c @ 0x2460..=0x2473 => c - 0x245f,
        c @ 0x2474..=0x2487 => c - 0x2473,
        c @ 0x2488..=0x249b => c - 0x2487,
        c @ 0x2776..=0x277f => c - 0x2775,
        c @ 0x2780..=0x2789 => c - 0x277f,
        c @ 0x278a..=0x2793 => c - 0x2789,
        c @ 0x31..=0x39 => {
            let after = rest.strip_prefix('\u{fe0f}').unwrap_or(rest);
            rest = after.strip_prefix('\u{20e3}')?;
            c - 0x30
        }
        _ => return None,
    };
    let text = rest.trim_start();
    let marker = Marker::Number(u16::try_from(number).ok()?);
    let len = content.len() - text.len();
    (!text.is_empty()).then_some(Mark { marker, lead: 0, len, company: Company::None, inside: 0 })
}

/// The value of a roman numeral in small letters.
pub fn roman(word: &str) -> Option<u16> {
    let mut total = 0;
    let mut last = 0;
    for byte in word.bytes().rev() {
        let value = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            _ => return None,
        };
        if value < last {
            total -= value
        } else {
            total += value
        }
        last = value.max(last);
    }
    u16::try_from(total).ok().filter(|value| *value > 0)
}
