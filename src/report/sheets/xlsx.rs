//! Tables as a workbook.

use super::{Cell, Sheet};
use crate::problem::Problem;
use crate::report::escape::visible;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

/// A cell holds this many UTF-16 units at most.
const LONGEST: usize = 32_767;

/// Tables as sheets of a workbook: typed cells, the head row fixed, filters on. Text is written as text, never as a
/// formula or a link.
///
/// # Errors
/// When there are more rows or columns than a sheet holds.
pub fn xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, Problem> {
    workbook(sheets).map_err(|error| Problem::new("workbook", error.to_string()))
}

fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date: the same report makes the same bytes.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let comment = format!("Made by demarche {}", env!("CARGO_PKG_VERSION"));
    workbook.set_properties(&DocProperties::new().set_comment(comment).set_creation_datetime(&date));
    let head = Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00F0_EEE8));
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let number = Format::new().set_align(FormatAlign::Top);
    let fraction = Format::new().set_align(FormatAlign::Top).set_num_format("0.00");
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name)?;
        for (at, (name, width)) in (0_u16..).zip(&sheet.columns) {
            worksheet.write_string_with_format(0, at, within(name), &head)?;
            worksheet.set_column_width(at, f64::from(*width))?;
        }
        worksheet
            .set_row_height(0, height(sheet.columns.iter().map(|(name, width)| (name.as_str(), *width))))?;
        for (line, row) in (1_u32..).zip(&sheet.rows) {
            let texts = row.iter().zip(&sheet.columns).filter_map(|(cell, (_, width))| match cell {
                Cell::Text(words) => Some((words.as_str(), *width)),
                _ => None,
            });
            worksheet.set_row_height(line, height(texts))?;
            for (at, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => continue,
                    Cell::Text(words) => {
                        worksheet.write_string_with_format(line, at, within(words), &text)?
                    }
                    Cell::Number(value) if value.fract() == 0.0 => {
                        worksheet.write_number_with_format(line, at, *value, &number)?
                    }
                    Cell::Number(value) => worksheet.write_number_with_format(line, at, *value, &fraction)?,
                    Cell::Flag(flag) => worksheet.write_boolean_with_format(line, at, *flag, &text)?,
                };
            }
        }
        worksheet.set_freeze_panes(1, 0)?;
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        worksheet.autofilter(0, 0, last_row, last_column)?;
        // On paper: the long side, the head on every sheet, as many columns side by side as can be read.
        worksheet.set_landscape().set_repeat_rows(0, 0)?;
        let width: u32 = sheet.columns.iter().map(|(_, width)| u32::from(*width)).sum();
        worksheet.set_print_fit_to_pages(u16::try_from(width.div_ceil(PAPER)).unwrap_or(u16::MAX), 0);
    }
    workbook.save_to_buffer()
}

/// The height of a row in points, so that every line of its texts is seen. Some programs do not look for it themselves
/// when they open a workbook, and draw the lines of one row over those of the next.
fn height<'t>(texts: impl Iterator<Item = (&'t str, u8)>) -> f64 {
    // Letters of a proportional face are narrower than the digits that a column's width counts; capitals are not.
    let lines = texts.map(|(text, width)| textwrap::wrap(text, usize::from(width.max(1))).len());
    let lines = u32::try_from(lines.max().unwrap_or(1)).unwrap_or(u32::MAX);
    (f64::from(lines) * LINE).clamp(LINE, TALLEST)
}

/// Points of one line of text.
const LINE: f64 = 15.0;

/// The tallest a row may be.
const TALLEST: f64 = 409.0;

/// Columns of characters that can be read on one sheet of paper.
const PAPER: u32 = 200;

/// Text that fits a cell; what does not is cut with a sign that says so.
fn within(text: &str) -> String {
    let text = visible(text);
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let mut left = LONGEST - 2;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= left;
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    cut.push('…');
    cut
}
