//! The name of the sender in the words that may hold it: a subject, a letterhead, a title.

use crate::language::{Kind, Token, tokens};
use crate::lexicon::{Class, Lexicon};
use crate::text::one_spaced;

/// The name in a subject: of "Monday, Sen. Ada Hill, chair of the committee, today" it is Sen. Ada Hill. None where the
/// words name nobody: "The new resolution", "The following testimony".
pub fn name_in(subject: &str, lexicon: &Lexicon) -> Option<String> {
    let found = tokens(subject, lexicon);
    let start = start_of(&found)?;
    let start = (start..found.len()).find(|at| found[*at].is_word())?;
    let end = end_of(&found, start);
    let words = found.get(start..end)?;
    let first = words.first()?;
    let common = Class::NOMINAL | Class::PAST | Class::PARTICIPLE | Class::BASE | Class::ADJECTIVE;
    let word = words.len() == 1 && first.has(common) && !first.has(Class::ACTOR);
    let label = words.iter().any(|token| token.is(":"));
    // A government is named with its country; without it, it is spoken of.
    let government = words.iter().any(|token| token.is_any(&["government", "authorities"]))
        && words.iter().all(|token| token.is_any(&["the", "government", "authorities", "local"]));
    let name = &subject[first.span.start..words.last()?.span.end];
    (!word && !label && !government && !heads_thing(words)).then(|| one_line(name))
}

/// Where the name begins, behind a day, a place, a phrase that opens the sentence.
fn start_of(found: &[Token]) -> Option<usize> {
    let mut start = 0;
    // "Monday, …", "April 8th, …", "WASHINGTON D C …"
    while found.get(start).is_some_and(|token| !token.is_word() && token.kind != Kind::Number)
        || is_dated(found, start)
        || start > 0 && found.get(start).is_some_and(|token| token.is_any(&[",", ":"]))
    {
        start += 1;
    }
    let shouts = |token: &Token| !token.text.chars().any(char::is_lowercase) && !token.is("u.s.");
    let run = found[start.min(found.len())..].iter().take_while(|token| shouts(token)).count();
    let place = found.get(start..start + run).is_some_and(|run| run.iter().any(|token| token.text.len() > 4));
    let goes_on = found.get(start + run).is_some_and(|next| next.capital() || next.has(Class::DETERMINER));
    if place && goes_on && !found[start].is_any(&TITLES) && run <= 4 {
        start += run;
    }
    if found.get(start)?.has(Class::PREPOSITION) {
        return None;
    }
    // "Calling it a mistake, the two senators"
    if found.get(start)?.has(Class::GERUND) && !found[start].has(Class::NOMINAL | Class::ACTOR) {
        start = found.iter().rposition(|token| token.is(",")).filter(|comma| *comma > start)? + 1;
    }
    // "Friday November 18 2005 WASHINGTON U.S. Senator Ada Hill": what stands before the title is the line's, not hers.
    let titled = (start + 1..found.len()).find(|at| {
        found[*at].is_any(&TITLES) && found[*at].capital() && found.get(at + 1).is_some_and(Token::capital)
    });
    let title = titled.map(|at| {
        let mut first = at;
        while first > start && found[first - 1].is_any(&["u.s.", "u", "s", "us", "united", "states", "."]) {
            first -= 1;
        }
        first
    });
    let lined = |token: &Token| {
        token.kind == Kind::Number
            || token.is_any(&["â", "-", "–", "—"])
            || token.text.len() > 4 && token.text.chars().all(|c| c.is_uppercase())
    };
    Some(title.filter(|title| found[start..*title].iter().any(lined)).unwrap_or(start))
}

/// Where the name ends, before an apposition, a time, an adverb.
fn end_of(found: &[Token], start: usize) -> usize {
    let is = |at: usize, words: &[&str]| found.get(at).is_some_and(|token| token.is_any(words));
    let ends = |at: usize| {
        let apposed = found[at].is(",")
            && found.get(at + 1).is_some_and(|next| !next.capital() && !next.is_any(&["and", "the"]));
        let time = is(at, &["this"]) && is(at + 1, &["morning", "afternoon", "evening", "week"])
            || is(at, &["on"]) && is(at + 1, &DAYS)
            || is(at, &["earlier"]);
        apposed || time
    };
    let mut end = (start + 1..found.len()).find(|at| ends(*at)).unwrap_or(found.len());
    let loose = |token: &Token| token.has(Class::ADVERB) || !token.is_word() && !token.is_any(&[")", "."]);
    while end > start + 1 && loose(&found[end - 1]) {
        end -= 1;
    }
    end
}

/// The subject's noun is a thing or a deed: "The new resolution", "A leaflet".
fn heads_thing(words: &[Token]) -> bool {
    let joins = |token: &Token| token.has(Class::PREPOSITION) && !token.has(Class::GERUND);
    let end = words.iter().position(joins).unwrap_or(words.len());
    let Some(head) = words[..end].iter().rfind(|token| token.is_word()) else { return false };
    (head.has(Class::NOMINAL | Class::ARTIFACT) || head.is_any(&PAPERS))
        && !head.capital()
        && !head.has(Class::ACTOR | Class::PEOPLE | Class::INSTITUTION | Class::ROLE)
}

/// A day, a year, a month before its day: "March 12", not "March on Washington" or "19 organizations".
fn is_dated(found: &[Token], at: usize) -> bool {
    let Some(token) = found.get(at) else { return false };
    let digits = token.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let numbered = found.get(at + 1).is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
    let parted = found.get(at + 1).is_some_and(|next| next.is_any(&[",", ":"]));
    token.is_any(&DAYS)
        || token.is_any(&MONTHS) && numbered
        || number && (at > 0 || digits.len() == 4 || parted)
}

/// Whether a line may be a letterhead: it names a body, and tells or entitles nothing.
pub fn may_head(found: &[Token]) -> bool {
    let tells = |token: &Token| {
        token.has(Class::THIRD) && !token.has(Class::NOMINAL | Class::ARTIFACT) && !token.capital()
    };
    let entitles = |token: &Token| token.is_any(&PAPERS);
    let indefinite = found.first().is_some_and(|first| first.is_any(&["a", "an", "/"]));
    !indefinite
        && !found.iter().any(|token| token.is(":") || token.is("to") || tells(token) || entitles(token))
}

/// Who writes, in a title that says from whom to whom: "Ministry of Mines to Hill".
pub fn writer_of(title: &str, lexicon: &Lexicon) -> Option<String> {
    let found = tokens(title, lexicon);
    let to = found.iter().position(|token| token.is("to"))?;
    let tells = |token: &Token| {
        token.has(Class::BASE | Class::THIRD) && !token.has(Class::ACTOR | Class::INSTITUTION | Class::ROLE)
    };
    let name = |words: &[Token]| {
        !words.is_empty()
            && words.len() <= 8
            && words
                .iter()
                .all(|token| token.capital() || token.is_any(&["of", "the", "for", "and", ",", "."]))
            && !words
                .iter()
                .any(|token| token.has(Class::AUXILIARY | Class::PERFORMATIVE) || token.is("letter"))
            && words[0].capital()
            && (words.len() == 1 || !words.iter().any(tells))
    };
    let (from, whom) = (&found[..to], &found[to + 1..]);
    let shouted = !title.contains(char::is_lowercase);
    (!shouted && name(from) && name(whom)).then(|| one_line(&title[..found[to].span.start]))
}

pub(super) fn one_line(text: &str) -> String {
    one_spaced(text)
}

/// What is written: it is sent, it sends nothing.
const PAPERS: [&str; 14] = [
    "leaflet",
    "letter",
    "list",
    "minute",
    "minutes",
    "motion",
    "petition",
    "report",
    "resolution",
    "statement",
    "submission",
    "testimony",
    "text",
    "update",
];

const TITLES: [&str; 16] = [
    "senator",
    "senators",
    "sen.",
    "sens.",
    "sen",
    "sens",
    "representative",
    "representatives",
    "rep.",
    "reps.",
    "congressman",
    "congresswoman",
    "governor",
    "gov.",
    "mayor",
    "minister",
];

const DAYS: [&str; 9] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_senders() {
        let name = |subject: &str| name_in(subject, Lexicon::builtin());
        for (subject, sender) in [
            ("Monday, Sen. Ada Hill", "Sen. Ada Hill"),
            ("Friday March 3 2006 ASHBY U.S. Senator Ada Hill (D-AS)", "U.S. Senator Ada Hill (D-AS)"),
            ("Sen. Ada Hill, chair of the committee, today", "Sen. Ada Hill"),
            ("March 12, student workers in the kitchen", "student workers in the kitchen"),
            ("2024, marking the tenth year of the flood, HARBOUR", "HARBOUR"),
            ("Calling it \"rash,\" Ashby's two senators", "Ashby's two senators"),
            ("19 organizations and individuals", "19 organizations and individuals"),
            ("March on Ashby", "March on Ashby"),
        ] {
            assert_eq!(name(subject).as_deref(), Some(sender), "{subject}");
        }
        for nobody in
            ["The new resolution", "The following testimony", "The Government", "WASHINGTON D C In a letter"]
        {
            assert_eq!(name(nobody), None, "{nobody}");
        }
    }

    #[test]
    fn writers_in_titles() {
        let writer = |title: &str| writer_of(title, Lexicon::builtin());
        assert_eq!(writer("Ministry of Mines to Hill").as_deref(), Some("Ministry of Mines"));
        assert_eq!(writer("SENATORS EXPRESS CONCERN TO HILL"), None);
        assert_eq!(writer("Harbour League Calls on Mayor to Act"), None);
    }
}
