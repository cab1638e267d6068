//! A verb of asking that is a noun where it stands: "their request", "a list of demands".

use crate::language::Tokens;
use crate::lexicon::Class;

/// The word is a noun here: an article, a possessive or an adjective stands before it.
pub(in crate::demand::cues) fn is_noun(words: Tokens, verb: usize) -> bool {
    let Some(before) = verb.checked_sub(1) else { return false };
    let nounlike = words.has(verb, Class::AMBIGUOUS | Class::THIRD);
    let stands_alone = words.get(verb + 1).is_some_and(|next| {
        !next.is_word() && !next.is_any(&["$", "\"", "\u{201c}", ":", "(", "–", "—"])
            || next.is("of")
            || next.has(Class::AUXILIARY)
    });
    // "the States' request that"
    if words[before].text == "'" || words[before].text == "\u{2019}" {
        return true;
    }
    // "we therefore request, Sir, that"
    let spoken = words.has(words.skip_adverbs_back(verb).wrapping_sub(1), Class::SUBJECT_PRONOUN);
    if nounlike && stands_alone && !spoken {
        return true;
    }
    // "the proposed regulation", "the responsibility called for by its mandate"
    let participle = words.has(verb, Class::PARTICIPLE) && !words.has(verb, Class::BASE);
    if participle
        && (words.has(before, Class::DETERMINER | Class::PREPOSITION)
            || words.is(verb + 1, "by")
            || words.is_any(verb + 1, &["for", "on", "upon"])
                && words.is_any(verb + 2, &["by", "in", "under"]))
        && !words.has(before, Class::BE)
    {
        return true;
    }
    // "Demands for information that exceed it would not be required": a subject.
    let subject = words.has(verb, Class::THIRD)
        && words.is(verb + 1, "for")
        && (verb + 2..words.len()).any(|at| words.has(at, Class::AUXILIARY))
        && words.is(before, ",");
    if subject {
        return true;
    }
    // "placing demands on an ally"
    let placed = words.has(verb, Class::THIRD)
        && words
            .lemma(before)
            .is_some_and(|lemma| ["place", "make", "put", "impose", "issue"].contains(&lemma));
    if placed {
        return true;
    }
    // "actionable requests", "a list of demands"
    let plural = words.has(verb, Class::THIRD)
        && (words.has(before, Class::ADJECTIVE | Class::PREPOSITION)
            // "resisted repeated calls", "heard growing demands"
            || words.has(before, Class::PARTICIPLE | Class::GERUND)
                && words.has(before.wrapping_sub(1), Class::VERB | Class::PREPOSITION | Class::DETERMINER)
                // "This meeting demands it"
                && !words.phrase(before.wrapping_sub(1), "this meeting"))
        && !words.has(before, Class::ADVERB);
    if plural {
        return true;
    }
    let nominal = words.has(verb, Class::AMBIGUOUS)
        // "a strong advocate for them"
        || words.is(verb, "advocate")
        || words.has(verb, Class::THIRD)
            && words.is_any(
                verb,
                &[
                    "demands",
                    "requests",
                    "calls",
                    "appeals",
                    "orders",
                    "challenges",
                    "charges",
                    "petitions",
                    "directs",
                    "presses",
                    "pushes",
                    "pleas",
                ],
            );
    let gerund_noun = words.has(verb, Class::GERUND) && words.has(before, Class::DETERMINER);
    let article = words.has(before, Class::DETERMINER)
        && !words.is_any(before, &["all", "both", "that", "this", "some", "many"])
        || words.has(before, Class::GENITIVE)
        || words.has(before, Class::PREPOSITION) && !words.is(before, "to");
    let adjective = !words.has(
        before,
        Class::VERB
            | Class::ADVERB
            | Class::SUBJECT_PRONOUN
            | Class::AUXILIARY
            | Class::CONJUNCTION
            | Class::ACTOR
            | Class::NEGATION
            | Class::PREPOSITION,
    ) && words[before].is_word()
        && !words[before].capital()
        && !words.is_plural(before)
        && words.has(verb, Class::BASE);
    gerund_noun || nominal && (article || adjective)
}

/// The noun phrase that ends at `last`.
pub(in crate::demand::cues) fn noun_phrase_back(words: Tokens, last: usize) -> std::ops::Range<usize> {
    let mut start = last;
    while start > 0
        && words[start - 1].is_word()
        && !words.has(
            start - 1,
            Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::SUBJECT_PRONOUN,
        )
        && !(words.has(start - 1, Class::PAST | Class::THIRD) && !words.has(start - 1, Class::AMBIGUOUS))
    {
        start -= 1;
        if words.has(start, Class::DETERMINER) {
            break;
        }
    }
    start..last + 1
}
