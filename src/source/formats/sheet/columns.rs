//! Which columns of a sheet hold what, by the names in its first row or as the user says.

/// What a column may hold.
const FIELDS: [&str; 4] = ["text", "date", "sender", "addressee"];

/// Names that columns have, field by field.
const NAMES: [&[&str]; 4] = [
    &["text", "demand", "demands", "ask", "asks", "recommendation", "recommendations", "request", "wording"],
    &["date", "year", "date of adoption", "adopted", "sent"],
    &[
        "sender",
        "from",
        "author",
        "organisation",
        "organization",
        "recommending state",
        "recommending state/entity",
        "recommending body",
        "source",
        "submitted by",
    ],
    &["addressee", "recipient", "to", "state under review", "reviewed state", "directed to", "addressed to"],
];

/// Columns as the user names them: `text=Recommendation,date=Year`.
///
/// ```
/// use demarche::source::Columns;
/// assert!(Columns::parse("text=Wording,date=3").is_ok());
/// assert!(Columns::parse("words=3").is_err_and(|reason| reason.contains("text, date, sender, addressee")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, borsh::BorshSerialize)]
pub struct Columns {
    named: [Option<String>; 4],
}

/// Where the fields stand in each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapping {
    /// The column of the demand's words.
    pub text: usize,
    /// The column of the date.
    pub date: Option<usize>,
    /// The column of who asks.
    pub sender: Option<usize>,
    /// The column of who is asked.
    pub addressee: Option<usize>,
}

impl Columns {
    /// Reads `field=column` pairs; a column is given by its name or by its number, from 1.
    ///
    /// # Errors
    /// Says which fields there are.
    pub fn parse(setting: &str) -> Result<Columns, String> {
        let mut columns = Columns::default();
        for pair in setting.split(',') {
            let known = pair.split_once('=').and_then(|(field, column)| {
                let at = FIELDS.iter().position(|known| *known == field.trim().to_lowercase())?;
                Some((at, column.trim()))
            });
            let Some((at, column)) = known.filter(|(_, column)| !column.is_empty()) else {
                return Err(format!("\"{pair}\" is not FIELD=COLUMN; fields are {}", FIELDS.join(", ")));
            };
            columns.named[at] = Some(column.to_owned());
        }
        Ok(columns)
    }

    /// Whether the user named any.
    pub fn is_empty(&self) -> bool {
        self.named.iter().all(Option::is_none)
    }

    /// Finds the fields in the first row of a sheet; `None` where no column holds demands.
    ///
    /// # Errors
    /// Names a column that the user named and the sheet does not have.
    pub fn map(&self, head: &[String]) -> Result<Option<Mapping>, String> {
        let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
        let mut found = [None; 4];
        for (at, slot) in found.iter_mut().enumerate() {
            *slot = match &self.named[at] {
                Some(name) => {
                    let by_name = head.iter().position(|column| *column == name.to_lowercase());
                    let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                    let column = by_name.or(number.filter(|number| *number < head.len()));
                    Some(column.ok_or_else(|| {
                        format!("there is no column {name}; the columns are {}", head.join(", "))
                    })?)
                }
                None => NAMES[at].iter().find_map(|name| head.iter().position(|column| column == name)),
            };
        }
        let [text, date, sender, addressee] = found;
        Ok(text.map(|text| Mapping { text, date, sender, addressee }))
    }
}
