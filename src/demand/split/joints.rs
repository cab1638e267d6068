//! Joints of coordinated verb phrases: where "and", a comma or a semicolon leads to another act.

use crate::language::Tokens;
use crate::lexicon::Class;

/// Verbs that tell what an act is for.
pub(super) const PURPOSES: [&str; 16] = [
    "allow",
    "enable",
    "help",
    "support",
    "reduce",
    "minimize",
    "minimise",
    "maximize",
    "maximise",
    "avoid",
    "facilitate",
    "mitigate",
    "alleviate",
    "improve",
    "encourage",
    "prevent",
];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Gerund,
    Third,
}

/// A place where another act may begin.
pub(super) struct Joint {
    /// The coordinator's first token: where the act before ends.
    pub(super) end: usize,
    /// Where the new act begins.
    pub(super) start: usize,
    pub(super) verb: usize,
    pub(super) comma: bool,
    pub(super) semicolon: bool,
    pub(super) infinitive: bool,
    pub(super) modal: bool,
}

/// Whether the clause a word opens has a verb that looks like a base form, so that a coordinated base
/// form may belong to it: "who help families and provide care", not "what took place and provide".
pub(super) fn holds_base_verb(words: Tokens, at: usize) -> bool {
    let verb = (at + 1..words.len().min(at + 12)).find(|next| {
        words.has(*next, Class::VERB | Class::AUXILIARY)
            && !words.has(*next, Class::NOMINAL)
            && (!words.has(*next, Class::AMBIGUOUS) || words.is_verb_here(*next))
    });
    verb.is_some_and(|verb| {
        let modal = words.is_any(
            verb,
            &["can", "will", "would", "may", "must", "should", "could", "might", "shall", "to"],
        );
        modal || words.has(verb, Class::BASE) && !words.has(verb, Class::AUXILIARY | Class::PAST)
    })
}

/// A coordinator at `at` with a verb after it.
pub(super) fn joint(words: Tokens, at: usize, end: usize, form: Form) -> Option<Joint> {
    let semicolon = words.is(at, ";");
    let comma = words.is(at, ",") || semicolon;
    let mut next = at + usize::from(comma);
    let and = words.is_any(next, &["and", "&"]) || words.phrase(next, "as well as");
    if words.phrase(next, "as well as") {
        next += 3;
    } else if and {
        next += 1;
    }
    // "and for you to recognize them"
    if and
        && words.is(next, "for")
        && words.is_any(next + 1, &["you", "him", "her", "them"])
        && words.is(next + 2, "to")
    {
        next += 2;
    }
    // "so as to keep it", "as free software": how and what for, no other act.
    if words.is_any(next, &["so", "as"]) {
        return None;
    }
    if words.is_any(next, &["then", "thereby"]) {
        next += 1;
    }
    if !comma && !and || next >= end {
        return None;
    }
    let start = next;
    let modal = words.is_any(next, &["must", "should", "shall", "will"]);
    let after = words.skip_adverbs(next + usize::from(modal));
    // "not to go there, not to write to them, and not to pay"
    let after = after + usize::from(words.is(after, "not") && words.is(after + 1, "to"));
    let infinitive = words.is(after, "to");
    let mut verb = if infinitive { words.skip_adverbs(after + 1) } else { after };
    if words.is_any(verb, &["not", "never"]) {
        verb = words.skip_adverbs(verb + 1);
    }
    // "gloves, to be worn in the yard", "longer hours, to allow them to study": how and what for, and no other act.
    let purpose = words.lemma(verb).is_some_and(|lemma| PURPOSES.contains(&lemma))
        && !(verb + 1..end).any(|at| words.is(at, "and") && words.is(at + 1, "to"));
    if infinitive && !and && !semicolon && (words.is(verb, "be") || purpose) {
        return None;
    }
    // "Write to the speaker, to register your support": one infinitive behind a comma tells what for; in "to stop it, to
    // mend it" one stands before.
    let infinitive_at = |at: usize| words.is(at, "to") && words.is_base(words.skip_adverbs(at + 1));
    let further = |at: usize| words.is_any(at - 1, &[",", "and", ";"]) && infinitive_at(at);
    if infinitive
        && comma
        && !and
        && !semicolon
        && !(0..at).any(infinitive_at)
        && !(verb + 1..end).any(further)
    {
        return None;
    }
    // "that a nation, to protect its rights, may issue it": a purpose between the subject and its verb.
    let between = infinitive
        && comma
        && !and
        && (verb + 1..end.min(verb + 60)).any(|mark| {
            words.is(mark, ",") && words.is_any(mark + 1, &["may", "shall", "should", "must", "can", "will"])
        });
    if between {
        return None;
    }
    // "to plan, build and run the clinic": the verbs share one object.
    let bare = words.has(at.wrapping_sub(1), Class::BASE) && words.is(at.wrapping_sub(2), ",") && at > 2;
    let shared = bare && and && words.has(at.wrapping_sub(3), Class::BASE);
    if shared {
        return None;
    }
    // "use your address, at the latest, to announce it": a remark parts the verb from what it is for.
    let remark = infinitive
        && comma
        && !and
        && (at.saturating_sub(6)..at)
            .rev()
            .find(|mark| !words[*mark].is_word())
            .is_some_and(|mark| words.is(mark, ",") && words.has(mark + 1, Class::PREPOSITION));
    if remark {
        return None;
    }
    // "post them online, do not punish those who stay away"
    if form == Form::Base && words.phrase(next, "do not") && words.is_base(words.skip_adverbs(next + 2)) {
        let verb = words.skip_adverbs(next + 2);
        return Some(Joint { end: at, start: next, verb, comma, semicolon, infinitive: false, modal: false });
    }
    let denied = infinitive && words.is(after.wrapping_sub(1), "not");
    let start = match infinitive {
        true if denied => after - 1,
        true => after + 1,
        false => start,
    };
    // "best practice standards", "debate on it would give them": a noun.
    let noun = words.has(verb, Class::AMBIGUOUS)
        && !modal
        && !infinitive
        && (words.is_any(verb.wrapping_sub(1), &["best", "better", "more", "most", "less"])
            || (verb + 1..end.min(verb + 7))
                .take_while(|at| {
                    words[*at].is_word()
                        && !words
                            .is_any(*at, &["that", "which", "who", "to", "and", "if", "where", "what", "how"])
                })
                .any(|at| words.is_any(at, &["would", "will", "is", "was", "has", "could"])));
    if noun && form == Form::Base {
        return None;
    }
    if verb >= end || words.has(verb, Class::GENITIVE) {
        return None;
    }
    let fits = match form {
        // "review the code; train judges; and report"
        Form::Base if semicolon && words.is_base(verb) && !words.is_any(verb, &["be", "have", "do"]) => {
            words.is_verb_here(verb) || words.is_plural(verb + 1)
        }
        Form::Base => {
            let sure_list = (verb + 1..end).any(|later| {
                let next = words.skip_adverbs(later + 1);
                words.is(later, "and") && words.has(next, Class::BASE) && !words.has(next, Class::AMBIGUOUS)
            });
            let list = (verb + 1..end).any(|later| {
                words.is_any(later, &["and", "or"]) && words.has(words.skip_adverbs(later + 1), Class::BASE)
                    || words.is(later, "and") && words.is(later + 1, "to")
            });
            // "End the siege, open the crossings, let the trucks in": commas alone.
            let acts_again = |comma: usize| {
                words.is(comma, ",")
                    && words.is_base(comma + 1)
                    && (words.has(comma + 2, Class::DETERMINER)
                        || words.is_any(comma + 2, &["it", "them", "us"]))
            };
            let bare_list = acts_again(at)
                && ((at + 1..end).any(acts_again) || (1..at).any(acts_again))
                && !(1..end).any(|at| words.is_any(at, &["and", "or"]));
            let list = list || bare_list;
            verb_after(words, verb, Evidence { and, comma, sure: infinitive || modal, list, sure_list })
        }
        Form::Gerund => {
            let verb = verb + usize::from(words.is(verb, "in"));
            words.has(verb, Class::GERUND)
                && and | comma
                && words.get(verb + 1).is_some_and(|next| next.is_word())
        }
        Form::Third => {
            words.has(verb, Class::THIRD)
                && !words.is(verb + 1, "of")
                && (words.takes_object(verb) || words.has(verb + 1, Class::PREPOSITION | Class::ADVERB))
                && !words.has(verb, Class::NOMINAL | Class::ARTIFACT)
        }
    };
    fits.then_some(Joint { end: at, start, verb, comma, semicolon, infinitive, modal })
}

struct Evidence {
    and: bool,
    comma: bool,
    /// "to" or a modal says that a verb follows.
    sure: bool,
    /// The list goes on to an "and": "condemn it, release them, and pay".
    list: bool,
    /// The word after that "and" can be nothing but a verb.
    sure_list: bool,
}

/// Whether the word after a coordinator is a verb in its base form.
fn verb_after(words: Tokens, verb: usize, evidence: Evidence) -> bool {
    if !words.is_base(verb) || words.is_any(verb, &["be", "have", "do"]) && !evidence.sure {
        return false;
    }
    if evidence.sure || words.has(verb - 1, Class::ADVERB) && !words.has(verb, Class::AMBIGUOUS) {
        return true;
    }
    // "fund it fully": a pronoun is the object of a verb.
    let acts_on = words.is_any(verb + 1, &["it", "them", "him", "her"]);
    if acts_on && (evidence.and || evidence.list) {
        return true;
    }
    let ambiguous = words.has(verb, Class::AMBIGUOUS);
    if !ambiguous {
        return evidence.and
            || evidence.list
                && words.get(verb + 1).is_some_and(|next| next.is_word() && !next.has(Class::AUXILIARY));
    }
    // "and work to strengthen", "and report to"
    if evidence.and && words.is(verb + 1, "to") && words.is_base(words.skip_adverbs(verb + 2)) {
        return true;
    }
    // "and report on it", "and work with them": the preposition is the verb's own.
    let own = words.lexicon().prepositions_of(&words[verb].folded).any(|own| words.is(verb + 1, own));
    if evidence.and && own && !words.has(verb.saturating_sub(2), Class::DETERMINER) {
        return true;
    }
    if evidence.and && words.has(verb + 1, Class::GERUND) && words.is_verb_here(verb) {
        return true;
    }
    // "safe and secure access", "preventive and care services"
    let and_at = (verb.saturating_sub(2)..verb).rev().find(|at| words.is(*at, "and"));
    if and_at.is_some_and(|and| {
        and > 0 && words.has(and - 1, Class::ADJECTIVE) && !words.has(and - 1, Class::BASE)
    }) {
        return false;
    }
    // "and increase funding of it": a noun after it that governs another.
    let governed = words.get(verb + 1).is_some_and(|next| {
        next.is_word()
            && !next.capital()
            && !next.has(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY)
            && (!next.has(Class::VERB) || next.has(Class::ARTIFACT | Class::NOMINAL))
    }) && words.has(verb + 2, Class::PREPOSITION);
    if evidence.and && governed && !words.has(verb, Class::ARTIFACT | Class::INSTITUTION) {
        return true;
    }
    let plain_object = words.get(verb + 1).is_some_and(|next| {
        next.is_word() && !next.has(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::VERB)
    });
    if evidence.comma && evidence.and {
        return words.takes_object(verb)
            || plain_object
            || words.has(verb + 1, Class::PREPOSITION)
                && !words.has(verb, Class::ARTIFACT | Class::INSTITUTION)
                && words.is_any(verb + 1, &["for", "with", "on", "together", "to"]);
    }
    let verb_place = !words.has(verb.saturating_sub(2), Class::DETERMINER | Class::POSSESSIVE);
    // "reaffirm it, show support for them and discuss it"
    let listed = (evidence.list && governed || evidence.sure_list && evidence.comma && plain_object)
        && !words.has(verb, Class::ARTIFACT | Class::INSTITUTION);
    (words.takes_object(verb) || listed)
        && verb_place
        && (listed || evidence.and || evidence.list && words.has(verb + 1, Class::DETERMINER | Class::ADVERB))
}
