//! What letters are about. A demand goes on in letters about the same affair; that two letters about other matters
//! ask in like words for a meeting or a report makes no thread.

use crate::lexicon::{fnv, telling};
use crate::text::fold_word;
use foldhash::HashMap;

/// So many of a letter's words tell what it is about. A letter that has fewer tells too little.
const WORDS: usize = 64;

/// Words less telling than this stand in letters about anything: one sentence in twenty holds them.
const LEAST_TELLING: f64 = 3.0;

/// Letters this alike speak of one affair, for all that their words can say; see `docs/accuracy.md`.
const KIN: f64 = 0.2;

/// The odds of a thread fall no lower than to this part for what their letters are about.
const LEAST: f64 = 0.05;

/// What a letter is about: its most telling words, each by its hash with its share, sorted; the squares of the shares
/// add up to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Affair(Box<[(u32, f32)]>);

impl Affair {
    /// Reads what a letter is about; nothing where the letter is too short to say.
    ///
    /// ```
    /// use demarche::matching::Affair;
    /// assert!(Affair::of("We urge you to release the hostages.").is_none());
    /// ```
    pub fn of(text: &str) -> Option<Affair> {
        let mut counts: HashMap<u32, (u32, f64)> = HashMap::default();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
            let folded = fold_word(word);
            // Numbers are dates and pages more often than matters.
            if folded.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let hash = fnv(folded.as_bytes());
            counts.entry((hash ^ hash >> 32) as u32).or_insert_with(|| (0, telling(&folded))).0 += 1;
        }
        let mut words: Vec<(u32, f64)> = counts
            .into_iter()
            .filter(|(_, (_, tells))| *tells >= LEAST_TELLING)
            .map(|(word, (count, tells))| (word, tells * (1.0 + f64::from(count).ln())))
            .collect();
        if words.len() < WORDS {
            return None;
        }
        words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        words.truncate(WORDS);
        let length = words.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        words.sort_unstable_by_key(|(word, _)| *word);
        Some(Affair(words.into_iter().map(|(word, weight)| (word, (weight / length) as f32)).collect()))
    }

    /// How alike what two letters are about is, 0 to 1: the cosine of their words.
    pub fn likeness(&self, other: &Affair) -> f64 {
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut sum = 0.0;
        while let (Some((a, share)), Some((b, others))) = (one.peek(), two.peek()) {
            if a == b {
                sum += f64::from(*share) * f64::from(*others);
            }
            let (on, along) = (a <= b, b <= a);
            if on {
                one.next();
            }
            if along {
                two.next();
            }
        }
        sum
    }

    /// To what part the odds that a demand goes on from one letter into the other fall for what the two are about,
    /// 0.05 to 1; see `docs/accuracy.md` for how it was found.
    pub fn odds(&self, other: &Affair) -> f64 {
        (self.likeness(other) / KIN).clamp(LEAST, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(words: impl Iterator<Item = usize>) -> Affair {
        let text: Vec<String> = words.map(|n| format!("zq{}", "x".repeat(n))).collect();
        Affair::of(&text.join(" ")).expect("long enough")
    }

    #[test]
    fn letters_of_other_words_are_no_kin() {
        let one = about(0..64);
        assert!((one.likeness(&one) - 1.0).abs() < 1e-6);
        assert_eq!(one.odds(&about(100..164)), LEAST);
        assert!((one.likeness(&about(32..96)) - 0.5).abs() < 1e-3);
        assert_eq!(one.odds(&about(32..96)), 1.0);
    }

    #[test]
    fn short_letters_tell_nothing() {
        assert_eq!(Affair::of(&"hostages ".repeat(500)), None);
    }
}
