//! Finding things in a report by their names.

use super::{Report, Thread, Transition};
use crate::corpus::{Edition, LetterRecord};
use crate::demand::Demand;
use std::collections::BTreeSet;

impl Report {
    /// A letter by its id.
    pub fn letter(&self, id: &str) -> Option<&LetterRecord> {
        self.letters.get(self.place_of(id)?)
    }

    /// A demand by its id, with its letter.
    ///
    /// ```
    /// use demarche::corpus::{Corpus, Options};
    /// use demarche::lineage::{Pairs, report};
    /// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
    /// let report = report(corpus, &Pairs::default());
    /// let id = &report.threads[0].occurrences[0].demands[0];
    /// let (letter, demand) = report.demand(id).ok_or("no such demand")?;
    /// assert!(demand.id.starts_with(&letter.id));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn demand(&self, id: &str) -> Option<(&LetterRecord, &Demand)> {
        let (letter, _) = id.rsplit_once('#')?;
        let letter = self.letter(letter)?;
        letter.demand(id).map(|demand| (letter, demand))
    }

    /// A thread by its id, which is its own within a series only.
    pub fn thread(&self, series: Option<&str>, id: &str) -> Option<&Thread> {
        self.threads.iter().find(|thread| thread.id == id && thread.series.as_deref() == series)
    }

    /// The thread that holds a demand.
    pub fn thread_of(&self, demand: &str) -> Option<&Thread> {
        let holds = |thread: &&Thread| {
            thread.occurrences.iter().any(|occurrence| occurrence.demands.iter().any(|id| id == demand))
        };
        self.threads.iter().find(holds)
    }

    /// The series, in order; `None` is the top folder.
    pub fn series(&self) -> Vec<Option<&str>> {
        let names: BTreeSet<Option<&str>> =
            self.letters.iter().map(|letter| letter.series.as_deref()).collect();
        names.into_iter().collect()
    }

    /// The editions of a series, in order.
    pub fn editions_of(&self, series: Option<&str>) -> Vec<&Edition> {
        let of_series = self.letters.iter().filter(|letter| letter.series.as_deref() == series);
        let names: BTreeSet<&Edition> = of_series.map(|letter| &letter.edition).collect();
        names.into_iter().collect()
    }

    /// The transitions of a series that tell its story: from each edition to the next. Where the report was made
    /// for other pairs, those it has.
    pub fn story(&self, series: Option<&str>) -> Vec<&Transition> {
        let editions = self.editions_of(series);
        let next = |transition: &Transition| {
            editions.windows(2).any(|pair| *pair[0] == transition.from && *pair[1] == transition.to)
        };
        let of_series =
            || self.transitions.iter().filter(|transition| transition.series.as_deref() == series);
        let (near, all): (Vec<&Transition>, Vec<&Transition>) =
            (of_series().filter(|transition| next(transition)).collect(), of_series().collect());
        if near.len() + 1 == editions.len() { near } else { all }
    }
}
