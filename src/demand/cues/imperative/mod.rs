//! Imperatives: items of demands that begin with a verb, and "please …" in running text.
//!
//! What it leaves: what a reader is told to do with the page ("see below", "share this"), courtesy
//! ("please do not hesitate"), and verb-first items of lists that do not ask.

mod item;
mod later;

pub use item::after_label;

use super::levels;
use super::practical::{is_practical, keeps_in_mind};
use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use item::{is_subject, item};
use later::{after_clause, after_saying, goes_on, later_please, lets};
use std::ops::Range;

/// Asks made in the imperative.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let item = match context.role {
        Role::Demand | Role::OpenItem | Role::DemandHeading => item(sentence, context),
        _ => None,
    };
    if let Some(ask) = item {
        return vec![ask];
    }
    let opening =
        please(sentence, context).or_else(|| lets(sentence, context)).or_else(|| goes_on(sentence, context));
    let marks = |at: &usize| sentence.words.is_any(*at, &["please", ",", ":"]);
    let later = (1..sentence.words.len()).filter(marks).filter_map(|at| {
        later_please(sentence, at)
            .or_else(|| after_saying(sentence, at))
            .or_else(|| after_clause(sentence, context, at))
    });
    opening.into_iter().chain(later).collect()
}

/// "call your mayor to demand it": the telephone is only how somebody in office is asked.
fn calls_office(words: Tokens, verb: usize) -> bool {
    let end = words.len().min(verb + 12);
    let to = (verb + 2..end)
        .find(|at| words.is(*at, "to") && words.has(at + 1, Class::PERFORMATIVE | Class::SPEECH));
    words.is_any(verb, &["contact", "call", "write", "email", "phone"])
        && to.is_some_and(|to| {
            (verb + 1..to)
                .any(|at| words.has(at, Class::ROLE | Class::INSTITUTION) || words.is(at, "officials"))
        })
}

/// What "please" at `at` asks with the verb at `verb`.
fn polite(sentence: &Sentence, at: usize, verb_at: usize) -> Option<Ask> {
    let words = sentence.words;
    let verb = words.lemma(verb_at)?;
    let courtesy = [
        "hesitate",
        "accept",
        "note",
        "find",
        "see",
        "feel",
        "excuse",
        "forgive",
        "know",
        "understand",
        "enjoy",
        "be",
        "remember",
        "allow",
        "distribute",
        "forward",
        "direct",
        "refer",
    ];
    let regards = matches!(verb, "give" | "send" | "convey" | "pass" | "offer")
        && (verb_at + 1..words.len().min(verb_at + 7)).any(|at| {
            words.is_any(at, &["regards", "greetings", "wishes", "thanks", "love", "condolences", "respects"])
        });
    // "forward this to the minister": passing on to somebody in office is an act.
    let relayed = matches!(verb, "forward" | "direct" | "refer" | "distribute")
        && (verb_at + 1..words.len()).any(|at| words.has(at, Class::ROLE));
    let courtesy = courtesy.contains(&verb) && !relayed && !sees_to(words, verb_at);
    if courtesy || keeps_in_mind(words, verb_at) || regards {
        return None;
    }
    let from = if !words.is(at, "please") {
        verb_at
    } else if !words.is(at + 1, ",") {
        words.skip_adverbs(at + 1)
    } else if words.phrase(verb_at.saturating_sub(2), "do not") {
        verb_at - 2
    } else {
        verb_at
    };
    let content = from..super::clause::clause_end(words, verb_at);
    let kind =
        if super::reply::is_reply(words, &(verb_at..content.end)) { Kind::Reply } else { Kind::Demand };
    let mut reasons = vec![Reason::Please];
    // "join me in taking this note to the mayor"
    let together = words.is(verb_at, "join")
        && words.is_any(verb_at + 1, &["me", "us"])
        && words.is(verb_at + 2, "in")
        && words.has(verb_at + 3, Class::GERUND);
    let relayed = relayed || together;
    if words.has(verb_at, Class::PRACTICAL) && !relayed
        || matches!(verb, "contact" | "click" | "join" | "support" | "help") && content.len() < 5
        || is_practical(words, verb_at, content.end)
    {
        reasons.push(Reason::PracticalAct);
    }
    Some(build(at..at + 1, content, Shape::Verb, kind, levels::PLEASE, reasons))
}

/// "Please release them", "we ask you, please, …": a polite imperative.
fn please(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    if sentence.is_quoted(0) && !sentence.all_quoted() {
        return None;
    }
    let mut at = 0;
    while words.has(at, Class::ADVERB | Class::CONJUNCTION) && !words.is(at, "please") && at < 4
        || words.is(at, ",")
        || words.is_any(at, &["fourth", "fifth", "sixth", "seventh"]) && words.is(at + 1, ",")
    {
        at += 1;
    }
    let kindly = at > 0 && words.is(at - 1, "kindly");
    let please = words.is(at, "please") || kindly;
    let verb_at = words.skip_adverbs(at + usize::from(please && !kindly));
    let verb_at = if words.is(verb_at, ",") { after_address(words, verb_at) } else { verb_at };
    let verb_at = if words.is(verb_at, "do") && words.is(verb_at + 1, "not") { verb_at + 2 } else { verb_at };
    // "Do you remember it?"
    if words.last().is_some_and(|last| last.is("?")) {
        return None;
    }
    let exclaimed =
        words.is(words.len().saturating_sub(1), "!") || words.is(words.len().saturating_sub(2), "!");
    if !words.is_base(verb_at) {
        return None;
    }
    if please { polite(sentence, at, verb_at) } else { bare(sentence, context, at, verb_at, exclaimed) }
}

/// "Allow me to thank you": leave to say what is said at once. "Allow us to return" asks.
fn begs_leave(words: Tokens, verb: usize) -> bool {
    let said = words.skip_adverbs(verb + 3);
    let says = words.has(said, Class::SPEECH | Class::PERFORMATIVE)
        || words.is_any(
            said,
            &[
                "begin",
                "close",
                "congratulate",
                "conclude",
                "convey",
                "end",
                "extend",
                "introduce",
                "offer",
                "open",
                "start",
                "welcome",
            ],
        );
    words.is_any(verb, &["allow", "permit"])
        && words.is(verb + 2, "to")
        && (words.is(verb + 1, "me") || words.is(verb + 1, "us") && says)
}

/// "Let the churches refuse to serve them": the imperative of the third person. "Let the record show" says only that
/// something is so, and "let this bill pass, and Congress will regret it" warns.
fn is_jussive(words: Tokens, verb: usize) -> bool {
    let named =
        words.is_any(verb + 1, &["the", "these", "those", "every", "all", "each", "no", "our", "your"]);
    let act = (verb + 2..words.len().min(verb + 10)).find(|at| {
        words.is_base(*at) && !words.has(*at, Class::AMBIGUOUS)
            || words.is_verb_here(*at)
            || words.is_any(*at, &["not", "be"])
    });
    let says = act.is_some_and(|act| words.is_any(act, &["show", "reflect", "begin", "know", "remember"]));
    let warns = (verb + 3..words.len()).any(|at| {
        words.is(at, "and")
            && (at + 1..words.len().min(at + 5)).any(|will| words.is_any(will, &["will", "would"]))
    });
    let people = act.is_some_and(|act| {
        (verb + 1..act).any(|at| words.has(at, Class::ACTOR | Class::PEOPLE) || words.is_plural(at))
    });
    words.is(verb, "let") && named && people && !says && !warns
}

/// "See to it that they are paid", "please see that they are paid".
fn sees_to(words: Tokens, verb: usize) -> bool {
    let that = if words.phrase(verb + 1, "to it") { verb + 3 } else { verb + 1 };
    words.is(verb, "see")
        && words.is(that, "that")
        && words.has(that + 1, Class::DETERMINER | Class::SUBJECT_PRONOUN)
}

/// The index after a comma and the name of whom is spoken to: "Please, Mr. Mayor, keep it".
fn after_address(words: Tokens, comma: usize) -> usize {
    let close = (comma + 2..words.len().min(comma + 8)).find(|at| words.is(*at, ","));
    match close {
        Some(close) if words[comma + 1].capital() && words.is_base(words.skip_adverbs(close + 1)) => {
            words.skip_adverbs(close + 1)
        }
        _ => comma + 1,
    }
}

/// "Bring back the guards", "Hand over the files": a verb and its particle before a thing.
fn is_phrasal(words: Tokens, verb: usize) -> bool {
    const VERBS: [&str; 14] = [
        "bring", "hand", "call", "take", "write", "give", "shut", "phase", "tear", "spell", "throw", "roll",
        "pay", "hold",
    ];
    const PARTICLES: [&str; 6] = ["back", "over", "off", "down", "out", "up"];
    words.is_any(verb, &VERBS)
        && words.is_any(verb + 1, &PARTICLES)
        && words.has(verb + 2, Class::DETERMINER | Class::POSSESSIVE)
        && !words.is(verb + 2, "your")
        || words.phrase(verb, "get rid of")
}

/// "Water connects us", "Silence protects the guilty": a noun that looks like a verb, and what is told of it.
pub(super) fn is_told_of(words: Tokens, noun: usize) -> bool {
    let verb = noun + 1;
    let third = words.has(verb, Class::THIRD) && !words[verb].capital();
    let plural = words.has(verb, Class::NOMINAL | Class::ARTIFACT | Class::AMBIGUOUS | Class::ACTOR);
    let object = words.has(verb + 1, Class::DETERMINER | Class::POSSESSIVE)
        || words.is_any(
            verb + 1,
            &["nothing", "everything", "nobody", "us", "them", "you", "half", "from", "behind"],
        );
    third && (!plural || object)
}

/// An imperative in running text: "Release them now!", "Do not extend it."
fn bare(sentence: &Sentence, context: &Context, at: usize, verb_at: usize, exclaimed: bool) -> Option<Ask> {
    let words = sentence.words;
    if is_told_of(words, verb_at) {
        return None;
    }
    // "Part 1.", "Section 3": parts of a paper, not acts.
    let part = ["part", "section", "chapter", "note", "figure", "table", "rule", "schedule", "page", "title"];
    let numbered = words.get(verb_at + 1).is_some_and(|next| next.kind == crate::language::Kind::Number);
    if numbered && words.is_any(verb_at, &part) {
        return None;
    }
    let plain = !words.has(verb_at, Class::AMBIGUOUS)
        && !words.has(verb_at + 1, Class::AUXILIARY | Class::VERB)
        && words.get(verb_at + 1).is_some_and(|next| next.is_word());
    let relays = words.lexicon().performative(words.lemma(verb_at)?).is_some_and(|asks| {
        super::complement(words, verb_at, words.len(), asks).is_some_and(|found| found.addressee.is_some())
    });
    let takes = words.is_verb_here(verb_at) && (plain || words.takes_object(verb_at))
        || words.is(verb_at.wrapping_sub(1), "not")
        || relays;
    // "Increase Transparency and Develop a Committee": the second verb tells what the first word is.
    let paired = words[verb_at].capital()
        && (verb_at + 2..words.len().min(verb_at + 6)).any(|and| {
            words.is(and, "and")
                && words.is_base(and + 1)
                && !words.has(and + 1, Class::AMBIGUOUS)
                && words.has(and + 2, Class::DETERMINER)
        });
    // "Sign AB 1294": a bill is signed into law.
    let law = words.is(verb_at, "sign")
        && (verb_at + 1..words.len().min(verb_at + 4)).any(|at| {
            words.is_any(at, &["bill", "act", "law", "treaty", "convention", "ordinance"])
                || words[verb_at + 1].capital() && words[at].text.ends_with(|c: char| c.is_ascii_digit())
        });
    let votes = words.is(verb_at, "vote") && words.is_any(verb_at + 1, &["against", "for", "no", "yes"]);
    let takes = takes || (paired || law || votes || is_phrasal(words, verb_at)) && words.is_base(verb_at);
    let opens = words[verb_at].capital() || at > 0 && words[0].capital() || verb_at > at;
    let labelled = (verb_at + 1..words.len().min(verb_at + 5))
        .any(|next| words.is(next, ":") || words.is(next, "-") && words[next].gap > 0);
    // "Green Elders held their meeting", "Except for the ferry": a name, a preposition.
    let name = words.get(verb_at + 1).is_some_and(|next| next.capital())
        && (verb_at + 2..words.len().min(verb_at + 5)).any(|told| {
            words.has(told, Class::PAST | Class::THIRD)
                && !words.has(told, Class::NOMINAL | Class::ARTIFACT)
                && !words[told].capital()
                && !words.is_plural(told)
        });
    if name && words.has(verb_at, Class::ADJECTIVE | Class::AMBIGUOUS)
        || words.phrase(verb_at, "except for")
        || words.phrase(verb_at, "right now")
    {
        return None;
    }
    // "Ask any nurse and she will tell you": a condition in the imperative.
    let condition = (verb_at + 2..words.len().saturating_sub(2)).any(|next| {
        words.is(next, "and")
            && words.has(next + 1, Class::SUBJECT_PRONOUN)
            && words.is_any(next + 2, &["will", "would", "can"])
    });
    if condition {
        return None;
    }
    if labelled
        || words.has(verb_at.wrapping_sub(1), Class::GENITIVE)
        || words.is_any(verb_at, &["be", "may", "march"])
        || !takes
        || !opens
        || is_subject(words, verb_at)
        || words.has(verb_at, Class::IDLE) && !words.is(verb_at, "be") && !words.phrase(verb_at, "see to it")
    {
        return None;
    }
    if begs_leave(words, verb_at) || words.is_any(verb_at, &["thank", "congratulations"]) {
        return None;
    }
    // "Let us …", "Take, for example": turns of speech; a heading's verb is a title.
    let turn = words.is_any(
        verb_at,
        &[
            "let", "consider", "suppose", "imagine", "say", "thank", "note", "given", "welcome", "come",
            "expect", "compare", "mind", "picture", "recall", "witness",
        ],
    ) || keeps_in_mind(words, verb_at);
    // "Say no to the dam", "Let the people decide": slogans.
    let slogan = words.phrase(verb_at, "say no to")
        || words.phrase(verb_at, "say yes to")
        || words.is(verb_at, "let")
            && words.len() <= 9
            && words.is_any(verb_at + 1, &["the", "our", "them", "him", "her"])
            && (verb_at + 2..words.len()).any(|at| {
                words.is_base(at)
                    || words.is_any(at, &["in", "out", "through", "go"]) && at + 2 >= words.len()
            });
    // "Let there be an inquiry", "let us have our land back": a thing is asked for.
    let granted = words.phrase(verb_at, "let there be")
        && !words.is_any(
            words.len().min(verb_at + 4),
            &["doubt", "mistake", "misunderstanding", "confusion", "illusion", "illusions"],
        )
        || words.is(verb_at, "let")
            && words.is_any(verb_at + 1, &["us", "me"])
            && words.is(verb_at + 2, "have")
            && words.has(verb_at + 3, Class::DETERMINER);
    let turn = turn && !slogan && !granted && !is_jussive(words, verb_at);
    let example = words.is(verb_at, "take")
        && !(verb_at..words.len().min(verb_at + 7))
            .any(|at| words.is_any(at, &["steps", "step", "action", "actions", "measures"]));
    if (turn || example) && !exclaimed {
        return None;
    }
    if matches!(context.role, Role::Fact | Role::Title) {
        return None;
    }
    let mut reasons = vec![if context.after_ask { Reason::FollowsAsk } else { Reason::BareImperative }];
    let start = words.skip_adverbs_back(verb_at.min(at));
    let content = start..super::clause::clause_end(words, verb_at);
    let political = words.is_any(verb_at, &["write", "call", "contact", "tell", "email", "phone", "fax"])
        && (verb_at + 1..content.end).any(|at| words.has(at, Class::ROLE | Class::INSTITUTION));
    let about_matter = context.after_ask && words.is_any(verb_at, &["bring", "fill", "show", "find"]);
    let model = words.is(verb_at, "follow") && words.is(verb_at + 1, "the");
    let political = political || law;
    // "Bring our troops home"
    let returns = words.is(verb_at, "bring")
        && (verb_at + 2..words.len().min(verb_at + 7))
            .any(|at| words.is_any(at, &["home", "back", "justice"]));
    let page = words.has(verb_at, Class::PRACTICAL) && !model && !returns
        || words.is_any(verb_at, &["join", "help", "support", "contact", "call", "write", "sign"]);
    if page && !political && !about_matter || is_practical(words, verb_at, content.end) {
        reasons.push(Reason::PracticalAct);
    }
    Some(build(verb_at..verb_at + 1, content, Shape::Verb, Kind::Demand, levels::IMPERATIVE, reasons))
}

fn build(
    cue: Range<usize>,
    content: Range<usize>,
    shape: Shape,
    kind: Kind,
    level: u8,
    reasons: Vec<Reason>,
) -> Ask {
    Ask {
        family: Family::Imperative,
        cue,
        content,
        shape,
        addressee: None,
        level,
        kind,
        speaker: Speaker::Own,
        reasons,
    }
}
