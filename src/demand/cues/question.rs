//! Questions that ask for an account: "What steps has the Department taken …?" among questions to be
//! answered, and "Will you …?" put to the addressee.
//!
//! What it leaves: rhetorical questions in running text.

use super::{Ask, Context, Family, Kind, Reason, Shape, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::lexicon::Class;

/// Questions that want an answer.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let words = sentence.words;
    let Some(mark) = words.iter().rposition(|token| token.is("?")) else { return Vec::new() };
    if context.role != Role::Question || mark < 2 {
        return will_you(sentence, mark).or_else(|| why_not(sentence, mark)).into_iter().collect();
    }
    let mut start = usize::from(!words[0].is_word());
    // "Specifically, is it …", "If so, when …" keep their opening out of the quote.
    if words.is(start + 1, ",") {
        start += 2;
    }
    vec![Ask {
        family: Family::Question,
        cue: start..start + 1,
        content: start..mark + 1,
        shape: Shape::Question,
        addressee: None,
        level: super::levels::QUESTION,
        kind: Kind::Reply,
        speaker: Speaker::Own,
        reasons: vec![Reason::QuestionAsked],
    }]
}

/// "Why not open the pool in winter?", "How about giving them a seat?": a suggestion.
fn why_not(sentence: &Sentence, mark: usize) -> Option<Ask> {
    let words = sentence.words;
    let act = words.skip_adverbs(2);
    let verb = words.phrase(0, "why not") && words.is_base(act) && !words.has(act, Class::AUXILIARY);
    let gerund =
        (words.phrase(0, "how about") || words.phrase(0, "what about")) && words.has(act, Class::GERUND);
    let idle = words.has(act, Class::IDLE | Class::PRACTICAL | Class::SPEECH);
    ((verb || gerund) && !idle && mark > act + 1 && !sentence.is_quoted(0)).then(|| Ask {
        family: Family::Question,
        cue: 0..2,
        content: act..mark,
        shape: if verb { Shape::Verb } else { Shape::Gerund },
        addressee: None,
        level: super::levels::QUESTION,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    })
}

/// "Will you oppose the expansion?": an act asked for as a question.
fn will_you(sentence: &Sentence, mark: usize) -> Option<Ask> {
    let words = sentence.words;
    let please = (2..mark).any(|at| words.is(at, "please"));
    let opens = (words.is_any(0, &["will", "would", "could"]) || words.is(0, "can") && please)
        && words.is(1, "you")
        && !sentence.is_quoted(0);
    let polite = words.skip_adverbs(2 + usize::from(words.is_any(2, &["please", "kindly"])));
    // "Would you be willing to meet them?"
    let willing = words.is(polite, "be")
        && words.is_any(polite + 1, &["willing", "prepared", "ready", "able"])
        && words.is(polite + 2, "to");
    let verb = if willing { words.skip_adverbs(polite + 3) } else { polite };
    let courtesy = words.is_any(verb, &["excuse", "forgive", "pardon", "believe", "say", "recall", "permit"]);
    let commits = words.is(verb + 1, "to") && words.has(verb + 2, Class::GERUND | Class::BASE);
    let acts = words.is_base(verb)
        && !courtesy
        && !words.has(verb, Class::IDLE | Class::PRACTICAL)
        && (words.takes_object(verb)
            || commits
            || willing
            || words.is(verb, "consider") && words.has(verb + 1, Class::GERUND)
            || words.is_any(verb + 1, &["to", "why", "whether", "what", "how", "when", "with", "for"]));
    (opens && acts && mark > verb + 2).then(|| Ask {
        family: Family::Question,
        cue: 0..2,
        content: 0..mark + 1,
        shape: Shape::Question,
        addressee: Some(1..2),
        level: super::levels::QUESTION,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::HopeNamesAct],
    })
}
