//! List marks: bullets of every kind, numbers, letters and roman numerals, and words with numbers.

use super::{bullets, labels, numbers};

/// The mark of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub enum Marker {
    /// A bullet; the character tells lists apart.
    Bullet(#[borsh(serialize_with = "put_sign", deserialize_with = "take_sign")] char),
    /// `1.`, `1)`, `(1)`.
    Number(u16),
    /// `a)`, `(b)`, `A.`; 1 for the first letter.
    Letter(u16),
    /// `i)`, `(iv)`, `IV.`.
    Roman(u16),
    /// The mark was lost; the item stands among its siblings without one.
    Lost,
}

/// Signs are kept as numbers.
fn put_sign<W: borsh::io::Write>(sign: &char, to: &mut W) -> borsh::io::Result<()> {
    borsh::BorshSerialize::serialize(&u32::from(*sign), to)
}

fn take_sign<R: borsh::io::Read>(from: &mut R) -> borsh::io::Result<char> {
    let number: u32 = borsh::BorshDeserialize::deserialize_reader(from)?;
    char::from_u32(number).ok_or_else(|| borsh::io::ErrorKind::InvalidData.into())
}

impl Marker {
    /// Whether the two could mark items of one list.
    pub fn same_style(self, other: Marker) -> bool {
        match (self, other) {
            (Marker::Bullet(a), Marker::Bullet(b)) => a == b,
            (Marker::Lost, _) | (_, Marker::Lost) => true,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }

    /// The place in an ordered list, from 1.
    pub fn ordinal(self) -> Option<u16> {
        match self {
            Marker::Number(n) | Marker::Letter(n) | Marker::Roman(n) => Some(n),
            Marker::Bullet(_) | Marker::Lost => None,
        }
    }
}

/// A mark found at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark<'t> {
    pub marker: Marker,
    /// Bytes from the start of the content to the start of the mark (emphasis that opens before it).
    pub lead: usize,
    /// Bytes from the start of the content to the item's text.
    pub len: usize,
    /// What else must stand in the text for it to be a mark.
    pub company: Company<'t>,
    /// How many lists deep the mark itself says that it stands: `1.2` stands in the list of `1`.
    pub inside: usize,
}

/// What makes a mark one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Company<'t> {
    /// Nothing: `(a)` and `1)` are marks wherever they stand.
    None,
    /// Another line that begins so, or for numbers a place where no wrapped line could begin so.
    Kin,
    /// The number before or after it under the same words: `Demand 1:` and `Demand 2:`.
    Neighbour(&'t str),
    /// The same, and a place where no wrapped line could begin so: `Article 1 Free …` and `Article 2 Pay …`.
    Opening(&'t str),
}

/// The mark at the start of a line's content (white space already removed), if there is one.
pub fn find(content: &str) -> Option<Mark<'_>> {
    bullets::find(content).or_else(|| numbers::find(content)).or_else(|| labels::find(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_kind() {
        let of = |line: &str| find(line).map(|mark| (mark.marker, line[mark.len..].to_owned()));
        assert_eq!(of("- Free them"), Some((Marker::Bullet('-'), "Free them".to_owned())));
        assert_eq!(of("\u{f0b7}\tFree them"), Some((Marker::Bullet('\u{f0b7}'), "Free them".to_owned())));
        assert_eq!(of("12) Free them"), Some((Marker::Number(12), "Free them".to_owned())));
        assert_eq!(of("(iv) Free them"), Some((Marker::Roman(4), "Free them".to_owned())));
        assert_eq!(of("b. Free them"), Some((Marker::Letter(2), "Free them".to_owned())));
        assert_eq!(of("**3. Free them** now"), Some((Marker::Number(3), "Free them** now".to_owned())));
        assert_eq!(of("**3.** Free them"), Some((Marker::Number(3), "Free them".to_owned())));
        assert_eq!(of("1992. That year"), None);
        assert_eq!(of("*Free them*"), None);
        assert_eq!(of("-5 % rent"), None);
        assert_eq!(of("Dr. Free"), None);
        assert_eq!(of("**3. ** Free them"), Some((Marker::Number(3), "Free them".to_owned())));
        assert_eq!(of("➡\u{fe0f} Free them"), Some((Marker::Bullet('➡'), "Free them".to_owned())));
        assert_eq!(of("③ Free them"), Some((Marker::Number(3), "Free them".to_owned())));
        assert_eq!(of("3\u{fe0f}\u{20e3} Free them"), Some((Marker::Number(3), "Free them".to_owned())));
        for label in [
            "Demand 2: ",
            "DEMAND #2 - ",
            "Article II. ",
            "Q2. ",
            "No. 2: ",
            "#2 ",
            "2 - ",
            "2.",
            "1.2 ",
            "2/ ",
            "Point Two: ",
            "2nd: ",
            "[2] ",
            "2\u{ff0e}",
        ] {
            let line = format!("{label}Free them");
            assert_eq!(of(&line), Some((Marker::Number(2), "Free them".to_owned())), "{label}");
        }
        for none in [
            "Article 2",
            "2 men",
            "2.5 million",
            "Section 12 of the Act",
            "$ 5",
            "“ Free them”",
            "In 2021: a year",
        ] {
            let mark = find(none);
            assert!(mark.is_none_or(|mark| matches!(mark.company, Company::Neighbour(_))), "{none} {mark:?}");
        }
        let open =
            |line: &str| find(line).filter(|mark| matches!(mark.company, Company::Opening(_))).is_some();
        assert!(open("Article 2 Free all of them") && open("**Article 2** Free all of them"));
        assert_eq!(of("**Demand 2** Free them"), Some((Marker::Number(2), "Free them".to_owned())));
        for none in [
            "Article 2 frees them",
            "Article 2 States Parties agree",
            "Article 2 NATO and others",
            "World War 2 Veterans",
            "Article 2 Freed",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
        assert_eq!(of("** Free them"), Some((Marker::Bullet('*'), "Free them".to_owned())));
        assert_eq!(find("*** Free them").map(|mark| mark.inside), Some(2));
        for none in ["** Free them**", "**Free** them", "** Free ** them", "***"] {
            assert_eq!(of(none), None, "{none}");
        }
    }
}
