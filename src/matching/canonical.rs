//! The normal form of a demand: what it asks to be done to what. Only ever compared, never shown.

use super::abbreviations::Abbreviations;
use super::deeds::{Deed, MOST_TELLING, deeds, undone};
use super::head::Head;
use super::keyed::Keyed;
use super::marks::{Marks, Spelling};
use crate::demand::{self, QualifierKind, Reading, Value};
use crate::embedding::{Meaning, Model};
use crate::language::{Kind, Token, Tokens, tokens};
use crate::lexicon::{Class, Facts, Key, Lexicon, Near, facts};
use crate::text::{Span, fold, without_genitive};
use foldhash::HashMap;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// What a demand names, and how much it says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thing {
    /// How telling the word is, 0 to 1.
    pub weight: f64,
    /// It is what the act acts upon, not what surrounds it.
    pub object: bool,
    /// The word as written, folded.
    pub word: Key,
    /// The mark of its key.
    pub mark: u16,
}

/// A telling word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Word {
    /// How telling it is, 0 to 1.
    pub weight: f64,
    /// No table knows it: a name, or a slip of the pen.
    pub unknown: bool,
    /// It stands in the name of an instrument.
    pub in_name: bool,
    /// Words used in like contexts.
    pub near: Near,
    /// The stem's mark.
    pub mark: u16,
    /// How the stem is spelt.
    pub spelling: Spelling,
}

/// The normal form of a demand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Canonical {
    /// Its act, and the acts joined to it or behind it: "amend the code **to decriminalize**".
    pub acts: Vec<Deed>,
    /// Asked not to be done.
    pub negated: bool,
    /// The noun at the head of its object: "pay" in "raise the pay of nurses".
    pub head: Option<Head>,
    /// Concepts and stems.
    pub things: Keyed<Thing>,
    /// Its telling words, by stem.
    pub words: Keyed<Word>,
    /// Stems of words used in contexts like theirs, sorted, with how like the contexts are in percent.
    pub near: Vec<(Key, u8)>,
    /// The marks of its things.
    pub thing_marks: Marks<1>,
    /// The marks of its telling words.
    pub word_marks: Marks<2>,
    /// The marks of the words of like contexts.
    pub near_marks: Marks<4>,
    /// The hash of its folded words, sorted: demands with one hash have the same words. None without words.
    pub same_words: Option<[u8; 16]>,
    /// What few demands name; none where nothing of it is named.
    rare: Option<Box<Rare>>,
    /// What it means to the user's own model, where there is one.
    pub meaning: Option<Meaning>,
}

/// What few demands name. A million of them would hold much room for what is not there.
#[derive(Debug, Clone, Default, PartialEq)]
struct Rare {
    undone: Option<Deed>,
    instruments: Vec<Key>,
    amounts: Vec<Key>,
    initials: Keyed<Box<[Key]>>,
}

/// Words less telling than this are not looked for in the other demand: one sentence in twenty holds them.
const LEAST_TELLING: f64 = 3.0;

/// Names say whom a demand is about, less what it asks: they weigh this much of a word.
const NAMED: f64 = 0.5;

/// What a demand only refers to weighs this much of what it names.
const REFERRED: f64 = 0.7;

/// What stands outside the object tells this much of what stands in it.
const OUTSIDE: f64 = 0.5;

impl Canonical {
    /// Reads the normal form of a demand's text.
    pub fn of(text: &str, lexicon: &Lexicon) -> Canonical {
        let all = tokens(text, lexicon);
        let words = Tokens::new(&all, lexicon);
        let reading = demand::read_whole(words);
        let folded = fold(text);
        let mut sorted: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        sorted.sort_unstable();
        let mut canonical = Canonical {
            acts: deeds(words, &reading),
            negated: reading.negated,
            same_words: hash(&sorted.join(" ")),
            ..Canonical::default()
        };
        if let Some(act) = undone(words, &reading) {
            canonical.rarely().undone = Some(act);
        }
        canonical.name_qualifiers(&reading);
        canonical.name_things(words, &reading);
        canonical.note_money(words, &reading);
        canonical.note_neighbours(
            words,
            reading.action.as_deref(),
            reading.head,
            &instruments(&reading).map(|(span, _)| span).collect::<Vec<_>>(),
        );
        canonical.shrink();
        canonical
    }

    /// The same with what the text means to a model, if there is one.
    #[must_use]
    pub fn with_meaning(mut self, text: &str, model: Option<&Model>) -> Canonical {
        self.meaning = model.map(|model| model.meaning(text));
        self
    }

    /// The telling words of a sentence that asks nothing, and no more: what a demand's words are looked for in.
    pub fn wording(text: &str, lexicon: &Lexicon) -> Canonical {
        let all = tokens(text, lexicon);
        let words = Tokens::new(&all, lexicon);
        let (action, head) = demand::act_of(words);
        let mut canonical = Canonical::default();
        canonical.note_neighbours(words, action.as_deref(), head, &[]);
        canonical.shrink();
        canonical
    }

    /// Reads a demand as it stands in its letter: a reference ("such sanctions") stands for what it refers to, an
    /// abbreviation for the name it was explained by.
    pub fn in_letter(
        text: &str,
        refers_to: Option<&str>,
        abbreviations: &Abbreviations,
        lexicon: &Lexicon,
    ) -> Canonical {
        let mut canonical = Canonical::of(text, lexicon);
        for meant in [refers_to.map(str::to_owned), abbreviations.expand(text)].into_iter().flatten() {
            let meant = Canonical::of(&meant, lexicon);
            for (key, &thing) in meant.things.iter() {
                canonical.thing_marks.insert(thing.mark);
                let referred = || Thing { weight: thing.weight * REFERRED, object: true, ..thing };
                canonical.things.or_insert_with(key, referred);
            }
            for (stem, &word) in meant.words.iter() {
                canonical.word_marks.insert(word.mark);
                let referred = || Word { weight: word.weight * REFERRED, ..word };
                canonical.words.or_insert_with(stem, referred);
            }
            for (stem, likeness) in meant.near {
                canonical.near_marks.insert(stem.mark());
                if let Err(at) = canonical.near.binary_search_by_key(&stem, |(known, _)| *known) {
                    canonical.near.insert(at, (stem, likeness));
                }
            }
        }
        canonical
    }

    /// Makes words and things that many demands of one letter share weigh less: they are what the letter is about,
    /// not what sets its demands apart.
    pub fn set_apart(demands: &mut [Canonical]) {
        let mut words: HashMap<Key, f64> = HashMap::default();
        let mut things: HashMap<Key, f64> = HashMap::default();
        for demand in demands.iter() {
            demand.words.keys().for_each(|word| *words.entry(word).or_default() += 1.0);
            demand.things.keys().for_each(|thing| *things.entry(thing).or_default() += 1.0);
        }
        for demand in demands {
            for (key, word) in demand.words.iter_mut() {
                word.weight *= rarity(words.get(&key));
            }
            for (key, thing) in demand.things.iter_mut() {
                thing.weight *= rarity(things.get(&key));
            }
        }
    }

    /// What is to be ended, if that is an act: "impose" in "stop imposing", "sanction" in "lift the sanctions".
    pub fn undone(&self) -> Option<&Deed> {
        self.rare.as_ref()?.undone.as_ref()
    }

    /// Instruments by name.
    pub fn instruments(&self) -> &[Key] {
        self.rare.as_ref().map(|rare| rare.instruments.as_slice()).unwrap_or_default()
    }

    /// Amounts as number and unit.
    pub fn amounts(&self) -> &[Key] {
        self.rare.as_ref().map(|rare| rare.amounts.as_slice()).unwrap_or_default()
    }

    /// Initials of its capitalized names, with the keys of the things they stand for.
    pub fn initials(&self) -> impl Iterator<Item = (Key, &[Key])> {
        let initials = self.rare.iter().flat_map(|rare| rare.initials.iter());
        initials.map(|(initials, keys)| (initials, &**keys))
    }

    fn rarely(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// Gives back what is held for growth.
    fn shrink(&mut self) {
        self.acts.shrink_to_fit();
        self.things.shrink();
        self.words.shrink();
        self.near.shrink_to_fit();
        if let Some(rare) = &mut self.rare {
            rare.instruments.shrink_to_fit();
            rare.amounts.shrink_to_fit();
            rare.initials.shrink();
        }
    }

    fn name_qualifiers(&mut self, reading: &Reading) {
        for qualifier in &reading.qualifiers {
            match &qualifier.value {
                Some(Value::Instrument(name)) => self.rarely().instruments.push(Key::of(name)),
                Some(Value::Amount(amount)) => {
                    self.rarely().amounts.push(Key::of(&format!("{} {}", amount.number, amount.unit)));
                }
                _ => {}
            }
        }
    }

    fn name_things(&mut self, words: Tokens, reading: &Reading) {
        let known = words.lexicon().concepts();
        let bases: Vec<Cow<str>> = (0..words.len()).filter_map(|at| words.base_form(at)).collect();
        let base = |at: usize| bases.get(at).map(|base| Cow::Borrowed(base.as_ref()));
        self.head = Head::of(words, reading);
        let folded: Vec<&str> = words.iter().map(|token| without_genitive(&token.folded)).collect();
        let known_words: Vec<Facts> = folded.iter().map(|word| facts(word)).collect();
        let mut at = 0;
        while at < words.len() {
            // An instrument is one thing, by whichever of its names it goes.
            if let Some((span, name)) = instruments(reading).find(|(span, _)| span.contains(words[at].span)) {
                let object = reading.object.is_some_and(|object| object.contains(words[at].span));
                let weight = if object { 1.0 } else { OUTSIDE };
                let key = Key::of(&format!("instrument {name}"));
                let mark = key.mark();
                self.thing_marks.insert(mark);
                self.things.insert(key, Thing { weight, object, word: Key::of(name), mark });
                at = (at..words.len()).find(|next| !span.contains(words[*next].span)).unwrap_or(words.len());
                continue;
            }
            if let Some((_, length)) = known.name_at(&folded, at) {
                at += length;
                continue;
            }
            // American police departments are known by their initials: the SPD, the NYPD.
            let named =
                known.object_at(base, at).or_else(|| is_police(words[at].text).then_some(("police", 1)));
            if named.is_none() && is_name(words, at) && !is_abbreviation(words[at].text) {
                at += 1;
                continue;
            }
            let (key, length) = match named {
                Some((name, length)) => (Key::of(name), length),
                None => (known_words[at].stem, 1),
            };
            if named.is_some_and(|(_, length)| length > 1) || says_something(words, at, reading) {
                let span = words[at].span;
                let object = reading.object.is_some_and(|object| object.contains(span));
                let telling =
                    (at..at + length).map(|at| known_words[at].tells).fold(0.0, f64::max).min(MOST_TELLING)
                        / MOST_TELLING;
                let weight = if object { telling } else { telling * OUTSIDE };
                let mark = key.mark();
                let word = Key::of(&folded[at..at + length].join(" "));
                let thing = Thing { weight, object, word, mark };
                self.thing_marks.insert(mark);
                let known = self.things.or_insert_with(key, || thing);
                if known.weight < thing.weight {
                    *known = thing;
                }
            }
            at += length;
        }
        self.name_initials(words, &known_words);
    }

    /// Telling words and the words of like contexts.
    fn note_neighbours(&mut self, words: Tokens, action: Option<&str>, head: Option<Span>, names: &[Span]) {
        let bare = head.filter(|_| action.is_some_and(|act| words.lexicon().concepts().takes_anything(act)));
        for (at, token) in
            words.iter().enumerate().filter(|(_, token)| token.is_word() || token.kind == Kind::Number)
        {
            let word = without_genitive(&token.folded);
            let facts = facts(word);
            let tells = facts.tells;
            if tells < LEAST_TELLING || bare.is_some_and(|act| overlaps(act, token.span)) {
                continue;
            }
            let near = facts.near;
            for (stem, likeness) in near.iter() {
                self.near_marks.insert(stem.mark());
                self.near.push((stem, likeness));
            }
            let name = is_name(words, at) && !is_abbreviation(token.text);
            let weight = tells.min(MOST_TELLING) / MOST_TELLING * if name { NAMED } else { 1.0 };
            let unknown = !facts.listed && word.len() > 4;
            let (mark, spelling) = (facts.stem.mark(), Spelling::of(facts.stem.as_str()));
            self.word_marks.insert(mark);
            let in_name = names.iter().any(|name| overlaps(*name, token.span));
            self.words.insert(facts.stem, Word { weight, unknown, in_name, near, mark, spelling });
        }
        // Of a stem that several words are like, the greatest likeness.
        self.near.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        self.near.dedup_by_key(|(stem, _)| *stem);
    }

    /// Whoever is to provide, support or increase money is to fund.
    fn note_money(&mut self, words: Tokens, reading: &Reading) {
        const GIVING: [&str; 14] = [
            "provide", "support", "increase", "secure", "request", "release", "give", "make", "ensure",
            "grant", "allow", "restore", "include", "raise",
        ];
        let Some(act) = self.acts.iter_mut().find(|act| act.main && GIVING.contains(&act.lemma.as_str()))
        else {
            return;
        };
        let near = reading.object.map(|object| {
            words.iter().filter(|token| object.contains(token.span)).take(6).any(|token| {
                token.is_any(&[
                    "funding",
                    "funds",
                    "money",
                    "appropriation",
                    "appropriations",
                    "investment",
                    "investments",
                    "budget",
                ])
            })
        });
        let sum = reading.qualifiers.iter().any(|qualifier| matches!(&qualifier.value, Some(Value::Amount(amount)) if amount.unit != "%" && !amount.unit.chars().all(char::is_alphabetic)));
        act.gives_money = near == Some(true) || sum;
    }

    /// "Downtown Mobility Plan" may elsewhere be the DMP.
    fn name_initials(&mut self, words: Tokens, known: &[Facts]) {
        let mut at = 0;
        while at < words.len() {
            let mut end = at;
            let mut initials = String::new();
            let mut keys = Vec::new();
            while let Some(token) = words.get(end) {
                let joins = token.is_any(&["of", "the", "for", "and", "on", "to"])
                    && words.get(end + 1).is_some_and(Token::capital)
                    && end > at;
                if token.capital() && token.is_word() {
                    initials.extend(token.folded.split('-').filter_map(|part| part.chars().next()));
                    keys.push(known[end].stem);
                } else if !joins {
                    break;
                }
                end += 1;
            }
            if keys.len() >= 2 {
                self.rarely().initials.or_insert_with(Key::of(&initials), || keys.into());
            }
            at = end.max(at + 1);
        }
    }
}

fn hash(words: &str) -> Option<[u8; 16]> {
    if words.is_empty() { None } else { Sha256::digest(words).first_chunk().copied() }
}

/// The instruments that a demand names, and where.
fn instruments(reading: &Reading) -> impl Iterator<Item = (Span, &str)> {
    reading.qualifiers.iter().filter_map(|qualifier| match &qualifier.value {
        Some(Value::Instrument(name)) => Some((qualifier.span, name.as_str())),
        _ => None,
    })
}

/// Whether a word says what a demand is about: no function word, not its act, not a word of degree.
fn says_something(words: Tokens, at: usize, reading: &Reading) -> bool {
    let token = &words[at];
    let silent = Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::AUXILIARY
        | Class::SUBJECT_PRONOUN
        | Class::NEGATION
        | Class::BE
        | Class::FIRST_PERSON;
    if !(token.is_word() || token.kind == Kind::Number)
        || token.has(silent) && !token.capital()
        || token.has(silent) && token.text.len() < 3
    {
        return false;
    }
    let is_act = reading.head.is_some_and(|head| overlaps(head, token.span));
    let is_layer = reading.layer_spans.iter().any(|layer| overlaps(*layer, token.span));
    let is_degree = reading.qualifiers.iter().any(|qualifier| {
        matches!(qualifier.kind, QualifierKind::Urgency | QualifierKind::Emphasis | QualifierKind::Hedge)
            && overlaps(qualifier.span, token.span)
    });
    let fills = words.lexicon().degrees().fillers.iter().any(|filler| *filler == token.folded);
    !is_act && !is_layer && !is_degree && !fills
}

/// What is left of the weight of a word that so many demands of the letter hold.
fn rarity(holders: Option<&f64>) -> f64 {
    holders.map_or(1.0, |holders| 1.0 / holders)
}

fn is_abbreviation(text: &str) -> bool {
    text.len() >= 3 && text.chars().all(|c| c.is_uppercase() || c == '-' || c.is_ascii_digit())
}

fn is_police(text: &str) -> bool {
    (3..=5).contains(&text.len()) && text.ends_with("PD") && text.chars().all(char::is_uppercase)
}

/// A capitalized word that does not merely open the text.
fn is_name(words: Tokens, at: usize) -> bool {
    let token = &words[at];
    let opens = at == 0 || words[at - 1].is_stop();
    token.is_word()
        && token.capital()
        && !(opens && !token.word.classes().is_empty())
        && !words.has(at, Class::MONTH | Class::WEEKDAY)
}

fn overlaps(a: Span, b: Span) -> bool {
    a.overlaps(b)
}
