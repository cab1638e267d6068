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
        for (line, row) in (1_u32..).zip(&sheet.rows) {
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
                    Cell::Flag(flag) => worksheet.write_boolean_with_format(line, at, *flag, &number)?,
                };
            }
        }
        worksheet.set_freeze_panes(1, 0)?;
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        worksheet.autofilter(0, 0, last_row, last_column)?;
    }
    workbook.save_to_buffer()
}

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
