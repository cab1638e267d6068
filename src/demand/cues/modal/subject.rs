//! Subjects of modals that are more or less than a noun phrase before them.

use super::{Modal, is_passive};
use crate::demand::cues::clause::clause_end;
use crate::demand::cues::levels;
use crate::demand::cues::{Ask, Family, Kind, Reason, Shape, Speaker};
use crate::demand::passage::Sentence;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// "This is a bad law that must be repealed": what somebody or something is said to be tells what is to be done with it.
pub(super) fn defined(sentence: &Sentence, modal: &Modal) -> Option<Ask> {
    let words = sentence.words;
    let relative = modal.at.checked_sub(1).filter(|at| words.is_any(*at, &["that", "which", "who"]))?;
    let is = (0..relative).find(|at| words.is_any(*at, &["is", "are"]))?;
    let subject = 0..is;
    let plain = (1..=5).contains(&is)
        && subject.clone().all(|at| words[at].capital() || words.is_any(at, &["this", "these", "it"]))
        && !words.has(is + 1, Class::NEGATION)
        && words[is + 1].is_word()
        && !words.has(is + 1, Class::PARTICIPLE | Class::GERUND | Class::PREPOSITION)
        && !(is + 1..relative).any(|at| words.has(at, Class::AUXILIARY | Class::THIRD) || words.is(at, ","));
    let passive =
        words.is(modal.verb, "be") && is_passive(words, modal.verb) && modal.level >= levels::SHOULD;
    let idle = words.has(words.skip_adverbs(modal.verb + 1), Class::IDLE | Class::SPEECH)
        || words.is(words.skip_adverbs(modal.verb + 1), "seen");
    (plain && passive && !idle && !modal.negated && !sentence.is_quoted(modal.at)).then(|| Ask {
        family: Family::Modal,
        cue: modal.at..modal.at + 1,
        addressee: None,
        content: 0..clause_end(words, modal.verb),
        shape: Shape::Clause,
        level: modal.level,
        kind: Kind::Demand,
        speaker: Speaker::Own,
        reasons: vec![Reason::PassiveMust],
    })
}

/// "Some never had the help we need to keep a job": the help is needed, not the job.
pub(super) fn is_gap(words: Tokens, subject: &Range<usize>) -> bool {
    let noun = subject.start.wrapping_sub(1);
    subject.len() == 1
        && words.has(subject.start, Class::SUBJECT_PRONOUN)
        && subject.start >= 3
        && words.has(noun.wrapping_sub(1), Class::DETERMINER)
        && words[noun].is_word()
        && !words.has(noun, Class::ADVERB | Class::CONJUNCTION | Class::PREPOSITION)
        && words.has(noun - 2, Class::VERB)
}

/// "We do not believe we need to build it".
pub(super) fn is_disbelieved(words: Tokens, subject: &Range<usize>) -> bool {
    let verb = subject.start.wrapping_sub(1 + usize::from(words.is(subject.start.wrapping_sub(1), "that")));
    words.has(subject.start, Class::FIRST_PERSON)
        && words.is_any(verb, &["believe", "think", "feel"])
        && words.is_any(verb.wrapping_sub(1), &["not", "don't", "doesn't", "never"])
}

/// "Boats, nets, engines and winches must be returned": all that stands before the modal is one list of things.
pub(super) fn is_list_of_subjects(words: Tokens, subject: &Range<usize>) -> bool {
    let commas = (0..subject.start).filter(|at| words.is(*at, ",")).count();
    let joined = (subject.start.saturating_sub(1)..subject.end).any(|at| words.is(at, "and"));
    let nouns = |at: usize| {
        words.is(at, ",")
            || words[at].is_word()
                && !words.has(
                    at,
                    Class::AUXILIARY
                        | Class::SUBJECT_PRONOUN
                        | Class::PREPOSITION
                        | Class::ADVERB
                        | Class::GERUND
                        | Class::CONJUNCTION
                        | Class::PAST
                        | Class::DETERMINER,
                )
    };
    let first = usize::from(words.has(0, Class::DETERMINER));
    commas > 0 && joined && (first..subject.start).all(|at| nouns(at) || words.is(at, "and"))
}
