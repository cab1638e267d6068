//! From byte offsets to line numbers.

/// Where each line of a text begins; a line ends with LF, CRLF or a lone CR.
///
/// ```
/// use demarche::text::LineIndex;
/// let lines = LineIndex::new("Dear Minister,\n\nWe urge you to act.");
/// assert_eq!(lines.line_of(16), 3);
/// ```
#[derive(Debug, Clone, Default)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Indexes a text once; look-ups are then logarithmic.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte > b'\r' {
                continue;
            }
            let lone_return = byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if byte == b'\n' || lone_return {
                starts.push(at + 1);
            }
        }
        LineIndex { starts }
    }

    /// The 1-based number of the line that holds the byte at `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The offset of the first byte of a 1-based line, if the text has that line.
    pub fn start_of(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    /// How many lines the text has, at least 1.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}
