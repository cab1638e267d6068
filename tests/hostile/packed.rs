//! DOCX, ODT and XLSX: bombs, names that lead elsewhere, XML that grows, changes that are tracked.

use crate::case::{ASK, Case};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// Packs parts; stored parts keep their bytes as they are.
pub fn packed(parts: &[(&str, &[u8])], stored: bool) -> Vec<u8> {
    let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX file with a body.
fn docx(body: &str) -> Vec<u8> {
    docx_of(&document(body))
}

fn docx_of(document: &str) -> Vec<u8> {
    packed(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", document.as_bytes())], false)
}

fn document(body: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn odt(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");
    packed(&[&[kind], parts].concat(), false)
}

fn replaced(bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes;
    let mut at = 0;
    while let Some(found) = out[at..].windows(from.len()).position(|window| window == from) {
        out[at + found..at + found + to.len()].copy_from_slice(to);
        at += found + to.len();
    }
    out
}

pub fn cases() -> Vec<Case> {
    let ask = paragraph(ASK);
    let mut cases = xml(&ask);
    cases.extend(containers(&ask));
    cases.extend(documents(&ask));
    cases
}

fn xml(ask: &str) -> Vec<Case> {
    let entities: String =
        (1..10).map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10))).collect();
    let laughs = format!(r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>"#);
    let outside = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#;
    let with_type = |head: &str, entity: &str| {
        docx_of(&format!("{head}<w:document><w:body>{}</w:body></w:document>", paragraph(entity)))
    };
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"1\"")).collect();
    let spaces: String = (0..50_000).map(|n| format!(" xmlns:a{n}=\"u{n}\"")).collect();
    let wide: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(document(ask).replace("?>", " encoding=\"UTF-16\"?>").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let tables =
        |n: usize| format!("{}{ask}{}", "<w:tbl><w:tr><w:tc>".repeat(n), "</w:tc></w:tr></w:tbl>".repeat(n));
    vec![
        Case::new("D1 billion laughs", "a.docx", with_type(&laughs, "&a9;")).fails("document type"),
        Case::new("D1 entity from outside", "a.docx", with_type(outside, "&e;")).fails("document type"),
        Case::new("D1 entity without a type", "a.docx", docx(&format!("{}{ask}", paragraph("&e;"))))
            .demands(1),
        Case::new("D4 deep XML", "a.docx", docx(&format!("{}{}", "<w:x>".repeat(100_000), ask)))
            .fails("limit xml-depth"),
        Case::new("D4 deep tables", "a.docx", docx(&tables(1_000))).fails("limit xml-depth"),
        Case::new("D4 tables in tables", "a.docx", docx(&tables(60))).demands(1),
        Case::new("D4 many attributes", "a.docx", docx(&format!("<w:p{attributes}/>{ask}"))).demands(1),
        Case::new("D4 many name spaces", "a.docx", docx(&format!("<w:p{spaces}/>{ask}"))).demands(1),
        Case::new(
            "D8 UTF-16",
            "a.docx",
            packed(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", &wide)], false),
        )
        .demands(1),
        Case::new("D8 broken XML", "a.docx", docx(&format!("{ask}</w:q>"))).fails("broken XML"),
        Case::new(
            "D8 control references",
            "a.docx",
            docx(&format!("{}{ask}", paragraph("&#27;[31m&#x9b;1m&#0;&#xd800;"))),
        )
        .demands(1),
    ]
}

fn containers(ask: &str) -> Vec<Case> {
    let whole = docx(ask);
    let half = whole[..whole.len() / 2].to_vec();
    let bomb = document(&format!("{}{ask}", " ".repeat(20 << 20)));
    let names: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("../../evil.txt", b"x"),
        ("/tmp/evil.txt", b"x"),
        ("C:\\evil.txt", b"x"),
        ("word/document.xml", &document(ask).into_bytes()),
    ];
    let twice = packed(
        &[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("word/document.xml", document(ask).as_bytes()),
            ("word/documenu.xml", document("").as_bytes()),
        ],
        true,
    );
    let stored = packed(
        &[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", document(ask).as_bytes())],
        true,
    );
    let many: Vec<String> = (0..10_100).map(|n| format!("x{n}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let external = r#"<Relationships><Relationship Id="r" Type="t/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>"#;
    vec![
        Case::new("D2 a bomb", "a.docx", docx_of(&bomb)).fails("limit unpacked-ratio"),
        Case::new("D2 over a limit that was set", "a.docx", docx(ask))
            .with(&["--limit", "unpacked-bytes=100"])
            .fails("limit unpacked-bytes"),
        Case::new("D2 many parts", "a.docx", packed(&many, true)).fails("limit archive-entries"),
        Case::new("D3 names that lead elsewhere", "a.docx", packed(&names, false)).demands(1),
        Case::new("D5 one name twice", "a.docx", replaced(twice, b"documenu", b"document"))
            .fails("two parts"),
        Case::new("D5 a wrong sum", "a.docx", replaced(stored, b"We urge", b"We purg")).fails("damaged"),
        Case::new(
            "D5 no text part",
            "a.docx",
            packed(&[("[Content_Types].xml", TYPES.as_bytes()), ("_rels/.rels", b"<x/>")], false),
        )
        .fails("missing"),
        Case::new("D5 cut off", "a.docx", half).fails("damaged"),
        Case::new("D5 no parts", "a.docx", &b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"[..])
            .fails("ZIP"),
        Case::new("D5 a ZIP of other things", "a.zip", packed(&[("a.txt", b"We urge you to act.")], false))
            .fails("ZIP"),
        Case::new(
            "D6 an old Word file",
            "a.doc",
            [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat(),
        )
        .fails("old Word file"),
        Case::new(
            "D7 a template from outside",
            "a.docx",
            packed(
                &[
                    ("[Content_Types].xml", TYPES.as_bytes()),
                    ("word/document.xml", document(ask).as_bytes()),
                    ("word/_rels/settings.xml.rels", external.as_bytes()),
                ],
                false,
            ),
        )
        .demands(1),
        Case::new("D21 a DOCX file called text", "a.txt", docx(ask)).demands(1),
    ]
}

fn documents(ask: &str) -> Vec<Case> {
    let changed = format!(
        "<w:p><w:r><w:t>We urge you to release </w:t></w:r><w:del><w:r><w:delText>nobody</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>all prisoners.</w:t></w:r></w:ins></w:p><w:del>{}</w:del>",
        paragraph("We urge you to pay.")
    );
    let hidden =
        format!("{ask}<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>We urge you to pay.</w:t></w:r></w:p>");
    let content = |body: &str| {
        format!(
            "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
    };
    let deleted = content(&format!(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>We urge you to pay.</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>{ASK}</text:p>"
    ));
    let repeated = content(&format!(
        "<table:table><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell table:number-columns-repeated=\"2000000000\"><text:p>{ASK}</text:p></table:table-cell></table:table-row></table:table>"
    ));
    let lists = content(&format!(
        "{}<text:p>{ASK}</text:p>{}",
        "<text:list><text:list-item>".repeat(100),
        "</text:list-item></text:list>".repeat(100)
    ));
    let locked = b"<manifest><encryption-data/></manifest>";
    let sheet = |rows: &str| {
        packed(
            &[
                ("[Content_Types].xml", b"<Types/>"),
                ("xl/workbook.xml", b"<x/>"),
                (
                    "xl/worksheets/sheet1.xml",
                    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(),
                ),
            ],
            false,
        )
    };
    let cell =
        |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head = format!("<row>{}{}</row>", cell("A1", "Demand"), cell("B1", "Date"));
    let far: String = (0..400).map(|_| format!("<row>{}</row>", cell("XFD2", "x"))).collect();
    vec![
        Case::new("D7 tracked changes", "a.docx", docx(&changed)).demands(1).warns("tracked changes"),
        Case::new("D7 hidden text", "a.docx", docx(&hidden)).demands(1).warns("hidden text"),
        Case::new("D7 deletions of ODT", "a.odt", odt(&[("content.xml", deleted.as_bytes())]))
            .demands(1)
            .warns("tracked changes"),
        Case::new("D13 repeated cells", "a.odt", odt(&[("content.xml", repeated.as_bytes())])).demands(1),
        Case::new("D4 deep lists of ODT", "a.odt", odt(&[("content.xml", lists.as_bytes())])).demands(1),
        Case::new(
            "D6 ODT with a password",
            "a.odt",
            odt(&[("META-INF/manifest.xml", locked), ("content.xml", b"\x12\x34")]),
        )
        .fails("password"),
        Case::new("D13 far cells", "a.xlsx", sheet(&format!("{head}{far}"))).fails("limit sheet-cells"),
        Case::new(
            "C1 formulas",
            "a.xlsx",
            sheet(&format!(
                "{head}<row>{}{}</row>",
                cell("A2", "=HYPERLINK(1) release them"),
                cell("B2", "2020")
            )),
        )
        .demands(1),
        Case::new("D1 a type in a sheet", "a.xlsx", sheet("<!DOCTYPE x><row/>")).fails("document type"),
        Case::new(
            "C1 formulas of CSV",
            "a.csv",
            "Demand,Date\n=1+1 release them,2020\n\"@SUM(A1) pay them\",2020\n",
        )
        .demands(2),
        Case::new("C1 no column of demands", "a.csv", "Name,Date\nx,2020\n")
            .with(&["--columns", "text=Wording"])
            .fails("no column Wording"),
        Case::new("C1 a quotation without an end", "a.csv", "Demand,Date\n\"release them,2020\npay,2020\n")
            .demands(1),
    ]
}
