//! Requests put as questions: "could you mend it?", "would it be possible to extend it?", "can we have it back?".
//!
//! What it leaves: questions that are none of doing ("can you imagine it?"), that want to know, and rhetorical ones
//! ("how can you let this happen?").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// A request as a question puts it.
struct Request {
    cue: Range<usize>,
    content: Range<usize>,
    shape: Shape,
    /// Who is to do it.
    whom: Option<Range<usize>>,
}

/// Asks put as questions in running text; a list of questions wants answers.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    if context.role == Role::Question || words.is_empty() {
        return Vec::new();
    }
    let asked = words.iter().rposition(|token| token.is("?"));
    // "Could you please look into this": the mark is often forgotten where the words are polite.
    let polite = || (0..words.len().min(8)).any(|at| words.is_any(at, &["please", "kindly"]));
    let end = match asked {
        Some(mark) => mark,
        None if polite() || words.is_any(0, &["could", "would"]) && words.is(1, "you") => {
            super::clause::clause_end(words, 1.min(words.len() - 1))
        }
        None => return Vec::new(),
    };
    let found =
        (0..end.min(OPENING)).filter(|at| opens(words, *at) && !sentence.is_quoted(*at)).find_map(|at| {
            of_you(words, at, end)
                .or_else(|| possible(words, at, end))
                .or_else(|| have(words, at, end))
                .or_else(|| any_chance(words, at, end))
                .or_else(|| politely_of(words, at, end))
                .or_else(|| suggestion(words, at, end))
                .or_else(|| why_not(words, at, end))
                .or_else(|| relies(words, at, end))
                .or_else(|| time(words, at, end))
        });
    found.map(|request| ask(words, request, asked.is_some())).into_iter().collect()
}

/// How far into the sentence the question may begin.
const OPENING: usize = 24;

/// A question begins here: the sentence, or what follows a comma or "and".
fn opens(words: Tokens, at: usize) -> bool {
    at == 0
        || !words[at - 1].is_word()
        || words.is_any(at - 1, &["and", "but", "so", "then", "please", "pls"])
}

/// Words of courtesy passed over.
fn past_courtesies(words: Tokens, mut at: usize) -> usize {
    while words
        .is_any(at, &["please", "kindly", "possibly", "perhaps", "also", "at", "least", "not", "n't", ","])
        && at < words.len()
    {
        at += 1;
    }
    words.skip_adverbs(at)
}

/// "Will you oppose it?", "would you be willing to meet them?", "could you please look into this".
fn of_you(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let are = words.is(at, "are") && words.is_any(at + 2, &WILLING) && words.is(at + 3, "to");
    let negated = usize::from(words.is_any(at + 1, &["n't", "not"]));
    let you = at + 1 + negated;
    if !(are || words.is_any(at, &["will", "would", "could", "can", "wo", "ca"])) || !words.is(you, "you") {
        return None;
    }
    let please = (you + 1..end).any(|at| words.is_any(at, &["please", "kindly"]));
    let after = past_courtesies(words, you + 1);
    let willing = (words.is(after, "be") || are) && words.is_any(after + usize::from(!are), &WILLING);
    let verb = match (willing, are) {
        (true, true) => words.skip_adverbs(after + 2),
        (true, false) => words.skip_adverbs(after + 3),
        _ => after,
    };
    let courtesy = words.is_any(
        verb,
        &[
            "excuse", "forgive", "pardon", "believe", "say", "recall", "permit", "imagine", "see", "blame",
            "deny", "do",
        ],
    );
    let commits = words.is(verb + 1, "to") && words.has(verb + 2, Class::GERUND | Class::BASE);
    let practical = words.has(verb, Class::PRACTICAL) && !please;
    let acts = words.is_base(verb)
        && !courtesy
        && !words.has(verb, Class::IDLE)
        && !practical
        && (words.takes_object(verb)
            || commits
            || willing
            || please
            || words.is(verb, "consider") && words.has(verb + 1, Class::GERUND)
            || words
                .is_any(verb + 1, &["to", "into", "why", "whether", "what", "how", "when", "with", "for"]));
    // "Can you live on that?", "can you promise it?": asked of what they are able to, unless politely.
    let able = words.is_any(at, &["can", "ca"]) && !please && !words.takes_object(verb);
    (acts && !able && end > verb + 1).then(|| Request {
        cue: at..you + 1,
        // "Won't you spare it?" asks that it be done.
        content: (if negated > 0 { verb } else { at })..end,
        shape: if negated > 0 { Shape::Verb } else { Shape::Question },
        whom: Some(you..you + 1),
    })
}

const WILLING: [&str; 4] = ["willing", "prepared", "ready", "able"];

/// "Would it be possible [for the council] to extend it?", "is it possible to extend it?".
fn possible(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let would = words.is_any(at, &["would", "might"]) && words.phrase(at + 1, "it be");
    let is = words.is(at, "is") && words.is(at + 1, "it");
    let possible = if would { at + 3 } else { at + 2 };
    if !(would || is) || !words.is_any(possible, &["possible", "feasible", "acceptable", "convenient"]) {
        return None;
    }
    let to = (possible + 1..end.min(possible + 12))
        .find(|to| words.is(*to, "to") && words.is_base(words.skip_adverbs(to + 1)))?;
    let whom = words.is(possible + 1, "for").then_some(possible + 2..to);
    // "is it possible for us to": what they are to be allowed.
    let whom = whom.filter(|whom| !whom.is_empty() && !words.has(whom.start, Class::FIRST_PERSON));
    // "Is it possible to live on it?"
    let verb = words.skip_adverbs(to + 1);
    let knows = is && (words.has(verb, Class::IDLE | Class::SPEECH) || !words.takes_object(verb));
    (!knows).then(|| Request { cue: at..possible + 1, content: to + 1..end, shape: Shape::Verb, whom })
}

/// "Can we have more bins?", "may I have your assurance that it will stay open?".
fn have(words: Tokens, at: usize, end: usize) -> Option<Request> {
    if !words.is_any(at, &["can", "could", "may", "might"]) || !words.is_any(at + 1, &["we", "i"]) {
        return None;
    }
    let verb = past_courtesies(words, at + 2);
    let thing = past_courtesies(words, verb + 1);
    // "can we have any confidence", "may we have forgotten it"
    let vague = words.is(thing, "any")
        || words.has(thing, Class::PARTICIPLE) && !words.has(thing, Class::ADJECTIVE)
        || words.is_any(thing + 1, &["idea", "doubt", "hope"]);
    let gets = words.is_any(verb, &["have", "get", "see"]) && end > thing && !vague;
    let given = words.is(verb, "be")
        && words
            .lemma(thing)
            .is_some_and(|lemma| ["give", "send", "tell", "allow", "spare", "afford"].contains(&lemma));
    let named = words.get(thing).is_some_and(|token| token.is_word());
    match (gets, given) {
        (true, _) if named => {
            Some(Request { cue: at..verb + 1, content: thing..end, shape: Shape::Noun, whom: None })
        }
        (_, true) => Some(Request { cue: at..verb, content: at + 1..end, shape: Shape::Clause, whom: None }),
        _ => None,
    }
}

/// "Is there any chance the deadline could be extended?", "is there anything you can do to stop it?".
fn any_chance(words: Tokens, at: usize, end: usize) -> Option<Request> {
    // "any chance we can have it back?"
    let bare = words.is(at, "any") && words.is_any(at + 1, &["chance", "possibility"]);
    if !bare && (!words.is_any(at, &["is", "are"]) || !words.is(at + 1, "there")) {
        return None;
    }
    let first = if bare { at } else { at + 2 };
    let do_to = (first..end.min(first + 8)).find(|to| {
        words.is(*to, "to") && words.is(to.wrapping_sub(1), "do") && words.is_base(words.skip_adverbs(to + 1))
    });
    if let Some(to) = do_to
        && words.is_any(first, &["anything", "something", "nothing"])
        && (first + 1..to).any(|you| words.is(you, "you"))
    {
        return Some(Request { cue: at..to, content: to + 1..end, shape: Shape::Verb, whom: None });
    }
    let chance = (first..end.min(first + 3)).find(|next| words.is_any(*next, &["chance", "possibility"]))?;
    let from = chance + 1 + usize::from(words.is(chance + 1, "that"));
    let could = (from + 1..end.min(from + 10)).any(|at| words.is_any(at, &["could", "can", "might"]));
    let gerund = words.is(from, "of") && words.has(from + 1, Class::GERUND);
    if gerund {
        return Some(Request { cue: at..from + 1, content: from + 1..end, shape: Shape::Gerund, whom: None });
    }
    could.then_some(Request { cue: at..from, content: from..end, shape: Shape::Clause, whom: None })
}

/// "Could the committee please be given the minutes": the courtesy makes it a request.
fn politely_of(words: Tokens, at: usize, end: usize) -> Option<Request> {
    if !words.is_any(at, &["could", "can", "would", "will", "may"]) || !words.has(at + 1, Class::DETERMINER) {
        return None;
    }
    let please = (at + 2..end.min(at + 10)).find(|please| words.is_any(*please, &["please", "kindly"]))?;
    let verb = words.skip_adverbs(please + 1);
    words.is_base(verb).then(|| Request {
        cue: at..please + 1,
        content: at + 1..end,
        shape: Shape::Clause,
        whom: Some(at + 1..please),
    })
}

/// "Why not open the pool in winter?", "How about giving them a seat?".
fn suggestion(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let act = words.skip_adverbs(at + 2);
    let verb = words.phrase(at, "why not") && words.is_base(act) && !words.has(act, Class::AUXILIARY);
    let gerund =
        (words.phrase(at, "how about") || words.phrase(at, "what about")) && words.has(act, Class::GERUND);
    let idle = words.has(act, Class::IDLE | Class::PRACTICAL | Class::SPEECH);
    let shape = if verb { Shape::Verb } else { Shape::Gerund };
    ((verb || gerund) && !idle && end > act + 1).then(|| Request {
        cue: at..at + 2,
        content: act..end,
        shape,
        whom: None,
    })
}

/// "Why don't you ask the crews?", "Why can't the council run a late bus?": what could be done is wanted.
fn why_not(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let auxiliary =
        words.is_any(at + 1, &["do", "does", "ca", "can"]) && words.is_any(at + 2, &["n't", "not"]);
    let whole = words.is_any(at + 1, &["don't", "doesn't", "can't"]);
    let from = at + if whole { 2 } else { 3 };
    let verb = (from + 1..end.min(from + 6)).find(|verb| {
        words.is_base(*verb)
            && !words.has(verb - 1, Class::DETERMINER | Class::PREPOSITION | Class::ADJECTIVE)
    })?;
    let whom = from..words.skip_adverbs_back(verb);
    let acts =
        words.is_any(from, &["you", "they"]) && whom.len() == 1 || super::actor::is_actor(words, &whom);
    let idle = words.has(verb, Class::IDLE | Class::PRACTICAL | Class::SPEECH | Class::AUXILIARY)
        && !words.is(verb, "ask");
    (words.is(at, "why")
        && (auxiliary || whole)
        && acts
        && !idle
        && words.takes_object(verb)
        && end > verb + 1)
        .then_some(Request { cue: at..from, content: verb..end, shape: Shape::Verb, whom: Some(whom) })
}

/// "Can we rely on your support for the bill?", "could I trouble you to look into it?".
fn relies(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let own = words.is_any(at, &["can", "may", "could", "might"]) && words.has(at + 1, Class::FIRST_PERSON);
    if !own {
        return None;
    }
    if words.is_any(at + 2, &["trouble", "ask", "press"]) && words.phrase(at + 3, "you to") {
        let act = words.skip_adverbs(at + 5);
        return words.is_base(act).then(|| Request {
            cue: at..at + 3,
            content: act..end,
            shape: Shape::Verb,
            whom: Some(at + 3..at + 4),
        });
    }
    let backed = words.is_any(at + 2, &["rely", "count", "depend"]) && words.is_any(at + 3, &["on", "upon"]);
    let whom = at + 4;
    let thing = words.is(whom, "your")
        && (whom + 1..end.min(whom + 4)).any(|at| words.is_any(at, &["support", "vote", "help", "backing"]));
    (backed && thing && end > whom + 2).then(|| Request {
        cue: at..at + 2,
        content: at + 2..end,
        shape: Shape::Verb,
        whom: Some(whom..whom + 1),
    })
}

/// "Isn't it time the council mended it?", "is it not time to mend it?".
fn time(words: Tokens, at: usize, end: usize) -> Option<Request> {
    let before = words.is(at, "is") && words.is_any(at + 1, &["n't", "not"]) && words.is(at + 2, "it");
    let behind = words.phrase(at, "is it not");
    let time = at + 3 + usize::from(words.is_any(at + 3, &["high", "about", "past"]));
    if !(before || behind) || !words.is(time, "time") {
        return None;
    }
    let next = time + 1;
    if words.is(next, "to") && words.is_base(words.skip_adverbs(next + 1)) {
        return Some(Request { cue: at..next, content: next + 1..end, shape: Shape::Verb, whom: None });
    }
    let from = next + usize::from(words.is_any(next, &["that", "for"]));
    (words.has(from, Class::DETERMINER | Class::SUBJECT_PRONOUN)
        && !words.has(from, Class::FIRST_PERSON)
        && end > from + 2)
        .then_some(Request { cue: at..next, content: from..end, shape: Shape::Clause, whom: None })
}

fn ask(words: Tokens, request: Request, marked: bool) -> Ask {
    let Request { cue, content, shape, whom } = request;
    // A question is quoted with its mark.
    let content = if shape == Shape::Question && marked { content.start..content.end + 1 } else { content };
    let first = if shape == Shape::Question { past_courtesies(words, cue.end) } else { content.start };
    let reply = super::reply::is_reply(words, &(first..content.end)) || wants_word(words, first);
    Ask {
        family: Family::Question,
        cue,
        content,
        shape,
        addressee: whom,
        level: super::levels::QUESTION,
        kind: if reply { Kind::Reply } else { Kind::Demand },
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    }
}

/// "tell us when", "let me know", "your views": wants to be told.
fn wants_word(words: Tokens, at: usize) -> bool {
    words.is_any(at, &["tell", "inform", "advise", "let", "update"]) && words.is_any(at + 1, &["us", "me"])
        || words.is(at, "your")
            && words.is_any(at + 1, &["views", "thoughts", "comments", "advice", "opinion"])
}
