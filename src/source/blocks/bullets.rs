//! Bullets: the signs that lists are set with, and any other sign that opens several lines.

use super::marker::{Company, Mark, Marker};

/// The bullet at the start of a line's content.
pub fn find(content: &str) -> Option<Mark<'_>> {
    bullet(content).or_else(|| automatic(content)).or_else(|| nested(content))
}

/// `** text`, `*** text`: as many stars as lists lie around it, as in wikis and mail. Stars that close again are
/// emphasis.
fn nested(content: &str) -> Option<Mark<'_>> {
    let stars = content.bytes().take_while(|byte| *byte == b'*').count();
    let text = content[stars..].trim_start();
    let len = content.len() - text.len();
    let whole = (2..=4).contains(&stars) && len > stars && !text.is_empty() && !text.contains("**");
    let marker = Marker::Bullet('*');
    whole.then_some(Mark { marker, lead: 0, len, company: Company::Kin, inside: stars.saturating_sub(1) })
}

/// `#. text`: a number that the typesetter was to fill in.
fn automatic(content: &str) -> Option<Mark<'_>> {
    let text = content.strip_prefix("#.")?.trim_start();
    let len = content.len() - text.len();
    let marker = Marker::Bullet('#');
    (!text.is_empty() && len > 2).then_some(Mark { marker, lead: 0, len, company: Company::None, inside: 0 })
}

fn bullet(content: &str) -> Option<Mark<'_>> {
    let first = content.chars().next()?;
    let mut len = first.len_utf8();
    // The sign may say of itself that it is to be shown as a picture.
    len += content[len..].len() - content[len..].trim_start_matches('\u{fe0f}').len();
    let after = &content[len..];
    let spaced = after.starts_with(char::is_whitespace);
    let company = match first {
        '-' | '*' | '+' if spaced => Company::None,
        c if is_bullet(c) => Company::None,
        // A bullet that lost its space, as in text whose line breaks were lost.
        '-' if after.starts_with(char::is_uppercase) => Company::Kin,
        // A word processor's second-level bullet is a letter o set in a symbol font, another a sign of quotation.
        'o' | '\u{a8}' | '\u{a7}' | '\u{d8}' | '\u{fc}' | '~'
            if spaced && !after.trim_start().starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Company::Kin
        }
        // Dashes also open attributions.
        c if spaced && is_sign(c) => Company::Kin,
        _ => return None,
    };
    len += after.len() - after.trim_start().len();
    // A task list's box belongs to the mark.
    for checkbox in ["[ ] ", "[x] ", "[X] "] {
        if content[len..].starts_with(checkbox) {
            len += checkbox.len();
        }
    }
    (len < content.len()).then_some(Mark { marker: Marker::Bullet(first), lead: 0, len, company, inside: 0 })
}

/// Signs that nobody writes at the start of a line but as bullets.
pub fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦'
            | '▪'
            | '▫'
            | '‣'
            | '⁃'
            | '·'
            | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '◇'
            | '♦'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '▸'
            | '❖'
            | '✓'
            | '✔'
            | '✗'
            | '✘'
            | '★'
            | '☐'
            | '☑'
            | '☒'
            | '→'
            | '➔'
            | '➜'
            | '➡'
            | '⇒'
            | '»'
            | '∙'
            | '⚫'
            | '⬤'
            | '✅'
    ) || ('\u{f000}'..='\u{f0ff}').contains(&c)
}

/// Whether a character is a sign, neither of a word nor of a sentence, money or arithmetic.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2013}' | '\u{2014}' | '\u{ba}' | '\u{b0}')
        || matches!(u32::from(c), 0x2022..=0x2027 | 0x203b | 0x2043 | 0x2190..=0x23ff | 0x2500..=0x2bff | 0x1f300..=0x1faff)
}
