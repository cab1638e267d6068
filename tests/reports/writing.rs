//! Files that are written over: an earlier report of ours in any shape, and nothing else.

use super::common::{Scratch, letters, run};

/// Every way in which a report is written to a file, with the file's ending.
const WAYS: [(&str, &[&str]); 28] = [
    ("html", &["report"]),
    ("md", &["brief"]),
    ("html", &["brief", "--format", "html"]),
    ("docx", &["brief", "--format", "docx"]),
    ("svg", &["plot"]),
    ("png", &["plot"]),
    ("qdpx", &["export"]),
    ("xlsx", &["diff", "--format", "xlsx"]),
    ("json", &["diff", "--format", "json"]),
    ("json", &["diff", "--format", "json", "--only", "new"]),
    ("csv", &["diff", "--format", "csv"]),
    ("csv", &["diff", "--format", "csv", "--since", "2023"]),
    ("csv", &["diff", "--format", "csv", "--table", "demands"]),
    ("csv", &["diff", "--format", "csv", "--table", "matrix"]),
    ("csv", &["diff", "--format", "csv", "--table", "signatories"]),
    ("text", &["diff"]),
    ("text", &["diff", "--only", "new"]),
    ("text", &["diff", "--only", "split"]),
    ("text", &["diff", "--since", "2023"]),
    ("text", &["diff", "--since", "2050"]),
    ("text", &["diff", "--summary"]),
    ("text", &["diff", "--stat"]),
    ("text", &["diff", "--track", "all"]),
    ("text", &["diff", "--track", "fishermen"]),
    ("text", &["diff", "--side-by-side"]),
    ("text", &["diff", "--baseline", "2019", "--show-uncertain"]),
    ("text", &["diff", "--by", "letter"]),
    ("text", &["diff", "--from", "2019", "--to", "2023", "--context", "1"]),
];

#[test]
fn an_earlier_report_of_any_shape_is_written_over() {
    let (folder, desk) = (Scratch::new("shapes"), Scratch::new("shapes-desk"));
    for (name, text) in letters() {
        folder.write(name, text);
    }
    let letters = folder.path("");
    for (at, (ending, arguments)) in WAYS.into_iter().enumerate() {
        if ending == "png" && !cfg!(feature = "png") {
            continue;
        }
        let file = desk.path(&format!("{at}.{ending}"));
        let way = [arguments, &[&letters, "-o", &file]].concat();
        assert_eq!(run(&way), 0, "{way:?}");
        let first = std::fs::read(&file).expect("a report");
        assert_eq!(run(&way), 0, "again: {way:?}");
        assert_eq!(std::fs::read(&file).expect("a report"), first, "{way:?}");
    }
}

#[test]
fn a_brief_by_a_template_of_ones_own_is_known_again() {
    let (folder, desk) = (Scratch::new("own"), Scratch::new("own-desk"));
    for (name, text) in letters() {
        folder.write(name, text);
    }
    for (format, template) in [("md", "# {{ title }}\n"), ("html", "<!DOCTYPE html><p>{{ title }}</p>\n")] {
        let template = desk.write("template.txt", template);
        let file = desk.path(&format!("brief.{format}"));
        let letters = folder.path("");
        let way = ["brief", &letters, "--format", format, "--template", &template, "-o", &file];
        assert_eq!(run(&way), 0);
        assert_eq!(run(&way), 0, "{format}");
        assert_eq!(run(&["report", &letters, "-o", &template]), 2, "a template is no report");
    }
}

#[test]
fn a_text_that_quotes_a_report_is_none() {
    let (folder, desk) = (Scratch::new("quoting"), Scratch::new("quoting-desk"));
    for (name, text) in letters() {
        folder.write(name, text);
    }
    let report = desk.path("short.text");
    assert_eq!(run(&["diff", &folder.path(""), "--summary", "-o", &report]), 0);
    let quoted = format!("{}{}\nMy own conclusions.\n", "My notes.\n".repeat(500), desk.read("short.text"));
    let notes = desk.write("notes.text", &quoted);
    assert_eq!(run(&["diff", &folder.path(""), "--summary", "-o", &notes]), 2);
    assert_eq!(desk.read("notes.text"), quoted);
}
