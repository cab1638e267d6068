//! Compound asks into atomic ones: one act on one object each.
//!
//! Coordinated acts are split where each has its own verb and object; verbs that share an object
//! ("review and revise the rule"), purposes ("to help families and to reduce costs"), relative clauses
//! and alternatives stay together. Every split names its rule.

use super::cues::{Ask, Shape};
use super::enumeration;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Why a part stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The ask was one act already.
    Whole,
    /// "condemn it **and place** pressure": another verb with its own object.
    OwnVerb,
    /// "call on both to **demand** it, **condemn** it": acts of the one who is to be called on.
    InnerAct,
    /// "that it be granted **and that** all receive it": another clause.
    OwnClause,
    /// "the cessation of attacks **and their withdrawal**": another noun of action.
    OwnNoun,
    /// "how is it planned, **and will** there be": another question.
    OwnQuestion,
    /// "(1) publish it; **(2) halt it**": an item of a list inside the sentence.
    OwnItem,
}

/// A single act.
#[derive(Debug, Clone)]
pub struct Part {
    /// The tokens of the act.
    pub content: Range<usize>,
    /// Its grammar.
    pub shape: Shape,
    /// Why it stands alone.
    pub rule: Rule,
    /// The tokens that lead to it, where the act is another's: "call on both presidents to".
    pub chain: Option<Range<usize>>,
    /// The tokens that name who is to act, where the clause named them.
    pub actor: Option<Range<usize>>,
}

/// Verbs that pass an ask on: their coordinated infinitives are acts of the one they name.
const RELAYS: [&str; 22] = [
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

/// Splits an ask into its acts.
pub fn split(words: Tokens, ask: &Ask) -> Vec<Part> {
    let content = ask.content.clone();
    // "ensure that (a) …": items deeper in the sentence are no acts of their own.
    let governs = |lead: &Range<usize>| {
        lead.clone().all(|at| !words.has(at, Class::VERB | Class::AUXILIARY) || words.has(at, Class::ACTOR))
    };
    if let Some((lead, items)) = enumeration::items(words, &content).filter(|(lead, _)| governs(lead)) {
        return in_items(words, ask.shape, lead, items);
    }
    if ask.shape == Shape::Noun
        && let Some(items) = enumeration::after_colon(words, &content)
    {
        return in_items(words, ask.shape, content.start..content.start, items);
    }
    of_shape(words, ask.shape, content)
}

fn of_shape(words: Tokens, shape: Shape, content: Range<usize>) -> Vec<Part> {
    let parts = match shape {
        Shape::Verb => verbs(words, content, Form::Base),
        Shape::Gerund => verbs(words, content, Form::Gerund),
        Shape::Clause => clauses(words, content),
        Shape::Noun => nouns(words, content),
        Shape::Question => questions(words, content),
    };
    parts.into_iter().filter(|part| !part.content.is_empty()).collect()
}

/// The items of a list inside the sentence; what leads to them names who is to act, where it is no verb.
fn in_items(words: Tokens, shape: Shape, lead: Range<usize>, items: Vec<Range<usize>>) -> Vec<Part> {
    let verb = lead.clone().any(|at| words.has(at, Class::BASE) && words.is_verb_here(at));
    let actor = (shape == Shape::Clause && !verb && !lead.is_empty()).then_some(lead);
    let shape_of = |item: &Range<usize>| {
        let base = words.is_base(words.skip_adverbs(item.start));
        if base && matches!(shape, Shape::Clause | Shape::Verb) { Shape::Verb } else { shape }
    };
    items
        .into_iter()
        .flat_map(|item| of_shape(words, shape_of(&item), item))
        .map(|part| Part { rule: Rule::OwnItem, actor: part.actor.clone().or(actor.clone()), ..part })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Base,
    Gerund,
    Third,
}

/// A place where another act may begin.
struct Joint {
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
fn verbs(words: Tokens, content: Range<usize>, form: Form) -> Vec<Part> {
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
struct Segment {
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

enum Attach {
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
        let bare = last.is_some_and(|last| {
            (last + 1..joint.end).all(|at| words.has(at, Class::ADVERB | Class::PREPOSITION))
        });
        (!object || bare) && !joint.semicolon
    }
}

/// Whether the clause a word opens has a verb that looks like a base form, so that a coordinated base
/// form may belong to it: "who help families and provide care", not "what took place and provide".
fn holds_base_verb(words: Tokens, at: usize) -> bool {
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
fn joint(words: Tokens, at: usize, end: usize, form: Form) -> Option<Joint> {
    let semicolon = words.is(at, ";");
    let comma = words.is(at, ",") || semicolon;
    let mut next = at + usize::from(comma);
    let and = words.is_any(next, &["and", "&"]) || words.phrase(next, "as well as");
    if words.phrase(next, "as well as") {
        next += 3;
    } else if and {
        next += 1;
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
    let infinitive = words.is(after, "to");
    let mut verb = if infinitive { words.skip_adverbs(after + 1) } else { after };
    if words.is_any(verb, &["not", "never"]) {
        verb = words.skip_adverbs(verb + 1);
    }
    // "masks, to be worn at all times": how, and no other act.
    if infinitive && !and && words.is(verb, "be") {
        return None;
    }
    let start = if infinitive { after + 1 } else { start };
    if verb >= end || words.has(verb, Class::GENITIVE) {
        return None;
    }
    let fits = match form {
        Form::Base => {
            let sure_list = (verb + 1..end).any(|later| {
                let next = words.skip_adverbs(later + 1);
                words.is(later, "and") && words.has(next, Class::BASE) && !words.has(next, Class::AMBIGUOUS)
            });
            let list = (verb + 1..end).any(|later| {
                words.is_any(later, &["and", "or"]) && words.has(words.skip_adverbs(later + 1), Class::BASE)
                    || words.is(later, "and") && words.is(later + 1, "to")
            });
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
    let own = words.lexicon().prepositions_of(&words[verb].folded).iter().any(|own| words.is(verb + 1, own));
    if evidence.and && own && !words.has(verb.saturating_sub(2), Class::DETERMINER) {
        return true;
    }
    if evidence.and && words.has(verb + 1, Class::GERUND) && words.is_verb_here(verb) {
        return true;
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
    // "safe and secure access", "preventive and care services"
    let and_at = (verb.saturating_sub(2)..verb).rev().find(|at| words.is(*at, "and"));
    if and_at.is_some_and(|and| {
        and > 0 && words.has(and - 1, Class::ADJECTIVE) && !words.has(and - 1, Class::BASE)
    }) {
        return false;
    }
    let verb_place = !words.has(verb.saturating_sub(2), Class::DETERMINER | Class::POSSESSIVE);
    // "reaffirm it, show support for them and discuss it"
    let listed = (evidence.list && governed || evidence.sure_list && evidence.comma && plain_object)
        && !words.has(verb, Class::ARTIFACT | Class::INSTITUTION);
    (words.takes_object(verb) || listed)
        && verb_place
        && (listed || evidence.and || evidence.list && words.has(verb + 1, Class::DETERMINER | Class::ADVERB))
}

/// Coordinated clauses: "that A be done and that B be done", "X should do A and B".
fn clauses(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = content.start;
    for at in content.start + 1..content.end {
        // "for the board to resign and for him to be removed"
        let wanted = words.is(at, "and")
            && words.is(at + 1, "for")
            && (at + 2..content.end.min(at + 12))
                .any(|to| words.is(to, "to") && words.is_base(words.skip_adverbs(to + 1)));
        if wanted {
            parts.extend(clause(words, start..at, parts.is_empty()));
            start = at + 2;
            continue;
        }
        // "and the University not allow it": a subject with its own verb.
        let denies = words.is(at, "and")
            && (words.has(at + 1, Class::DETERMINER) || words.get(at + 1).is_some_and(|next| next.capital()))
            && (at + 2..content.end.min(at + 6)).any(|not| {
                words.is(not, "not")
                    && words.is_base(not + 1)
                    && (at + 1..not).all(|between| {
                        words[between].is_word() && !words.has(between, Class::PREPOSITION | Class::AUXILIARY)
                    })
            });
        if denies && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = at + 1;
            continue;
        }
        // "and, further, that it be done"
        let and = words.is(at, "and") || words.is_any(at, &[",", ";"]) && words.is(at + 1, "and");
        let late =
            if and { (at + 1..content.end.min(at + 7)).find(|that| words.is(*that, "that")) } else { None };
        if let Some(that) = late
            && (at + 1..that).all(|between| {
                !words[between].is_word()
                    || words.has(between, Class::ADVERB)
                    || words.is_any(between, &["and", "further"])
            })
            && words.clause_verb(that + 1, content.end).is_some()
            && !words.is(that + 1, "of")
            && at > start + 2
        {
            let end = if words.is_any(at - 1, &[",", ";"]) { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = that + 1;
            continue;
        }
        if at < start {
            continue;
        }
        let joined = !words.is(at + 2, "of")
            && words.is_any(at, &["and", ",", ";"])
            && words.is(at + 1, "that")
            && words.clause_verb(at + 2, content.end).is_some()
            && !words.is(at, ",")
            || words.is(at, ",")
                && words.is(at + 1, "and")
                && words.is(at + 2, "that")
                && !words.is(at + 3, "of");
        if joined && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.extend(clause(words, start..end, parts.is_empty()));
            start = if words.is(at + 1, "and") { at + 3 } else { at + 2 };
        }
    }
    let first = parts.is_empty();
    parts.extend(clause(words, start..content.end, first));
    parts
}

/// One clause; its coordinated predicates are acts of their own.
fn clause(words: Tokens, content: Range<usize>, first: bool) -> Vec<Part> {
    let rule = if first { Rule::Whole } else { Rule::OwnClause };
    let whole = Part { content: content.clone(), shape: Shape::Clause, rule, chain: None, actor: None };
    let relative =
        |at: usize| words.is_any(words.skip_adverbs_back(at).wrapping_sub(1), &["who", "which", "that"]);
    let modal = content.clone().find(|at| {
        words.is_any(*at, &["should", "must", "shall", "will"]) && !(relative(*at) && *at > content.start + 1)
            || words.is(*at, "to")
                && words.is_any(at.wrapping_sub(1), &["need", "needs", "ought", "has", "have", "time"])
                && words.is_base(words.skip_adverbs(at + 1))
    });
    // "for the community to reaffirm it, show support and discuss it"
    let wanted = content
        .clone()
        .take(8)
        .any(|at| words.is(at, "for"))
        .then(|| content.clone().find(|at| words.is(*at, "to") && words.is_base(words.skip_adverbs(at + 1))))
        .flatten();
    let modal = modal.or(wanted);
    let third = content.clone().skip(1).find(|at| {
        words.has(*at, Class::THIRD)
            && !words.has(*at, Class::AMBIGUOUS | Class::NOMINAL | Class::ARTIFACT | Class::BE)
            && !words.is_plural(at - 1)
            && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION)
    });
    let plain = words
        .clause_verb(content.start, content.end)
        .filter(|verb| !words.is(*verb, "be") && !words.has(*verb, Class::AUXILIARY));
    // The main clause's verb comes first; those of clauses inside it later.
    let verb = [
        modal.map(|at| (at + 1, Form::Base)),
        plain.map(|at| (at, Form::Base)),
        third.map(|at| (at, Form::Third)),
    ]
    .into_iter()
    .flatten()
    .min_by_key(|(at, _)| *at);
    let Some((from, form)) = verb else { return vec![whole] };
    let passive = words.is(words.skip_adverbs(from), "be");
    if passive && form == Form::Base {
        // "X must be released and be paid": one subject, one act on it.
        let active = verbs(words, from..content.end, form);
        if active.len() < 2 || active.iter().skip(1).any(|part| words.is(part.content.start, "be")) {
            return vec![whole];
        }
    }
    // What is asked of somebody is the act; a subject that cannot act belongs to it.
    let actor = if modal.is_none() && form == Form::Base {
        super::cues::acting_subject(words, content.start, from)
    } else {
        None
    };
    if let Some(actor) = actor {
        let acts = verbs(words, actor.end..content.end, form);
        return acts
            .into_iter()
            .map(|part| Part {
                rule: if part.rule == Rule::Whole { rule } else { part.rule },
                actor: Some(actor.clone()),
                ..part
            })
            .collect();
    }
    // The first act keeps the subject it shares with the others.
    let acts = verbs(words, from..content.end, form);
    acts.into_iter()
        .enumerate()
        .map(|(index, part)| match (index, part.rule) {
            (0, Rule::InnerAct) => Part { shape: Shape::Verb, ..part },
            (0, _) => Part {
                content: content.start..part.content.end,
                shape: Shape::Clause,
                rule,
                chain: None,
                actor: None,
            },
            _ => Part { shape: if form == Form::Third { Shape::Clause } else { Shape::Verb }, ..part },
        })
        .collect()
}

/// Coordinated nouns of action: "the cessation of attacks and the withdrawal of troops".
fn nouns(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = content.start;
    let mut rule = Rule::Whole;
    let nominal_opens = |from: usize| -> bool {
        let determined = words.has(from, Class::DETERMINER)
            || words
                .is_any(from, &["full", "immediate", "unconditional", "complete", "independent", "greater"]);
        let head = (from..content.end.min(from + 5)).find(|at| words.has(*at, Class::NOMINAL));
        let plain = |head: usize| {
            (from..head)
                .all(|at| words[at].is_word() && !words.has(at, Class::PREPOSITION | Class::CONJUNCTION))
        };
        let governs = |head: usize| words.has(head + 1, Class::PREPOSITION);
        determined && head.is_some_and(|head| plain(head) && governs(head))
    };
    if !nominal_opens(content.start) && !words.has(content.start, Class::NOMINAL) {
        return vec![Part { content, shape: Shape::Noun, rule, chain: None, actor: None }];
    }
    let called = words.is(content.start.wrapping_sub(1), "for");
    for at in content.start + 2..content.end {
        // "calls for their release and for medical care"
        if called && words.is_any(at, &["and", ","]) && words.is(at + 1, "for") && at > start + 2
            || called && words.phrase(at, ", and for")
        {
            let next = if words.is(at, ",") && words.is(at + 1, "and") { at + 3 } else { at + 2 };
            parts.push(Part { content: start..at, shape: Shape::Noun, rule, chain: None, actor: None });
            start = next;
            rule = Rule::OwnNoun;
            continue;
        }
        let joined = words.is_any(at, &["and", "&"]) || words.is(at, ";");
        if joined && nominal_opens(at + 1) && at > start + 2 {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            parts.push(Part { content: start..end, shape: Shape::Noun, rule, chain: None, actor: None });
            start = at + 1;
            rule = Rule::OwnNoun;
        }
    }
    parts.push(Part { content: start..content.end, shape: Shape::Noun, rule, chain: None, actor: None });
    parts
}

/// Coordinated questions: "How is it planned and will there be a campaign?"
fn questions(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let inverts = |at: usize| {
        words.is_any(
            at,
            &[
                "will", "is", "are", "does", "do", "did", "has", "have", "can", "could", "would", "should",
                "was", "were",
            ],
        )
    };
    let wh = |at: usize| words.is_any(at, &["what", "how", "when", "why", "who", "which", "where"]);
    let joint = (content.start + 3..content.end).find(|at| {
        let yes_no = inverts(at + 1)
            && (words.has(at + 2, Class::DETERMINER | Class::SUBJECT_PRONOUN) || words.is(at + 2, "there"));
        words.is(*at, "and") && (yes_no || wh(at + 1) && inverts(at + 2))
    });
    match joint {
        Some(at) => {
            let end = if words.is(at - 1, ",") { at - 1 } else { at };
            let mut parts = vec![Part {
                content: content.start..end,
                shape: Shape::Question,
                rule: Rule::Whole,
                chain: None,
                actor: None,
            }];
            parts.extend(
                questions(words, at + 1..content.end)
                    .into_iter()
                    .map(|part| Part { rule: Rule::OwnQuestion, ..part }),
            );
            parts
        }
        None => vec![Part { content, shape: Shape::Question, rule: Rule::Whole, chain: None, actor: None }],
    }
}
