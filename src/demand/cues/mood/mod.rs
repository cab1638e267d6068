//! How a verb of asking stands in its sentence: it asks, it tells of an ask, or it is no verb at all.

mod finite;
mod infinitive;
mod noun;
mod paper;
mod time;

pub(super) use noun::noun_phrase_back;

use super::{Context, Speaker};
use crate::demand::passage::Sentence;
use crate::demand::voice::{Who, subject};
use crate::language::Tokens;
use crate::letter::LetterKind;
use crate::lexicon::Class;
use finite::finite;
use infinitive::infinitive;
use noun::is_noun;
use paper::{describes_itself, is_own_paper, is_signed_paper};
use time::dates_back;

/// How a verb of asking stands in its sentence.
pub(super) enum Mood {
    /// It asks now, in somebody's name.
    Asks(Speaker),
    /// It told of an ask in the past.
    Told(Speaker),
    /// It does not ask.
    Silent,
}

pub(super) fn is_passive(words: Tokens, verb: usize) -> bool {
    let mut at = verb;
    while at > 0 && (words.has(at - 1, Class::ADVERB) || words.is_any(at - 1, &["all", "both"])) {
        at -= 1;
    }
    words.has(verb, Class::PARTICIPLE) && at > 0 && words.has(at - 1, Class::BE)
}

/// How the verb at `verb` stands in its sentence.
pub(super) fn mood(sentence: &Sentence, verb: usize, context: &Context) -> Mood {
    let words = sentence.words;
    let voice = context.voice;
    if sentence.is_quoted(verb) && !voice.tells() && !quotes_own_words(sentence, context) {
        return Mood::Silent;
    }
    // "let me ask you", "allow me to urge you"
    let lets = words.is(verb.wrapping_sub(2), "let") && words.is_any(verb - 1, &["me", "us"])
        || words.is_any(verb.wrapping_sub(3), &["allow", "permit"])
            && words.is_any(verb - 2, &["me", "us"])
            && words.is(verb - 1, "to");
    if lets {
        return Mood::Asks(Speaker::Own);
    }
    if is_noun(words, verb) {
        return Mood::Silent;
    }
    // "the Seek program", "is demanding work": a name, an adjective.
    let named = words.is_name(verb) && !words.is_headline()
        || words[verb].capital() && words.has(verb.wrapping_sub(1), Class::DETERMINER);
    let adjective = words.has(verb, Class::GERUND)
        && words.has(verb.wrapping_sub(1), Class::BE | Class::ADVERB)
        && words.get(verb + 1).is_some_and(|next| next.has(Class::AMBIGUOUS | Class::ARTIFACT))
        && verb + 2 >= words.len().saturating_sub(1);
    if named || adjective {
        return Mood::Silent;
    }
    // "we will have no choice but to appeal and recommend it": a threat of what will be asked of others.
    let forced = (0..verb).any(|at| {
        words.is_any(at, &["recourse", "choice", "alternative", "option"]) && words.phrase(at + 1, "but to")
    });
    if forced && verb > 0 {
        return Mood::Told(Speaker::Own);
    }
    let before = words.skip_adverbs_back(verb);
    // "being asked to": told of the senders.
    if is_passive(words, verb) && words.is(before.wrapping_sub(1), "being") {
        return Mood::Silent;
    }
    // "the requests that we ask you to act upon"
    let gap = before >= 3
        && words.has(before - 1, Class::FIRST_PERSON)
        && words.is_any(before - 2, &["that", "which"])
        && words.is_any(
            before - 3,
            &[
                "requests",
                "demands",
                "questions",
                "steps",
                "things",
                "actions",
                "changes",
                "points",
                "issues",
            ],
        );
    if gap {
        return Mood::Silent;
    }
    // "will not for now require", "not to press for"
    let to = before > 0 && words.is(before - 1, "to");
    let from = (before.saturating_sub(6)..before)
        .rev()
        .find(|at| {
            !words[*at].is_word() || words.has(*at, Class::FIRST_PERSON) || words.has(*at, Class::VERB)
        })
        .map_or(before.saturating_sub(6), |at| at + 1);
    let far = (from..before)
        .any(|at| words.is(at, "not") && words.has(at.wrapping_sub(1), Class::AUXILIARY) && !to);
    let negated = (before..verb).any(|at| words.has(at, Class::NEGATION))
        || before > 0 && words.has(before - 1, Class::NEGATION)
        || to && words.is(before.wrapping_sub(2), "not")
        || far;
    if negated {
        return Mood::Silent;
    }
    // "I have been asking for it": told up to now.
    if words.has(verb, Class::GERUND)
        && words.is(before.wrapping_sub(1), "been")
        && words.has(words.skip_adverbs_back(before - 1).wrapping_sub(1), Class::AUXILIARY)
    {
        return Mood::Told(Speaker::Own);
    }
    if words.has(verb, Class::GERUND) && !(before > 0 && words.has(before - 1, Class::BE)) {
        return participle(sentence, verb, before, context);
    }
    if before > 0 && words.is(before - 1, "to") {
        return infinitive(sentence, verb, before - 1, context);
    }
    if is_passive(words, verb) {
        // "X is urged to": the document's own voice, unless another agent or tense is told.
        let by = (verb..words.len().min(verb + 8)).any(|at| words.is(at, "by") && at == verb + 1);
        let be = words.skip_adverbs_back(verb).saturating_sub(1);
        let past = words.is_any(be, &["was", "were", "been"])
            || words.is(be, "be") && !words.is_any(be.saturating_sub(1), &["must", "should"]);
        // "as more people are urged to", "that we should be asked to": told on the way.
        let subject = subject(words, be).range;
        let hangs = words.is_any(
            subject.start.wrapping_sub(1),
            &["as", "because", "when", "while", "if", "that", "which", "who", "than", "where", "since"],
        );
        let resolved = words.is_any(subject.start.wrapping_sub(2), &["resolved", "resolves"]);
        let past = past || hangs && !subject.is_empty() && !resolved;
        let of_us = words.has(be.saturating_sub(1), Class::FIRST_PERSON);
        return if by || past || of_us { Mood::Told(Speaker::Other(None)) } else { Mood::Asks(Speaker::Own) };
    }
    finite(sentence, verb, before, context)
}

/// A whole statement in quotation marks is the senders' own in a letter, too.
pub(super) fn quotes_own_words(sentence: &Sentence, context: &Context) -> bool {
    sentence.all_quoted() && context.voice.kind != LetterKind::Letter
}

/// "urging her to withdraw", "in calling for": the subject of the main clause asks.
pub(super) fn participle(sentence: &Sentence, verb: usize, before: usize, context: &Context) -> Mood {
    let words = sentence.words;
    let voice = context.voice;
    if voice.kind == LetterKind::PressRelease && !sentence.is_quoted(verb) && dates_back(words, verb) {
        return Mood::Told(Speaker::Own);
    }
    let Some(last) = before.checked_sub(1) else {
        // "Urging Congress to act": a title, or a clause before the main one; alone in a statement it asks.
        let alone = main_verb(words, words.len()) == words.len();
        return if alone && voice.tells() { Mood::Asks(Speaker::Own) } else { Mood::Silent };
    };
    if describes_itself(words, context) {
        return Mood::Asks(Speaker::Own);
    }
    // "protests calling for", "speech calling for", "resolutions demanding": the noun asks.
    // "We write urging the envoy to": the pronoun's verb, no noun.
    let governed = words.has(last, Class::BASE) && words.has(last.wrapping_sub(1), Class::SUBJECT_PRONOUN);
    let noun = words[last].is_word()
        && !governed
        && !words.has(
            last,
            Class::PREPOSITION
                | Class::CONJUNCTION
                | Class::ADVERB
                | Class::SUBJECT_PRONOUN
                | Class::AUXILIARY,
        );
    if noun {
        let phrase = noun_phrase_back(words, last);
        let own = voice.who(words, phrase.clone()) == Who::Own;
        let definite = words.is_any(phrase.start, &["the", "their", "his", "her", "that"]);
        let paper = own || voice.tells() && !definite && is_own_paper(words, phrase.clone(), context);
        // "I am one of many residents urging our council"
        let among = (0..last).any(|at| words.has(at, Class::FIRST_PERSON) && words.has(at + 1, Class::BE))
            && (!words.has(phrase.start, Class::DETERMINER)
                || words.is_any(phrase.start, &["many", "those", "the", "several"])
                    && words.is(phrase.start.wrapping_sub(1), "of"));
        if among {
            return Mood::Asks(Speaker::Own);
        }
        // "today wrote to the Secretary urging her to": a release's first sentence tells of its own letter.
        let today = voice.kind == LetterKind::PressRelease
            && !sentence.is_quoted(verb)
            && (0..verb).any(|at| {
                words.lemma(at).is_some_and(|lemma| ["write", "send", "sign", "join"].contains(&lemma))
                    && words.has(at, Class::PAST)
                    && (words.is(at.wrapping_sub(1), "today") || words.is(at + 1, "today"))
            });
        if today
            || voice.tells() && !sentence.is_quoted(verb) && is_signed_paper(words, phrase.clone(), context)
        {
            return Mood::Asks(Speaker::Own);
        }
        let main = voice.speaker(words, main_verb(words, verb));
        let told = matches!(main, Speaker::Own)
            && voice.tells()
            && (words[last].capital() || paper || words.has(last, Class::ADVERB));
        return if paper || told {
            Mood::Asks(Speaker::Own)
        } else {
            Mood::Told(Speaker::Other(Some(phrase)))
        };
    }
    let nearest = (1..verb).rev().find(|at| {
        words.has(*at, Class::PAST | Class::THIRD | Class::AUXILIARY)
            && !words.has(*at, Class::NOMINAL | Class::ARTIFACT)
    });
    if nearest.is_some_and(|near| voice.speaker(words, near) == Speaker::Own) {
        return Mood::Asks(Speaker::Own);
    }
    match voice.speaker(words, main_verb(words, verb)) {
        Speaker::Own => Mood::Asks(Speaker::Own),
        other => Mood::Told(other),
    }
}

/// The first finite verb before `verb`, whose subject is that of the sentence.
pub(super) fn main_verb(words: Tokens, verb: usize) -> usize {
    (1..verb)
        .find(|at| {
            let finite = words.has(*at, Class::PAST | Class::THIRD | Class::AUXILIARY)
                || words.has(*at, Class::BASE) && words.has(at - 1, Class::SUBJECT_PRONOUN);
            finite
                && !words.has(*at, Class::INSTITUTION | Class::ROLE | Class::ARTIFACT)
                && !words[*at].capital()
                && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION)
        })
        .unwrap_or(verb)
}

/// The sentence is an operative clause: it opens with a verb in the third person.
pub(super) fn opens_operative(words: Tokens) -> bool {
    let first = words
        .skip_adverbs(words.iter().position(|token| token.kind == crate::language::Kind::Word).unwrap_or(0));
    // "That this House notes …; and calls on …"
    let house = words.is_any(first, &["that", "this"])
        && (first..words.len().min(first + 3)).any(|at| {
            words.is_any(
                at,
                &[
                    "house",
                    "council",
                    "assembly",
                    "conference",
                    "union",
                    "meeting",
                    "chamber",
                    "branch",
                    "congress",
                ],
            )
        });
    words.has(first, Class::THIRD) || house
}

pub(super) fn first_auxiliary(words: Tokens, before: usize) -> usize {
    let mut at = before;
    while at > 0 && words.has(at - 1, Class::AUXILIARY | Class::ADVERB) {
        at -= 1;
    }
    at
}

pub(super) fn is_clause(words: Tokens, range: std::ops::Range<usize>) -> bool {
    range.clone().any(|at| {
        words.has(at, Class::AUXILIARY)
            || words.has(at, Class::VERB)
                && !words.has(
                    at,
                    Class::AMBIGUOUS | Class::PARTICIPLE | Class::ROLE | Class::INSTITUTION | Class::ARTIFACT,
                )
    })
}

pub(super) fn coordinated_subject(sentence: &Sentence, verb: usize, context: &Context) -> Speaker {
    let words = sentence.words;
    let base = words.has(verb, Class::BASE) && !words.has(verb, Class::THIRD);
    let first_person = (0..verb).rev().find(|at| words.has(*at, Class::SUBJECT_PRONOUN));
    // "those who are dismayed …, and call for it": who adds a voice calls as well.
    let joins = (0..verb).any(|at| {
        words.is(at, "add")
            && words.has(at + 1, Class::POSSESSIVE)
            && words.is_any(at + 2, &["voice", "voices", "name", "names"])
    });
    if base && joins && (0..verb).any(|at| words.has(at, Class::FIRST_PERSON)) {
        return Speaker::Own;
    }
    match first_person {
        Some(at) if words.has(at, Class::FIRST_PERSON) && base => Speaker::Own,
        Some(_) if base => Speaker::Other(None),
        _ => context.voice.speaker(words, main_verb(words, verb)),
    }
}

/// Whether a subject names an organization: capitals, or an institution.
pub(super) fn names_group(words: Tokens, range: std::ops::Range<usize>) -> bool {
    // "The League, along with its sisters,": who is named first.
    let comma = range.clone().skip(1).find(|at| {
        words.is(*at, ",") && words.is_any(at + 1, &["along", "together", "with", "alongside", "on"])
    });
    let range = range.start..comma.unwrap_or(range.end);
    range.len() <= 12
        && range.clone().any(|at| words[at].capital())
        && !range.clone().any(|at| words.has(at, Class::VERB) && !words[at].capital())
}
