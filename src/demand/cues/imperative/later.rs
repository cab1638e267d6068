//! Imperatives that stand behind something: a condition, "we say:", an ask of which they are the next part.

use super::{build, calls_office, polite};
use crate::demand::cues::actor::is_actor;
use crate::demand::cues::clause::clause_end;
use crate::demand::cues::levels;
use crate::demand::cues::practical::is_practical;
use crate::demand::cues::{Ask, Context, Kind, Reason, Shape};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;

/// "We call on you to act. To fund the clinic. And to open the books.": the asking goes on in fragments.
pub(super) fn goes_on(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    let to = usize::from(words.is_any(0, &["and", "or", "finally"]));
    let to = to + usize::from(words.is(to, ","));
    let act = words.skip_adverbs(to + 1);
    let opens = context.after_ask && words.is(to, "to") && words.is_base(act) && !words[act].capital();
    let stop = words.last().is_some_and(|last| last.is(".") || last.is(";"));
    // "To do so, we need money": what leads to a sentence of its own.
    let main = (act + 1..words.len()).any(|at| {
        words.has(at, Class::SUBJECT_PRONOUN | Class::AUXILIARY | Class::BE)
            || words.has(at, Class::THIRD | Class::PAST)
                && !words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::PARTICIPLE | Class::BASE)
                && !words.is_plural(at)
    });
    let idle = words.has(act, Class::IDLE | Class::SPEECH) || words.is_any(act, &["be", "begin", "start"]);
    (opens && stop && !main && !idle && !sentence.is_quoted(to)).then(|| {
        let content = act..clause_end(words, act);
        build(to..to + 1, content, Shape::Verb, Kind::Demand, levels::ITEM, vec![Reason::FollowsAsk])
    })
}

/// "Let's move the meeting": asked of all who are meant, the writer among them.
pub(super) fn lets(sentence: &Sentence, context: &Context) -> Option<Ask> {
    let words = sentence.words;
    let at = (0..words.len().min(3)).find(|at| words.is(*at, "let's") || words.phrase(*at, "let us"))?;
    let opens = (0..at)
        .all(|before| words.has(before, Class::ADVERB | Class::CONJUNCTION) || !words[before].is_word());
    let act = words.skip_adverbs(at + if words.is(at, "let's") { 1 } else { 2 });
    const TURNS: [&str; 22] = [
        "be", "have", "get", "take", "go", "start", "begin", "look", "think", "consider", "imagine",
        "assume", "suppose", "hope", "pray", "talk", "turn", "return", "recall", "examine", "continue",
        "join",
    ];
    let acts = words.is_base(act)
        && !words.has(act, Class::IDLE | Class::SPEECH | Class::PRACTICAL)
        && words.lemma(act).is_some_and(|lemma| !TURNS.contains(&lemma))
        && words.get(act + 1).is_some_and(|next| next.has(Class::DETERMINER) || next.capital());
    let silent = matches!(context.role, Role::Fact | Role::Title) || sentence.is_quoted(at);
    (opens && acts && !silent).then(|| {
        let content = act..clause_end(words, act);
        let reasons = vec![Reason::FollowsAsk, Reason::AddressedToUs];
        build(at..act, content, Shape::Verb, Kind::Demand, levels::ITEM, reasons)
    })
}

/// "If you have not, please explain why": the polite imperative after a condition.
pub(super) fn later_please(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    let opens = words.is(at, "please")
        && (words.is_any(at - 1, &[",", ";", "and", "but", "so"])
            || words.is_any(at.wrapping_sub(1), &["you"]))
        && !sentence.is_quoted(at);
    let verb = words.skip_adverbs(at + 1);
    let verb = if words.phrase(verb, "do not") { words.skip_adverbs(verb + 2) } else { verb };
    if !opens || !words.is_base(verb) || words.is(at - 1, "you") {
        return None;
    }
    polite(sentence, at, verb)
}

/// "To the Prime Minister we say: keep your promise."
pub(super) fn after_saying(sentence: &Sentence, at: usize) -> Option<Ask> {
    let words = sentence.words;
    if !words.is(at, ":") {
        return None;
    }
    let says = (words.is_any(at - 1, &["say", "tell", "you"])
        || words.is_any(at.saturating_sub(3), &["to"])
        || words.is(at.saturating_sub(4), "to"))
        && (at.saturating_sub(6)..at).any(|before| words.has(before, Class::FIRST_PERSON))
        && (at.saturating_sub(5)..at).any(|before| words.is_any(before, &["say", "tell"]));
    // "Stand with them and tell the mayor: keep it open"
    let told = (at.saturating_sub(TOLD)..at).any(|tell| {
        words.is(tell, "tell")
            && (tell == 0 || words.is_any(tell - 1, &["and", ",", "to", "please"]))
            && is_actor(words, &(tell + 1..at))
    });
    // "Do the right thing: cancel it"
    let right = words.is(at - 1, "thing") && words.phrase(at.saturating_sub(4), "do the right thing");
    let says = says || told || right;
    let verb = words.skip_adverbs(at + 1);
    (says && words.is_verb_here(verb) && !sentence.is_quoted(at)).then(|| {
        let content = at + 1..clause_end(words, verb);
        build(
            verb..verb + 1,
            content,
            Shape::Verb,
            Kind::Demand,
            levels::IMPERATIVE,
            vec![Reason::FollowsAsk],
        )
    })
}

/// How long the name of whom something is told may be.
const TOLD: usize = 8;

/// "While doing these things, tell them why": an imperative after a clause or phrase that opens the sentence.
pub(super) fn after_clause(sentence: &Sentence, context: &Context, comma: usize) -> Option<Ask> {
    let words = sentence.words;
    if comma > 16 || !words.is_any(comma, &[",", ":"]) {
        return None;
    }
    let opens = words.has(0, Class::PREPOSITION | Class::CONJUNCTION)
        || words.is_any(0, &["to", "if", "while", "instead"]);
    let verb = words.skip_adverbs(comma + 1);
    // "In short: unlock the doors", "First and foremost, unlock the doors"
    let sums_up = ["in short", "in sum", "in brief", "in conclusion", "above all", "first and foremost"]
        .iter()
        .any(|phrase| words.phrase(0, phrase) && comma == phrase.split(' ').count());
    let opens = opens || sums_up;
    let spoken_to = is_spoken_to(words, comma);
    let sure = words.is_base(verb)
        && (words.has(verb + 1, Class::DETERMINER) || words.is_any(verb + 1, &["them", "him", "her", "it"]))
        && !words.has(verb, Class::IDLE | Class::PRACTICAL | Class::AUXILIARY)
        && !words
            .is_any(verb, &["join", "help", "support", "contact", "call", "write", "sign", "take", "let"])
        || calls_office(words, verb)
        || spoken_to
            && words.is_verb_here(verb)
            && !words.has(verb, Class::IDLE | Class::PRACTICAL | Class::AUXILIARY | Class::SPEECH);
    let silent = matches!(context.role, Role::Fact | Role::Title) && !calls_office(words, verb)
        || words.last().is_some_and(|last| last.is("?"));
    // "To sign on to the letter, send …", "For more information, …": what is done with the page.
    let page = words.is(0, "to") && words.has(1, Class::PRACTICAL)
        || words.is_any(1, &["sign", "join", "learn", "more"]);
    let parted = words.is(comma, ",") && opens || words.is(comma, ":") && sums_up || spoken_to;
    if page || !parted || !sure || silent || sentence.is_quoted(verb) {
        return None;
    }
    // The words before are no clause of their own: "At the end of the day, the clerks leave the hall".
    let opening = if words.phrase(0, "of course") { 3 } else { 0 };
    let first_comma = (opening..comma).all(|at| !words.is(at, ","));
    let content = comma + 1..clause_end(words, verb);
    let practical = is_practical(words, verb, content.end).then_some(Reason::PracticalAct);
    let reason = if context.after_ask { Reason::FollowsAsk } else { Reason::BareImperative };
    first_comma.then(|| {
        let reasons = [reason].into_iter().chain(practical).collect();
        build(verb..verb + 1, content, Shape::Verb, Kind::Demand, levels::IMPERATIVE, reasons)
    })
}

/// "Minister, send inspectors", "Mr. Mayor, …", "To the owners: …": the words before the mark name whom the imperative is
/// said to.
fn is_spoken_to(words: Tokens, mark: usize) -> bool {
    if mark > TOLD || words.get(mark - 1).is_none_or(|token| !token.is_word()) {
        return false;
    }
    let plain =
        (0..mark).all(|at| !words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::CONJUNCTION));
    let titled = words.is_any(
        0,
        &["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "madam", "sir", "comrades", "friends", "colleagues"],
    );
    let office = words[0].capital()
        && words.has(mark - 1, Class::ROLE | Class::INSTITUTION)
        && !words.has(0, Class::DETERMINER | Class::PREPOSITION);
    let named = words.is(0, "to")
        && words.has(1, Class::DETERMINER)
        && (words.is(mark, ":") || mark < 7)
        && is_actor(words, &(1..mark));
    let whom = words.is(0, "to")
        && words.is(mark, ":")
        && words.has(1, Class::DETERMINER)
        && words.is_plural(mark - 1);
    plain && (titled && mark <= 4 || office || named || whom)
}
