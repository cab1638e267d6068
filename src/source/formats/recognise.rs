//! What a file is, by its content: its name may say anything.

use super::{Format, Input, archive::Archive, html, mail, sheet};
use crate::problem::Problem;

/// Signatures of files that are no letters, with what they are and what to do.
const REFUSED: [(&[u8], &str, &str); 14] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file (.doc), or one protected by a password", SAVE),
    (b"\x89PNG", "a picture (PNG)", SCAN),
    (b"\xff\xd8\xff", "a picture (JPEG)", SCAN),
    (b"GIF8", "a picture (GIF)", SCAN),
    (b"II*\0", "a picture (TIFF)", SCAN),
    (b"MM\0*", "a picture (TIFF)", SCAN),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
    (b"\x1f\x8b", "a packed file (gzip)", UNPACK),
    (b"BZh", "a packed file (bzip2)", UNPACK),
    (b"\xfd7zXZ", "a packed file (xz)", UNPACK),
    (b"7z\xbc\xaf", "a packed file (7z)", UNPACK),
    (b"Rar!", "a packed file (RAR)", UNPACK),
    (b"SQLite format 3", "a database", ""),
];
const SAVE: &str = "open it and save it as .docx, without a password";
const SCAN: &str = "recognise its text first (OCR), then read that";
const UNPACK: &str = "unpack it and name the files inside";

/// The format of a file.
///
/// # Errors
/// Names the format when it is not one that is read.
pub fn format(input: &Input) -> Result<Format, Problem> {
    let bytes = input.bytes;
    for (signature, what, hint) in REFUSED {
        if bytes.starts_with(signature) {
            let problem = Problem::new(input.place, format!("this is {what}, not a letter that can be read"));
            return Err(if hint.is_empty() { problem } else { problem.hint(hint) });
        }
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(input);
    }
    if bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if bytes.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return Ok(Format::Pdf);
    }
    let head = head(bytes);
    if html::is_page(&head) {
        return Ok(Format::Html);
    }
    if mail::is_mail(&head) {
        return Ok(Format::Email);
    }
    if head.trim_start().starts_with("<?xml") {
        return Err(Problem::new(input.place, "this is XML, but not of a format that can be read")
            .hint("export it as .docx, .html or .txt"));
    }
    if sheet::is_sheet(&head, &input.options.columns) {
        return Ok(Format::Csv);
    }
    Ok(Format::Text)
}

/// What office programs pack.
fn packed(input: &Input) -> Result<Format, Problem> {
    let mut archive = Archive::open(input)?;
    if archive.has("word/document.xml") || archive.has("_rels/.rels") && archive.has("[Content_Types].xml") {
        let types = archive.part("[Content_Types].xml")?.unwrap_or_default();
        let types = String::from_utf8_lossy(&types);
        if archive.has("word/document.xml") || types.contains("wordprocessingml.document") {
            return Ok(Format::Docx);
        }
    }
    let kind = archive.part("mimetype")?.unwrap_or_default();
    if kind.starts_with(b"application/vnd.oasis.opendocument.text") {
        return Ok(Format::Odt);
    }
    if archive.has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    Err(Problem::new(input.place, "this is a packed file (ZIP) that holds no letter")
        .hint("unpack it and name the files inside"))
}

/// The beginning of a text, as far as its format depends on it; letters of other encodings than UTF-8 do not
/// matter here.
fn head(bytes: &[u8]) -> String {
    const LENGTH: usize = 4096;
    let bytes = &bytes[..bytes.len().min(LENGTH)];
    let wide = |mark: &[u8], encoding: &'static encoding_rs::Encoding| {
        bytes.starts_with(mark).then(|| encoding.decode(bytes).0.into_owned())
    };
    wide(b"\xff\xfe", encoding_rs::UTF_16LE)
        .or_else(|| wide(b"\xfe\xff", encoding_rs::UTF_16BE))
        .unwrap_or_else(|| String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned())
}
