//! Whom one can ask to act.

use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Whether a subject can be asked to act: an institution, an office, a proper name.
pub fn is_actor(words: Tokens, subject: &Range<usize>) -> bool {
    let end = subject
        .clone()
        .find(|at| words.is_any(*at, &["of", "for", "in", "on", "with", "to", "that", "who", "by", "from"]))
        .unwrap_or(subject.end);
    let mut nouns: Vec<usize> = (subject.start..end).filter(|at| words[*at].is_word()).collect();
    // "all parties concerned"
    while nouns.len() > 1
        && nouns.last().is_some_and(|last| {
            let after_noun = words.is_any(*last, &["concerned", "involved", "responsible", "alike"]);
            after_noun
                || words.has(*last, Class::PARTICIPLE | Class::ADVERB) && !words.has(*last, Class::ACTOR)
        })
    {
        nouns.pop();
    }
    let Some(head) = nouns.last().copied() else { return false };
    let acting = words.has(head, Class::ACTOR)
        || nouns.iter().any(|at| words.has(*at, Class::ACTOR) && words[*at].capital());
    let named = words[head].capital()
        && (head > 0 || nouns.len() > 1 || words[head].text.chars().all(char::is_uppercase))
        && !words.has(head, Class::PEOPLE | Class::DETERMINER);
    let single = subject.len() == 1
        && words[head].capital()
        && !words.has(
            head,
            Class::DETERMINER
                | Class::ADJECTIVE
                | Class::ADVERB
                | Class::PEOPLE
                | Class::SUBJECT_PRONOUN
                | Class::CONJUNCTION
                | Class::PREPOSITION,
        );
    let groups = words.is_any(
        head,
        &[
            "authorities",
            "parties",
            "states",
            "countries",
            "governments",
            "officials",
            "employers",
            "landlords",
            "leaders",
            "companies",
            "ministers",
            "others",
            "allies",
            "donors",
            "nations",
            "stakeholders",
            "executives",
            "bosses",
            "administrators",
        ],
    );
    let world = words.is(head, "community") && head > 0 && words.is(head - 1, "international");
    // "Utopia's neighbours": they are known by a name.
    let known = nouns.iter().any(|at| words.has(*at, Class::GENITIVE) && words[*at].capital())
        && words.is_plural(head)
        && !words.has(head, Class::ARTIFACT | Class::NOMINAL);
    acting || named || single || groups || world || known
}

pub(super) fn head_of(words: Tokens, subject: &Range<usize>) -> Option<usize> {
    let end = subject
        .clone()
        .skip(1)
        .find(|at| {
            words.has(*at, Class::PREPOSITION)
                || !words[*at].is_word() && *at != subject.start + 2
                || words.is_any(*at, &["that", "which"])
        })
        .unwrap_or(subject.end);
    // "any standard adopted", "the media chosen to be accessible"
    let mut head = end.checked_sub(1)?;
    while head > subject.start
        && words.has(head, Class::PARTICIPLE)
        && !words.has(head, Class::BASE | Class::ARTIFACT | Class::ADJECTIVE)
    {
        head -= 1;
    }
    Some(head).filter(|head| subject.contains(head))
}
