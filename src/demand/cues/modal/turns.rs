//! What a modal says beside asking: turns of speech, supposition, rights that somebody grants.

use super::Modal;
use crate::demand::cues::is_actor;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Turns of speech that take a modal and ask nothing.
pub(super) fn is_turn(words: Tokens, modal: &Modal, subject: &Range<usize>) -> bool {
    let own = words.has(subject.start, Class::FIRST_PERSON) && subject.len() == 1;
    // "we shall help them": a promise.
    let again = words.is_any(modal.at.wrapping_sub(1), &["and", ","])
        && (1..modal.at).any(|at| words.is(at, "shall") && words.has(at - 1, Class::FIRST_PERSON));
    if (own || again) && words.is(modal.at, "shall") {
        return true;
    }
    let next = words.skip_adverbs(modal.verb + 1);
    // "we should be glad to consent"
    let glad =
        ["pleased", "glad", "happy", "delighted", "sorry", "grateful", "obliged", "inclined", "honoured"];
    if own && words.is(modal.verb, "be") && words.is_any(next, &glad) {
        return true;
    }
    // "you cannot help admiring it"
    if words.is_any(modal.at, &["cannot", "can't"]) && words.is(modal.verb, "help") {
        return true;
    }
    // "what must be called the finest bay": a judgement.
    let judged = words.is(modal.verb, "be")
        && words
            .lemma(next)
            .is_some_and(|lemma| ["consider", "regard", "call", "deem", "describe"].contains(&lemma))
        && words.has(next + 1, Class::DETERMINER | Class::ADJECTIVE);
    // "the village must starve": what follows by necessity is nobody's act.
    let undergone = ["starve", "bleed", "perish", "suffer", "die", "fail", "collapse", "fall", "wither"];
    let act = if words.is(modal.verb, "be") { next } else { modal.verb };
    let befalls = words.is(modal.at, "must")
        && !modal.negated
        && words.lemma(act).is_some_and(|lemma| undergone.contains(&lemma));
    judged || befalls || words.is(modal.at, "shall") && constitutes(words, modal, subject)
}

/// "The Board shall consist of five members", "this Act shall enter into force", "nothing in it shall be construed as":
/// a rule tells what is, and lays a duty on nobody.
fn constitutes(words: Tokens, modal: &Modal, subject: &Range<usize>) -> bool {
    let is = ["consist", "comprise", "constitute", "mean", "denote"];
    let verb = words.lemma(modal.verb);
    let read = ["construe", "deem", "interpret", "know", "cite", "call", "entitle"];
    let next = words.skip_adverbs(modal.verb + 1);
    let read = words.is(modal.verb, "be") && words.lemma(next).is_some_and(|lemma| read.contains(&lemma))
        || words.phrase(modal.verb, "be taken to")
        || words.phrase(modal.verb, "be taken as");
    let rule = [
        "resolution",
        "act",
        "ordinance",
        "order",
        "agreement",
        "treaty",
        "convention",
        "law",
        "rules",
        "bylaws",
    ];
    let rule = subject.clone().any(|at| words.is_any(at, &rule));
    let holds = [
        "enter into force",
        "come into force",
        "come into effect",
        "take effect",
        "remain in force",
        "apply",
    ];
    let holds = rule && holds.iter().any(|phrase| words.phrase(modal.verb, phrase));
    verb.is_some_and(|verb| is.contains(&verb)) || read || holds
}

/// "Every child should receive a meal": somebody has to give it.
pub(super) fn receives(words: Tokens, verb: usize) -> bool {
    words.is_any(verb, &["receive", "get"])
        && words.has(verb + 1, Class::DETERMINER)
        && words.is_any(0, &["every", "each", "all"])
}

/// "have a say", "be free to": a right that somebody has to grant.
pub(super) fn grants(words: Tokens, verb: usize) -> bool {
    const RIGHTS: [&str; 18] = [
        "say",
        "voice",
        "role",
        "right",
        "rights",
        "access",
        "input",
        "choice",
        "opportunity",
        "freedom",
        "seat",
        "vote",
        "representation",
        "transparency",
        "control",
        "part",
        "answer",
        "ability",
    ];
    let noun = words.is(verb, "have")
        && (verb + 1..words.len().min(verb + 6))
            .take_while(|at| words[*at].is_word() && !words.has(*at, Class::PREPOSITION))
            .any(|at| words.is_any(at, &RIGHTS));
    // "Every school must have a nurse", "the college must have health protections"
    let modal = words.skip_adverbs_back(verb).wrapping_sub(1);
    let due = words.is(verb, "have")
        && (words.is_any(modal, &["must", "should"])
            && (words.has(verb + 1, Class::DETERMINER)
                || words.is_any(verb + 1, &["two", "three", "four", "more"]))
            || words.is(modal, "must")
                && (verb + 1..words.len().min(verb + 4)).any(|noun| words.is_plural(noun)))
        && (0..verb).any(|at| {
            words.is_any(at, &["every", "each", "all", "both"]) || words.has(at, Class::INSTITUTION)
        });
    let next = words.skip_adverbs(verb + 1);
    let able = words.is(next, "able")
        && words.is_any(words.skip_adverbs_back(verb).wrapping_sub(1), &["should", "must"]);
    let state = words.is(verb, "be")
        && (able || words.is_any(next, &["free", "entitled", "eligible"]))
        && words.is_any(next + 1, &["to", "from", "of"]);
    let stays = words.is_any(verb, &["remain", "stay"])
        && words.is_any(
            next,
            &[
                "open",
                "free",
                "public",
                "closed",
                "accessible",
                "available",
                "affordable",
                "independent",
                "intact",
            ],
        );
    // "Meetings should be open to the public": how a decision makes things.
    let made = words.is(verb, "be")
        && verb > 2
        && words.is_any(
            next,
            &[
                "accessible",
                "accountable",
                "affordable",
                "available",
                "compulsory",
                "independent",
                "mandatory",
                "open",
                "optional",
                "public",
                "transparent",
                "voluntary",
            ],
        );
    noun || due || state || stays || made
}

fn lemma_acts(lemma: &str) -> bool {
    [
        "repeal",
        "stop",
        "end",
        "approve",
        "reject",
        "withdraw",
        "release",
        "change",
        "amend",
        "drop",
        "rescind",
        "ban",
        "suspend",
        "cancel",
        "fund",
        "implement",
        "abolish",
        "reverse",
        "address",
        "investigate",
        "fix",
        "remove",
        "replace",
        "done",
        "do",
    ]
    .contains(&lemma)
}

/// A passive asks, unless it befalls people in general or is a turn of speech ("it should be noted").
pub(super) fn judge_passive(words: Tokens, modal: &Modal, subject: &Range<usize>) -> Option<()> {
    let lemma = words.lemma(participle(words, modal.verb))?;
    let turns = [
        "note",
        "remember",
        "say",
        "mention",
        "emphasize",
        "emphasise",
        "stress",
        "understand",
        "recall",
        "point",
        "add",
        "acknowledge",
        "admit",
        "know",
        "think",
        "see",
        "wonder",
        "suppose",
        "expect",
        "mean",
        "regard",
        "view",
        "deem",
    ];
    if turns.contains(&lemma) {
        return None;
    }
    let befalls = ["force", "oblige", "leave", "make", "surprise", "concern", "worry", "base", "proud"];
    let general = subject.clone().any(|at| words.has(at, Class::PEOPLE))
        && words.is_any(subject.start, &["no", "every", "any", "all", "nobody", "everyone", "anyone"]);
    let named = subject.clone().skip(1).any(|at| words[at].capital()) && is_actor(words, subject);
    if befalls.contains(&lemma) && (general || modal.negated && !named) || general && modal.negated {
        return None;
    }
    // "should be sufficient to be released": not an act.
    (!subject.clone().all(|at| words.is_any(at, &["it", "this", "that", "there"])) || lemma_acts(lemma))
        .then_some(())
}

/// Where the participle after "be" stands: "be more fully explored".
pub(super) fn participle(words: Tokens, be: usize) -> usize {
    let at = words.skip_adverbs(be + 1);
    let degree = words.is_any(at, &["more", "better", "less"]) && words.has(at + 1, Class::ADVERB);
    if degree { words.skip_adverbs(at + 1) } else { at }
}
