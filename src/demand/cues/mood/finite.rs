//! A finite verb of asking: its subject asks, now or then.

use super::time::tells_now;
use super::{Mood, coordinated_subject, first_auxiliary, is_clause, main_verb, names_group, opens_operative};
use crate::demand::cues::{Context, Speaker};
use crate::demand::lists::Role;
use crate::demand::passage::Sentence;
use crate::demand::voice::subject;
use crate::language::{Kind, Tokens};
use crate::letter::LetterKind;
use crate::lexicon::Class;

/// A finite form: its subject asks, now or then.
pub(super) fn finite(sentence: &Sentence, verb: usize, before: usize, context: &Context) -> Mood {
    let words = sentence.words;
    let voice = context.voice;
    let opens = before == 0
        || (0..before)
            .all(|at| !words[at].is_word() || words.has(at, Class::ADVERB) || words[at].kind == Kind::Number);
    if opens {
        // "Calls upon all States to": an operative clause. A base form here asks for the asking itself.
        return if words.has(verb, Class::THIRD) { Mood::Asks(Speaker::Own) } else { Mood::Silent };
    }
    // "That the Senate proclaim it, and call for his resignation": whoever is to proclaim is to call.
    let wanted = context.role == Role::Demand
        && words.has(verb, Class::BASE)
        && words.is_any(before - 1, &["and", ","])
        && words.iter().find(|token| token.is_word()).is_some_and(|first| first.is("that"));
    if wanted {
        return Mood::Silent;
    }
    let past = words.has(verb, Class::PAST) && !words.has(verb, Class::BASE)
        || words.is_any(before.saturating_sub(1), &["have", "has", "had", "did"]);
    let first_aux = first_auxiliary(words, before);
    let modal = words.is_any(first_aux, &["should", "could", "may", "might", "shall"]) && first_aux < verb;
    let future = words.is_any(first_aux, &["will"]) && first_aux < verb;
    let mut speaker = voice.speaker(words, verb);
    // "RESOLVED, That the City Council of Ashby urges": whoever resolves asks.
    let performs = words.has(verb, Class::THIRD) || words.is(verb.wrapping_sub(1), "hereby");
    let body = (0..before.min(12)).any(|at| words.is(at, "resolved"))
        || words.is(verb.wrapping_sub(1), "hereby")
            && (0..before).any(|at| words.is(at, "we") && words.is(at + 1, ","));
    let resolved = context.voice.kind == LetterKind::Resolution && performs && body;
    if resolved && !subject(words, verb).relative {
        return Mood::Asks(Speaker::Own);
    }
    // "Pending their removal, urges all States to": a phrase before the operative verb.
    let after_phrase = words.has(verb, Class::THIRD)
        && context.voice.kind == LetterKind::Resolution
        && words.is(before.wrapping_sub(1), ",")
        && (0..before).find(|at| words[*at].kind == Kind::Word).is_some_and(|first| {
            words.has(first, Class::GERUND | Class::PREPOSITION | Class::ADVERB | Class::CONJUNCTION)
        })
        && !(0..before).any(|at| words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN));
    if after_phrase {
        return Mood::Asks(Speaker::Own);
    }
    // "Welcomes …, urges that …, and requests …": operative verbs share the body that adopts them.
    let operative = words.has(verb, Class::THIRD)
        && context.voice.kind == LetterKind::Resolution
        && opens_operative(words);
    if operative {
        return Mood::Asks(Speaker::Own);
    }
    if let Speaker::Other(Some(range)) = &speaker
        && !subject(words, verb).relative
        && (range.is_empty() || is_clause(words, range.clone()))
    {
        // "…, and therefore urge": the subject is that of the clause before.
        speaker = coordinated_subject(sentence, verb, context);
    }
    // "The tenants say that the stair is unsafe and ask that it be mended": a plural verb has no singular subject.
    if let Speaker::Other(Some(range)) = &speaker
        && words.has(verb, Class::BASE)
        && !words.has(verb, Class::THIRD)
        && words.is(before.wrapping_sub(1), "and")
        && is_singular(words, range.clone())
    {
        let says = (1..before).find(|at| words.has(*at, Class::VERB) && words.is(at + 1, "that"));
        speaker = voice.speaker(words, says.unwrap_or_else(|| main_verb(words, verb)));
    }
    // "Take action, and demand it": asked for by the imperative before it.
    let first = words.skip_adverbs(usize::from(!words[0].is_word()));
    let commanded = words.has(verb, Class::BASE)
        && words.is_base(first)
        && !words.has(first, Class::ACTOR)
        && words.is_any(before.wrapping_sub(1), &["and", ","]);
    if commanded {
        return Mood::Silent;
    }
    // "you should urge them": an act asked for, by another cue.
    if modal || matches!(&speaker, Speaker::Other(Some(range)) if words.is(range.start, "you")) {
        return Mood::Silent;
    }
    // "Hundreds have signed a petition that calls for it"
    let signed = voice.tells()
        && words.has(verb, Class::THIRD)
        && (1..before).any(|paper| {
            words.is_any(paper, &["petition", "letter", "appeal"])
                && words.is_any(paper + 1, &["that", "which"])
                && (paper.saturating_sub(4)..paper).any(|at| words.lemma(at) == Some("sign"))
        });
    if signed && !sentence.is_quoted(verb) {
        return Mood::Asks(Speaker::Own);
    }
    match speaker {
        // "The public policy arm of the society today urged …": a release's first sentence tells of its sender.
        Speaker::Other(_)
            if past
                && (context.voice.kind == LetterKind::PressRelease
                    || context.voice.kind == LetterKind::Statement
                        && context.first
                        && words.is(0, "today"))
                && !sentence.is_quoted(verb)
                && (words.is(0, "today")
                    || (before.saturating_sub(2)..verb).any(|at| words.is(at, "today"))
                    || words.phrase(0, "in a letter")
                        && (3..verb.min(12)).any(|at| words.is(at, "today"))) =>
        {
            Mood::Asks(Speaker::Own)
        }
        Speaker::Own if future => Mood::Told(Speaker::Own),
        Speaker::Own if past && !(voice.tells() && tells_now(sentence, verb, context)) => {
            Mood::Told(Speaker::Own)
        }
        Speaker::Own => Mood::Asks(Speaker::Own),
        other if past => Mood::Told(other),
        other => {
            // A statement whose sender is unknown speaks of itself by name: "X calls on the government".
            let named = matches!(&other, Speaker::Other(Some(range)) if names_group(words, range.clone()));
            let weak = words
                .lemma(verb)
                .and_then(|lemma| words.lexicon().performative(lemma))
                .is_some_and(|asks| asks.weak);
            // "is calling for" tells of now as "calls for" does.
            let going_on =
                words.has(verb, Class::GERUND) && words.is_any(before.wrapping_sub(1), &["is", "are"]);
            let simple = (words.has(verb, Class::THIRD) || words.has(verb, Class::BASE) || going_on)
                && !weak
                && !subject(words, verb).relative;
            let unquoted = !sentence.is_quoted(verb);
            let first = context.first || voice.kind == LetterKind::PressRelease;
            let speaks = matches!(voice.kind, LetterKind::Statement | LetterKind::PressRelease);
            if named && simple && unquoted && speaks && first {
                Mood::Asks(Speaker::Own)
            } else {
                Mood::Told(other)
            }
        }
    }
}

/// "the bridge", "a tenant": one thing or person, of which no plural verb is said.
fn is_singular(words: Tokens, range: std::ops::Range<usize>) -> bool {
    let noun = range.end.checked_sub(1).filter(|noun| range.contains(noun));
    noun.is_some_and(|noun| {
        words.is_any(range.start, &["the", "a", "an", "this", "that", "it", "he", "she"])
            && !words.is_plural(noun)
            && !words.has(noun, Class::PEOPLE | Class::INSTITUTION | Class::ACTOR)
            && !range.clone().any(|at| words.is_any(at, &["and", "or"]))
    })
}
