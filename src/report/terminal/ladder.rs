//! The two scales of strength.

use super::layout::Page;
use crate::demand::cues::levels::LADDER;
use crate::lexicon::Lexicon;
use crate::report::theme::Role;

/// Writes how hard verbs ask and how much verbs ask for, step by step.
pub fn ladder(page: &mut Page, lexicon: &Lexicon) {
    page.flow(
        "",
        0,
        &[
            (Role::Title, "how hard it is asked"),
            (Role::Dim, " – the sender's verb, an order and no distance"),
        ],
    );
    page.gap();
    for level in 1..=6 {
        step(page, level, "", &lexicon.verbs_asking(level));
    }
    page.gap();
    page.flow("", 0, &[(Role::Dim, "the same scale, where another form asks")]);
    page.gap();
    for level in 1..=6 {
        let forms: Vec<&str> =
            LADDER.iter().filter(|(asks, _)| *asks == level).map(|(_, form)| *form).collect();
        if !forms.is_empty() {
            page.flow(&format!("{level}  "), 3, &[(Role::Plain, &forms.join("; "))]);
        }
    }
    page.gap();
    page.flow(
        "",
        0,
        &[
            (Role::Title, "how much is asked"),
            (Role::Dim, " – UPR Info's action categories, by the verb that opens the ask"),
        ],
    );
    page.gap();
    let classes = lexicon.action_classes();
    for (class, name) in [(1, "minimal"), (2, "continuing"), (3, "considering"), (4, "general")] {
        step(page, class, name, &classes.verbs(class));
    }
    step(page, 5, "specific", &["any other verb, and a general one whose object names the act"]);
}

fn step(page: &mut Page, number: u8, name: &str, words: &[&str]) {
    let lead = format!("{number}  {name:<13}");
    let lead = if name.is_empty() { format!("{number}  ") } else { lead };
    let indent = lead.len();
    let words = if words.is_empty() { "–".to_owned() } else { words.join(", ") };
    page.flow(&lead, indent, &[(Role::Plain, &words)]);
}
