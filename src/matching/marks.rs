//! What can be told of words without comparing them: a quick no before a slow yes.

/// A set of words that may say yes to a word it does not hold, never no to one it does. It has room for about a tenth
/// as many words as its `64 * SIZE` bits: with more it says yes too often to be of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks<const SIZE: usize>([u64; SIZE]);

impl<const SIZE: usize> Default for Marks<SIZE> {
    fn default() -> Self {
        Marks([0; SIZE])
    }
}

impl<const SIZE: usize> Marks<SIZE> {
    /// Adds a word by its mark.
    pub fn insert(&mut self, mark: u16) {
        let (part, bit) = Self::place(mark);
        self.0[part] |= bit;
    }

    /// Whether a word with this mark may be in the set.
    pub fn may_hold(&self, mark: u16) -> bool {
        let (part, bit) = Self::place(mark);
        self.0[part] & bit != 0
    }

    fn place(mark: u16) -> (usize, u64) {
        (usize::from(mark / 64) % SIZE, 1 << (mark % 64))
    }
}

/// Which letters a word has, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelling {
    letters: u32,
    length: u16,
    bytes: u16,
}

impl Spelling {
    /// The letters of a word; rare ones share a bit with common ones.
    pub fn of(word: &str) -> Spelling {
        let (mut letters, mut length) = (0, 0_u16);
        let bytes = u16::try_from(word.len()).unwrap_or(u16::MAX);
        for c in word.chars() {
            letters |= 1 << (u32::from(c) & 31);
            length = length.saturating_add(1);
        }
        Spelling { letters, length, bytes }
    }

    /// How many bytes it is written in.
    pub fn bytes(self) -> u16 {
        self.bytes
    }

    /// Whether two words may reach this value of Jaro and Winkler's measure, which no common letters can exceed:
    /// each letter that only one has takes its share, and a common beginning gives back four tenths of what lacks.
    pub fn may_reach(self, other: Spelling, value: f64) -> bool {
        let held = |a: Spelling, b: Spelling| {
            u32::from(a.length).saturating_sub((a.letters & !b.letters).count_ones())
        };
        let common = f64::from(held(self, other).min(held(other, self)));
        let jaro =
            (common / f64::from(self.length.max(1)) + common / f64::from(other.length.max(1)) + 1.0) / 3.0;
        jaro + 0.4 * (1.0 - jaro) >= value - 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::mark;

    proptest::proptest! {
        #[test]
        fn no_word_spelt_alike_is_passed_over(a in "[a-f']{1,9}", b in "[a-fé]{1,9}") {
            let value = strsim::jaro_winkler(&a, &b);
            proptest::prop_assert!(Spelling::of(&a).may_reach(Spelling::of(&b), value));
        }
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut marks = Marks::<2>::default();
        marks.insert(mark(b"prison"));
        assert!(marks.may_hold(mark(b"prison")));
        assert!(!marks.may_hold(mark(b"river")));
    }
}
