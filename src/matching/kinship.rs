//! Where demands stand, and what that says of pairs of them: one letter seldom asks twice, and letters about other matters
//! do not go on with each other's demands.

use super::affair::Affair;
use super::score::logistic;
use foldhash::HashMap;
use std::cell::RefCell;

/// What it takes from the odds of a pair that both demands stand in one letter: who writes two asks into one letter
/// mostly means two. With it the threshold for such pairs is 0.74.
const SAME_LETTER: f32 = 1.47;

/// Where a demand stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing<'d> {
    /// The demand's id: breaks ties, and does not depend on the order in which demands are passed in.
    pub id: &'d str,
    /// The letter that holds it.
    pub letter: &'d str,
    /// What that letter is about, where it says enough.
    pub affair: Option<&'d Affair>,
}

/// The chance that two demands are one thread, 0 to 1, from the chance that their words are one ask: less in one
/// letter, and less in letters about other matters.
pub fn as_thread(chance: f64, a: &Standing, b: &Standing) -> f64 {
    lowered(chance, fall(a, b))
}

/// What the odds that two demands are one thread fall by for where they stand, as a logarithm: none, or below zero.
fn fall(a: &Standing, b: &Standing) -> f64 {
    if a.letter == b.letter {
        return f64::from(-SAME_LETTER);
    }
    match (a.affair, b.affair) {
        // As exact as what is remembered: a thread is the same among few letters and among many.
        (Some(one), Some(other)) => f64::from(one.odds(other).ln() as f32),
        _ => 0.0,
    }
}

fn lowered(chance: f64, by: f64) -> f64 {
    if by == 0.0 { chance } else { logistic((chance / (1.0 - chance)).ln() + by) }
}

/// Whether [`as_thread`] may come to `least` from such a chance: it lowers chances, but for rounding.
pub fn may_reach(chance: f64, least: f64) -> bool {
    chance >= least - 1e-9
}

/// With no more letters than this, what pairs of them have to do with each other is found out once.
const REMEMBERED: usize = 2048;

/// What stands for a pair of letters that nobody asked for yet.
const UNKNOWN: f32 = f32::NAN;

/// Where some demands stand, with what is known of their letters.
#[derive(Debug, Clone)]
pub struct Kinship<'d> {
    standings: Vec<Standing<'d>>,
    /// For each demand the number of its letter.
    letters: Vec<u32>,
    count: usize,
    /// What the odds of a pair fall by, as logarithms, for each two letters; empty where there are too many.
    known: RefCell<Vec<f32>>,
}

impl<'d> Kinship<'d> {
    /// Of demands that stand there, in this order.
    pub fn new(standings: Vec<Standing<'d>>) -> Kinship<'d> {
        let mut numbers: HashMap<&str, u32> = HashMap::default();
        let letters = standings.iter().map(|standing| {
            let next = numbers.len() as u32;
            *numbers.entry(standing.letter).or_insert(next)
        });
        let letters = letters.collect();
        let count = numbers.len();
        let known = if count <= REMEMBERED { vec![UNKNOWN; count * count] } else { Vec::new() };
        Kinship { standings, letters, count, known: RefCell::new(known) }
    }

    /// Where the demands stand.
    pub fn standings(&self) -> &[Standing<'d>] {
        &self.standings
    }

    /// [`as_thread`] for the demands at two places.
    pub fn as_thread(&self, chance: f64, a: usize, b: usize) -> f64 {
        let (one, other) = (&self.standings[a], &self.standings[b]);
        let (from, to) = (self.letters[a].min(self.letters[b]), self.letters[a].max(self.letters[b]));
        let at = from as usize * self.count + to as usize;
        let mut known = self.known.borrow_mut();
        match known.get_mut(at) {
            Some(by) => {
                if by.is_nan() {
                    *by = fall(one, other) as f32;
                }
                lowered(chance, f64::from(*by))
            }
            None => as_thread(chance, one, other),
        }
    }
}
