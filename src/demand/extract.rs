//! From passages to demands: every sentence is shown to the cues, what they find is cut into single acts,
//! and each act gets its slots.

use super::confidence;
use super::content::{
    announces_questions, is_hollow, is_open, only_leads, only_points, said_in_full, without_remark,
};
use super::cues::{self, Ask, Context, Family, Kind, Reason, Shape, Speaker};
use super::lists::{self, Role};
use super::model::{Demand, Extraction, Force, Form, Qualifier, Reported, Strength};
use super::passage::{Lead, Passage, Sentence};
use super::reading;
use super::references::Mentions;
use super::slot_places::BySlot;
use super::slots::{self, Value};
use super::split::{self, Part, Rule};
use super::voice::{self, Voice};
use super::wording::{self, cue_text, cue_verb, words_of};
use crate::language::{LostStops, Tokens};
use crate::letter::{Letter, LetterKind, Zone};
use crate::lexicon::{Class, Lexicon, Term};
use crate::source::{BlockKind, Marker, Place};
use crate::text::Span;

/// So many paragraphs of a release tell who issues it and what is asked.
const LEAD: usize = 3;

/// Finds the asks of a letter.
pub fn extract(letter: &Letter, lexicon: &Lexicon) -> Extraction {
    // The rules are rules about English: what they would find elsewhere is chance.
    if letter.foreign.is_some() {
        return Extraction::default();
    }
    let voice = Voice::of(letter, lexicon);
    let (attached, lead) = (voice.of_attached(), voice.of_lead());
    let passages = passages(letter, &voice, lexicon);
    let bodies = passages.iter().enumerate().filter(|(_, passage)| passage.zone == Zone::Body);
    let lead_end = bodies.map(|(at, _)| at).nth(LEAD).unwrap_or(passages.len());
    let mut extractor = Extractor {
        letter,
        lexicon,
        passages: &passages,
        mentions: Mentions::default(),
        found: Extraction::default(),
    };
    for (index, passage) in passages.iter().enumerate() {
        let inside = letter.attached.is_some_and(|first| passage.block >= first);
        let lead = Some(&lead).filter(|_| index < lead_end && !inside);
        extractor.passage(index, if inside { &attached } else { &voice }, lead);
    }
    let mut found = extractor.found;
    found.number(&letter.id);
    found
}

/// The blocks that may hold asks, with their roles.
fn passages<'a>(letter: &'a Letter, voice: &Voice, lexicon: &Lexicon) -> Vec<Passage<'a>> {
    let lost = LostStops::judge(&letter.document.text);
    let readable = |zone: Zone| matches!(zone, Zone::Body | Zone::List | Zone::Heading | Zone::Table);
    let blocks = (0..letter.zones.len()).filter(|at| readable(letter.zones[*at]));
    let mut passages: Vec<Passage> = blocks.map(|at| Passage::new(letter, at, lost, lexicon)).collect();
    lists::assign(letter, voice, lexicon, &mut passages);
    passages
}

struct Extractor<'a> {
    letter: &'a Letter,
    lexicon: &'a Lexicon,
    passages: &'a [Passage<'a>],
    mentions: Mentions<'a>,
    found: Extraction,
}

impl<'a> Extractor<'a> {
    fn passage(&mut self, index: usize, voice: &Voice, lead: Option<&Voice>) {
        let passages: &'a [Passage<'a>] = self.passages;
        let passage = &passages[index];
        let before = self.found.demands.len();
        let silent = matches!(passage.role, Role::Title | Role::Preamble);
        let opens_list = self
            .passages
            .get(index + 1)
            .is_some_and(|next| matches!(next.role, Role::Demand | Role::Question))
            && (!matches!(passage.role, Role::Demand | Role::Question) || passage.ends_in_colon());
        let mut questions = false;
        let mut antecedent_acts = false;
        let mut after_ask = false;
        let labelled = usize::from(self.opens_with_label(passage));
        for at in 0..passage.sentences.len() {
            let sentence = passage.sentence(at, self.lexicon);
            if silent || at < labelled {
                self.mentions.note(sentence.words, passage.text);
                continue;
            }
            let text = passage.sentence_text(at);
            let question = text.trim_end().ends_with('?');
            let role = if questions && question { Role::Question } else { passage.role };
            questions = announces_questions(text) || questions && question;
            let context = Context {
                voice,
                lead,
                role,
                first: at == labelled,
                antecedent_acts,
                after_ask,
                completes: passage.lead.as_ref().is_some_and(|lead| lead.clause),
            };
            antecedent_acts = names_actor(&sentence, antecedent_acts)
                || voice.names_addressee(sentence.words, 0..sentence.words.len());
            let leads = opens_list && at + 1 == passage.sentences.len();
            let asks = outermost(cues::find(&sentence, &context));
            // "We demand that the owners repair the pumps. They must …"
            antecedent_acts |= asks.iter().any(|ask| {
                let whom = ask.addressee.as_ref().filter(|_| ask.speaker == Speaker::Own);
                whom.is_some_and(|whom| {
                    !sentence.words.is(whom.start, "you") && cues::is_actor(sentence.words, whom)
                })
            });
            for ask in asks {
                if ask.content.is_empty()
                    || only_points(sentence.words, &ask.content)
                    || leads && only_leads(&sentence, &ask)
                {
                    continue;
                }
                // "I would appreciate a response. Specifically, how have you …?"
                questions |= ask.kind == cues::Kind::Reply && ask.speaker == Speaker::Own;
                after_ask |=
                    ask.speaker == Speaker::Own && confidence::of(&ask.reasons) >= confidence::THRESHOLD;
                self.ask(passage, &sentence, role, &ask, leads, voice);
            }
            self.mentions.note(sentence.words, passage.text);
        }
        if self.letter.document.format.is_sheet() && self.found.demands.len() == before {
            self.row(passage, voice);
        }
    }

    /// A row of a sheet of demands is one, whatever its words.
    fn row(&mut self, passage: &Passage, voice: &Voice) {
        if passage.sentences.is_empty() {
            return;
        }
        let sentence = passage.sentence(0, self.lexicon);
        let ask = cues::whole(sentence.words);
        self.ask(passage, &sentence, passage.role, &ask, false, voice);
    }

    /// "**Housing.** A cap on rents": the first words, in bold, only say what the item is about.
    fn opens_with_label(&self, passage: &Passage) -> bool {
        let strong = self.letter.document.blocks[passage.block].strong;
        let (Some(first), true) = (passage.sentences.first(), passage.sentences.len() > 1) else {
            return false;
        };
        let words = Tokens::new(&passage.tokens[first.clone()], self.lexicon);
        let end = passage.tokens[first.end - 1].span.end;
        let named = words.iter().filter(|token| token.is_word()).count() <= 4;
        strong + 1 >= end && named && !(0..words.len()).any(|at| words.has(at, Class::BASE | Class::NOMINAL))
    }

    /// Cuts an ask into acts and files each where it belongs.
    fn ask(
        &mut self,
        passage: &Passage,
        sentence: &Sentence,
        role: Role,
        ask: &Ask,
        leads: bool,
        voice: &Voice,
    ) {
        for part in split::split(sentence.words, ask) {
            if leads && is_open(sentence.words, &part.content) {
                continue;
            }
            let content = said_in_full(sentence.words, ask, &part.content);
            let Some(span) = sentence.words.span(&content) else { continue };
            let span = span.trimmed(passage.text);
            if let Some(speaker) = self.quoted_speaker(passage, voice) {
                let mut reported = self.reported(passage, span, None);
                reported.speaker = Some(speaker);
                self.found.reported.push(reported);
                continue;
            }
            if let Speaker::Other(speaker) = &ask.speaker {
                let speaker = speaker
                    .as_ref()
                    .filter(|range| !range.is_empty())
                    .and_then(|range| sentence.words.span(range));
                let reported = self.reported(passage, span, speaker);
                self.found.reported.push(reported);
                continue;
            }
            let mut demand = self.demand(passage, sentence, role, ask, &part, span);
            if is_hollow(sentence.words, &part.content) {
                demand.reasons.extend([Reason::IdleVerb, Reason::PracticalAct]);
            } else if part.rule == Rule::OwnVerb {
                // What is said of the first act need not hold for the next: "send the message and release them".
                let verb = sentence.words.skip_adverbs(part.content.start);
                demand.reasons.retain(|reason| match reason {
                    Reason::IdleVerb => sentence.words.has(verb, Class::IDLE),
                    Reason::PracticalAct => sentence.words.has(verb, Class::PRACTICAL),
                    _ => true,
                });
            }
            demand.confidence = confidence::of(&demand.reasons);
            if demand.confidence >= confidence::THRESHOLD {
                self.found.demands.push(demand);
            } else {
                self.found.near_misses.push(demand);
            }
        }
    }

    /// Who said a paragraph that ends in a closing quotation mark and has a line of attribution below:
    /// "– Ada Hill, The Harbour, 1921".
    fn quoted_speaker(&self, passage: &Passage, voice: &Voice) -> Option<String> {
        if !passage.text.trim_end().ends_with(['”', '"', '»']) {
            return None;
        }
        let below = self.letter.document.blocks.get(passage.block + 1)?.text.as_str().trim();
        let name = below.strip_prefix(['–', '—', '―', '-'])?.trim_start();
        let name = name.split([',', '(', ';']).next().unwrap_or(name).trim();
        let named = name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 6;
        (named && !voice.is_named(below)).then(|| name.to_owned())
    }

    fn reported(&self, passage: &Passage, span: Span, speaker: Option<Span>) -> Reported {
        let spans = self.source(passage, span);
        Reported {
            text: words_of(passage.text, span),
            speaker: speaker.map(|speaker| words_of(passage.text, speaker)),
            spans,
        }
    }

    fn demand(
        &self,
        passage: &Passage,
        sentence: &Sentence,
        role: Role,
        ask: &Ask,
        part: &Part,
        span: Span,
    ) -> Demand {
        let words = sentence.words;
        // "We look forward to your answer": the answer is the act.
        let answer = ask.kind == Kind::Reply && part.shape == Shape::Clause && ask.family == Family::Hope;
        let read = reading::read(words, part.content.clone(), if answer { Shape::Noun } else { part.shape });
        let (degrees, qualifiers) = read
            .qualifiers
            .iter()
            .map(|qualifier| self.qualifier(passage, qualifier))
            .partition(|qualifier| qualifier.kind.is_degree());
        let spans = self.source(passage, span);
        let lead = passage.lead.as_ref().filter(|_| {
            matches!(role, Role::Demand | Role::Question)
                && matches!(ask.family, Family::Imperative | Family::NounPhrase | Family::Question)
        });
        let verb = lead.map_or_else(|| cue_verb(words, ask), |lead| lead.verb.clone());
        let level = lead.map_or(ask.level, |lead| lead.level);
        let own_addressee =
            ask.addressee.as_ref().and_then(|range| words.span(&without_remark(words, range)));
        let addressee = own_addressee.map(|span| words_of(passage.text, span));
        let addressee = addressee.or_else(|| lead.and_then(|lead| lead.addressee.clone()));
        // "Close the mill.": an imperative speaks to whom the letter is written, though no word of it says so.
        let spoken_to = ask.family == Family::Imperative && self.letter.kind == LetterKind::Letter;
        let addressee = addressee
            .or_else(|| self.letter.recipient.as_ref().filter(|_| spoken_to).map(|_| "you".to_owned()));
        let actor_span = part.actor.as_ref().and_then(|range| words.span(range)).or(read.actor);
        let actor = actor_span.map(|span| words_of(passage.text, span));
        let chain_span = part.chain.as_ref().and_then(|range| words.span(range));
        let chain = chain_span.map(|span| words_of(passage.text, span));
        let here = |span: Option<Span>| span.map(|span| self.source(passage, span)).unwrap_or_default();
        let there = |lead: Option<&Lead>, span: fn(&Lead) -> Option<Span>| {
            lead.and_then(|lead| Some(self.source_in(lead.block, span(lead)?))).unwrap_or_default()
        };
        let places = BySlot {
            cue: match lead {
                Some(_) => there(lead, |lead| lead.span),
                None => here(wording::cue_span(words, ask)),
            }
            .into(),
            addressee: match own_addressee {
                Some(_) => here(own_addressee),
                None => there(lead, |lead| lead.addressee_span),
            }
            .into(),
            chain: here(chain_span).into(),
            actor: here(actor_span).into(),
            action: here(read.head).into(),
            object: here(read.object).into(),
            target: here(read.target).into(),
        };
        Demand {
            id: String::new(),
            text: words_of(passage.text, span),
            spans,
            form: self.form(passage, role, ask),
            kind: ask.kind,
            force: force(words, ask),
            restates: None,
            cue: lead.map_or_else(|| cue_text(passage.text, words, ask), |lead| lead.text.clone()),
            family: ask.family,
            addressee: addressee.map(|name| self.named_addressee(name)),
            chain: chain.into_iter().collect(),
            actor,
            target: read.target.map(|span| words_of(passage.text, span)),
            action: read.action.as_deref().map(Term::of),
            object: read.object.map(|span| words_of(passage.text, span)).unwrap_or_default(),
            places: places.into(),
            layers: read.layers.clone(),
            canonical: read.canonical.clone(),
            negated: read.negated,
            strength: Strength {
                level,
                verb: Term::of(&verb),
                action_class: read.action_class,
                intensifiers: reading::intensifiers(passage.text, &read),
            },
            concepts: read.concepts.iter().map(|name| Term::of(name)).collect(),
            qualifiers,
            degrees,
            refers_to: self.mentions.resolve(words, part.content.clone()),
            rule: part.rule,
            confidence: confidence::of(&ask.reasons),
            reasons: ask.reasons.clone(),
        }
    }

    fn qualifier(&self, passage: &Passage, qualifier: &slots::Qualifier) -> Qualifier {
        let (mut date, mut amount, mut instrument) = (None, None, None);
        match &qualifier.value {
            Some(Value::Date(value)) => date = Some(*value),
            Some(Value::Amount(value)) => amount = Some(value.clone()),
            Some(Value::Instrument(value)) => instrument = Some(value.clone()),
            None => {}
        }
        let text = words_of(passage.text, qualifier.span);
        Qualifier {
            kind: qualifier.kind,
            text,
            spans: self.source(passage, qualifier.span),
            date,
            amount,
            instrument,
        }
    }

    /// "you" with the name of whom the letter is addressed to.
    fn named_addressee(&self, name: String) -> String {
        match &self.letter.recipient {
            Some(recipient) if name.eq_ignore_ascii_case("you") => format!("you ({recipient})"),
            _ => name,
        }
    }

    fn form(&self, passage: &Passage, role: Role, ask: &Ask) -> Form {
        if ask.speaker == Speaker::Quoted {
            return Form::Quotation;
        }
        let block = &self.letter.document.blocks[passage.block];
        match (role, block.kind) {
            (Role::Question, _) => Form::Question,
            (Role::DemandHeading, _) => Form::Heading,
            (_, BlockKind::Cell) => Form::Table,
            _ if self.letter.kind == LetterKind::Resolution => Form::Resolution,
            (_, BlockKind::ListItem { marker: Marker::Bullet(_) | Marker::Lost, .. }) => Form::Bullet,
            (_, BlockKind::ListItem { .. }) => Form::Numbered,
            (Role::Demand, _) => Form::Bullet,
            _ => Form::Prose,
        }
    }

    fn source(&self, passage: &Passage, span: Span) -> Vec<Place> {
        self.source_in(passage.block, span)
    }

    fn source_in(&self, block: usize, span: Span) -> Vec<Place> {
        let document = &self.letter.document;
        document.blocks[block].text.source_spans(span).into_iter().map(|span| document.place(span)).collect()
    }
}

/// The asks that lie in no other: what is asked inside an ask belongs to it.
fn outermost(mut asks: Vec<Ask>) -> Vec<Ask> {
    asks.sort_by_key(|ask| (ask.cue.start, usize::MAX - ask.content.len()));
    let mut kept: Vec<Ask> = Vec::new();
    for ask in asks {
        let inside = kept.iter().any(|outer| {
            (outer.content.start <= ask.cue.start && ask.cue.start < outer.content.end)
                || outer.content.contains(&ask.content.start)
        });
        if !inside {
            kept.push(ask);
        }
    }
    kept
}

/// Whether the subject of a sentence is somebody who can be asked to act; a pronoun keeps what was said before.
fn names_actor(sentence: &Sentence, before: bool) -> bool {
    let words = sentence.words;
    let finite = Class::AUXILIARY | Class::THIRD | Class::PAST;
    let noun = Class::ARTIFACT | Class::NOMINAL | Class::ACTOR;
    let Some(verb) = (1..words.len()).find(|at| words.has(*at, finite) && !words.has(*at, noun)) else {
        return before;
    };
    let subject = voice::subject(words, verb).range;
    if subject.len() == 1 && words.has(subject.start, Class::SUBJECT_PRONOUN) {
        return before && !words.has(subject.start, Class::FIRST_PERSON);
    }
    !subject.is_empty() && cues::is_actor(words, &subject)
}

/// Asked outright, or said as a belief or in a quotation.
fn force(words: Tokens, ask: &Ask) -> Force {
    let believed = ask.family == Family::Impersonal
        && (0..ask.cue.start).any(|at| {
            words.is_any(at, &["believe", "think", "feel"])
                && (0..at).any(|before| words.has(before, Class::FIRST_PERSON))
        });
    let weak = ask.speaker == Speaker::Quoted || ask.reasons.contains(&Reason::Subordinate);
    if believed || weak { Force::Implicit } else { Force::Explicit }
}
