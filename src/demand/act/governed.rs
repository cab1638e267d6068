//! Where a verb leads that only prepares another act, or carries a noun of action.

use super::Reader;
use super::layers::{CARRIERS, EFFORTS, Layer, SETTINGS};
use crate::language::Tokens;
use crate::lexicon::Class;

/// Where a preparing verb leads.
pub(super) enum Next {
    Verb(usize),
    Noun(usize),
    Clause(usize),
}

impl Reader<'_, '_> {
    /// The act that a carrying verb carries.
    pub(super) fn carried(&mut self, verb: usize, lemma: &str) -> Option<Next> {
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
    pub(super) fn governed(&mut self, verb: usize, layer: Layer) -> Option<Next> {
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
            // "commit to closing it"
            Layer::Effort
                if words.is(next, "to") && words.has(words.skip_adverbs(next + 1), Class::GERUND) =>
            {
                return Some(Next::Verb(words.skip_adverbs(next + 1)));
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
                let from = next + usize::from(words.is_any(next, &["sure", "certain"]));
                let from = from + usize::from(words.is(from, "that"));
                let clause = words
                    .clause_verb(from, self.end)
                    .or_else(|| self.third_person(from))
                    .or_else(|| self.enabled(from))
                    .filter(|at| *at < from + 24);
                match (clause, self.action_noun(next)) {
                    (Some(_), _) => Some(Next::Clause(from)),
                    (None, Some(noun)) => Some(Next::Noun(noun)),
                    _ => self.state(from).map(Next::Verb),
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
                let to = to.filter(|_| words.is_any(verb, &["allow", "allowing"]))?;
                // "allow the harbour to be sold": what is done to it.
                if words.is(to + 1, "be") {
                    self.act.actor = Some(next..to);
                }
                infinitive(to)
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
