//! What an ask wants done to what, by whom, and how it is said in short: sentences written for the purpose.

use demarche::demand::read_text;
use demarche::lexicon::Lexicon;
use demarche::text::Span;

#[test]
fn verb_and_object_are_read() {
    let lexicon = Lexicon::builtin();
    let mut wrong = Vec::new();
    let rows: Vec<&str> = include_str!("reading/acts.tsv").lines().skip(1).collect();
    for row in &rows {
        let mut cells = row.split('\t');
        let mut next = || cells.next().unwrap_or_default().to_lowercase();
        let (text, wanted) =
            (row.split('\t').next().unwrap_or_default(), [next(), next(), next(), next(), next()]);
        let reading = read_text(text, lexicon);
        let words =
            |span: Option<Span>| span.and_then(|span| span.slice(text)).unwrap_or_default().to_lowercase();
        let found = [
            wanted[0].clone(),
            reading.action.clone().unwrap_or_else(|| "none".to_owned()),
            words(reading.object),
            reading.actor.map_or_else(|| "-".to_owned(), |actor| words(Some(actor))),
            reading.canonical.to_lowercase(),
        ];
        // Actor and short form are told where they are the point; "-" stands for nobody.
        let agrees = |at: usize| found[at] == wanted[at] || at > 2 && wanted[at].is_empty();
        if !(0..found.len()).all(agrees) {
            let line = |cells: &[String]| cells[1..].join(" | ");
            wrong.push(format!("{text}\n  wanted {}\n  found  {}", line(&wanted), line(&found)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
