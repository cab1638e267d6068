//! Where things stand in a report, by their names, so that finding them does not go through all of them.

use super::{Match, Report};
use foldhash::HashMap;
use std::sync::OnceLock;

/// Made when the first is looked for. What was moved since is not taken for what it was: every place is looked at
/// before it counts.
#[derive(Default)]
pub struct Places {
    letters: OnceLock<HashMap<String, usize>>,
    /// By the earlier demand.
    matches: OnceLock<HashMap<String, Vec<usize>>>,
}

impl Report {
    /// The place of a letter.
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        let places = self.places.letters.get_or_init(|| {
            let mut places = HashMap::default();
            for (place, letter) in self.letters.iter().enumerate() {
                places.entry(letter.id.clone()).or_insert(place);
            }
            places
        });
        let is_there = |place: &usize| self.letters.get(*place).is_some_and(|letter| letter.id == id);
        places
            .get(id)
            .copied()
            .filter(is_there)
            .or_else(|| self.letters.iter().position(|letter| letter.id == id))
    }

    /// Why two demands were matched, where a change compares them.
    pub fn match_of(&self, before: &str, after: &str) -> Option<&Match> {
        let is_it = |found: &&Match| found.before == before && found.after == after;
        let places = self.places.matches.get_or_init(|| {
            let mut places: HashMap<String, Vec<usize>> = HashMap::default();
            for (place, found) in self.matches.iter().enumerate() {
                places.entry(found.before.clone()).or_default().push(place);
            }
            places
        });
        let near = places.get(before).into_iter().flatten().filter_map(|place| self.matches.get(*place));
        near.into_iter().find(is_it).or_else(|| self.matches.iter().find(is_it))
    }
}

/// A copy may be changed: it makes its own.
impl Clone for Places {
    fn clone(&self) -> Places {
        Places::default()
    }
}

/// What is in a report does not depend on whether something was looked for.
impl PartialEq for Places {
    fn eq(&self, _: &Places) -> bool {
        true
    }
}

impl std::fmt::Debug for Places {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Places")
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Corpus, Options};
    use crate::lineage::{Pairs, report};

    #[test]
    fn what_was_moved_or_taken_away_is_found_where_it_is() {
        let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
        let mut report = report(corpus, &Pairs::Every);
        let ids: Vec<String> = report.letters.iter().map(|letter| letter.id.clone()).collect();
        let pairs: Vec<(String, String)> =
            report.matches.iter().map(|found| (found.before.clone(), found.after.clone())).collect();
        for turned in [false, true] {
            assert!(
                ids.iter().all(|id| report.letter(id).is_some_and(|letter| letter.id == *id)),
                "{turned}"
            );
            assert!(pairs.iter().all(|(before, after)| {
                report
                    .match_of(before, after)
                    .is_some_and(|found| found.before == *before && found.after == *after)
            }));
            report.letters.reverse();
            report.matches.reverse();
        }
        report.letters.clear();
        report.matches.clear();
        assert!(report.letter(&ids[0]).is_none() && report.match_of(&pairs[0].0, &pairs[0].1).is_none());
    }
}
