//! What a thread is in an edition: the one sign that matrix, timeline and brief all show.

use super::theme::Role;
use crate::corpus::Edition;
use crate::demand::Force;
use crate::lineage::{Between, Label, Report, Thread};
use std::collections::{BTreeMap, BTreeSet};

/// How a thread stands in an edition, compared with the edition before or a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Asked, without a direction.
    Asked,
    /// Asked harder.
    Stronger,
    /// Asked softer.
    Softer,
    /// Harder in one aspect, softer in another.
    Mixed,
    /// Turned to another object or party, split or merged.
    Shifted,
    /// Said in passing only.
    InPassing,
    /// Asked before, not here.
    Gone,
    /// Not asked.
    NotAsked,
}

impl Standing {
    /// All of them, in the order a legend shows them.
    pub const ALL: [Standing; 8] = [
        Standing::Asked,
        Standing::Stronger,
        Standing::Softer,
        Standing::Mixed,
        Standing::Shifted,
        Standing::InPassing,
        Standing::Gone,
        Standing::NotAsked,
    ];

    /// What a change leads to.
    ///
    /// ```
    /// use demarche::{lineage::Label, report::Standing};
    /// assert_eq!(Standing::after(Label::Strengthened), Standing::Stronger);
    /// ```
    pub fn after(label: Label) -> Standing {
        match label {
            Label::Kept | Label::Reworded | Label::New | Label::Returned => Standing::Asked,
            Label::Strengthened => Standing::Stronger,
            Label::Softened => Standing::Softer,
            Label::Mixed => Standing::Mixed,
            Label::Shifted | Label::Split | Label::Merged => Standing::Shifted,
            Label::Dropped | Label::NotCarried => Standing::Gone,
        }
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Standing::Asked => "●",
            Standing::Stronger => "▲",
            Standing::Softer => "▽",
            Standing::Mixed => "◐",
            Standing::Shifted => "◇",
            Standing::InPassing => "○",
            Standing::Gone => "×",
            Standing::NotAsked => "·",
        }
    }

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Standing::Asked => "asked",
            Standing::Stronger => "asked, harder",
            Standing::Softer => "asked, softer",
            Standing::Mixed => "asked, harder and softer",
            Standing::Shifted => "asked of another matter or party",
            Standing::InPassing => "said in passing",
            Standing::Gone => "not carried on",
            Standing::NotAsked => "not asked",
        }
    }

    /// Whether the edition asks it outright.
    pub fn is_asked(self) -> bool {
        self.is_held() && self != Standing::InPassing
    }

    /// Whether the edition holds the thread.
    pub fn is_held(self) -> bool {
        !matches!(self, Standing::Gone | Standing::NotAsked)
    }

    /// The role it is painted in.
    pub fn role(self) -> Role {
        match self {
            Standing::Asked => Role::Plain,
            Standing::Stronger => Role::Stronger,
            Standing::Softer => Role::Softer,
            Standing::Mixed | Standing::Shifted => Role::Mixed,
            Standing::InPassing | Standing::NotAsked => Role::Dim,
            Standing::Gone => Role::Removed,
        }
    }
}

/// How every thread of a report stands in every edition, read once.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::{Pairs, report};
/// use demarche::report::{Standing, Standings};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let report = report(corpus, &Pairs::default());
/// let standings = Standings::of(&report);
/// let (thread, first) = (&report.threads[0], &report.editions[0]);
/// assert_eq!(standings.in_story(thread, first), Standing::Asked);
/// ```
#[derive(Debug, Clone)]
pub struct Standings<'r> {
    /// What changes led to, by thread, later edition and earlier edition.
    labels: BTreeMap<(Key<'r>, &'r Edition, &'r Edition), Label>,
    /// The edition that the story compares each edition with.
    before: BTreeMap<(Option<&'r str>, &'r Edition), &'r Edition>,
    /// Threads that an edition speaks of in passing only.
    in_passing: BTreeSet<(Key<'r>, &'r Edition)>,
    /// What became of threads between each two editions that ask them.
    between: BTreeMap<Key<'r>, &'r [Label]>,
}

/// A thread's series and id.
type Key<'r> = (Option<&'r str>, &'r str);

impl<'r> Standings<'r> {
    /// Reads a report.
    pub fn of(report: &'r Report) -> Standings<'r> {
        let mut labels = BTreeMap::new();
        for transition in &report.transitions {
            for change in &transition.changes {
                let key = (transition.series.as_deref(), change.thread.as_str());
                labels.insert((key, &transition.to, &transition.from), change.label);
            }
        }
        let mut before = BTreeMap::new();
        for series in report.series() {
            for transition in report.story(series) {
                before.insert((series, &transition.to), &transition.from);
            }
        }
        let passing: BTreeSet<&str> = report
            .letters
            .iter()
            .flat_map(|letter| &letter.demands)
            .filter(|demand| demand.force == Force::Implicit)
            .map(|demand| demand.id.as_str())
            .collect();
        let mut in_passing = BTreeSet::new();
        for thread in &report.threads {
            for occurrence in &thread.occurrences {
                if occurrence.demands.iter().all(|id| passing.contains(id.as_str())) {
                    in_passing.insert((key(thread), &occurrence.edition));
                }
            }
        }
        Standings { labels, before, in_passing, between: BTreeMap::new() }
    }

    /// The same, knowing what became of threads between each two editions.
    #[must_use]
    pub fn with(mut self, between: &'r [Between]) -> Standings<'r> {
        let key = |one: &'r Between| (one.series.as_deref(), one.thread.as_str());
        self.between = between.iter().map(|one| (key(one), one.labels.as_slice())).collect();
        self
    }

    /// How a thread stands in each edition that asks it, against each earlier one that does: in the second, the third
    /// and so on against the first, then against the second, and so on. Empty where it is not known.
    pub fn between(&self, thread: &Thread) -> Vec<Standing> {
        let labels = self.between.get(&key(thread)).copied().unwrap_or_default();
        let asked = &thread.occurrences;
        let later = (0..asked.len()).flat_map(|from| &asked[from + 1..]);
        later.zip(labels).map(|(to, label)| self.judge(thread, &to.edition, Some(*label))).collect()
    }

    /// How a thread stands in an edition, compared with the one that the report's story compares it with.
    pub fn in_story(&self, thread: &Thread, edition: &Edition) -> Standing {
        let before = self.before.get(&(thread.series.as_deref(), edition));
        self.judge(thread, edition, before.and_then(|before| self.label(thread, before, edition)))
    }

    /// How a thread stands in an edition, compared with a baseline; editions before it are compared with nothing.
    pub fn against(&self, thread: &Thread, edition: &Edition, baseline: &Edition) -> Standing {
        self.judge(thread, edition, self.label(thread, baseline, edition))
    }

    /// What became of a thread from one edition to another.
    pub fn label(&self, thread: &Thread, from: &Edition, to: &Edition) -> Option<Label> {
        self.labels.get(&(key(thread), to, from)).copied()
    }

    fn judge(&self, thread: &Thread, edition: &Edition, label: Option<Label>) -> Standing {
        if thread.demands_in(edition).is_empty() {
            return label.map_or(Standing::NotAsked, Standing::after);
        }
        if self.in_passing.contains(&(key(thread), edition)) {
            return Standing::InPassing;
        }
        label.map_or(Standing::Asked, Standing::after)
    }
}

fn key(thread: &Thread) -> Key<'_> {
    (thread.series.as_deref(), thread.id.as_str())
}
