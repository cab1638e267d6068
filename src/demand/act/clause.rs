//! The act of a whole clause: "all prisoners must be released", "it is time to close the camps".

use super::Reader;
use super::layers::{CARRIERS, EFFORTS, Layer};
use crate::lexicon::Class;
use std::ops::Range;

/// Words that leave to somebody what follows: "able to appeal".
const ABLE: [&str; 2] = ["able", "free"];

/// Verbs of what goes on or ends by itself: "the raids must **end**".
const HAPPENING: [&str; 10] =
    ["cease", "stop", "end", "continue", "begin", "start", "resume", "halt", "go", "proceed"];

/// Participles of orders: "required to wear masks".
const OBLIGED: [&str; 8] =
    ["required", "obliged", "obligated", "compelled", "directed", "instructed", "ordered", "mandated"];

impl Reader<'_, '_> {
    /// A modal or a form of be that makes the words from `at` a subject.
    pub(super) fn finite_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.end.min(at + 30))
            .find(|next| self.words.is_any(*next, &["must", "should", "shall", "ought"]))
    }

    /// The verb of a clause: after its modal, of its passive, of the clause a judgement governs.
    pub(super) fn clause_verb(&mut self, start: usize) -> Option<usize> {
        let words = self.words;
        if let Some(verb) = self.cleft(start) {
            return Some(verb);
        }
        let judged = self.judgement(start);
        let from = judged.as_ref().map_or(start, |judged| judged.from);
        if let Some(to) = judged.as_ref().and_then(|judged| judged.to) {
            self.act.actor = judged.and_then(|judged| judged.actor);
            let verb = self.infinitive(to)?;
            self.act.negated ^= self.negates(to - 1..verb);
            return Some(verb);
        }
        let modal = (from..self.end).find(|at| {
            words.is_any(*at, &["must", "should", "shall", "will", "would"]) && !self.is_relative(from, *at)
                || words.is(*at, "to")
                    && words.is_any(
                        at.wrapping_sub(1 + usize::from(words.is(at.wrapping_sub(1), "not"))),
                        &["ought", "need", "needs", "has", "have", "is"],
                    )
        });
        let inverted = modal.and_then(|modal| self.inverted(start, modal));
        let (from, modal) = match inverted {
            Some(_) => {
                self.act.negated ^= true;
                (modal.map_or(from, |modal| modal + 1), None)
            }
            None => (from, modal),
        };
        if modal.is_none()
            && inverted.is_none()
            && judged.is_none()
            && let Some(to) = self.subject_with_infinitive(from)
        {
            return self.infinitive_of(from, to);
        }
        let base = match modal {
            Some(modal) if words.phrase(modal + 1, "no longer") => Some(words.skip_adverbs(modal + 3)),
            Some(modal) => Some(self.behind_modal(modal)),
            None if inverted.is_some() => inverted,
            None => words.clause_verb(from.saturating_sub(usize::from(judged.is_some())), self.end),
        };
        // "it is high time the board listened"
        let past = || {
            (from + 1..self.end.min(from + 14)).find(|at| {
                judged.is_some()
                    && words.has(*at, Class::PAST)
                    && !words.has(*at, Class::BASE | Class::AUXILIARY)
            })
        };
        let found = base.or_else(|| self.third_person(from)).or_else(|| self.enabled(from)).or_else(past);
        let Some(mut verb) = found else { return self.state(from) };
        let finite = modal.map_or(verb, |modal| words.skip_adverbs_back(modal).min(verb));
        // "that you do not sell it"
        if words.is_any(verb, &["do", "does"]) && words.is(verb + 1, "not") {
            verb += 1;
        }
        while words.is_any(verb, &["not", "never", "neither"]) {
            verb = words.skip_adverbs(verb + 1);
        }
        self.act.negated ^= self.negates(finite..verb);
        let ends = words.skip_adverbs_back(modal.unwrap_or(verb)).max(from);
        let ought = words.is_any(ends.wrapping_sub(1), &["ought", "need", "needs", "has", "have"]);
        let subject = from..ends - usize::from(ought && modal.is_some()).min(ends - from);
        // "that all are able to appeal"
        let able = words.skip_adverbs(verb + 1);
        if words.has(verb, Class::BE)
            && words.is_any(able, &ABLE)
            && let Some(inner) = self.infinitive(able + 1)
        {
            self.act.actor = Some(subject);
            return Some(inner);
        }
        // "No family should be evicted", "that none of them be charged"
        let opens = words.skip_adverbs(from + usize::from(words.is(from, "that")));
        self.act.negated ^= self.is_nobody(opens) && subject.contains(&opens);
        // "the first step should be to close it"
        if words.has(verb, Class::BE)
            && let Some(inner) = self.infinitive(verb + 1)
        {
            return Some(inner);
        }
        if words.is_any(verb, &["be", "been"]) {
            let mut participle = words.skip_adverbs(verb + 1);
            while words.is_any(participle, &["not", "no"]) {
                self.act.negated = true;
                participle = words.skip_adverbs(participle + 1);
            }
            // "steps be taken to protect them": what they are taken for.
            let effort = subject.clone().any(|at| words.is_any(at, &EFFORTS));
            if effort
                && words.is_any(participle, &["taken", "made", "undertaken", "used", "done"])
                && let Some(inner) = self.infinitive(participle + 1)
            {
                self.act.layers.push((Layer::Effort, participle));
                return Some(inner);
            }
            // "consideration be given to", "funding must be prioritized": the subject is the act.
            let carried = words.lemma(participle).is_some_and(|lemma| {
                CARRIERS.contains(&lemma) || ["prioritize", "prioritise"].contains(&lemma)
            });
            if carried
                && let Some(noun) = self
                    .action_noun(subject.start)
                    .or_else(|| subject.clone().rev().find(|at| words.has(*at, Class::NOMINAL)))
                    .filter(|noun| {
                        *noun < subject.end && words.lexicon().verb_of_noun(&words[*noun].folded).is_some()
                    })
            {
                return Some(noun);
            }
            // "supervisors must be required to wear masks": they are to wear them.
            if words.is_any(participle, &OBLIGED)
                && let Some(inner) = self.infinitive(participle + 1)
            {
                self.act.layers.push((Layer::Relay, participle));
                self.act.actor = Some(subject);
                return Some(inner);
            }
            if self.is_participle(participle) {
                return Some(self.done_to(subject, participle));
            }
        }
        // "the release of all must be a condition", "funding must be a priority": the subject is the act.
        let predicate = words.has(verb, Class::BE) || words.is_any(verb, &["be", "become", "remain"]);
        if predicate && let Some(noun) = self.action_noun(subject.start).filter(|noun| *noun < subject.end) {
            return Some(noun);
        }
        if self.happens(&subject, verb) {
            return Some(self.done_to(subject, verb));
        }
        if !subject.is_empty() && !words.is_any(subject.start, &["we", "i", "it"]) {
            self.act.actor = Some(subject);
        }
        (verb < self.end && words.has(verb, Class::VERB)).then_some(verb)
    }

    /// "the pensions **are released**", "no village **is cut off**": a state that is wanted.
    pub(super) fn state(&mut self, from: usize) -> Option<usize> {
        let participle = self.copula(from)?;
        let opens = self.words.skip_adverbs(from);
        self.act.negated ^= self.is_nobody(opens);
        Some(participle)
    }

    /// Takes a participle for the act that is to be done to its subject.
    fn done_to(&mut self, subject: Range<usize>, participle: usize) -> usize {
        let base = || self.words.base_form(participle).map(|base| base.into_owned());
        self.act.lemma = self.words.lemma(participle).map(str::to_owned).or_else(base);
        self.act.head = Some(participle);
        self.act.object = subject;
        participle
    }

    /// Whether the word behind "be" is a participle, if only by its ending: "be **fenced**".
    fn is_participle(&self, at: usize) -> bool {
        let words = self.words;
        let ends = |word: &str| word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
        words.has(at, Class::PARTICIPLE)
            || at < self.end && words[at].word.classes().is_empty() && ends(&words[at].folded)
    }

    /// Whether a subject opens with a word that leaves nothing of it.
    fn is_nobody(&self, at: usize) -> bool {
        let none = ["no", "none", "nobody", "no-one", "nothing", "neither"];
        self.words.is_any(at, &none) && !self.words.is(at + 1, "longer")
    }

    /// The verb behind a modal: "must **end**", "should by law **provide**", "must either **approve** it or".
    fn behind_modal(&self, modal: usize) -> usize {
        let words = self.words;
        let next = words.skip_adverbs(modal + 1);
        let next = words.skip_adverbs(next + usize::from(words.is_any(next, &["either", "both"])));
        if !words.has(next, Class::PREPOSITION) || words.is_base(next) {
            return next;
        }
        let verb =
            |at: &usize| words.is(*at, "be") || words.is_base(*at) && !words.has(*at, Class::AMBIGUOUS);
        (next + 2..self.end.min(next + 6)).find(verb).unwrap_or(next)
    }

    /// "that all hostilities **cease**", "the trial must not **continue**": nobody is named who is to do it, and what
    /// stands as the subject is what it is done to.
    fn happens(&self, subject: &Range<usize>, verb: usize) -> bool {
        let words = self.words;
        let governs = words.skip_adverbs(verb + 1);
        let alone = governs >= self.end
            || !words[governs].is_word()
            || words.has(governs, Class::PREPOSITION | Class::CONJUNCTION) && !words.is(governs, "to");
        let acts =
            subject.clone().take_while(|at| *at == subject.start || !words.has(*at, Class::PREPOSITION));
        let nobody = || {
            acts.into_iter().all(|at| {
                !words.has(at, Class::ACTOR | Class::PEOPLE | Class::SUBJECT_PRONOUN) && !words.is_name(at)
            })
        };
        words.lemma(verb).is_some_and(|lemma| HAPPENING.contains(&lemma))
            && alone
            && !subject.is_empty()
            && nobody()
    }

    /// "the ministry immediately releases all hostages": a verb in the third person that is no noun.
    pub(super) fn third_person(&self, from: usize) -> Option<usize> {
        let words = self.words;
        (from + 1..self.end.min(from + 16)).find(|at| {
            words.has(*at, Class::THIRD)
                && !words.has(*at, Class::NOMINAL | Class::ARTIFACT | Class::BE)
                && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION)
                && !words.describes(at - 1)
                && !words.is_plural(at - 1)
                && !words.has(at - 1, Class::SUBJECT_PRONOUN)
                && !self.is_relative(from, *at)
        })
    }

    /// "is", "are" with a participle: "that all prisoners are released".
    pub(super) fn copula(&mut self, from: usize) -> Option<usize> {
        let words = self.words;
        let be = (from + 1..self.end.min(from + 24)).find(|at| {
            words.is_any(*at, &["is", "are", "be", "gets", "get"])
                && words.has(words.skip_adverbs(at + 1), Class::PARTICIPLE)
        })?;
        Some(self.done_to(from..be, words.skip_adverbs(be + 1)))
    }

    /// The verb of "all **are** able to appeal".
    pub(super) fn enabled(&self, from: usize) -> Option<usize> {
        let words = self.words;
        (from + 1..self.end.min(from + 16)).find(|at| {
            let able = words.skip_adverbs(at + 1);
            words.has(*at, Class::BE) && words.is_any(able, &ABLE) && self.infinitive(able + 1).is_some()
        })
    }

    /// The verb of an infinitive at `at`: "**to** immediately **release**".
    pub(super) fn infinitive(&self, at: usize) -> Option<usize> {
        let mut verb = self.words.skip_adverbs(at + 1);
        while self.words.is_any(verb, &["not", "neither"]) {
            verb = self.words.skip_adverbs(verb + 1);
        }
        (self.words.is(at, "to") && self.words.is_base(verb) && verb < self.end).then_some(verb)
    }

    /// "What the ministry should do is to support the clinics": the verb behind "is".
    fn cleft(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let is = (start + 1..self.end.min(start + 16))
            .filter(|_| words.is(start, "what"))
            .find(|at| words.is_any(*at, &["is", "are"]))?;
        let next = words.skip_adverbs(is + 1);
        let does =
            words.is(is - 1, "do") || words.is(start + 1, "the") && words.is_any(is - 1, &["now", "next"]);
        self.infinitive(is + 1).or_else(|| (does && words.is_base(next)).then_some(next))
    }

    /// "Under no circumstances should the park **be** sold": the verb behind a subject that stands behind its modal.
    fn inverted(&self, start: usize, modal: usize) -> Option<usize> {
        let words = self.words;
        let opens = (start..modal).any(|at| words.is_any(at, &["no", "never"]));
        if !opens || words.is_base(words.skip_adverbs(modal + 1)) {
            return None;
        }
        (modal + 2..self.end.min(modal + 14)).find(|at| {
            words.is_base(*at)
                && !words.has(at - 1, Class::DETERMINER | Class::POSSESSIVE | Class::ADJECTIVE)
                && (!words.has(*at, Class::AMBIGUOUS) || !words.has(at + 1, Class::BE))
        })
    }

    /// Whether a verb at `at` belongs to a relative clause: "changes that would protect workers".
    pub(super) fn is_relative(&self, from: usize, at: usize) -> bool {
        let before = self.words.skip_adverbs_back(at);
        before > from + 1 && self.words.is_any(before - 1, &["that", "which", "who"])
    }

    /// "the ministry **to** fund free buses", "wages **to** be raised": the word between a subject and its infinitive.
    fn subject_with_infinitive(&self, from: usize) -> Option<usize> {
        let words = self.words;
        let named = words.is(from, "for");
        let from = from + usize::from(named);
        let to = (from + 1..self.end.min(from + 24)).find(|at| self.infinitive(*at).is_some())?;
        let subject = from..to;
        let noun =
            subject.clone().any(|at| words.has(at, Class::NOMINAL | Class::ARTIFACT) && !words[at].capital())
                || words.is_any(to - 1, &["right", "power", "money", "time", "and", ","]);
        let verb = words.skip_adverbs(to + 1);
        // "wages to be raised"
        if words.is(verb, "be") && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE) {
            return (!noun || self.action_noun(from).is_none()).then_some(to);
        }
        let acts = subject.clone().any(|at| {
            words.has(at, Class::ACTOR | Class::PEOPLE | Class::SUBJECT_PRONOUN)
                || words.is_name(at) && words[at].text.len() > 1
        });
        // "a plan for the ministry to follow" asks for the plan.
        let hangs = subject.clone().any(|at| {
            words.is_any(at, &["that", "which", "who"])
                || words.has(at, Class::PREPOSITION) && !words.is_any(at, &["of", "in", "at"])
        });
        (!noun && !hangs && (named || acts)).then_some(to)
    }

    /// Reads the infinitive of a subject; a passive one acts upon the subject.
    fn infinitive_of(&mut self, from: usize, to: usize) -> Option<usize> {
        let words = self.words;
        let subject = from + usize::from(words.is(from, "for"))..to;
        let verb = self.infinitive(to)?;
        let participle = words.skip_adverbs(verb + 1);
        if words.is(verb, "be") && self.is_participle(participle) {
            return Some(self.done_to(subject, participle));
        }
        self.act.actor = Some(subject);
        Some(verb)
    }
}
