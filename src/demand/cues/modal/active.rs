//! A modal in the active voice: who, or what, is to do it.

use super::Modal;
use super::turns::{grants, receives};
use crate::demand::cues::actor::{head_of, is_actor};
use crate::demand::cues::{Context, Reason, Shape, complement};
use crate::demand::lists::Role;
use crate::demand::voice::Who;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// What is to be done first.
const TASKS: [&str; 12] = [
    "priority",
    "goal",
    "aim",
    "task",
    "step",
    "focus",
    "objective",
    "duty",
    "answer",
    "solution",
    "remedy",
    "response",
];

/// An active clause asks of an actor, or of a thing that a decision shapes.
pub(super) fn judge_active(
    words: Tokens,
    context: &Context,
    modal: &Modal,
    subject: &Range<usize>,
    who: Who,
) -> Option<Reason> {
    let verb = words.lemma(modal.verb)?;
    let perfect = verb == "have" && words.has(words.skip_adverbs(modal.verb + 1), Class::PARTICIPLE);
    if perfect {
        // "should have known": the past cannot be asked for.
        return None;
    }
    let mental = [
        "understand",
        "know",
        "realize",
        "realise",
        "remember",
        "recognise",
        "feel",
        "face",
        "wonder",
        "think",
        "believe",
        "imagine",
        "forget",
        "expect",
        "like",
        "wish",
        "hope",
        "want",
        "seem",
        "mean",
        "choose",
        "suffer",
        "fear",
        "worry",
        "live",
        "wait",
    ];
    // "must recognise the union" is an act, "must recognise that" is none.
    let grants_standing = matches!(verb, "recognise" | "recognize")
        && words.has(modal.verb + 1, Class::DETERMINER)
        && !words.is_any(modal.verb + 1, &["that", "this"]);
    // "should think again about it": to reconsider.
    let again = verb == "think" && words.is_any(modal.verb + 1, &["again", "twice"]);
    if mental.contains(&verb) && !grants_standing && !again && who != Who::Addressee {
        return None;
    }
    match who {
        Who::Addressee => Some(Reason::ActorMust),
        Who::Own => {
            let asks = words.lexicon().performative(verb).is_some_and(|asks| {
                complement(words, modal.verb, words.len(), asks)
                    .is_some_and(|found| found.addressee.is_some() || found.shape != Shape::Noun)
            });
            let speech = words.has(modal.verb, Class::SPEECH)
                || asks
                || ["admit", "confess", "apologise", "apologize", "ask", "leave", "go", "make"]
                    .contains(&verb)
                // "We must point out that": said, not asked.
                || words.phrase(modal.verb, "point out");
            // "The Committee shall report to the Council": a duty laid on it, not a turn of its own speech.
            let speech =
                speech && !(words.is(modal.at, "shall") && words.has(subject.start, Class::DETERMINER));
            let copula = verb == "be" && !grants(words, modal.verb);
            (!speech && !copula).then_some(Reason::ActorMust)
        }
        Who::Other => {
            // "Tenants should have a say": somebody has to grant it.
            let anybody = words.is_any(
                subject.start,
                &["no", "every", "everyone", "everybody", "nobody", "anyone", "people"],
            );
            if grants(words, modal.verb) && !anybody || receives(words, modal.verb) {
                return Some(Reason::ActorMust);
            }
            let general = subject.clone().any(|at| words.has(at, Class::PEOPLE)) && !is_actor(words, subject);
            if general {
                return None;
            }
            if is_actor(words, subject) {
                return Some(Reason::ActorMust);
            }
            if context.role == Role::Demand && !words.is(modal.at, "have") {
                return Some(Reason::ActorMust);
            }
            let thing = head_of(words, subject).is_some_and(|head| words.has(head, Class::ARTIFACT));
            let pronoun = subject.len() == 1
                && words.is_any(subject.start, &["they", "it", "he", "she"])
                && (context.antecedent_acts
                    || named_in_condition(words, subject.start)
                    || is_own_opinion(words, subject.start));
            let ends = ["end", "stop", "cease", "go"].contains(&verb)
                || verb == "come" && words.is(modal.verb + 1, "down");
            // "This should begin now"
            let ends = ends
                || words.is_any(subject.start, &["this", "these"])
                    && subject.len() == 1
                    && ["begin", "start", "commence", "happen", "change"].contains(&verb)
                // "The vote must proceed", "the build must not proceed": somebody has to let it.
                || verb == "proceed";
            let copula = verb == "be";
            let decided = words.has(modal.verb, Class::DECIDED) && subject.len() > 1;
            // "The first priority should be to remove all obstacles": a task for somebody; "our first step" is their own.
            let to_do = copula
                && words.is(words.skip_adverbs(modal.verb + 1), "to")
                && subject.clone().any(|at| words.is_any(at, &TASKS));
            if to_do {
                let own = words.is_any(subject.start, &["our", "my"]);
                return (!own).then_some(Reason::ActorMust);
            }
            if thing || ends || decided || pronoun && !copula && !modal.negated {
                Some(Reason::ActorMust)
            } else if copula {
                None
            } else {
                Some(Reason::SubjectCannotAct)
            }
        }
    }
}

/// "We believe that he should resign": whoever is meant, the senders want it of somebody.
fn is_own_opinion(words: Tokens, pronoun: usize) -> bool {
    let that = pronoun - usize::from(words.is(pronoun.wrapping_sub(1), "that"));
    words.is_any(pronoun, &["he", "she"])
        && words.is_any(that.wrapping_sub(1), &["believe", "think", "feel"])
        && words.has(words.skip_adverbs_back(that - 1).wrapping_sub(1), Class::FIRST_PERSON)
}

/// "If the company wants to repair it, it must …": the pronoun stands for whom the condition names.
fn named_in_condition(words: Tokens, pronoun: usize) -> bool {
    let comma = words.is(pronoun.wrapping_sub(1), ",") || pronoun > 3;
    let opens = words.is_any(0, &["if", "unless", "when", "while", "until"]);
    let verb = (1..pronoun).find(|at| words.has(*at, Class::THIRD | Class::AUXILIARY));
    opens && comma && verb.is_some_and(|verb| is_actor(words, &(1..verb)))
}
