//! Modals on somebody's action: "the government should …", "X must be released", "you need to …".
//!
//! What it finds: should, must, ought to, has to, needs to, shall (and their negations) on an actor that
//! can be asked, on a thing a decision can change, or in the passive.
//! What it leaves: what people in general deserve ("no family should have to choose"), what is merely
//! supposed ("must have known"), conditionals ("should you need"), rules told as fact, verbs of the mind.

mod active;
mod bare;
mod subject;
mod turns;

use super::actor::is_actor;
use super::levels;
use super::subordinate::{Subordination, is_subordinate, states_rule};
use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::{Who, subject};
use crate::language::Tokens;
use crate::lexicon::Class;
use active::judge_active;
use std::ops::Range;
use subject::{defined, is_disbelieved, is_gap, is_list_of_subjects};
use turns::{grants, is_turn, judge_passive, participle};

/// Verbs that give somebody's opinion without a "that".
const OPINES: [&str; 18] = [
    "say", "says", "said", "claim", "claims", "claimed", "argue", "argues", "argued", "believe", "believes",
    "believed", "think", "thinks", "thought", "feel", "feels", "felt",
];

/// A modal and the verb it stands on.
struct Modal {
    /// First token of the modal.
    at: usize,
    /// The main verb's index.
    verb: usize,
    level: u8,
    negated: bool,
}

/// Phrases that stand between a modal and its verb.
const MANNERS: [&str; 16] = [
    "by law",
    "by statute",
    "by treaty",
    "in future",
    "in the future",
    "in all cases",
    "in every case",
    "in each case",
    "in any case",
    "in any event",
    "at once",
    "at all times",
    "at a minimum",
    "at the least",
    "from now on",
    "of right",
];

/// Asks made with a modal.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let mut asks = Vec::new();
    let mut from = 0;
    while let Some(modal) = (from..words.len()).find_map(|at| modal_at(words, at)) {
        from = modal.verb + 1;
        if let Some(ask) = inverted(sentence, &modal).or_else(|| judge(sentence, context, &modal)) {
            asks.push(ask);
        }
    }
    asks.extend(bare::forbids(sentence));
    asks.extend(bare::is_to_be(sentence, context).filter(|_| asks.is_empty()));
    // The modal's verb is not beside it where the clause is inverted.
    let bare = (1..words.len().min(6)).find(|at| words.is_any(*at, &["must", "should", "shall"]));
    if asks.is_empty()
        && let Some(at) = bare.filter(|at| modal_at(words, *at).is_none())
    {
        let level = if words.is(at, "must") { levels::MUST } else { levels::HAS_TO };
        asks.extend(inverted(sentence, &Modal { at, verb: at, level, negated: true }));
    }
    asks
}

/// "Under no circumstances should the refuge be opened": a negation before its modal.
fn inverted(sentence: &Sentence, modal: &Modal) -> Option<Ask> {
    let words = sentence.words;
    let negation = ["under no circumstances", "at no time", "in no case", "on no account", "in no event"]
        .iter()
        .any(|phrase| words.phrase(modal.at.saturating_sub(3), phrase))
        || words.is(modal.at.wrapping_sub(1), "never")
        || words.is(modal.at.wrapping_sub(1), "nor") && modal.at == 1
        || words.phrase(modal.at.saturating_sub(2), "no longer")
        || words.phrase(modal.at.saturating_sub(2), "never again");
    let verb = (modal.at + 2..words.len().min(modal.at + 14)).find(|at| {
        words.is_base(*at) && !words.has(at - 1, Class::DETERMINER | Class::POSSESSIVE | Class::ADJECTIVE)
    })?;
    let subject = modal.at + 1..words.skip_adverbs_back(verb);
    let starts = modal.at <= 4 && !sentence.is_quoted(modal.at);
    let acts = is_actor(words, &subject) || words.is(verb, "be");
    (negation && starts && acts && !words.has(subject.start, Class::FIRST_PERSON)).then(|| Ask {
        family: Family::Modal,
        cue: modal.at..modal.at + 1,
        content: 0..super::clause::clause_end(words, verb),
        shape: Shape::Clause,
        addressee: asked_of(words, subject, verb),
        level: modal.level.max(4),
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::ActorMust],
    })
}

fn modal_at(words: Tokens, at: usize) -> Option<Modal> {
    let token = words.get(at)?;
    let (level, after) = match token.folded.as_ref() {
        "must" => (levels::MUST, at + 1),
        "should" | "shall" => (levels::SHOULD, at + 1),
        "cannot" | "can't" => (levels::HAS_TO, at + 1),
        "ought" if words.is(at + 1, "to") => (levels::SHOULD, at + 2),
        "ought" if words.phrase(at + 1, "not to") => (levels::SHOULD, at + 3),
        "has" | "have" if words.phrase(at + 1, "got to") => (levels::HAS_TO, at + 3),
        // "rents have to do with wages": nobody has to do anything. "than it has to pass": compared, not asked.
        "has" | "have" if words.phrase(at + 1, "to do with") => return None,
        "has" | "have"
            if words.has(at.wrapping_sub(1), Class::SUBJECT_PRONOUN)
                && words.is_any(at.wrapping_sub(2), &["than", "as"]) =>
        {
            return None;
        }
        "has" | "have" | "needs" | "need"
            if words.is(at + 1, "to")
                && !words
                    .has(at.wrapping_sub(1), Class::DETERMINER | Class::AUXILIARY | Class::PREPOSITION) =>
        {
            (levels::HAS_TO, at + 2)
        }
        _ => return None,
    };
    let mut verb = words.skip_adverbs(after);
    let negated = words.has(verb, Class::NEGATION) || token.text.ends_with("not");
    // "should by law provide", "must in future be": how or when it is to be done stands before the verb.
    if let Some(phrase) = MANNERS.iter().find(|phrase| words.phrase(verb, phrase)) {
        verb = words.skip_adverbs(verb + phrase.split(' ').count());
    }
    let longer = words.phrase(verb, "no longer");
    if longer || words.has(verb, Class::NEGATION) {
        verb = words.skip_adverbs(verb + 1 + usize::from(longer));
    }
    // "should (a) publish it and (b) pay them"
    if let Some(after) = crate::demand::enumeration::after_mark(words, verb) {
        verb = words.skip_adverbs(after);
    }
    // "can — and should — step in": the first of two modals has the subject.
    let marks = ["—", "–", "-", ","];
    let other = at.wrapping_sub(2).wrapping_sub(usize::from(words.is_any(at.wrapping_sub(2), &marks)));
    let paired = words.is(at.wrapping_sub(1), "and") && words.is_any(other, &["can", "could", "will", "may"]);
    if words.is_any(verb, &["either", "both", ","]) || paired && words.is_any(verb, &marks) {
        verb = words.skip_adverbs(verb + 1);
    }
    let at = if paired { other } else { at };
    words.is_base(verb).then_some(Modal { at, verb, level, negated })
}

fn judge(sentence: &Sentence, context: &Context, modal: &Modal) -> Option<Ask> {
    let words = sentence.words;
    let named = subject(words, modal.at);
    let range = named.range.clone();
    if named.relative
        && let Some(ask) = defined(sentence, modal)
    {
        return Some(ask);
    }
    if range.is_empty() || named.relative || sentence.is_quoted(modal.at) && !sentence.all_quoted() {
        return None;
    }
    if is_gap(words, &range) || is_disbelieved(words, &range) {
        return None;
    }
    // "The question is why the drivers, which …, should": the words before the modal hold a verb of their own.
    if range.len() > 1 && words.has(range.end - 1, Class::BE) {
        return None;
    }
    let anybody = ["one", "someone", "something", "everything", "nothing"];
    let granted = words.is(modal.verb, "be") && is_passive(words, modal.verb) && !modal.negated;
    if range.len() == 1
        && (words.is_any(range.start, &anybody) || words.is(range.start, "people") && !granted)
    {
        return None;
    }
    // "Why do we need to", "the total from which their claims must be met": no ask, a part of a fact.
    let asks_why = words.is_any(0, &["why", "how"]) && words.has(1, Class::AUXILIARY);
    let of_which =
        range.clone().rev().take_while(|at| !words.has(*at, Class::AUXILIARY)).any(|at| {
            words.is_any(at, &["which", "whom"]) && words.has(at.wrapping_sub(1), Class::PREPOSITION)
        });
    // "Opponents say the council should": theirs, though no "that" tells it.
    let said =
        range.clone().skip(1).find(|at| words.is_any(*at, &OPINES) && !words.has(at + 1, Class::PREPOSITION));
    let theirs = said.is_some_and(|said| context.voice.who(words, range.start..said) == Who::Other);
    if asks_why || of_which || theirs {
        return None;
    }
    // "The senator said the agency should": of the agency.
    let range = said.filter(|said| said + 1 < range.end).map_or(range.clone(), |said| said + 1..range.end);
    // "should you have any questions", "if it should fail"
    let clause = (0..range.start).rev().find(|at| !words[*at].is_word()).map_or(0, |mark| mark + 1);
    if words.is(modal.at, "should")
        && (modal.at == 0
            || (clause..range.start).any(|at| words.is_any(at, &["if", "whether", "why", "lest", "how"])))
    {
        return None;
    }
    // "I must close here": what a writer must do is nobody else's to grant.
    if range.len() == 1 && words.is(range.start, "i") {
        return None;
    }
    // "You must be very busy": a supposition.
    if words.is(modal.verb, "be") && words.is_any(modal.verb + 1, &["very", "so", "quite", "rather"]) {
        return None;
    }
    // "The Procurator must now decide whether to go on": what comes next, and no more.
    if matches!(words.lemma(modal.verb), Some("decide" | "choose" | "determine"))
        && (modal.verb + 1..words.len().min(modal.verb + 3)).any(|at| words.is(at, "whether"))
        && (modal.at.saturating_sub(2)..modal.verb)
            .any(|at| words.is_any(at, &["now", "will", "then", "soon"]))
    {
        return None;
    }
    // "growth and fairness should go hand in hand"
    if words.is(modal.verb, "go")
        && words.get(modal.verb + 1).is_some_and(|next| next.folded.starts_with("hand"))
    {
        return None;
    }
    // "we do not have to", "you do not need to"
    if modal.at > 0
        && words.is(modal.at - 1, "not")
        && words.is_any(modal.at.saturating_sub(2), &["do", "does", "did"])
    {
        return None;
    }
    if is_turn(words, modal, &range) {
        return None;
    }
    let verb = words.lemma(modal.verb)?;
    let mut reasons = Vec::new();
    let passive = verb == "be" && is_passive(words, modal.verb);
    let mut who = context.voice.who(words, range.clone());
    if who == Who::Own && range.len() == 1 && words.is_any(range.start, &["he", "she", "they"]) {
        // In a release "they" may be the senders; what they must do is no ask.
        who = Who::Other;
    }
    // "You cannot use both": how things are. "You cannot ignore it": what is to end.
    let tolerates = [
        "allow", "continue", "go", "ignore", "keep", "let", "permit", "remain", "sit", "stand", "stay",
        "turn", "wait",
    ];
    if words.is_any(modal.at, &["cannot", "can't"])
        && !(who == Who::Addressee && tolerates.contains(&verb)
            || words.is(range.start, "they") && range.len() == 1)
    {
        return None;
    }
    if passive {
        judge_passive(words, modal, &range)?;
        reasons.push(Reason::PassiveMust);
    } else {
        reasons.push(judge_active(words, context, modal, &range, who)?);
    }
    if who == Who::Own {
        reasons.push(Reason::AddressedToUs);
    }
    let idle = words.has(modal.verb, Class::IDLE) && verb != "be"
        || verb == "be"
            && words.is_any(
                words.skip_adverbs(modal.verb + 1),
                &[
                    if words.is_any(modal.at, &["should", "shall"]) { "aware" } else { "able" },
                    "aware",
                    "proud",
                    "grateful",
                    "careful",
                    "ashamed",
                    "clear",
                    "noted",
                ],
            );
    if idle && !grants(words, modal.verb) {
        reasons.push(Reason::IdleVerb);
    }
    if words.has(modal.verb, Class::PRACTICAL) && who == Who::Addressee {
        reasons.push(Reason::PracticalAct);
    }
    if words.lemma(words.skip_adverbs(modal.verb + 1)) == Some("do") && passive {
        reasons.push(Reason::IdleVerb);
    }
    if sentence.is_quoted(modal.at) {
        if !context.voice.tells() {
            return None;
        }
        reasons.push(Reason::InQuotation);
    }
    let subordinate = is_subordinate(words, context.voice, &range);
    if subordinate == Subordination::Told {
        return Some(told(modal, range, words, reasons));
    }
    if subordinate == Subordination::Inside {
        reasons.push(Reason::Subordinate);
    }
    if states_rule(words, modal.at) {
        reasons.push(Reason::StatesRule);
    }
    let start = content_start(words, &range);
    let mut end = super::clause::clause_end(words, modal.verb);
    // "While the school must be rebuilt, safer roads …": the clause ends where the main one begins.
    if words.is_any(range.start.wrapping_sub(1), &["while", "although", "though", "whereas", "when"])
        && range.start == 1
    {
        end = (modal.verb + 1..end).find(|at| words.is(*at, ",")).unwrap_or(end);
    }
    let content = start..end;
    Some(Ask {
        family: Family::Modal,
        cue: modal.at..modal.at + 1,
        addressee: asked_of(words, range, modal.verb),
        content,
        shape: Shape::Clause,
        level: if modal.negated && modal.level < 4 { 4 } else { modal.level },
        kind: Kind::Demand,
        speaker: if sentence.is_quoted(modal.at) { Speaker::Quoted } else { Speaker::Own },
        reasons,
    })
}

/// Whom a clause with a modal asks: the subject that is to act; not what something is to be done to, and not "we".
fn asked_of(words: Tokens, subject: Range<usize>, verb: usize) -> Option<Range<usize>> {
    let done_to = words.is(verb, "be") && is_passive(words, verb);
    let speaks = words.is_any(subject.start, &["you", "they", "he", "she"]) && subject.len() == 1;
    let ours = words.has(subject.start, Class::FIRST_PERSON);
    Some(subject).filter(|subject| !done_to && !ours && (speaks || is_actor(words, subject)))
}

fn told(modal: &Modal, range: Range<usize>, words: Tokens, reasons: Vec<Reason>) -> Ask {
    Ask {
        family: Family::Modal,
        cue: modal.at..modal.at + 1,
        content: range.start..words.len(),
        addressee: Some(range),
        shape: Shape::Clause,
        level: modal.level,
        kind: Kind::Demand,
        speaker: Speaker::Other(None),
        reasons,
    }
}

/// "be" before a participle, adverbs between them.
fn is_passive(words: Tokens, be: usize) -> bool {
    let at = participle(words, be);
    words.has(at, Class::PARTICIPLE)
        || words.is_any(at, &["either", "both"]) && words.has(at + 1, Class::PARTICIPLE)
}

/// The clause with what leads it: "If the Council does not act, the United States should …".
fn content_start(words: Tokens, subject: &Range<usize>) -> usize {
    let condition = words.is_any(0, &["if", "until", "unless", "to", "before", "when"]);
    let comma = subject.start > 0 && words.is(subject.start - 1, ",");
    if condition && comma || is_list_of_subjects(words, subject) { 0 } else { subject.start }
}
