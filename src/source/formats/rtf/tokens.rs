//! RTF, mark by mark.

/// A mark or a piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token<'r> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` with its number, if it has one.
    Word(&'r str, Option<i32>),
    /// `\'hh`: a byte in the encoding of the document.
    Byte(u8),
    /// `\~` and the like.
    Sign(u8),
    /// A byte of text as it stands.
    Text(u8),
    /// Bytes that are no text, by their number.
    Binary,
}

/// The marks of a document.
pub struct Tokens<'r> {
    bytes: &'r [u8],
    at: usize,
}

impl<'r> Tokens<'r> {
    /// Reads bytes from their beginning.
    pub fn new(bytes: &'r [u8]) -> Tokens<'r> {
        Tokens { bytes, at: 0 }
    }

    fn word(&mut self) -> Token<'r> {
        let rest = &self.bytes[self.at..];
        let letters = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(&rest[..letters]).unwrap_or_default();
        self.at += letters;
        let rest = &rest[letters..];
        let minus = usize::from(rest.first() == Some(&b'-'));
        let digits = rest[minus..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let length = if digits > 0 { minus + digits } else { 0 };
        let number = std::str::from_utf8(&rest[..length]).ok().and_then(|number| number.parse().ok());
        self.at += length;
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        if name == "bin" {
            let skipped = number.and_then(|number: i32| usize::try_from(number).ok()).unwrap_or_default();
            self.at = self.at.saturating_add(skipped).min(self.bytes.len());
            return Token::Binary;
        }
        Token::Word(name, number)
    }
}

impl<'r> Iterator for Tokens<'r> {
    type Item = Token<'r>;

    fn next(&mut self) -> Option<Token<'r>> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'{' => Token::Open,
            b'}' => Token::Close,
            b'\\' => match self.bytes.get(self.at).copied() {
                Some(next) if next.is_ascii_alphabetic() => self.word(),
                Some(b'\'') => {
                    let hex = self.bytes.get(self.at + 1..self.at + 3);
                    let value = hex.and_then(|hex| std::str::from_utf8(hex).ok());
                    self.at = (self.at + 3).min(self.bytes.len());
                    Token::Byte(value.and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(b'?'))
                }
                Some(sign) => {
                    self.at += 1;
                    Token::Sign(sign)
                }
                None => return None,
            },
            b'\r' | b'\n' | 0 => return self.next_after_breaks(),
            text => Token::Text(text),
        })
    }
}

impl<'r> Tokens<'r> {
    /// Line ends in the file mean nothing; many may follow each other.
    fn next_after_breaks(&mut self) -> Option<Token<'r>> {
        while self.bytes.get(self.at).is_some_and(|byte| matches!(byte, b'\r' | b'\n' | 0)) {
            self.at += 1;
        }
        self.next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_bytes_and_signs() {
        let tokens: Vec<Token> = Tokens::new(b"{\\b0 a\\'95\n\\~\\u-3913?}").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Text(b'a'),
                Token::Byte(0x95),
                Token::Sign(b'~'),
                Token::Word("u", Some(-3913)),
                Token::Text(b'?'),
                Token::Close
            ]
        );
        assert_eq!(Tokens::new(b"\\bin99999 x").count(), 1);
    }
}
