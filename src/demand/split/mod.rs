//! Compound asks into atomic ones: one act on one object each.
//!
//! Coordinated acts are split where each has its own verb and object; verbs that share an object
//! ("review and revise the rule"), purposes ("to help families and to reduce costs"), relative clauses
//! and alternatives stay together. Every split names its rule.

mod clauses;
mod joints;
mod nouns;
mod verbs;

use super::cues::{Ask, Shape};
use super::enumeration;
use crate::language::Tokens;
use crate::lexicon::Class;
use clauses::clauses;
use joints::Form;
use nouns::{nouns, questions};
use std::ops::Range;
use verbs::verbs;

/// Why a part stands alone.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The ask was one act already.
    Whole,
    /// "condemn it **and place** pressure": another verb with its own object.
    OwnVerb,
    /// "call on both to **demand** it, **condemn** it": acts of the one who is to be called on.
    InnerAct,
    /// "that it be granted **and that** all receive it": another clause.
    OwnClause,
    /// "the cessation of attacks **and their withdrawal**": another noun of action.
    OwnNoun,
    /// "how is it planned, **and will** there be": another question.
    OwnQuestion,
    /// "(1) publish it; **(2) halt it**": an item of a list inside the sentence.
    OwnItem,
}

/// A single act.
#[derive(Debug, Clone)]
pub struct Part {
    /// The tokens of the act.
    pub content: Range<usize>,
    /// Its grammar.
    pub shape: Shape,
    /// Why it stands alone.
    pub rule: Rule,
    /// The tokens that lead to it, where the act is another's: "call on both presidents to".
    pub chain: Option<Range<usize>>,
    /// The tokens that name who is to act, where the clause named them.
    pub actor: Option<Range<usize>>,
}

/// Splits an ask into its acts.
pub fn split(words: Tokens, ask: &Ask) -> Vec<Part> {
    let content = ask.content.clone();
    // "ensure that (a) …": items deeper in the sentence are no acts of their own.
    let governs = |lead: &Range<usize>| {
        // "take the following actions: (1) …"
        let announces = lead.len() <= 8 && lead.clone().any(|at| words.is(at, "following"));
        // "The Council should (a) …"
        let modal = lead.clone().next_back().filter(|last| words.is_any(*last, &["should", "must", "shall"]));
        let subject = lead.start..modal.unwrap_or(lead.start);
        let obliges = modal.is_some() && !subject.clone().any(|at| words.has(at, Class::AUXILIARY));
        announces
            || obliges
            || lead
                .clone()
                .all(|at| !words.has(at, Class::VERB | Class::AUXILIARY) || words.has(at, Class::ACTOR))
    };
    if let Some((lead, items)) = enumeration::items(words, &content).filter(|(lead, _)| governs(lead)) {
        return in_items(words, ask.shape, lead, items);
    }
    if ask.shape == Shape::Noun
        && let Some(items) = enumeration::after_colon(words, &content)
    {
        return in_items(words, ask.shape, content.start..content.start, items);
    }
    of_shape(words, ask.shape, content)
}

fn of_shape(words: Tokens, shape: Shape, content: Range<usize>) -> Vec<Part> {
    let parts = match shape {
        Shape::Verb => of_each_addressee(words, content),
        Shape::Gerund => verbs(words, content, Form::Gerund),
        Shape::Clause => clauses(words, content),
        Shape::Noun => nouns(words, content),
        Shape::Question => questions(words, content),
    };
    // "Publish it, and thank you for your time": the thanks are no act.
    let thanks = |part: &Part| {
        let verb = words.skip_adverbs(part.content.start);
        part.rule == Rule::OwnVerb && words.lemma(verb) == Some("thank")
    };
    parts
        .into_iter()
        .map(|part| Part { content: before_ordinal(words, part.content), ..part })
        .filter(|part| !part.content.is_empty() && !thanks(part))
        .collect()
}

/// "to publish it**; second**, to mend it": what counts the next act is no part of this one.
fn before_ordinal(words: Tokens, content: Range<usize>) -> Range<usize> {
    const ORDINALS: [&str; 10] = [
        "second", "third", "fourth", "fifth", "secondly", "thirdly", "fourthly", "finally", "lastly", "last",
    ];
    let last = content.end.wrapping_sub(1);
    let mark = (content.start + 1..last).rev().find(|at| !words.is(*at, "and"));
    match mark.filter(|mark| words.is_any(last, &ORDINALS) && words.is_any(*mark, &[";", ","])) {
        Some(mark) => content.start..mark,
        None => content,
    }
}

/// "call on the mayor to open it **and on the council to** fund it": an act for each who is called upon.
fn of_each_addressee(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let called = (content.start.saturating_sub(ADDRESSEE)..content.start)
        .any(|at| words.is_any(at, &["on", "upon"]) || words.lemma(at) == Some("appeal"));
    let another = (content.start + 2..content.end).find_map(|and| {
        let on = and + 1;
        let to = (on + 2..content.end.min(on + ADDRESSEE)).find(|to| words.is(*to, "to"))?;
        // "appeal to the envoy to see them and to governments to receive them"
        let appeals = words.is(on, "to")
            && !words.is_base(words.skip_adverbs(on + 1))
            && (content.start.saturating_sub(ADDRESSEE)..content.start)
                .any(|at| words.lemma(at) == Some("appeal"))
            && (on + 1..to)
                .all(|at| words[at].is_word() && !words.has(at, Class::VERB) || words.has(at, Class::ACTOR));
        let leads = words.is(and, "and")
            && (words.is_any(on, &["on", "upon"]) || appeals)
            && words.is_base(words.skip_adverbs(to + 1));
        leads.then_some((and, on, to))
    });
    let Some((and, on, to)) = another.filter(|_| called) else { return acts_and_clauses(words, content) };
    let end = if words.is(and - 1, ",") { and - 1 } else { and };
    let mut parts = acts_and_clauses(words, content.start..end);
    let rest = of_each_addressee(words, to + 1..content.end);
    parts.extend(rest.into_iter().map(|part| Part {
        rule: if part.rule == Rule::Whole { Rule::OwnVerb } else { part.rule },
        actor: part.actor.or(Some(on + 1..to)),
        ..part
    }));
    parts
}

/// How long the name of whom something is asked may be.
const ADDRESSEE: usize = 20;

/// Verb phrases; a clause may follow them ("close it, **and that** the county commit to a survey"), and several may
/// hang on the first verb ("ensure that A is done, **that** B is done and **that** C is done").
fn acts_and_clauses(words: Tokens, content: Range<usize>) -> Vec<Part> {
    let verb = words.skip_adverbs(content.start);
    let first = (verb + 1..content.end.min(verb + 4)).find(|at| words.is(*at, "that"));
    let mut starts: Vec<usize> = Vec::new();
    for at in content.start + 3..content.end {
        let mark = words.is_any(at, &["and", ",", ";"]);
        let that = at + 1 + usize::from(words.is(at + 1, "and"));
        if !mark || !words.is(that, "that") || starts.last().is_some_and(|last| *last + 2 >= at) {
            continue;
        }
        let subject = words.has(that + 1, Class::DETERMINER | Class::SUBJECT_PRONOUN | Class::ADJECTIVE)
            || words.get(that + 1).is_some_and(|next| next.capital())
            || words.is_plural(that + 1)
            || words.has(that + 1, Class::ACTOR | Class::ARTIFACT)
            || words.is_any(that + 1, &["there", "personal"]);
        let finite = first.is_some()
            && (that + 2..content.end.min(that + 16))
                .any(|verb| words.has(verb, Class::AUXILIARY | Class::THIRD));
        if subject && (finite || words.clause_verb(that + 1, content.end).is_some()) {
            starts.push(at);
        }
    }
    let relative = first.is_none()
        && starts.first().is_some_and(|start| (content.start..*start).any(|at| words.is(at, "that")));
    if starts.is_empty() || relative {
        return verbs(words, content, Form::Base);
    }
    let mut parts = verbs(words, content.start..starts[0], Form::Base);
    for (index, start) in starts.iter().enumerate() {
        let that = (*start..content.end).find(|at| words.is(*at, "that")).unwrap_or(*start);
        let end = starts.get(index + 1).copied().unwrap_or(content.end);
        parts.push(Part {
            content: that + 1..end,
            shape: Shape::Clause,
            rule: Rule::OwnClause,
            chain: None,
            actor: None,
        });
    }
    parts
}

/// The items of a list inside the sentence; what leads to them names who is to act, where it is no verb.
fn in_items(words: Tokens, shape: Shape, lead: Range<usize>, items: Vec<Range<usize>>) -> Vec<Part> {
    let verb = lead.clone().any(|at| words.has(at, Class::BASE) && words.is_verb_here(at));
    let modal = lead.end > lead.start && words.is_any(lead.end - 1, &["should", "must", "shall"]);
    let named = lead.start..lead.end - usize::from(modal);
    let actor = (shape == Shape::Clause && !verb && !named.is_empty()).then_some(named);
    let shape_of = |item: &Range<usize>| {
        let base = words.is_base(words.skip_adverbs(item.start));
        if base && matches!(shape, Shape::Clause | Shape::Verb) { Shape::Verb } else { shape }
    };
    items
        .into_iter()
        .flat_map(|item| of_shape(words, shape_of(&item), item))
        .map(|part| Part { rule: Rule::OwnItem, actor: part.actor.clone().or(actor.clone()), ..part })
        .collect()
}
