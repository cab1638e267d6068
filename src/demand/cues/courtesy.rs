//! Courtesies that ask: "I should count it a kindness if you would …", "would you be good enough to …", "you may
//! think it desirable to …", "you might consider …", "I wonder whether you could …", "we have a clear right to expect …".
//!
//! What it leaves: courtesies without an act ("be so good as to note"), and those of others.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::Who;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// What a courtesy says: where the act begins, and its grammar.
struct Courtesy {
    cue: Range<usize>,
    act: usize,
    shape: Shape,
}

/// Asks made in the form of a courtesy.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    (0..words.len()).filter(|at| !sentence.is_quoted(*at)).filter_map(|at| ask(words, context, at)).collect()
}

fn ask(words: Tokens, context: &Context, at: usize) -> Option<Ask> {
    let Courtesy { cue, act, shape } = favour_if(words, at)
        .or_else(|| thank_you_to(words, at))
        .or_else(|| good_enough(words, at))
        .or_else(|| do_the_favour(words, at))
        .or_else(|| think_fit(words, at))
        .or_else(|| might_consider(words, context, at))
        .or_else(|| wonder(words, context, at))
        .or_else(|| may_it_please(words, at))
        .or_else(|| desire_you(words, at))
        .or_else(|| right_to_expect(words, at))?;
    let end = super::clause::clause_end(words, act);
    let verb = words.skip_adverbs(act);
    let mut reasons = vec![Reason::HopeNamesAct];
    if shape == Shape::Verb && words.has(verb, Class::IDLE) {
        reasons.push(Reason::IdleVerb);
    }
    let reply = super::reply::is_reply(words, &(verb..end));
    Some(Ask {
        family: Family::Hope,
        cue,
        content: act..end,
        shape,
        addressee: None,
        level: super::levels::WISH,
        kind: if reply { Kind::Reply } else { Kind::Demand },
        speaker: Speaker::Own,
        reasons,
    })
}

fn verb_form(cue: Range<usize>, act: usize) -> Courtesy {
    Courtesy { cue, act, shape: Shape::Verb }
}

/// "count it a kindness if you would send", "count it a kindness if you sent".
fn favour_if(words: Tokens, at: usize) -> Option<Courtesy> {
    let counts = words.is_any(at, &["esteem", "consider", "count", "take", "deem", "regard"]);
    if !counts || !words.is(at + 1, "it") {
        return None;
    }
    let favour = (at + 2..words.len().min(at + 7)).find(|next| is_favour(words, *next))?;
    let you = favour + 2;
    if !words.is(favour + 1, "if") || !words.is(you, "you") {
        return None;
    }
    let act = words.skip_adverbs(you + 1);
    let modal = words.is_any(act, &["would", "could", "will", "can", "might"]);
    Some(verb_form(at..you + 1, if modal { words.skip_adverbs(act + 1) } else { act }))
}

fn is_favour(words: Tokens, at: usize) -> bool {
    words.is_any(at, &["favour", "favor", "kindness", "courtesy", "honour", "honor", "service"])
}

/// "I should thank you to return it".
fn thank_you_to(words: Tokens, at: usize) -> Option<Courtesy> {
    let says = words.is(at, "thank")
        && words.is(at + 1, "you")
        && words.is_any(at.wrapping_sub(1), &["would", "should", "will", "shall", "i'll", "we'll"]);
    infinitive(words, at + 2).filter(|_| says).map(|act| verb_form(at..at + 3, act))
}

/// "would you be good enough to forward it", "if you would be so kind as to come".
fn good_enough(words: Tokens, at: usize) -> Option<Courtesy> {
    let kind = |at: usize| words.is_any(at, &["good", "kind", "gracious", "courteous"]);
    let to = if kind(at) && words.is(at + 1, "enough") {
        at + 2
    } else if words.is(at, "so") && kind(at + 1) && words.is(at + 2, "as") {
        at + 3
    } else {
        return None;
    };
    let yours = (at.saturating_sub(6)..at).any(|before| words.is_any(before, &["you", "please"]))
        || at == 1 && words.is(0, "be");
    infinitive(words, to).filter(|_| yours).map(|act| verb_form(at..to + 1, act))
}

/// "do me the favour to postpone it", "do us the kindness of coming".
fn do_the_favour(words: Tokens, at: usize) -> Option<Courtesy> {
    if words.lemma(at) != Some("do") || !words.is_any(at + 1, &["me", "us"]) {
        return None;
    }
    let favour = (at + 2..words.len().min(at + 6)).find(|next| is_favour(words, *next))?;
    if words.is(favour + 1, "of") && words.has(favour + 2, Class::GERUND) {
        return Some(Courtesy { cue: at..favour + 2, act: favour + 2, shape: Shape::Gerund });
    }
    infinitive(words, favour + 1).map(|act| verb_form(at..favour + 2, act))
}

/// "you may think it desirable to appoint one", "you might see fit to close it".
fn think_fit(words: Tokens, at: usize) -> Option<Courtesy> {
    let you = words.is(at, "you") && words.is_any(at + 1, &["may", "might", "will", "could"]);
    let verb = words.skip_adverbs(at + 2);
    if !you {
        return None;
    }
    let to = if words.is(verb, "see") && words.is(verb + 1, "fit") {
        verb + 2
    } else if words.is_any(verb, &["think", "find", "deem", "consider"]) && words.is(verb + 1, "it") {
        verb + 3
    } else {
        return None;
    };
    infinitive(words, to).map(|act| verb_form(at..to + 1, act))
}

/// "You might consider opening it", "the committee may wish to publish them".
fn might_consider(words: Tokens, context: &Context, at: usize) -> Option<Courtesy> {
    if !words.is_any(at, &["might", "may", "could"]) || at == 0 {
        return None;
    }
    let subject = crate::demand::voice::subject(words, at).range;
    let asked = context.voice.who(words, subject.clone()) == Who::Addressee
        || super::actor::is_actor(words, &subject);
    let opens = subject.start == 0
        || !words[subject.start - 1].is_word()
        || words.is_any(subject.start - 1, &["and", "but", "so", "that", "perhaps"]);
    let told = words.is_any(0, &["if", "when", "while", "although", "though", "as"]);
    let verb = words.skip_adverbs(at + 1);
    let act = words.skip_adverbs(verb + 1);
    if !asked || !opens || told {
        None
    } else if words.is(verb, "consider") && words.has(act, Class::GERUND) {
        Some(Courtesy { cue: at..verb + 1, act, shape: Shape::Gerund })
    } else if words.is_any(verb, &["wish", "want", "like", "care"]) && words.is(verb + 1, "to") {
        // "you may want to read our report"
        let act = infinitive(words, verb + 1).filter(|act| !words.has(*act, Class::PRACTICAL))?;
        Some(verb_form(at..verb + 2, act))
    } else {
        None
    }
}

/// "I wonder whether you could raise it", "we were wondering if the fee might be waived".
fn wonder(words: Tokens, context: &Context, at: usize) -> Option<Courtesy> {
    let wonders = words.is_any(at, &["wonder", "wondering", "wondered"])
        && (at.saturating_sub(3)..at).any(|own| words.is_any(own, &["i", "we"]));
    if !wonders || !words.is_any(at + 1, &["if", "whether"]) {
        return None;
    }
    let modal = (at + 3..words.len().min(at + 12))
        .find(|modal| words.is_any(*modal, &["would", "could", "might", "can", "will"]))?;
    let subject = at + 2..modal;
    let please =
        modal + 1 + usize::from(words.is_any(modal + 1, &["please", "perhaps", "possibly", "kindly"]));
    let verb = words.skip_adverbs(please);
    if context.voice.who(words, subject.clone()) == Who::Addressee {
        let willing =
            words.is(verb, "be") && words.is_any(verb + 1, &["willing", "prepared", "able", "ready"]);
        let act = if willing { verb + 3 } else { verb };
        // "be good enough to" is a courtesy of its own.
        let acts = words.is_base(words.skip_adverbs(act)) && !words.is(act, "be");
        return acts.then(|| verb_form(at..act, act));
    }
    let passive = words.is(verb, "be") && words.has(words.skip_adverbs(verb + 1), Class::PARTICIPLE);
    let acts = super::actor::is_actor(words, &subject);
    let plain = subject
        .clone()
        .all(|at| words[at].is_word() && !words.has(at, Class::SUBJECT_PRONOUN | Class::FIRST_PERSON));
    ((passive || acts) && plain).then(|| Courtesy { cue: at..at + 2, act: at + 2, shape: Shape::Clause })
}

/// "May it please your Lordship to grant it", "may the Board see fit to spare him".
fn may_it_please(words: Tokens, at: usize) -> Option<Courtesy> {
    if !words.is(at, "may") || at > 0 && words[at - 1].is_word() {
        return None;
    }
    let last = words.len().min(at + 12);
    let please = words.phrase(at + 1, "it please");
    let to = (at + 3..last).find(|to| {
        words.is(*to, "to")
            && (please
                || words.phrase(to.wrapping_sub(2), "see fit")
                || words.phrase(to.wrapping_sub(2), "be pleased"))
    })?;
    infinitive(words, to).map(|act| verb_form(at..to + 1, act))
}

/// "I desire you to inform them".
fn desire_you(words: Tokens, at: usize) -> Option<Courtesy> {
    let desires = words.is(at, "desire") && words.is(at + 1, "you");
    let to = at + 2 + usize::from(words.is(at + 2, "so"));
    infinitive(words, to).filter(|_| desires).map(|act| verb_form(at..to + 1, act))
}

/// "we have a clear right to expect our wages".
fn right_to_expect(words: Tokens, at: usize) -> Option<Courtesy> {
    let right =
        words.is(at, "right") && words.is(at + 1, "to") && words.is_any(at + 2, &["expect", "demand"]);
    let have = (at.saturating_sub(3)..at).find(|before| words.is(*before, "have"))?;
    let own = words.skip_adverbs_back(have).checked_sub(1).filter(|own| words.is_any(*own, &["we", "i"]))?;
    let denied = (own..at).any(|between| words.has(between, Class::NEGATION));
    (right && !denied).then_some(Courtesy { cue: at..at + 3, act: own, shape: Shape::Clause })
}

/// The verb of an infinitive whose "to" (or "not to") stands at `at`; what is asked begins there.
fn infinitive(words: Tokens, at: usize) -> Option<usize> {
    if words.is(at, "not") && words.is(at + 1, "to") {
        return Some(at);
    }
    (words.is(at, "to") && words.is_base(words.skip_adverbs(at + 1))).then_some(at + 1)
}
