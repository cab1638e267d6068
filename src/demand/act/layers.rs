//! What may surround an act: considering, continuing, efforts, ensuring, pace, and asking others.

/// A layer around the act.
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
pub enum Layer {
    /// "consider releasing", "study the possibility of".
    Consider,
    /// "continue to release", "pursue efforts to".
    Continue,
    /// "take steps to", "work to", "make every effort to".
    Effort,
    /// "ensure that", "make sure".
    Ensure,
    /// "accelerate the release", "finalize the release".
    Pace,
    /// "urge them to release", "call for the release": the act is another's.
    Relay,
}

/// Verbs that only prepare another act, by layer.
pub(super) fn layer_of(lemma: &str) -> Option<Layer> {
    Some(match lemma {
        "consider" | "study" | "examine" | "explore" | "envisage" | "contemplate" | "evaluate" | "assess"
        | "reflect" | "weigh" | "look" => Layer::Consider,
        "continue" | "maintain" | "pursue" | "keep" | "sustain" | "persevere" | "persist" | "proceed" => {
            Layer::Continue
        }
        "take" | "make" | "work" | "strive" | "seek" | "endeavour" | "endeavor" | "try" | "attempt"
        | "act" | "use" | "exert" | "undertake" | "exercise" | "step" | "intensify" | "strengthen"
        | "redouble" | "increase" | "enhance" | "devote" | "engage" | "begin" | "start" | "help"
        | "commit" | "agree" | "vote" | "adopt" | "go" | "employ" | "do" | "lead" | "move" => Layer::Effort,
        "ensure" | "guarantee" | "assure" | "see" => Layer::Ensure,
        "accelerate" | "expedite" | "finalize" | "finalise" | "complete" | "speed" | "conclude"
        | "hasten" | "advance" | "facilitate" | "achieve" | "proceed-with" | "support" | "allow" => {
            Layer::Pace
        }
        "urge" | "call" | "ask" | "press" | "demand" | "insist" | "request" | "encourage" | "convince"
        | "persuade" | "impress" | "pressure" | "push" | "appeal" | "lobby" | "advocate" | "require"
        | "reach" | "compel" | "instruct" | "direct" | "order" | "recommend" | "propose" | "implore"
        | "tell" | "let" => Layer::Relay,
        _ => return None,
    })
}

/// Nouns that carry an effort: "take steps to", "efforts to".
pub(super) const EFFORTS: [&str; 28] = [
    "provisions",
    "policies",
    "step",
    "steps",
    "measure",
    "measures",
    "action",
    "actions",
    "effort",
    "efforts",
    "initiative",
    "initiatives",
    "attempt",
    "attempts",
    "work",
    "decision",
    "opportunity",
    "influence",
    "authority",
    "power",
    "powers",
    "leadership",
    "everything",
    "priority",
    "pressure",
    "commitment",
    "possibility",
    "resources",
];

/// Verbs that carry a noun of action: "conduct an investigation", "impose sanctions", "put an end to".
pub(super) const CARRIERS: [&str; 28] = [
    "declare",
    "put",
    "place",
    "issue",
    "extend",
    "make",
    "give",
    "conduct",
    "carry",
    "undertake",
    "launch",
    "hold",
    "impose",
    "apply",
    "send",
    "offer",
    "open",
    "perform",
    "provide",
    "grant",
    "secure",
    "bring",
    "initiate",
    "lodge",
    "order",
    "hand",
    "take",
    "allocate",
];

/// Nouns that only set when an act is to be done: "set a date for signing".
pub(super) const SETTINGS: [&str; 14] = [
    "date",
    "timetable",
    "timeline",
    "deadline",
    "roadmap",
    "schedule",
    "process",
    "procedure",
    "plan",
    "possibility",
    "question",
    "issue",
    "option",
    "feasibility",
];
