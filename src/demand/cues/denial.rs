//! What the senders deny: "I do not believe that the city should go on funding it" asks that it should not, "we do
//! not accept that rents must rise" asks nothing.

use super::{Ask, Reason, Speaker};
use crate::demand::voice::subject;
use crate::language::Tokens;
use crate::lexicon::Class;

/// Verbs whose negation is that of what they govern (neg-raising; L. R. Horn, A Natural History of Negation, 1989):
/// who does not think that it should be, thinks that it should not.
const RAISING: [&str; 8] = ["believe", "think", "feel", "want", "wish", "expect", "suppose", "consider"];

/// Verbs whose negation only leaves open what they govern.
const OPEN: [&str; 12] = [
    "accept", "agree", "say", "claim", "argue", "suggest", "mean", "imply", "concede", "see", "maintain",
    "pretend",
];

/// A denial in front of a clause.
pub struct Denial {
    /// Where the words of denying begin: "**I** do not believe that".
    pub start: usize,
    /// What is governed is denied itself.
    pub raises: bool,
}

/// The denial that governs the clause that begins at `clause`.
pub fn before(words: Tokens, clause: usize) -> Option<Denial> {
    let mut at = clause.checked_sub(1)?;
    if words.is(at, "that") {
        at = at.checked_sub(1)?;
    }
    // "do not see why the council should"
    if words.is_any(at, &["why", "how"]) {
        at = at.checked_sub(1)?;
    }
    let lemma = words.lemma(at)?;
    let raises = RAISING.contains(&lemma);
    if !raises && !OPEN.contains(&lemma) {
        return None;
    }
    let first = words.skip_adverbs_back(at);
    let negated = (first..at).any(|at| negates(words, at)) || first > 0 && negates(words, first - 1);
    if !negated {
        return None;
    }
    let auxiliary =
        (first.saturating_sub(2)..at).find(|at| words.has(*at, Class::AUXILIARY) || negates(words, *at))?;
    let subject = subject(words, auxiliary).range;
    (!subject.is_empty()).then_some(Denial { start: subject.start, raises })
}

/// "not", "never", "don't", "cannot".
fn negates(words: Tokens, at: usize) -> bool {
    words.has(at, Class::NEGATION) || words.is_any(at, &["cannot", "never"])
}

/// Takes the denial into an ask that it turns round, and the certainty from one that it leaves open.
pub fn weigh(words: Tokens, ask: &mut Ask) {
    if !matches!(ask.speaker, Speaker::Own | Speaker::Quoted) {
        return;
    }
    match before(words, ask.content.start) {
        Some(Denial { start, raises: true }) => ask.content.start = start,
        Some(_) => ask.reasons.push(Reason::Denied),
        None => {}
    }
}

/// Where the clause begins that a denial at `at` turns round: "I do not believe that **the city** should".
pub fn clause_behind(words: Tokens, at: usize) -> Option<usize> {
    let negation = (at..words.len().min(at + 6)).find(|at| negates(words, *at))?;
    let verb = words.skip_adverbs(negation + 1);
    let raises = words.lemma(verb).is_some_and(|lemma| RAISING.contains(&lemma)) && words.is_base(verb);
    raises.then(|| verb + 1 + usize::from(words.is(verb + 1, "that")))
}
