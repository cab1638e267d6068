//! Scores of pairs of demands, found by either index.

/// Scores of pairs, in the order of their indices. A million demands have tens of millions: each takes twelve bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Where the pairs of each smaller index begin, and where the last end.
    starts: Vec<usize>,
    /// The larger index of each pair.
    others: Vec<u32>,
    scores: Vec<f64>,
}

impl Default for Scores {
    fn default() -> Self {
        Scores { starts: vec![0], others: Vec::new(), scores: Vec::new() }
    }
}

impl Scores {
    /// Adds a pair, the smaller index first; pairs come in order.
    pub(super) fn push(&mut self, a: usize, b: usize, score: f64) {
        self.close(a);
        self.others.push(b as u32);
        self.scores.push(score);
    }

    /// No more pairs come that begin with an index before this one.
    pub(super) fn close(&mut self, a: usize) {
        if self.starts.len() <= a {
            self.starts.resize(a + 1, self.others.len());
        }
    }

    /// Gives back what is held for growth.
    pub(super) fn shrink(&mut self) {
        self.others.shrink_to_fit();
        self.scores.shrink_to_fit();
    }

    /// The pairs that begin with an index: the other index, and the score.
    pub fn of(&self, a: usize) -> impl Iterator<Item = (u32, f64)> {
        let own = self.range(a);
        self.others[own.clone()].iter().copied().zip(self.scores[own].iter().copied())
    }

    /// The score of a pair, the smaller index first.
    pub fn get(&self, a: usize, b: usize) -> Option<f64> {
        let own = self.range(a);
        let at = self.others[own.clone()].binary_search(&(b as u32)).ok()?;
        Some(self.scores[own.start + at])
    }

    /// The pair at a place among all, which are fewer than the numbers of places.
    pub(super) fn pair(&self, place: u32) -> (u32, u32) {
        let a = self.starts.partition_point(|start| *start <= place as usize) - 1;
        (a as u32, self.others[place as usize])
    }

    /// All pairs with their scores, in order.
    pub fn iter(&self) -> impl Iterator<Item = (u32, u32, f64)> {
        (0..self.starts.len()).flat_map(|a| self.of(a).map(move |(b, score)| (a as u32, b, score)))
    }

    fn range(&self, a: usize) -> std::ops::Range<usize> {
        let start = |at: usize| self.starts.get(at).copied().unwrap_or(self.others.len());
        start(a)..start(a + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_where_some_indices_have_none() {
        let pairs = [(1, 2, 0.5), (1, 4, 0.75), (3, 4, 0.25)];
        let mut scores = Scores::default();
        pairs.iter().for_each(|(a, b, score)| scores.push(*a as usize, *b as usize, *score));
        assert_eq!(scores.iter().collect::<Vec<_>>(), pairs);
        assert_eq!([0, 1, 2].map(|place| scores.pair(place)), [(1, 2), (1, 4), (3, 4)]);
        assert_eq!((scores.get(1, 4), scores.get(1, 3), scores.get(0, 1)), (Some(0.75), None, None));
        assert_eq!((scores.of(2).count(), scores.of(9).count()), (0, 0));
    }
}
