//! Encodings, line ends, characters that are not seen, texts that are long in one direction.

use crate::case::{ASK, Case, letter};

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

fn encoded(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

/// A letter with something before its ask.
fn with(inserted: &str) -> String {
    letter().replace(ASK, &format!("{inserted} {ASK}"))
}

fn noise(length: u32) -> Vec<u8> {
    (0..length).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect()
}

pub fn cases() -> Vec<Case> {
    let mut cases = encodings();
    cases.extend(characters());
    cases.extend(sizes());
    cases
}

fn encodings() -> Vec<Case> {
    let letter = letter();
    let utf32: Vec<u8> = letter.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let broken = |bytes: &[u8]| {
        letter
            .replace(ASK, "@")
            .bytes()
            .flat_map(
                |b| if b == b'@' { [ASK.as_bytes(), b" now ", bytes, b" on"].concat() } else { vec![b] },
            )
            .collect::<Vec<u8>>()
    };
    let russian = "Уважаемый господин министр, мы призываем вас освободить всех заключённых немедленно.";
    let chinese = "我们敦促部长立即释放所有囚犯，并公布报告全文。我们期待您的答复。";
    let list =
        "Dear Minister,\n\nWe urge you to:\n\n\u{95} release all prisoners\n\u{95} publish the report\n";
    let bullets: Vec<u8> = list.chars().map(|c| c as u8).collect();
    vec![
        Case::new("A1 empty", "a.txt", "").fails("no text"),
        Case::new("A1 blanks", "a.txt", " \n\t\n \u{a0}").fails("no text"),
        Case::new("A1 nothing to see", "a.txt", "\u{200b}\u{200b}\n\u{feff}").fails("no text"),
        Case::new("A2 UTF-8 with a mark", "a.txt", format!("\u{feff}{letter}")).demands(1),
        Case::new("A2 UTF-16LE with a mark", "a.txt", utf16(&letter, true, true))
            .demands(1)
            .warns("UTF-16LE"),
        Case::new("A2 UTF-16BE with a mark", "a.txt", utf16(&letter, false, true))
            .demands(1)
            .warns("UTF-16BE"),
        Case::new("A3 UTF-16LE without a mark", "a.txt", utf16(&letter, true, false))
            .demands(1)
            .warns("a guess"),
        Case::new("A3 UTF-16BE without a mark", "a.txt", utf16(&letter, false, false))
            .demands(1)
            .warns("a guess"),
        Case::new("A3 UTF-32", "a.txt", utf32).demands(1).warns("UTF-32"),
        Case::new("A4 bullets of windows-1252", "a.txt", bullets).demands(2).warns("windows-1252"),
        Case::new("A4 Latin-1", "a.txt", encoded(encoding_rs::WINDOWS_1252, &with("Señor: né à Genève.")))
            .demands(1)
            .warns("windows-1252"),
        Case::new("A4 the user's encoding", "a.txt", encoded(encoding_rs::WINDOWS_1254, &letter))
            .with(&["--encoding", "windows-1254"])
            .demands(1),
        Case::new("A5 KOI8-R", "a.txt", encoded(encoding_rs::KOI8_R, russian)).demands(0).warns("KOI8"),
        Case::new("A5 GB18030", "a.txt", encoded(encoding_rs::GB18030, chinese)).demands(0).warns("GB"),
        Case::new("A6 cut UTF-8", "a.txt", broken(b"\xe2\x80")).demands(1).warns("not UTF-8 in 1"),
        Case::new("A6 overlong UTF-8", "a.txt", broken(b"\xc0\xaf")).demands(1).warns("not UTF-8"),
        Case::new("A6 half a pair in UTF-8", "a.txt", broken(b"\xed\xa0\x80")).demands(1).warns("not UTF-8"),
        Case::new("A7 zero bytes", "a.txt", with("\0")).demands(1).warns("control character"),
        Case::new("A8 carriage returns", "a.txt", letter.replace('\n', "\r")).demands(1),
        Case::new("A8 carriage returns and line feeds", "a.txt", letter.replace('\n', "\r\n")).demands(1),
        Case::new("A8 mixed ends", "a.txt", letter.replacen('\n', "\r\n", 3).replacen("\n\n", "\r\r", 1))
            .demands(1),
        Case::new("A8 next line", "a.txt", letter.replace('\n', "\u{85}")).demands(1),
        Case::new("A8 line separators", "a.txt", letter.replace('\n', "\u{2028}")).demands(1),
        Case::new("A8 paragraph separators", "a.txt", letter.replace("\n\n", "\u{2029}\u{2029}")).demands(1),
        Case::new("A12 noise", "a.txt", noise(65_536)).fails("binary"),
    ]
}

fn characters() -> Vec<Case> {
    vec![
        Case::new(
            "A9 joined signs",
            "a.txt",
            with("\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} Families wait."),
        )
        .demands(1),
        Case::new("A9 a flood of marks", "a.txt", with(&format!("e{} waits.", "\u{301}".repeat(5_000))))
            .demands(1),
        Case::new("A10 look-alikes", "a.txt", with("B\u{430}ku waits.")).demands(1).warns("look-alike"),
        Case::new("A11 zero width", "a.txt", with("a\u{200b}b waits.")).demands(1).warns("invisible"),
        Case::new("A11 zero width in the ask", "a.txt", letter().replace("release", "rel\u{200b}ease"))
            .demands(1),
        Case::new(
            "A10 marks set apart",
            "a.txt",
            letter().replace("prisoners", "prisoners in Ku\u{308}lto\u{308}be"),
        )
        .demands(1),
        Case::new("A11 turned text", "a.txt", with("a\u{202e}b waits.")).demands(1).warns("direction"),
        Case::new("A11 tags", "a.txt", with("a\u{e0041}\u{e0042}b waits.")).demands(1).warns("invisible"),
        Case::new(
            "B1 colours and titles",
            "a.txt",
            with("\x1b[31m\x1b]0;x\x07\x1b]52;c;eA==\x07\x1b[6n\x1b[?2004h waits."),
        )
        .demands(1)
        .warns("control"),
        Case::new(
            "B1 links and device strings",
            "a.txt",
            with("\x1b]8;;http://x\x1b\\y\x1b]8;;\x1b\\ \x1bPq\x1b\\ \x1b_x\x1b\\"),
        )
        .demands(1),
        Case::new("B1 in the ask itself", "a.txt", letter().replace("all", "\x1b[2Jall")).demands(1),
        Case::new("B1 in names", "a.txt", letter().replace("Lovelace", "\x1b[1mLovelace")).demands(1),
        Case::new("B2 C1 in UTF-8", "a.txt", with("\u{9b}31m \u{9d}0;x\u{9c}")).demands(1).warns("control"),
        Case::new("B3 backspaces", "a.txt", with("yes\x08\x08\x08no waits.")).demands(1).warns("control"),
        Case::new("B4 by reference", "a.txt", with("&#27;[31m &#x9b;1m waits.")).demands(1),
        Case::new("C7 forged lines", "a.txt", with("%s%n ${jndi:ldap://x} {0}")).demands(1),
    ]
}

fn sizes() -> Vec<Case> {
    let items: String = (0..1_500).map(|n| format!("- release prisoner number {n}\n")).collect();
    let signed: String = (0..20_000).map(|n| format!("Signer Number{n}\n")).collect();
    vec![
        Case::new("E1 a long word", "a.txt", format!("{}\n\n{}", letter(), "x".repeat(1_000_000))).demands(1),
        Case::new("E1 a long line", "a.txt", format!("{}\n\n{}", letter(), "word ".repeat(60_000)))
            .demands(1),
        Case::new("E1 blank lines", "a.txt", format!("{}{}", letter(), "\n".repeat(300_000))).demands(1),
        Case::new("E3 many items", "a.txt", format!("Dear Minister,\n\nWe urge you to:\n\n{items}"))
            .demands(1_500),
        Case::new("E5 many names", "a.txt", format!("{}{signed}", letter())).demands(1),
        Case::new("E6 brackets", "a.md", format!("{}\n\n{}", letter(), "[".repeat(20_000))).demands(1),
        Case::new("E6 links in links", "a.md", format!("{}\n\n{}", letter(), "[a](".repeat(10_000)))
            .demands(1),
        Case::new("E6 stars", "a.md", format!("{}\n\n{}", letter(), "*a_".repeat(10_000))).demands(1),
        Case::new("E6 quotations in quotations", "a.md", format!("{}\n\n{} x", letter(), ">".repeat(20_000)))
            .demands(1),
        Case::new(
            "E6 ticks",
            "a.md",
            format!("{}\n\n{}", letter(), (1..200).map(|n| "`".repeat(n) + " ").collect::<String>()),
        )
        .demands(1),
        Case::new("E6 tags without an end", "a.md", format!("{}\n\n{}", letter(), "<a ".repeat(10_000)))
            .demands(1),
        Case::new(
            "E8 numbers too large",
            "a.txt",
            "Dear Minister,\n\nWe urge you to:\n\n99999999999999999999. release all prisoners\n99999999999999999999. publish it\n",
        ),
        Case::new(
            "E9 lists in lists",
            "a.txt",
            format!(
                "{}\n{}",
                letter(),
                (0..2_000).map(|n| format!("{}- x\n", " ".repeat(n))).collect::<String>()
            ),
        ),
        Case::new("E10 over the limit", "a.txt", letter().repeat(20))
            .with(&["--limit", "file-bytes=1K"])
            .fails("limit file-bytes"),
        Case::new("H head with a wrong key", "a.md", format!("---\nsendr: me\n---\n{}", letter()))
            .fails("no key is called sendr"),
        Case::new("H head without an end", "a.md", format!("---\nsender: me\n{}", letter())).demands(1),
    ]
}
