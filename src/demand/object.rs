//! The object of an act: what is left of the words behind it when all that only measures it is taken off.

use super::act::Act;
use crate::language::{Kind, Tokens};
use crate::lexicon::Class;
use std::ops::Range;

/// Particles of verbs: "take **up**", "come **together**".
const PARTICLES: [&str; 10] =
    ["up", "out", "off", "down", "back", "away", "forward", "together", "aside", "through"];

/// Verbs whose object stands behind "with", and before it who is given it.
const GIVING: [&str; 4] = ["provide", "supply", "furnish", "present"];

/// Prepositions that lead to an object.
const LEADING: [&str; 11] =
    ["of", "to", "for", "on", "upon", "with", "from", "into", "in", "against", "towards"];

/// The object without the words that only measure it, and without what hangs on the verb.
pub fn trim(words: Tokens, act: &Act) -> Range<usize> {
    let object = act.object.clone();
    let end = object.end.min(words.len());
    let mut start = object.start;
    // "**prepare** and publish accounts": both verbs act upon the accounts.
    let behind_verb = act.head.is_some_and(|head| head + 1 == object.start && words.has(head, Class::VERB));
    let mut particle = behind_verb;
    // "reject, in agreement with our partners, the demand"
    if behind_verb && words.is(start, ",") && words.skip_parenthesis(start) < end {
        start = words.skip_parenthesis(start);
    }
    if behind_verb && let Some(given) = given_with(words, act, start..end) {
        start = given;
    }
    while start < end {
        let joined = words.skip_adverbs(start + 1);
        if particle && words.is_any(start, &PARTICLES) {
            start += 1;
        } else if behind_verb && words.is_any(start, &["and", "or", "nor"]) && joins(words, joined) {
            start = joined + 1;
            particle = true;
        } else if behind_verb && words.is_any(start, &["and", "or", "nor"]) && joined > start + 1 {
            // "fully and promptly"
            start = joined;
        } else if is_loose(words, start) {
            particle &= words.has(start, Class::ADVERB);
            start += 1;
        } else {
            break;
        }
    }
    let mut close = object.end.min(words.len());
    while close > start && words.is_any(close - 1, &[",", ";", ":"]) {
        close -= 1;
    }
    start.min(close)..close
}

/// "provide the tenants **with** blankets": whoever is given it stands before what is given.
fn given_with(words: Tokens, act: &Act, object: Range<usize>) -> Option<usize> {
    let gives = act.lemma.as_deref().is_some_and(|lemma| GIVING.contains(&lemma));
    let with = object
        .clone()
        .skip(1)
        .take(8)
        .find(|at| words.has(*at, Class::PREPOSITION) && !words.is(*at, "of"))?;
    let somebody = (object.start..with).any(|at| {
        words.has(at, Class::ACTOR | Class::PEOPLE | Class::SUBJECT_PRONOUN)
            || words.is_any(at, &["us", "them", "me", "him", "her"])
            || words[at].capital()
    });
    (gives && words.is(with, "with") && somebody).then_some(with + 1)
}

/// Particle and preposition that stand between a verb and its object.
pub fn taken<'t>(words: Tokens<'t, 't>, between: Range<usize>) -> impl Iterator<Item = usize> + 't {
    let until = between.clone().find(|at| words.is_any(*at, &["and", "or"])).unwrap_or(between.end);
    let of_the_verb =
        move |at: &usize| words.has(*at, Class::PREPOSITION | Class::ADVERB) || words.is_any(*at, &PARTICLES);
    (between.start..until).take_while(of_the_verb).filter(move |at| {
        words.is_any(*at, &PARTICLES) || words.has(*at, Class::PREPOSITION) && !words.is(*at, "of")
    })
}

/// Whether a verb at `at` shares the object of the one before.
fn joins(words: Tokens, at: usize) -> bool {
    let governs =
        words.has(at + 1, Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION | Class::ADJECTIVE);
    words.has(at, Class::GERUND)
        || words.is_base(at) && (!words.has(at, Class::AMBIGUOUS) || governs || words.takes_object(at))
}

/// Whether a sign of money with its sum stands there.
pub fn is_currency(words: Tokens, at: usize) -> bool {
    words.is_any(at, &["$", "£", "€"]) && words.get(at + 1).is_some_and(|sum| sum.kind == Kind::Number)
}

/// Whether a word before the object says nothing of it: articles, adverbs, prepositions.
fn is_loose(words: Tokens, at: usize) -> bool {
    // "those who died", "those responsible": nobody else is named.
    let pronoun = words.is_any(at, &["those", "all", "any", "anyone"])
        && (words.is_any(at + 1, &["who", "that", "whose", "which", "responsible"])
            || words.has(at + 1, Class::PARTICIPLE) && words.is(at, "those"));
    // "**yearly** accounts"
    let describes =
        words.has(at, Class::ADJECTIVE) || words[at].folded.ends_with("ly") && words.is_plural(at + 1);
    !pronoun
        && words.has(at, Class::DETERMINER | Class::ADVERB)
        && !(describes && !words.has(at, Class::DETERMINER))
        && !words.has(at, Class::NOMINAL)
        || !words[at].is_word() && !is_currency(words, at)
        || words.is_any(at, &LEADING)
}
