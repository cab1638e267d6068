//! Coordinated verb phrases: "condemn it and place pressure on them".

use super::{Part, Rule};
use crate::demand::cues::Shape;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Verbs that pass an ask on: their coordinated infinitives are acts of the one they name.
pub(super) const RELAYS: [&str; 22] = [
    "call",
    "urge",
    "ask",
    "press",
    "encourage",
    "request",
    "convince",
    "persuade",
    "impress",
    "direct",
    "instruct",
    "order",
    "invite",
    "lobby",
    "implore",
    "pressure",
    "push",
    "demand",
    "tell",
    "require",
    "appeal",
    "petition",
];

/// Verbs that tell what an act is for.
const PURPOSES: [&str; 16] = [
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
    end: usize,
    /// Where the new act begins.
    start: usize,
    verb: usize,
    comma: bool,
    semicolon: bool,
    infinitive: bool,
    modal: bool,
}

/// Coordinated verb phrases.
pub(super) fn verbs(words: Tokens, content: Range<usize>, form: Form) -> Vec<Part> {
    let shape = if form == Form::Gerund { Shape::Gerund } else { Shape::Verb };
    let mut parts = Vec::new();
    let mut segment = Segment::open(words, content.start, Rule::Whole);
    let mut at = segment.verb + 1;
    while at < content.end {
        segment.read(words, at);
        let Some(joint) = joint(words, at, content.end, form) else {
            at += 1;
            continue;
        };
        match segment.attach(words, &joint, form) {
            Attach::Top => {
                parts.push(segment.part(joint.end, shape));
                segment = Segment::open(words, joint.start, Rule::OwnVerb);
            }
            Attach::Inner(inner) => {
                let chain = segment.chain.clone().unwrap_or(segment.start..inner);
                parts.push(Part {
                    content: segment.inner_start(inner)..joint.end,
                    shape,
                    rule: Rule::InnerAct,
                    chain: Some(chain.clone()),
                    actor: None,
                });
                segment = Segment { chain: Some(chain), ..Segment::open(words, joint.start, Rule::InnerAct) };
            }
            Attach::Not => {}
        }
        at = joint.verb.max(at) + 1;
    }
    parts.push(segment.part(content.end, shape));
    parts
}

/// The act that is being read.
pub(super) struct Segment {
    start: usize,
    verb: usize,
    /// The first infinitive inside: "to help families".
    inner: Option<usize>,
    /// A relative or object clause is open and no comma closed it.
    clause: bool,
    relay: bool,
    /// The act itself stands after "to".
    infinitive: bool,
    chain: Option<Range<usize>>,
    rule: Rule,
}

pub(super) enum Attach {
    Top,
    Inner(usize),
    Not,
}

impl Segment {
    fn open(words: Tokens, start: usize, rule: Rule) -> Segment {
        let mut verb = words.skip_adverbs(start);
        while words.is_any(verb, &["not", "to", "either", "please", "do", "must", "should", "also"])
            && words.get(verb + 1).is_some()
        {
            verb = words.skip_adverbs(verb + 1);
        }
        let relay = words.lemma(verb).is_some_and(|lemma| RELAYS.contains(&lemma));
        let infinitive = start > 0 && words.is(start - 1, "to");
        Segment { start, verb, inner: None, clause: false, relay, infinitive, chain: None, rule }
    }

    /// Takes note of an infinitive or a clause that opens at `at`.
    fn read(&mut self, words: Tokens, at: usize) {
        let infinitive = words.skip_adverbs(at + 1);
        if words.is(at, "to")
            && words.is_base(infinitive)
            && !words.has(at + 1, Class::DETERMINER)
            && !words.is(infinitive, "be")
        {
            self.inner = self.inner.or(Some(at));
        }
        let opens = words.is_any(
            at,
            &[
                "who", "which", "whose", "where", "whom", "that", "how", "what", "whether", "if", "when",
                "because", "why",
            ],
        );
        if opens && holds_base_verb(words, at) {
            self.clause = true;
        } else if words.is_any(at, &[",", ";"]) {
            // "to ensure operations are open, accountable, and align with it": all is to be ensured.
            let ensured = (at.saturating_sub(7)..at).any(|are| {
                words.is_any(are, &["are", "is"])
                    && (are + 1..at.min(are + 4)).any(|comma| words.is(comma, ","))
                    && (self.verb + 1..are).any(|ensure| words.lemma(ensure) == Some("ensure"))
            });
            // "which shall, when called upon, devise, administer": the clause goes on.
            let bare = words.has(at.wrapping_sub(1), Class::AUXILIARY)
                || words.has(at.wrapping_sub(1), Class::BASE) && self.clause && at > self.verb + 2;
            let parenthesis = words.is_any(at.wrapping_sub(1), &["so"]) && self.clause;
            self.clause = self.clause && (bare || parenthesis) && words.is(at, ",") || ensured;
        }
    }

    /// "take steps to", "work to": the verb carries no act of its own.
    fn is_light(&self, words: Tokens) -> bool {
        words.lemma(self.verb).is_some_and(|lemma| {
            ["take", "work", "act", "use", "make", "strive", "seek", "continue", "commit", "help", "do"]
                .contains(&lemma)
        })
    }

    /// The first inner act begins after its "to".
    fn inner_start(&self, inner: usize) -> usize {
        if self.chain.is_some() { self.start } else { inner + 1 }
    }

    fn part(&self, end: usize, shape: Shape) -> Part {
        Part { content: self.start..end, shape, rule: self.rule, chain: self.chain.clone(), actor: None }
    }

    /// What a coordinated verb belongs to.
    fn attach(&self, words: Tokens, joint: &Joint, form: Form) -> Attach {
        if self.shares_object(words, joint) {
            return Attach::Not;
        }
        // "do not bar them and further entrench it": what a negation began stays under it.
        let denied = words.is_any(joint.start, &["further", "thereby", "thus"])
            && !joint.comma
            && (self.start..joint.end).any(|at| words.is(at, "not"));
        if denied {
            return Attach::Not;
        }
        // "must inspect land that may be poisoned and must clean it": the same modal again.
        let same = self.start > 0
            && words
                .get(joint.start)
                .zip(words.get(self.start - 1))
                .is_some_and(|(a, b)| a.folded == b.folded);
        if joint.modal && same {
            return Attach::Top;
        }
        if joint.modal {
            return if self.clause && !joint.comma { Attach::Not } else { Attach::Top };
        }
        // "do the right thing and accept it": the first verb says nothing the second does not.
        if !joint.comma && words.phrase(self.verb, "do the right thing") {
            return Attach::Not;
        }
        // "order the General, or his designee, to call": what the relaying verb itself leads to.
        if self.relay && self.inner.is_none() && joint.infinitive && joint.comma {
            return Attach::Not;
        }
        if let Some(inner) = self.inner.filter(|_| self.relay || self.chain.is_some()) {
            return if joint.semicolon && !joint.infinitive { Attach::Top } else { Attach::Inner(inner) };
        }
        if self.chain.is_some() {
            return Attach::Inner(self.start);
        }
        let nested = self.inner.is_some();
        // "add signs to help drivers, reduce noise and avoid jams": what comes of the act, not another one.
        let purpose = |at: usize| words.lemma(at).is_some_and(|lemma| PURPOSES.contains(&lemma));
        let result = nested
            && !self.infinitive
            && purpose(joint.verb)
            && self.inner.is_some_and(|inner| purpose(words.skip_adverbs(inner + 1)));
        if result && !joint.infinitive && !joint.semicolon {
            return Attach::Not;
        }
        if joint.semicolon {
            Attach::Top
        } else if joint.infinitive {
            let parallel = self
                .inner
                .is_some_and(|inner| words.lemma(words.skip_adverbs(inner + 1)) == words.lemma(joint.verb));
            if nested && !joint.comma && (parallel || !self.infinitive) && !self.is_light(words) {
                Attach::Not
            } else {
                Attach::Top
            }
        } else if joint.comma && !self.clause {
            Attach::Top
        } else if self.clause || (nested && form != Form::Third && !self.is_light(words)) {
            Attach::Not
        } else {
            Attach::Top
        }
    }

    /// "review and revise the rule": nothing stands between the verb and the coordinator.
    fn shares_object(&self, words: Tokens, joint: &Joint) -> bool {
        let between = self.verb + 1..joint.end;
        let object = between.clone().any(|at| {
            let bare_verb = words.is_base(at) && (words.is(at - 1, ",") || words.has(at - 1, Class::ADVERB));
            words[at].is_word()
                && !words.has(at, Class::ADVERB | Class::PREPOSITION | Class::NEGATION)
                && !bare_verb
        });
        // "identify those involved and bring them to justice": one object, named once.
        // "prepare a report and submit it to the Assembly": what is made is handed over.
        let handed = words.is_any(joint.verb + 1, &["it", "them"])
            && words.is(joint.verb + 2, "to")
            && words.lemma(joint.verb).is_some_and(|lemma| {
                ["submit", "present", "transmit", "deliver", "send", "report"].contains(&lemma)
            })
            && words.lemma(self.verb).is_some_and(|lemma| {
                ["prepare", "write", "draft", "compile", "produce", "draw"].contains(&lemma)
            });
        if handed {
            return true;
        }
        let again = words.is_any(joint.verb + 1, &["them", "it", "him", "her"])
            && (words.is(joint.verb + 2, "to")
                && words.is_any(joint.verb + 3, &["justice", "account", "trial"])
                || words.is(joint.verb + 2, "accountable"))
            && !joint.comma
            && !joint.infinitive
            && !joint.modal;
        if again {
            return true;
        }
        // "abide by and enforce the rules": the verb just before has no object of its own.
        let last = (self.verb + 1..joint.end).rev().find(|at| words.is_base(*at) && words.is(at - 1, "to"));
        // "slow down, stop ignoring it": a verb with its particle needs no object.
        let particle = joint.comma
            && joint.end == self.verb + 2
            && words.is_any(
                self.verb + 1,
                &["down", "up", "back", "off", "out", "away", "aside", "forward", "together"],
            );
        if particle {
            return false;
        }
        // "resign at once and hand over the files"
        const INTRANSITIVE: [&str; 7] =
            ["resign", "retire", "intervene", "abdicate", "abstain", "listen", "wait"];
        let needs_none = words.lemma(self.verb).is_some_and(|lemma| INTRANSITIVE.contains(&lemma));
        if needs_none && !words.has(self.verb + 1, Class::CONJUNCTION) {
            return false;
        }
        let bare = last.is_some_and(|last| {
            (last + 1..joint.end).all(|at| words.has(at, Class::ADVERB | Class::PREPOSITION))
        });
        (!object || bare) && !joint.semicolon
    }
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

pub(super) struct Evidence {
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
pub(super) fn verb_after(words: Tokens, verb: usize, evidence: Evidence) -> bool {
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
