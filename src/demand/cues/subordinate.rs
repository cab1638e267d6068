//! Clauses that hang on others: what is told, supposed, or stated as a rule asks nothing.

use super::Speaker;
use crate::demand::voice::Voice;
use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

#[derive(PartialEq, Eq)]
pub(super) enum Subordination {
    None,
    /// "… where we must", "to the point that it must".
    Inside,
    /// "argues that we must", "he said X should": another's words.
    Told,
}

/// What stands before the clause of a modal.
pub(super) fn is_subordinate(words: Tokens, voice: &Voice, subject: &Range<usize>) -> Subordination {
    let Some(mut before) = subject.start.checked_sub(1) else { return Subordination::None };
    // "we agreed that A would be fair and that B should be done": the second clause hangs on the same verb.
    if words.is(before, "that")
        && before > 1
        && words.is_any(before - 1, &["and", ",", "or"])
        && let Some(first) = (1..before - 1).rev().find(|at| words.is(*at, "that"))
    {
        before = first;
    }
    let that = words.is(before, "that");
    let astonished = [
        "astonished",
        "surprised",
        "shocked",
        "amazed",
        "saddened",
        "disappointed",
        "concerned",
        "sorry",
        "regret",
        "stunned",
        "appalled",
        "outraged",
        "worried",
    ];
    if that && words.is_any(before.wrapping_sub(1), &astonished) {
        return Subordination::Inside;
    }
    // "it is our belief that it should be repealed"
    let held = words.is_any(
        before.wrapping_sub(1),
        &[
            "belief",
            "view",
            "opinion",
            "position",
            "conviction",
            "contention",
            "submission",
            "judgment",
            "judgement",
        ],
    ) && words
        .is_any(before.wrapping_sub(2), &["our", "my", "firm", "considered", "strong", "sincere"]);
    // "the neighbours' request that you should leave": made by others.
    let request = before.checked_sub(1).is_some_and(|noun| {
        let lexicon = words.lexicon();
        lexicon
            .verb_of_noun(&words[noun].folded)
            .or_else(|| words.lemma(noun))
            .and_then(|verb| lexicon.performative(verb))
            .is_some_and(|asks| !asks.weak)
            && noun > 0
            && (words.is_any(noun - 1, &["the", "his", "her", "their", "this", "'", "\u{2019}"])
                || words.has(noun - 1, Class::GENITIVE))
    });
    if that && request {
        return Subordination::Told;
    }
    // "it is hard to accept that we should"
    let hard = (before.saturating_sub(4)..before)
        .any(|at| words.is_any(at, &["hard", "difficult", "impossible"]) && words.is(at + 1, "to"));
    if that && hard {
        return Subordination::Inside;
    }
    // "Our position is that it should be repealed"
    let stance = words.is(before.wrapping_sub(1), "is")
        && words.is_any(
            before.wrapping_sub(2),
            &["position", "view", "belief", "opinion", "argument", "message", "conviction", "contention"],
        )
        && words.is_any(before.wrapping_sub(3), &["our", "my"]);
    if that && (held || stance) {
        return Subordination::None;
    }
    let verb_before = if that { before.checked_sub(1) } else { Some(before) };
    if let Some(at) = verb_before
        && words.has(at, Class::SPEECH | Class::VERB)
        && words[at].is_word()
    {
        let own = (0..at).any(|at| words.has(at, Class::FIRST_PERSON))
            || matches!(voice.speaker(words, at), Speaker::Own);
        let past = words.has(at, Class::PAST) && !words.has(at, Class::BASE);
        if words.is_any(at, &astonished) {
            return Subordination::Inside;
        }
        // "this means that they should": a conclusion of the writer's.
        if words.is_any(at, &["means", "meaning"]) && that {
            return Subordination::None;
        }
        // "they claim that it must": in a letter, they are others.
        let theirs = !voice.tells() && that && words.is_any(at.wrapping_sub(1), &["they", "he", "she"]);
        if theirs && words.has(at, Class::SPEECH) {
            return Subordination::Told;
        }
        let told = (words.has(at, Class::THIRD | Class::PAST | Class::PARTICIPLE | Class::GERUND)
            || words.has(at, Class::SPEECH)
                && !words.has(at.wrapping_sub(1), Class::SUBJECT_PRONOUN)
                && at > 0)
            // A release tells its senders' asks in the past: "Holloway said that it must".
            && (!own || past && that && !(voice.tells() && words.is_any(at, &["said", "wrote", "added", "argued"])));
        let believes = words.is_any(at, &["believes", "thinks", "argues", "insists", "contends", "feels"]);
        if told && words.has(at, Class::VERB) && (that || believes || words.has(at, Class::SPEECH)) {
            return Subordination::Told;
        }
        return Subordination::None;
    }
    // "This is why it must be repealed"
    let so = words.is(before, "why")
        && words.is(before.wrapping_sub(1), "is")
        && words.is_any(before.wrapping_sub(2), &["this", "that", "which"]);
    if so {
        return Subordination::None;
    }
    if words.is_any(
        before,
        &[
            "where", "because", "although", "though", "while", "whereas", "when", "if", "whether", "what",
            "how", "why", "which", "unless", "until", "than",
        ],
    ) {
        return Subordination::Inside;
    }
    if that {
        let own = (0..before).any(|at| words.has(at, Class::FIRST_PERSON));
        return if own { Subordination::None } else { Subordination::Inside };
    }
    Subordination::None
}

/// The clause tells what a law or rule requires.
pub(super) fn states_rule(words: Tokens, modal: usize) -> bool {
    // "Under the charter, the governor has to …"
    let under = words.is(0, "under")
        && words.has(1, Class::DETERMINER)
        && (2..words.len().min(6)).any(|at| {
            words.is_any(
                at,
                &[
                    "act",
                    "acts",
                    "charter",
                    "constitution",
                    "by-laws",
                    "bylaws",
                    "code",
                    "convention",
                    "law",
                    "laws",
                    "lease",
                    "ordinance",
                    "regulation",
                    "regulations",
                    "rule",
                    "rules",
                    "statute",
                    "treaty",
                ],
            )
        });
    if under {
        return true;
    }
    // "If it concerns an editor, the party must first address the editor": the steps of a procedure.
    let steps = words.is(0, "if")
        && (2..words.len())
            .any(|at| words.is(at, "must") && words.is_any(at + 1, &["first", "then", "next"]))
        && !(0..words.len()).any(|at| words.is_any(at, &["you", "we"]));
    if steps {
        return true;
    }
    (0..words.len()).any(|at| {
        words.phrase(at, "emphasis added")
            || words.phrase(at, "according to") && at < modal
            || words.phrase(at, "requires that")
            || words.phrase(at, "provides that")
            || words.phrase(at, "states that")
            || words.phrase(at, "under international law")
            || words.phrase(at, "under the law")
            || words.phrase(at, "required by")
            || words.phrase(at, "in order to be")
    })
}
