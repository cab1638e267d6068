//! The language of asking, one family of cues a file.
//!
//! A family looks at one sentence and returns the asks it finds there, with the words that made it
//! think so. What is asked is not yet split into single acts, nor weighed.

mod actor;
mod announced;
mod asking_noun;
mod clause;
mod complement;
mod condition;
mod courtesy;
pub mod denial;
mod duty;
mod hope;
mod imperative;
mod impersonal;
mod labelled;
pub mod levels;
mod modal;
mod mood;
mod need;
mod noun_phrase;
mod performative;
mod practical;
mod question;
mod reply;
mod request;
mod resolution;
mod signs;
mod slogan;
mod subordinate;
mod wish;

pub use actor::is_actor;
pub use complement::{Complement, acting_subject, complement};
pub(super) use imperative::after_label;
pub use noun_phrase::{is_noun_demand, whole};

use crate::language::Tokens;

/// The first finite verb of a sentence.
pub fn main_verb(words: Tokens) -> Option<usize> {
    let verb = mood::main_verb(words, words.len());
    (verb < words.len()).then_some(verb)
}

use super::confidence;
use super::lists::Role;
use super::passage::Sentence;
use super::voice::Voice;
use signs::Signs;
use std::ops::Range;

/// Families of cues.
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
pub enum Family {
    /// "We urge you to …": a verb of asking.
    Performative,
    /// "The government should …": a modal on somebody's action.
    Modal,
    /// "It is time that …": an impersonal judgement that somebody act.
    Impersonal,
    /// "We hope that you will …".
    Hope,
    /// "We want …", "we would like to see …".
    Wish,
    /// "Please release …", and items that begin with a verb.
    Imperative,
    /// "An end to …" as an item of demands.
    NounPhrase,
    /// "What steps have you taken?" among questions to be answered.
    Question,
    /// The operative clauses of resolutions.
    Resolution,
    /// "Until you retract …": a condition as ask.
    Condition,
}

/// The grammar of what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A verb in its base form with what belongs to it: "release all prisoners".
    Verb,
    /// An -ing form: "releasing all prisoners".
    Gerund,
    /// A clause with its subject: "all prisoners be released".
    Clause,
    /// A noun phrase: "the release of all prisoners".
    Noun,
    /// A question.
    Question,
}

/// What kind of answer an ask wants.
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
pub enum Kind {
    /// An act.
    Demand,
    /// An answer, a meeting, a signature under this letter.
    Reply,
}

/// Whose ask it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// The senders'.
    Own,
    /// The senders', in words they quote of themselves.
    Quoted,
    /// Somebody else's, named by these tokens where they are named.
    Other(Option<Range<usize>>),
}

/// What makes an ask more or less certain. Each is worth a fixed amount, see `confidence`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    schemars::JsonSchema,
    borsh::BorshSerialize,
    borsh::BorshDeserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A verb of asking with its complement.
    AskingVerb,
    /// A modal on an actor's action.
    ActorMust,
    /// A modal in the passive: the act is asked for without its actor.
    PassiveMust,
    /// An item under a lead-in that asks.
    ItemOfDemands,
    /// An item of a list whose purpose no lead-in tells.
    ItemWithoutLead,
    /// A polite imperative.
    Please,
    /// An imperative in running text.
    BareImperative,
    /// An imperative that goes on after an ask.
    FollowsAsk,
    /// A judgement that somebody act.
    Judgement,
    /// A hope or wish that names the act.
    HopeNamesAct,
    /// A question to be answered.
    QuestionAsked,
    /// An operative clause.
    OperativeClause,
    /// A condition the addressee must meet.
    ConditionSet,
    /// Asked of "us", not of an addressee.
    AddressedToUs,
    /// The subject cannot act.
    SubjectCannotAct,
    /// What is asked cannot be checked.
    IdleVerb,
    /// What is asked is done with the page, not with the matter.
    PracticalAct,
    /// The words are a quotation.
    InQuotation,
    /// It stands in a subordinate clause.
    Subordinate,
    /// A verb that also has uses without asking.
    WeakVerb,
    /// It tells of the past.
    PastTense,
    /// Nobody is named who should act.
    NoActor,
    /// It says what people in general deserve.
    PeopleInGeneral,
    /// It states what a law or rule requires.
    StatesRule,
    /// The senders do not say so: "we do not accept that rents must rise".
    Denied,
}

/// An ask as a cue found it.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The family that found it.
    pub family: Family,
    /// The tokens that show that something is asked.
    pub cue: Range<usize>,
    /// The tokens of what is asked.
    pub content: Range<usize>,
    /// Its grammar.
    pub shape: Shape,
    /// The tokens that name whom it is asked of.
    pub addressee: Option<Range<usize>>,
    /// How hard it is asked, 1 to 6.
    pub level: u8,
    /// Act or answer.
    pub kind: Kind,
    /// Whose ask it is.
    pub speaker: Speaker,
    /// What speaks for and against it.
    pub reasons: Vec<Reason>,
}

/// What a family may know beyond the sentence.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Who speaks in this document.
    pub voice: &'a Voice,
    /// Who speaks where a verb of asking leaves no doubt that it asks: in the lead of a release, whoever it names first.
    pub lead: Option<&'a Voice>,
    /// What the block is.
    pub role: Role,
    /// The sentence is the first of its block.
    pub first: bool,
    /// The last thing named before a pronoun is somebody who can be asked to act.
    pub antecedent_acts: bool,
    /// An ask of the senders stands earlier in the block.
    pub after_ask: bool,
    /// The lead-in ended in "that": the item is the clause that completes it.
    pub completes: bool,
}

impl<'a> Context<'a> {
    /// A sentence of running text, of whose surroundings nothing is known.
    pub fn alone(voice: &'a Voice) -> Context<'a> {
        Context {
            voice,
            lead: None,
            role: Role::Prose,
            first: true,
            antecedent_acts: false,
            after_ask: false,
            completes: false,
        }
    }
}

/// How a family looks for asks.
type Find = fn(&Sentence, &Context) -> Vec<Ask>;

/// All asks of a sentence, as every family sees them; they may overlap.
pub fn find(sentence: &Sentence, context: &Context) -> Vec<Ask> {
    let families: [(Signs, Find); 16] = [
        (Signs::ANY, labelled::find),
        (Signs::ANY, performative::find),
        (Signs::ANY, asking_noun::find),
        (Signs::RESOLUTION, resolution::find),
        (Signs::QUESTION, question::find),
        (Signs::ANY, request::find),
        (Signs::IMPERSONAL, impersonal::find),
        (Signs::DUTY, duty::find),
        (Signs::NEED, need::find),
        (Signs::HOPE, hope::find),
        (Signs::COURTESY, courtesy::find),
        (Signs::WISH, wish::find),
        (Signs::ANNOUNCED, announced::find),
        (Signs::SLOGAN, slogan::find),
        (Signs::CONDITION, condition::find),
        (Signs::ANY, modal::find),
    ];
    let signs = Signs::of(sentence.words);
    let mut asks: Vec<Ask> = Vec::new();
    for (own, family) in families {
        if own == Signs::ANY || signs.share_one(own) {
            asks.append(&mut family(sentence, context));
        } else {
            debug_assert!(
                family(sentence, context).is_empty(),
                "signs.rs lacks a word of {:?}",
                sentence.text
            );
        }
    }
    asks.iter_mut().for_each(|ask| denial::weigh(sentence.words, ask));
    // What an item says outright goes before what its place in the list says.
    let explicit = asks.iter().any(|ask| {
        matches!(ask.speaker, Speaker::Own | Speaker::Quoted)
            && confidence::of(&ask.reasons) >= confidence::THRESHOLD
    });
    asks.extend(imperative::find(sentence, context));
    if !explicit {
        asks.extend(noun_phrase::find(sentence, context));
    }
    asks
}
