//! What follows a verb of asking: somebody to do something, that something be done, a thing.

mod infinitive;
mod thing;

pub(super) use infinitive::to_somebody;

use super::Shape;
use crate::language::Tokens;
use crate::lexicon::{Class, Complement as Kind, Performative};
use infinitive::{governs_infinitive, opens_infinitive};
use std::ops::Range;
use thing::{asks_thing, is_thing};

/// The complement of a verb of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complement {
    /// The tokens that name whom it is asked of.
    pub addressee: Option<Range<usize>>,
    /// The tokens of what is asked; empty where it follows in a list.
    pub content: Range<usize>,
    /// Its grammar.
    pub shape: Shape,
    /// The particle after the verb: "on", "for".
    pub particle: Option<usize>,
}

/// Reads the complement of the asking verb at `verb`; `end` bounds the clause.
pub fn complement(words: Tokens, verb: usize, end: usize, asks: &Performative) -> Option<Complement> {
    let mut at = verb + 1;
    while at < end && (words.has(at, Class::ADVERB) && !words.has(at, Class::VERB) || words.is(at, "further"))
    {
        at += 1;
    }
    // "We demand: a living wage, safe stairs"
    if words.is(at, ":") && at + 1 < end && (asks.takes(Kind::Noun) || asks.takes(Kind::That)) {
        at += 1;
        if words.is_verb_here(words.skip_adverbs(at)) && !words.has(at, Class::AMBIGUOUS) {
            return Some(Complement {
                addressee: None,
                content: at..end,
                shape: Shape::Verb,
                particle: None,
            });
        }
    }
    if crate::demand::enumeration::after_mark(words, at).is_some() && asks.takes(Kind::Noun) {
        return Some(Complement { addressee: None, content: at..end, shape: Shape::Noun, particle: None });
    }
    let to_whom = words.is(at, "to") && (at..end.min(at + 12)).any(|colon| words.is(colon, ":"));
    let on = asks.takes(Kind::On) && (words.is_any(at, &["on", "upon"]) || to_whom);
    let upon = asks.takes(Kind::Upon) && words.is_any(at, &["to", "on", "upon"]);
    let with = asks.takes(Kind::With) && words.is(at, "with");
    if on || upon || with {
        let directly = words.is(at, "to")
            && words.is_base(words.skip_adverbs(at + 1))
            && !words.has(at + 1, Class::DETERMINER);
        if !directly {
            // "insist on a public inquiry"
            let thing = asks.lemma == "insist"
                && words.is_any(at, &["on", "upon"])
                && words
                    .has(at + 1, Class::DETERMINER | Class::ADJECTIVE | Class::NOMINAL | Class::PARTICIPLE);
            let thing = thing.then(|| Complement {
                addressee: None,
                content: at + 1..end,
                shape: Shape::Noun,
                particle: None,
            });
            // "appeal to the council for a reprieve"
            let for_thing = || asks.takes(Kind::For).then(|| somebody_for(words, at + 1, end)).flatten();
            return to_somebody(words, at + 1, end, true)
                .or(thing)
                .or_else(for_thing)
                .map(|found| Complement { particle: Some(at), ..found });
        }
    }
    // "We ask and trust that you will"
    let second = words.skip_adverbs(at + 1);
    if words.is(at, "and")
        && (words.has(second, Class::PERFORMATIVE)
            || words.is_any(second, &["expect", "hope", "trust", "insist"]))
        && (words.is_any(second + 1, &["that", "you"]) || words.phrase(second + 1, ", that"))
    {
        at = second + 1;
    }
    // "We ask, first and foremost, that": a remark before the complement.
    if words.is(at, ",")
        && let Some(close) = (at + 2..end.min(at + 26)).find(|close| words.is(*close, ","))
        && words.is_any(close + 1, &["that", "to", "for", "on", "upon", "you"])
    {
        at = close + 1;
    }
    // "earnestly urge, that the board do not"
    if words.is(at, ",") && words.is(at + 1, "that") && asks.takes(Kind::That) {
        at += 1;
    }
    // "Demands also to that effect the release"
    if words.phrase(at, "to that effect") {
        at += 3;
    }
    // "request the following: that the accounts be published"
    let colon = (at + 2..end.min(at + 5)).find(|colon| words.is(*colon, ":") && colon + 1 < end);
    if words.phrase(at, "the following")
        && let Some(colon) = colon
    {
        let next = colon + 1;
        if words.is(next, "that") && asks.takes(Kind::That) {
            return Some(that_clause(words, next + 1, end));
        }
        if words.clause_verb(next, end).is_some() && !words.is_verb_here(words.skip_adverbs(next)) {
            return Some(that_clause(words, next, end));
        }
    }
    // "urge nobody to": no ask.
    if words.is_any(at, &["nobody", "none"]) || words.phrase(at, "no one") {
        return None;
    }
    // "recommend against closing it"
    if words.is(at, "against")
        && matches!(asks.lemma.as_str(), "advise" | "recommend" | "counsel" | "caution" | "warn")
    {
        return Some(Complement { addressee: None, content: at..end, shape: Shape::Noun, particle: None });
    }
    // "urge the Board against closing it"
    let against = (at + 1..end.min(at + 10))
        .take_while(|next| !words.is_any(*next, &["to", "that", ","]))
        .find(|against| words.is(*against, "against"));
    if matches!(asks.lemma.as_str(), "urge" | "advise" | "caution" | "warn" | "recommend" | "counsel")
        && let Some(against) = against
        && (words.is(at, "you") || super::actor::is_actor(words, &(at..against)))
    {
        return Some(Complement {
            addressee: Some(at..against),
            content: against..end,
            shape: Shape::Noun,
            particle: None,
        });
    }
    if asks.takes(Kind::For) && words.is(at, "for") {
        return for_something(words, at + 1, end).map(|found| Complement { particle: Some(at), ..found });
    }
    if words.is(at, "that") && asks.takes(Kind::That) && !is_demonstrative(words, at) {
        return Some(that_clause(words, past_remark(words, at + 1, end), end));
    }
    if asks.takes(Kind::Wh)
        && words.is_any(at, &["what", "how", "why", "when", "where", "whether", "who", "which", "if"])
    {
        return Some(Complement {
            addressee: None,
            content: at..end,
            shape: Shape::Question,
            particle: None,
        });
    }
    if asks.takes(Kind::Gerund) && words.has(at, Class::GERUND) {
        return Some(Complement { addressee: None, content: at..end, shape: Shape::Gerund, particle: None });
    }
    let that = if asks.takes(Kind::That) { late_that(words, at, end) } else { None };
    // "demand a system to prevent it" wants the thing; "demand the company to stop" asks somebody.
    let wants_thing = |found: &Complement| {
        asks.takes(Kind::Noun)
            && found.addressee.as_ref().is_some_and(|who| {
                // "demand a commission to look into it": nobody is asked who is not there yet.
                let yet_to_be = matches!(asks.lemma.as_str(), "demand" | "request")
                    && words.is_any(who.start, &["a", "an", "more", "fewer", "extra", "additional"]);
                let acts = super::actor::is_actor(words, who)
                    || words.is_any(who.start, &["you", "him", "her", "them", "us", "me"]);
                yet_to_be || !acts && (words.is_any(who.start, &["a", "an"]) || is_thing(words, who))
            })
    };
    // "request the resignation of those unwilling to stay": the act is a noun, whatever infinitive it holds.
    let act = words.has(at, Class::DETERMINER)
        && words.has(at + 1, Class::NOMINAL)
        && !words.has(at + 1, Class::ACTOR | Class::BASE)
        && words.is(at + 2, "of");
    // "encourages further cooperation between them to keep it": neither is the cooperation asked.
    let noun = (at..end.min(at + 3)).find(|noun| words.has(*noun, Class::NOMINAL));
    let act = act
        || noun.is_some_and(|noun| {
            !words.has(noun, Class::ACTOR | Class::BASE)
                && words.is_any(noun + 1, &["between", "among", "with"])
                && (at..noun).all(|at| words.has(at, Class::ADJECTIVE | Class::ADVERB | Class::DETERMINER))
        });
    let wants_thing = |found: &Complement| wants_thing(found) || act && asks.takes(Kind::Noun);
    // "ask your assistance in helping them"
    let help = words.has(at, Class::POSSESSIVE)
        && words.is_any(at + 1, &["assistance", "help", "support", "cooperation", "aid", "leadership"])
        && words.is(at + 2, "in")
        && words.has(at + 3, Class::GERUND);
    if help {
        return Some(Complement {
            addressee: Some(at..at + 1),
            content: at + 3..end,
            shape: Shape::Gerund,
            particle: None,
        });
    }
    // "The union demands Government takes action": a clause without its "that".
    let taken = (at + 1..end.min(at + 6)).find(|verb| {
        words.has(*verb, Class::THIRD)
            && !words.has(*verb, Class::AMBIGUOUS | Class::NOMINAL | Class::ARTIFACT | Class::AUXILIARY)
            && words.takes_object(*verb)
    });
    let told =
        (at..end.min(at + 6)).find(|to| words.is(*to, "to") || words.is_any(*to, &[",", "that", "who"]));
    if asks.takes(Kind::That)
        && let Some(verb) = taken.filter(|verb| told.is_none_or(|to| to > *verb))
        && super::actor::is_actor(words, &(at..verb))
    {
        return Some(Complement {
            addressee: Some(at..verb),
            content: at..end,
            shape: Shape::Clause,
            particle: None,
        });
    }
    let to = if asks.takes(Kind::To) {
        to_somebody(words, at, end, false).filter(|found| !wants_thing(found))
    } else {
        None
    };
    match (that, to) {
        (Some(that), Some(to)) if to.content.start < that.content.start => return Some(to),
        (Some(found), _) | (None, Some(found)) => return Some(found),
        (None, None) => {}
    }
    if asks.takes(Kind::For)
        && matches!(asks.lemma.as_str(), "ask" | "press" | "petition" | "call")
        && let Some(found) = somebody_for(words, at, end)
    {
        return Some(found);
    }
    // "I suggest this be done": the clause without its "that".
    if asks.takes(Kind::That)
        && let Some(found) = bare_clause(words, at, end, false)
            .filter(|found| words.is(found.content.start, "be") || advises_somebody(words, asks, found))
    {
        return Some(Complement { addressee: None, content: at..end, shape: Shape::Clause, ..found });
    }
    let noun = words.get(at).is_some_and(|token| token.is_word())
        && at < end
        && !words.has(at, Class::CONJUNCTION | Class::AUXILIARY | Class::PREPOSITION);
    let thing = asks.takes(Kind::Noun) || asks.lemma == "ask" && asks_thing(words, at, end);
    (thing && noun).then_some(Complement {
        addressee: None,
        content: at..end,
        shape: Shape::Noun,
        particle: None,
    })
}

/// "suggest the board publish it": who advises leaves out the "that".
fn advises_somebody(words: Tokens, asks: &Performative, found: &Complement) -> bool {
    matches!(asks.lemma.as_str(), "suggest" | "propose" | "recommend")
        && found.addressee.as_ref().is_some_and(|who| super::actor::is_actor(words, who))
}

/// "ask your company for three things", "press you once more for an inquiry".
fn somebody_for(words: Tokens, at: usize, end: usize) -> Option<Complement> {
    let particle = (at + 1..end.min(at + 10)).find(|particle| words.is(*particle, "for"))?;
    let mut who = at..particle;
    while who.len() > 1 && (words.has(who.end - 1, Class::ADVERB) || words.is(who.end - 1, "more")) {
        who.end -= 1;
    }
    // "petition your honorable body for the enactment of a law"
    let acts = words.is_any(who.start, &["you", "your", "him", "her", "them"])
        || super::actor::is_actor(words, &who);
    let thing = words.get(particle + 1).is_some_and(|next| next.is_word());
    (acts && thing).then(|| Complement {
        addressee: Some(who),
        content: particle + 1..end,
        shape: Shape::Noun,
        particle: Some(particle),
    })
}

/// "that" is a pronoun or an article here: "demand that and more", "urge that change".
fn is_demonstrative(words: Tokens, at: usize) -> bool {
    // "We ask that:" opens a list, "we ask that, for the sake of peace, talks be held" a clause.
    let opens = words.is(at + 1, ":") || words.is(at + 1, ",") && words.has(at + 2, Class::PREPOSITION);
    !opens && !words.get(at + 1).is_some_and(|next| next.is_word()) || words.has(at + 1, Class::CONJUNCTION)
}

/// "ask you respond", "demand the company do the following": a clause without "to" or "that".
fn bare_clause(words: Tokens, from: usize, end: usize, called: bool) -> Option<Complement> {
    let first = words.get(from)?;
    let verb = words.skip_adverbs(from + 1);
    if first.is("you") && words.is_base(verb) && !words.has(verb, Class::AUXILIARY) {
        return Some(Complement {
            addressee: Some(from..from + 1),
            content: from + 1..end,
            shape: Shape::Verb,
            particle: None,
        });
    }
    if called && !first.is("you")
        || !(first.has(Class::DETERMINER | Class::SUBJECT_PRONOUN) || first.capital())
    {
        return None;
    }
    let stop = (from + 1..end.min(from + 12))
        .find(|at| words.is_any(*at, &[",", ";", ":", "for", "that"]))
        .unwrap_or(end.min(from + 12));
    let verb = (from + 1..stop).find(|at| {
        let at = *at;
        words.is(at, "be")
            || (words.is_base(at)
                && !words.has(at, Class::AMBIGUOUS)
                && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION)
                && !words.is(at - 1, "to"))
    })?;
    let addressee = from..words.skip_adverbs_back(verb);
    Some(Complement {
        addressee: Some(addressee.clone()),
        content: addressee.end..end,
        shape: Shape::Verb,
        particle: None,
    })
}

/// "for an end to it", "for somebody to do it".
fn for_something(words: Tokens, from: usize, end: usize) -> Option<Complement> {
    let first = words.get(from).filter(|_| from < end)?;
    // "call for: an inquiry; an apology; and compensation"
    let from = from + usize::from(first.is(":") && from + 1 < end);
    let first = words.get(from)?;
    if first.has(Class::BE) {
        return None;
    }
    // "call for (i) the repeal, (ii) an inquiry"
    let numbered = crate::demand::enumeration::after_mark(words, from).is_some();
    if !first.is_word() && !first.is("$") && !numbered {
        return (from + 1 >= end).then_some(Complement {
            addressee: None,
            content: end..end,
            shape: Shape::Noun,
            particle: None,
        });
    }
    // An act wanted of somebody named: the noun phrase is short and no noun of action opens it.
    let actor_end = (from + 1..end.min(from + 14)).find(|at| {
        words.is(*at, "to") && opens_infinitive(words, *at) && !governs_infinitive(words, *at - 1)
    });
    if let Some(to) = actor_end {
        let actor = from..to;
        let acts = actor.clone().any(|at| {
            words.has(at, Class::ACTOR | Class::SUBJECT_PRONOUN) || (words[at].capital() && at > from)
        });
        let nominal = actor
            .clone()
            .any(|at| words.is_any(at, &["of", "in"]) && at < from + 4 && !words.has(at - 1, Class::ACTOR));
        if acts && !nominal {
            return Some(Complement {
                addressee: Some(actor.clone()),
                content: actor.start..end,
                shape: Shape::Clause,
                particle: None,
            });
        }
    }
    Some(Complement { addressee: None, content: from..end, shape: Shape::Noun, particle: None })
}

/// "that all parties respect it", "that it be respected".
/// "recommend that, in the interest of peace, **talks be held**": where the clause begins behind a remark.
fn past_remark(words: Tokens, from: usize, end: usize) -> usize {
    const REMARK: usize = 60;
    if !words.is(from, ",") || !words.has(from + 1, Class::PREPOSITION) {
        return from;
    }
    let closes = |at: &usize| {
        words.is(*at, ",")
            && !words.has(at + 1, Class::PREPOSITION | Class::CONJUNCTION)
            && words.clause_verb(at + 1, end.min(at + 16)).is_some()
    };
    (from + 2..end.min(from + REMARK)).find(closes).map_or(from, |close| close + 1)
}

fn that_clause(words: Tokens, from: usize, end: usize) -> Complement {
    let clause = Complement { addressee: None, content: from..end, shape: Shape::Clause, particle: None };
    // "We demand that the Government:"
    if words.is(end - 1, ":") && words.clause_verb(from, end).is_none() {
        let named = Some(from..end - 1).filter(|named| !named.is_empty());
        return Complement { addressee: named, content: end..end, ..clause };
    }
    let subject = words.clause_verb(from, end).and_then(|verb| acting_subject(words, from, verb));
    Complement { addressee: subject, ..clause }
}

/// The subject of "that all parties respect it": whom it is asked of, when it can act.
pub fn acting_subject(words: Tokens, from: usize, verb: usize) -> Option<Range<usize>> {
    let end = words.skip_adverbs_back(verb);
    // "that you (1) publish it": the mark is no name.
    let mark = (from + 1..end).find(|at| crate::demand::enumeration::after_mark(words, *at) == Some(end));
    let subject = from..mark.unwrap_or(end);
    let passive = words.is(verb, "be") || words.has(verb, Class::AUXILIARY);
    let acts = super::actor::is_actor(words, &subject) || words.is_any(subject.start, &["you", "they", "we"]);
    (words.is_base(verb) && !passive && acts && subject.len() <= 16).then_some(subject)
}

/// "ask of you that it be so", "insist in your meetings that it be so".
fn late_that(words: Tokens, from: usize, end: usize) -> Option<Complement> {
    let at = (from..end.min(from + 16)).find(|at| {
        words.is(*at, "that")
            && !(*at > from && words.has(at - 1, Class::PREPOSITION))
            && !words.has(*at + 1, Class::PREPOSITION)
    })?;
    let nouns_only = (from..at).all(|at| {
        !words.has(at, Class::VERB) || words.has(at, Class::AMBIGUOUS | Class::ARTIFACT | Class::INSTITUTION)
    });
    let opened = words.has(from, Class::PREPOSITION) || words.is(from, "you");
    (nouns_only && opened && !words.has(at - 1, Class::ARTIFACT)).then(|| that_clause(words, at + 1, end))
}
