//! How sure we are that words are an ask: a sum of named reasons.

use super::cues::Reason;

/// Below this, a finding is shown as a near miss and not as a demand.
pub const THRESHOLD: f64 = 0.5;

/// Where the sum of reasons starts.
pub const BASE: f64 = 0.5;

/// What a reason adds to or takes from the confidence.
pub fn weight(reason: Reason) -> f64 {
    match reason {
        Reason::AskingVerb => 0.45,
        Reason::ItemOfDemands | Reason::QuestionAsked => 0.40,
        Reason::Please | Reason::OperativeClause => 0.35,
        Reason::ActorMust | Reason::Judgement | Reason::ConditionSet => 0.25,
        Reason::HopeNamesAct | Reason::FollowsAsk => 0.20,
        Reason::PassiveMust => 0.15,
        Reason::ItemWithoutLead => 0.05,
        Reason::BareImperative => 0.0,
        Reason::AddressedToUs | Reason::InQuotation => -0.10,
        Reason::NoActor => -0.15,
        Reason::WeakVerb => -0.20,
        Reason::Subordinate => -0.30,
        Reason::IdleVerb => -0.35,
        Reason::SubjectCannotAct | Reason::PeopleInGeneral | Reason::StatesRule => -0.40,
        Reason::PracticalAct => -0.50,
        Reason::PastTense | Reason::Denied => -0.60,
    }
}

/// The confidence that some reasons give, 0 to 1.
pub fn of(reasons: &[Reason]) -> f64 {
    let sum: f64 = reasons.iter().map(|reason| weight(*reason)).sum();
    // Two decimals: the weights are no finer, and sums of them print the same everywhere.
    ((BASE + sum).clamp(0.0, 1.0) * 100.0).round() / 100.0
}
