//! The zones of a letter, for people.

use super::layout::Page;
use crate::letter::Letter;
use crate::report::label;
use crate::report::theme::Role;

/// Writes every part of a letter with its zone and line.
pub fn zones(page: &mut Page, letter: &Letter) {
    page.gap();
    page.flow("", 0, &[(Role::Title, &letter.id)]);
    for zone in letter.zone_spans() {
        let place = letter.document.place(crate::text::Span::new(zone.start, zone.end));
        let text = crate::text::Span::new(zone.start, zone.end)
            .slice(&letter.document.text)
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        if text.is_empty() {
            continue;
        }
        let lead = format!("{:>5}  {:<12}", place.line, label(zone.zone));
        page.flow(&lead, 19, &[(Role::Plain, &text)]);
    }
}
