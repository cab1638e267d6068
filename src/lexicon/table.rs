//! Tables embedded as sorted lines, looked up without being read.

use std::cmp::Ordering;

/// What a sorted table of `key<TAB>value` lines says of a key.
pub fn lookup<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    let bytes = table.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = &bytes[start..];
        let end = || line.iter().position(|byte| *byte == b'\n').unwrap_or(line.len());
        // A tab sorts before all that words hold, so the line and the key with its tab are in the order of the words.
        match order(line, key.as_bytes()) {
            Ordering::Equal => return table.get(start + key.len() + 1..start + end()),
            Ordering::Less => low = start + end() + 1,
            Ordering::Greater => high = start,
        }
    }
    None
}

/// How the word that opens a line compares with a key.
fn order(line: &[u8], key: &[u8]) -> Ordering {
    let start = &line[..line.len().min(key.len())];
    start.cmp(key).then_with(|| line.get(key.len()).unwrap_or(&b'\t').cmp(&b'\t'))
}

#[cfg(test)]
mod tests {
    use super::lookup;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let table = "a\t1\nab\t22\nabc\t3\nb'c\t4\nb-c\t5\nz\t6";
        for line in table.lines() {
            let (key, value) = line.split_once('\t').unwrap_or_default();
            assert_eq!(lookup(table, key), Some(value));
            assert_eq!(lookup(table, &format!("{key}x")), None);
        }
        assert_eq!(lookup(table, ""), None);
        assert_eq!(lookup(table, "zz"), None);
        assert_eq!(lookup("z\t6\n", "zzz"), None);
    }
}
