//! Words and verbs that a user's file adds to the embedded ones.

use super::forms::{gerund_of, past_of, plural_of};
use super::{Class, LEMMAS, Lexicon, Word};

impl Lexicon {
    /// Adds a word or phrase for a concept.
    pub(super) fn add_object(&mut self, name: &str, phrase: &str) {
        let bases: Vec<String> =
            crate::text::fold(phrase).split(' ').map(|word| self.base_form(word).into_owned()).collect();
        self.concepts.add_object(name, &bases);
    }

    fn add_form(&mut self, form: &str, class: Class, lemma: usize) {
        let known = self.listed(form).unwrap_or_default();
        self.words.insert(form.into(), known.with(class).of_lemma(lemma));
    }

    fn add_verb(&mut self, base: &str) {
        let lemma = LEMMAS.len() + self.lemmas.len();
        self.lemmas.push(base.into());
        self.add_form(base, Class::BASE, lemma);
        self.add_form(&plural_of(base), Class::THIRD, lemma);
        for form in past_of(base) {
            self.add_form(&form, Class::PAST, lemma);
            self.add_form(&form, Class::PARTICIPLE, lemma);
        }
        for form in gerund_of(base) {
            self.add_form(&form, Class::GERUND, lemma);
        }
    }

    /// Marks every form of a verb with a class.
    pub(super) fn mark_verb(&mut self, base: &str, class: Class) {
        let known = |lexicon: &Self| lexicon.listed(base).and_then(Word::lemma);
        if known(self).is_none() {
            self.add_verb(base);
        }
        let Some(lemma) = known(self) else { return };
        *self.marks.entry(lemma).or_default() |= class;
    }
}
