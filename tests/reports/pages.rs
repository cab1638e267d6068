//! Pages and briefs as their readers get them.

use super::common::{Scratch, corpus, dossier, element_names, letters, run, snapshots, text_of};
use demarche::lineage::Pairs;
use demarche::report::{Dossier, brief, html, quotes};
use std::collections::BTreeSet;

/// Words that would do something in a page, a sheet or a terminal if they were let through.
pub const HOSTILE: &str =
    "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}{% raw %}\u{1b}[31m\u{202e}";

/// The same place taken by words that do nothing.
const HARMLESS: &str = "the northern harbour";

pub fn with_words(words: &str) -> Dossier {
    let texts: Vec<(String, String)> = letters()
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text.replace("the river port", words)))
        .collect();
    dossier(&texts)
}

#[test]
fn hostile_text_comes_out_inert() {
    let (hostile, harmless) = (with_words(HOSTILE), with_words(HARMLESS));
    let pages = [&hostile, &harmless].map(|dossier| html::page(dossier).expect("a page"));
    assert!(!pages[0].contains("<script>alert"));
    assert!(!pages[0].contains("<img"));
    assert!(!pages[0].contains('\u{1b}') && !pages[0].contains('\u{202e}'));
    assert!(
        pages[0].contains("{{ 7 * 7 }}") || pages[0].contains("7 * 7"),
        "the words are shown all the same"
    );
    assert_eq!(names(&pages[0]), names(&pages[1]));
    let briefs = [&hostile, &harmless].map(|dossier| brief::brief(dossier).expect("a brief"));
    let pages = [&briefs[0], &briefs[1]].map(|brief| brief::html(brief, None).expect("a page"));
    assert_eq!(names(&pages[0]), names(&pages[1]));
    let markdown = brief::markdown(&briefs[0], None).expect("a text");
    assert!(!markdown.replace("\\<", "").contains("<script"), "{markdown}");
}

fn names(page: &str) -> BTreeSet<String> {
    element_names(page).into_iter().collect()
}

#[test]
fn every_link_of_the_page_leads_somewhere() {
    let page = html::page(&dossier(&letters())).expect("a page");
    let attribute = |name: &str| -> Vec<&str> {
        page.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    };
    let ids = attribute("id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    for target in attribute("href") {
        let id = target.strip_prefix('#').expect("only links within the page");
        assert!(known.contains(id), "#{id} leads nowhere");
    }
    assert!(attribute("src").is_empty(), "nothing is loaded");
}

#[test]
fn pages_are_the_same_every_time() {
    let page = || html::page(&dossier(&letters())).expect("a page");
    assert_eq!(page(), page());
}

#[test]
fn a_quote_that_differs_stops_the_run() {
    let mut tampered = dossier(&letters());
    let demand = &mut tampered.report.letters[0].demands[0];
    demand.text = demand.text.replace("release", "jail");
    let id = demand.id.clone();
    let problem = quotes::check(&tampered).expect_err("a difference");
    assert!(problem.reason().contains(&id), "{problem}");
    assert!(html::page(&tampered).is_err());
    assert!(brief::brief(&tampered).is_err());
}

#[test]
fn a_template_of_ones_own() {
    let brief = brief::brief(&dossier(&letters())).expect("a brief");
    let own = "{% for section in sections %}{{ section.title }}\n{% endfor %}";
    let text = brief::markdown(&brief, Some(own)).expect("a text");
    assert!(text.contains("Asked throughout"), "{text}");
    let problem = brief::markdown(&brief, Some("{{ nothing.of_the_kind }}")).expect_err("no such value");
    assert!(problem.place().starts_with("brief.md"), "{problem}");
}

#[test]
fn one_letter_is_a_report_as_well() {
    let one = Dossier::of(corpus(&letters()[..1]), &Pairs::default(), "one");
    assert!(html::page(&one).expect("a page").contains("nothing to compare"));
    assert!(brief::brief(&one).expect("a brief").headline.starts_with("1 letter of 2019 makes"));
}

#[test]
fn markdown_of_the_brief() {
    let brief = brief::brief(&dossier(&letters())).expect("a brief");
    snapshots().bind(|| insta::assert_snapshot!("brief", brief::markdown(&brief, None).expect("a text")));
}

#[test]
fn text_of_the_page() {
    let page = html::page(&dossier(&letters())).expect("a page");
    snapshots().bind(|| insta::assert_snapshot!("page", text_of(&page)));
}

#[test]
fn nothing_is_written_over_but_an_earlier_report() {
    let (scratch, desk) = (Scratch::new("writing"), Scratch::new("desk"));
    for (name, text) in letters() {
        scratch.write(name, text);
    }
    let (folder, letter) = (scratch.path(""), scratch.path("2019.txt"));
    let report = desk.path("report.html");
    assert_eq!(run(&["report", &folder, "-o", &report]), 0);
    assert_eq!(run(&["report", &folder, "-o", &report]), 0, "an earlier report may be replaced");
    let notes = desk.write("notes.md", "my own notes");
    assert_eq!(run(&["brief", &folder, "-o", &notes]), 2);
    assert_eq!(desk.read("notes.md"), "my own notes");
    assert_eq!(run(&["brief", &folder, "-o", &notes, "--force"]), 0);
    assert_eq!(run(&["report", &letter, "-o", &letter, "--force"]), 2, "never over a letter");
    assert_eq!(run(&["report", &letter, "-o", &desk.path("")]), 2, "never over a folder");
    let among = scratch.path("report.html");
    assert_eq!(run(&["report", &folder, "-o", &among]), 2, "it would be read as a letter");
    assert_eq!(run(&["report", &folder, "-o", &desk.path("no/such/report.html")]), 2);
    let left: Vec<String> =
        desk.names().into_iter().chain(scratch.names()).filter(|name| name.ends_with(".tmp")).collect();
    assert!(left.is_empty(), "{left:?}");
}
