//! "[somebody] to do it": the infinitive that a verb of asking governs, and whom it names.

use super::{Complement, bare_clause};
use crate::demand::cues::Shape;
use crate::language::Tokens;
use crate::lexicon::Class;

/// "[somebody] to do it", "[somebody], with regard to that, not to do it".
pub(in crate::demand::cues) fn to_somebody(
    words: Tokens,
    from: usize,
    end: usize,
    called: bool,
) -> Option<Complement> {
    if words.is(from, "you") && words.is_base(words.skip_adverbs(from + 1)) {
        return bare_clause(words, from, end, called);
    }
    let limit = end.min(from + 60);
    for at in from..limit {
        // "We call on the government: do not pander to them."
        let said = at > from
            && words.is(at, ":")
            && (words.is_verb_here(words.skip_adverbs(at + 1)) || words.phrase(at + 1, "do not"));
        if said {
            // "call on the regulator to: fine them"
            let who = from..at - usize::from(at > from + 1 && words.is(at - 1, "to"));
            return Some(Complement {
                addressee: Some(who),
                content: at + 1..end,
                shape: Shape::Verb,
                particle: None,
            });
        }
        // "We ask the Board: will it publish the survey?"
        let question = at > from && words.is(at, ":") && words.last().is_some_and(|last| last.is("?"));
        if question && words.has(at + 1, Class::AUXILIARY) {
            return Some(Complement {
                addressee: Some(from..at),
                content: at + 1..words.len(),
                shape: Shape::Question,
                particle: None,
            });
        }
        if words.is_any(at, &[";", "?"]) || (at > from && words.is(at, ":") && at + 1 < end) {
            break;
        }
        // A lead-in: "call on the Ministry, in view of this, to:"
        let last = (at + 1..end).all(|rest| !words[rest].is_word());
        if words.is(at, "to") && (last || leads_to_list(words, at + 1, end)) {
            let addressee = (at > from).then_some(from..at);
            return Some(Complement { addressee, content: end..end, shape: Shape::Verb, particle: None });
        }
        if !words.is(at, "to") || !opens_infinitive(words, at) {
            continue;
        }
        // "those who failed to act", "its decision to extend": not ours.
        if at > from && governs_infinitive(words, at - 1) {
            continue;
        }
        let negated = at > from && words.is_any(at - 1, &["not", "never"]);
        // "urge upon the Council to refuse it"
        let upon = usize::from(words.is_any(from, &["upon", "on"]) && at > from + 1);
        let mut addressee = from + upon..(if negated { at - 1 } else { at });
        while addressee.end > addressee.start
            && (!words[addressee.end - 1].is_word()
                || words.is_any(
                    addressee.end - 1,
                    &["please", "also", "either", "both", "again", "first", "firstly", "not", "only"],
                ))
        {
            addressee.end -= 1;
        }
        let content = if negated { at - 1 } else { said_after(words, after_remark(words, at + 1), end) };
        let addressee = (!addressee.is_empty()).then_some(addressee);
        return Some(Complement { addressee, content: content..end, shape: Shape::Verb, particle: None });
    }
    bare_clause(words, from, end, called)
}

/// "to, alone or with others, publish it": the remark between commas is passed over.
fn after_remark(words: Tokens, from: usize) -> usize {
    if !words.is(from, ",") {
        return from;
    }
    let close = (from + 2..words.len().min(from + REMARK)).find(|at| words.is(*at, ","));
    close.map(|close| close + 1).filter(|verb| words.is_base(words.skip_adverbs(*verb))).unwrap_or(from)
}

/// How long a remark inside an infinitive may be.
const REMARK: usize = 14;

/// "to do the right thing: instead of that, change it": the act is named after the colon.
fn said_after(words: Tokens, from: usize, end: usize) -> usize {
    // "by one plain step: leave the network"
    let named = (from..end.min(from + 30)).find(|at| words.is(*at, ":")).filter(|colon| {
        words.is_any(colon.wrapping_sub(1), &["act", "step", "thing", "action", "move", "measure"])
            && words.is_base(words.skip_adverbs(colon + 1))
    });
    if let Some(colon) = named {
        return colon + 1;
    }
    let colon = (from..end.min(from + 12)).find(|at| words.is(*at, ":"));
    let Some(colon) = colon.filter(|_| words.phrase(from, "do the right thing")) else { return from };
    let comma = (colon + 1..end.min(colon + 16)).find(|at| words.is(*at, ","));
    let after = comma.filter(|comma| {
        words.has(colon + 1, Class::PREPOSITION | Class::ADVERB)
            && words.is_base(words.skip_adverbs(comma + 1))
    });
    after.unwrap_or(colon) + 1
}

/// "to take the following steps:", "to do the following:".
fn leads_to_list(words: Tokens, from: usize, end: usize) -> bool {
    let colon = end > from && words.is(end - 1, ":");
    let short = end - from <= 16;
    colon
        && short
        && (from..end).any(|at| words.is_any(at, &["following", "these"]))
        && words.has(words.skip_adverbs(from), Class::BASE)
        && words.is_any(
            words.skip_adverbs(from),
            &[
                "take",
                "do",
                "adopt",
                "implement",
                "consider",
                "make",
                "meet",
                "accept",
                "act",
                "pursue",
                "undertake",
                "commit",
                "agree",
            ],
        )
}

/// "to" before the base form of a verb, adverbs between them.
pub(super) fn opens_infinitive(words: Tokens, at: usize) -> bool {
    // "to (1) publish it"
    let mark = at + 1 + usize::from(words.is(at + 1, ":"));
    if let Some(after) = crate::demand::enumeration::after_mark(words, mark) {
        return words.is_base(words.skip_adverbs(after));
    }
    let verb = words.skip_adverbs(after_remark(words, at + 1));
    // A word the lexicon does not know can be a verb here, a noun hardly: "to underestimate it".
    let unknown = words.get(verb).is_some_and(|token| {
        token.kind == crate::language::Kind::Word && token.word.classes().is_empty() && !token.capital()
    }) && words.has(verb + 1, Class::DETERMINER);
    unknown
        || words.is_base(verb) && !words.has(verb, Class::GENITIVE) && !(words.has(verb, Class::DETERMINER))
        || words.is_any(verb, &["not", "neither", "either", "both", "please"])
            && words.is_base(words.skip_adverbs(verb + 1))
}

/// Words that take an infinitive of their own: "failed to", "the decision to".
pub(super) fn governs_infinitive(words: Tokens, at: usize) -> bool {
    // "those who profess to be fair", "whose duty it is to guard it"
    const PROFESS: [&str; 12] = [
        "aim", "appear", "claim", "fail", "hope", "intend", "pretend", "profess", "refuse", "seem", "tend",
        "try",
    ];
    let relative = words.is(at, "is")
        || words.lemma(at).is_some_and(|lemma| PROFESS.contains(&lemma))
            && words.is_any(words.skip_adverbs_back(at).wrapping_sub(1), &["who", "which"]);
    if relative {
        return true;
    }
    words.has(at, Class::PAST | Class::PARTICIPLE | Class::GERUND)
        && !words.has(at, Class::ACTOR | Class::BASE)
        || words.is_any(
            at,
            &[
                "able",
                "ability",
                "right",
                "decision",
                "effort",
                "efforts",
                "power",
                "duty",
                "plan",
                "plans",
                "attempt",
                "attempts",
                "need",
                "order",
                "failure",
                "refusal",
                "willing",
                "unable",
                "unwilling",
                "likely",
                "ready",
                "chance",
                "opportunity",
                "seek",
                "wish",
                "want",
                "continue",
                "promise",
                "commitment",
                "intention",
                "access",
                "soon",
                "due",
                "about",
                "permission",
                "needed",
                "necessary",
                "required",
                "enough",
                "sufficient",
            ],
        )
}
