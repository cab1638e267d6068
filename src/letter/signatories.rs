//! Who signed: names out of the signature block.

use super::dates;
use super::zones::Zone;
use crate::language::{Kind, tokens};
use crate::lexicon::{Class, Conventions, Lexicon};
use crate::source::Document;
use crate::text::fold;

/// A person or organization that signed.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Signatory {
    /// The name as written, without title of office.
    pub name: String,
    /// The office or role given under or after the name.
    pub role: Option<String>,
    /// The organization given with the name.
    pub organization: Option<String>,
}

/// Titles that stand before a name and are not part of it.
const TITLES: [&str; 22] = [
    "u.s. senators",
    "u.s. senator",
    "united states senator",
    "senators",
    "senator",
    "sen.",
    "governor",
    "gov.",
    "representative",
    "rep.",
    "congressman",
    "congresswoman",
    "mayor",
    "secretary",
    "hon.",
    "the honorable",
    "mr.",
    "mrs.",
    "ms.",
    "attorney general",
    "president",
    "chairman",
];

/// Seats that stand under a name, by themselves.
const SEATS: [&str; 10] = [
    "member of congress",
    "members of congress",
    "united states senator",
    "united states senators",
    "united states representative",
    "u.s. senator",
    "u.s. senators",
    "u.s. representative",
    "member of parliament",
    "ranking member",
];

/// The names in the signature zone, in order.
pub fn read(document: &Document, zones: &[Zone], lexicon: &Lexicon) -> Vec<Signatory> {
    let mut found = Vec::new();
    let mut group: Vec<String> = Vec::new();
    let mut last_line = 0;
    for (block, zone) in document.blocks.iter().zip(zones) {
        if *zone != Zone::Signature {
            continue;
        }
        let extent = block.extent();
        let line = document.lines.line_of(extent.start);
        let text = block.text.as_str();
        let label = strip_closing(text, lexicon);
        // A blank line, a list mark or a label ends the entry before.
        if line > last_line + 1 || block.is_item() || label.is_none() {
            flush(&mut group, &mut found);
        }
        last_line = document.lines.line_of(extent.end.saturating_sub(1).max(extent.start));
        let Some(text) = label else { continue };
        for line in entries(text) {
            group.push(line);
            if text.contains(';') || text.contains(')') && text.matches(')').count() > 1 {
                flush(&mut group, &mut found);
            }
        }
        if block.is_item() {
            flush(&mut group, &mut found);
        }
    }
    flush(&mut group, &mut found);
    found.retain(|signatory| may_be_named(&signatory.name, lexicon));
    merge_broken_names(found)
}

/// Whether a line could be a name: no number of a note, no "Find out more", no sign of a page.
fn may_be_named(name: &str, lexicon: &Lexicon) -> bool {
    let found = tokens(name, lexicon);
    let Some(first) = found.first() else { return false };
    let told_to = found.len() > 1
        && first.has(Class::PRACTICAL)
        && first.has(Class::BASE)
        && !first.has(Class::NOMINAL);
    let noted = first.kind == Kind::Number && found.get(1).is_some_and(|next| next.gap > 0);
    let dated = dates::find(&found).is_some_and(|(date, _)| date.to_the_day());
    let sign = dated || first.text.starts_with(['!', '©', '|', '#']) || name.contains("://");
    !told_to && !noted && !sign
}

/// The part of a signature line that can hold names; `None` for closings and labels.
fn strip_closing<'t>(text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let conventions = lexicon.conventions();
    let text = text.trim().trim_end_matches('#').trim();
    // "(Sd.) A. Quill", "/s/ A. Quill": it says only that a hand signed.
    let signed = ["(sd.)", "(sd)", "(signed)", "/signed/", "/s/", "[signed]"];
    let text = signed
        .iter()
        .find(|mark| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
        .map_or(text, |mark| text[mark.len()..].trim_start());
    let folded = fold(text);
    let bare = folded.trim_matches(['*', '_', ' ', ':', ',', '.']);
    let label = conventions.signature_labels.iter().chain(&conventions.closings).any(|label| label == bare);
    if label || bare.is_empty() || !text.contains(char::is_alphabetic) {
        return None;
    }
    if Conventions::opens(&folded, &conventions.closings) {
        // "Sincerely,     U.S. Senators Joe Biden; …"
        let rest = text.find([',', ':']).map(|at| text[at + 1..].trim());
        return rest.filter(|rest| !rest.is_empty());
    }
    (!bare.starts_with('[')).then_some(text)
}

/// The lines that stand in one block: parts between semicolons, wide gaps or glued brackets.
fn entries(text: &str) -> Vec<String> {
    let spaced = text.replace("\u{a0}", " ").replace(")\u{200b}", ")");
    let mut parts = Vec::new();
    for piece in spaced.split(';') {
        let mut rest = piece;
        // "Olvid (France)OpenCloud (Germany)"
        while let Some(at) = rest.find(')').filter(|at| rest[at + 1..].starts_with(char::is_uppercase)) {
            parts.extend(split_gaps(&rest[..=at]));
            rest = &rest[at + 1..];
        }
        parts.extend(split_gaps(rest));
    }
    parts
}

fn split_gaps(text: &str) -> Vec<String> {
    let parts = text.split("  ").map(|part| part.trim().trim_end_matches(',').to_owned());
    parts.filter(|part| part.contains(char::is_alphabetic)).collect()
}

fn flush(group: &mut Vec<String>, found: &mut Vec<Signatory>) {
    let mut lines = std::mem::take(group).into_iter();
    let Some(first) = lines.next() else { return };
    if is_seat(&first)
        && let Some(last) = found.last_mut()
    {
        last.role.get_or_insert(first);
        return;
    }
    // Names and seats in turn.
    if lines.as_slice().iter().filter(|line| is_seat(line)).count() > 1 {
        found.push(signatory(&first, None, None));
        for line in lines {
            match found.last_mut().filter(|_| is_seat(&line)) {
                Some(last) => _ = last.role.get_or_insert(line),
                None => found.push(signatory(&line, None, None)),
            }
        }
        return;
    }
    // Two or more lines that each carry a title are names of their own.
    let rest: Vec<String> = lines.collect();
    if !rest.is_empty() && rest.iter().all(|line| strip_title(line).1.is_some() || line.starts_with("U.S.S"))
    {
        found.push(signatory(&first, None, None));
        found.extend(rest.iter().map(|line| signatory(line, None, None)));
        return;
    }
    let mut rest = rest.into_iter();
    let role = rest.next();
    let organization = rest.next();
    found.push(signatory(&first, role, organization));
}

/// "Member of Congress" as a line by itself.
fn is_seat(line: &str) -> bool {
    let bare = line.trim_matches([' ', ',', '.', '*', '_']).to_lowercase();
    SEATS.contains(&bare.as_str())
}

fn signatory(line: &str, role: Option<String>, organization: Option<String>) -> Signatory {
    let (name, title) = strip_title(line);
    let (name, in_brackets) = match name.split_once(" (") {
        Some((name, inside)) if inside.ends_with(')') && !inside.contains(") ") => {
            (name, Some(inside.trim_end_matches(')').to_owned()))
        }
        _ => (name, None),
    };
    // "Joseph R. Biden, Jr., Chairman": the suffix belongs to the name, the office does not.
    let (name, after) = split_office(name);
    let role = role.or(after).or(title.map(str::to_owned));
    Signatory {
        name: name.trim_matches([' ', ',', '*', '.', '_']).to_owned() + suffix_stop(name),
        role,
        organization: organization.or(in_brackets),
    }
}

/// The stop of "Jr." and "H.K." belongs to the name.
fn suffix_stop(name: &str) -> &'static str {
    let name = name.trim_end();
    if ["Jr.", "Sr.", "Inc.", "Ltd.", "Co."].iter().any(|suffix| name.ends_with(suffix)) { "." } else { "" }
}

fn strip_title(line: &str) -> (&str, Option<&str>) {
    let folded = line.to_lowercase();
    for title in TITLES {
        if folded.starts_with(title)
            && line.is_char_boundary(title.len())
            && line[title.len()..].starts_with(' ')
        {
            let rest = line[title.len()..].trim_start();
            if rest.starts_with(char::is_uppercase) && !rest.starts_with("of ") {
                return (rest, Some(&line[..title.len()]));
            }
        }
    }
    (line, None)
}

fn split_office(name: &str) -> (&str, Option<String>) {
    let mut at = 0;
    while let Some(comma) = name[at..].find(", ") {
        let rest = &name[at + comma + 2..];
        let suffix = ["Jr", "Sr", "II", "III", "MD", "M.D", "PhD", "Ph.D", "Esq", "Inc", "Ltd", "H.K"]
            .iter()
            .any(|s| rest.starts_with(s));
        if !suffix {
            return (&name[..at + comma], Some(rest.to_owned()));
        }
        at += comma + 2;
    }
    (name, None)
}

/// A name whose last word cannot end one goes on in the next: "… pour la Liberté de" + "Conscience …".
fn merge_broken_names(found: Vec<Signatory>) -> Vec<Signatory> {
    let mut merged: Vec<Signatory> = Vec::with_capacity(found.len());
    for next in found {
        let open = ["de", "of", "for", "and", "the", "la", "des", "du", "&", "to", "in", "on"];
        match merged.last_mut() {
            Some(last)
                if last.role.is_none()
                    && last.name.split(' ').next_back().is_some_and(|word| open.contains(&word)) =>
            {
                last.name = format!("{} {}", last.name, next.name);
                last.role = next.role;
            }
            _ => merged.push(next),
        }
    }
    merged
}
