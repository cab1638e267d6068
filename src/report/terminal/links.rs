//! Places that lead to their files: in terminals that know how, `letter:line` can be clicked.

use crate::corpus::LetterRecord;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// The addresses of letters and demands by the names that stand on a page.
#[derive(Debug, Default)]
pub struct Links {
    addresses: BTreeMap<String, String>,
}

impl Links {
    /// The addresses of letters, their files and their demands.
    pub fn to(letters: &[LetterRecord]) -> Links {
        let mut addresses = BTreeMap::new();
        for letter in letters {
            // Standard input lies nowhere, and no more do letters of a revision.
            let Some(file) = address(&letter.path).filter(|_| Path::new(&letter.path).exists()) else {
                continue;
            };
            for demand in letter.demands.iter().chain(&letter.near_misses) {
                let line = demand.spans.first().map_or(1, |place| place.line);
                addresses.insert(demand.id.clone(), format!("{file}#{line}"));
            }
            addresses.insert(letter.id.clone(), file.clone());
            addresses.insert(letter.path.clone(), file);
        }
        Links { addresses }
    }

    /// Text with every name in it laid under its address. Nothing of a letter gets into an address but the name of
    /// its file, every byte of which is a letter, a digit or a number behind a sign.
    pub(super) fn lay(&self, text: &str, paint: impl Fn(&str) -> String) -> String {
        let mut out = String::new();
        // What stands between two links is painted in one.
        let mut plain = String::new();
        for word in text.split_inclusive(' ') {
            let name = word.trim_end_matches([' ', ',']);
            match self.address(name) {
                Some(address) => {
                    out.push_str(&paint(&std::mem::take(&mut plain)));
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\u{1b}]8;;{address}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", paint(name));
                    plain.push_str(&word[name.len()..]);
                }
                None => plain.push_str(word),
            }
        }
        out + &paint(&plain)
    }

    fn address(&self, name: &str) -> Option<String> {
        if let Some(address) = self.addresses.get(name) {
            return Some(address.clone());
        }
        let (letter, line) = name.rsplit_once(':')?;
        let line: usize = line.parse().ok()?;
        self.addresses.get(letter).map(|file| format!("{file}#{line}"))
    }
}

/// The address of a file.
fn address(path: &str) -> Option<String> {
    let path = std::path::absolute(Path::new(path)).ok()?;
    let path = path.to_str()?.replace('\\', "/");
    let mut address = String::from("file://");
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                address.push(char::from(byte))
            }
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::{Links, address};

    #[test]
    fn every_byte_of_an_address_is_inert() {
        let address = address("/tmp/a b\u{1b}]é#.txt").unwrap();
        assert_eq!(address, "file:///tmp/a%20b%1B%5D%C3%A9%23.txt");
    }

    #[test]
    fn places_are_laid_under_links_and_the_words_between_are_not() {
        let addresses = [("a".to_owned(), "file:///a.txt".to_owned())].into();
        let laid = Links { addresses }.lay("a:3 and b:4", |text| text.to_uppercase());
        assert_eq!(laid, "\u{1b}]8;;file:///a.txt#3\u{1b}\\A:3\u{1b}]8;;\u{1b}\\ AND B:4");
    }
}
