//! What stands before the act of a clause: a condition, a judgement, a courtesy, a bare "there must be".

use super::Reader;
use crate::lexicon::Class;
use std::ops::Range;

/// Words that open a clause on which another hangs.
const CONDITIONS: [&str; 7] = ["if", "unless", "should", "when", "where", "until", "because"];

/// Words by which a clause judges the act that it governs: "it is **time** to", "it is **vital** that".
const JUDGEMENTS: [&str; 15] = [
    "time",
    "moment",
    "imperative",
    "essential",
    "critical",
    "vital",
    "crucial",
    "important",
    "necessary",
    "urgent",
    "incumbent",
    "ripe",
    "request",
    "wish",
    "demand",
];

/// What a judgement governs.
pub(super) struct Judged {
    /// Where the clause or the infinitive it governs begins.
    pub(super) from: usize,
    /// Who is to act, of an infinitive: "time **for the council** to listen".
    pub(super) actor: Option<Range<usize>>,
    /// The word that opens the infinitive, where it governs one.
    pub(super) to: Option<usize>,
}

impl Reader<'_, '_> {
    /// Where a clause begins behind what is set off before it: "If the council does not act, **the mayor** should",
    /// "To this end, **the board** must".
    pub(super) fn past_adjuncts(&self, start: usize) -> usize {
        let words = self.words;
        let start = start + usize::from(words.is(start, "that"));
        let view =
            words.is(start, "in") && words.is_any(start + 2, &["view", "opinion", "judgement", "judgment"]);
        if view {
            return start + 3;
        }
        let condition = words.is_any(start, &CONDITIONS);
        let purpose = words.is(start, "to") && !words.is_base(words.skip_adverbs(start + 1));
        let sake = words.phrase(start, "for the sake of");
        let adjunct = words.has(start, Class::PREPOSITION) && !words.is_any(start, &["to", "for", "against"]);
        if !(condition || purpose || sake || adjunct) {
            return start;
        }
        let opens = |at: &usize| {
            let next = words.skip_adverbs(at + 1);
            words.has(
                next,
                Class::DETERMINER | Class::SUBJECT_PRONOUN | Class::FIRST_PERSON | Class::BASE | Class::ACTOR,
            ) || words.is(next, "please")
                || words.get(next).is_some_and(|token| token.capital() && !condition)
        };
        let comma = (start + 2..self.end.min(start + 40)).find(|at| words.is(*at, ","));
        comma.filter(opens).map_or(start, |comma| comma + 1)
    }

    /// The judgement that a clause opens with: "it is time to", "now is the time for them to", "the time has come to".
    pub(super) fn judgement(&self, start: usize) -> Option<Judged> {
        let words = self.words;
        let moment = words.is(start, "the") && words.is_any(start + 1, &["time", "moment"]);
        let opens = words.is_any(start, &["it", "now"]) || words.text_starts(start, "it'") || moment;
        let near = start..self.end.min(start + 12);
        let judges = |at: &usize| {
            words.is_any(*at, &JUDGEMENTS) && !(moment && *at == start + 1)
                || moment && words.is_any(*at, &["come", "ripe", "now", "here"])
                // "it is for the minister to act"
                || words.has(*at, Class::BE) && words.is(at + 1, "for") && !moment
        };
        let mut at = near.clone().filter(|_| opens).find(judges)? + 1;
        // "more urgent than ever"
        if words.phrase(at, "than ever") {
            at += 2;
        }
        if words.is(at, "that") {
            return Some(Judged { from: at + 1, actor: None, to: None });
        }
        let named = words.is_any(at, &["for", "upon", "on"]);
        let to = (at..self.end.min(at + 16)).find(|at| self.infinitive(*at).is_some());
        let actor = to.filter(|to| named && *to > at + 1).map(|to| at + 1..to);
        Some(Judged { from: at, actor, to })
    }

    /// The verb of what somebody would be thanked for or is relied upon to do: "I should be grateful if you would
    /// **publish** it", "we are counting on you to **vote** for it".
    pub(super) fn courtesy(&self, start: usize) -> Option<usize> {
        let words = self.words;
        if !words.has(start, Class::FIRST_PERSON) {
            return None;
        }
        let near = start + 1..self.end.min(start + 12);
        let thanked = near.clone().find(|at| {
            words.is(*at, "if")
                && words.is_any(words.skip_adverbs(at + 2), &["would", "could", "will", "can", "might"])
        });
        let modal = thanked.map(|at| words.skip_adverbs(at + 2));
        let relied = near.clone().find(|at| words.phrase(*at, "on you to")).map(|at| at + 2);
        let verb = words.skip_adverbs(modal.or(relied)? + 1);
        (verb < self.end && words.is_base(verb)).then_some(verb)
    }

    /// What is to be there: "there must be **an inquiry** into the fire".
    pub(super) fn existence(&self, start: usize) -> Option<usize> {
        let words = self.words;
        if !words.is(start, "there") {
            return None;
        }
        let be = (start + 1..self.end.min(start + 6)).find(|at| words.has(*at, Class::BE))?;
        // "there are nine men who must be freed" tells what is, not what is to be.
        let wanted = be > start + 1
            || words.is(be + 1, "no")
            || (be + 1..self.end.min(be + 5)).any(|at| words.is(at, "need"));
        (wanted && be + 1 < self.end).then_some(be + 1)
    }
}
