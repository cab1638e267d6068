//! Items of demands without marks: paragraphs under a lead-in or a label, lines under a heading.

use super::Role;
use super::lead::{self, Purpose, lead_in};
use crate::demand::cues;
use crate::demand::passage::{Lead, Passage};
use crate::demand::voice::Voice;
use crate::language::Tokens;
use crate::letter::Zone;
use crate::lexicon::{Class, Lexicon};

/// A lead-in that asks and ends with a colon, though no marked list follows.
pub(super) fn opens_items(voice: &Voice, lexicon: &Lexicon, passage: &Passage) -> Option<Purpose> {
    if !passage.ends_in_colon() && !is_label_of_demands(lexicon, passage) {
        return None;
    }
    Some(lead_in(voice, lexicon, passage)).filter(|lead| matches!(lead, Purpose::Asks | Purpose::Questions))
}

/// "List of demands from the Union." as a line by itself.
fn is_label_of_demands(lexicon: &Lexicon, passage: &Passage) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    passage.sentences.len() == 1
        && words.len() <= 10
        && lead::names_sure(words)
        && !(0..words.len()).any(|at| {
            words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::BE)
                || words.has(at, Class::THIRD) && !words.is_any(at, &["demands", "requests", "asks", "lists"])
        })
}

/// Paragraphs without marks after a lead-in that asks: each that begins like an item is one. The index
/// after the last.
pub(super) fn unmarked_items(
    lexicon: &Lexicon,
    passages: &mut [Passage],
    at: usize,
    purpose: Purpose,
    lead: Option<&Lead>,
) -> usize {
    let mut next = at + 1;
    let sure = is_label_of_demands(lexicon, &passages[at]) || lines_below(lexicon, passages, at) > 1;
    let mut explained = false;
    while next < passages.len() && passages[next].zone == Zone::Body {
        let question = passages[next].text.trim_end().ends_with('?');
        if is_label_of_demands(lexicon, &passages[next]) {
            break;
        }
        passages[next].role = match purpose {
            Purpose::Asks if sure && is_bare_phrase(lexicon, &passages[next]) => Role::Demand,
            Purpose::Asks if is_unmarked_item(lexicon, &passages[next], false) => Role::Demand,
            Purpose::Asks if explained && is_bare_phrase(lexicon, &passages[next]) => Role::Demand,
            Purpose::Questions if question => Role::Question,
            // "No mergers." and a paragraph on it, "No closures." and a paragraph on it.
            Purpose::Asks if explains(lexicon, passages, next) => {
                passages[next].role = Role::Prose;
                explained = true;
                next += 1;
                continue;
            }
            _ => break,
        };
        passages[next].lead = lead.cloned();
        next += 1;
    }
    next
}

/// How many short lines without a verb of their own stand below a passage, one after the other: a list that lost its
/// marks, or never had any.
pub(super) fn lines_below(lexicon: &Lexicon, passages: &[Passage], at: usize) -> usize {
    let line = |passage: &&Passage| {
        matches!(passage.zone, Zone::Body | Zone::Heading)
            && !passage.marked_heading
            && (is_line(lexicon, passage) || is_unmarked_line(lexicon, passage))
    };
    passages[at + 1..].iter().take_while(line).count()
}

/// A line that names a thing: "A nurse on each ship".
fn is_line(lexicon: &Lexicon, passage: &Passage) -> bool {
    const LINE: usize = 24;
    let words = Tokens::new(&passage.tokens, lexicon);
    let small = Class::PREPOSITION | Class::DETERMINER | Class::CONJUNCTION | Class::ADVERB;
    let names = |at: usize| {
        let token = &words[at];
        token.is_word() && !token.capital() && token.text.len() > 2 && !words.has(at, small)
    };
    words.len() <= LINE
        && !words.is(0, "by")
        && is_bare_phrase(lexicon, passage)
        && (0..words.len()).any(names)
}

/// Whether a paragraph explains the line before it, and another such line follows.
fn explains(lexicon: &Lexicon, passages: &[Passage], at: usize) -> bool {
    const LINE: usize = 14;
    let line = |passage: &Passage| {
        is_bare_phrase(lexicon, passage) && passage.tokens.len() <= LINE && !passage.text.contains(':')
    };
    passages[at - 1].role == Role::Demand
        && line(&passages[at - 1])
        && !line(&passages[at])
        && !passages[at].ends_in_colon()
        && passages.get(at + 1).is_some_and(|next| next.zone == Zone::Body && line(next))
}

/// Whether a paragraph reads like an item of demands: it begins with a verb, or is a noun phrase.
/// `apart` asks for more, where other text stands between it and the items before.
pub(super) fn is_unmarked_item(lexicon: &Lexicon, passage: &Passage, apart: bool) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    let verb = words.skip_adverbs(usize::from(words.first().is_some_and(|first| !first.is_word())));
    let imperative = words.is_base(verb) && !words.has(verb, Class::AUXILIARY);
    let line = passage.sentences.len() == 1 && !passage.ends_in_colon() && words.len() < 40;
    let nominal = cues::is_noun_demand(words) && line || line && names_act_of_another(words);
    let unstopped = !passage.text.trim_end().ends_with(['.', '?', '!']);
    (imperative && (!apart || line && unstopped)) || (nominal && !apart)
}

/// A line without a verb of its own, as they stand under a label of demands.
fn is_bare_phrase(lexicon: &Lexicon, passage: &Passage) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    let finite = |at: usize| {
        words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::BE)
            || words.has(at, Class::THIRD | Class::PAST)
                && !words.has(at, Class::PARTICIPLE | Class::NOMINAL | Class::ARTIFACT)
                && !words.is_plural(at)
    };
    passage.sentences.len() == 1
        && !passage.ends_in_colon()
        && (3..32).contains(&words.len())
        && !(0..words.len()).any(finite)
}

/// "The Provost to publish a statement", "The owners to be held to account": an infinitive with its subject.
fn names_act_of_another(words: Tokens) -> bool {
    let to = (1..words.len().min(10)).find(|at| words.is(*at, "to"));
    to.is_some_and(|to| {
        words.is_base(words.skip_adverbs(to + 1))
            && (0..to).all(|at| {
                words[at].is_word()
                    && !words.has(
                        at,
                        Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::THIRD | Class::PREPOSITION,
                    )
            })
            && (words[0].capital() || words.has(0, Class::DETERMINER))
            && (words.has(to - 1, Class::ACTOR | Class::PEOPLE) || words[to - 1].capital())
    })
}

/// A short paragraph under a heading of demands that can be nothing but one of them.
pub(super) fn is_unmarked_line(lexicon: &Lexicon, passage: &Passage) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    let finite = (0..words.len()).any(|at| words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN));
    // "Come to the courtyard on Thursday": told to the reader, not asked.
    let invites = words.has(words.skip_adverbs(0), Class::PRACTICAL)
        || words.is_any(0, &["come", "join", "bring", "attend", "meet"]);
    let finite = finite || invites;
    passage.sentences.len() == 1 && words.len() < 24 && !finite && is_unmarked_item(lexicon, passage, false)
}
