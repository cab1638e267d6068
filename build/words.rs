//! The words and verbs of the lexicon, with their forms spelled out.

use crate::forms::{gerund_of, past_of, plural_of, singular_of};
use crate::word::{Class, Word};
use std::collections::BTreeMap;

/// Words by form, verbs by number.
#[derive(Default)]
pub struct Words {
    /// What is known of each form.
    pub forms: BTreeMap<String, Word>,
    /// The verbs with the classes that every form of them has.
    pub lemmas: Vec<(String, Class)>,
}

impl Words {
    /// Adds a form of no verb.
    pub fn add(&mut self, form: &str, class: Class) {
        let known = self.forms.entry(form.to_owned()).or_default();
        *known = known.with(class);
    }

    fn add_form(&mut self, form: &str, class: Class, lemma: usize) {
        let known = self.forms.entry(form.to_owned()).or_default();
        *known = known.with(class).of_lemma(lemma);
    }

    /// Adds a verb with its forms.
    pub fn add_verb(&mut self, base: &str, past: &[String], participle: &[String]) {
        let lemma = self.lemmas.len();
        self.lemmas.push((base.to_owned(), Class::empty()));
        self.add_form(base, Class::BASE, lemma);
        self.add_form(&plural_of(base), Class::THIRD, lemma);
        past.iter().for_each(|form| self.add_form(form, Class::PAST, lemma));
        participle.iter().for_each(|form| self.add_form(form, Class::PARTICIPLE, lemma));
        gerund_of(base).iter().for_each(|form| self.add_form(form, Class::GERUND, lemma));
    }

    /// Marks every form of a verb with a class; "ambiguous" belongs to the base form alone.
    pub fn mark_verb(&mut self, base: &str, class: Class) {
        if self.lemma(base).is_none() {
            let past = past_of(base);
            self.add_verb(base, &past, &past);
        }
        let Some(lemma) = self.lemma(base) else { return };
        if class == Class::AMBIGUOUS {
            self.add_form(base, class, lemma);
        } else {
            self.lemmas[lemma].1 |= class;
        }
    }

    fn lemma(&self, form: &str) -> Option<usize> {
        self.forms.get(form).and_then(|word| word.lemma())
    }

    /// A form with the classes that every form of its verb has.
    pub fn marked(&self, word: Word) -> Word {
        word.lemma().map_or(word, |lemma| word.with(self.lemmas[lemma].1))
    }

    /// A folded word without its plural or past ending.
    pub fn base_form(&self, folded: &str) -> String {
        let word = folded.trim_end_matches("'s").trim_end_matches('\'');
        let known = Word::read(word, |form| self.forms.get(form).map(|word| self.marked(*word)));
        match known.lemma().filter(|_| known.is(Class::PAST | Class::PARTICIPLE)) {
            Some(lemma) => self.lemmas[lemma].0.clone(),
            None => singular_of(word).into_owned(),
        }
    }
}

/// The class a list of `words.toml` gives its words, and whether plurals follow.
pub fn class_of(list: &str) -> Option<(Class, bool)> {
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
