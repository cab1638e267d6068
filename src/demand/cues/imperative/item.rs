//! Items of lists that begin with a verb, behind their labels and openings.

use super::build;
use crate::demand::cues::clause::clause_end;
use crate::demand::cues::levels;
use crate::demand::cues::reply::is_reply;
use crate::demand::cues::{Ask, Context, Kind, Reason, Shape};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// An item that begins with a verb (base or -ing form), adverbs and a label before it.
pub(super) fn item(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    // A later sentence of an item of demands may be another of them.
    if !context.first
        && !(context.role == Role::Demand
            && words.is_verb_here(words.skip_adverbs(0))
            && !is_subject(words, words.skip_adverbs(0)))
    {
        return None;
    }
    let start = after_label(words);
    let opening = after_opening(words, start);
    let verb = words.skip_adverbs(opening);
    let verb =
        if words.is_any(verb, &["not", "never", "please"]) { words.skip_adverbs(verb + 1) } else { verb };
    let verb = if words.is(verb, "do") && words.is(verb + 1, "not") { verb + 2 } else { verb };
    let asked = context.role == Role::Demand;
    let base = words.is_base(verb) && (asked || words.is_verb_here(verb)) && !is_subject(words, verb);
    let gerund = words.has(verb, Class::GERUND) && asked && !words.has(verb + 1, Class::AUXILIARY);
    if !base && !gerund {
        return None;
    }
    let mut reasons = vec![if asked { Reason::ItemOfDemands } else { Reason::ItemWithoutLead }];
    if words.has(verb, Class::PRACTICAL) && !asked {
        reasons.push(Reason::PracticalAct);
    }
    let end = clause_end(words, verb);
    let content = opening..explanation(words, verb, end).unwrap_or(end);
    let kind = if is_reply(words, &(verb..content.end)) { Kind::Reply } else { Kind::Demand };
    let shape = if base { Shape::Verb } else { Shape::Gerund };
    Some(build(verb..verb + 1, content, shape, kind, levels::ITEM, reasons))
}

/// "Update the list every month: The gap has grown": after the colon a sentence of its own explains the item.
pub(super) fn explanation(words: Tokens, verb: usize, end: usize) -> Option<usize> {
    let colon = (verb + 2..end).find(|at| words.is(*at, ":"))?;
    let opens = words.get(colon + 1).is_some_and(|next| next.capital() && next.is_word());
    let finite = (colon + 2..end.min(colon + 20)).any(|at| {
        words.has(at, Class::AUXILIARY | Class::THIRD | Class::PAST)
            && !words.has(at, Class::NOMINAL | Class::ARTIFACT)
            && !words.is_plural(at)
    });
    (opens && finite && !words.is_base(words.skip_adverbs(colon + 1))).then_some(colon)
}

/// Whether the word is the subject of its sentence rather than its verb: "Access to justice is …".
pub(super) fn is_subject(words: Tokens, at: usize) -> bool {
    // "Open-source drivers would help": two words made one name a kind.
    let compound = words.get(at).is_some_and(|token| token.text.contains('-'));
    if !words.has(at, Class::AMBIGUOUS) && !compound {
        return false;
    }
    // "Research suggests that": no noun could stand where that verb stands.
    let also = words.is(at + 1, "also") && words.has(at + 2, Class::THIRD);
    // "Lower fares mean fuller trains"
    let means = words.is_plural(at + 1) && words.is_any(at + 2, &["mean", "means", "meant"]);
    if also || means {
        return true;
    }
    let says = words.has(at + 1, Class::THIRD)
        && !words.has(at + 1, Class::NOMINAL | Class::ARTIFACT)
        && (words.is(at + 2, "that") || words.has(at + 1, Class::SPEECH));
    if says {
        return true;
    }
    // Behind a dash the item is explained: "Stop night flights – nobody can sleep."
    let explained = |next: &usize| words.is_any(*next, &["-", "–", "—", ";", ":", "("]);
    let near = (at + 1..words.len().min(at + 10)).find(explained).unwrap_or(words.len().min(at + 10));
    // "Close friends of the family spoke at the funeral": another verb is the main one.
    let told = (at + 1..near).find(|next| {
        words.has(*next, Class::PAST) && !words.has(*next, Class::PARTICIPLE | Class::BASE | Class::NOMINAL)
    });
    if told.is_some_and(|told| {
        !words.has(at + 1, Class::DETERMINER)
            && !(at + 1..told).any(|next| {
                words.is_any(
                    next,
                    &[
                        "that", "which", "who", "what", "how", "where", "as", ",", "when", "if", "you",
                        "they", "we", "it",
                    ],
                )
            })
    }) {
        return true;
    }
    let plural_subject =
        words.is_plural(at + 1) && words.is_base(at + 2) && !words.has(at + 2, Class::AMBIGUOUS);
    // "Total mobility card holders have few choices"
    let owners = (at + 2..words.len().min(at + 6)).any(|have| {
        words.is(have, "have") && words.is_plural(have - 1) && !words.has(at, Class::PERFORMATIVE)
    });
    if plural_subject || owners {
        return true;
    }
    let finite = (at + 1..near).find(|next| {
        words.has(*next, Class::AUXILIARY)
            && !words.is_any(*next, &["be", "have", "do", "been", "being", "having"])
    });
    // A relative clause may hold the finite verb.
    finite.is_some_and(|finite| {
        !(at + 1..finite).any(|between| {
            words.is_any(
                between,
                &["that", "which", "who", "what", "how", "to", "where", "so", "as", ",", "those"],
            ) || words.has(between, Class::DETERMINER)
        })
    })
}

/// The index after a label: "Housing: build …", "First, build …", "1 – build …".
pub fn after_label(words: Tokens) -> usize {
    // An editor's note in brackets.
    if words.is_any(0, &["["]) {
        return (1..words.len().min(16)).find(|at| words.is(*at, "]")).map_or(0, |at| at + 1);
    }
    let colon = (1..words.len().min(9))
        .find(|at| words.is(*at, ":") || words.is_any(*at, &["–", "—", "-"]) && words[*at].gap > 0);
    match colon {
        Some(at)
            if words.get(at + 1).is_some_and(|next| next.is_word())
                && (0..at).all(|before| !words.has(before, Class::AUXILIARY)) =>
        {
            let shouted = words[..at].iter().all(|token| !token.text.chars().any(char::is_lowercase))
                && words[at + 1..].iter().any(|token| token.text.chars().any(char::is_lowercase));
            if shouted || words.is_base(words.skip_adverbs(at + 1)) { at + 1 } else { 0 }
        }
        _ => 0,
    }
}

/// The index after words that open an item before its verb: "First,", "In addition,", "to", "that you".
pub(super) fn after_opening(words: Tokens, start: usize) -> usize {
    let mut at = start;
    if !words.get(at).is_some_and(|token| token.is_word()) {
        at += 1;
    }
    if words.is_any(
        at,
        &[
            "first",
            "firstly",
            "second",
            "secondly",
            "third",
            "thirdly",
            "fourth",
            "fifth",
            "finally",
            "lastly",
            "also",
            "therefore",
            "additionally",
            "next",
        ],
    ) && !words.is(at + 1, "and")
    {
        at += 1;
        if words.is_any(at, &[",", ":"]) {
            at += 1;
        }
    }
    if words.is(at, "to") && words.is_base(words.skip_adverbs(at + 1)) {
        at += 1;
    }
    at
}
