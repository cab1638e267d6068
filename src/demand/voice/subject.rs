//! The subject of a clause: the noun phrase before its verb, whatever stands between.

use crate::language::Tokens;
use crate::lexicon::Class;
use std::ops::Range;

/// The noun phrase before a finite verb.
pub struct Subject {
    /// Its tokens.
    pub range: Range<usize>,
    /// The verb stands in a relative clause, and the phrase is what the clause belongs to.
    pub relative: bool,
}

/// How long a bracket behind a name may be.
const BRACKETED: usize = 6;

/// The subject of the clause whose verb (or first auxiliary) stands at `verb`.
pub fn subject(words: Tokens, verb: usize) -> Subject {
    let mut end = verb;
    while end > 0
        && (words.has(end - 1, Class::ADVERB | Class::AUXILIARY | Class::NEGATION)
            && !words.has(end - 1, Class::SUBJECT_PRONOUN))
    {
        end -= 1;
    }
    // "Sen. Jane Roe (D-Ohio) is urging": what stands in brackets behind a name is no part of the sentence.
    let close = words.skip_adverbs_back(end).wrapping_sub(1);
    if words.is(close, ")")
        && let Some(open) = (close.saturating_sub(BRACKETED)..close).rev().find(|at| words.is(*at, "("))
        && open > 0
    {
        return subject(words, open);
    }
    // "we must", "the support they need to": a pronoun is the whole subject.
    if end > 0 && words.has(end - 1, Class::SUBJECT_PRONOUN) && !words.is_any(end - 1, &["who", "it"]) {
        let start = end - 1;
        // "On behalf of eleven thousand members I call": a phrase before the subject, no noun it narrows.
        let opens = |at: usize| {
            words.has(at, Class::PREPOSITION)
                && (at == 0 || !words[at - 1].is_word() || words.is_any(at - 1, &["that", "and", "but"]))
        };
        let phrase = (0..start).rev().take_while(|at| words[*at].is_word()).any(opens)
            && words.has(start, Class::FIRST_PERSON)
            && words.has(words.skip_adverbs(end), Class::PERFORMATIVE | Class::BE);
        let reduced = start > 0
            && !phrase
            && !words.is_any(start - 1, &["why", "how", "what", "where", "when"])
            && words[start - 1].is_word()
            && !words[start - 1].capital()
            && !words.has(
                start - 1,
                Class::CONJUNCTION
                    | Class::VERB
                    | Class::ADVERB
                    | Class::PREPOSITION
                    | Class::PARTICIPLE
                    | Class::SUBJECT_PRONOUN,
            );
        return Subject { range: start..end, relative: reduced };
    }
    let relative = |at: usize| {
        words.is_any(at, &["which", "who", "whose"])
            || words.is(at, "that")
                && at + 1 == end
                && at > 2
                && words[at - 1].is_word()
                && (words.is_plural(at - 1) || is_one_thing(words, at - 1))
            || (words.is(at, "that") && at > 0 && words.has(at - 1, Class::INSTITUTION | Class::ARTIFACT))
    };
    let asks_how = |at: usize| words.is_any(at, &["why", "how", "what", "where", "when"]);
    let breaks = |at: usize| {
        // "a robust, initial package": the comma stands between adjectives.
        let adjectives = words.is(at, ",")
            && at >= 2
            && words.is_any(at - 2, &["a", "an"])
            && words[at - 1].is_word()
            && words.get(at + 1).is_some_and(|next| next.is_word() && !next.has(Class::CONJUNCTION));
        asks_how(at)
            || !adjectives
                && !words[at].is_word()
                && (words.is_any(at, &[",", ";", ":", "(", "]", "–", "—", "-"])
                    || words.is_any(at, &["\"", "\u{201c}"])
                        && (at == 0 || words.has(at - 1, Class::SPEECH) || !words[at - 1].is_word()))
    };
    let opens =
        |at: usize| words.has(at, Class::CONJUNCTION) && !words.is_any(at, &["and", "or", "as", "but"]);
    let mut start = end;
    while start > 0 && !breaks(start - 1) && !opens(start - 1) && !relative(start - 1) {
        start -= 1;
    }
    // "No claimant who is outside when it opens should": the clause inside has its verb.
    while start > 2
        && words.is_any(start - 1, &["when", "where", "after", "before", "once"])
        && !breaks(start - 2)
        && has_finite_verb(words, start..end)
        && (0..start - 1).any(relative)
    {
        start -= 1;
        while start > 0 && !breaks(start - 1) && !opens(start - 1) && !relative(start - 1) {
            start -= 1;
        }
    }
    // "Neither the park nor the library should be sold"
    if start > 0
        && words.is(start - 1, "nor")
        && let Some(neither) = (0..start - 1).rev().find(|at| words.is(*at, "neither"))
    {
        start = neither;
    }
    // "those who are affected must …": the relative clause has its verb, this one is the main clause's.
    while start > 0 && relative(start - 1) && has_finite_verb(words, start..end) {
        start -= 1;
        while start > 0 && !breaks(start - 1) && !opens(start - 1) && !relative(start - 1) {
            start -= 1;
        }
    }
    if start > 0 && relative(start - 1) {
        let antecedent_end = start - 1 - usize::from(start > 1 && breaks(start - 2));
        return Subject { range: antecedent_end.saturating_sub(8)..antecedent_end, relative: true };
    }
    // "In our view the Board should": the view is no part of the subject.
    if words.is(start, "in")
        && words.is_any(start + 1, &["our", "my"])
        && words.is_any(start + 2, &["view", "opinion", "judgment", "judgement", "estimation"])
    {
        start += 3;
    }
    // "We believe increased funding should be …": the subject is that of the inner clause.
    if words.has(start, Class::FIRST_PERSON) {
        // "I do not believe the city should"
        let denied = words.is_any(start + 1, &["do", "did"]) && words.is(start + 2, "not");
        let verb = words.skip_adverbs(start + if denied { 3 } else { 1 });
        let opens_clause = words.is_any(
            verb,
            &[
                "believe",
                "think",
                "feel",
                "know",
                "say",
                "suggest",
                "propose",
                "hope",
                "expect",
                "submit",
                "contend",
                "maintain",
                "insist",
                "demand",
                "request",
                "recommend",
            ],
        );
        if opens_clause && verb + 1 < end {
            start = verb + 1;
        }
    }
    // "Holloway believes the fees should be refunded": the subject is that of what she believes.
    let believes = (start + 1..end.min(start + 6)).find(|at| {
        words.is_any(*at, &["believes", "thinks", "argues", "insists", "contends", "feels"])
            && words.has(at + 1, Class::DETERMINER | Class::SUBJECT_PRONOUN)
    });
    if let Some(verb) = believes.filter(|verb| verb + 1 < end) {
        start = verb + 1;
    }
    // "the Department, Fujitsu and the Post Office": a list of names before the last one.
    while start >= 2 && words.is(start - 1, ",") && (start..end).any(|at| words.is(at, "and")) {
        let mut from = start - 1;
        while from > 0 && !breaks(from - 1) && !opens(from - 1) {
            from -= 1;
        }
        let named = from + 6 >= start
            && (words[from].capital() || words.has(from, Class::DETERMINER))
            && !(from..start).any(|at| {
                words.has(at, Class::AUXILIARY | Class::FIRST_PERSON)
                    || words.has(at, Class::PREPOSITION) && at == from
            });
        if !named {
            break;
        }
        start = from;
    }
    let own = behind_adjunct(words, trim(words, start..end));
    let own = behind_clause(words, own);
    if !own.is_empty() && !is_time(words, own.clone()) {
        return Subject { range: own, relative: false };
    }
    // "Sen. Grassley, ranking member of …, today urged": the subject stands before the commas.
    let mut segments = Vec::new();
    let mut from = 0;
    for at in 0..=start {
        if at == start || breaks(at) {
            segments.push(from..at);
            from = at + 1;
        }
    }
    // "We, the members of the church, call on": the pronoun stands alone between commas.
    if let Some(alone) = segments
        .iter()
        .map(|segment| trim(words, segment.clone()))
        .find(|segment| segment.len() == 1 && words.has(segment.start, Class::FIRST_PERSON))
    {
        return Subject { range: alone, relative: false };
    }
    let main = segments.into_iter().map(|segment| trim(words, segment)).find(|segment| {
        words.get(segment.start).is_some_and(|first| {
            first.is_word()
                && !first.has(Class::PREPOSITION | Class::CONJUNCTION | Class::GERUND | Class::ADVERB)
                && !(first.has(Class::PARTICIPLE) && !first.has(Class::ROLE))
        })
    });
    Subject { range: main.unwrap_or(own), relative: false }
}

/// "Upon agreement being reached **the Commission** shall report": who acts, behind a phrase that no comma sets off.
fn behind_adjunct(words: Tokens, subject: Range<usize>) -> Range<usize> {
    let opens = words
        .is_any(subject.start, &["upon", "on", "after", "before", "following", "during", "within", "until"]);
    let article = subject
        .clone()
        .rev()
        .find(|at| words.has(*at, Class::DETERMINER))
        .filter(|at| *at > subject.start + 1);
    let acts = |from: usize| {
        (from..subject.end).any(|at| words.has(at, Class::ACTOR))
            && !(from..subject.end).any(|at| words.has(at, Class::PREPOSITION | Class::CONJUNCTION))
            && !words.has(from - 1, Class::PREPOSITION)
    };
    match article.filter(|from| opens && acts(*from)) {
        Some(from) => from..subject.end,
        None => subject,
    }
}

/// "The sector grows each year and **the board** should cap it": the subject of the second clause.
fn behind_clause(words: Tokens, subject: Range<usize>) -> Range<usize> {
    let and = subject.clone().rev().find(|at| words.is(*at, "and"));
    let second = and.filter(|and| {
        words.has(and + 1, Class::DETERMINER)
            && subject.end - and <= 6
            && !(and + 1..subject.end).any(|at| words.has(at, Class::PREPOSITION | Class::AUXILIARY))
            && (subject.start + 1..*and).any(|at| {
                words.has(at, Class::BE | Class::AUXILIARY)
                    || words.has(at, Class::THIRD)
                        && !words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::AMBIGUOUS | Class::BASE)
                        && !words.has(at - 1, Class::DETERMINER | Class::PREPOSITION | Class::ADJECTIVE)
            })
            && !(subject.start..*and)
                .any(|at| words.is_any(at, &["who", "which", "that", "what", "whose", "where"]))
    });
    second.map_or(subject.clone(), |and| and + 1..subject.end)
}

/// "a plain box": a noun behind an article and at most one word that describes it.
fn is_one_thing(words: Tokens, noun: usize) -> bool {
    let other = Class::VERB | Class::ADVERB | Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER;
    let article = |at: usize| words.is_any(at, &["a", "an", "the", "any"]);
    noun > 1
        && !words.has(noun, other)
        && (article(noun - 1)
            || article(noun - 2) && !words.has(noun - 1, Class::PREPOSITION | Class::CONJUNCTION))
}

fn has_finite_verb(words: Tokens, range: Range<usize>) -> bool {
    range.clone().any(|at| {
        words.has(at, Class::AUXILIARY | Class::THIRD | Class::PAST)
            && !words.has(at, Class::ARTIFACT | Class::INSTITUTION | Class::ROLE | Class::NOMINAL)
            || at == range.start && words.is_base(at)
    })
}

/// The phrase without conjunctions and adverbs at its edges.
pub(super) fn trim(words: Tokens, range: Range<usize>) -> Range<usize> {
    let mut range = range.start..range.end.min(words.len());
    let loose = |at: usize| {
        !words[at].is_word()
            || words.has(at, Class::CONJUNCTION)
            || (words.has(at, Class::ADVERB) && !words.has(at, Class::DETERMINER))
    };
    // "(b) The elections": the letter of the point.
    if words.is(range.start + 1, ")") && range.len() > 2 && words[range.start].text.len() == 1 {
        range.start += 2;
    }
    while range.start < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.end > range.start && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

fn is_time(words: Tokens, range: Range<usize>) -> bool {
    range.clone().all(|at| {
        words.has(at, Class::ADVERB | Class::WEEKDAY | Class::MONTH | Class::PREPOSITION)
            || words[at].kind == crate::language::Kind::Number
    })
}
