//! What falls to somebody to do, and the least they owe: "it is up to the board to act", "the least you can do is to
//! reply to her", "nothing less than a full inquiry will do".
//!
//! What it leaves: duties of the past, of nobody who can act, and what it is not up to somebody to do.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// A duty as a sentence says it.
struct Duty {
    cue: Range<usize>,
    /// What is asked.
    content: Range<usize>,
    shape: Shape,
    /// Whose duty it is.
    whose: Option<Range<usize>>,
    level: u8,
}

/// Asks made as a duty.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    if words.last().is_some_and(|last| last.is("?")) {
        return Vec::new();
    }
    (0..words.len())
        .filter(|at| !sentence.is_quoted(*at) && opens_clause(words, *at))
        .filter_map(|at| {
            falls_to(words, context, at)
                .or_else(|| owes_it(words, context, at))
                .or_else(|| the_least(words, at))
                .or_else(|| nothing_less(words, at))
                .or_else(|| accept_nothing_less(words, at))
        })
        .map(|duty| ask(words, duty))
        .collect()
}

/// Whether nothing stands before `at` on which its clause hangs.
fn opens_clause(words: Tokens, at: usize) -> bool {
    at == 0
        || !words[at - 1].is_word()
        || words.has(at - 1, Class::ADVERB)
        || words.is_any(at - 1, &["and", "but", "so", "that"])
}

/// "It is [now] up to you to stop it", "it falls to the Senate to restore it", "the onus is on the owner to repair it".
/// Not "it is the duty of the state to protect its citizens": that says what states are for.
fn falls_to(words: Tokens, context: &Context, at: usize) -> Option<Duty> {
    let to = if words.is(at, "it") {
        it_falls(words, at)?
    } else if words.is(at, "the") && is_burden(words, words.skip_adverbs(at + 1)) {
        let is = words.skip_adverbs(words.skip_adverbs(at + 1) + 1);
        let rests = words.is_any(is, &["is", "lies", "rests", "falls", "remains"]);
        let on = words.skip_adverbs(is + 1);
        (rests && words.is_any(on, &["on", "upon", "with", "to"])).then_some(on)?
    } else {
        return None;
    };
    let (whose, act) = whose(words, to + 1)?;
    let acts =
        context.voice.who(words, whose.clone()) == Who::Addressee || super::actor::is_actor(words, &whose);
    // "it is up to the board to decide": that it may.
    let free = words.is_any(words.skip_adverbs(act), &["decide", "determine", "choose", "judge", "say"]);
    (acts && !free).then(|| Duty {
        cue: at..whose.end + 1,
        content: act..super::clause::clause_end(words, act),
        shape: Shape::Verb,
        whose: Some(whose),
        level: super::levels::JUDGEMENT,
    })
}

/// The word before whose duty it is, behind "it".
fn it_falls(words: Tokens, at: usize) -> Option<usize> {
    let verb = words.skip_adverbs(at + 1);
    let next = words.skip_adverbs(verb + 1);
    if words.is_any(verb, &["falls", "rests"]) {
        return words.is_any(next, &["to", "on", "upon", "with"]).then_some(next);
    }
    if !words.is_any(verb, &["is", "remains"]) {
        return None;
    }
    (words.is(next, "up") && words.is(next + 1, "to")).then_some(next + 1)
}

/// "It behoves the Government to act", "you owe it to the families to publish it".
fn owes_it(words: Tokens, context: &Context, at: usize) -> Option<Duty> {
    let (whose, act) = if words.is(at, "it") && words.is_any(at + 1, &["behoves", "behooves"]) {
        whose(words, at + 2)?
    } else {
        let owe = (at + 1..words.len().min(at + 8)).find(|owe| words.is_any(*owe, &["owe", "owes"]))?;
        if !words.phrase(owe + 1, "it to") {
            return None;
        }
        let (_, act) = whose_due(words, owe + 3)?;
        (at..owe, act)
    };
    let acts =
        context.voice.who(words, whose.clone()) == Who::Addressee || super::actor::is_actor(words, &whose);
    // "I owe it to you to explain": their own.
    (acts && !words.has(whose.start, Class::FIRST_PERSON)).then(|| Duty {
        cue: at..act,
        content: act..super::clause::clause_end(words, act),
        shape: Shape::Verb,
        whose: Some(whose),
        level: super::levels::JUDGEMENT,
    })
}

/// To whom something is owed, and the verb behind it.
fn whose_due(words: Tokens, at: usize) -> Option<(Range<usize>, usize)> {
    let to = (at + 1..words.len().min(at + 12))
        .find(|to| words.is(*to, "to") && words.is_base(words.skip_adverbs(to + 1)))?;
    Some((at..to, to + 1))
}

fn is_burden(words: Tokens, at: usize) -> bool {
    words.is_any(at, &["onus", "burden", "responsibility"])
}

/// Whose duty it is, from `at` on, and the verb behind its "to".
fn whose(words: Tokens, at: usize) -> Option<(Range<usize>, usize)> {
    let to = (at + 1..words.len().min(at + 12))
        .find(|to| words.is(*to, "to") && words.is_base(words.skip_adverbs(to + 1)))?;
    let plain = (at..to).all(|at| words[at].is_word() && !words.has(at, Class::NEGATION | Class::AUXILIARY));
    // "it is up to us to": an ask of nobody.
    let ours = words.is_any(at, &["us", "me", "our", "my", "people", "everyone"]);
    (plain && !ours).then_some((at..to, to + 1))
}

/// "The [very] least you can do is reply", "the least the company owes them is a pension".
fn the_least(words: Tokens, at: usize) -> Option<Duty> {
    let least = at + 1 + usize::from(words.is(at + 1, "very"));
    if !words.is(at, "the") || !words.is(least, "least") {
        return None;
    }
    let is = (least + 2..words.len().min(least + 14)).find(|is| words.is(*is, "is"))?;
    let subject = least + 1 + usize::from(words.is(least + 1, "that"));
    let owes = (subject + 1..is).any(|at| words.is_any(at, &["owe", "owes", "deserve", "deserves"]));
    let does = words.is(is - 1, "do")
        && (subject + 1..is)
            .any(|at| words.is_any(at, &["can", "could", "should", "must", "might", "ought"]));
    let own = words.has(subject, Class::FIRST_PERSON);
    let own_due = own && (subject + 1..is).any(|at| words.is_any(at, &["deserve", "ask", "expect"]));
    if !(owes || does && !own || own_due) {
        return None;
    }
    let next = words.skip_adverbs(is + 1);
    let verb = next + usize::from(words.is(next, "to"));
    let (act, shape) = if does && words.is_base(words.skip_adverbs(verb)) {
        (verb, Shape::Verb)
    } else if words.has(next, Class::DETERMINER) {
        (next, Shape::Noun)
    } else {
        return None;
    };
    let verb = (subject..is).find(|at| words.has(*at, Class::AUXILIARY | Class::BASE | Class::THIRD))?;
    let whose = (does && verb > subject).then_some(subject..verb);
    let content = act..super::clause::clause_end(words, act);
    Some(Duty { cue: at..is + 1, content, shape, whose, level: super::levels::JUDGEMENT })
}

/// "Nothing short of a moratorium will do", "nothing less than a full inquiry will satisfy us".
fn nothing_less(words: Tokens, at: usize) -> Option<Duty> {
    let thing = words.is(at, "nothing").then(|| less_than(words, at + 1)).flatten()?;
    let will = (thing + 1..words.len().min(thing + 14))
        .find(|will| words.is_any(*will, &["will", "would", "can"]))?;
    let enough = words.is_any(
        words.skip_adverbs(will + 1),
        &["do", "suffice", "satisfy", "restore", "bring", "answer", "meet", "be"],
    );
    enough.then_some(Duty {
        cue: at..thing,
        content: thing..will,
        shape: Shape::Noun,
        whose: None,
        level: super::levels::MUST,
    })
}

/// "We will accept nothing less than a full inquiry".
fn accept_nothing_less(words: Tokens, at: usize) -> Option<Duty> {
    if !words.has(at, Class::FIRST_PERSON) {
        return None;
    }
    let nothing = (at + 2..words.len().min(at + 7)).find(|next| words.is(*next, "nothing"))?;
    let thing = less_than(words, nothing + 1)?;
    let wants = (at + 1..nothing)
        .any(|verb| words.is_any(verb, &["accept", "expect", "demand", "seek", "settle", "ask"]));
    wants.then_some(Duty {
        cue: at..thing,
        content: thing..super::clause::clause_end(words, thing),
        shape: Shape::Noun,
        whose: None,
        level: super::levels::MUST,
    })
}

/// What stands behind "less than" or "short of".
fn less_than(words: Tokens, at: usize) -> Option<usize> {
    let less = words.phrase(at, "less than") || words.phrase(at, "short of");
    (less && words.get(at + 2).is_some_and(|token| token.is_word())).then_some(at + 2)
}

fn ask(words: Tokens, duty: Duty) -> Ask {
    let mut reasons = vec![Reason::Judgement];
    if duty.shape == Shape::Verb && words.has(words.skip_adverbs(duty.content.start), Class::IDLE) {
        reasons.push(Reason::IdleVerb);
    }
    let reply = super::reply::is_reply(words, &duty.content);
    Ask {
        family: Family::Impersonal,
        cue: duty.cue,
        content: duty.content,
        shape: duty.shape,
        addressee: duty.whose,
        level: duty.level,
        kind: if reply { Kind::Reply } else { Kind::Demand },
        speaker: Speaker::Own,
        reasons,
    }
}
