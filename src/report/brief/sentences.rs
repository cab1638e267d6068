//! Sentences from evidence. Each template says what the report found and no more; words of a letter are quoted only
//! where they stand in it.

use super::model::{Note, Piece};
use crate::corpus::LetterRecord;
use crate::demand::Demand;
use crate::lineage::{Change, Direction, Evidence, Label, Mention, Transition};
use crate::problem::Problem;
use crate::report::{Dossier, label, prose, quotes};
use crate::source::Place;

/// Writes sentences and collects the notes.
pub struct Writer<'d> {
    dossier: &'d Dossier,
    /// The notes so far.
    pub notes: Vec<Note>,
}

/// Words of ours.
pub fn text(words: impl Into<String>) -> Piece {
    Piece::Text { text: words.into() }
}

fn strong(words: &str) -> Piece {
    Piece::Strong { text: words.to_owned() }
}

impl<'d> Writer<'d> {
    /// A writer without notes.
    pub fn new(dossier: &'d Dossier) -> Writer<'d> {
        Writer { dossier, notes: Vec::new() }
    }

    /// A thread's name.
    pub fn name(&self, series: Option<&str>, thread: &str) -> Piece {
        let found = self.dossier.report.thread(series, thread);
        strong(found.map_or(thread, |thread| thread.label.as_str()))
    }

    /// A demand's words with their note.
    ///
    /// # Errors
    /// When they do not stand in the letter.
    pub fn demand(&mut self, id: &str) -> Result<Vec<Piece>, Problem> {
        let dossier = self.dossier;
        match dossier.report.demand(id) {
            Some((record, Demand { text, spans, .. })) => Ok(vec![self.quote(id, record, text, spans)?]),
            None => Ok(Vec::new()),
        }
    }

    fn quote(
        &mut self,
        what: &str,
        record: &LetterRecord,
        words: &str,
        spans: &[Place],
    ) -> Result<Piece, Problem> {
        let source = self.dossier.letter(&record.id).map(|letter| letter.document.text.as_str());
        if !source.is_some_and(|source| quotes::holds(source, spans, words)) {
            return Err(quotes::differs(&record.path, spans, what, words));
        }
        let number = self.notes.len() + 1;
        let known = self.notes.iter().any(|note| note.letter == record.id);
        let sender = record.sender.as_deref().unwrap_or("sender not named");
        self.notes.push(Note {
            number,
            letter: record.id.clone(),
            place: prose::place(spans),
            from: (!known).then(|| format!("{}; {sender}", prose::date(record))),
        });
        Ok(Piece::Quote { text: words.to_owned(), note: Some(number) })
    }

    /// Words of evidence: between quotation marks where the demand's letter holds them as they are.
    fn words(&self, words: &str, demand: Option<&String>, ids: &[String]) -> Piece {
        let letters = demand.into_iter().chain(ids).filter_map(|id| id.rsplit_once('#'));
        let stands = letters
            .filter_map(|(letter, _)| self.dossier.letter(letter))
            .any(|letter| quotes::stands_in(&letter.document.text, words));
        if stands { Piece::Quote { text: words.to_owned(), note: None } } else { text(words) }
    }

    /// "urgency, now “immediate”; scope, no longer “or at least”".
    fn aspects(&self, change: &Change, direction: Direction) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for piece in change.evidence.iter().filter(|piece| piece.direction == direction) {
            pieces.push(text(format!(
                "{}{}",
                if pieces.is_empty() { "" } else { "; " },
                label(piece.aspect)
            )));
            pieces.extend(self.aspect(change, piece));
        }
        pieces
    }

    fn aspect(&self, change: &Change, piece: &Evidence) -> Vec<Piece> {
        let before = |words: &String| self.words(words, piece.before_demand.as_ref(), &change.before);
        let after = |words: &String| self.words(words, piece.after_demand.as_ref(), &change.after);
        match (&piece.before, &piece.after) {
            (Some(old), Some(new)) => vec![text(", from "), before(old), text(" to "), after(new)],
            (Some(old), None) => vec![text(", no longer "), before(old)],
            (None, Some(new)) => vec![text(", now "), after(new)],
            (None, None) => Vec::new(),
        }
    }

    /// How a demand changed: what became harder, what softer, which aspects differ besides, and both wordings.
    ///
    /// # Errors
    /// When a quote does not stand in its letter.
    pub fn changed(
        &mut self,
        transition: &Transition,
        change: &Change,
        in_passing: bool,
    ) -> Result<Vec<Piece>, Problem> {
        let mut pieces = vec![self.name(transition.series.as_deref(), &change.thread)];
        pieces.push(text("."));
        for (direction, words) in [(Direction::Stronger, " Harder in "), (Direction::Softer, " Softer in ")] {
            let aspects = self.aspects(change, direction);
            if !aspects.is_empty() {
                pieces.push(text(words));
                pieces.extend(aspects);
                pieces.push(text("."));
            }
        }
        let mut others: Vec<String> = Vec::new();
        for piece in change.evidence.iter().filter(|piece| piece.direction == Direction::Other) {
            let name = label(piece.aspect);
            if !others.contains(&name) {
                others.push(name);
            }
        }
        if !others.is_empty() {
            pieces.push(text(format!(" Put otherwise: {}.", prose::list(&others))));
        }
        if in_passing {
            pieces.push(text(format!(" In {} it is said in passing, not asked outright.", transition.to)));
        }
        for (edition, ids) in [(&transition.from, &change.before), (&transition.to, &change.after)] {
            if let Some(id) = ids.first() {
                pieces.push(text(format!(" {edition}: ")));
                pieces.extend(self.demand(id)?);
                pieces.push(text("."));
            }
        }
        Ok(pieces)
    }

    /// What the later edition asks and the earlier did not.
    ///
    /// # Errors
    /// When a quote does not stand in its letter.
    pub fn new_one(&mut self, transition: &Transition, change: &Change) -> Result<Vec<Piece>, Problem> {
        let mut pieces = vec![self.name(transition.series.as_deref(), &change.thread)];
        let again = if change.label == Label::Returned { " (asked before, and again)" } else { "" };
        pieces.push(text(format!("{again}: ")));
        if let Some(id) = change.after.first() {
            pieces.extend(self.demand(id)?);
        }
        pieces.push(text("."));
        Ok(pieces)
    }

    /// What the earlier edition asked and the later does not.
    ///
    /// # Errors
    /// When a quote does not stand in its letter.
    pub fn gone(&mut self, transition: &Transition, change: &Change) -> Result<Vec<Piece>, Problem> {
        let mut pieces = vec![self.name(transition.series.as_deref(), &change.thread)];
        pieces.push(text(": "));
        if let Some(id) = change.before.first() {
            pieces.extend(self.demand(id)?);
        }
        pieces.push(text("."));
        if let Some(mention) = &change.mention {
            pieces.push(text(format!(" {} still says of the matter, without asking: ", transition.to)));
            pieces.extend(self.mention(mention)?);
            pieces.push(text("."));
        }
        Ok(pieces)
    }

    fn mention(&mut self, mention: &Mention) -> Result<Vec<Piece>, Problem> {
        let dossier = self.dossier;
        match dossier.report.letter(&mention.letter) {
            Some(record) => Ok(vec![self.quote("a mention", record, &mention.text, &mention.spans)?]),
            None => Ok(Vec::new()),
        }
    }
}
