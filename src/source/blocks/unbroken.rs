//! Releases and letters that lost all their line breaks: headline, dateline, address, salutation and signature run on in
//! one paragraph, as pages copied by programs do.

use super::{Block, BlockKind, piece};
use crate::text::Span;

/// Shorter paragraphs hold no letter.
const LEAST: usize = 400;

/// How far into a text its headline reaches at most.
const HEADLINE: usize = 500;

/// How long a salutation or the address before it is at most.
const SALUTATION: usize = 80;
const ADDRESS: usize = 400;

/// Parts every long paragraph where the furniture of a release or a letter stands in it.
pub fn part(blocks: Vec<Block>) -> Vec<Block> {
    let mut parted = Vec::with_capacity(blocks.len());
    for block in blocks {
        let long = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. });
        let text = block.text.as_str();
        let cuts = match long && text.len() >= LEAST {
            true => cuts(text),
            // "Dear Friends, Our strike is in its third week.": no more than the salutation lost its line.
            false if long && text.starts_with("Dear ") => salutations(text)
                .into_iter()
                .take(1)
                .filter(|span| span.start == 0)
                .map(|span| span.end)
                .collect(),
            false => Vec::new(),
        };
        if cuts.is_empty() {
            parted.push(block);
        } else {
            divide(&block, &cuts, &mut parted);
        }
    }
    parted
}

/// The pieces of a block between its cuts.
fn divide(block: &Block, cuts: &[usize], parted: &mut Vec<Block>) {
    let edges: Vec<usize> =
        [0].into_iter().chain(cuts.iter().copied()).chain([block.text.as_str().len()]).collect();
    for pair in edges.windows(2) {
        let kind = if pair[0] == 0 { block.kind } else { BlockKind::Paragraph };
        let words = Span::new(pair[0], pair[1]);
        parted.extend(piece(block, kind, words, words));
    }
}

/// Where the pieces of such a text begin, in order.
fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let salutations = salutations(text);
    for span in &salutations {
        cuts.extend([span.start, span.end]);
        let before = Span::new(text.floor_char_boundary(span.start.saturating_sub(ADDRESS)), span.start);
        if let Some(date) = date_of_letter(text, before) {
            cuts.extend([date.start, date.end]);
            cuts.extend(lines_of_address(text, Span::new(date.end, span.start)));
        }
    }
    let closings = closings(text);
    for (at, span) in closings.iter().enumerate() {
        let next =
            salutations.iter().map(|next| next.start).chain(closings[at + 1..].iter().map(|next| next.start));
        let end = next.filter(|next| *next > span.end).min().unwrap_or(text.len());
        cuts.extend([span.start, span.end]);
        cuts.extend(lines_of_signature(text, Span::new(span.end, end)));
    }
    let head = Span::new(0, text.floor_char_boundary(text.len().min(HEADLINE)));
    cuts.extend(dateline(text, head).or_else(|| end_of_shout(text, head)));
    cuts.extend(day_of_release(text, head).into_iter().flat_map(|span| [span.start, span.end]));
    cuts.retain(|at| (1..text.len()).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// "Dear Mr. President:", "Dear Secretary Vane and Members of the Board,": with what is written in capitals after it.
fn salutations(text: &str) -> Vec<Span> {
    let find = |(at, _): (usize, &str)| {
        let rest = &text[at..text.floor_char_boundary(text.len().min(at + SALUTATION))];
        let end = rest.char_indices().find(|(end, c)| {
            *c == ':' || *c == ',' && !rest[..*end].ends_with("Jr") && opens(&rest[end + 1..])
        })?;
        let end = end.0;
        let small = ["of", "the", "and", "for", "in", "to", "fellow", "all", "friends", "colleagues"];
        let named = rest[..end].split(' ').all(|word| {
            small.contains(&word) || word.starts_with(char::is_uppercase) || word.starts_with('(')
        });
        (named && opens(&rest[end + 1..])).then(|| Span::new(at, at + end + 1))
    };
    text.match_indices("Dear ").filter_map(find).collect()
}

/// Whether a sentence begins here.
fn opens(rest: &str) -> bool {
    let first = rest.trim_start().chars().next();
    first.is_some_and(|c| c.is_uppercase() || matches!(c, '\u{201c}' | '"' | '/'))
}

/// "Sincerely," after the last sentence, and the comma.
fn closings(text: &str) -> Vec<Span> {
    const CLOSINGS: [&str; 8] = [
        "Sincerely,",
        "Sincerely yours,",
        "Yours sincerely,",
        "Respectfully,",
        "Respectfully submitted,",
        "Respectfully yours,",
        "Very truly yours,",
        "Yours faithfully,",
    ];
    let mut found: Vec<Span> = CLOSINGS
        .iter()
        .flat_map(|closing| text.match_indices(closing).map(|(at, _)| Span::new(at, at + closing.len())))
        .filter(|span| text[..span.start].trim_end().ends_with(ENDS) && opens(&text[span.end..]))
        .collect();
    found.sort_unstable_by_key(|span| span.start);
    found
}

/// Where the lines of an address began: at the number of a house, and where words are glued together.
fn lines_of_address(text: &str, address: Span) -> Vec<usize> {
    let words = &text[address.start..address.end];
    let house =
        words.match_indices(' ').find(|(at, _)| words[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let mut lines = glued(text, address);
    lines.extend(house.map(|(at, _)| address.start + at));
    lines
}

/// Where the lines of signatures began: at the office after each name, at the next name, and at what the page says of
/// the writer or to whom a copy goes.
fn lines_of_signature(text: &str, signatures: Span) -> Vec<usize> {
    const OFFICES: [&str; 6] = [
        "Member of Congress",
        "Members of Congress",
        "United States Senator",
        "U.S. Senator",
        "Member of Parliament",
        "Senator for ",
    ];
    const AFTER: [&str; 8] =
        ["Congressman ", "Congresswoman ", "Representative ", "Cc:", "cc:", "CC:", "###", "# # #"];
    let words = &text[signatures.start..signatures.end];
    let offices = OFFICES.iter().flat_map(|office| words.match_indices(office));
    let mut lines: Vec<usize> = offices
        .flat_map(|(at, office)| [signatures.start + at, signatures.start + at + office.len()])
        .collect();
    if !lines.is_empty() {
        lines.extend(AFTER.iter().filter_map(|after| words.find(after)).map(|at| signatures.start + at));
    }
    lines.extend(glued(text, signatures));
    lines
}

/// Where two words are glued together: "Mary QuillMember of Congress". Names as "McColl" and "DeWitt" are none.
fn glued(text: &str, within: Span) -> Vec<usize> {
    let words = &text[within.start..within.end];
    let mut before = 0;
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        if c.is_uppercase() && before >= 4 && words[..at].ends_with(char::is_lowercase) {
            found.push(within.start + at);
        }
        before = if c.is_alphabetic() { before + 1 } else { 0 };
    }
    found
}

/// What ends a sentence.
const ENDS: [char; 7] = ['.', '?', '!', ')', '"', '\u{201d}', ':'];

/// The date of a letter before its address: after a sentence, and before a name.
fn date_of_letter(text: &str, within: Span) -> Option<Span> {
    let found = dates(text, within).into_iter().find(|date| {
        let before = text[..date.start].trim_end();
        (before.is_empty() || before.ends_with(ENDS)) && opens(&text[date.end..])
    });
    found.filter(|date| date.start > 0)
}

/// "Wednesday, October 25, 2017" between a headline and the text.
fn day_of_release(text: &str, head: Span) -> Option<Span> {
    const DAYS: [&str; 7] =
        ["Monday, ", "Tuesday, ", "Wednesday, ", "Thursday, ", "Friday, ", "Saturday, ", "Sunday, "];
    dates(text, head).into_iter().find_map(|date| {
        let day = DAYS.iter().find(|day| text[..date.start].ends_with(*day))?;
        let start = date.start - day.len();
        let headline = text[..start].trim_end();
        let unfinished = headline.ends_with(|c: char| c.is_alphanumeric() || c == ')');
        (unfinished && opens(&text[date.end..])).then(|| Span::new(start, date.end))
    })
}

/// Dates as "October 25, 2017" and "October 25th, 2017".
fn dates(text: &str, within: Span) -> Vec<Span> {
    const MONTHS: [&str; 12] = [
        "January ",
        "February ",
        "March ",
        "April ",
        "May ",
        "June ",
        "July ",
        "August ",
        "September ",
        "October ",
        "November ",
        "December ",
    ];
    let part = &text[within.start..within.end];
    let ends = |start: usize| {
        let rest = &text[start..];
        let day = rest.bytes().take_while(u8::is_ascii_digit).count();
        let after = rest[day..].trim_start_matches(['s', 't', 'n', 'd', 'r', 'h']);
        let year = after.strip_prefix(", ")?;
        let digits = year.bytes().take_while(u8::is_ascii_digit).count();
        ((1..=2).contains(&day) && digits == 4).then(|| start + rest.len() - year.len() + digits)
    };
    let mut found: Vec<Span> = MONTHS
        .iter()
        .flat_map(|month| part.match_indices(month))
        .filter_map(|(at, month)| {
            let start = within.start + at;
            ends(start + month.len()).map(|end| Span::new(start, end))
        })
        .collect();
    found.sort_unstable_by_key(|span| span.start);
    found
}

/// Where the dateline of a release begins, behind its headline: "Washington, DC – ", "WASHINGTON – ".
fn dateline(text: &str, head: Span) -> Option<usize> {
    let dashes = text[..head.end].char_indices().filter(|(_, c)| matches!(c, '\u{2013}' | '\u{2014}' | '-'));
    dashes.map(|(at, _)| at).find_map(|at| {
        let place = text[..at].trim_end_matches(['-', ' ']);
        let start = place_before(place)?;
        let after = text[at..].trim_start_matches(['-', '\u{2013}', '\u{2014}']);
        let headline = text[..start].trim_end();
        (opens(after) && !headline.is_empty() && !headline.ends_with([',', '('])).then_some(start)
    })
}

/// Where a headline in capitals ends and a text in small letters begins.
fn end_of_shout(text: &str, head: Span) -> Option<usize> {
    const WORDS: usize = 4;
    let mut words = 0;
    for (at, word) in text[..head.end].split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    }) {
        if word.contains(char::is_lowercase) {
            let begins = word.starts_with(char::is_uppercase) && !text[..at].trim_end().ends_with(['.', ',']);
            return (begins && words >= WORDS && text[..at].len() > 24).then_some(at);
        }
        words += usize::from(word.contains(char::is_uppercase));
    }
    None
}

/// Where the place that a text ends with begins: a town and its state, or a town in capitals.
fn place_before(text: &str) -> Option<usize> {
    let last_word = |text: &str| text.rfind(' ').map_or(0, |at| at + 1);
    if let Some((town, state)) = text.rsplit_once(", ") {
        let letters: String = state.chars().filter(|c| *c != '.').collect();
        let short = letters.len() == 2 && letters.chars().all(char::is_uppercase);
        let cut = state.ends_with('.') && letters.len() <= 5 && letters.starts_with(char::is_uppercase);
        let start = last_word(town);
        // A headline may be glued to the town: "… the StatesWashington, DC".
        let glued = town[start..]
            .char_indices()
            .skip(1)
            .find(|(at, c)| c.is_uppercase() && town[start..start + at].ends_with(char::is_lowercase));
        let start = start + glued.map_or(0, |(at, _)| at);
        return (short || cut)
            .then_some(start)
            .filter(|start| town[*start..].starts_with(char::is_uppercase));
    }
    let start = last_word(text);
    let word = &text[start..];
    (word.len() > 4 && word.chars().all(char::is_uppercase) && text[..start].contains(char::is_lowercase))
        .then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::source::Document;

    const RELEASE: &str = "Holloway Calls on Secretary to Open the Old Pier Wednesday, May 4, 2011 ASHBY, N.Y. – Senator \
        Dana Holloway wrote to the Secretary of Harbours today. The full text of her letter is below. May 3, 2011 The \
        Honorable Paul Vane Secretary of Harbours 12 Quay Street Ashby, NY 10001 Dear Secretary Vane: The pier has been \
        closed since March, and the islanders are without boats. I urge you to open it before the winter. In May, 2010, \
        you said that you would. Dear as it is to us, we can wait no longer. Sincerely, Dana Holloway United States \
        Senator Mary McColl Member of Congress Congresswoman McColl serves on three committees.";

    fn pieces(text: &str) -> Vec<String> {
        let blocks = Document::from_text(text).blocks;
        blocks.iter().map(|block| block.text.as_str().chars().take(32).collect()).collect()
    }

    #[test]
    fn a_release_that_lost_its_lines() {
        let expected = [
            "Holloway Calls on Secretary to O",
            "Wednesday, May 4, 2011",
            "ASHBY, N.Y. – Senator Dana Hollo",
            "May 3, 2011",
            "The Honorable Paul Vane Secretar",
            "12 Quay Street Ashby, NY 10001",
            "Dear Secretary Vane:",
            "The pier has been closed since M",
            "Sincerely,",
            "Dana Holloway",
            "United States Senator",
            "Mary McColl",
            "Member of Congress",
            "Congresswoman McColl serves on t",
        ];
        assert_eq!(pieces(RELEASE), expected);
    }

    #[test]
    fn words_that_were_glued_together() {
        let glued = RELEASE
            .replace(" Wednesday, May 4, 2011 ASHBY", "ASHBY")
            .replace("Vane Secretary of", "VaneSecretary of")
            .replace("Holloway United", "HollowayUnited")
            .replace("Senator Mary", "SenatorMary");
        let found = pieces(&glued);
        assert!(found.contains(&"The Honorable Paul Vane".to_owned()), "{found:?}");
        assert!(found.contains(&"Mary McColl".to_owned()), "{found:?}");
        assert!(found.contains(&"ASHBY, N.Y. – Senator Dana Hollo".to_owned()), "{found:?}");
    }

    #[test]
    fn what_only_looks_like_furniture() {
        let text = "On Wednesday, May 4, 2011, the council met. Members said they were, sincerely, sorry, and that my \
            Dear old friends, as they were called, had gone. The town – Ashby, by the sea – has two piers; the one in \
            Milton, N.Y. – where nobody lives – is older. Dear friends of the pier know that it costs more each year to \
            mend it, and that there is no money for it, and nobody said who is to pay for what is to be done there now.";
        assert_eq!(pieces(text).len(), 1, "{:?}", pieces(text));
    }
}
