//! What surrounds the act: how soon, how much, under what, until when, on what terms.

mod amount;
mod deadline;
mod instrument;
mod phrases;

pub use amount::Amount;

use crate::language::Tokens;
use crate::letter::LetterDate;
use crate::text::Span;
use std::ops::Range;

/// Kinds of qualifiers.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum QualifierKind {
    /// What it hangs on: "as a condition of any deal".
    Condition,
    /// Until when: "by 26 May 1992".
    Deadline,
    /// How much: "at least $250 million".
    Amount,
    /// By which law or instrument: "under the Clean Air Act".
    Instrument,
    /// How wide: "all", "at least".
    Scope,
    /// For whom.
    Beneficiary,
    /// On which occasion: "in all talks with the government".
    Occasion,
    /// What for: "in order to protect them".
    Purpose,
    /// How soon: "immediately".
    Urgency,
    /// How hard it is pressed beside its verb: "unconditional", "forcefully".
    Emphasis,
    /// What leaves a way out: "or similar measures".
    Hedge,
}

impl QualifierKind {
    /// Whether it only makes the ask harder or softer: urgency, emphasis, hedges.
    pub fn is_degree(self) -> bool {
        matches!(self, QualifierKind::Urgency | QualifierKind::Emphasis | QualifierKind::Hedge)
    }
}

/// A qualifier in the words of the letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Qualifier {
    /// Its kind.
    pub kind: QualifierKind,
    /// The tokens of the sentence.
    pub tokens: Range<usize>,
    /// Where it stands in the block's text.
    pub span: Span,
    /// What it comes to, where it can be reckoned with.
    pub value: Option<Value>,
}

/// What a qualifier comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A date.
    Date(LetterDate),
    /// A number with its unit.
    Amount(Amount),
    /// The instrument's name in the lexicon.
    Instrument(String),
}

/// The qualifiers of an ask, in reading order.
pub fn read(words: Tokens, content: Range<usize>) -> Vec<Qualifier> {
    let mut found = Vec::new();
    amount::find(words, content.clone(), &mut found);
    deadline::find(words, content.clone(), &mut found);
    instrument::find(words, content.clone(), &mut found);
    phrases::find(words, content, &mut found);
    // "any" in "a condition of any deal" says how wide the condition is, not the ask; the longest condition says all.
    let whole = found.clone();
    found.retain(|inner| {
        let within = |outer: &Qualifier| {
            outer.tokens != inner.tokens
                && outer.tokens.start <= inner.tokens.start
                && inner.tokens.end <= outer.tokens.end
                && match inner.kind {
                    QualifierKind::Scope => {
                        matches!(outer.kind, QualifierKind::Condition | QualifierKind::Hedge)
                    }
                    kind => kind == QualifierKind::Condition && outer.kind == kind,
                }
        };
        !whole.iter().any(within)
    });
    found.sort_by_key(|qualifier| (qualifier.tokens.start, qualifier.kind));
    found
}

/// Adds a qualifier over some tokens.
fn push(
    words: Tokens,
    found: &mut Vec<Qualifier>,
    kind: QualifierKind,
    tokens: Range<usize>,
    value: Option<Value>,
) {
    if let Some(span) = words.span(&tokens) {
        found.push(Qualifier { kind, tokens, span, value });
    }
}
