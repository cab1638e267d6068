//! Dates as sheets hold them.

/// The months by their first three letters.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date into `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; where day and month cannot be told apart, there is none.
pub fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    // The time of day does not matter.
    let text = text.split(['T']).next().filter(|day| day.len() == 10 && day.contains('-')).unwrap_or(text);
    let fields: Vec<&str> =
        text.split([' ', ',', '-', '/', '.']).filter(|field| !field.is_empty()).take(4).collect();
    let number = |field: &&str| field.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u16>().ok();
    let month = |field: &str| {
        let start = field.get(..3)?.to_lowercase();
        let at = MONTHS.iter().position(|month| *month == start)?;
        u16::try_from(at + 1).ok()
    };
    let is_year = |field: &&str| field.len() == 4 && field.bytes().all(|byte| byte.is_ascii_digit());
    match fields.as_slice() {
        [year] if is_year(year) => Some((*year).to_owned()),
        [year, m] if is_year(year) => written(number(year)?, Some(number(m)?), None),
        [name, year] if is_year(year) => written(number(year)?, Some(month(name)?), None),
        [year, m, day, ..] if is_year(year) => written(number(year)?, Some(number(m)?), number(day)),
        [a, b, year, ..] if is_year(year) => {
            let year = number(year)?;
            match (month(a), month(b)) {
                (Some(month), _) => written(year, Some(month), number(b)),
                (_, Some(month)) => written(year, Some(month), number(a)),
                _ => {
                    let (a, b) = (number(a)?, number(b)?);
                    match (a > 12, b > 12) {
                        (true, false) => written(year, Some(b), Some(a)),
                        (false, true) => written(year, Some(a), Some(b)),
                        _ if a == b => written(year, Some(a), Some(b)),
                        // 04/05/2020 is two days; the year at least is certain.
                        _ => Some(year.to_string()),
                    }
                }
            }
        }
        _ => None,
    }
}

fn written(year: u16, month: Option<u16>, day: Option<u16>) -> Option<String> {
    let month = month.filter(|month| (1..=12).contains(month))?;
    match day {
        None => Some(format!("{year:04}-{month:02}")),
        Some(day) => (1..=31).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}")),
    }
}

/// The date of a number of days as spreadsheets count them, from the end of 1899.
pub fn of_serial(days: i64) -> Option<String> {
    let start = jiff::civil::date(1899, 12, 30);
    let days = i32::try_from(days).ok().filter(|days| (1..200_000).contains(days))?;
    start.checked_add(jiff::Span::new().days(days)).ok().map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them_in_sheets() {
        for (text, date) in [
            ("2020", "2020"),
            ("2020-05", "2020-05"),
            ("2020-05-12T00:00:00", "2020-05-12"),
            ("May 12, 2020", "2020-05-12"),
            ("12th May 2020", "2020-05-12"),
            ("May 2020", "2020-05"),
            ("31/12/2020", "2020-12-31"),
            ("04/05/2020", "2020"),
        ] {
            assert_eq!(parse(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(parse("soon"), None);
        assert_eq!(of_serial(43_963).as_deref(), Some("2020-05-12"));
    }
}
