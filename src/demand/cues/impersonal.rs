//! Judgements that somebody act: "it is imperative that …", "it is time for X to …", "what X should do is to …".
//!
//! What it leaves: judgements about what is the case ("it is clear that"), about saying or knowing
//! ("it is important to note"), and bare needs without an act ("aid is essential").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// Adjectives and nouns that call for an act.
const CALLING: [&str; 16] = [
    "imperative",
    "critical",
    "essential",
    "vital",
    "crucial",
    "urgent",
    "important",
    "necessary",
    "time",
    "incumbent",
    "paramount",
    "indispensable",
    "mandatory",
    "fitting",
    "right",
    "appropriate",
];

/// Asks made by an impersonal judgement.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut asks = Vec::new();
    for at in 0..words.len() {
        let ask = judgement(sentence, context, at)
            .or_else(|| cleft(sentence, at))
            .or_else(|| the_time_is_now(sentence, at))
            .or_else(|| first_step(sentence, at))
            .or_else(|| left_to(sentence, context, at));
        if let Some(ask) = ask {
            asks.push(ask);
        }
    }
    asks
}

/// "it is [also] [high] time [that|for|to]", "it's vital that".
fn judgement(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    if sentence.is_quoted(at) && !context.voice.tells() {
        return None;
    }
    let now = words.is(at, "this")
        && words.is(at + 1, "is")
        && (at + 2..words.len().min(at + 6)).any(|next| words.is(next, "time"));
    let come = time_has_come(words, at);
    // "it would be right for the board to apologise"
    let conditional = words.is(at, "it") && words.phrase(at + 1, "would be");
    let opens = words.is(at, "it") && words.is_any(at + 1, &["is", "remains", "becomes"])
        || now
        || come.is_some()
        || conditional;
    if !opens || told(words, context, at) {
        return None;
    }
    // Not "is it time", nor "when it is necessary".
    if at > 0
        && words.is_any(at - 1, &["if", "when", "where", "as", "than", "because", "whether", "why", "until"])
    {
        return None;
    }
    let from = at + 2 + usize::from(conditional);
    // "it is, however, high time that"
    let remark = words.is(from, ",") && words.is(from + 2, ",");
    let from = from + if remark { 3 } else { 0 };
    // "of paramount importance": the noun calls, whatever the adjective.
    let importance = (from..words.len().min(from + 5)).find(|next| {
        words.is(*next, "importance") && words.is_any(from, &["of"])
            || words.is(*next, "importance") && words.has(from, Class::ADVERB) && words.is(from + 1, "of")
    });
    let calling = come
        .or(importance)
        .or_else(|| (from..words.len().min(from + 8)).find(|next| words.is_any(*next, &CALLING)))?;
    // "it is the third time that"
    if words.is(calling, "time")
        && words.is_any(calling - 1, &["first", "second", "third", "last", "only", "next"])
    {
        return None;
    }
    let between = come.is_some() || importance.is_some() || fills(words, from, calling);
    let time = come.is_some() || words.is(calling, "time");
    if !between {
        return None;
    }
    // "more important than ever"
    let ever = if words.phrase(calling + 1, "than ever") { 2 } else { 0 };
    let next = words.skip_adverbs(calling + 1 + ever);
    let next = next + usize::from(ever > 0 && words.is(next, "before"));
    let next = if words.is_any(next, &["and"])
        && (words.is_any(next + 1, &CALLING) || words.is(next + 1, "place"))
    {
        next + 2
    } else {
        next
    };
    if conditional && !words.is(next, "for") {
        return None;
    }
    // "it is vital not to sell it"
    let infinitive = next + usize::from(words.is(next, "not"));
    let last = words.len();
    let mut reasons = vec![Reason::Judgement];
    let end = super::clause::clause_end(words, next);
    if words.is(next, "that") || words.has(next, Class::DETERMINER | Class::SUBJECT_PRONOUN) && time {
        let from = next + usize::from(words.is(next, "that"));
        let verb = words.clause_verb(from, last);
        if let Some(verb) = verb {
            reasons.extend(idle(words, verb));
        }
        if words.is_any(from, &["we", "i"]) {
            let verb = words.skip_adverbs(from + 1);
            if words.has(verb, Class::SPEECH | Class::IDLE)
                || words.is_any(verb, &["critique", "discuss", "debate", "consider", "look", "see"])
            {
                reasons.push(Reason::IdleVerb);
            }
            if !words.is_base(verb) {
                return None;
            }
        } else if verb.is_none() && !(time && wishes_in_the_past(words, from)) {
            // "that parents are able to decide": a state, not an act.
            return None;
        }
    } else if words.is(next, "for") {
        let to = (next + 1..last.min(next + 16))
            .find(|at| words.is(*at, "to") && words.is_base(words.skip_adverbs(at + 1)));
        let Some(to) = to else {
            // "it is time for a change of course": the thing itself.
            let wanted = time
                && words.is_any(next + 1, &["a", "an"])
                && (next + 2..last.min(next + 5))
                    .any(|noun| words.has(noun, Class::NOMINAL | Class::ARTIFACT | Class::AMBIGUOUS));
            return wanted.then(|| ask(at, at..end, calling, reasons, sentence));
        };
        if words.is_any(next + 1, &["something", "a", "an"]) && !words.has(next + 2, Class::ACTOR) {
            reasons.push(Reason::IdleVerb);
        }
        let verb = words.skip_adverbs(to + 1);
        let us = words.is_any(next + 1, &["us", "me", "everyone", "everybody", "people"]);
        let actor = super::actor::is_actor(words, &(next + 1..to)) && !us;
        reasons.extend(idle(words, verb).filter(|_| !actor || words.has(verb, Class::IDLE)));
    } else if words.is(infinitive, "to") && words.is_base(words.skip_adverbs(infinitive + 1)) {
        let verb = words.skip_adverbs(infinitive + 1);
        reasons.extend(idle(words, verb));
        if !time {
            reasons.push(Reason::NoActor);
            if words
                .is_any(calling, &["important", "right", "appropriate", "necessary", "fitting", "mandatory"])
            {
                return None;
            }
        }
    } else if words.is_any(next, &["on", "upon"]) && words.is(calling, "incumbent") {
        reasons.push(Reason::ActorMust);
    } else if time
        && wishes_in_the_past(words, next)
        && words.get(next).is_some_and(|token| token.is_word())
        && !words.has(next, Class::PREPOSITION)
    {
        // "It's time the authorities checked …"
    } else {
        return None;
    }
    Some(ask(at, at..end, calling, reasons, sentence))
}

/// "the time has come", "now is the time": the index of the word that calls.
fn time_has_come(words: Tokens, at: usize) -> Option<usize> {
    let times = ["time", "moment", "hour"];
    let come = words.is(at, "the")
        && words.is_any(at + 1, &times)
        && words.is(at + 2, "has")
        && words.find(at + 3..words.len().min(at + 7), &["come"]).is_some_and(|come| {
            (at + 3..come)
                .all(|at| words.has(at, Class::ADVERB) || words.is_any(at, &["long", "since", "at", "last"]))
        });
    if come {
        return words.find(at + 3..words.len().min(at + 7), &["come"]);
    }
    // "the time is ripe for the board to act"
    let ripe = words.is(at, "the") && words.is_any(at + 1, &times) && words.phrase(at + 2, "is ripe");
    if ripe && words.is(at + 4, "for") {
        return Some(at + 3);
    }
    if !words.phrase(at, "now is") {
        return None;
    }
    // "now is the right time for the board to act": a good time alone may be one for roses.
    let good = ["good", "right", "best", "perfect", "ideal", "opportune", "fitting", "appropriate"];
    let judged = usize::from(words.is_any(at + 3, &good));
    let time = at + 3 + judged;
    let opens = words.is(at + 2, "the") || judged > 0 && words.is_any(at + 2, &["a", "an"]);
    let whose = words.is(at + 2, "the") && judged == 0 || words.is(time + 1, "for");
    (opens && whose && words.is_any(time, &times)).then_some(time)
}

/// "It is for the minister to lift the ban", "it only remains for the Senate to pass it".
fn left_to(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let left = words.skip_adverbs(at + 1);
    let opens = words.is(at, "it")
        && (words.is(left, "remains") || left == at + 1 && words.is(left, "is"))
        && words.is(left + 1, "for")
        && !told(words, context, at);
    let to = (left + 3..words.len().min(left + 12)).find(|to| words.is(*to, "to"))?;
    let whom = left + 2..to;
    let act = words.skip_adverbs(to + 1);
    let acts = super::actor::is_actor(words, &whom)
        && words.is_base(act)
        && !words.has(act, Class::IDLE | Class::SPEECH);
    (opens && acts && words.has(whom.start, Class::DETERMINER) && !sentence.is_quoted(at)).then(|| {
        let end = super::clause::clause_end(words, act);
        Ask {
            addressee: Some(whom.clone()),
            ..ask(at, at..end, left + 1, vec![Reason::Judgement, Reason::ActorMust], sentence)
        }
    })
}

/// "A first step would be to publish the figures": what is to be done, though nobody is named.
fn first_step(sentence: &Sentence, at: usize) -> Option<Ask> {
    const STEPS: [&str; 10] = [
        "step",
        "safeguard",
        "measure",
        "solution",
        "remedy",
        "start",
        "improvement",
        "priority",
        "move",
        "task",
    ];
    let words = sentence.words;
    let act = words.skip_adverbs(at + 3);
    let opens = words.phrase(at, "would be to") && words.is_base(act) && !words.has(act, Class::IDLE);
    let step = at.checked_sub(1).filter(|step| words.is_any(*step, &STEPS))?;
    // "The next step would be to" tells of a plan.
    let best = words.is(0, "the") && words.is_any(1, &["first", "best", "simplest", "easiest", "obvious"]);
    let named = (best || words.is_any(0, &["a", "an", "one", "another"]))
        && step < 6
        && (1..step).all(|at| !words.has(at, Class::FIRST_PERSON | Class::AUXILIARY));
    (opens && named && !sentence.is_quoted(at)).then(|| {
        let end = super::clause::clause_end(words, act);
        Ask { shape: Shape::Verb, ..ask(at, act..end, at + 2, vec![Reason::Judgement], sentence) }
    })
}

/// "The time to ban them is now".
fn the_time_is_now(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let time = words.is(at, "the") && words.is_any(at + 1, &["time", "moment"]) && words.is(at + 2, "to");
    if !time {
        return None;
    }
    let act = words.skip_adverbs(at + 3);
    let is =
        (act + 1..words.len()).find(|is| words.phrase(*is, "is now") || words.phrase(*is, "is today"))?;
    (words.is_base(act) && is > act + 1 && !sentence.is_quoted(at))
        .then(|| Ask { shape: Shape::Verb, ..ask(at, act..is, at + 1, vec![Reason::Judgement], sentence) })
}

/// "it is time the council mended it": the past tense says what is wanted.
fn wishes_in_the_past(words: Tokens, from: usize) -> bool {
    (from + 1..words.len().min(from + 14))
        .any(|index| words.has(index, Class::PAST) && !words.has(index, Class::BASE))
}

/// "the lobby says that it is essential": somebody else's judgement.
fn told(words: Tokens, context: &Context, at: usize) -> bool {
    let before = at.saturating_sub(1 + usize::from(words.is(at.wrapping_sub(1), "that")));
    let says = at > 1
        && words.has(before, Class::SPEECH)
        && words.has(before, Class::THIRD | Class::PAST)
        && words[before].is_word();
    says && !matches!(context.voice.speaker(words, before), Speaker::Own)
}

/// Whether only words of degree stand before the judging word.
fn fills(words: Tokens, from: usize, calling: usize) -> bool {
    (from..calling).all(|next| {
        words.has(next, Class::ADVERB | Class::DETERMINER | Class::CONJUNCTION)
            || words.is_any(
                next,
                &["moral", "strategic", "of", "utmost", "high", "past", "well", "long", "about", "both"],
            )
            || words.is_any(next, &CALLING)
    })
}

fn idle(words: Tokens, verb: usize) -> Option<Reason> {
    let saying = words.has(verb, Class::SPEECH)
        && !words.has(verb, Class::PERFORMATIVE)
        && !words.is_any(verb, &["acknowledge", "report", "respond", "testify"]);
    let idle = words.has(verb, Class::IDLE) && !words.is_any(verb, &["be", "testify"]);
    (idle || saying).then_some(Reason::IdleVerb)
}

/// "What the government should do is to assist them", "what is needed is for the ministry to act".
fn cleft(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    // Only a phrase without a verb stands before it: "However, at present what is needed is".
    if !words.is(at, "what")
        || at > 6
        || (0..at).any(|before| words.has(before, Class::VERB) && !words.has(before, Class::AMBIGUOUS))
    {
        return None;
    }
    let is = (at + 2..words.len().min(at + 14))
        .find(|next| words.is_any(*next, &["is", "are"]) && words.get(next + 1).is_some())?;
    // "What we want is a bus": the thing is what is wished for.
    if words.has(at + 1, Class::FIRST_PERSON)
        && words.has(is + 1, Class::DETERMINER)
        && !words.is(is + 1, "that")
    {
        return None;
    }
    let called = (at + 1..is).any(|next| {
        words.is_any(
            next,
            &["should", "must", "needed", "necessary", "required", "demand", "want", "ask", "need"],
        )
    }) || (at + 1..is).any(|next| words.phrase(next, "would like"))
        || words.is_any(is + 1, &["needed", "necessary", "required", "urgently"]);
    // "what they should do is publish it"
    let bare = words.skip_adverbs(is + 1);
    let does = words.is_base(bare) && (at..is).any(|next| words.is(next, "do"));
    let second = if does {
        bare
    } else {
        (is + 1..words.len().min(is + 8)).find(|next| words.is_any(*next, &["is", "to", "for", "that"]))?
    };
    let act = words.is_any(second, &["to", "for", "that", "is"]) || words.is_base(second);
    (called && act).then(|| {
        let end = super::clause::clause_end(words, second);
        ask(at, at..end, at, vec![Reason::Judgement], sentence)
    })
}

fn ask(
    cue: usize,
    content: std::ops::Range<usize>,
    calling: usize,
    reasons: Vec<Reason>,
    sentence: &Sentence,
) -> Ask {
    let quoted = sentence.is_quoted(cue);
    Ask {
        family: Family::Impersonal,
        cue: cue..calling.max(cue) + 1,
        content,
        shape: Shape::Clause,
        addressee: None,
        level: super::levels::JUDGEMENT,
        kind: Kind::Demand,
        speaker: if quoted { Speaker::Quoted } else { Speaker::Own },
        reasons,
    }
}
