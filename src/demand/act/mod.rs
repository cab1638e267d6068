//! The act at the heart of an ask.
//!
//! "Take steps to ensure that all prisoners are released" asks for a release; the steps and the ensuring say
//! how firmly. [`read`] unwraps such layers one by one and keeps them, so that two wordings of one act can be
//! compared and what surrounds it can be told apart.

mod clause;
mod layers;
mod nominal;

pub use layers::Layer;

use super::cues::{Shape, denial};
use crate::language::Tokens;
use crate::lexicon::Class;
use layers::{CARRIERS, EFFORTS, SETTINGS, layer_of};
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
    let verb = match shape {
        Shape::Noun => None,
        Shape::Question => reader.put_to_you(start),
        _ => reader.opening_verb(start),
    };
    // "an end to split shifts": no word behind the noun of action is a verb of the phrase.
    let noun =
        reader.action_noun(start).filter(|_| shape == Shape::Noun && reader.finite_after(start).is_none());
    match verb.or(noun).or_else(|| reader.clause_verb(start)) {
        Some(noun)
            if verb.is_none()
                && reader.act.head != Some(noun)
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
    fn put_to_you(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let opens = words.is_any(start, &["will", "would", "could", "can"]) && words.is(start + 1, "you");
        let asked = words.skip_adverbs(start + 2);
        let verb = words.skip_adverbs(asked + usize::from(words.is_any(asked, &["please", "kindly"])));
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

    /// Takes `verb` for the act, unless it only leads to one.
    fn unwrap(&mut self, verb: usize, depth: usize) {
        let words = self.words;
        let Some(lemma) = words.lemma(verb) else { return };
        let passive = self.act.head == Some(verb);
        if !passive
            && depth > 0
            && let Some(layer) = layer_of(lemma)
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

    /// The act that a carrying verb carries.
    fn carried(&mut self, verb: usize, lemma: &str) -> Option<Next> {
        let words = self.words;
        let next = words.skip_adverbs(verb + 1 + usize::from(words.is_any(verb + 1, &["out", "forward"])));
        let near = next..self.end.min(next + 6);
        // "place pressure on them to release": what they are pressed to do.
        if let Some(pressure) = near.clone().find(|at| words.is_any(*at, &["pressure", "influence"]))
            && let Some(to) = (pressure + 1..self.end.min(pressure + 14))
                .find(|at| words.is(*at, "to") && words.is_base(words.skip_adverbs(at + 1)))
        {
            self.act.layers.push((Layer::Relay, verb));
            self.act.actor = (words.is_any(pressure + 1, &["on", "upon"]) && to > pressure + 2)
                .then_some(pressure + 2..to);
            return Some(Next::Verb(words.skip_adverbs(to + 1)));
        }
        let setting = near.clone().find(|at| words.is_any(*at, &SETTINGS));
        if let Some(setting) = setting
            && words.is_any(setting + 1, &["for", "of", "to", "towards", "toward"])
            && !words.has(verb, Class::GERUND)
            && !ends(words, lemma)
        {
            let inner = words.skip_adverbs(setting + 2);
            if words.has(inner, Class::GERUND) || words.is(setting + 1, "to") && words.is_base(inner) {
                return Some(Next::Verb(inner));
            }
            return self.action_noun(inner).map(Next::Noun);
        }
        if !CARRIERS.contains(&lemma) {
            return None;
        }
        // "take no action": nothing of the kind is to be done.
        self.act.negated ^= words.is(next, "no");
        // "impose sanctions or a ban on"
        let mut near = near;
        let joined = near.find(|at| words.has(*at, Class::NOMINAL) && words.is_any(at + 1, &["and", "or"]));
        let noun = self.action_noun(next).or(joined)?;
        let named = words.lexicon().verb_of_noun(&words[noun].folded).is_some();
        (named && !words.is_any(noun, &EFFORTS)).then_some(Next::Noun(noun))
    }

    /// What a preparing verb leads to.
    fn governed(&mut self, verb: usize, layer: Layer) -> Option<Next> {
        let words = self.words;
        let next = words.skip_adverbs(verb + 1);
        let infinitive = |at: usize| {
            (words.is(at, "to") && words.is_base(words.skip_adverbs(at + 1)) && at < self.end)
                .then(|| Next::Verb(words.skip_adverbs(at + 1)))
        };
        if let Some(found) = infinitive(next) {
            return Some(found);
        }
        // "work with us to secure it": what is done together.
        if layer == Layer::Effort
            && words.is_any(next, &["with", "together", "alongside"])
            && let Some(to) = (next + 1..self.end.min(next + 12)).find(|at| infinitive(*at).is_some())
            && (next..to).all(|at| words[at].is_word())
        {
            return infinitive(to);
        }
        match layer {
            Layer::Consider | Layer::Continue | Layer::Effort
                if words.has(next, Class::GERUND) && next < self.end =>
            {
                return Some(Next::Verb(next));
            }
            // "help shape the future"
            Layer::Effort
                if words.is_any(verb, &["help", "go"])
                    && words.is_base(next)
                    && (!words.has(next, Class::AMBIGUOUS)
                        || words.has(next + 1, Class::DETERMINER) && !words.has(next, Class::DETERMINER)) =>
            {
                return Some(Next::Verb(next));
            }
            // "pursue the imposition of fines"
            Layer::Continue if words.is(verb, "pursue") => {
                let noun = self.action_noun(next).filter(|noun| {
                    words.is(noun + 1, "of") && words.lexicon().verb_of_noun(&words[*noun].folded).is_some()
                });
                return noun.map(Next::Noun);
            }
            // "let the inspectors enter the site"
            Layer::Relay if words.is(verb, "let") => {
                // "let them go", "let us know" are said for other acts.
                let inner = (next + 1..self.end.min(next + 10))
                    .find(|at| words.is_verb_here(*at) || words.is_any(*at, &["go", "know", "be"]))?;
                let turned = words.is_any(inner, &["go", "know", "be"]);
                return (!turned).then_some(Next::Verb(inner));
            }
            // "propose a new chair to serve on the board": the chair is proposed.
            Layer::Relay if words.lemma(verb) == Some("propose") && !words.is_any(next, &["that", "and"]) => {
                return None;
            }
            _ => {}
        }
        // "take all necessary steps to", "study the possibility of"
        if let Some(effort) = (next..self.end.min(next + 9)).find(|at| words.is_any(*at, &EFFORTS))
            && !matches!(layer, Layer::Ensure | Layer::Relay | Layer::Pace)
        {
            let mut at = effort + 1;
            // "measures, consistent with the law, to avoid"
            if words.is(at, ",")
                && let Some(close) = (at + 1..self.end.min(at + 10)).find(|at| words.is(*at, ","))
                && infinitive(close + 1).is_some()
            {
                at = close + 1;
            }
            while at < self.end
                && (words.is_any(
                    at,
                    &[
                        "aimed",
                        "necessary",
                        "in",
                        "at",
                        "of",
                        "for",
                        "towards",
                        "toward",
                        "needed",
                        "required",
                        "and",
                        "with",
                        "a",
                        "view",
                        "on",
                        "under",
                        "way",
                        "immediately",
                        "your",
                        "our",
                        "its",
                        "their",
                        "power",
                        "you",
                        "they",
                        "can",
                    ],
                ))
                && infinitive(at).is_none()
            {
                at += 1;
            }
            if let Some(found) = infinitive(at) {
                return Some(found);
            }
            if words.has(at, Class::GERUND) && at < self.end {
                return Some(Next::Verb(at));
            }
            return self.action_noun(at).map(Next::Noun);
        }
        match layer {
            Layer::Ensure => {
                let from = next
                    + usize::from(words.is(next, "that"))
                    + usize::from(words.is_any(next, &["sure"]))
                    + usize::from(words.is(next, "sure") && words.is(next + 1, "that"));
                let clause = words
                    .clause_verb(from, self.end)
                    .or_else(|| self.third_person(from))
                    .or_else(|| self.enabled(from))
                    .filter(|at| *at < from + 24);
                match (clause, self.action_noun(next)) {
                    (Some(_), _) => Some(Next::Clause(from)),
                    (None, Some(noun)) => Some(Next::Noun(noun)),
                    _ => self.copula(from).map(|_| Next::Clause(from)),
                }
            }
            Layer::Relay => {
                let skip = usize::from(words.is_any(next, &["on", "upon", "for", "out", "against"]));
                let from = next + skip;
                let to = (from..self.end.min(from + 22)).find(|at| infinitive(*at).is_some());
                let that = (from..self.end.min(from + 16))
                    .find(|at| words.is(*at, "that") && !words.has(at.wrapping_sub(1), Class::PREPOSITION));
                match (to, that) {
                    (Some(to), that) if that.is_none_or(|that| to < that) && self.leads(from, to) => {
                        // "the right of those who fled to return": they are to return.
                        let right = (from..to).find(|at| words.is_any(*at, &["right", "ability", "freedom"]));
                        let owned = right.filter(|at| words.is(at + 1, "of") && at + 2 < to);
                        let from = owned.map_or(from, |at| at + 2);
                        if to > from && (right.is_none() || owned.is_some()) {
                            self.act.actor = Some(from..to);
                        }
                        infinitive(to)
                    }
                    (_, Some(that)) => Some(Next::Clause(that + 1)),
                    _ => self.action_noun(from).map(Next::Noun),
                }
            }
            Layer::Pace => {
                let to = (next..self.end.min(next + 8)).find(|at| infinitive(*at).is_some());
                if let Some(noun) = self.action_noun(next) {
                    return Some(Next::Noun(noun));
                }
                to.filter(|_| words.is_any(verb, &["allow", "allowing"])).and_then(infinitive)
            }
            Layer::Consider => self.action_noun(next).map(Next::Noun),
            Layer::Continue | Layer::Effort => None,
        }
    }

    /// Whether only a name stands between a relaying verb and its "to".
    fn leads(&self, from: usize, to: usize) -> bool {
        let noun = (from..to).find(|at| self.words.has(*at, Class::NOMINAL));
        noun.is_none() || to - from <= 4
    }
}

/// Whether a verb ends or puts in doubt what it acts upon: "abandon the plan to close it" asks for no closing.
fn ends(words: Tokens, lemma: &str) -> bool {
    let ending = ["condemn", "end", "repeal", "suspend", "withdraw"];
    if ["reconsider", "rethink", "reassess", "revisit", "review"].contains(&lemma) {
        return true;
    }
    words.lexicon().concepts().groups_of(lemma).names().any(|group| ending.contains(&group))
}

/// Where a preparing verb leads.
enum Next {
    Verb(usize),
    Noun(usize),
    Clause(usize),
}
