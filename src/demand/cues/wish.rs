//! Wishes and needs that name what is wanted: "we want an agreement in which …", "we would like to see …",
//! "I want you to …", "our demand is that …", "we believe the answer is to …".
//!
//! What it leaves: wishes for oneself ("we want to know", "I want to thank you") and for nothing one can
//! check ("we want to work with you").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Asks made as a wish.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    (0..sentence.words.len())
        .filter_map(|at| {
            want(sentence, context, at)
                .or_else(|| answer_is(sentence, context, at))
                .or_else(|| cleft(sentence, at))
        })
        .collect()
}

/// Whether the senders are the subject of the verb at `at`: "we", or their name.
fn subject_is_own(words: Tokens, context: &Context, at: usize) -> bool {
    let introduced = || {
        context
            .lead
            .is_some_and(|lead| words.has(at, Class::THIRD) && lead.speaker(words, at) == Speaker::Own)
    };
    let named = || {
        (context.voice.tells() || at > 0 && words.has(at, Class::BASE) && !words.has(at, Class::THIRD))
            && !crate::demand::voice::subject(words, at).relative
            && context.voice.who(words, crate::demand::voice::subject(words, at).range)
                == crate::demand::voice::Who::Own
    };
    first_person_before(words, at) || at > 0 && (named() || introduced())
}

fn first_person_before(words: Tokens, at: usize) -> bool {
    let mut before = at;
    while before > 0
        && (words.has(before - 1, Class::ADVERB | Class::AUXILIARY) || words.is(before - 1, "also"))
    {
        before -= 1;
    }
    before > 0 && words.has(before - 1, Class::FIRST_PERSON)
}

/// "we want X", "we need X", "we would like X to do it", "we support X".
fn want(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let lemma = words.lemma(at)?;
    if !matches!(lemma, "want" | "need" | "like" | "love" | "welcome" | "wish" | "require" | "expect")
        || !subject_is_own(words, context, at)
        || !words.has(at, Class::BASE | Class::THIRD)
    {
        return None;
    }
    if matches!(lemma, "like" | "love" | "welcome")
        && !words.is_any(words.skip_adverbs_back(at).saturating_sub(1), &["would", "should"])
        && !words.is(at.wrapping_sub(1), "would")
    {
        return None;
    }
    // "we need hardly say", "we need no reminding", "we might need"
    let turn = lemma == "need" && (words.is_any(at + 1, &["hardly", "no", "not", "only", "scarcely"]))
        || words
            .is_any(words.skip_adverbs_back(at).wrapping_sub(1), &["might", "may", "could", "can", "will"]);
    // "I wish I had been there"
    let regret = lemma == "wish" && words.has(at + 1, Class::SUBJECT_PRONOUN) && !words.is(at + 1, "you");
    let refused = (0..at)
        .rev()
        .take(8)
        .take_while(|before| words[*before].is_word() && !words.has(*before, Class::FIRST_PERSON))
        .any(|before| words.has(before, Class::NEGATION));
    if turn || regret || refused && !matches!(lemma, "want" | "wish" | "like") {
        return None;
    }
    // "I was asked, did I want a meal"
    let subject = words.skip_adverbs_back(at).saturating_sub(1);
    if subject > 0
        && words.is_any(subject - 1, &["did", "do", "would"])
        && words.has(subject, Class::FIRST_PERSON)
    {
        return None;
    }
    // "do we want to see it gone?"
    let rhetorical =
        words.last().is_some_and(|last| last.is("?")) && words.is_any(0, &["do", "did", "but", "and"]);
    // "if we want", "what we want is": subordinate or a cleft.
    if rhetorical
        || (0..at).any(|before| words.is_any(before, &["if", "what", "when", "because", "that", "where"]))
        || words.is(0, "all") && words.has(1, Class::FIRST_PERSON)
        || sentence.is_quoted(at) && !sentence.all_quoted()
    {
        return None;
    }
    let end = super::clause::clause_end(words, at);
    let next = words.skip_adverbs(at + 1);
    if refused {
        return unwanted(words, at, next, end);
    }
    let next = if words.phrase(next, "no longer to") { next + 2 } else { next };
    if words.is(next, "to") {
        let verb = words.skip_adverbs(next + 1);
        return want_to(words, at, verb, end);
    }
    // "we want you to release them"
    let to = (next + 1..end.min(next + 14))
        .find(|index| words.is(*index, "to") && words.is_base(words.skip_adverbs(index + 1)));
    if let Some(to) = to {
        let negated = to > next + 1 && words.is_any(to - 1, &["not", "never"]);
        let actor = next..to - usize::from(negated);
        let acts = words.is(next, "you")
            || actor.clone().any(|index| words.has(index, Class::ACTOR))
            || actor.clone().any(|index| words[index].capital());
        if acts {
            let verb = words.skip_adverbs(to + 1);
            let idle = words.has(verb, Class::IDLE) && !words.is(verb, "be");
            let reasons =
                if idle { vec![Reason::HopeNamesAct, Reason::IdleVerb] } else { vec![Reason::HopeNamesAct] };
            let content = if negated { to - 1 } else { to + 1 };
            return Some(build(at..at + 1, content..end, Shape::Verb, Some(actor), reasons));
        }
    }
    // "We expect the doors to be unlocked": the state that an act brings about.
    let done = to.filter(|to| {
        let be = words.skip_adverbs(to + 1);
        words.is(be, "be")
            && words.has(words.skip_adverbs(be + 1), Class::PARTICIPLE)
            && words.has(next, Class::DETERMINER | Class::NOMINAL)
            && matches!(lemma, "want" | "expect" | "like" | "love" | "need")
    });
    if done.is_some() {
        return Some(build(at..at + 1, next..end, Shape::Clause, None, vec![Reason::HopeNamesAct]));
    }
    // "We need your help to stop the sale": what the reader is to do.
    let help = words.is(next, "your")
        && words.is_any(next + 1, &["help", "support", "vote", "voice", "votes", "voices"])
        && to == Some(next + 2);
    let act = words.skip_adverbs(next + 3);
    if help && lemma == "need" && !words.has(act, Class::PRACTICAL | Class::IDLE) {
        return Some(build(
            at..at + 1,
            next..end,
            Shape::Noun,
            Some(next..next + 1),
            vec![Reason::HopeNamesAct],
        ));
    }
    // "I just want people to understand that": nothing to check.
    if to.is_some_and(|to| words.has(words.skip_adverbs(to + 1), Class::IDLE)) {
        return None;
    }
    // "we want an end to it", "we need land rights now"
    let thing = words.get(next).is_some_and(|token| token.is_word())
        && next < end
        && !words.has(next, Class::PREPOSITION | Class::CONJUNCTION | Class::SUBJECT_PRONOUN)
        && !words.is_any(next, &["you", "us", "it", "them", "your", "something", "people", "that"])
        && !(words.is(next, "more") && !(lemma == "need" && words.is_plural(next + 1)));
    // "we expect a response", "I would like your answer in writing": wants an answer.
    let answer = super::reply::is_reply(words, &(next..end));
    if answer && words.has(next, Class::DETERMINER) && matches!(lemma, "expect" | "want" | "like" | "need") {
        let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON)).unwrap_or(at);
        return Some(Ask {
            kind: Kind::Reply,
            ..build(at..at + 1, start..end, Shape::Noun, None, vec![Reason::HopeNamesAct])
        });
    }
    // "we would welcome a commitment to close it"
    let offered = lemma == "welcome"
        && (next..end.min(next + 4)).any(|at| words.has(at, Class::NOMINAL | Class::ARTIFACT))
        && !(next..end.min(next + 4))
            .any(|at| words.is_any(at, &["opportunity", "chance", "feedback", "discussion"]));
    if offered {
        return Some(build(at..at + 1, next..end, Shape::Noun, None, vec![Reason::HopeNamesAct]));
    }
    let help = (next..end.min(next + 4)).any(|index| words.is_any(index, &["help", "support"]));
    (thing && matches!(lemma, "want" | "need" | "like") && !help && end - next >= 2).then(|| {
        let reasons = if lemma == "need" {
            vec![Reason::HopeNamesAct, Reason::WeakVerb]
        } else {
            vec![Reason::HopeNamesAct]
        };
        let start = words.skip_adverbs_back(at);
        let start = (0..start).rev().find(|index| words.has(*index, Class::FIRST_PERSON)).unwrap_or(start);
        build(at..at + 1, start..end, Shape::Noun, None, reasons)
    })
}

/// "we do not want you to sell it", "we do not want to see it closed": the wish is that it be left.
fn unwanted(words: Tokens, at: usize, next: usize, end: usize) -> Option<Ask> {
    let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
    let wish = |actor: Option<Range<usize>>| {
        build(at..at + 1, start..end, Shape::Clause, actor, vec![Reason::HopeNamesAct])
    };
    if words.is(next, "to") && words.is_any(next + 1, &["see", "have"]) {
        let done = (next + 3..end.min(next + 12)).any(|index| words.has(index, Class::PARTICIPLE));
        return done.then(|| wish(None));
    }
    // "We do not want our sons sent to the delta"
    let owned = words.has(next, Class::POSSESSIVE) || words.is_any(next, &["the", "this", "these", "any"]);
    let done = (next + 2..end.min(next + 6))
        .find(|at| words.has(*at, Class::PARTICIPLE) && !words.has(*at, Class::ADJECTIVE | Class::GERUND));
    if owned
        && done.is_some_and(|done| {
            (next + 1..done).all(|at| !words.has(at, Class::PREPOSITION) && words[at].is_word())
        })
    {
        return Some(wish(None));
    }
    let to = (next + 1..end.min(next + 14))
        .find(|index| words.is(*index, "to") && words.is_base(words.skip_adverbs(index + 1)))?;
    let verb = words.skip_adverbs(to + 1);
    let done = words.is(verb, "be") && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE);
    let acts = words.is(next, "you") || super::actor::is_actor(words, &(next..to));
    let idle = words.has(verb, Class::IDLE | Class::SPEECH) && !words.is(verb, "be");
    ((done || acts) && !idle).then(|| wish(acts.then_some(next..to)))
}

/// "we would like to see X done", "we want to negotiate no increases", "I would like to know what …".
fn want_to(words: Tokens, at: usize, verb: usize, end: usize) -> Option<Ask> {
    // "to hear from you directly why it was closed"
    let from_you = words.phrase(verb + 1, "from you");
    let told = if from_you { words.skip_adverbs(verb + 3) } else { verb + 1 };
    match words.lemma(verb)? {
        "see" | "have" => {
            let start = verb + 1;
            (start < end && !words.is(start, "you"))
                .then(|| build(at..verb + 1, start..end, Shape::Noun, None, vec![Reason::HopeNamesAct]))
        }
        "know" | "understand" | "learn" | "ascertain" | "hear"
            if words.has(verb + 1, Class::DETERMINER)
                && words.is_any(verb + 2, &["reasons", "reason", "plans"])
                || words.is_any(told, &["what", "how", "why", "when", "whether", "which", "who"])
                    && words.is_any(words.skip_adverbs_back(at).saturating_sub(1), &["would", "should"]) =>
        {
            let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
            Some(Ask {
                kind: Kind::Reply,
                ..build(at..verb + 1, start..end, Shape::Clause, None, vec![Reason::QuestionAsked])
            })
        }
        // "We want to talk with the warden"
        "speak" | "talk" | "meet"
            if words.is(at, "want") && words.is_any(verb + 1, &["with", "to"]) && verb + 2 < end =>
        {
            let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
            Some(Ask {
                kind: Kind::Reply,
                ..build(at..verb + 1, start..end, Shape::Clause, None, vec![Reason::HopeNamesAct])
            })
        }
        // "We would like to be told how"
        "be" if words.lemma(words.skip_adverbs(verb + 1)).is_some_and(|lemma| {
            ["inform", "tell", "notify", "advise", "hear", "consult"].contains(&lemma)
        }) =>
        {
            let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
            Some(Ask {
                kind: Kind::Reply,
                ..build(at..verb + 1, start..end, Shape::Clause, None, vec![Reason::HopeNamesAct])
            })
        }
        // "We want to be treated as citizens": somebody has to treat them so.
        "be" if words.is(at, "want") && is_done_to_us(words, words.skip_adverbs(verb + 1)) => {
            let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
            Some(build(at..verb + 1, start..end, Shape::Clause, None, vec![Reason::HopeNamesAct]))
        }
        "negotiate" | "agree" | "redirect" | "reallocate" | "receive" | "obtain" => {
            Some(build(at..verb, verb..end, Shape::Verb, None, vec![Reason::HopeNamesAct]))
        }
        "meet" => {
            let start = (0..at).rev().find(|index| words.has(*index, Class::FIRST_PERSON))?;
            Some(Ask {
                kind: Kind::Reply,
                ..build(at..verb, start..end, Shape::Clause, None, vec![Reason::HopeNamesAct])
            })
        }
        _ => None,
    }
}

/// A participle of what others do: treated, paid, represented. Not "involved" or "sure".
fn is_done_to_us(words: Tokens, at: usize) -> bool {
    words.has(at, Class::PARTICIPLE)
        && !words.has(at, Class::IDLE)
        && !words.is_any(
            at,
            &["clear", "involved", "associated", "reminded", "seen", "fooled", "known", "done", "prepared"],
        )
}

/// "the answer is to provide …", "our demand is that …", "the best way is for X to …".
fn answer_is(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let nouns = [
        "answer",
        "demand",
        "request",
        "solution",
        "ask",
        "recommendation",
        "appeal",
        "plea",
        "proposal",
        "demands",
        "requests",
        "way",
        "remedy",
        "suggestion",
        "petition",
        "prayer",
    ];
    if !words.is_any(at, &nouns) || at == 0 {
        return None;
    }
    let owned = words.is_any(at - 1, &["our", "my"])
        || (0..at)
            .any(|before| words.is_any(before, &["our", "my"]) || words.has(before, Class::FIRST_PERSON));
    let owned = owned
        || context.voice.tells()
            && words.is_any(at, &["demands", "demand"])
            && words.is_any(0, &["the", "our"])
        || words.is_any(at, &["demands", "requests"]) && words.has(at - 1, Class::GENITIVE);
    let definite = (at.saturating_sub(4)..at)
        .any(|before| words.is_any(before, &["the", "our", "my", "this", "only", "best"]));
    // "Our demand is a plain one: a rent freeze": the colon announces it.
    let colon = (at + 1..words.len().min(at + 8)).find(|next| words.is(*next, ":"));
    if colon.is_some_and(|colon| {
        words.has(colon + 1, Class::DETERMINER | Class::NOMINAL)
            || words.is_verb_here(words.skip_adverbs(colon + 1))
    }) {
        return None;
    }
    let is = (at + 1..words.len().min(at + 10)).find(|next| words.is_any(*next, &["is", "are", "was"]))?;
    if !owned
        || !definite
        || words.is(is, "was")
        || words.is(at, "way") && !words.is(at.wrapping_sub(1), "best")
    {
        return None;
    }
    let next = words.skip_adverbs(is + 1);
    // "Our demands are as follows: (1) an eight-hour day; …"
    let follows = (is + 1..words.len().min(is + 5)).find(|at| words.is(*at, ":")).filter(|colon| {
        words.is_any(at, &["demands", "requests"])
            && (is + 1..*colon).all(|at| words.is_any(at, &["as", "follows", "these", "the", "following"]))
            && colon + 1 < words.len()
    });
    let next = follows.map_or(next, |colon| colon + 1);
    let end = if follows.is_some() { words.len() } else { super::clause::clause_end(words, next) };
    if follows.is_some() {
        return Some(build(at..is + 1, next..end, Shape::Noun, None, vec![Reason::HopeNamesAct]));
    }
    let build = |content: Range<usize>, shape: Shape| {
        Some(build(at..is + 1, content, shape, None, vec![Reason::HopeNamesAct]))
    };
    if words.is(next, "to") && words.is_base(words.skip_adverbs(next + 1)) {
        build(next + 1..end, Shape::Verb)
    } else if words.is(next, "that") {
        build(next + 1..end, Shape::Clause)
    } else if words.is(next, "for") {
        let to = (next + 1..end.min(next + 14))
            .find(|index| words.is(*index, "to") && words.is_base(words.skip_adverbs(index + 1)));
        match to {
            Some(to) => build(to + 1..end, Shape::Verb),
            None if is_owned(words, at) => build(next + 1..end, Shape::Noun),
            None => None,
        }
    } else if words.has(next, Class::DETERMINER) && !words.is(at, "way") && is_owned(words, at) {
        build(next..end, Shape::Noun)
    } else {
        None
    }
}

/// "our demand", "our first and most urgent demand".
fn is_owned(words: Tokens, noun: usize) -> bool {
    let own = (noun.saturating_sub(5)..noun).rev().find(|at| words.is_any(*at, &["our", "my"]));
    own.is_some_and(|own| {
        (own + 1..noun).all(|at| words.has(at, Class::ADJECTIVE | Class::ADVERB | Class::CONJUNCTION))
    })
}

/// "What we want is a rent freeze", "All we ask is that it stay open".
fn cleft(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let opens = words.is_any(at, &["what", "all"])
        && (at == 0 || !words[at - 1].is_word() || words.is_any(at - 1, &["and", "but", "that"]));
    if !opens || !words.has(at + 1, Class::FIRST_PERSON) {
        return None;
    }
    let verb = words.skip_adverbs(at + 2);
    let asks = words.is_any(verb, &["want", "ask", "need", "demand", "seek", "request", "propose"])
        || words.phrase(verb, "are asking for")
        || words.phrase(verb, "ask for");
    let is = (verb + 1..words.len().min(verb + 6)).find(|is| words.is(*is, "is"))?;
    let plain = (verb..is).all(|between| words[between].is_word() && !words.has(between, Class::NEGATION));
    let next = words.skip_adverbs(is + 1);
    let end = super::clause::clause_end(words, next);
    let named = words.has(next, Class::DETERMINER)
        || words.is_any(next, &["that", "for", "to"])
        || words.has(next, Class::ADJECTIVE);
    if !asks || !plain || !named || sentence.is_quoted(at) || next >= end {
        return None;
    }
    let (start, shape) = if words.is(next, "that") {
        (next + 1, Shape::Clause)
    } else if words.is(next, "to") {
        (next + 1, Shape::Verb)
    } else {
        (next, Shape::Noun)
    };
    Some(build(at..is + 1, start..end, shape, None, vec![Reason::HopeNamesAct]))
}

fn build(
    cue: Range<usize>,
    content: Range<usize>,
    shape: Shape,
    addressee: Option<Range<usize>>,
    reasons: Vec<Reason>,
) -> Ask {
    Ask {
        family: Family::Wish,
        cue,
        content,
        shape,
        addressee,
        level: super::levels::WISH,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons,
    }
}
