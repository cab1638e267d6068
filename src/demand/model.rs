//! What a demand is made of.

use super::act::Layer;
use super::cues::{Family, Kind, Reason};
use super::slot_places::SlotPlaces;
use super::slots::{Amount, QualifierKind};
use super::split::Rule;
use crate::letter::LetterDate;
use crate::lexicon::Term;
use crate::source::Place;

/// How a demand stands on the page.
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
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// In running text.
    Prose,
    /// As an item with a bullet, or without a mark among items.
    Bullet,
    /// As a numbered item.
    Numbered,
    /// As an operative clause of a resolution.
    Resolution,
    /// As a heading.
    Heading,
    /// As a question.
    Question,
    /// In words quoted of the senders.
    Quotation,
    /// In a cell of a table.
    Table,
}

/// How openly it is asked.
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
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// Asked outright.
    Explicit,
    /// Said in passing, as a belief, or in a quotation.
    Implicit,
}

/// A qualifier in the words of the letter.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Qualifier {
    /// Its kind.
    pub kind: QualifierKind,
    /// Its words.
    pub text: String,
    /// Where they stand in the extracted text.
    pub spans: Vec<Place>,
    /// The date a deadline comes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<LetterDate>,
    /// The number an amount comes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The instrument's name in the lexicon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
}

/// How hard it is asked, and how much.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Strength {
    /// How hard the sender asks, 1 (invite) to 6 (demand, must).
    pub level: u8,
    /// The verb, modal or noun that asks.
    pub verb: Term,
    /// UPR Info's category of what is asked, 1 (minimal) to 5 (specific).
    pub action_class: u8,
    /// Words of urgency and emphasis, in reading order.
    pub intensifiers: Vec<String>,
}

/// An atomic ask of a letter's senders.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Demand {
    /// The letter's id and the demand's number in it: `2025-04-11_us-house#2`.
    pub id: String,
    /// The words as written, without marks of page and list, white space joined.
    pub text: String,
    /// Where they stand in the extracted text.
    pub spans: Vec<Place>,
    /// How they stand on the page.
    pub form: Form,
    /// Act or answer.
    pub kind: Kind,
    /// Outright or in passing.
    pub force: Force,
    /// Id of the demand that this one repeats, in the same letter or in the one it restates.
    pub restates: Option<String>,
    /// The words that show that something is asked.
    pub cue: String,
    /// The family of cues.
    pub family: Family,
    /// Whom it is asked of, in the letter's words.
    pub addressee: Option<String>,
    /// The way from the addressee to the act: "call on both presidents to".
    pub chain: Vec<String>,
    /// Who is to act, where it is somebody else than the addressee.
    pub actor: Option<String>,
    /// Against whom or upon whom the act is to work.
    pub target: Option<String>,
    /// The act's verb, base form.
    pub action: Option<Term>,
    /// What the act is about, in the letter's words.
    pub object: String,
    /// Where the words of these slots stand.
    pub places: SlotPlaces,
    /// What surrounds the act, outermost first.
    pub layers: Vec<Layer>,
    /// Verb and object in short: "release political prisoners".
    pub canonical: String,
    /// It is asked not to be done.
    pub negated: bool,
    /// How hard and how much.
    pub strength: Strength,
    /// What the letter's words name: concepts of the lexicon, acts before things.
    pub concepts: Vec<Term>,
    /// Conditions, deadlines, amounts, instruments, scope, beneficiaries, occasions, purposes.
    pub qualifiers: Vec<Qualifier>,
    /// Words of urgency and emphasis, and words that leave a way out.
    pub degrees: Vec<Qualifier>,
    /// Whom a word such as "those responsible" or "such sanctions" stands for: the words last said of it.
    pub refers_to: Option<String>,
    /// The rule that made it atomic.
    pub rule: Rule,
    /// 0 to 1.
    pub confidence: f64,
    /// What speaks for and against its being an ask.
    pub reasons: Vec<Reason>,
}

impl Extraction {
    /// Gives every demand its id: the letter's, and its place in reading order.
    pub fn number(&mut self, letter: &str) {
        for (number, demand) in self.demands.iter_mut().enumerate() {
            demand.id = format!("{letter}#{}", number + 1);
        }
        for demand in &mut self.near_misses {
            demand.id.clear();
        }
    }

    /// Moves demands below a confidence (0 to 1) to the near misses of a letter, and near misses at or above it
    /// to the demands.
    pub fn apply_threshold(&mut self, least: f64, letter: &str) {
        let mut all: Vec<Demand> = self.demands.drain(..).chain(self.near_misses.drain(..)).collect();
        all.sort_by_key(|demand| demand.spans.first().map(|place| place.start));
        let (demands, near_misses) = all.into_iter().partition(|demand| demand.confidence >= least);
        (self.demands, self.near_misses) = (demands, near_misses);
        self.number(letter);
    }
}

/// An ask of others that a letter tells of.
#[derive(
    Debug,
    Clone,
    PartialEq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Reported {
    /// The words.
    pub text: String,
    /// Who asked, as far as the letter says.
    pub speaker: Option<String>,
    /// Where the words stand.
    pub spans: Vec<Place>,
}

/// What was found in a letter.
#[derive(
    Debug,
    Clone,
    Default,
    PartialEq,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
pub struct Extraction {
    /// The senders' asks, in reading order.
    pub demands: Vec<Demand>,
    /// Asks of others.
    pub reported: Vec<Reported>,
    /// What looked like an ask and was not sure enough, in reading order.
    pub near_misses: Vec<Demand>,
}
