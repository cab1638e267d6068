//! Demands are compared where they share something telling: hardly two wordings of one demand may be passed over.

#[allow(dead_code)]
#[path = "../examples/planted/letters.rs"]
mod letters;
#[allow(dead_code)]
#[path = "../examples/recall/measure.rs"]
mod measure;

use measure::Pairs;

#[test]
fn candidates_hold_the_wordings_of_one_demand() {
    let found = measure::measure(600);
    assert!(found.demands > 500 && found.planted.matching > 500);
    let Pairs { matching, candidates } = found.planted;
    assert!(found.planted.recall() >= 0.99, "{candidates} of {matching} pairs");
}
