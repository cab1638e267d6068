//! Lists that run on inside a paragraph: "We ask you to: 1. open the files. 2. pay the men. 3. say sorry."
//!
//! Pages copied, scanned or mailed lose the line breaks of their lists; the marks still count from one. Others never had
//! any: "We demand: an inquiry; an apology; and compensation." What one sentence holds without such breaks ("to (a) open
//! the files, (b) pay the men") is no list of blocks: whoever reads the sentence parts it.

use super::marker::Marker;
use super::numbers;
use super::{Block, BlockKind, bullets, piece};
use crate::language::{Token, sentences, tokens};
use crate::lexicon::{Class, Lexicon};
use crate::text::Span;

/// A mark inside a text.
struct Inner {
    marker: Marker,
    /// Where the mark begins, and where the words of its item do.
    at: usize,
    text: usize,
    /// In how many lists of the same text it stands.
    depth: u8,
}

/// Parts every paragraph and item that holds such a list: the words before it, and its items.
pub fn part(blocks: Vec<Block>) -> Vec<Block> {
    let mut parted = Vec::with_capacity(blocks.len());
    let mut rest = blocks.into_iter().peekable();
    while let Some(block) = rest.next() {
        let mut marks = marks(&block, rest.peek());
        if block.kind == BlockKind::Paragraph {
            let text = block.text.as_str();
            let long = counted(text);
            if marks.is_empty() && !long.is_empty() {
                marks = long;
            } else if marks.is_empty() {
                marks = Some(bulleted(text))
                    .filter(|found| !found.is_empty())
                    .unwrap_or_else(|| enumerated(text));
            }
        }
        if marks.is_empty() {
            parted.push(block);
        } else {
            divide(&block, &marks, &mut parted);
        }
    }
    parted
}

/// The marks of the list inside a block, in order; none where they do not make one.
fn marks(block: &Block, next: Option<&Block>) -> Vec<Inner> {
    let text = block.text.as_str();
    let own = match block.kind {
        BlockKind::Paragraph => None,
        BlockKind::ListItem { marker, .. } => match marker.ordinal() {
            Some(_) => Some(marker),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let mut found: Vec<Inner> = Vec::new();
    for at in possible_marks(text.as_bytes()) {
        let Some(mark) = text.get(at..).and_then(numbers::find).filter(|mark| mark.lead == 0) else {
            continue;
        };
        let last = found.last().map_or(own, |last| Some(last.marker));
        let Some(marker) = following(mark.marker, last) else { continue };
        let dotted = text[at..at + mark.len].contains('.');
        let from = found.last().map_or(0, |last| last.text);
        let before = text[from..at].trim_end();
        let worded = before.contains(char::is_alphabetic);
        // "Our demands are 1) a living wage 2) safe stairs 3) paid leave": no stops at all.
        let bare = !dotted && !text[at..].starts_with('(') && matches!(marker, Marker::Number(_));
        let opens = if found.is_empty() && own.is_none() {
            before.ends_with(':') || ends_sentence(before) || (dotted || bare) && leads(before)
        } else {
            let unstopped = bare && own.is_none() && !before.ends_with([',', ';']);
            ends_sentence(before) || dotted && before.ends_with([';', ':', ',']) || unstopped
        };
        // "; and 3. say sorry"
        let joined = dotted && (before.ends_with("; and") || before.ends_with(", and"));
        if worded && (opens || joined) {
            found.push(Inner { marker, at, text: at + mark.len, depth: 0 });
        }
    }
    let goes_on = |next: &Block| matches!((next.kind, found.first()), (BlockKind::ListItem { marker, .. }, Some(first)) if marker.ordinal() == first.marker.ordinal());
    let enough = if own.is_some() { 1 } else { 2 };
    if found.len() < enough || own.is_some() && next.is_some_and(goes_on) { Vec::new() } else { found }
}

/// Where words begin that could be marks: behind a space, short and closed by a stop or a bracket (`1.`, `(a)`, `iv)`).
fn possible_marks(text: &[u8]) -> impl Iterator<Item = usize> + '_ {
    const LONGEST: usize = 5;
    let closed = text.iter().enumerate().filter(|(_, byte)| matches!(byte, b'.' | b')'));
    closed.filter_map(|(end, _)| {
        let wordy = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'(';
        let length = text[..end].iter().rev().take(LONGEST + 1).take_while(wordy).count();
        let start = end - length;
        ((1..=LONGEST).contains(&length) && start > 0 && text[start - 1] == b' ').then_some(start)
    })
}

/// The mark as the next after `last`, or as the first of a list; `i` is a letter as well as a number.
fn following(marker: Marker, last: Option<Marker>) -> Option<Marker> {
    let ordinal = marker.ordinal()?;
    match last {
        None => (ordinal == 1).then_some(marker),
        Some(last) if last.same_style(marker) => {
            (Some(ordinal) == last.ordinal().map(|n| n + 1)).then_some(marker)
        }
        Some(Marker::Letter(n)) if matches!(marker, Marker::Roman(1)) && n == 8 => Some(Marker::Letter(9)),
        Some(_) => None,
    }
}

/// Items between bullets: "the following: * the date * the amount". A star or a dash is one only behind a colon.
fn bulleted(text: &str) -> Vec<Inner> {
    let spaced =
        |at: usize, sign: char| text[..at].ends_with(' ') && text[at + sign.len_utf8()..].starts_with(' ');
    let opens = |at: usize, sign: char| bullets::is_bullet(sign) || text[..at].trim_end().ends_with(':');
    let signs = text.char_indices().filter(|(_, c)| bullets::is_bullet(*c) || matches!(c, '*' | '-' | '+'));
    let Some((first, sign)) = signs.clone().find(|(at, sign)| spaced(*at, *sign)) else { return Vec::new() };
    if !opens(first, sign) {
        return Vec::new();
    }
    let found: Vec<Inner> = signs
        .filter(|(at, other)| *at >= first && *other == sign && spaced(*at, sign))
        .map(|(at, _)| Inner { marker: Marker::Bullet(sign), at, text: at + sign.len_utf8() + 1, depth: 0 })
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

/// So many numbers that count on make a list, whatever stands before each of them: headings lost their lines too.
const COUNTED: usize = 5;

/// The items of a long list whose numbers count from one: "Schools 1. Mend the roofs. Roads 2. Pave the lane. …".
fn counted(text: &str) -> Vec<Inner> {
    let mut found: Vec<Inner> = Vec::new();
    // The last number of each list that is open.
    let mut open: Vec<u16> = Vec::new();
    for (at, _) in text.match_indices(' ') {
        let at = at + 1;
        if !text.as_bytes()[at..].first().is_some_and(u8::is_ascii_digit) {
            continue;
        }
        let Some(mark) = text.get(at..).and_then(numbers::find).filter(|mark| mark.lead == 0) else {
            continue;
        };
        let dotted = text[at..at + mark.len].contains('.');
        let capital = text[at + mark.len..].starts_with(char::is_uppercase);
        let Some(number) = mark.marker.ordinal().filter(|_| dotted && capital) else { continue };
        match open.iter().rposition(|last| *last + 1 == number) {
            Some(list) => {
                open.truncate(list + 1);
                open[list] = number;
            }
            // "… by: 1. Mending the roofs.": a list inside an item.
            None if number == 1 && (open.is_empty() || text[..at].trim_end().ends_with(':')) => {
                open.push(number)
            }
            None => continue,
        }
        let depth = open.len().saturating_sub(1).min(63) as u8;
        found.push(Inner { marker: mark.marker, at, text: at + mark.len, depth });
    }
    if found.len() < COUNTED { Vec::new() } else { found }
}

/// The items between semicolons after a colon, where the words before it ask: "We want: a living wage; safe stairs."
fn enumerated(text: &str) -> Vec<Inner> {
    let Some(first) = text.find("; ") else { return Vec::new() };
    let Some(colon) = text[..first].rfind(": ") else { return Vec::new() };
    let sentence = text[..colon].rfind(". ").map_or(0, |stop| stop + 2);
    let lexicon = Lexicon::builtin();
    let lead = tokens(&text[sentence..colon], lexicon);
    let performs = |token: &Token| {
        let verb = lexicon.lemma(token.word).and_then(|lemma| lexicon.performative(lemma));
        token.has(Class::PERFORMATIVE) && verb.is_none_or(|verb| !verb.weak)
    };
    let asks = lead.iter().any(|token| performs(token) || token.is_any(&ANNOUNCES));
    let inside = text[sentence..colon].matches(['"', '\u{201c}', '\u{201d}']).count() % 2 == 1;
    // "a meeting to discuss the following: …": topics, and no asks.
    let talks = lead.iter().any(|token| token.is_any(&["discuss", "about", "concerning", "regarding"]));
    if !asks || inside || talks {
        return Vec::new();
    }
    let end = sentences(&tokens(&text[sentence..], lexicon), lexicon);
    let all = tokens(&text[sentence..], lexicon);
    let end = end
        .first()
        .and_then(|range| all[range.clone()].last())
        .map_or(text.len(), |last| sentence + last.span.end);
    let mut found = Vec::new();
    let mut from = colon + 2;
    for part in text[colon + 2..end].split("; ") {
        let joint = part.strip_prefix("and ").unwrap_or(part);
        let at = from + part.len() - joint.len();
        let (len, marker) = ordinal(joint);
        if !joint[len..].contains(char::is_alphabetic) {
            return Vec::new();
        }
        found.push(Inner { marker, at, text: at + len, depth: 0 });
        from += part.len() + 2;
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// Words that announce what is asked, beside the verbs of asking.
const ANNOUNCES: [&str; 7] = ["want", "need", "following", "requests", "recommendations", "must", "should"];

/// "first, an inquiry": how long the word that counts is, and what it counts.
fn ordinal(item: &str) -> (usize, Marker) {
    if let Some(mark) = numbers::find(item) {
        return (mark.len, mark.marker);
    }
    const WORDS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let Some(comma) = item.find(", ").filter(|comma| *comma <= 9) else { return (0, Marker::Lost) };
    let word = item[..comma].to_lowercase();
    let place = WORDS.iter().position(|known| word.strip_suffix("ly").unwrap_or(&word) == *known);
    match place {
        Some(place) => (comma + 2, Marker::Number(place as u16 + 1)),
        None => (0, Marker::Lost),
    }
}

fn ends_sentence(before: &str) -> bool {
    before.trim_end_matches(['"', '\u{201d}', '\u{2019}', ')', '*', '_']).ends_with(['.', '?', '!'])
}

/// "We urge you to 1. Close the mill.": a small word that what follows must complete.
fn leads(before: &str) -> bool {
    matches!(before.rsplit(' ').next(), Some("to" | "that" | "for" | "are" | "is" | "following" | "on"))
}

/// The words before the list as they were, and the items as blocks of their own.
fn divide(block: &Block, marks: &[Inner], parted: &mut Vec<Block>) {
    let text = block.text.as_str();
    let (depth, nested) = match block.kind {
        BlockKind::ListItem { depth, .. } => (depth, true),
        _ => (0, false),
    };
    parted.extend(piece(block, block.kind, Span::new(0, marks[0].at), Span::new(0, marks[0].at)));
    let ends = marks.iter().skip(1).map(|mark| mark.at).chain([text.len()]);
    for (mark, end) in marks.iter().zip(ends) {
        let last = end == text.len();
        let end = if last && !nested { end_of_last(text, marks) } else { end };
        let item = text[mark.text..end].trim_end();
        let item = item.strip_suffix(" and").filter(|item| item.ends_with([';', ','])).unwrap_or(item);
        let words = Span::new(mark.text, mark.text + item.len());
        let kind = BlockKind::ListItem { depth: depth + mark.depth, marker: mark.marker };
        parted.extend(piece(block, kind, words, Span::new(mark.at, words.end)));
        if last {
            let after = Span::new(end, text.len());
            parted.extend(piece(block, BlockKind::Paragraph, after, after));
        }
    }
}

/// Where the last item ends: it has no more sentences than the longest of the others.
fn end_of_last(text: &str, marks: &[Inner]) -> usize {
    let lexicon = Lexicon::builtin();
    let ends = |from: usize, to: usize| -> Vec<usize> {
        let tokens = tokens(&text[from..to], lexicon);
        let found = sentences(&tokens, lexicon);
        found
            .iter()
            .filter_map(|range| tokens[range.clone()].last())
            .map(|token| from + token.span.end)
            .collect()
    };
    let longest = marks.windows(2).map(|pair| ends(pair[0].text, pair[1].at).len()).max().unwrap_or(1);
    let Some(last) = marks.last() else { return text.len() };
    ends(last.text, text.len()).get(longest.saturating_sub(1)).copied().unwrap_or(text.len())
}
