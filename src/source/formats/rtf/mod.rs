//! RTF: what its reader sees. Lists are read by the marks that are written beside their items.

mod tokens;

use super::Input;
use super::draft::{Draft, Extracted, Label, Piece, join_short_lines};
use super::office;
use super::words::{Style, Words};
use crate::problem::Problem;
use crate::source::{Charset, Limit};
use tokens::{Token, Tokens};

/// Reads an RTF file.
///
/// # Errors
/// When its groups are nested beyond the limit.
pub fn read(input: &Input) -> Result<Extracted, Problem> {
    let mut reader = Reader::default();
    for token in Tokens::new(input.bytes) {
        reader.token(token);
        input.options.limits.check(Limit::RtfDepth, reader.outer.len(), input.place)?;
    }
    let open = reader.outer.len();
    reader.outer.clear();
    reader.state = State::default();
    reader.end_paragraph();
    while let Some(words) = reader.around.pop() {
        reader.words = words;
        reader.end_paragraph();
    }
    reader.end_table();
    let mut draft = Draft::default();
    draft.write(&join_short_lines(std::mem::take(&mut reader.pieces)));
    draft.write(&reader.notes);
    let mut extracted = draft.finish();
    extracted.warnings = office::warnings(reader.inserted, reader.deleted, reader.hidden);
    if open > 0 {
        extracted.warnings.push("the file ends too early: its end may be missing".to_owned());
    }
    Ok(extracted)
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Into {
    Text,
    /// The mark beside an item.
    Mark,
    /// A footnote.
    Note,
    /// What is no text.
    Nowhere,
}

/// What holds until the end of a group.
#[derive(Debug, Clone, Copy)]
struct State {
    into: Into,
    style: Style,
    hidden: bool,
    deleted: bool,
    inserted: bool,
    /// Signs that follow a character for programs that do not know it.
    fallback: i32,
    /// The first mark of the group is yet to come.
    fresh: bool,
    heading: Option<u8>,
    level: usize,
    in_table: bool,
    /// The text of a box that stands on the page.
    boxed: bool,
}

impl Default for State {
    fn default() -> Self {
        State {
            into: Into::Text,
            style: Style::default(),
            hidden: false,
            deleted: false,
            inserted: false,
            fallback: 1,
            fresh: false,
            heading: None,
            level: 0,
            in_table: false,
            boxed: false,
        }
    }
}

#[derive(Default)]
struct Reader {
    state: State,
    outer: Vec<State>,
    code_page: Option<Charset>,
    pieces: Vec<Option<Piece>>,
    words: Words,
    mark: String,
    notes: Vec<Piece>,
    note: Words,
    /// Bytes of characters that are more than one.
    bytes: Vec<u8>,
    /// Half of a character that is written in two.
    half: Option<u16>,
    skip: i32,
    rows: Vec<Vec<Vec<Piece>>>,
    row: Vec<Vec<Piece>>,
    cell: Vec<Piece>,
    inserted: usize,
    deleted: usize,
    hidden: usize,
    /// Words of the paragraphs in which boxes stand.
    around: Vec<Words>,
}

/// Groups that hold no text of the letter.
const NOWHERE: [&str; 23] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "object",
    "themedata",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "annotation",
    // What a box looks like to programs that know none.
    "shprslt",
    "xe",
];

impl Reader {
    fn token(&mut self, token: Token) {
        let fresh = std::mem::take(&mut self.state.fresh);
        if !matches!(token, Token::Byte(_)) {
            self.flush();
        }
        match token {
            Token::Open => {
                self.outer.push(self.state);
                self.state.fresh = true;
                self.skip = 0;
            }
            Token::Close => self.close(),
            Token::Word(name, number) => self.word(name, number, fresh),
            Token::Byte(_) if self.skip > 0 => self.skip -= 1,
            Token::Byte(byte) => self.bytes.push(byte),
            Token::Sign(b'*') if fresh => self.state.into = Into::Nowhere,
            Token::Sign(b'~') => self.push("\u{a0}"),
            Token::Sign(b'_') => self.push("\u{2011}"),
            Token::Sign(b'-') => self.push("\u{ad}"),
            Token::Sign(b'\n' | b'\r') => self.paragraph_ends(),
            Token::Sign(sign @ (b'\\' | b'{' | b'}')) => self.push(&char::from(sign).to_string()),
            Token::Text(_) if self.skip > 0 => self.skip -= 1,
            Token::Text(byte) if byte.is_ascii() => self.push(&char::from(byte).to_string()),
            Token::Text(byte) => self.bytes.push(byte),
            Token::Sign(_) | Token::Binary => {}
        }
    }

    fn close(&mut self) {
        let inner = self.state;
        let Some(outer) = self.outer.pop() else { return };
        self.state = outer;
        self.skip = 0;
        if inner.into == Into::Note && outer.into != Into::Note {
            let words = std::mem::take(&mut self.note);
            self.notes.push(Piece::Note((self.notes.len() + 1).to_string(), words));
        }
        if inner.boxed && !outer.boxed {
            self.end_paragraph();
            self.words = self.around.pop().unwrap_or_default();
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>, fresh: bool) {
        let on = number != Some(0);
        if fresh && NOWHERE.contains(&name) {
            self.state.into = Into::Nowhere;
            return;
        }
        match name {
            "shptxt" if fresh && !self.state.boxed => {
                // The box stands inside a paragraph that goes on behind it.
                self.around.push(std::mem::take(&mut self.words));
                self.state = State { into: Into::Text, boxed: true, ..self.state };
            }
            "listtext" | "pntext" => {
                self.state.into = Into::Mark;
                self.mark.clear();
            }
            "footnote" => {
                let number = (self.notes.len() + 1).to_string();
                self.words.push(&number, Style { bold: false, superscript: true });
                self.state.into = Into::Note;
            }
            "ansicpg" => {
                let page =
                    number.map(|page| if page == 65001 { "utf-8".into() } else { format!("windows-{page}") });
                self.code_page = page.as_deref().and_then(Charset::named);
            }
            "mac" => self.code_page = Charset::named("macintosh"),
            "uc" => self.state.fallback = number.unwrap_or(1),
            "u" => {
                self.unicode(number.unwrap_or_default());
                self.skip = self.state.fallback;
            }
            "par" | "sect" | "page" => self.paragraph_ends(),
            "line" | "lbr" => self.line_break(),
            "tab" => self.push("\t"),
            "emdash" => self.push("\u{2014}"),
            "endash" => self.push("\u{2013}"),
            "lquote" => self.push("\u{2018}"),
            "rquote" => self.push("\u{2019}"),
            "ldblquote" => self.push("\u{201c}"),
            "rdblquote" => self.push("\u{201d}"),
            "bullet" => self.push("\u{2022}"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            "b" => self.state.style.bold = on,
            "super" => self.state.style.superscript = on,
            "nosupersub" => self.state.style.superscript = false,
            "up" => self.state.style.superscript = number.unwrap_or(6) > 0,
            "v" => self.hide(on),
            "deleted" => {
                self.deleted += usize::from(on && !self.state.deleted);
                self.state.deleted = on;
            }
            "revised" => {
                self.inserted += usize::from(on && !self.state.inserted);
                self.state.inserted = on;
            }
            "plain" => {
                self.state.style = Style::default();
                self.state.hidden = false;
                self.state.deleted = false;
                self.state.inserted = false;
            }
            "pard" => {
                self.state.heading = None;
                self.state.level = 0;
                self.state.in_table = false;
            }
            "outlinelevel" => {
                self.state.heading =
                    number.and_then(|level| u8::try_from(level).ok()).map(|level| level.min(5) + 1);
            }
            "ilvl" => {
                self.state.level =
                    number.and_then(|level| usize::try_from(level).ok()).unwrap_or_default().min(32)
            }
            "intbl" => self.state.in_table = true,
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => {
                let row = std::mem::take(&mut self.row);
                if !row.is_empty() {
                    self.rows.push(row);
                }
            }
            _ => {}
        }
    }

    fn hide(&mut self, on: bool) {
        self.hidden += usize::from(on && !self.state.hidden);
        self.state.hidden = on;
    }

    /// A character by its number, which may be half of one.
    fn unicode(&mut self, number: i32) {
        let unit = if number < 0 { number + 0x1_0000 } else { number };
        let Ok(unit) = u16::try_from(unit) else { return self.push("\u{fffd}") };
        match (self.half.take(), unit) {
            (None, 0xd800..=0xdbff) => self.half = Some(unit),
            (Some(first), 0xdc00..=0xdfff) => {
                let whole: String =
                    char::decode_utf16([first, unit]).map(|c| c.unwrap_or('\u{fffd}')).collect();
                self.push(&whole);
            }
            _ => {
                let c = char::from_u32(u32::from(unit)).unwrap_or('\u{fffd}');
                self.push(&c.to_string());
            }
        }
    }

    /// Bytes that wait to be decoded together.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let charset = self.code_page.or_else(|| Charset::named("windows-1252"));
        let text = charset.map(|charset| charset.decode(&bytes)).unwrap_or_default();
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        if self.state.hidden || self.state.deleted {
            return;
        }
        match self.state.into {
            Into::Text => self.words.push(text, self.state.style),
            Into::Mark => self.mark.push_str(text),
            Into::Note if !self.state.style.superscript => self.note.push(text, Style::default()),
            Into::Note | Into::Nowhere => {}
        }
    }

    fn line_break(&mut self) {
        match self.state.into {
            Into::Text => self.words.line_break(),
            Into::Note => self.note.push(" ", Style::default()),
            Into::Mark | Into::Nowhere => {}
        }
    }

    fn paragraph_ends(&mut self) {
        match self.state.into {
            Into::Text => self.end_paragraph(),
            _ => self.line_break(),
        }
    }

    /// The paragraph under way as a piece.
    fn taken(&mut self) -> Option<Piece> {
        let words = std::mem::take(&mut self.words);
        let mark = std::mem::take(&mut self.mark);
        if words.is_blank() {
            return None;
        }
        Some(match (self.state.heading, label(&mark)) {
            (Some(level), _) => Piece::Heading(level, words),
            (None, Some(label)) => Piece::Item { depth: self.state.level, label, words },
            (None, None) => Piece::Paragraph(words),
        })
    }

    fn end_paragraph(&mut self) {
        let in_table = self.state.in_table;
        let piece = self.taken();
        if in_table {
            self.cell.extend(piece);
        } else {
            self.end_table();
            self.pieces.push(piece);
        }
    }

    fn end_cell(&mut self) {
        let piece = self.taken();
        self.cell.extend(piece);
        self.row.push(std::mem::take(&mut self.cell));
    }

    fn end_table(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        let row = std::mem::take(&mut self.row);
        let cell = std::mem::take(&mut self.cell);
        rows.extend([row, vec![cell]].into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())));
        if !rows.is_empty() {
            self.pieces.push(Some(Piece::Table(rows)));
        }
    }
}

/// The kind of mark that is written beside an item.
fn label(mark: &str) -> Option<Label> {
    let mark = mark.trim().trim_matches(['(', ')', '.', ' ']);
    let first = mark.chars().next()?;
    if let Ok(number) = mark.parse() {
        return Some(Label::Number(number));
    }
    // Parts of a chain such as 1.2.
    if let Some(number) = mark.rsplit('.').next().and_then(|last| last.parse().ok()) {
        return Some(Label::Number(number));
    }
    let small = mark.to_lowercase();
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    if let Some(at) = romans.iter().position(|roman| *roman == small) {
        return Some(Label::Roman(u32::try_from(at + 1).unwrap_or(1)));
    }
    match first.to_ascii_lowercase() {
        // A round bullet is a letter o of another font.
        letter @ 'a'..='z' if mark.len() == 1 && letter != 'o' => {
            Some(Label::Letter(u32::from(letter) - u32::from('a') + 1))
        }
        _ => Some(Label::Bullet),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ReadOptions;

    fn extracted(rtf: &str) -> Extracted {
        read(&Input { place: "x.rtf", bytes: rtf.as_bytes(), options: &ReadOptions::default() }).unwrap()
    }

    #[test]
    fn text_lists_and_tracked_changes() {
        let rtf = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times;}}{\info{\title No}}\pard Dear Minister\rquote s,\par
\pard{\listtext\'95\tab}Free {\b all} \u8211\'96 now\par\pard\ilvl1{\listtext a)\tab}Pay{\deleted  nothing}{\revised  much}\par
{\v secret}{\*\xyz junk}We end.{\footnote {\super 1} Ibid.}}";
        let read = extracted(rtf);
        assert_eq!(
            read.text,
            "Dear Minister\u{2019}s,\n\n- Free all \u{2013} now\n  a) Pay much\n\nWe end.<sup>1</sup>\n\n[^1]: Ibid.\n"
        );
        assert_eq!(read.warnings[0], "tracked changes: 1 inserted (read), 1 deleted (left out)");
    }
}
