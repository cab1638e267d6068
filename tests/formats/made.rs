//! A made-up letter as offices, browsers, web sites and mail programs set letters: boxes and tables that lay out the
//! page, tracked changes, two columns, a board's names down the margin, share bars, forwarded mail.

use super::said;

fn file(name: &str) -> (String, Vec<String>) {
    said(format!("tests/formats/made/{name}").into())
}

#[test]
fn every_setting_says_the_same() {
    let text = file("tenants.txt");
    assert_eq!(text.1.len(), 8);
    let settings = [
        "columns.pdf",
        "drupal.html",
        "layout.docx",
        "layout.odt",
        "layout.pdf",
        "layout.rtf",
        "mail-answered.eml",
        "mail-both.eml",
        "mail-forwarded.eml",
        "mail-html.eml",
        "print-symbol.pdf",
        "print.pdf",
        "senate.html",
        "sidebar.pdf",
        "tables.html",
        "tracked.docx",
        "tracked.odt",
        "tracked.rtf",
        "wordpress.html",
    ];
    for name in settings {
        assert_eq!(file(name), text, "{name}");
    }
}

#[test]
fn an_attached_letter_is_a_letter_of_its_own() {
    let read = |name: &str| {
        let path = format!("tests/formats/made/{name}");
        let (corpus, problems) = demarche::corpus::Corpus::read(&[path.into()], &Default::default());
        assert_eq!(problems, []);
        corpus.records
    };
    let records = read("mail-attached.eml");
    let [cover, letter] = records.as_slice() else { panic!("two letters, not {}", records.len()) };
    assert_eq!((cover.id.as_str(), cover.demands.len()), ("mail-attached", 0));
    assert_eq!((letter.id.as_str(), letter.demands.len()), ("mail-attached/letter", 8));
}
