//! Mutations: bits, bytes, stretches, pieces of other seeds, and words that readers react to.

/// A generator of numbers that are the same for the same start.
pub struct Dice(u64);

impl Dice {
    /// Begins at a number.
    pub fn new(start: u64) -> Dice {
        Dice(start | 1)
    }

    /// A number below another.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % most.max(1)
    }
}

/// What readers of letters react to.
const WORDS: [&[u8]; 58] = [
    b"\n- ",
    b"\n1. ",
    b"\n\n",
    b"> ",
    b"\x0c",
    b"\r",
    b"\t",
    b"  ",
    b"**",
    b"<sup>1</sup>",
    b"[1] ",
    b"[^1]: ",
    b"|",
    b"---",
    b"# ",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{2022} ".as_bytes(),
    b"\xff\xfe",
    b"\0",
    b"\x1b]0;x\x07",
    b"We urge you to ",
    b"We call on ",
    b"Dear Minister,\n\n",
    b"Sincerely,\n\n",
    b"4 March 2021",
    b" and ",
    b"; and\n",
    b"must ",
    b"not ",
    b"<div>",
    b"</div>",
    b"<li>",
    b"<table><tr><td>",
    b"<!--",
    b"]]>",
    b"&#x0;",
    b"&amp;",
    b"<w:p>",
    b"<w:r>",
    b"</w:p>",
    b"<text:p>",
    b"\\par ",
    b"\\u-10179?",
    b"{\\*\\shpinst",
    b"{\\shptxt ",
    b"}",
    b"\\'",
    b"=HYPERLINK(",
    b"--0\r\n",
    b"Content-Type: text/html\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"-1",
    b"99999999999999999999",
    b"1e308",
    b"endobj",
    b"stream\n",
];

/// Changes a seed at a few places.
pub fn mutate(data: &mut Vec<u8>, others: &[Vec<u8>], dice: &mut Dice) {
    for _ in 0..=dice.below(6) {
        let at = dice.below(data.len() + 1);
        let longest = 1 << dice.below(9);
        let length = 1 + dice.below(longest);
        let end = (at + length).min(data.len());
        match dice.below(8) {
            0 if at < data.len() => data[at] ^= 1 << dice.below(8),
            1 if at < data.len() => data[at] = dice.below(256) as u8,
            2 => drop(data.drain(at..end)),
            3 => {
                let again = data[at..end].repeat(1 + dice.below(4));
                data.splice(at..at, again);
            }
            4 => {
                let other = &others[dice.below(others.len())];
                let from = dice.below(other.len() + 1);
                let to = (from + length * 4).min(other.len());
                data.splice(at..at, other[from..to].iter().copied());
            }
            5 => {
                // A stretch changes its place.
                let moved: Vec<u8> = data.drain(at..end).collect();
                let to = dice.below(data.len() + 1);
                data.splice(to..to, moved);
            }
            _ => {
                let word = WORDS[dice.below(WORDS.len())];
                let times = if dice.below(20) == 0 { 200 } else { 1 };
                data.splice(at..at, word.repeat(times));
            }
        }
        data.truncate(256 << 10);
    }
}
