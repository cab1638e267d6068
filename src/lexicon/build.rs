//! Reads the lexicon's files and spells out the forms of its verbs.

use super::{ActionClasses, Class, Concepts, Lexicon, Performative, Word, broken};
use crate::problem::Problem;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verbs {
    regular: String,
    irregular: String,
    ambiguous: String,
    idle: String,
    practical: String,
    speech: String,
    decided: String,
    prepositional: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Breaks {
    never_end: String,
    may_end: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nominals {
    nouns: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Performatives {
    verb: Vec<Performative>,
}

pub(super) fn builtin() -> Lexicon {
    // The embedded files are checked by a test; a lexicon without words finds nothing rather than fail.
    read().unwrap_or_default()
}

/// Room for the forms of all words, so that the table need not grow.
const FORMS: usize = 12_000;

fn read() -> Result<Lexicon, Problem> {
    let mut lexicon = Lexicon::default();
    Arc::make_mut(&mut lexicon.words).reserve(FORMS);
    let words: BTreeMap<String, String> = parse("words.toml", include_str!("data/words.toml"))?;
    for (name, list) in &words {
        let (class, plural) =
            class_of(name).ok_or_else(|| Problem::new("words.toml", format!("unknown class {name}")))?;
        for word in list.split_whitespace() {
            lexicon.add(word, Word::of(class));
            if plural {
                lexicon.add(&plural_of(word), Word::of(class));
            }
        }
    }
    let verbs: Verbs = parse("verbs.toml", include_str!("data/verbs.toml"))?;
    for line in verbs.irregular.lines() {
        let mut forms = line.split_whitespace();
        if let (Some(base), Some(past), Some(participle)) = (forms.next(), forms.next(), forms.next()) {
            lexicon.add_verb(base, &[past.to_owned()], &[participle.to_owned()]);
        }
    }
    for base in verbs.regular.split_whitespace() {
        let past = past_of(base);
        lexicon.add_verb(base, &past, &past);
    }
    let marks = [
        (&verbs.ambiguous, Class::AMBIGUOUS),
        (&verbs.idle, Class::IDLE),
        (&verbs.practical, Class::PRACTICAL),
        (&verbs.speech, Class::SPEECH),
        (&verbs.decided, Class::DECIDED),
    ];
    for (list, class) in marks {
        for base in list.split_whitespace() {
            lexicon.mark_verb(base, class);
        }
    }
    for line in verbs.prepositional.lines() {
        if let Some((base, own)) = line.split_once(':') {
            let own = own.split_whitespace().map(Into::into).collect();
            lexicon.prepositional.insert(base.trim().into(), own);
        }
    }
    let performatives: Performatives = parse("performatives.toml", include_str!("data/performatives.toml"))?;
    for verb in performatives.verb {
        lexicon.mark_verb(&verb.lemma, Class::PERFORMATIVE);
        lexicon.performatives.insert(verb.lemma.as_str().into(), verb);
    }
    let nominals: Nominals = parse("nominals.toml", include_str!("data/nominals.toml"))?;
    for (noun, verb) in nominals.nouns.split_whitespace().filter_map(|pair| pair.split_once(':')) {
        lexicon.add(noun, Word::of(Class::NOMINAL));
        lexicon.nominals.insert(noun.into(), verb.into());
    }
    let (actions, objects) = (include_str!("data/actions.toml"), include_str!("data/objects.toml"));
    let instruments = include_str!("data/instruments.toml");
    lexicon.concepts = Concepts::read(actions, instruments)
        .map_err(|error| broken("actions.toml or instruments.toml", "", &error))?;
    let objects: BTreeMap<String, String> = parse("objects.toml", objects)?;
    for (name, words) in &objects {
        for word in words.split_whitespace() {
            lexicon.add_object(name, &word.replace('_', " "));
        }
    }
    lexicon.action_classes = ActionClasses::read(include_str!("data/action_classes.toml"))
        .map_err(|error| broken("action_classes.toml", "", &error))?;
    lexicon.degrees = parse("degrees.toml", include_str!("data/degrees.toml"))?;
    lexicon.conventions = parse("letters.toml", include_str!("data/letters.toml"))?;
    let breaks: Breaks = parse("sentences.toml", include_str!("data/sentences.toml"))?;
    lexicon.never_end = breaks.never_end.split_whitespace().map(Into::into).collect();
    lexicon.may_end = breaks.may_end.split_whitespace().map(Into::into).collect();
    Ok(lexicon)
}

fn parse<'t, T: Deserialize<'t>>(name: &str, text: &'t str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| broken(name, text, &error))
}

/// The class a list of `words.toml` gives its words, and whether plurals follow.
fn class_of(list: &str) -> Option<(Class, bool)> {
    Some(match list {
        "determiners" => (Class::DETERMINER, false),
        "possessives" => (Class::POSSESSIVE, false),
        "subject_pronouns" => (Class::SUBJECT_PRONOUN, false),
        "first_person" => (Class::FIRST_PERSON, false),
        "prepositions" => (Class::PREPOSITION, false),
        "conjunctions" => (Class::CONJUNCTION, false),
        "negations" => (Class::NEGATION, false),
        "auxiliaries" => (Class::AUXILIARY, false),
        "be_forms" => (Class::BE, false),
        "adverbs" => (Class::ADVERB, false),
        "starters" => (Class::STARTER, false),
        "institutions" => (Class::INSTITUTION, true),
        "roles" => (Class::ROLE, true),
        "artifacts" => (Class::ARTIFACT, true),
        "people" => (Class::PEOPLE, true),
        "adjectives" => (Class::ADJECTIVE, false),
        "weekdays" => (Class::WEEKDAY, false),
        "months" => (Class::MONTH, false),
        _ => return None,
    })
}

impl Lexicon {
    fn add(&mut self, form: &str, word: Word) {
        let known = Arc::make_mut(&mut self.words).entry(form.into()).or_default();
        *known = known.with(word.classes());
    }

    /// Adds a word or phrase for a concept.
    pub(super) fn add_object(&mut self, name: &str, phrase: &str) {
        let bases: Vec<String> =
            crate::text::fold(phrase).split(' ').map(|word| self.base_form(word)).collect();
        self.concepts.add_object(name, &bases);
    }

    fn add_form(&mut self, form: &str, class: Class, lemma: usize) {
        let known = Arc::make_mut(&mut self.words).entry(form.into()).or_default();
        *known = known.with(class).of_lemma(lemma);
    }

    fn add_verb(&mut self, base: &str, past: &[String], participle: &[String]) {
        let lemma = self.lemmas.len();
        self.lemmas.push(base.into());
        self.marks.push(Class::empty());
        self.add_form(base, Class::BASE, lemma);
        self.add_form(&plural_of(base), Class::THIRD, lemma);
        for form in past {
            self.add_form(form, Class::PAST, lemma);
        }
        for form in participle {
            self.add_form(form, Class::PARTICIPLE, lemma);
        }
        for form in gerund_of(base) {
            self.add_form(&form, Class::GERUND, lemma);
        }
    }

    /// Marks every form of a verb with a class; "ambiguous" belongs to the base form alone.
    pub(super) fn mark_verb(&mut self, base: &str, class: Class) {
        let known = |lexicon: &Self| lexicon.words.get(base).and_then(|word| word.lemma());
        if known(self).is_none() {
            let past = past_of(base);
            self.add_verb(base, &past, &past);
        }
        let Some(lemma) = known(self) else { return };
        if class == Class::AMBIGUOUS {
            self.add_form(base, class, lemma);
        } else if let Some(marked) = self.marks.get_mut(lemma) {
            *marked |= class;
        }
    }
}

fn ends_in_vowel_consonant(word: &str) -> bool {
    let mut bytes = word.bytes().rev();
    let (last, before, third) = (bytes.next(), bytes.next(), bytes.next());
    let vowel = |byte: Option<u8>| byte.is_some_and(|b| b"aeiou".contains(&b));
    last.is_some_and(|b| b.is_ascii_alphabetic() && !b"aeiouwxy".contains(&b))
        && vowel(before)
        && !vowel(third)
}

fn doubled(word: &str, suffix: &str) -> String {
    let last = word.chars().next_back().unwrap_or('e');
    format!("{word}{last}{suffix}")
}

/// Plural of a noun, third person of a verb: the spelling is the same.
fn plural_of(word: &str) -> String {
    let before = word.chars().rev().nth(1);
    if word == "be" {
        "is".to_owned()
    } else if word == "have" {
        "has".to_owned()
    } else if word.ends_with('y') && !before.is_some_and(|c| "aeiou".contains(c)) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| word.ends_with(end)) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The singular of a regular plural; the third person's base form is spelled alike.
pub(super) fn singular_of(word: &str) -> String {
    let short = |end: usize| word[..word.len() - end].to_owned();
    match word {
        _ if word.len() < 4
            || !word.is_ascii()
            || ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) =>
        {
            word.to_owned()
        }
        _ if word.ends_with("ies") && word.len() > 4 => short(3) + "y",
        _ if ["ches", "shes", "xes", "sses"].iter().any(|end| word.ends_with(end)) => short(2),
        _ if word.ends_with('s') => short(1),
        _ => word.to_owned(),
    }
}

/// Past forms; where the rule for doubling depends on stress, both spellings.
fn past_of(base: &str) -> Vec<String> {
    let before = base.chars().rev().nth(1);
    if base.ends_with('e') {
        vec![format!("{base}d")]
    } else if base.ends_with('y') && !before.is_some_and(|c| "aeiou".contains(c)) {
        vec![format!("{}ied", &base[..base.len() - 1])]
    } else if ends_in_vowel_consonant(base) {
        vec![format!("{base}ed"), doubled(base, "ed")]
    } else {
        vec![format!("{base}ed")]
    }
}

fn gerund_of(base: &str) -> Vec<String> {
    if let Some(stem) = base.strip_suffix("ie") {
        vec![format!("{stem}ying")]
    } else if base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") && base != "be" {
        vec![format!("{}ing", &base[..base.len() - 1])]
    } else if ends_in_vowel_consonant(base) {
        vec![format!("{base}ing"), doubled(base, "ing")]
    } else {
        vec![format!("{base}ing")]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_files_are_sound() {
        let lexicon = read().map_err(|problem| problem.to_string());
        assert!(lexicon.is_ok_and(|lexicon| lexicon.words.len() > 5000));
    }

    #[test]
    fn verbs_are_spelled_out() {
        let lexicon = builtin();
        for (form, base, class) in [
            ("stopped", "stop", Class::PAST),
            ("urging", "urge", Class::GERUND),
            ("applies", "apply", Class::THIRD),
            ("withdrawn", "withdraw", Class::PARTICIPLE),
            ("committing", "commit", Class::GERUND),
        ] {
            let word = lexicon.word(form);
            assert!(word.is(class), "{form}");
            assert_eq!(lexicon.lemma(word), Some(base));
        }
    }
}
