//! Verbs of asking: "we urge you to …", "calls on all States to …", "I am writing to request that …".
//!
//! What it finds: a verb of the lexicon's list in a form that performs the asking, with a complement
//! that says what is asked. "We urge", "we are asking", "I would like to request", "writes to demand",
//! "Calls upon", "you are urged", "in a letter urging".
//! What it leaves: the verb as a noun ("their demand"), as an act that is itself asked for ("Demand the
//! release" as an item), in the past of the senders ("last year we asked"), and in others' mouths.

use super::clause::clause_end;
use super::mood::{Mood, is_passive, mood};
use super::reply::is_reply;
use super::{Ask, Context, Family, Kind, Reason, Shape, complement};
use crate::demand::passage::Sentence;
use crate::demand::voice::subject;
use crate::language::Tokens;
use crate::lexicon::Class;

/// Asks made with a verb of asking.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut asks = Vec::new();
    for verb in 0..words.len() {
        if !words.has(verb, Class::PERFORMATIVE) || !words.has(verb, Class::VERB) {
            continue;
        }
        let Some(asking) = words.lemma(verb).and_then(|lemma| words.lexicon().performative(lemma)) else {
            continue;
        };
        // "I beg to request that": the second verb asks.
        let to = verb + 1 + usize::from(words.is(verb + 1, "leave"));
        if words.is(to, "to") && words.has(to + 1, Class::PERFORMATIVE) && asking.lemma == "beg" {
            continue;
        }
        // "We beg leave to recall the report": what they have leave to do is their own.
        if asking.lemma == "beg" && words.is(verb + 1, "leave") {
            continue;
        }
        // "instructions on how to request a seat"
        let to = words.skip_adverbs_back(verb).wrapping_sub(1);
        if words.is(to, "to") && words.is(to.wrapping_sub(1), "how") {
            continue;
        }
        // "The notice invites bids for a new system": business, asked of nobody in particular.
        let business = ["bids", "tenders", "applications", "nominations", "submissions", "entries"];
        if asking.lemma == "invite" && words.is_any(words.skip_adverbs(verb + 1), &business) {
            continue;
        }
        if adds_to_main_clause(words, verb) {
            continue;
        }
        let lead = context.lead.filter(|_| !asking.weak);
        let context = &lead.map_or(*context, |voice| Context { voice, ..*context });
        let (speaker, past) = match mood(sentence, verb, context) {
            Mood::Asks(speaker) => (speaker, false),
            Mood::Told(speaker) => (speaker, true),
            Mood::Silent => continue,
        };
        let end = clause_end(words, verb);
        let passive = is_passive(words, verb);
        if passive && asking.weak {
            continue;
        }
        let found =
            if passive { passive_complement(words, verb, end) } else { complement(words, verb, end, asking) };
        let Some(found) = found else { continue };
        let may_believe = matches!(asking.lemma.as_str(), "insist" | "submit" | "move" | "suggest");
        // "I move that we adjourn"
        let of_us = may_believe && words.has(found.content.start, Class::FIRST_PERSON);
        if may_believe && (of_us || states_belief(words, &found)) {
            continue;
        }
        let mut reasons = vec![Reason::AskingVerb];
        if past {
            reasons.push(Reason::PastTense);
        }
        // "an app that requires us to pay twice"
        let of_us = found
            .addressee
            .as_ref()
            .is_some_and(|who| who.len() == 1 && words.is_any(who.start, &["us", "me"]));
        if asking.weak && of_us {
            continue;
        }
        let addressed = found.addressee.is_some() || matches!(found.shape, Shape::Clause);
        if asking.weak {
            reasons.push(Reason::WeakVerb);
            // "we seek to", "we press for": weak verbs ask only of somebody, or that something be done.
            if !addressed
                && !(found.particle.is_some() && found.shape == Shape::Noun)
                && found.shape != Shape::Noun
            {
                continue;
            }
        }
        if found.shape == Shape::Verb
            && super::practical::is_practical(
                words,
                words.skip_adverbs(found.content.start),
                found.content.end,
            )
        {
            reasons.push(Reason::PracticalAct);
        }
        let kind = if found.shape == Shape::Question || is_reply(words, &found.content) {
            Kind::Reply
        } else {
            Kind::Demand
        };
        let cue_end = found.particle.map_or(verb + 1, |particle| particle + 1);
        asks.push(Ask {
            family: Family::Performative,
            cue: verb..cue_end,
            content: found.content,
            shape: found.shape,
            addressee: found.addressee,
            level: asking.level,
            kind,
            speaker,
            reasons,
        });
    }
    asks
}

/// "In addition to calling for calm, the government should act": what is done already, before what is asked.
fn adds_to_main_clause(words: Tokens, verb: usize) -> bool {
    let fronted = ["in addition to", "apart from", "aside from", "rather than", "instead of"];
    let opens = (0..verb.min(4)).any(|at| fronted.iter().any(|phrase| words.phrase(at, phrase)));
    let comma = (verb + 1..words.len().min(verb + 24)).find(|at| words.is(*at, ","));
    opens
        && words.has(verb, Class::GERUND | Class::BASE)
        && verb < 8
        && comma.is_some_and(|comma| {
            (comma + 2..words.len().min(comma + 14)).any(|at| words.has(at, Class::AUXILIARY))
                && words.get(comma + 1).is_some_and(|next| next.capital() || next.has(Class::DETERMINER))
        })
}

/// "We insist that it is possible": the indicative holds something true, the subjunctive asks for it.
fn states_belief(words: Tokens, found: &complement::Complement) -> bool {
    let told = ["is", "are", "was", "were", "has", "have", "had", "can", "cannot", "would", "does"];
    let asked = ["be", "should", "must", "ought", "shall"];
    let first = found.content.clone().find(|at| words.is_any(*at, &told) || words.is_any(*at, &asked));
    found.shape == Shape::Clause && first.is_some_and(|verb| words.is_any(verb, &told))
}

/// "you are urged to act": the subject is whom it is asked of.
fn passive_complement(words: Tokens, verb: usize, end: usize) -> Option<complement::Complement> {
    let mut at = verb + 1;
    if words.is_any(at, &["on", "upon"]) {
        at += 1;
    }
    // "It is recommended that a ferry be provided"
    let be = words.skip_adverbs_back(verb).saturating_sub(1);
    if words.is(at, "that") && words.is(be.wrapping_sub(1), "it") && at + 1 < end {
        let content = at + 1..end;
        return Some(complement::Complement {
            addressee: None,
            content,
            shape: Shape::Clause,
            particle: None,
        });
    }
    let negated = usize::from(words.is(at, "not"));
    let infinitive = words.is(at + negated, "to") && words.is_base(words.skip_adverbs(at + negated + 1));
    if !infinitive {
        return None;
    }
    let addressee = subject(words, words.skip_adverbs_back(verb).saturating_sub(1)).range;
    Some(complement::Complement {
        addressee: Some(addressee),
        content: (if negated > 0 { at } else { at + 1 })..end,
        shape: Shape::Verb,
        particle: None,
    })
}
