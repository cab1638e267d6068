//! Documents, pictures and projects, read again by a reader that is not ours.

use super::common::{Scratch, dossier, letters, run};
use demarche::report::{self, brief, part};
use std::collections::{BTreeMap, BTreeSet};

const HOSTILE: &str = "</w:t><script>&amp;\u{1b}\u{0}\u{fffe}]]>\" onload='x'";

fn hostile() -> Vec<(String, String)> {
    let own = |(name, text): (&str, &str)| (name.to_owned(), text.replace("the river port", HOSTILE));
    letters().into_iter().map(own).collect()
}

#[test]
fn every_part_of_a_document_is_well_formed() {
    for texts in [letters().map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec(), hostile()] {
        let document =
            brief::docx(&brief::brief(&dossier(&texts)).expect("a brief"), None).expect("a document");
        for name in [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "docProps/app.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/footnotes.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ] {
            let xml = part(&document, name).expect(name);
            assert!(roxmltree::Document::parse(&xml).is_ok(), "{name}: {xml}");
        }
    }
}

#[test]
fn every_note_of_a_document_is_referred_to_once() {
    let brief = brief::brief(&dossier(&letters())).expect("a brief");
    let document = brief::docx(&brief, None).expect("a document");
    let ids = |name: &str, element: &str| -> Vec<i64> {
        let xml = part(&document, name).expect(name);
        let xml = roxmltree::Document::parse(&xml).expect("XML");
        let own = xml.descendants().filter(|node| node.tag_name().name() == element);
        own.filter_map(|node| {
            node.attributes().find(|attribute| attribute.name() == "id")?.value().parse().ok()
        })
        .filter(|id| *id > 0)
        .collect()
    };
    let referred = ids("word/document.xml", "footnoteReference");
    assert_eq!(referred, ids("word/footnotes.xml", "footnote"));
    assert_eq!(referred.len(), brief.notes.len());
    assert!(!referred.is_empty());
}

#[test]
fn styles_of_another_document() {
    let brief = brief::brief(&dossier(&letters())).expect("a brief");
    let document = brief::docx(&brief, Some("<styles/>")).expect("a document");
    assert_eq!(part(&document, "word/styles.xml").as_deref(), Some("<styles/>"));
}

#[test]
fn pictures_are_well_formed() {
    for texts in [letters().map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec(), hostile()] {
        let picture = report::svg(&dossier(&texts)).expect("a picture");
        let xml = roxmltree::Document::parse(&picture).expect("XML");
        let names: BTreeSet<&str> = xml.descendants().map(|node| node.tag_name().name()).collect();
        assert!(!names.contains("script"), "{names:?}");
        assert!(names.contains("use"));
    }
}

/// What a program of analysis reads from a project: each selection's demand, code and words.
fn imported(project: &[u8]) -> Vec<(String, String, String)> {
    let xml = part(project, "project.qde").expect("a project");
    let xml = roxmltree::Document::parse(&xml).expect("XML");
    let of_name = |name: &'static str| xml.descendants().filter(move |node| node.tag_name().name() == name);
    let codes: BTreeMap<&str, &str> =
        of_name("Code").filter_map(|code| Some((code.attribute("guid")?, code.attribute("name")?))).collect();
    let mut read = Vec::new();
    for source in of_name("TextSource") {
        let path = source.attribute("plainTextPath").and_then(|path| path.strip_prefix("internal://"));
        let text = part(project, &format!("Sources/{}", path.expect("a path"))).expect("a text");
        assert!(!text.contains('\r'));
        for selection in source.children().filter(|node| node.tag_name().name() == "PlainTextSelection") {
            let number = |name: &str| -> usize {
                selection.attribute(name).and_then(|value| value.parse().ok()).expect("a position")
            };
            let (start, end) = (number("startPosition"), number("endPosition"));
            let words: String = text.chars().skip(start).take(end - start).collect();
            let code = selection.descendants().find_map(|node| node.attribute("targetGUID"));
            let code = code.and_then(|code| codes.get(code)).expect("a code");
            let name = selection.attribute("name").unwrap_or_default();
            read.push((name.to_owned(), (*code).to_owned(), words));
        }
    }
    read
}

#[test]
fn a_project_read_again_has_every_demand_in_its_place() {
    // Line ends of other systems, and characters of two, three and four bytes before and within the demands.
    let texts: Vec<(String, String)> = letters()
        .into_iter()
        .map(|(name, text)| {
            let text =
                text.replace("Dear Minister", "Señor Ministro – 🕊 –").replace("the river", "the “Río 🚢”");
            (name.to_owned(), text.replace('\n', "\r\n"))
        })
        .collect();
    let dossier = dossier(&texts);
    let read = imported(&report::qdpx(&dossier).expect("a project"));
    let demands: usize = dossier.report.letters.iter().map(|letter| letter.demands.len()).sum();
    assert!(demands >= 5 && read.len() >= demands);
    for (id, code, words) in &read {
        let (_, demand) = dossier.report.demand(id).expect("a demand");
        let blank = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(blank(words), demand.text);
        let thread = dossier.report.threads.iter().find(|thread| code.ends_with(&format!("({})", thread.id)));
        let own = thread.expect("a thread").occurrences.iter().flat_map(|one| &one.demands);
        assert!(own.into_iter().any(|known| known == id), "{id} under {code}");
    }
}

#[test]
fn a_project_is_the_same_every_time_and_holds_hostile_text() {
    let project = || report::qdpx(&dossier(&hostile())).expect("a project");
    assert_eq!(project(), project());
    assert!(!imported(&project()).is_empty());
}

#[test]
fn archives_are_known_as_earlier_reports() {
    let scratch = Scratch::new("archives");
    for (name, text) in letters() {
        scratch.write(name, text);
    }
    let letter = scratch.path("2019.txt");
    let (document, sheet, project) = (scratch.path("a.docx"), scratch.path("a.xlsx"), scratch.path("a.qdpx"));
    for _ in 0..2 {
        assert_eq!(run(&["brief", &letter, "--format", "docx", "-o", &document]), 0);
        assert_eq!(run(&["diff", &letter, "--format", "xlsx", "-o", &sheet]), 0);
        assert_eq!(run(&["export", &letter, "-o", &project]), 0);
    }
    assert_eq!(run(&["export", &letter]), 2, "an archive is not printed");
}
