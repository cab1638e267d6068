//! Files that are archives of parts: word processors', sheets', coding projects'.

use crate::problem::Problem;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

/// An archive of some parts, in their order; the same parts make the same bytes.
///
/// # Errors
/// When the archive cannot be made.
pub fn archive(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, Problem> {
    let broken = |error: zip::result::ZipError| Problem::new("archive", error.to_string());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).map_err(broken)?;
        writer.write_all(bytes).map_err(|error| Problem::new("archive", error.to_string()))?;
    }
    writer.finish().map(Cursor::into_inner).map_err(broken)
}

/// A part of an archive as text; none where there is no such part.
pub fn part(archive: &[u8], name: &str) -> Option<String> {
    /// Larger parts are not read: a few bytes of an archive can stand for gigabytes.
    const LARGEST: u64 = 16 << 20;
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).ok()?;
    let part = archive.by_name(name).ok()?;
    let mut text = String::new();
    part.take(LARGEST).read_to_string(&mut text).ok()?;
    Some(text)
}
