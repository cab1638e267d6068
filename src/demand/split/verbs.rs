//! Coordinated verb phrases: "condemn it and place pressure on them".

use super::joints::{Form, Joint, PURPOSES, holds_base_verb, joint};
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

/// Whether the words before a verb turn it round.
fn turned(words: Tokens, before: Range<usize>) -> bool {
    before.clone().any(|at| {
        words.is_any(at, &["not", "never", "neither"]) && !words.is_any(at + 1, &["only", "just", "merely"])
    })
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
        // "must not close it, sell it or cut it": the negation holds for all; "not close it, and fund it" goes on anew.
        let anew = joint.comma && joint.start > joint.end + 1 && !segment.listed;
        let shares = segment.negated
            && !anew
            && !joint.infinitive
            && !joint.modal
            && !joint.semicolon
            && !turned(words, joint.start..joint.verb);
        match segment.attach(words, &joint, form) {
            _ if shares => segment.listed |= joint.comma,
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
    /// The act is asked not to be done.
    negated: bool,
    /// More acts under the same negation have been read.
    listed: bool,
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
        let negated = turned(words, start..verb);
        Segment {
            start,
            verb,
            inner: None,
            clause: false,
            relay,
            infinitive,
            negated,
            listed: false,
            chain: None,
            rule,
        }
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
        // "speak up and condemn it": together the two take no object.
        let stands_alone = words
            .lemma(self.verb)
            .is_some_and(|lemma| ["come", "sit", "speak", "stand", "step", "wake"].contains(&lemma))
            && words
                .is_any(self.verb + 1, &["up", "out", "in", "down", "forward", "aside", "back", "together"])
            && joint.end == self.verb + 2;
        if particle || stands_alone {
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
