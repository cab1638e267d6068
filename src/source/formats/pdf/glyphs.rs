//! Characters at their places on a page.

/// A character, or a few that are one sign.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// Left edge, in points from the left of the page.
    pub x: f64,
    /// Baseline, in points from the top of the page.
    pub y: f64,
    /// Width in points.
    pub width: f64,
    /// Size of the letters in points.
    pub size: f64,
    /// What it says.
    pub text: String,
}

impl Glyph {
    /// Right edge.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }

    /// Whether it only keeps others apart.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// A small filled shape: programs draw the bullets of lists so.
#[derive(Debug, Clone, Copy)]
pub struct Dot {
    /// Left edge.
    pub x: f64,
    /// Middle, in points from the top of the page.
    pub y: f64,
}

/// Text as fonts give it: signs of symbol fonts that stand for bullets, letters set as one sign.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' | '\u{f076}' | '\u{f06c}' | '\u{f0a8}'
            | '\u{f06e}' => {
                out.push('\u{2022}');
            }
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            '\u{0}' => {}
            c if c.is_control() && !c.is_whitespace() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
