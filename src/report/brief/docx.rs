//! The brief for a word processor: headings, lists, a table, and native footnotes.

use super::model::{Brief, Piece, Section, Table};
use crate::problem::Problem;
use crate::report::archive::archive;
use crate::report::escape::markup;
use std::fmt::Write;

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The brief as a document; `styles` are those of a document of the user's.
///
/// # Errors
/// When the archive cannot be made.
///
/// ```
/// use demarche::corpus::{Corpus, Options};
/// use demarche::lineage::Pairs;
/// use demarche::report::{Dossier, brief};
/// let (corpus, _) = Corpus::read(&["letters".into()], &Options::default());
/// let document = brief::docx(&brief::brief(&Dossier::of(corpus, &Pairs::default(), "letters"))?, None)?;
/// assert!(document.starts_with(b"PK"));
/// # Ok::<(), demarche::Problem>(())
/// ```
pub fn docx(brief: &Brief, styles: Option<&str>) -> Result<Vec<u8>, Problem> {
    archive(&[
        ("[Content_Types].xml", include_bytes!("templates/docx/content_types.xml")),
        ("_rels/.rels", include_bytes!("templates/docx/rels.xml")),
        ("docProps/core.xml", core(brief).as_bytes()),
        ("docProps/app.xml", app(brief).as_bytes()),
        ("word/_rels/document.xml.rels", include_bytes!("templates/docx/document_rels.xml")),
        ("word/document.xml", body(brief).as_bytes()),
        ("word/footnotes.xml", footnotes(brief).as_bytes()),
        ("word/numbering.xml", include_bytes!("templates/docx/numbering.xml")),
        ("word/settings.xml", include_bytes!("templates/docx/settings.xml")),
        ("word/styles.xml", styles.unwrap_or(include_str!("templates/docx/styles.xml")).as_bytes()),
    ])
}

fn core(brief: &Brief) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:description>Made by demarche {}</dc:description></cp:coreProperties>",
        markup(&brief.title),
        brief.version
    )
}

fn app(brief: &Brief) -> String {
    format!(
        "{DECLARATION}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Made by demarche {}</Application></Properties>",
        brief.version
    )
}

/// Words in a run; `look` holds the run's properties.
fn run(text: &str, look: &str) -> String {
    let look = if look.is_empty() { String::new() } else { format!("<w:rPr>{look}</w:rPr>") };
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", markup(text))
}

fn paragraph(style: &str, content: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{content}</w:p>")
}

fn item(content: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>\
         </w:pPr>{content}</w:p>"
    )
}

fn body(brief: &Brief) -> String {
    let mut body = paragraph("Title", &run(&brief.title, ""));
    body.push_str(&paragraph("Normal", &run(&brief.headline, "")));
    brief.sections.iter().for_each(|one| section(one, &mut body));
    body.push_str(&paragraph("Heading1", &run("Demands by edition", "")));
    for one in &brief.tables {
        if let Some(series) = &one.series {
            body.push_str(&paragraph("Heading2", &run(series, "")));
        }
        body.push_str(&table(one));
    }
    let legend: Vec<String> =
        brief.legend.iter().map(|sign| format!("{} {}", sign.sign, sign.words)).collect();
    body.push_str(&paragraph("Lead", &run(&legend.join(" · "), "")));
    brief.closing.iter().for_each(|one| section(one, &mut body));
    body.push_str(&paragraph("Heading1", &run("Method", "")));
    body.push_str(&paragraph("Lead", &run(&brief.method, "")));
    format!(
        "{DECLARATION}<w:document {NAMESPACES}><w:body>{body}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"850\" w:right=\"1021\" w:bottom=\"850\" w:left=\"1021\" w:header=\"567\" \
         w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn section(section: &Section, body: &mut String) {
    body.push_str(&paragraph("Heading1", &run(&section.title, "")));
    body.push_str(&paragraph("Lead", &run(&section.lead, "")));
    for group in &section.groups {
        if !group.title.is_empty() {
            body.push_str(&paragraph("Heading2", &run(&group.title, "")));
        }
        for pieces in &group.items {
            body.push_str(&item(&pieces.iter().map(piece).collect::<String>()));
        }
    }
    if section.more > 0 {
        let words = format!("{} more are in the full report.", section.more);
        body.push_str(&paragraph("Lead", &run(&words, "")));
    }
}

fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Text { text } => run(text, ""),
        Piece::Strong { text } => run(text, "<w:b/>"),
        Piece::Quote { text, note } => {
            let mut quote = run(&format!("“{text}”"), "");
            if let Some(note) = note {
                // Writing to a string cannot fail.
                let _ = write!(
                    quote,
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/><w:vertAlign w:val=\"superscript\"/></w:rPr>\
                     <w:footnoteReference w:id=\"{note}\"/></w:r>"
                );
            }
            quote
        }
    }
}

/// Widths in twentieths of a point; the page has 9638 between its margins.
const PAGE: usize = 9638;
const COLUMN: usize = 850;

fn table(table: &Table) -> String {
    let column = COLUMN.min(PAGE * 3 / 5 / table.columns.len().max(1));
    let first = PAGE - column * table.columns.len();
    let cell = |width: usize, style: &str, text: &str| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            paragraph(style, &run(text, ""))
        )
    };
    let mut rows = format!(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}{}</w:tr>",
        cell(first, "TableHead", "Demand"),
        table.columns.iter().map(|name| cell(column, "TableHeadSign", name)).collect::<String>()
    );
    for row in &table.rows {
        let signs: String = row.cells.iter().map(|sign| cell(column, "TableSign", sign.sign)).collect();
        // Writing to a string cannot fail.
        let _ = write!(
            rows,
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{signs}</w:tr>",
            cell(first, "TableText", &row.label)
        );
    }
    let grid: String = table.columns.iter().map(|_| format!("<w:gridCol w:w=\"{column}\"/>")).collect();
    let line =
        |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BBB7AE\"/>");
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{PAGE}\" w:type=\"dxa\"/><w:tblBorders>{}{}{}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"{first}\"/>{grid}</w:tblGrid>\
         {rows}</w:tbl>",
        line("top"),
        line("bottom"),
        line("insideH")
    )
}

fn footnotes(brief: &Brief) -> String {
    let mut notes = String::new();
    for (id, kind, mark) in
        [(-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator")]
    {
        // Writing to a string cannot fail.
        let _ = write!(
            notes,
            "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>"
        );
    }
    for note in &brief.notes {
        let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/><w:vertAlign w:val=\"superscript\"/></w:rPr>\
                    <w:footnoteRef/></w:r>";
        let words = run(&format!(" {}", note.line()), "");
        // Writing to a string cannot fail.
        let _ = write!(
            notes,
            "<w:footnote w:id=\"{}\">{}</w:footnote>",
            note.number,
            paragraph("FootnoteText", &format!("{mark}{words}"))
        );
    }
    format!("{DECLARATION}<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")
}
