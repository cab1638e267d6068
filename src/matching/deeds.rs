//! The acts that a demand names: the one asked for, those joined to it, and the one that it asks to end.

use crate::demand::Reading;
use crate::language::Tokens;
use crate::lexicon::{Class, Groups, Key, Lexicon, telling};
use std::sync::LazyLock;

/// An act that a demand names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deed {
    /// Base form of its verb.
    pub lemma: Key,
    /// The groups of acts its verb belongs to.
    pub groups: Groups,
    /// The groups of acts that undo those.
    pub opposites: Groups,
    /// Whoever is asked is to give money, by whichever verb.
    pub gives_money: bool,
    /// How much it says by itself, 0 to 1: "ratify" much, "take" little; half where it is not the act asked for.
    pub tells: f64,
    /// It is the act asked for.
    pub main: bool,
}

/// Telling words weigh no more than this many nats: past it, a word is merely rare.
pub const MOST_TELLING: f64 = 9.0;

impl Deed {
    /// An act by its verb.
    pub fn of(lemma: &str, main: bool, lexicon: &Lexicon) -> Deed {
        let tells = act_tells(lemma, lexicon);
        Deed {
            lemma: Key::of(lemma),
            groups: lexicon.concepts().groups_of(lemma),
            opposites: lexicon.concepts().opposites_of(lemma),
            gives_money: false,
            tells: if main { tells } else { tells / 2.0 },
            main,
        }
    }
}

/// The act asked for, then the acts joined to it or meant by it.
pub fn deeds(words: Tokens, reading: &Reading) -> Vec<Deed> {
    let lexicon = words.lexicon();
    let head = words.iter().position(|token| reading.head.is_some_and(|head| head.contains(token.span)));
    let phrasal = head.and_then(|head| phrasal(words, head));
    let main = phrasal.or(reading.action.as_deref());
    let mut deeds: Vec<Deed> = main.iter().map(|lemma| Deed::of(lemma, true, lexicon)).collect();
    for at in 1..words.len() {
        let joined = words.is_any(at - 1, &["and", "or", "to", "/", "not"]) && words.is_base(at)
            || words.has(at, Class::GERUND)
                && words
                    .is_any(at - 1, &["and", "or", "by", "of", "at", "for", "to", "towards", "including"])
            || words.has(at, Class::GERUND) && rules(words, at);
        let noun = words.has(at, Class::NOMINAL)
            && words.is_any(at + 1, &["of", "to", "into", "on", "and", "for", "from", "against"]);
        let lemma =
            if noun { lexicon.verb_of_noun(&words[at].folded) } else { words.lemma(at).filter(|_| joined) };
        if let Some(lemma) = lemma
            && !deeds.iter().any(|known| known.lemma.as_str() == lemma)
        {
            deeds.push(Deed::of(lemma, false, lexicon));
        }
    }
    deeds
}

/// Whether a law or decision stands before `at`, which says what it does: "a law **banning** cages".
fn rules(words: Tokens, at: usize) -> bool {
    let before = if words.is(at - 1, ",") { at.checked_sub(2) } else { Some(at - 1) };
    before.is_some_and(|before| words.has(before, Class::ARTIFACT))
}

/// How many words may stand between the parts of a verb: "bring all of those responsible to justice".
const APART: usize = 8;

/// The verb that says in one word what the verb at `head` says in several, by the longest of them.
fn phrasal(words: Tokens, head: usize) -> Option<&'static str> {
    let found = words.lexicon().phrases_of(words.lemma(head)?).filter(|(rest, _)| {
        let at = words.skip_adverbs(head + 1);
        match rest.strip_prefix("… ") {
            Some(rest) => (at + 1..words.len().min(at + APART))
                .take_while(|at| words[at - 1].is_word())
                .any(|at| words.phrase(at, rest)),
            None => words.phrase(at, rest) || words.phrase(head + 1, rest),
        }
    });
    found.max_by_key(|(rest, _)| rest.len()).map(|(_, verb)| verb)
}

/// Groups of acts that end or hinder what they act upon.
static ENDING: LazyLock<Groups> = LazyLock::new(|| {
    let named = ["end", "suspend", "ban", "repeal", "prevent"].map(Groups::named);
    named.into_iter().fold(Groups::default(), Groups::and)
});

/// How far behind a verb that ends things the act that it ends may stand.
const REACH: usize = 12;

/// The act that a verb of ending ends: "stop **building**", "prohibit the agency from **collecting**", "abandon the
/// plan to **close**", "lift the **sanctions**".
pub fn undone(words: Tokens, reading: &Reading) -> Option<Deed> {
    let lexicon = words.lexicon();
    let groups = lexicon.concepts().groups_of(reading.action.as_deref()?);
    if !groups.share_one(*ENDING) {
        return None;
    }
    let head = words.iter().position(|token| reading.head.is_some_and(|head| head.contains(token.span)))?;
    let next = words.skip_adverbs(head + 1);
    let verb = |at: usize| words.lemma(at).map(|lemma| Deed::of(lemma, true, lexicon));
    let verbal = |at: usize| words.has(at, Class::GERUND) && !words.has(at + 1, Class::BE);
    if verbal(next) {
        return verb(next);
    }
    for at in next..words.len().min(head + REACH) {
        if !words[at].is_word() {
            break;
        }
        let inner = words.skip_adverbs(at + 1);
        if words.is_any(at, &["from", "of"]) && verbal(inner) || words.is(at, "to") && words.is_base(inner) {
            return verb(inner);
        }
    }
    let noun = (next..words.len().min(head + 6)).find(|at| words.has(*at, Class::NOMINAL))?;
    lexicon.verb_of_noun(&words[noun].folded).map(|lemma| Deed::of(lemma, true, lexicon))
}

/// How much a verb says by itself: by how rare it is, and little where it only means that something is done.
fn act_tells(lemma: &str, lexicon: &Lexicon) -> f64 {
    let general = lexicon.action_classes().of(lemma).is_some() || lexicon.concepts().takes_anything(lemma);
    let rare = telling(lemma).min(MOST_TELLING) / MOST_TELLING;
    if general { rare / 2.0 } else { rare }
}
