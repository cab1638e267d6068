//! The conventions of letters: how they open and close, and what on the page is not the letter.

use super::{lists, table::embedded_text};
use serde::Deserialize;

/// Phrases by which the parts of a letter are known, in folded form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conventions {
    /// Openings of a salutation.
    pub salutations: Vec<String>,
    /// Closings.
    pub closings: Vec<String>,
    /// Labels inside a signature block.
    pub signature_labels: Vec<String>,
    /// Lead-ins to a list of those who sign.
    pub signing: Vec<String>,
    /// Openings of lines that belong to the page.
    pub furniture: Vec<String>,
    /// Phrases that hand over to the text of a letter.
    pub handover: Vec<String>,
    /// What a document calls itself.
    pub self_nouns: Vec<String>,
    /// What senders call themselves.
    pub self_groups: Vec<String>,
    /// What a release calls its senders where it first names them.
    pub lead_groups: Vec<String>,
    /// Those of whom senders ask, who seldom issue what we read.
    pub powers: Vec<String>,
}

impl Conventions {
    pub(super) fn embedded() -> Conventions {
        // A test holds that they can be read; lists without phrases find nothing rather than fail.
        lists::read(embedded_text!("conventions")).unwrap_or_default()
    }

    /// Whether a folded line begins with one of `openings`, at the end of a word.
    pub fn opens(line: &str, openings: &[String]) -> bool {
        // Telling first letters apart is quicker than comparing texts.
        let [first, second, ..] = line.as_bytes() else {
            return openings.iter().any(|opening| line == opening);
        };
        let may_open = |opening: &&String| match opening.as_bytes() {
            [one, two, ..] => one == first && two == second,
            [one] => one == first,
            [] => false,
        };
        openings.iter().filter(may_open).any(|opening| {
            line.strip_prefix(opening.as_str()).is_some_and(|rest| {
                let wordy = opening.ends_with(|c: char| c.is_alphanumeric());
                !wordy || !rest.starts_with(|c: char| c.is_alphanumeric())
            })
        })
    }
}
