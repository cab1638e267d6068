//! PDF with a text layer: characters at places become lines, columns, paragraphs, lists and notes.
//!
//! Reading runs in a worker process where there is one (see [`worker`]): the library that decodes PDF may loop,
//! run out of memory or abort on files that mean harm, and none of these can be caught in the same process.

mod chars;
mod columns;
mod furniture;
mod glyphs;
mod layout;
mod lines;
mod measures;
mod paragraphs;
mod widths;
pub mod worker;

use super::Input;
use super::draft::{Draft, Extracted};
use crate::problem::Problem;
use crate::source::{Limit, Limits};
use chars::Collector;
use pdf_extract::Document;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a PDF, in a worker process where the options name one.
///
/// # Errors
/// When it is damaged, protected, holds no text, or goes beyond a limit.
pub fn read(input: &Input) -> Result<Extracted, Problem> {
    match &input.options.worker {
        Some(program) => worker::ask(program, input),
        None => here(input.bytes, &input.options.limits, input.place),
    }
}

/// Reads a PDF in this process.
///
/// # Errors
/// As [`read`].
pub fn here(bytes: &[u8], limits: &Limits, place: &str) -> Result<Extracted, Problem> {
    let damaged = |reason: String| {
        Problem::new(place, format!("damaged: this PDF cannot be read ({reason})"))
            .hint("open it in a viewer and print it to a new PDF")
    };
    let locked = || {
        Problem::new(place, "protected by a password").hint("open it in a viewer and print it to a new PDF")
    };
    // What stands before the head is no part of the file.
    let start = bytes.windows(5).take(1024).position(|window| window == b"%PDF-").unwrap_or(0);
    let mut document = Document::load_mem(&bytes[start..]).map_err(|error| damaged(error.to_string()))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(locked());
    }
    widths::write_out(&mut document);
    let pages = document.get_pages();
    limits.check(Limit::PdfPages, pages.len(), place)?;
    let numbers: Vec<u32> = pages.keys().copied().collect();
    if numbers.is_empty() && bytes.windows(8).any(|window| window == b"/Encrypt") {
        return Err(locked());
    }
    if numbers.is_empty() {
        return Err(damaged("it has no pages".to_owned()));
    }
    // Where pages lie in a circle, one comes again and again.
    let mut seen = std::collections::BTreeSet::new();
    let again: std::collections::BTreeSet<u32> =
        pages.iter().filter(|(_, object)| !seen.insert(**object)).map(|(number, _)| *number).collect();
    let mut collector = Collector::default();
    collector.again = again;
    let unread = collect(&document, &numbers, &mut collector);
    let empty = collector.pages.iter().filter(|page| page.lines.is_empty()).count();
    if collector.pages.iter().all(|page| page.lines.is_empty()) {
        return Err(match unread.first() {
            Some((_, reason)) => damaged(reason.clone()),
            None => Problem::new(place, "no text layer: its pages are pictures (a scan?)")
                .hint("recognise its text first (OCR), for example with ocrmypdf, then read that"),
        });
    }
    let mut draft = Draft::default();
    let read = layout::pieces(collector.pages);
    draft.page(1);
    draft.write(&read.pieces);
    let mut extracted = draft.finish();
    for (page, reason) in unread {
        extracted.warnings.push(format!("page {page} cannot be read ({reason})"));
    }
    if !collector.again.is_empty() {
        extracted.warnings.push(format!("{} pages come again; each is read once", collector.again.len()));
    }
    if empty > 0 {
        extracted.warnings.push(format!("{empty} of {} pages hold no text (pictures?)", numbers.len()));
    }
    if read.furniture > 0 {
        extracted.warnings.push(format!("{} lines of page heads and feet left out", read.furniture));
    }
    if collector.turned > 0 {
        extracted.warnings.push(format!("{} turned characters left out (a stamp?)", collector.turned));
    }
    Ok(extracted)
}

/// Reads all pages at once, and those behind a damaged one by themselves. Returns what could not be read.
fn collect(document: &Document, numbers: &[u32], collector: &mut Collector) -> Vec<(u32, String)> {
    let mut unread = Vec::new();
    let mut outcome = attempt(|| pdf_extract::output_doc(document, collector));
    while let Err(reason) = outcome {
        // The page under way is the one that broke.
        let broken = collector.abandon();
        let at = numbers.iter().position(|number| *number == broken).unwrap_or(collector.pages.len());
        unread.push((broken.max(1), reason));
        let Some(rest) = numbers.get(at + 1..).filter(|rest| !rest.is_empty()) else { break };
        // Many broken pages are a broken file.
        if unread.len() > 20 {
            break;
        }
        outcome = rest.iter().try_for_each(|number| {
            collector.expect(*number);
            attempt(|| pdf_extract::output_doc_page(document, collector, *number))
        });
    }
    unread
}

fn attempt(step: impl FnOnce() -> Result<(), pdf_extract::OutputError>) -> Result<(), String> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("its description of the page is not as it must be".to_owned()),
    }
}
