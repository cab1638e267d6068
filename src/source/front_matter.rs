//! What the owner of a text wrote at its top: `key: value` lines between two lines of `---`.
//!
//! Only the part of YAML that such heads use is read: single values, quoted or not, and short lists of them.

use crate::text::Span;

/// The head of a text, as it stands there; what the keys mean is for [`crate::letter`] to say.
///
/// ```
/// use demarche::source::FrontMatter;
/// let text = "---\ndate: 2024-05-01\nsender: \"Friends: of the North\"\n---\nDear Minister,\n";
/// let head = FrontMatter::find(text).unwrap();
/// assert_eq!(head.entries[1].value, "Friends: of the North");
/// assert_eq!(head.entries[1].line, 3);
/// assert_eq!(&text[head.span.end..], "Dear Minister,\n");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct FrontMatter {
    /// The keys with their values, in order.
    pub entries: Vec<Entry>,
    /// The bytes from the first mark to the end of the line of the second.
    pub span: Span,
}

/// One line of a head.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize, borsh::BorshDeserialize)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Its value, without quotation marks; several are joined by commas.
    pub value: String,
    /// The line of the text, from 1.
    pub line: usize,
}

/// A head is short; what goes on for longer is a text between rules.
const LONGEST: usize = 80;

impl FrontMatter {
    /// The head of a text, if it has one: nothing but keys and values between two marks at the very top.
    pub fn find(text: &str) -> Option<FrontMatter> {
        let mut lines = text.split_inclusive('\n').take(LONGEST);
        let first = lines.next()?;
        if first.trim_end() != "---" {
            return None;
        }
        let mut end = first.len();
        let mut entries: Vec<Entry> = Vec::new();
        for (at, line) in lines.enumerate() {
            end += line.len();
            let content = line.trim();
            if matches!(line.trim_end(), "---" | "...") {
                let span = Span::new(0, end);
                return (!entries.is_empty()).then_some(FrontMatter { entries, span });
            }
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if let Some(item) = content.strip_prefix("- ").or(content.strip_prefix('-')) {
                join(&mut entries.last_mut()?.value, &unquoted(item));
            } else if line.starts_with([' ', '\t']) {
                // A value that goes on.
                let value = &mut entries.last_mut()?.value;
                *value = format!("{value} {}", unquoted(content)).trim().to_owned();
            } else {
                let (key, value) = content.split_once(':')?;
                if key.is_empty() || key.len() > 40 || key.contains(['.', ',', '"']) {
                    return None;
                }
                entries.push(Entry { key: key.trim().to_owned(), value: value_of(value), line: at + 2 });
            }
        }
        None
    }
}

fn value_of(value: &str) -> String {
    let value = value.trim();
    if matches!(value, "|" | ">" | "|-" | ">-" | "~" | "null") {
        return String::new();
    }
    match value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(list) => {
            let mut out = String::new();
            list.split(',').for_each(|item| join(&mut out, &unquoted(item)));
            out
        }
        None => unquoted(value),
    }
}

fn join(list: &mut String, item: &str) {
    if !list.is_empty() && !item.is_empty() {
        list.push_str(", ");
    }
    list.push_str(item);
}

/// A value without its quotation marks, or without the remark behind it.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    for mark in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(mark)
            && let Some(end) = rest.rfind(mark)
        {
            return rest[..end].replace("\\\"", "\"").replace("''", "'");
        }
    }
    value.split(" #").next().unwrap_or_default().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Option<Vec<(String, String)>> {
        let head = FrontMatter::find(text)?;
        Some(head.entries.into_iter().map(|entry| (entry.key, entry.value)).collect())
    }

    #[test]
    fn values_lists_and_remarks() {
        let text = "---\r\n# about\r\ndate: 2024 # roughly\r\nsender:\r\n  - A, Inc.\r\n  - 'B'\r\nkind: [x, \"y\"]\r\n---\r\n";
        let expected = [("date", "2024"), ("sender", "A, Inc., B"), ("kind", "x, y")];
        assert_eq!(pairs(text), Some(expected.map(|(key, value)| (key.into(), value.into())).into()));
    }

    #[test]
    fn a_rule_at_the_top_is_no_head() {
        for text in
            ["---\n\nDear Minister,\n\nwe ask: act.\n---\n", "---\n---\n", "---\ndate: 2024\n", "Dear\n---\n"]
        {
            assert_eq!(pairs(text), None, "{text:?}");
        }
    }
}
