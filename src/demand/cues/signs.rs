//! Which families a sentence need be shown to: most rules of a family want one of a few words, which most sentences do not
//! hold. A sentence is read once for the words of all families.
//!
//! A family that wants another word must be told of it here: in debug builds every family is asked whatever its words are,
//! and what it finds without them stops the tests.

use crate::language::Tokens;

/// The families that may find something, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs(u32);

impl Signs {
    pub const RESOLUTION: Signs = Signs(1);
    pub const QUESTION: Signs = Signs(1 << 1);
    pub const IMPERSONAL: Signs = Signs(1 << 2);
    pub const DUTY: Signs = Signs(1 << 3);
    pub const NEED: Signs = Signs(1 << 4);
    pub const HOPE: Signs = Signs(1 << 5);
    pub const COURTESY: Signs = Signs(1 << 6);
    pub const WISH: Signs = Signs(1 << 7);
    pub const ANNOUNCED: Signs = Signs(1 << 8);
    pub const SLOGAN: Signs = Signs(1 << 9);
    pub const CONDITION: Signs = Signs(1 << 10);
    /// What no word tells of.
    pub const ANY: Signs = Signs(u32::MAX);

    /// The families of which a sentence holds a word, as it stands or as a form of it.
    pub fn of(words: Tokens) -> Signs {
        let mut signs = 0;
        for at in 0..words.len() {
            signs |= TABLE.get(words[at].folded.as_bytes());
            if let Some(lemma) = words.lemma(at) {
                signs |= TABLE.get(lemma.as_bytes());
            }
        }
        Signs(signs)
    }

    /// Whether any family is in both.
    pub fn share_one(self, other: Signs) -> bool {
        self.0 & other.0 > 0
    }
}

/// The words of each family: of each of its rules one that it does without none of.
const WORDS: [(Signs, &[&str]); 11] = [
    (
        Signs::RESOLUTION,
        &["agreed", "moved", "decides", "declares", "resolves", "resolved", "determines", "directs"],
    ),
    (Signs::QUESTION, &["?"]),
    (
        Signs::IMPERSONAL,
        &[
            "imperative",
            "critical",
            "essential",
            "vital",
            "crucial",
            "urgent",
            "important",
            "importance",
            "necessary",
            "time",
            "moment",
            "hour",
            "incumbent",
            "paramount",
            "indispensable",
            "mandatory",
            "fitting",
            "right",
            "appropriate",
            "what",
            "step",
            "safeguard",
            "measure",
            "solution",
            "remedy",
            "start",
            "improvement",
            "priority",
            "move",
            "task",
            "remains",
            "for",
        ],
    ),
    (
        Signs::DUTY,
        &[
            "up",
            "falls",
            "rests",
            "onus",
            "burden",
            "responsibility",
            "behoves",
            "behooves",
            "owe",
            "owes",
            "least",
            "nothing",
        ],
    ),
    (
        Signs::NEED,
        &[
            "needed",
            "needs",
            "necessity",
            "importance",
            "required",
            "necessary",
            "overdue",
            "essential",
            "need",
            "course",
            "thing",
            "way",
            "step",
            "remedy",
            "solution",
            "answer",
            "response",
            "option",
        ],
    ),
    (
        Signs::HOPE,
        &[
            "hope",
            "trust",
            "expect",
            "anticipate",
            "wish",
            "hopeful",
            "confident",
            "count",
            "rely",
            "depend",
            "hear",
            "look",
            "looking",
            "if",
            "grateful",
            "appreciative",
            "obliged",
            "gratified",
            "appreciate",
            "welcome",
            "thankful",
            "pleased",
            "glad",
            "helpful",
        ],
    ),
    (
        Signs::COURTESY,
        &[
            "favour",
            "favor",
            "kindness",
            "courtesy",
            "honour",
            "honor",
            "service",
            "thank",
            "good",
            "kind",
            "gracious",
            "courteous",
            "fit",
            "think",
            "find",
            "deem",
            "consider",
            "wish",
            "want",
            "like",
            "care",
            "wonder",
            "wondering",
            "wondered",
            "please",
            "pleased",
            "desire",
            "right",
        ],
    ),
    (
        Signs::WISH,
        &[
            "want",
            "need",
            "like",
            "love",
            "welcome",
            "wish",
            "require",
            "expect",
            "answer",
            "demand",
            "request",
            "solution",
            "ask",
            "asking",
            "recommendation",
            "appeal",
            "plea",
            "proposal",
            "propose",
            "demands",
            "requests",
            "way",
            "remedy",
            "seek",
            "suggestion",
            "petition",
            "prayer",
        ],
    ),
    (Signs::ANNOUNCED, &[":"]),
    (Signs::SLOGAN, &["say", "please", "!", "more", "hands"]),
    (Signs::CONDITION, &["until", "unless", "if"]),
];

/// The words of all families with the families of each, in places that their hashes tell.
struct Table([(u32, u32); PLACES]);

const PLACES: usize = 1024;

/// Made when the program is built.
static TABLE: Table = {
    let mut places = [(0, 0); PLACES];
    let mut family = 0;
    while family < WORDS.len() {
        let (signs, words) = WORDS[family];
        let mut at = 0;
        while at < words.len() {
            let hash = hash(words[at].as_bytes());
            let mut place = hash as usize % PLACES;
            while places[place].0 != 0 && places[place].0 != hash {
                place = (place + 1) % PLACES;
            }
            places[place] = (hash, places[place].1 | signs.0);
            at += 1;
        }
        family += 1;
    }
    Table(places)
};

impl Table {
    /// The families of a word. One that is no word of any may, once in millions of times, be taken for one: a family is then
    /// asked for nothing.
    fn get(&self, word: &[u8]) -> u32 {
        let hash = hash(word);
        let mut place = hash as usize % PLACES;
        loop {
            let (known, signs) = self.0[place];
            if known == hash || known == 0 {
                return signs;
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// The hash of a word, never 0.
const fn hash(word: &[u8]) -> u32 {
    let mut hash = word.len() as u32;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) | 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens;
    use crate::lexicon::Lexicon;

    #[test]
    fn words_and_their_forms_are_known() {
        let signs = |text: &str| {
            let lexicon = Lexicon::builtin();
            Signs::of(Tokens::new(&tokens(text, lexicon), lexicon))
        };
        assert!(signs("We were hoping").share_one(Signs::HOPE));
        assert!(signs("It Behoves them").share_one(Signs::DUTY));
        assert!(!signs("Birds sing in the trees.").share_one(Signs::ANY));
    }
}
