//! The act at the heart of an ask.
//!
//! "Take steps to ensure that all prisoners are released" asks for a release; the steps and the ensuring say
//! how firmly. [`read`] unwraps such layers one by one and keeps them, so that two wordings of one act can be
//! compared and what surrounds it can be told apart.

mod clause;
mod governed;
mod layers;
mod nominal;
mod opening;

pub use layers::Layer;

use super::cues::{Shape, denial};
use crate::language::Tokens;
use crate::lexicon::Class;
use governed::Next;
use layers::layer_of;
use std::ops::Range;

/// The act that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The token that names it: a verb, or a noun of action.
    pub head: Option<usize>,
    /// The verb that only carries a noun of action: "impose" in "impose sanctions".
    pub carrier: Option<usize>,
    /// Its base form.
    pub lemma: Option<String>,
    /// The layers around it, outermost first, each with its token.
    pub layers: Vec<(Layer, usize)>,
    /// What it acts upon.
    pub object: Range<usize>,
    /// Who is to do it, where the ask names somebody besides its addressee.
    pub actor: Option<Range<usize>>,
    /// It is asked not to be done.
    pub negated: bool,
}

/// How many layers are unwrapped at most.
const DEPTH: usize = 5;

/// Reads the act out of the tokens of an ask.
pub fn read(words: Tokens, content: Range<usize>, shape: Shape) -> Act {
    let end = content.end.min(words.len());
    let mut start = content.start;
    while start < end && !words[start].is_word() {
        start += 1;
    }
    // "We recommend **against** closing it", "I do not believe that it should be closed".
    let against = words.is(start, "against").then_some(start + 1);
    let denied = against.or_else(|| denial::clause_behind(words, start)).filter(|clause| *clause < end);
    start = denied.unwrap_or(start);
    let mut reader = Reader {
        words,
        end,
        act: Act {
            head: None,
            carrier: None,
            lemma: None,
            layers: Vec::new(),
            object: start..end,
            actor: None,
            negated: denied.is_some(),
        },
    };
    if shape != Shape::Noun {
        start = reader.past_adjuncts(start);
    }
    if let Some(wanted) = reader.existence(start) {
        reader.nominal(wanted, DEPTH);
        return reader.act;
    }
    let verb = match shape {
        Shape::Noun => None,
        Shape::Question => reader.put_to_you(start),
        _ => {
            reader.put_to_you(start).or_else(|| reader.courtesy(start)).or_else(|| reader.opening_verb(start))
        }
    };
    // "an end to split shifts": no word behind the noun of action is a verb of the phrase.
    let noun =
        reader.action_noun(start).filter(|_| shape == Shape::Noun && reader.finite_after(start).is_none());
    match verb.or(noun).or_else(|| reader.clause_verb(start)) {
        Some(noun)
            if verb.is_none()
                && reader.act.head != Some(noun)
                && reader.act.actor.as_ref().is_none_or(|actor| words.skip_adverbs(actor.end) != noun)
                && words.has(noun, Class::NOMINAL)
                && (shape == Shape::Noun || words.lexicon().verb_of_noun(&words[noun].folded).is_some()) =>
        {
            reader.nominal(noun, DEPTH)
        }
        Some(verb) => reader.unwrap(verb, DEPTH),
        None => reader.nominal(start, DEPTH),
    }
    reader.act
}

struct Reader<'a, 't> {
    words: Tokens<'a, 't>,
    end: usize,
    act: Act,
}

impl Reader<'_, '_> {
    /// The verb a verb phrase opens with.
    fn opening_verb(&mut self, start: usize) -> Option<usize> {
        let words = self.words;
        let mut at = words.skip_adverbs(start);
        loop {
            let left = self.leaves_undone(at);
            let longer = words.phrase(at, "no longer");
            // "do everything in your power" is an act of its own.
            let does = words.is(at, "do") && words.is_any(at + 1, &["everything", "all", "what", "your"]);
            let passed = left
                || longer
                || !does
                    && words.is_any(at, &["not", "neither", "do", "to", "please", "either", ",", "also"]);
            if at >= self.end || !passed {
                break;
            }
            self.act.negated ^= left;
            at = words.skip_adverbs(at + 1 + usize::from(left || longer));
        }
        // "demands the release", "calling for their release": a report of the asking opens with it.
        let reports = words.has(at, Class::PERFORMATIVE) && words.has(at, Class::THIRD | Class::GERUND);
        let opens = words.has(at, Class::BASE | Class::GERUND) && !words.has(at, Class::GENITIVE) || reports;
        // "Funding for them must be prioritized": the word is a subject.
        let noun = words.has(at, Class::AMBIGUOUS) && words.has(at + 1, Class::PREPOSITION);
        let subject = (noun || words.has(at, Class::GERUND | Class::NOMINAL))
            && !reports
            && self.finite_after(at).is_some()
            && !words.has(at + 1, Class::DETERMINER);
        let verb = at < self.end && opens && !subject;
        self.act.negated ^= verb && self.negates(start..at);
        verb.then_some(at)
    }

    /// "Could you please **publish** it?"
    fn put_to_you(&mut self, start: usize) -> Option<usize> {
        let words = self.words;
        let opens = words.is_any(start, &["will", "would", "could", "can"]);
        if opens && !words.is(start + 1, "you") {
            // "Will the minister **publish** it?"
            let verb = (start + 2..self.end.min(start + 10)).find(|at| words.is_verb_here(*at))?;
            self.act.actor = Some(start + 1..words.skip_adverbs_back(verb));
            return Some(verb);
        }
        let asked = words.skip_adverbs(start + 2);
        let mut verb = words.skip_adverbs(asked + usize::from(words.is_any(asked, &["please", "kindly"])));
        // "be willing to meet us"
        if words.is(verb, "be") && words.is_any(verb + 1, &["willing", "able", "prepared"]) {
            verb = self.infinitive(verb + 2)?;
        }
        (opens && words.is_base(verb) && verb < self.end).then_some(verb)
    }

    /// "refrain from", "refuse to": a verb that asks for what it governs to be left.
    fn leaves_undone(&self, at: usize) -> bool {
        let words = self.words;
        let inner = words.skip_adverbs(at + 2);
        words.is_any(at, &["refrain", "abstain", "desist"])
            && words.is(at + 1, "from")
            && words.has(inner, Class::GERUND)
            || words.is_any(at, &["refuse", "decline"]) && words.is(at + 1, "to") && words.is_base(inner)
    }

    /// Whether the words turn round what stands behind them: "not", "never", "neither … nor".
    fn negates(&self, range: Range<usize>) -> bool {
        let words = self.words;
        let turns = |at: &usize| {
            words.is_any(*at, &["never", "neither"])
                || words.is(*at, "not") && !words.is_any(at + 1, &["only", "just", "merely", "simply"])
                || words.phrase(*at, "no longer")
        };
        range.filter(turns).count() % 2 == 1
    }

    /// The layer that a verb lays around an act: "make sure that" is no making.
    fn layer(&self, verb: usize, lemma: &str) -> Option<Layer> {
        let sure = lemma == "make" && self.words.is_any(verb + 1, &["sure", "certain"]);
        if sure { Some(Layer::Ensure) } else { layer_of(lemma) }
    }

    /// Takes `verb` for the act, unless it only leads to one.
    fn unwrap(&mut self, verb: usize, depth: usize) {
        let words = self.words;
        let Some(lemma) = words.lemma(verb) else { return };
        let passive = self.act.head == Some(verb);
        // "allow the harbour to be sold": what is done to it.
        let participle = words.skip_adverbs(verb + 1);
        if !passive && lemma == "be" && words.has(participle, Class::PARTICIPLE) {
            self.act.object = self.act.actor.take().unwrap_or(participle + 1..self.end);
            self.act.head = Some(participle);
            self.act.lemma = words.lemma(participle).map(str::to_owned);
            return;
        }
        if !passive
            && depth > 0
            && let Some(layer) = self.layer(verb, lemma)
            && let Some(next) = self.governed(verb, layer)
        {
            self.act.layers.push((layer, verb));
            return match next {
                Next::Verb(next) => self.unwrap(next, depth - 1),
                Next::Noun(next) => self.nominal(next, depth - 1),
                Next::Clause(next) => match self.opening_verb(next) {
                    Some(inner) => self.unwrap(inner, depth - 1),
                    None => match self.clause_verb(next) {
                        // "that the release of all must be a condition": the noun is the act.
                        Some(noun) if self.is_noun_of_action(noun) => self.nominal(noun, depth - 1),
                        Some(inner) => self.unwrap(inner, depth - 1),
                        None => self.nominal(next, depth - 1),
                    },
                },
            };
        }
        if !passive
            && depth > 0
            && let Some(next) = self.carried(verb, lemma)
        {
            return match next {
                Next::Noun(noun) => {
                    self.nominal(noun, 0);
                    self.act.carrier = Some(verb);
                }
                Next::Verb(inner) | Next::Clause(inner) => {
                    self.act.layers.push((Layer::Effort, verb));
                    self.unwrap(inner, depth - 1);
                }
            };
        }
        if !passive {
            self.act.object = verb + 1..self.end;
        }
        self.act.head = Some(verb);
        self.act.lemma = Some(lemma.to_owned());
    }
}
