//! The words of one paragraph as a format gives them: stretches of text with their style, line breaks,
//! turns of the page.

/// How a stretch of text is set; only what the reading of letters depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    pub bold: bool,
    pub superscript: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Stretch {
    Text(String, Style),
    Break,
    Page(usize),
}

/// Words under way to a block of extracted text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    stretches: Vec<Stretch>,
}

/// Words as they stand in the extracted text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The text; lines are separated by line feeds.
    pub text: String,
    /// Byte offsets at which a page of the file begins.
    pub pages: Vec<(usize, usize)>,
}

impl Words {
    /// Plain words.
    #[cfg(test)]
    pub fn plain(text: &str) -> Words {
        let mut words = Words::default();
        words.push(text, Style::default());
        words
    }

    pub fn push(&mut self, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        match self.stretches.last_mut() {
            Some(Stretch::Text(last, before)) if *before == style => last.push_str(text),
            _ => self.stretches.push(Stretch::Text(text.to_owned(), style)),
        }
    }

    pub fn line_break(&mut self) {
        self.stretches.push(Stretch::Break);
    }

    pub fn append(&mut self, other: Words) {
        self.stretches.extend(other.stretches);
    }

    pub fn page(&mut self, page: usize) {
        self.stretches.push(Stretch::Page(page));
    }

    /// Whether there is no visible text.
    pub fn is_blank(&self) -> bool {
        !self.stretches.iter().any(|stretch| match stretch {
            Stretch::Text(text, _) => text.contains(|c: char| !c.is_whitespace() && c != '\u{200b}'),
            _ => false,
        })
    }

    /// The visible characters, without style.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for stretch in &self.stretches {
            match stretch {
                Stretch::Text(text, _) => out.push_str(text),
                Stretch::Break => out.push('\n'),
                Stretch::Page(_) => {}
            }
        }
        out
    }

    /// The pages that begin inside the words.
    pub fn pages(&self) -> impl Iterator<Item = usize> + '_ {
        self.stretches.iter().filter_map(|stretch| match stretch {
            Stretch::Page(page) => Some(*page),
            _ => None,
        })
    }

    /// The words as extracted text: white space joined, marks of the notation escaped where the words hold
    /// them, words in bold at the start kept as a run-in heading.
    pub fn write(&self, keep_breaks: bool) -> Written {
        let mut out = Written::default();
        let bold_until = self.leading_bold();
        let mut open = false;
        for (at, stretch) in self.stretches.iter().enumerate() {
            if at == bold_until && open {
                close_bold(&mut out.text, self.follows(at));
                open = false;
            }
            match stretch {
                Stretch::Page(page) => out.pages.push((out.text.len(), *page)),
                Stretch::Break if keep_breaks => end_line(&mut out.text),
                Stretch::Break => push_text(&mut out.text, " "),
                Stretch::Text(text, style) => {
                    if at < bold_until && !open && !text.trim().is_empty() {
                        out.text.push_str("**");
                        open = true;
                    }
                    push_styled(&mut out.text, text, *style);
                }
            }
        }
        if open {
            close_bold(&mut out.text, None);
        }
        let end = out.text.trim_end().len();
        out.text.truncate(end);
        for page in &mut out.pages {
            page.0 = page.0.min(end);
        }
        out
    }

    /// How many stretches at the start are in bold, where bold says anything: on one line.
    fn leading_bold(&self) -> usize {
        let bold = |stretch: &Stretch| match stretch {
            Stretch::Text(text, style) => style.bold || text.trim().is_empty(),
            Stretch::Page(_) => true,
            Stretch::Break => false,
        };
        let end = self.stretches.iter().position(|s| !bold(s)).unwrap_or(self.stretches.len());
        let weighty = self.stretches[..end].iter().any(
            |stretch| matches!(stretch, Stretch::Text(text, style) if style.bold && !text.trim().is_empty()),
        );
        if weighty { end } else { 0 }
    }

    fn follows(&self, at: usize) -> Option<char> {
        self.stretches[at..].iter().find_map(|stretch| match stretch {
            Stretch::Text(text, _) => text.chars().next(),
            Stretch::Break => Some(' '),
            Stretch::Page(_) => None,
        })
    }
}

/// Ends the bold words. White space stays outside, and a mark that could not end them (after a stop, before a
/// letter) is left out together with the one that opened them.
fn close_bold(text: &mut String, next: Option<char>) {
    let end = text.trim_end().len();
    let spaces = text.split_off(end);
    let after_mark = text.ends_with(|c: char| !c.is_alphanumeric());
    let before_word = spaces.is_empty() && next.is_some_and(char::is_alphanumeric);
    let Some(opened) = text.find("**") else { return };
    if after_mark && before_word {
        text.replace_range(opened..opened + 2, "");
    } else {
        text.push_str("**");
    }
    text.push_str(&spaces);
}

fn push_styled(out: &mut String, text: &str, style: Style) {
    let mark = text.trim();
    let note = !mark.is_empty()
        && mark.chars().count() <= 3
        && !mark.contains(|c: char| c.is_alphabetic() || c == ' ');
    if style.superscript && note {
        out.push_str("<sup>");
        out.push_str(mark);
        out.push_str("</sup>");
        if text.ends_with(char::is_whitespace) {
            push_text(out, " ");
        }
    } else {
        push_text(out, text);
    }
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches([' ', '\t']).len());
    if !out.is_empty() {
        out.push('\n');
    }
}

/// Appends text with runs of white space made one: a line feed, a tab or a space.
fn push_text(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            ' ' | '\n' | '\r' | '\u{c}' | '\u{b}' => {
                if !out.is_empty() && !out.ends_with([' ', '\n', '\t']) {
                    out.push(' ');
                }
            }
            '\t' => {
                out.truncate(out.trim_end_matches(' ').len());
                if !out.is_empty() && !out.ends_with(['\n', '\t']) {
                    out.push('\t');
                }
            }
            // A soft hyphen shows only where a line ends in it.
            '\u{ad}' => {}
            _ => {
                if is_mark(out, c, &text[at + c.len_utf8()..]) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}

/// Whether a character would be read as a mark of the notation, standing where it does.
fn is_mark(before: &str, c: char, after: &str) -> bool {
    let next = after.chars().next();
    let opens_line = before.is_empty() || before.ends_with('\n');
    match c {
        '\\' => next.is_some_and(|next| next.is_ascii_punctuation()),
        '`' => true,
        '*' => !opens_line || next.is_some_and(|next| !next.is_whitespace()),
        '_' => {
            let inside = before.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
            !inside && next.is_some_and(|next| next != '_') && !before.ends_with('_')
        }
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => {
            let name = after.split(';').next().unwrap_or_default();
            after.len() > name.len()
                && name.len() <= 32
                && name.strip_prefix('#').unwrap_or(name).chars().all(|c| c.is_ascii_alphanumeric())
                && !name.is_empty()
        }
        ']' => after.starts_with('(') || after.starts_with('['),
        '#' | '>' | '|' => opens_line,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOLD: Style = Style { bold: true, superscript: false };
    const PLAIN: Style = Style { bold: false, superscript: false };

    fn written(stretches: &[(&str, Style)]) -> String {
        let mut words = Words::default();
        for (text, style) in stretches {
            words.push(text, *style);
        }
        words.write(true).text
    }

    /// What the block parser makes of the words again.
    fn read_back(text: &str) -> String {
        let document = crate::source::Document::from_text(Words::plain(text).write(true).text);
        document.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn bold_words_at_the_start_are_marked_where_that_can_be_read() {
        assert_eq!(written(&[("Aid. ", BOLD), ("Pay it", PLAIN)]), "**Aid.** Pay it");
        assert_eq!(written(&[("Aid:", BOLD), ("pay it", PLAIN)]), "Aid:pay it");
        assert_eq!(written(&[("We ", PLAIN), ("urge", BOLD), (" you", PLAIN)]), "We urge you");
    }

    #[test]
    fn words_that_look_like_marks_come_back_as_words() {
        for text in [
            "R&amp;D and AT&T <b>x</b> 2*3*4 a_b _c_ `d` \\* [x](y)",
            "# no heading",
            "> no quotation",
            "| no table",
            "5 < 6 & 7 > 3",
        ] {
            assert_eq!(read_back(text), text);
        }
    }

    #[test]
    fn note_marks_stay_marks_and_white_space_is_joined() {
        let sup = Style { bold: false, superscript: true };
        assert_eq!(
            written(&[("sites.", PLAIN), ("1", sup), ("  The\n 14", PLAIN), ("th", sup)]),
            "sites.<sup>1</sup> The 14th"
        );
        assert_eq!(written(&[("prison\u{ad}ers", PLAIN)]), "prisoners");
    }
}
