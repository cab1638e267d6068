//! Who signed, joined and left.

use crate::corpus::{Edition, LetterRecord};
use crate::language::{Kind, Tokens, tokens};
use crate::letter::{Letter, Signatory, Zone};
use crate::lexicon::Lexicon;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A signatory who stands on both sides.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Stayed {
    /// The name in the earlier edition.
    pub before: String,
    /// The name in the later one.
    pub after: String,
}

/// How the signatories of two editions differ.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Coalition {
    /// The series the editions belong to.
    pub series: Option<String>,
    /// The earlier edition.
    pub from: Edition,
    /// The later one.
    pub to: Edition,
    /// How many signed the earlier one.
    pub before: usize,
    /// How many signed the later one.
    pub after: usize,
    /// Names of the later edition alone.
    pub joined: Vec<String>,
    /// Names of the earlier edition alone.
    pub left: Vec<String>,
    /// Names of both.
    pub stayed: Vec<Stayed>,
}

/// Short forms of given names.
const SHORT_FORMS: &str = "bob robert rob|bill william will|jim james|joe joseph|mike michael|tom thomas|dick richard rick|chuck charles charlie|ted edward ed theodore|dan daniel|dave david|ben benjamin|beth elizabeth liz|kate katherine catherine|sue susan|pat patrick patricia|chris christopher christine|tony anthony|ron ronald|don donald|ken kenneth|steve steven stephen|jack john|larry lawrence|jerry gerald|andy andrew|greg gregory|jeff jeffrey|matt matthew|nick nicholas|sam samuel|tim timothy|al albert|fred frederick|gus gustavo|debbie deborah|jan janice|becky rebecca|maggie margaret|peggy margaret|hank henry";

/// The change of signatories between two editions.
pub fn between(
    series: Option<&str>,
    from: (&Edition, &[&LetterRecord]),
    to: (&Edition, &[&LetterRecord]),
) -> Coalition {
    let (before, after) = (Names::of(from.1), Names::of(to.1));
    let mut stayed = Vec::new();
    let (mut taken, mut left) = (BTreeSet::new(), Vec::new());
    for person in &before.people {
        match after.same_as(person).find(|at| !taken.contains(at)) {
            Some(at) => {
                taken.insert(at);
                stayed.push(Stayed { before: person.name.clone(), after: after.people[at].name.clone() });
            }
            None => left.push(person.name.clone()),
        }
    }
    Coalition {
        series: series.map(str::to_owned),
        from: from.0.clone(),
        to: to.0.clone(),
        before: before.people.len(),
        after: after.people.len(),
        left,
        joined: after
            .people
            .iter()
            .enumerate()
            .filter(|(at, _)| !taken.contains(at))
            .map(|(_, person)| person.name.clone())
            .collect(),
        stayed,
    }
}

/// The names under the letters of an edition, each once, in reading order. What a document says of those who signed
/// the letter it restates is not counted again.
#[derive(Default)]
struct Names {
    people: Vec<Person>,
    /// People by the last word of their names, which those who are one share.
    by_last: BTreeMap<String, Vec<usize>>,
}

struct Person {
    name: String,
    words: Vec<String>,
}

impl Names {
    fn of(records: &[&LetterRecord]) -> Names {
        let mut names = Names::default();
        for record in records.iter().filter(|record| record.restates_letter.is_none()) {
            for Signatory { name, .. } in &record.signatories {
                let person = Person { name: name.clone(), words: words(name) };
                if names.same_as(&person).next().is_none() {
                    let last = person.words.last().cloned().unwrap_or_default();
                    names.by_last.entry(last).or_default().push(names.people.len());
                    names.people.push(person);
                }
            }
        }
        names
    }

    /// Those who are the same person, in reading order.
    fn same_as(&self, person: &Person) -> impl Iterator<Item = usize> {
        let last = person.words.last().map(String::as_str).unwrap_or_default();
        let namesakes = self.by_last.get(last).map(Vec::as_slice).unwrap_or_default();
        namesakes.iter().copied().filter(|at| same_words(&self.people[*at].words, &person.words))
    }
}

/// Whether two names mean one person or body: the same words, or one family name with given names that agree, be it
/// by an initial ("Robert J. Menendez", "R. Menendez") or a short form ("Bob").
fn same_words(a: &[String], b: &[String]) -> bool {
    if a == b {
        return true;
    }
    let person = |words: &[String]| (2..=4).contains(&words.len());
    match (a.split_last(), b.split_last()) {
        (Some((family, given)), Some((other_family, other_given))) if person(a) && person(b) => {
            family == other_family
                && given.first().zip(other_given.first()).is_some_and(|(one, other)| same_given(one, other))
                && middle_agrees(given, other_given)
        }
        _ => false,
    }
}

/// The words of a name, without what follows it.
fn words(name: &str) -> Vec<String> {
    fold(name)
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .filter(|word| !word.is_empty() && !["jr", "sr", "ii", "iii", "dr"].contains(word))
        .map(str::to_owned)
        .collect()
}

fn same_given(a: &str, b: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    a == b
        || initial(a, b)
        || initial(b, a)
        || SHORT_FORMS
            .split('|')
            .any(|forms| forms.split(' ').any(|form| form == a) && forms.split(' ').any(|form| form == b))
}

/// Middle names, where both have one, begin alike.
fn middle_agrees(a: &[String], b: &[String]) -> bool {
    match (a.get(1), b.get(1)) {
        (Some(one), Some(other)) => one.chars().next() == other.chars().next(),
        _ => true,
    }
}

/// Whether two groups of letters come from one sender: the same name, or most signatories in common.
pub fn same_sender(a: &[&LetterRecord], b: &[&LetterRecord]) -> bool {
    let senders = |records: &[&LetterRecord]| -> BTreeSet<String> {
        let senders = records.iter().filter_map(|record| record.sender.as_deref());
        senders.map(fold).filter(|name| !name.is_empty()).collect()
    };
    let (before, after) = (Names::of(a), Names::of(b));
    let shared = before.people.iter().filter(|person| after.same_as(person).next().is_some()).count();
    !senders(a).is_disjoint(&senders(b))
        || shared * 2 >= before.people.len().min(after.people.len()).max(1) && shared > 0
}

/// Numbers that a document gives for those who signed: "12 unions and churches join the call".
pub fn claimed_signatories(letter: &Letter, lexicon: &Lexicon) -> Vec<usize> {
    const SIGNERS: [&str; 10] = [
        "organizations",
        "organisations",
        "individuals",
        "signatories",
        "groups",
        "members",
        "colleagues",
        "ngos",
        "co-signers",
        "leaders",
    ];
    const SIGNING: [&str; 12] = [
        "join",
        "joined",
        "joins",
        "sign",
        "signed",
        "signing",
        "signatories",
        "letter",
        "co-signed",
        "sent",
        "wrote",
        "write",
    ];
    let mut claims = Vec::new();
    for (block, zone) in letter.document.blocks.iter().zip(&letter.zones) {
        if matches!(zone, Zone::Footnote | Zone::Furniture) {
            continue;
        }
        let all = tokens(block.text.as_str(), lexicon);
        let words = Tokens::new(&all, lexicon);
        for at in 0..words.len() {
            let number = words
                .get(at)
                .filter(|token| token.kind == Kind::Number)
                .and_then(|token| token.text.parse::<usize>().ok());
            let signs = || {
                (at + 1..words.len().min(at + 5)).any(|next| words.is_any(next, &SIGNERS))
                    && (at + 1..words.len().min(at + 10)).any(|next| words.is_any(next, &SIGNING))
            };
            if let Some(number) = number.filter(|number| *number > 1 && *number < 1500)
                && signs()
            {
                claims.push(number);
            }
        }
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_by_several_names() {
        let same_person = |a: &str, b: &str| same_words(&words(a), &words(b));
        assert!(same_person("Bob Menendez", "Robert J. Menendez"));
        assert!(same_person("J. Smith", "John Smith"));
        assert!(!same_person("Jane Smith", "John Smith"));
        assert!(!same_person("Robert A. Smith", "Robert J. Smith"));
        assert!(same_person("Friends of the River", "Friends of the River"));
    }
}
