//! Operative clauses that no verb of asking opens: "Decides that all States shall …", "Declares that the
//! towns should …", "BE IT RESOLVED that the University divest".
//!
//! What it leaves: what a body resolves to do itself ("Decides to send a mission", "Resolved, that this
//! local contribute"), and preambles.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::lexicon::Class;

/// What a resolving body does by resolving: no ask of anybody.
const ATTITUDES: [&str; 16] = [
    "support",
    "condemn",
    "recognize",
    "recognise",
    "express",
    "commend",
    "oppose",
    "declare",
    "affirm",
    "stand",
    "endorse",
    "honor",
    "congratulate",
    "acknowledge",
    "reaffirm",
    "certify",
];

/// Asks of operative clauses.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut asks = Vec::new();
    for at in 0..words.len() {
        // "It was agreed that the mayor be asked": what a meeting agreed on.
        let agreed = words.is_any(at, &["agreed", "moved"])
            && (at == 0
                || words.phrase(at.wrapping_sub(2), "it was")
                || words.phrase(at.wrapping_sub(2), "it is"));
        let resolves =
            words.is_any(at, &["decides", "declares", "resolves", "resolved", "determines", "directs"]);
        if !resolves && !agreed {
            continue;
        }
        let mut that = at + 1;
        while that < words.len().min(at + 6)
            && (words.has(that, Class::ADVERB) || words.is(that, ",") || words.is(that, "by"))
            && !words.is(that, "that")
        {
            that += 1;
        }
        // "RESOLVED, by the Senate and the House, that …"
        let that = (at + 1..words.len().min(at + 24)).find(|index| words.is(*index, "that")).unwrap_or(that);
        if !words.is(that, "that") {
            continue;
        }
        let end = super::clause::clause_end(words, that);
        let Some(verb) = words.clause_verb(that + 1, end) else { continue };
        let subject = that + 1..words.skip_adverbs_back(verb);
        let attitude = words.lemma(verb).is_some_and(|lemma| ATTITUDES.contains(&lemma))
            || (subject.end..verb + 1).any(|at| words.is(at, "hereby"));
        let clerical = (that..end).any(|at| words.phrase(at, "this resolution"))
            && (verb..end)
                .any(|at| words.is_any(at, &["copy", "copies", "transmit", "send", "spread", "minutes"]));
        // "that the Assembly hereby petitions the Crown to": the verb of asking says what is asked.
        let told = (that + 2..verb + 1).any(|at| {
            let before = words.skip_adverbs_back(at).wrapping_sub(1);
            words.has(at, Class::PERFORMATIVE)
                && words.has(at, Class::THIRD)
                && (before + 1 < at
                    || words.has(before, Class::INSTITUTION)
                    || words.get(before).is_some_and(|name| name.capital()))
        });
        let own = told || context.voice.who(words, subject.clone()) == Who::Own || attitude || clerical;
        let binding = words.is_any(verb, &["shall", "should", "must", "be"]) || words.is_base(verb);
        let rests = words.has(words.skip_adverbs(verb + 1), Class::IDLE)
            && !words.is(words.skip_adverbs(verb + 1), "be");
        let binding = binding && !(agreed && words.is_any(verb, &["shall", "must"]));
        if own || rests || !binding || words.is(verb, "will") {
            continue;
        }
        asks.push(Ask {
            family: Family::Resolution,
            cue: at..that + 1,
            content: that + 1..end,
            shape: Shape::Clause,
            addressee: Some(subject),
            level: super::levels::RESOLVE,
            kind: Kind::Demand,
            speaker: Speaker::Own,
            reasons: vec![Reason::OperativeClause],
        });
    }
    asks
}
