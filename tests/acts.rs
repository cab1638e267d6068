//! What an ask wants done to what: verb and object of sentences written for the purpose.

use demarche::demand::read_text;
use demarche::lexicon::Lexicon;

#[test]
fn verb_and_object_are_read() {
    let lexicon = Lexicon::builtin();
    let mut wrong = Vec::new();
    let rows: Vec<&str> = include_str!("reading/acts.tsv").lines().skip(1).collect();
    for row in &rows {
        let mut cells = row.split('\t');
        let (text, action, object) = (
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
        );
        let reading = read_text(text, lexicon);
        let found_action = reading.action.as_deref().unwrap_or("None");
        let found_object = reading.object.and_then(|span| span.slice(text)).unwrap_or_default();
        if (found_action, found_object.to_lowercase()) != (action, object.to_lowercase()) {
            wrong.push(format!(
                "{text}\n  wanted {action} | {object}\n  found  {found_action} | {found_object}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
