//! How hard a way of asking asks where no verb of asking says so, 1 (invite) to 6 (demand, must).

/// "We hope that you will", "we want", "would you be good enough to".
pub const WISH: u8 = 2;
/// "Please release them."
pub const PLEASE: u8 = 2;
/// "What steps have you taken?"
pub const QUESTION: u8 = 2;
/// "It is time that", "an audit is needed".
pub const JUDGEMENT: u8 = 3;
/// An item under a lead-in that does not say how hard it asks.
pub const ITEM: u8 = 3;
/// "Should", "shall", "ought to".
pub const SHOULD: u8 = 3;
/// "Has to", "needs to", "cannot".
pub const HAS_TO: u8 = 4;
/// "Release them!"
pub const IMPERATIVE: u8 = 4;
/// "Decides that all States shall".
pub const RESOLVE: u8 = 5;
/// "Until you release them, we will".
pub const CONDITION: u8 = 5;
/// "Must".
pub const MUST: u8 = 6;

/// All of them with an example each, from the softest.
///
/// ```
/// assert!(demarche::demand::cues::levels::LADDER.is_sorted_by_key(|(level, _)| *level));
/// ```
pub const LADDER: [(u8, &str); 11] = [
    (WISH, "we hope that …, we want …"),
    (PLEASE, "please …"),
    (QUESTION, "what steps have you taken?"),
    (JUDGEMENT, "it is time that …, … is needed"),
    (ITEM, "an item of a list of demands"),
    (SHOULD, "should, shall, ought to"),
    (HAS_TO, "has to, needs to, cannot"),
    (IMPERATIVE, "a bare imperative"),
    (RESOLVE, "decides that …, resolved that …"),
    (CONDITION, "until …, unless …"),
    (MUST, "must"),
];
