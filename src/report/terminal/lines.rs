//! A letter's demands as lines that stay the same as long as the demands do.

use super::layout::Page;
use crate::corpus::LetterRecord;
use crate::report::label;
use crate::report::theme::Role;

/// Writes each demand with how hard it is asked and by which words it is bound, and nothing that moves when other
/// text does: no numbers, no places.
pub fn lines(page: &mut Page, record: &LetterRecord) {
    for demand in &record.demands {
        let level = format!("{} {}/6", demand.strength.verb, demand.strength.level);
        let mut bound: Vec<String> = Vec::new();
        for qualifier in demand.degrees.iter().chain(&demand.qualifiers) {
            bound.push(format!("{}: {}", label(qualifier.kind), qualifier.text));
        }
        page.gap();
        page.block(0, &[(Role::Plain, &demand.text)]);
        page.block(2, &[(Role::Plain, &level)]);
        for words in bound {
            page.block(2, &[(Role::Plain, &words)]);
        }
    }
}
