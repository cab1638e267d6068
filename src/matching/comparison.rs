//! Two demands side by side: how much each aspect of one is found in the other.

use super::canonical::{Canonical, Deed, Word};
use crate::lexicon::Lexicon;
use std::collections::BTreeSet;

/// The aspects compared, each a number that the score weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The act: up to 1 the same, up to 0.7 of one group, 0 unlike, -1 one undoes the other.
    Act,
    /// How much of each object the other names, the mean of both sides, 0 to 1.
    Object,
    /// How much of the object that is named best the other names, 0 to 1.
    ObjectCovered,
    /// The act times the object: the same done to the same, -1 to 1.
    ActOnObject,
    /// Instruments: 1 shared, 0 none named, -1 both name others, -0.3 only one names one.
    Instrument,
    /// Amounts: 1 shared, 0 none on one side, -1 unlike.
    Amount,
    /// How much of each demand's words the other holds in the same or like words, the mean of both, 0 to 1.
    LikeWords,
    /// The same of the demand that is covered better, 0 to 1.
    LikeWordsCovered,
}

impl Aspect {
    /// Its name in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Act => "act",
            Aspect::Object => "object",
            Aspect::ObjectCovered => "object-covered",
            Aspect::ActOnObject => "act-on-object",
            Aspect::Instrument => "instrument",
            Aspect::Amount => "amount",
            Aspect::LikeWords => "like-words",
            Aspect::LikeWordsCovered => "words-covered",
        }
    }

    /// All aspects, in the order they are shown.
    pub const ALL: [Aspect; ASPECTS] = [
        Aspect::Act,
        Aspect::Object,
        Aspect::ObjectCovered,
        Aspect::ActOnObject,
        Aspect::Instrument,
        Aspect::Amount,
        Aspect::LikeWords,
        Aspect::LikeWordsCovered,
    ];
}

/// How many aspects there are.
pub const ASPECTS: usize = 8;

/// What a comparison found.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'c> {
    /// The value of each aspect, in the order of [`Aspect::ALL`].
    pub values: [f64; ASPECTS],
    /// Things both name with the weight of the lighter mention, most telling first.
    pub shared: Vec<(&'c str, f64)>,
    /// One asks for what the other asks not to be done.
    pub opposed: bool,
}

/// A demand of one telling word is covered by chance: so much weight that is not found is added to each.
const SPARSE: f64 = 0.7;

/// Compares two demands; symmetric.
pub fn compare<'c>(a: &'c Canonical, b: &'c Canonical, lexicon: &Lexicon) -> Comparison<'c> {
    let mut shared = shared(a, b);
    let (act, opposed) = act(a, b, lexicon);
    let instrument = instruments(&a.instruments, &b.instruments);
    let (object, object_covered) = objects(a, b, &shared);
    let (like_words, like_words_covered) = like_words(a, b);
    let values = [
        act,
        object,
        object_covered,
        act * if instrument > 0.5 { 1.0 } else { object },
        instrument,
        amounts(&a.amounts, &b.amounts),
        like_words,
        like_words_covered,
    ];
    // An empty sum is a negative zero, which reads oddly.
    let values = values.map(|value| value + 0.0);
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    Comparison { values, shared, opposed }
}

/// Keys both name, with the weight of the lighter mention.
fn shared<'c>(a: &'c Canonical, b: &'c Canonical) -> Vec<(&'c str, f64)> {
    let mut shared: Vec<(&str, f64)> = a
        .things
        .iter()
        .filter(|(_, thing)| b.thing_marks.may_hold(thing.mark))
        .filter_map(|(key, thing)| {
            b.things.get(key).map(|other| (key.as_str(), thing.weight.min(other.weight)))
        })
        .collect();
    for (one, other) in [(a, b), (b, a)] {
        for (initials, keys) in &one.initials {
            if let Some(short) = other.things.get(initials)
                && !one.things.contains_key(initials)
            {
                shared.extend(
                    keys.iter()
                        .filter(|key| one.things.contains_key(*key) && !other.things.contains_key(*key))
                        .map(|key| (key.as_str(), short.weight)),
                );
            }
        }
    }
    shared
}

/// The share of each object's weight that the other demand names: the mean of both sides, and the greater.
fn objects(a: &Canonical, b: &Canonical, shared: &[(&str, f64)]) -> (f64, f64) {
    let part = |canonical: &Canonical| {
        let all: f64 = canonical.things.values().filter(|thing| thing.object).map(|thing| thing.weight).sum();
        let found: f64 = canonical
            .things
            .iter()
            .filter(|(key, thing)| thing.object && shared.iter().any(|(known, _)| known == key))
            .map(|(_, thing)| thing.weight)
            .sum();
        found / (all + SPARSE)
    };
    let (one, other) = (part(a), part(b));
    ((one + other) / 2.0, one.max(other))
}

fn main_act(canonical: &Canonical) -> Option<&Deed> {
    canonical.acts.first().filter(|act| act.main)
}

/// The act that both ask for, weighed by how much it says; and whether one asks for what the other asks to undo.
fn act(a: &Canonical, b: &Canonical, lexicon: &Lexicon) -> (f64, bool) {
    if let (Some(one), Some(other)) = (main_act(a), main_act(b)) {
        let alike = likeness(one, other) > 0.0;
        let opposite = lexicon.concepts().opposed(&one.lemma, &other.lemma);
        if if a.negated == b.negated { opposite } else { alike } {
            return (-1.0, true);
        }
        // "lift the sanctions" and "impose sanctions"
        let ended = |one: &Canonical, other: &Deed| one.undone.as_ref() == Some(&other.lemma) && !one.negated;
        if ended(a, other) && b.undone.is_none() && !b.negated
            || ended(b, one) && a.undone.is_none() && !a.negated
        {
            return (-1.0, true);
        }
        if a.negated != b.negated && opposite {
            return (0.7 * one.tells.max(other.tells), false);
        }
    }
    let best =
        a.acts.iter().flat_map(|one| b.acts.iter().map(|other| likeness(one, other))).fold(0.0, f64::max);
    (best, false)
}

/// How alike two acts are, 0 to 1: one verb, or verbs of one group, weighed by how much they say.
fn likeness(a: &Deed, b: &Deed) -> f64 {
    if a.lemma == b.lemma {
        a.tells.min(b.tells)
    } else if a.groups.iter().any(|group| b.groups.contains(group)) {
        0.7 * a.tells.min(b.tells)
    } else {
        0.0
    }
}

fn instruments(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => 0.0,
        (false, false) if a.iter().any(|one| b.iter().any(|other| same_instrument(one, other))) => 1.0,
        (false, false) => -1.0,
        _ => -0.3,
    }
}

/// One name holds all words of the other: "Criminal Code", "section 146 of the Criminal Code".
fn same_instrument(a: &str, b: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> { name.split(' ').map(str::to_owned).collect() };
    let (a, b) = (words(a), words(b));
    a.is_subset(&b) || b.is_subset(&a)
}

/// How much of one demand's words stands in the other, in the same or like words: the mean of both ways, and the greater.
fn like_words(a: &Canonical, b: &Canonical) -> (f64, f64) {
    let (one, other) = (telling_coverage(a, b), telling_coverage(b, a));
    ((one + other) / 2.0, one.max(other))
}

/// How much of the telling words of `a` stands in `b`, in the same or like words, 0 to 1.
pub fn telling_coverage(a: &Canonical, b: &Canonical) -> f64 {
    let (mut found, mut all) = (0.0, 0.0);
    for (stem, word) in &a.words {
        found += word.weight * likest(stem, word, b);
        all += word.weight;
    }
    found / (all + SPARSE)
}

/// Spellings at least this alike (Jaro and Winkler's measure) are one word, misspelt or in another form.
pub const SPELT_ALIKE: f64 = 0.94;

/// How like a word is to the likest word of a demand, 0 to 1.
fn likest(stem: &str, word: &Word, demand: &Canonical) -> f64 {
    let holds = |mark: u16, stem: &str| demand.word_marks.may_hold(mark) && demand.words.contains_key(stem);
    if holds(word.mark, stem) {
        return 1.0;
    }
    let its_own = Some(stem).filter(|_| demand.near_marks.may_hold(word.mark));
    let its_own = its_own.and_then(|stem| demand.near.get(stem)).copied().unwrap_or(0.0);
    let near = word.near.iter().filter(|near| holds(near.mark, &near.stem));
    let near = near.map(|near| near.likeness).fold(its_own, f64::max);
    // Only words that no dictionary knows are looked at letter by letter: names, and slips of the pen.
    if near > 0.0 || !word.unknown {
        return near;
    }
    let alike = demand
        .words
        .iter()
        .filter(|(other, known)| other.len() > 4 && word.spelling.may_reach(known.spelling, SPELT_ALIKE));
    let spelt = alike.map(|(other, _)| strsim::jaro_winkler(stem, other)).fold(0.0, f64::max);
    if spelt >= SPELT_ALIKE { spelt } else { 0.0 }
}

fn amounts(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    match (a.is_empty() || b.is_empty(), a.intersection(b).next().is_some()) {
        (true, _) => 0.0,
        (_, true) => 1.0,
        _ => -1.0,
    }
}
