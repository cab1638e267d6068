//! What is asked for as a thing: "request additional time", "ask your protection".

use crate::demand::cues::actor::head_of;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// "ask your protection", "ask an immediate halt to it": an act or a good is asked without "for"; a question is none.
pub(super) fn asks_thing(words: Tokens, at: usize, end: usize) -> bool {
    const GOODS: [&str; 18] = [
        "aid",
        "assistance",
        "clemency",
        "compensation",
        "consideration",
        "equality",
        "forgiveness",
        "freedom",
        "help",
        "justice",
        "leave",
        "mercy",
        "pardon",
        "pay",
        "permission",
        "protection",
        "relief",
        "support",
    ];
    let noun = (at..end.min(at + 5))
        .take_while(|next| {
            words[*next].is_word()
                && (*next == at
                    || !words.has(*next, Class::PREPOSITION | Class::DETERMINER | Class::AUXILIARY))
        })
        .last();
    // "ask three things: an inquiry, an apology, and compensation"
    let counted = words.get(at).is_some_and(|first| {
        first.has(Class::DETERMINER)
            || first.has(Class::ADJECTIVE)
            || first.is_any(&["two", "three", "four", "five"])
    }) && words.is_any(at + 1, &["things", "questions"])
        && words.is(at + 2, ":");
    counted
        || noun.is_some_and(|noun| {
            words.is_any(noun, &GOODS)
                || noun > at
                    && words.has(at, Class::DETERMINER | Class::POSSESSIVE)
                    && words.has(noun, Class::NOMINAL)
                    && !words.has(noun, Class::ACTOR | Class::PEOPLE | Class::INSTITUTION | Class::ROLE)
                    && !words.is_any(noun, &["question", "questions"])
                    && words.is_any(noun + 1, &["to", "of", "on", "in", "for", ".", ",", "from", "against"])
        })
}

/// "request additional time to answer", "request the data to begin": nobody who could be asked to act.
pub(super) fn is_thing(words: Tokens, who: &Range<usize>) -> bool {
    head_of(words, who).is_some_and(|head| {
        words.has(head, Class::ARTIFACT | Class::NOMINAL)
            && !words.has(head, Class::ACTOR | Class::PEOPLE | Class::INSTITUTION | Class::ROLE)
            && !words[head].capital()
            || words.is_any(head, &["time", "leave", "permission", "space", "room", "funds", "money", "help"])
    })
}
