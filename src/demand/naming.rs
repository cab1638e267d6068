//! What the words of an ask name, in the lexicon's terms.

use super::act::Act;
use crate::language::Tokens;
use std::ops::Range;

/// The groups the act belongs to, then the things named, in reading order, each once.
pub fn concepts(words: Tokens, content: Range<usize>, act: &Act) -> Vec<String> {
    let known = words.lexicon().concepts();
    let mut named: Vec<String> = act
        .lemma
        .as_deref()
        .map(|lemma| known.groups_of(lemma))
        .unwrap_or_default()
        .names()
        .take(1)
        .map(ToString::to_string)
        .collect();
    let mut at = content.start;
    while at < content.end.min(words.len()) {
        match known.object_at(|at| words.base_form(at), at) {
            Some((name, length)) => {
                if !named.iter().any(|known| known == name) {
                    named.push(name.to_owned());
                }
                at += length;
            }
            None => at += 1,
        }
    }
    named
}
