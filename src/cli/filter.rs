//! Which changes are shown: chosen from a report that is made already, so that a view never judges otherwise.

use super::named;
use crate::letter::LetterDate;
use crate::lineage::{Change, Label, Report, Transition};
use crate::problem::Problem;
use crate::text::fold;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

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

    /// The report with the chosen changes only; who signed and what restates what go with whole editions, and are
    /// left out where single changes are chosen.
    ///
    /// # Errors
    /// When the thread or the sender that was named does not exist.
    pub fn choose(&self, mut report: Report) -> Result<Report, Problem> {
        if !self.is_set() {
            return Ok(report);
        }
        let thread = match &self.thread {
            Some(name) => named::threads(&report, name)?.first().map(|thread| thread.id.clone()),
            None => None,
        };
        let of_sender = self.of_sender(&report)?;
        let asked_by = |change: &Change| {
            let letter = |id: &String| id.rsplit_once('#').map(|(letter, _)| letter.to_owned());
            let mut letters = change.before.iter().chain(&change.after).filter_map(letter);
            of_sender.as_ref().is_none_or(|own| letters.any(|letter| own.contains(&letter)))
        };
        let mut transitions = std::mem::take(&mut report.transitions);
        transitions.retain(|transition| self.is_late_enough(&report, transition));
        for transition in &mut transitions {
            transition.changes.retain(|change| {
                (self.only.is_empty() || self.only.contains(&change.label))
                    && thread.as_ref().is_none_or(|id| *id == change.thread)
                    && asked_by(change)
            });
        }
        transitions.retain(|transition| !transition.changes.is_empty());
        if !self.only.is_empty() || thread.is_some() || of_sender.is_some() {
            report.signatories.clear();
        }
        report.signatories.retain(|coalition| {
            transitions.iter().any(|transition| {
                (&transition.series, &transition.from, &transition.to)
                    == (&coalition.series, &coalition.from, &coalition.to)
            })
        });
        report.restatements.clear();
        report.transitions = transitions;
        Ok(report)
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
