//! Two demands side by side: how much each aspect of one is found in the other.

use super::canonical::{Canonical, Word};
use super::deeds::Deed;
use super::head::Noun;
use crate::lexicon::{Groups, Key};
use std::sync::LazyLock;

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
    /// Instruments: 1 shared, 0 none named, -1 both name others, -0.3 only one names one.
    Instrument,
    /// Amounts: 1 shared, 0 none on one side, -1 unlike.
    Amount,
    /// How much of each demand's words the other holds in the same or like words, the mean of both, 0 to 1.
    LikeWords,
    /// The same of the demand that is covered better, 0 to 1.
    LikeWordsCovered,
    /// Both acts are known and none is like the other: by how much they say, 0 to -1.
    OtherAct,
    /// The nouns at the head of the objects: up to 1 alike, down to -1 unlike, 0 where one has none.
    Head,
    /// Both acts are done to an instrument: 1 to the same, -1 to another, else 0.
    NamedObject,
    /// Where the heads are alike, the nouns that tell which ("aid to **farmers**"): up to 1 alike, down to -1 unlike.
    Tail,
}

impl Aspect {
    /// Its name in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Aspect::Act => "act",
            Aspect::Object => "object",
            Aspect::ObjectCovered => "object-covered",
            Aspect::Instrument => "instrument",
            Aspect::Amount => "amount",
            Aspect::LikeWords => "like-words",
            Aspect::LikeWordsCovered => "words-covered",
            Aspect::OtherAct => "other-act",
            Aspect::Head => "head",
            Aspect::NamedObject => "named-object",
            Aspect::Tail => "tail",
        }
    }

    /// All aspects, in the order they are shown.
    pub const ALL: [Aspect; ASPECTS] = [
        Aspect::Act,
        Aspect::Object,
        Aspect::ObjectCovered,
        Aspect::Instrument,
        Aspect::Amount,
        Aspect::LikeWords,
        Aspect::LikeWordsCovered,
        Aspect::OtherAct,
        Aspect::Head,
        Aspect::NamedObject,
        Aspect::Tail,
    ];
}

/// How many aspects there are.
pub const ASPECTS: usize = 11;

/// What a comparison found.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The value of each aspect, in the order of [`Aspect::ALL`].
    pub values: [f64; ASPECTS],
    /// Things both name with the weight of the lighter mention.
    pub shared: Vec<(Key, f64)>,
    /// One asks for what the other asks not to be done.
    pub opposed: bool,
}

/// A demand of one telling word is covered by chance: so much weight that is not found is added to each.
pub const SPARSE: f64 = 0.7;

/// Compares two demands; symmetric.
pub fn compare(a: &Canonical, b: &Canonical) -> Comparison {
    let shared = shared(a, b);
    let (act, opposed) = act(a, b);
    let instrument = instruments(a.instruments(), b.instruments());
    let (object, object_covered) = objects(a, b, &shared);
    let (like_words, like_words_covered) = like_words(a, b);
    let values = [
        act,
        object,
        object_covered,
        instrument,
        amounts(a.amounts(), b.amounts()),
        like_words,
        like_words_covered,
        other_act(a, b, act),
        heads(a, b),
        named_objects(a, b),
        tails(a, b),
    ];
    // An empty sum is a negative zero, which reads oddly.
    let values = values.map(|value| value + 0.0);
    Comparison { values, shared, opposed }
}

/// Keys both name, with the weight of the lighter mention.
fn shared(a: &Canonical, b: &Canonical) -> Vec<(Key, f64)> {
    let mut shared: Vec<(Key, f64)> = a
        .things
        .iter()
        .filter(|(_, thing)| b.thing_marks.may_hold(thing.mark))
        .filter_map(|(key, thing)| b.things.get(key).map(|other| (key, thing.weight.min(other.weight))))
        .collect();
    for (one, other) in [(a, b), (b, a)] {
        for (initials, keys) in one.initials() {
            if let Some(short) = other.things.get(initials)
                && !one.things.contains(initials)
            {
                shared.extend(
                    keys.iter()
                        .filter(|key| one.things.contains(**key) && !other.things.contains(**key))
                        .map(|key| (*key, short.weight)),
                );
            }
        }
    }
    shared
}

/// The share of each object's weight that the other demand names: the mean of both sides, and the greater.
fn objects(a: &Canonical, b: &Canonical, shared: &[(Key, f64)]) -> (f64, f64) {
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

/// How alike the heads of the objects are, 1 to -1.
fn heads(a: &Canonical, b: &Canonical) -> f64 {
    let (Some(one), Some(other)) = (a.head, b.head) else { return 0.0 };
    // Two conventions are two things, though both are conventions.
    if named_objects(a, b) < 0.0 {
        return 0.0;
    }
    nouns(&one.noun, &other.noun)
}

/// How alike two nouns are, 1 to -1, by how much they tell.
fn nouns(one: &Noun, other: &Noun) -> f64 {
    let tells = one.tells.min(other.tells);
    match one.likeness(other) {
        0.0 => -tells,
        likeness => likeness * tells,
    }
}

/// Where the heads of the objects are alike: how alike the nouns are that tell which, 1 to -1.
fn tails(a: &Canonical, b: &Canonical) -> f64 {
    let (Some(one), Some(other)) = (a.head, b.head) else { return 0.0 };
    match (one.tail, other.tail) {
        (Some(a), Some(b)) if one.noun.likeness(&other.noun) >= ALIKE => nouns(&a, &b),
        _ => 0.0,
    }
}

/// Heads at least this alike are one noun, for all that matters to what hangs on them.
const ALIKE: f64 = 0.5;

/// Whether both acts are done to one instrument, 1, or to two, -1.
fn named_objects(a: &Canonical, b: &Canonical) -> f64 {
    match (a.head.and_then(|head| head.named), b.head.and_then(|head| head.named)) {
        (Some(one), Some(other)) if same_instrument(one, other) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    }
}

/// How much both acts say where they have nothing in common, below zero.
fn other_act(a: &Canonical, b: &Canonical, act: f64) -> f64 {
    match (main_act(a), main_act(b)) {
        (Some(one), Some(other)) if act == 0.0 => -one.tells.min(other.tells),
        _ => 0.0,
    }
}

/// What a demand asks to be done or not to be done: its act, and the act that it asks to end, which is not to be done.
fn intents(canonical: &Canonical) -> impl Iterator<Item = (&Deed, bool)> {
    let main = main_act(canonical).map(|act| (act, canonical.negated));
    main.into_iter().chain(canonical.undone().map(|act| (act, !canonical.negated)))
}

/// Whether `act` is what a demand asks to do in order to end `other`.
fn ends(demand: &Canonical, act: &Deed, other: &Deed) -> bool {
    act.main
        && demand.undone().is_some_and(|undone| undone.lemma == other.lemma && undone.lemma != act.lemma)
        && main_act(demand).is_some_and(|main| main.lemma == act.lemma)
}

/// The act that both ask for, weighed by how much it says; and whether one asks for what the other asks to undo.
fn act(a: &Canonical, b: &Canonical) -> (f64, bool) {
    let (mut like, mut against) = (0.0_f64, false);
    for (one, not_one) in intents(a) {
        for (other, not_other) in intents(b) {
            // "abandon the plan to close it" and "close it": that closing ends something too makes them no more alike.
            if ends(a, one, other) || ends(b, other, one) {
                continue;
            }
            let alike = likeness(one, other);
            let opposite = opposed(one, other);
            if not_one == not_other {
                like = like.max(alike);
                against |= opposite;
            } else {
                against |= alike > 0.0;
                if opposite {
                    like = like.max(0.7 * one.tells.max(other.tells));
                }
            }
        }
    }
    if against && like == 0.0 {
        return (-1.0, true);
    }
    let best =
        a.acts.iter().flat_map(|one| b.acts.iter().map(|other| likeness(one, other))).fold(like, f64::max);
    (best, false)
}

/// Whether one of two acts undoes the other.
fn opposed(a: &Deed, b: &Deed) -> bool {
    let undoes = a.opposites.share_one(b.groups) || b.opposites.share_one(a.groups);
    undoes && !a.groups.share_one(b.groups)
}

static FUND: LazyLock<Groups> = LazyLock::new(|| Groups::named("fund"));

/// The groups of an act, of which giving money is one whatever its verb.
pub fn all_groups(act: &Deed) -> Groups {
    if act.gives_money { act.groups.and(*FUND) } else { act.groups }
}

/// How alike two acts are, 0 to 1: one verb, or verbs of one group, weighed by how much they say.
fn likeness(a: &Deed, b: &Deed) -> f64 {
    if a.lemma == b.lemma {
        a.tells.min(b.tells)
    } else if all_groups(a).share_one(all_groups(b)) {
        0.7 * a.tells.min(b.tells)
    } else {
        0.0
    }
}

fn instruments(a: &[Key], b: &[Key]) -> f64 {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => 0.0,
        (false, false) if a.iter().any(|one| b.iter().any(|other| same_instrument(*one, *other))) => 1.0,
        (false, false) => -1.0,
        _ => -0.3,
    }
}

/// Words that tell what kind of instrument a name is of, not which: a short name leaves them out or has another.
const KINDS: [&str; 28] = [
    "act",
    "agreement",
    "amendment",
    "amendments",
    "bill",
    "charter",
    "code",
    "constitution",
    "convention",
    "covenant",
    "declaration",
    "international",
    "law",
    "laws",
    "legislation",
    "of",
    "on",
    "plan",
    "policy",
    "program",
    "programme",
    "protocol",
    "regulation",
    "resolution",
    "sanctions",
    "the",
    "to",
    "treaty",
];

/// One name holds all telling words of the other: "Criminal Code", "section 146 of the Criminal Code".
pub fn same_instrument(a: Key, b: Key) -> bool {
    let within = |a: &str, b: &str| {
        let mut telling = a.split(' ').filter(|word| !KINDS.contains(word)).peekable();
        let some = telling.peek().is_some();
        let all = some && telling.all(|word| b.split(' ').any(|other| other == word));
        all || !some && a.split(' ').all(|word| b.split(' ').any(|other| other == word))
    };
    a == b || within(a.as_str(), b.as_str()) || within(b.as_str(), a.as_str())
}

/// How much of one demand's words stands in the other, in the same or like words: the mean of both ways, and the greater.
fn like_words(a: &Canonical, b: &Canonical) -> (f64, f64) {
    // "the Convention on the Rights of …", of whom they are the rights tells two conventions apart.
    let apart = instruments(a.instruments(), b.instruments()) == -1.0;
    let (one, other) = (coverage(a, b, apart), coverage(b, a, apart));
    ((one + other) / 2.0, one.max(other))
}

/// How much of the telling words of `a` stands in `b`, in the same or like words, 0 to 1.
pub fn telling_coverage(a: &Canonical, b: &Canonical) -> f64 {
    coverage(a, b, false)
}

/// The same, where the names of their instruments may be two that are `apart`: what they share says nothing then.
fn coverage(a: &Canonical, b: &Canonical, apart: bool) -> f64 {
    let (mut found, mut all) = (0.0, 0.0);
    // The words of `b` that any word of `a` is like: mostly none.
    let like = |(key, word): &(Key, &Word)| {
        a.near_marks.may_hold(word.mark) && a.near.binary_search_by_key(key, |(near, _)| *near).is_ok()
    };
    let bits = b.words.iter().filter(like).fold(0, |bits, (key, _)| bits | key.bit());
    for (stem, word) in a.words.iter() {
        let in_names = apart && word.in_name && b.words.get(stem).is_some_and(|other| other.in_name);
        if !in_names {
            found += word.weight * likest(stem, word, b, bits);
        }
        all += word.weight;
    }
    found / (all + SPARSE)
}

/// Spellings at least this alike (Jaro and Winkler's measure) are one word, misspelt or in another form.
pub const SPELT_ALIKE: f64 = 0.94;

/// How like a word is to the likest word of a demand, 0 to 1; the words it may be like have these bits.
fn likest(stem: Key, word: &Word, demand: &Canonical, bits: u64) -> f64 {
    let holds = |mark: u16, stem: Key| demand.word_marks.may_hold(mark) && demand.words.contains(stem);
    if holds(word.mark, stem) {
        return 1.0;
    }
    let its_own = Some(stem).filter(|_| demand.near_marks.may_hold(word.mark));
    let its_own = its_own.and_then(|stem| demand.near.binary_search_by_key(&stem, |(near, _)| *near).ok());
    let its_own = its_own.map_or(0, |at| demand.near[at].1);
    let mut near = its_own;
    if bits > 0 {
        let held = word.near.iter().filter(|(near, _)| near.bit() & bits > 0 && demand.words.contains(*near));
        near = held.map(|(_, likeness)| likeness).fold(near, u8::max);
    }
    let near = f64::from(near) / 100.0;
    // Only words that no dictionary knows are looked at letter by letter: names, and slips of the pen.
    if near > 0.0 || !word.unknown {
        return near;
    }
    let alike = demand.words.iter().filter(|(_, known)| {
        known.spelling.bytes() > 4 && word.spelling.may_reach(known.spelling, SPELT_ALIKE)
    });
    let spelt =
        alike.map(|(other, _)| strsim::jaro_winkler(stem.as_str(), other.as_str())).fold(0.0, f64::max);
    if spelt >= SPELT_ALIKE { spelt } else { 0.0 }
}

fn amounts(a: &[Key], b: &[Key]) -> f64 {
    match (a.is_empty() || b.is_empty(), a.iter().any(|one| b.contains(one))) {
        (true, _) => 0.0,
        (_, true) => 1.0,
        _ => -1.0,
    }
}
