//! Bytes to text: which encoding a file is in, and what could not be read.
//!
//! A file in UTF-8 keeps its bytes, so that offsets into the text are offsets into the file. Anything else
//! is named in a warning, and `--encoding` overrides what was found.

use crate::problem::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// An encoding that the user named.
///
/// ```
/// use demarche::source::Charset;
/// assert_eq!(Charset::named("latin1").map(Charset::name), Some("windows-1252"));
/// assert_eq!(Charset::named("klingon"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

impl Charset {
    /// An encoding by any of its names, as pages of the web use them.
    pub fn named(name: &str) -> Option<Charset> {
        Encoding::for_label(name.trim().as_bytes()).map(Charset)
    }

    /// Decodes a few bytes.
    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        self.0.decode_without_bom_handling(bytes).0.into_owned()
    }

    /// Its proper name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// A text and what was noticed while it was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What the user should know.
    pub warnings: Vec<String>,
}

/// Decodes a file that may say itself which encoding it is in, which counts where the bytes do not say otherwise.
///
/// # Errors
/// As [`decode`].
pub fn decode_declared(
    bytes: &[u8],
    chosen: Option<Charset>,
    declared: Option<&str>,
    place: &str,
) -> Result<Decoded, Problem> {
    let declared = declared.and_then(Charset::named).filter(|charset| charset.0 != UTF_8);
    let speaks = std::str::from_utf8(bytes).is_ok() || Encoding::for_bom(bytes).is_some();
    match (chosen, declared) {
        (None, Some(declared)) if !speaks && !declared.0.is_ascii_compatible() => decode(bytes, None, place),
        (None, Some(declared)) if !speaks => decode(bytes, Some(declared), place),
        _ => decode(bytes, chosen, place),
    }
}

/// How many of a thousand characters may be control characters before a file is taken for no text at all.
const CONTROLS: usize = 80;

/// Decodes a file; `place` names it in errors.
///
/// # Errors
/// When the bytes are no text in any encoding.
pub fn decode(bytes: &[u8], chosen: Option<Charset>, place: &str) -> Result<Decoded, Problem> {
    let decoded = match chosen {
        Some(charset) => by_name(bytes, charset),
        None => by_sight(bytes),
    };
    // Bytes that begin no control character are told apart many at once.
    let may_control =
        |byte: u8| byte < b' ' && !matches!(byte, 9 | 10 | 12 | 13) || byte == 0x7f || byte == 0xc2;
    if !decoded.text.bytes().fold(false, |found, byte| found | may_control(byte)) {
        return Ok(decoded);
    }
    let controls = decoded.text.chars().filter(|c| is_control(*c)).count();
    if controls * 1000 > decoded.text.chars().count() * CONTROLS {
        return Err(Problem::new(place, "this looks like a binary file, not like a text")
            .hint("if it is a text, name its encoding with --encoding"));
    }
    Ok(decoded)
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}')
}

fn by_name(bytes: &[u8], charset: Charset) -> Decoded {
    let (text, bad) = charset.0.decode_with_bom_removal(bytes);
    let warnings = if bad { vec![unreadable(&text, charset.name())] } else { Vec::new() };
    Decoded { text: text.into_owned(), warnings }
}

fn by_sight(bytes: &[u8]) -> Decoded {
    if let Some(text) = utf32(bytes) {
        return named(text, "UTF-32", "by its byte order");
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _, bad) = encoding.decode(bytes);
        let mut decoded = Decoded { text: text.into_owned(), warnings: Vec::new() };
        // A mark of UTF-8 says nothing that is not so without it.
        if encoding != UTF_8 {
            decoded.warnings.push(format!("read as {}, as the mark at its start says", encoding.name()));
        }
        if bad && encoding == UTF_8 {
            decoded.warnings.extend(bad_utf8(&bytes[length..]));
        } else if bad {
            decoded.warnings.push(unreadable(&decoded.text, encoding.name()));
        }
        return decoded;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return named(text.into_owned(), encoding.name(), "a guess by its zero bytes");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), warnings: Vec::new() },
        Err(_) if is_broken_utf8(bytes) => Decoded {
            text: String::from_utf8_lossy(bytes).into_owned(),
            warnings: bad_utf8(bytes).into_iter().collect(),
        },
        Err(_) => {
            let encoding = guess(bytes);
            let (text, _) = encoding.decode_without_bom_handling(bytes);
            named(text.into_owned(), encoding.name(), "a guess")
        }
    }
}

fn named(text: String, encoding: &str, why: &str) -> Decoded {
    Decoded { text, warnings: vec![format!("read as {encoding} ({why}; --encoding NAME overrides it)")] }
}

fn unreadable(text: &str, encoding: &str) -> String {
    let at = text.find('\u{fffd}').unwrap_or_default();
    format!("not all of it is {encoding}: unreadable bytes are shown as \u{fffd}, the first at byte {at}")
}

fn bad_utf8(bytes: &[u8]) -> Option<String> {
    let at = std::str::from_utf8(bytes).err()?.valid_up_to();
    let number = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    Some(format!(
        "not UTF-8 in {number} places, the first at byte {at}; unreadable bytes are shown as \u{fffd}"
    ))
}

/// UTF-32 by its mark, or by three zero bytes in four.
fn utf32(bytes: &[u8]) -> Option<String> {
    let (little, body) = match bytes {
        [0xff, 0xfe, 0, 0, body @ ..] => (true, body),
        [0, 0, 0xfe, 0xff, body @ ..] => (false, body),
        [a, 0, 0, 0, b, 0, 0, 0, ..] if *a > 0 && *b > 0 => (true, bytes),
        [0, 0, 0, a, 0, 0, 0, b, ..] if *a > 0 && *b > 0 => (false, bytes),
        _ => return None,
    };
    let character = |four: &[u8]| {
        let four: [u8; 4] = four.try_into().unwrap_or_default();
        let code = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        char::from_u32(code).unwrap_or('\u{fffd}')
    };
    Some(body.chunks(4).map(character).collect())
}

/// Text of Western languages in UTF-16 has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = head.len() / 2;
    if pairs < 2 {
        return None;
    }
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether bytes that are not UTF-8 were meant to be: most of what is not ASCII has the shape of its
/// sequences, whole, cut short or overlong.
fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut shaped, mut lone) = (0_usize, 0_usize);
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        if byte < 0x80 {
            continue;
        }
        let following = bytes[at..].iter().take(3).take_while(|next| (0x80..0xc0).contains(*next)).count();
        if (0xc0..0xf8).contains(&byte) && following > 0 {
            shaped += 1;
            at += following;
        } else if byte >= 0xfe {
            // No Western letter worth the name, and never UTF-8.
            shaped += 1;
        } else {
            lone += 1;
        }
    }
    shaped > lone
}

/// A guess among the encodings of one or two bytes. English in one of the encodings of the West is taken for
/// the commonest of them, which the detector by itself does not always prefer.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"us"), Utf8Detection::Deny);
    if single_byte_latin(guessed) && looks_english(bytes) { WINDOWS_1252 } else { guessed }
}

fn single_byte_latin(encoding: &'static Encoding) -> bool {
    use encoding_rs::{
        ISO_8859_2, ISO_8859_3, ISO_8859_4, ISO_8859_10, ISO_8859_13, ISO_8859_14, ISO_8859_15, ISO_8859_16,
        MACINTOSH, WINDOWS_1250, WINDOWS_1254, WINDOWS_1257, WINDOWS_1258,
    };
    [
        WINDOWS_1250,
        WINDOWS_1254,
        WINDOWS_1257,
        WINDOWS_1258,
        ISO_8859_2,
        ISO_8859_3,
        ISO_8859_4,
        ISO_8859_10,
        ISO_8859_13,
        ISO_8859_14,
        ISO_8859_15,
        ISO_8859_16,
        MACINTOSH,
    ]
    .contains(&encoding)
}

/// Whether the commonest English words stand in the text about as often as in English.
fn looks_english(bytes: &[u8]) -> bool {
    let words = bytes.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let (mut all, mut common) = (0_usize, 0_usize);
    for word in words.take(2000) {
        all += 1;
        let short = [&b"the"[..], b"of", b"and", b"to", b"in", b"we", b"you", b"for"];
        common += usize::from(short.iter().any(|other| word.eq_ignore_ascii_case(other)));
    }
    common * 12 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes, None, "x").unwrap().text
    }

    #[test]
    fn utf8_is_kept_byte_for_byte() {
        let letter = "Dear Minister –\r\n\r\nwe urge you \u{200b}now\n";
        assert_eq!(
            decode(letter.as_bytes(), None, "x").unwrap(),
            Decoded { text: letter.into(), warnings: vec![] }
        );
        assert_eq!(text(b"\xef\xbb\xbfDear"), "Dear", "the mark is no text");
    }

    #[test]
    fn utf16_and_utf32_with_and_without_a_mark() {
        let letter = "Dear Minister, we urge you – now";
        let units: Vec<u16> = letter.encode_utf16().collect();
        let le: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let be: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let wide: Vec<u8> = letter.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        for (bytes, name) in [
            ([&b"\xff\xfe"[..], &le].concat(), "UTF-16LE"),
            ([&b"\xfe\xff"[..], &be].concat(), "UTF-16BE"),
            (le, "UTF-16LE"),
            (be, "UTF-16BE"),
            (wide, "UTF-32"),
        ] {
            let decoded = decode(&bytes, None, "x").unwrap();
            assert_eq!(decoded.text, letter);
            assert!(decoded.warnings[0].contains(name), "{:?}", decoded.warnings);
        }
    }

    #[test]
    fn english_in_one_byte_is_windows_1252() {
        // A detector without a hint takes this for windows-1250.
        let letter =
            b"\x95 We urge you to act on the minister\x92s promise of 5 \x80 \x96 and to free the men";
        let decoded = decode(letter, None, "x").unwrap();
        assert!(decoded.text.starts_with("• We urge"), "{}", decoded.text);
        assert!(decoded.text.contains("minister’s promise of 5 € –"));
        assert_eq!(decoded.warnings, ["read as windows-1252 (a guess; --encoding NAME overrides it)"]);
    }

    #[test]
    fn other_scripts_are_guessed_by_their_letters() {
        let russian = "Уважаемый господин министр, мы призываем вас освободить всех заключённых немедленно.";
        let (bytes, _, _) = encoding_rs::KOI8_R.encode(russian);
        assert_eq!(text(&bytes), russian);
        let chinese = "我们敦促部长立即释放所有囚犯，并公布报告全文。我们期待您的答复。";
        let (bytes, _, _) = encoding_rs::GB18030.encode(chinese);
        assert_eq!(text(&bytes), chinese);
    }

    #[test]
    fn bad_bytes_are_shown_and_counted() {
        let decoded = decode("a – b \u{2014} c".as_bytes()[..].split_last().unwrap().1, None, "x").unwrap();
        assert!(decoded.warnings.is_empty());
        let cut = decode(b"we urge \xe2\x80 now", None, "x").unwrap();
        assert_eq!(cut.text, "we urge \u{fffd} now");
        assert_eq!(
            cut.warnings,
            ["not UTF-8 in 1 places, the first at byte 8; unreadable bytes are shown as \u{fffd}"]
        );
        assert_eq!(text(b"over\xc0\xaflong"), "over\u{fffd}\u{fffd}long");
    }

    #[test]
    fn the_user_has_the_last_word() {
        let forced = decode(b"B\xe5k\xfc", Charset::named("iso-8859-9"), "x").unwrap();
        assert_eq!(forced.text, "Båkü");
        let wrong = decode(b"B\xe5k\xfc", Charset::named("utf-8"), "x").unwrap();
        assert!(wrong.warnings[0].contains("the first at byte 1"), "{:?}", wrong.warnings);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(decode(&noise, None, "x").is_err_and(|problem| problem.reason().contains("binary")));
    }
}
