//! What became of a thread between any two of the editions that ask it: the labels alone, so that any edition can be
//! the one to compare with, however many there are.

use super::change::Ground;
use super::verdict::Label;

/// The labels of a thread between each two editions that ask it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// The series.
    pub series: Option<String>,
    /// The thread.
    pub thread: String,
    /// From the first occurrence to the second, the third and so on; then from the second to the third, and so on.
    pub labels: Vec<Label>,
}

impl Ground<'_> {
    /// The labels of every thread of the series.
    pub fn between(&self) -> impl Iterator<Item = Between> {
        self.threads().iter().map(|thread| {
            let asked: Vec<Vec<String>> =
                thread.occurrences.iter().map(|occurrence| self.own(&occurrence.demands)).collect();
            let pairs = asked.iter().enumerate().flat_map(|(at, from)| {
                // Each of them asks something, so there is always a pair.
                let label =
                    |to: &Vec<String>| self.pair(from, to).map_or(Label::Kept, |pair| pair.label(self));
                asked[at + 1..].iter().map(label)
            });
            Between { series: thread.series.clone(), thread: thread.id.clone(), labels: pairs.collect() }
        })
    }
}
