//! How English spells the forms of words: plurals, past forms, participles.

use std::borrow::Cow;

fn ends_in_vowel_consonant(word: &str) -> bool {
    let mut bytes = word.bytes().rev();
    let (last, before, third) = (bytes.next(), bytes.next(), bytes.next());
    let vowel = |byte: Option<u8>| byte.is_some_and(|b| b"aeiou".contains(&b));
    last.is_some_and(|b| b.is_ascii_alphabetic() && !b"aeiouwxy".contains(&b))
        && vowel(before)
        && !vowel(third)
}

fn doubled(word: &str, suffix: &str) -> String {
    let last = word.chars().next_back().unwrap_or('e');
    format!("{word}{last}{suffix}")
}

/// Plural of a noun, third person of a verb: the spelling is the same.
pub fn plural_of(word: &str) -> String {
    let before = word.chars().rev().nth(1);
    if word == "be" {
        "is".to_owned()
    } else if word == "have" {
        "has".to_owned()
    } else if word.ends_with('y') && !before.is_some_and(|c| "aeiou".contains(c)) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The singular of a regular plural; the third person's base form is spelled alike.
pub fn singular_of(word: &str) -> Cow<'_, str> {
    let short = |end: usize| &word[..word.len() - end];
    match word {
        _ if !word.ends_with('s')
            || word.len() < 4
            || !word.is_ascii()
            || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) =>
        {
            Cow::Borrowed(word)
        }
        _ if word.ends_with("ies") && word.len() > 4 => Cow::Owned(short(3).to_owned() + "y"),
        _ if ["ches", "shes", "xes", "sses"].iter().any(|end| word.ends_with(end)) => Cow::Borrowed(short(2)),
        _ => Cow::Borrowed(short(1)),
    }
}

/// Past forms; where the rule for doubling depends on stress, both spellings.
pub fn past_of(base: &str) -> Vec<String> {
    let before = base.chars().rev().nth(1);
    if base.ends_with('e') {
        vec![format!("{base}d")]
    } else if base.ends_with('y') && !before.is_some_and(|c| "aeiou".contains(c)) {
        vec![format!("{}ied", &base[..base.len() - 1])]
    } else if ends_in_vowel_consonant(base) {
        vec![format!("{base}ed"), doubled(base, "ed")]
    } else {
        vec![format!("{base}ed")]
    }
}

pub fn gerund_of(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        vec![format!("{stem}ying")]
    } else if base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") && base != "be" {
        vec![format!("{}ing", &base[..base.len() - 1])]
    } else if ends_in_vowel_consonant(base) {
        vec![format!("{base}ing"), doubled(base, "ing")]
    } else {
        vec![format!("{base}ing")]
    }
}
