//! Hopes and thanks that name an act: "we hope that you will …", "I would be grateful if …", "we look
//! forward to your answer".
//!
//! What it leaves: hopes for events ("I hope we can end it"), for oneself ("I hope to feel safe"), and
//! courtesy without an act ("we look forward to working with you").

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// Asks made as hope, trust or thanks in advance.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    (0..sentence.words.len())
        .filter_map(|at| {
            hope(sentence, context, at)
                .or_else(|| hope_you(sentence, context, at))
                .or_else(|| another_condition(sentence, at))
                .or_else(|| reliance(sentence, context, at))
                .or_else(|| thanks(sentence, at))
                .or_else(|| boon(sentence, at))
                .or_else(|| forward(sentence, at))
                .or_else(|| hear(sentence, at))
        })
        .collect()
}

/// Whether the senders are the subject of the verb (or predicate) at `at`: "we", "our members".
fn senders_before(words: Tokens, context: &Context, at: usize) -> bool {
    // "We venture to hope that"
    let ventures =
        words.is(at.wrapping_sub(1), "to") && words.is_any(at.wrapping_sub(2), &["venture", "dare", "beg"]);
    let mut before = if ventures { at - 2 } else { at };
    while before > 0 && words.has(before - 1, Class::ADVERB | Class::AUXILIARY)
        || words.is(before.wrapping_sub(1), "much")
    {
        before -= 1;
    }
    let Some(subject) = before.checked_sub(1) else { return false };
    words.has(subject, Class::FIRST_PERSON)
        || words.has(at, Class::BASE)
            && words.is_plural(subject)
            && context.voice.who(words, super::mood::noun_phrase_back(words, subject)) == Who::Own
}

/// "we hope / trust / expect [that] X will …", "with the hope that X will …", "our hope is that X".
fn hope(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let hopes = words
        .lemma(at)
        .is_some_and(|lemma| ["hope", "trust", "expect", "anticipate", "wish"].contains(&lemma))
        && words.has(at, Class::BASE | Class::GERUND)
        || words.is_any(at, &["hopeful", "confident"]);
    let verb = hopes && senders_before(words, context, at);
    // "our hope", "my fervent hope"
    let noun = words.is(at, "hope")
        && (words.is(at.wrapping_sub(1), "the")
            || (at.saturating_sub(2)..at).any(|own| words.is_any(own, &["our", "my"])));
    // "It is to be hoped that"
    let hoped = words.is(at, "hoped") && at >= 4 && words.phrase(at - 4, "it is to be");
    if !(verb || noun || hoped) || sentence.is_quoted(at) && !sentence.all_quoted() {
        return None;
    }
    let mut from = at + 1;
    // "we hope and expect that"
    if words.is(from, "and") && words.is_any(from + 1, &["expect", "trust", "hope", "believe", "pray"]) {
        from += 2;
    }
    if words.is(from, "is") {
        from += 1;
    }
    from = words.skip_adverbs(from);
    if words.is(from, "that") {
        from += 1;
    }
    // "that, for the good of the island, you will reconsider it": a remark before the subject.
    if words.is(from, ",") || words.has(from, Class::PREPOSITION | Class::CONJUNCTION) {
        let close = (from + 2..words.len().min(from + 26)).find(|close| {
            words.is(*close, ",") && words.has(close + 1, Class::SUBJECT_PRONOUN | Class::DETERMINER)
        });
        from = close.map_or(from, |close| close + 1);
    }
    let will = (from + 1..words.len().min(from + 14)).find(|next| {
        words.is_any(*next, &["will", "would", "can", "could", "shall", "should", "may", "might"])
    })?;
    let plain = (from..will).all(|next| {
        !words.has(next, Class::VERB)
            || words.has(
                next,
                Class::AMBIGUOUS | Class::ACTOR | Class::ARTIFACT | Class::GERUND | Class::PARTICIPLE,
            )
            || words[next].capital()
    });
    let subject = from..words.skip_adverbs_back(will);
    let who = context.voice.who(words, subject.clone());
    let mut act = words.skip_adverbs(will + 1);
    if words.is(act, "not") {
        act = words.skip_adverbs(act + 1);
    }
    act = past_willingness(words, act);
    // "you will not close it": what is hoped for is that it be left.
    let negation = (will + 1..act).find(|at| words.is_any(*at, &["not", "never"]));
    // "our hope is that we will be given a hearing": what only the other side can give.
    let given = words.is(act, "be")
        && words.lemma(words.skip_adverbs(act + 1)).is_some_and(|lemma| {
            ["give", "afford", "grant", "allow", "hear", "invite", "permit", "include"].contains(&lemma)
        });
    if !plain
        || who == Who::Own && !given
        || !words.is_base(act)
        || !words.has(subject.start, Class::SUBJECT_PRONOUN | Class::DETERMINER)
            && !words[subject.start].capital()
    {
        return None;
    }
    let willing = who == Who::Addressee
        && words.is_any(words.skip_adverbs(act + 1), &["willing", "able", "prepared", "ready", "inclined"])
        && words.is(words.skip_adverbs(act + 1) + 1, "to");
    // "it will be possible for the Council to keep it"
    let possible = (act..words.len().min(act + 4)).find(|next| words.is(*next, "possible"));
    let enabled = words.is(subject.start, "it") && possible.is_some_and(|next| words.is(next + 1, "for"));
    if words.is(act, "be")
        && !words.has(words.skip_adverbs(act + 1), Class::PARTICIPLE)
        && !(willing || enabled)
    {
        return None;
    }
    let acts = who == Who::Addressee
        || enabled
        || super::actor::is_actor(words, &subject)
        || words.is(subject.start, "they");
    if !acts && !(words.is(act, "be") && words.has(words.skip_adverbs(act + 1), Class::PARTICIPLE)) {
        return None;
    }
    let mut reasons = vec![Reason::HopeNamesAct];
    let agrees =
        words.is_any(act, &["agree", "understand", "see", "recognise", "recognize", "share", "know"]);
    if agrees || words.has(act, Class::IDLE | Class::PRACTICAL) && !words.is(act, "be") {
        reasons.push(Reason::IdleVerb);
    }
    // "that you may be able to raise it": what they are to be able to do.
    let able = words.skip_adverbs(words.skip_adverbs(act + 1) + 2);
    let able_to = words.is(words.skip_adverbs(act + 1), "able") && words.is_base(able);
    let asked = if willing && able_to { able } else { act };
    let content = if who == Who::Addressee { negation.unwrap_or(asked) } else { subject.start };
    let shape = if who == Who::Addressee { Shape::Verb } else { Shape::Clause };
    let end = super::clause::clause_end(words, act);
    let reply = super::reply::is_reply(words, &(act..end));
    Some(build(
        at..from,
        content..end,
        shape,
        Some(subject),
        if reply { Kind::Reply } else { Kind::Demand },
        reasons,
    ))
}

/// "will see its way to grant it", "will see fit to lay it before them": the act itself.
fn past_willingness(words: Tokens, act: usize) -> usize {
    if !words.is(act, "see") {
        return act;
    }
    let fit = usize::from(words.is(act + 1, "fit")) * 2;
    let way = if words.has(act + 1, Class::POSSESSIVE) && words.is(act + 2, "way") { 3 } else { 0 };
    let way = way + usize::from(way > 0 && words.is(act + way, "clear"));
    let to = act + fit.max(way);
    if to > act && words.is(to, "to") && words.is_base(words.skip_adverbs(to + 1)) {
        words.skip_adverbs(to + 1)
    } else {
        act
    }
}

/// "I hope you visit them": the act in the present.
fn hope_you(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let hopes =
        words.lemma(at) == Some("hope") && words.has(at, Class::BASE) && senders_before(words, context, at);
    let you = at + 1 + usize::from(words.is(at + 1, "that"));
    if !hopes || !words.is(you, "you") {
        return None;
    }
    let act = words.skip_adverbs(you + 1);
    let plain = words.is_base(act)
        && !words.has(act, Class::IDLE | Class::AUXILIARY | Class::SPEECH)
        && !words.is_any(
            act,
            &[
                "find",
                "enjoy",
                "agree",
                "understand",
                "know",
                "like",
                "love",
                "learn",
                "recall",
                "realize",
                "realise",
            ],
        );
    (plain && !sentence.is_quoted(at)).then(|| {
        let end = super::clause::clause_end(words, act);
        build(
            at..you + 1,
            act..end,
            Shape::Verb,
            Some(you..you + 1),
            Kind::Demand,
            vec![Reason::HopeNamesAct],
        )
    })
}

/// "we are counting on you to …", "we look to the minister to …".
fn reliance(sentence: &Sentence, context: &Context, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let particle = match words.lemma(at)? {
        "count" | "rely" | "depend" => ["on", "upon"],
        "look" => ["to", "to"],
        _ => return None,
    };
    let present = words.has(at, Class::BASE | Class::GERUND);
    if !present || !words.is_any(at + 1, &particle) || !senders_before(words, context, at) {
        return None;
    }
    let end = super::clause::clause_end(words, at);
    let to = (at + 3..end.min(at + 16)).find(|to| words.is(*to, "to"))?;
    let actor = at + 2..to;
    let acts = words.is(actor.start, "you") || super::actor::is_actor(words, &actor);
    let verb = words.skip_adverbs(to + 1);
    (acts && words.is_base(verb)).then(|| {
        let idle = words.has(verb, Class::IDLE).then_some(Reason::IdleVerb);
        let reasons = [Reason::HopeNamesAct].into_iter().chain(idle).collect();
        build(at..at + 2, to + 1..end, Shape::Verb, Some(actor), Kind::Demand, reasons)
    })
}

/// "I would be grateful if you would …", "we would appreciate your response", "any information you can share".
fn thanks(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let thankful = words.is_any(
        at,
        &[
            "grateful",
            "appreciative",
            "obliged",
            "gratified",
            "appreciate",
            "welcome",
            "thankful",
            "pleased",
            "glad",
            "helpful",
        ],
    );
    let conditional = (at.saturating_sub(4)..at)
        .any(|before| words.is_any(before, &["would", "should", "will", "shall", "'d"]));
    // "Grateful if you could confirm it", "Would appreciate if you would": letters in haste leave out who is grateful.
    let hasty =
        words.is(at + 1, "if") && words.is(at + 2, "you") && (at == 0 || at == 1 && words.is(0, "would"));
    if !thankful
        || !conditional && !hasty
        || !hasty
            && !(at.saturating_sub(6)..at).any(|before| {
                words.has(before, Class::FIRST_PERSON) || words.is(at, "helpful") && words.is(before, "it")
            })
    {
        return None;
    }
    let next = words.skip_adverbs(at + 1);
    let end = super::clause::clause_end(words, at);
    if let Some(condition) = (next..words.len().min(next + 4)).find(|index| words.is(*index, "if")) {
        return asked_if(words, at..condition + 1);
    }
    // "We would appreciate knowing whether it will be published"
    if words.is_any(next, &["knowing", "learning", "hearing"])
        && words.is_any(next + 1, &["whether", "when", "how", "what", "why", "if", "from"])
    {
        let start = (0..at).rev().find(|before| words.has(*before, Class::FIRST_PERSON)).unwrap_or(at);
        return Some(build(
            at..next,
            start..end,
            Shape::Clause,
            None,
            Kind::Reply,
            vec![Reason::HopeNamesAct],
        ));
    }
    let thing = next + usize::from(words.is(next, "for"));
    if words.is_any(at, &["appreciate", "welcome", "grateful"])
        && words.has(thing, Class::DETERMINER)
        && thing < end
    {
        let answer = (thing..end.min(thing + 7)).any(|index| {
            words.is_any(
                index,
                &[
                    "response",
                    "reply",
                    "answer",
                    "information",
                    "meeting",
                    "opportunity",
                    "explanation",
                    "update",
                    "consideration",
                    "thoughts",
                    "views",
                    "advice",
                ],
            )
        });
        let opportunity =
            (thing..end.min(thing + 4)).any(|index| words.is_any(index, &["opportunity", "chance"]));
        let discuss = (thing..end).any(|index| words.is_any(index, &["meet", "discuss", "speak"]));
        if answer
            && (!opportunity || discuss)
            && !words.is_any(thing + 1, &["consideration", "time", "attention"])
        {
            return Some(build(
                at..thing,
                0..end,
                Shape::Clause,
                None,
                Kind::Reply,
                vec![Reason::HopeNamesAct],
            ));
        }
    }
    None
}

/// "… if you could speed it up", "… if the college extended it": what is asked behind the "if" that ends a cue.
fn asked_if(words: Tokens, cue: Range<usize>) -> Option<Ask> {
    let from = cue.end;
    let end = super::clause::clause_end(words, cue.start);
    let modal = (from..end.min(from + 11))
        .find(|index| words.is_any(*index, &["would", "could", "will", "can", "might", "were"]));
    // "if the college extended it": the past tense wishes.
    let past = || {
        (from + 1..end.min(from + 11))
            .find(|index| words.has(*index, Class::PAST) && !words.has(*index, Class::NOMINAL))
    };
    let act = modal.or_else(past)?;
    let verb = if modal.is_some() { words.skip_adverbs(act + 1) } else { act };
    // "… and if it could be stopped": another condition.
    let end = (verb..end).find(|index| words.is(*index, "and") && words.is(index + 1, "if")).unwrap_or(end);
    let you = words.is(from, "you");
    let content = if you { verb } else { from };
    let shape = if you { Shape::Verb } else { Shape::Clause };
    let kind = if super::reply::is_reply(words, &(verb..end)) { Kind::Reply } else { Kind::Demand };
    Some(build(cue, content..end, shape, Some(from..act), kind, vec![Reason::HopeNamesAct]))
}

/// "It would be a great help to us if …", "it would mean a great deal to the families if …".
fn boon(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    if !words.is(at, "it") || !words.is_any(at + 1, &["would", "'d"]) || sentence.is_quoted(at) {
        return None;
    }
    let verb = words.skip_adverbs(at + 2);
    let condition = (verb + 1..words.len().min(verb + 14)).find(|index| words.is(*index, "if"))?;
    let between = verb + 1..condition;
    let good = words.is(verb, "mean")
        && between.clone().any(|index| words.is_any(index, &["lot", "deal", "much", "world"]))
        || words.is(verb, "help") && condition < verb + 6
        || words.is_any(verb, &["be", "come"])
            && between.clone().any(|index| {
                words.is_any(
                    index,
                    &[
                        "help",
                        "relief",
                        "comfort",
                        "kindness",
                        "service",
                        "assistance",
                        "useful",
                        "valuable",
                        "great",
                        "good",
                        "nice",
                        "wonderful",
                        "lovely",
                        "excellent",
                        "ideal",
                        "fantastic",
                        "better",
                        "best",
                    ],
                )
            });
    let plain = between.clone().all(|index| words[index].is_word() && !words.has(index, Class::NEGATION));
    let own = words.has(condition + 1, Class::FIRST_PERSON);
    (good && plain && !own).then(|| asked_if(words, at..condition + 1)).flatten()
}

/// "I should be grateful if you could speed it up and if recruitment could be stopped."
fn another_condition(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    if at < 2 || !words.is(at, "if") || !words.is(at - 1, "and") {
        return None;
    }
    (0..at - 1).find(|before| thanks(sentence, *before).is_some())?;
    let end = super::clause::clause_end(words, at);
    let modal =
        (at + 1..end.min(at + 12)).find(|index| words.is_any(*index, &["would", "could", "might"]))?;
    let you = words.is(at + 1, "you");
    let content = if you { words.skip_adverbs(modal + 1)..end } else { at + 1..end };
    let shape = if you { Shape::Verb } else { Shape::Clause };
    Some(build(at..at + 1, content, shape, Some(at + 1..modal), Kind::Demand, vec![Reason::HopeNamesAct]))
}

/// "We would like to hear your views on it", "I should like to hear from you".
fn hear(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let like = words.is(at, "like") && words.phrase(at + 1, "to hear");
    let start = at.checked_sub(2).filter(|start| words.has(*start, Class::FIRST_PERSON));
    let would = words.is_any(at.wrapping_sub(1), &["would", "should", "'d"]);
    let answers = ["from", "your", "responses", "response", "views", "answers", "comments", "feedback"];
    let answered =
        words.is_any(at + 3, &answers) || words.is(at + 3, "the") && words.is_any(at + 4, &answers);
    (like && would && answered).then(|| {
        let content = start.unwrap_or(at)..super::clause::clause_end(words, at + 2);
        build(at..at + 3, content, Shape::Clause, None, Kind::Reply, vec![Reason::HopeNamesAct])
    })
}

/// "we look forward to your answer", "I look forward to hearing from you".
fn forward(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    if !words.is_any(at, &["look", "looking"]) || !words.is(at + 1, "forward") || !words.is(at + 2, "to") {
        return None;
    }
    let end = super::clause::clause_end(words, at + 2);
    let rest = at + 3..end;
    let answers = ["response", "reply", "answer", "hearing", "receiving", "learning", "compliance"];
    let wants = rest.clone().take(5).any(|index| words.is_any(index, &answers));
    let meets = rest.clone().take(4).any(|index| words.is_any(index, &["meeting", "discussing"]))
        && rest.clone().any(|index| words.is_any(index, &["you", "your"]))
        && !rest.clone().any(|index| words.is_any(index, &["working", "work"]));
    // "we look forward to the doors being unlocked"
    let being = (at + 4..end.min(at + 14)).find(|index| {
        words.is(*index, "being") && words.has(words.skip_adverbs(index + 1), Class::PARTICIPLE)
    });
    if let Some(being) = being.filter(|_| words.has(at + 3, Class::DETERMINER) && !wants && !meets) {
        let plain = (at + 3..being).all(|index| words[index].is_word());
        return plain.then(|| {
            build(at..at + 3, at + 3..end, Shape::Noun, None, Kind::Demand, vec![Reason::HopeNamesAct])
        });
    }
    let start = (0..at).rev().take(4).find(|index| words.has(*index, Class::FIRST_PERSON)).unwrap_or(at);
    // "and stand ready to help" is courtesy.
    let cut = rest
        .clone()
        .find(|index| {
            words.is(*index, "and") && words.is_any(index + 1, &["stand", "to", "remain", "are", "am"])
        })
        .unwrap_or(end);
    (wants || meets)
        .then(|| build(at..at + 3, start..cut, Shape::Clause, None, Kind::Reply, vec![Reason::HopeNamesAct]))
}

fn build(
    cue: Range<usize>,
    content: Range<usize>,
    shape: Shape,
    addressee: Option<Range<usize>>,
    kind: Kind,
    reasons: Vec<Reason>,
) -> Ask {
    Ask {
        family: Family::Hope,
        cue,
        content,
        shape,
        addressee,
        level: super::levels::WISH,
        kind,
        speaker: Speaker::Own,
        reasons,
    }
}
