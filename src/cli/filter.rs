//! Which changes are shown: chosen from a report that is made already, so that a view never judges otherwise.

use super::named;
use crate::corpus::LetterRecord;
use crate::letter::LetterDate;
use crate::lineage::{Audit, Change, Label, Report, Restated, Transition};
use crate::problem::Problem;
use crate::text::fold;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::collections::BTreeSet;

/// The heading of these options.
const WHICH: &str = "Which changes";

/// What changes must have in common to be shown.
#[derive(Debug, Clone, Default, Args)]
pub struct Filter {
    /// Only changes of these kinds
    #[arg(long, help_heading = WHICH, value_name = "LABEL,…", value_delimiter = ',', value_parser = label())]
    only: Vec<Label>,
    /// Only this thread
    #[arg(long, help_heading = WHICH, value_name = "ID")]
    thread: Option<String>,
    /// Only letters of senders whose names hold this
    #[arg(long, help_heading = WHICH, value_name = "TEXT")]
    sender: Option<String>,
    /// Only changes of letters of this date or later
    #[arg(long, help_heading = WHICH, value_name = "DATE", value_parser = date)]
    since: Option<LetterDate>,
}

fn label() -> impl TypedValueParser<Value = Label> {
    PossibleValuesParser::new(Label::ALL.map(|(name, _)| name)).try_map(|name| {
        Label::ALL
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, label)| label)
            .ok_or("no such label")
    })
}

fn date(text: &str) -> Result<LetterDate, String> {
    LetterDate::parse(text).ok_or_else(|| "write it as YYYY, YYYY-MM or YYYY-MM-DD".to_owned())
}

impl Filter {
    /// Whether anything is left out.
    pub fn is_set(&self) -> bool {
        !self.only.is_empty() || self.thread.is_some() || self.sender.is_some() || self.since.is_some()
    }

    /// The report with the chosen changes only, and what was left out beside other changes: who signed goes with whole
    /// editions, what restates what is cut down to the demands that were chosen.
    ///
    /// # Errors
    /// When the thread or the sender that was named does not exist.
    pub fn choose(&self, mut report: Report) -> Result<(Report, Option<String>), Problem> {
        if !self.is_set() {
            return Ok((report, None));
        }
        let thread = match &self.thread {
            Some(name) => named::threads(&report, name)?.first().map(|thread| thread.id.clone()),
            None => None,
        };
        let wanted = Wanted { labels: &self.only, thread, letters: self.of_sender(&report)? };
        let compared = compared(&report);
        let mut transitions = std::mem::take(&mut report.transitions);
        transitions.retain(|transition| self.is_late_enough(&report, transition));
        for transition in &mut transitions {
            transition.changes.retain(|change| wanted.holds(change));
        }
        transitions.retain(|transition| !transition.changes.is_empty());
        let mut coalitions = std::mem::take(&mut report.signatories);
        coalitions.retain(|coalition| {
            transitions.iter().any(|transition| {
                (&transition.series, &transition.from, &transition.to)
                    == (&coalition.series, &coalition.from, &coalition.to)
            })
        });
        let single = wanted.letters.is_some() || wanted.names_threads();
        let signed = single && coalitions.iter().any(|coalition| coalition.before + coalition.after > 0);
        if !single {
            report.signatories = coalitions;
        }
        let mut audits = std::mem::take(&mut report.restatements);
        audits.retain(|audit| {
            let date = report.letter(&audit.document).and_then(|letter| letter.date);
            self.since.is_none_or(|since| date.is_some_and(|date| date >= since))
        });
        let rows = |audits: &[Audit]| {
            let of_compared = audits.iter().filter(|audit| compared.contains(&audit.letter));
            of_compared.map(|audit| audit.demands.len()).sum::<usize>()
        };
        let all = rows(&audits);
        report.restatements = wanted.restatements(&report, &transitions, audits);
        let restated = all - rows(&report.restatements);
        report.transitions = transitions;
        Ok((report, left_out(signed, restated)))
    }

    /// The ids of the letters of the sender that was named.
    fn of_sender(&self, report: &Report) -> Result<Option<Vec<String>>, Problem> {
        let Some(wanted) = &self.sender else { return Ok(None) };
        let holds = |name: &str| fold(name).contains(&fold(wanted));
        let letters = || report.letters.iter();
        let found: Vec<String> = letters()
            .filter(|letter| letter.sender.as_deref().is_some_and(holds))
            .map(|letter| letter.id.clone())
            .collect();
        if found.is_empty() {
            let known = letters().filter_map(|letter| letter.sender.as_deref());
            return Err(Problem::new(wanted, "no sender's name holds this")
                .hint(named::way_out(wanted, known, "senders")));
        }
        Ok(Some(found))
    }

    fn is_late_enough(&self, report: &Report, transition: &Transition) -> bool {
        let Some(since) = self.since else { return true };
        report.letters.iter().any(|letter| {
            letter.series == transition.series
                && letter.edition == transition.to
                && letter.date.is_some_and(|date| date >= since)
        })
    }
}

/// What was chosen, with the names looked up.
struct Wanted<'f> {
    labels: &'f [Label],
    thread: Option<String>,
    /// The ids of the letters of the sender.
    letters: Option<Vec<String>>,
}

impl Wanted<'_> {
    fn names_threads(&self) -> bool {
        self.thread.is_some() || !self.labels.is_empty()
    }

    fn holds(&self, change: &Change) -> bool {
        let of = |id: &String| id.rsplit_once('#').map(|(letter, _)| letter.to_owned());
        let mut letters = change.before.iter().chain(&change.after).filter_map(of);
        (self.labels.is_empty() || self.labels.contains(&change.label))
            && self.thread.as_ref().is_none_or(|id| *id == change.thread)
            && self.letters.as_ref().is_none_or(|own| letters.any(|letter| own.contains(&letter)))
    }

    /// What restates what, as far as it concerns what was chosen. Where two documents disagree in numbers concerns no
    /// thread, so it goes with whole documents.
    fn restatements(
        &self,
        report: &Report,
        transitions: &[Transition],
        mut audits: Vec<Audit>,
    ) -> Vec<Audit> {
        let own = |letter: &String| self.letters.as_ref().is_none_or(|own| own.contains(letter));
        audits.retain(|audit| own(&audit.document) || own(&audit.letter));
        if !self.names_threads() {
            return audits;
        }
        let shown: BTreeSet<(Option<&str>, &str)> = transitions
            .iter()
            .flat_map(|one| one.changes.iter().map(|change| (one.series.as_deref(), change.thread.as_str())))
            .collect();
        let concerns = |restated: &Restated| {
            let ids = restated.original.iter().chain(&restated.restated);
            ids.filter_map(|id| report.thread_of(id)).any(|found| {
                self.thread.as_ref().is_none_or(|id| *id == found.id)
                    && (self.labels.is_empty() || shown.contains(&(found.series.as_deref(), &found.id)))
            })
        };
        for audit in &mut audits {
            audit.demands.retain(concerns);
            audit.disagreements.clear();
        }
        audits.retain(|audit| !audit.demands.is_empty());
        audits
    }
}

/// The letters of the editions that are compared.
fn compared(report: &Report) -> BTreeSet<String> {
    let is_compared = |letter: &&LetterRecord| {
        let holds =
            |one: &Transition| one.series == letter.series && [&one.from, &one.to].contains(&&letter.edition);
        report.transitions.iter().any(holds)
    };
    report.letters.iter().filter(is_compared).map(|letter| letter.id.clone()).collect()
}

/// What goes with whole editions and was left out, in words.
fn left_out(signed: bool, restated: usize) -> Option<String> {
    let restated = match restated {
        0 => None,
        1 => Some("1 restated demand".to_owned()),
        number => Some(format!("{number} restated demands")),
    };
    let parts: Vec<String> = signed.then(|| "who signed".to_owned()).into_iter().chain(restated).collect();
    let only = "left out, since only some changes were chosen";
    (!parts.is_empty()).then(|| format!("{only}: {}", parts.join(", ")))
}
