//! Demands are compared where they look like a match: hardly two wordings of one demand may be passed over, and
//! hardly a pair that matches for another reason.

#[allow(dead_code)]
#[path = "../examples/planted/letters.rs"]
mod letters;
#[allow(dead_code)]
#[path = "../examples/recall/measure.rs"]
mod measure;

use measure::Pairs;

/// More demands than are all compared with each other.
#[test]
fn candidates_hold_the_wordings_of_one_demand() {
    let found = measure::measure(1500);
    assert!(found.demands > 1420 && found.planted.matching > 500);
    let Pairs { matching, candidates } = found.planted;
    assert!(found.planted.recall() >= 0.99, "{candidates} of {matching} pairs");
    let Pairs { matching, candidates } = found.all;
    assert!(found.all.recall() >= 0.99, "{candidates} of {matching} pairs");
}
