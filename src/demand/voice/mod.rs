//! Who speaks: the senders, somebody they speak of, or the one they write to.

use super::cues::Speaker;
use crate::language::{Tokens, tokens};
use crate::letter::{Letter, LetterKind};
use crate::lexicon::{Class, Conventions, Lexicon};
use crate::text::without_genitive;
use std::ops::Range;
use std::sync::Arc;
use subject::trim;

mod subject;

pub use subject::subject;

/// What a document's own voice sounds like.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The kind of document.
    pub kind: LetterKind,
    /// Folded words of the senders' names.
    names: Vec<String>,
    /// Folded words of the name of whom the document is addressed to.
    addressed: Vec<String>,
    /// The sender as the document names it, folded.
    sender: String,
    /// What is read is the lead of a release: who asks there for the first time is its sender.
    leads: bool,
    /// A petition, whose petitioners speak of themselves as "they".
    petitions: bool,
    conventions: Arc<Conventions>,
}

/// Whom the subject of a clause names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// I, we, the letter, the senders by name.
    Own,
    /// You.
    Addressee,
    /// Anybody else.
    Other,
}

/// Acts by which senders make the asks of a bill or resolution their own.
const SPONSORING: [&str; 10] =
    ["cosponsor", "co-sponsor", "sponsor", "introduce", "join", "propose", "adopt", "pass", "author", "sign"];

/// Bodies that resolve, and say so of themselves.
const DELIBERATIVE: [&str; 18] = [
    "council",
    "assembly",
    "senate",
    "conference",
    "committee",
    "union",
    "house",
    "body",
    "congress",
    "parliament",
    "commission",
    "convention",
    "synod",
    "association",
    "federation",
    "meeting",
    "branch",
    "board",
];

/// "Your petitioners pray", "your memorialists would represent": as petitions have spoken of their senders since the
/// seventeenth century.
fn is_petition(text: &str) -> bool {
    ["our petitioners ", "our memorialists ", "our petitioner ", "our memorialist "]
        .iter()
        .any(|words| text.contains(words))
}

impl Voice {
    /// The voice of a letter.
    pub fn of(letter: &Letter, lexicon: &Lexicon) -> Voice {
        let addressed = crate::text::fold(letter.recipient.as_deref().unwrap_or_default())
            .split([' ', ',', '.'])
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect();
        let mut names = letter.own_names.clone();
        names.extend(stands_for_sender(letter, lexicon));
        Voice {
            kind: letter.kind,
            names,
            addressed,
            sender: crate::text::fold(letter.sender.as_deref().unwrap_or_default()),
            leads: false,
            petitions: is_petition(&letter.document.text),
            conventions: lexicon.shared_conventions(),
        }
    }

    /// Whether some words name whom the document is addressed to.
    pub fn names_addressee(&self, words: Tokens, range: Range<usize>) -> bool {
        range.into_iter().any(|at| {
            words.is(at, "you")
                || words[at].capital() && self.addressed.iter().any(|name| *name == words[at].folded)
        })
    }

    /// "The valley's foremost apiarists": the words by which the document's first sentence names its sender.
    fn is_sender(&self, words: Tokens, phrase: Range<usize>) -> bool {
        let said: Vec<&str> = phrase.map(|at| words[at].folded.as_ref()).collect();
        said.len() > 1 && self.sender.split([' ', ',']).filter(|word| !word.is_empty()).eq(said)
    }

    /// Whether a line names one of the senders.
    pub fn is_named(&self, line: &str) -> bool {
        let line = crate::text::fold(line);
        line.split(|c: char| !c.is_alphanumeric()).any(|word| self.names.iter().any(|name| name == word))
    }

    /// The voice of a letter that a release carries.
    pub fn of_attached(&self) -> Voice {
        let kind = if self.kind == LetterKind::PressRelease { LetterKind::Letter } else { self.kind };
        Voice { kind, ..self.clone() }
    }

    /// The voice of the first paragraphs of a release.
    pub fn of_lead(&self) -> Voice {
        Voice { leads: matches!(self.kind, LetterKind::PressRelease | LetterKind::Statement), ..self.clone() }
    }

    /// Whether the document may speak of its senders in the third person.
    pub fn tells(&self) -> bool {
        matches!(self.kind, LetterKind::PressRelease | LetterKind::Statement | LetterKind::Resolution)
    }

    /// Whom a noun phrase names.
    pub fn who(&self, words: Tokens, phrase: Range<usize>) -> Who {
        // "today's letter asks"
        let of_today = phrase.clone().any(|at| words.is(at, "today's"));
        let phrase = trim(words, phrase);
        let Some(first) = words.get(phrase.start) else { return Who::Other };
        if phrase
            .clone()
            .any(|at| words.has(at, Class::FIRST_PERSON) && !words.is_any(at, &["us", "u.s", "u.s."]))
        {
            return Who::Own;
        }
        if first.is("you") {
            return Who::Addressee;
        }
        if first.is("the") && words.is(phrase.start + 1, "undersigned") {
            return Who::Own;
        }
        if first.is_any(&["he", "she", "they"]) && phrase.len() == 1 {
            let petitioners = self.petitions && first.is("they");
            return if self.kind == LetterKind::PressRelease || petitioners { Who::Own } else { Who::Other };
        }
        let named = |at: usize| {
            words[at].capital() && self.names.iter().any(|name| without_genitive(&words[at].folded) == name)
        };
        if phrase.clone().any(named) || self.tells() && self.is_sender(words, phrase.clone()) {
            return Who::Own;
        }
        let definite = first.is_any(&["the", "this", "these", "our", "my", "that"])
            || first.capital() && !first.is("a") && !first.is("an")
            || of_today
            || self.tells() && first.kind == crate::language::Kind::Number;
        let of_own_kind = |at: usize| {
            let word = words[at].folded.as_ref();
            let singular = word.trim_end_matches('s');
            self.conventions.self_nouns.iter().any(|noun| noun == word)
                || self.conventions.self_groups.iter().any(|noun| noun == word || noun == singular)
        };
        let head = head(words, phrase.clone());
        let demonstrative = first.is_any(&["this", "our", "my"]);
        // "the four hundred members of our guild"
        let of_ours = phrase.clone().any(|at| words.is(at, "of") && words.is_any(at + 1, &["our", "my"]))
            && words.is_any(phrase.start, &["the", "all"])
            && head.is_some_and(of_own_kind);
        if of_ours {
            return Who::Own;
        }
        // "as a remedy our brief seeks"
        let ours = head.is_some_and(|head| {
            words.is_any(head.wrapping_sub(1), &["our", "my"])
                && phrase.contains(&(head - 1))
                && (of_own_kind(head)
                    || words.is_any(head, &["representation", "brief", "proposal", "request", "demand"]))
        });
        if ours {
            return Who::Own;
        }
        if definite
            && head.is_some_and(of_own_kind)
            && (demonstrative || !names_another(words, phrase.clone()))
        {
            return Who::Own;
        }
        // "The demand requires that": what is demanded here.
        if phrase.len() == 2
            && words.is(phrase.start, "the")
            && words.is_any(phrase.start + 1, &["demand", "demands"])
        {
            return Who::Own;
        }
        // A body that resolves speaks of itself: "this Legislative Body", "The City Council".
        let body =
            demonstrative || (self.kind == LetterKind::Resolution && first.is("the") && phrase.len() <= 4);
        // "Conference instructs its delegates": motions name their body without an article.
        let bare = phrase.len() == 1
            && words[phrase.start].capital()
            && words
                .is_any(phrase.start, &["conference", "council", "assembly", "synod", "meeting", "branch"]);
        if bare && self.tells() {
            return Who::Own;
        }
        if body
            && self.tells()
            && head
                .is_some_and(|at| words.is_any(at, &DELIBERATIVE) && (demonstrative || words[at].capital()))
        {
            return Who::Own;
        }
        Who::Other
    }

    /// Whether a phrase in the lead of a release names who issues it: a group of people, a paper of theirs, an
    /// organization by its name, and nobody in power.
    fn is_introduced(&self, words: Tokens, phrase: Range<usize>) -> bool {
        let listed = |list: &[String], at: usize| {
            let word = words[at].folded.as_ref();
            let singular = word.trim_end_matches('s');
            list.iter().any(|noun| noun == word || noun == singular)
        };
        if phrase.is_empty() {
            return false;
        }
        // "a number of experts", "a coalition led by scientists": the experts, the coalition.
        let ends = |at: usize| !words[at].is_word() || words.has(at, Class::PREPOSITION);
        let mut from = phrase.start;
        let head = loop {
            let stop = (from + 1..phrase.end)
                .find(|at| {
                    ends(*at) || words.has(*at, Class::PARTICIPLE) && at + 1 < phrase.end && ends(at + 1)
                })
                .unwrap_or(phrase.end);
            let measures = words.is_any(
                stop - 1,
                &["number", "dozens", "hundreds", "thousands", "scores", "handful", "majority"],
            );
            if measures && words.is(stop, "of") && stop + 1 < phrase.end {
                from = stop + 1;
                continue;
            }
            break stop - 1;
        };
        // "this morning thirteen University of Ashby students"
        let Some(last) = phrase.end.checked_sub(1).filter(|last| phrase.contains(last)) else { return false };
        let head =
            if listed(&self.conventions.self_groups, last) && words.is_plural(last) { last } else { head };
        if listed(&self.conventions.powers, head) {
            return false;
        }
        let group =
            listed(&self.conventions.self_groups, head) || listed(&self.conventions.lead_groups, head);
        let paper = words.is_any(head, &["letter", "petition", "statement", "appeal", "submission"])
            && !names_another(words, phrase.clone());
        let named =
            phrase.clone().filter(|at| words[*at].capital() && !words.has(*at, Class::DETERMINER)).count();
        let initials = phrase.len() == 1
            && words[head].text.len() >= 3
            && words[head].text.chars().all(|c| c.is_ascii_uppercase());
        group || paper || initials || named > 1 && words[head].capital()
    }

    /// Whose ask a verb of asking at `verb` makes, judged by the subject of its clause.
    pub fn speaker(&self, words: Tokens, verb: usize) -> Speaker {
        let subject = subject(words, verb);
        if subject.relative {
            // "Senate Resolution 106, which calls on …" is the senders' if they sponsor it.
            let sponsored = (subject.range.start.saturating_sub(4)..subject.range.end).any(|at| {
                words.lemma(at).is_some_and(|lemma| SPONSORING.contains(&lemma))
                    || words.is_any(at, &["cosponsor", "sponsor"])
            });
            let own = self.who(words, 0..subject.range.end.min(verb)) == Who::Own;
            return if sponsored && own { Speaker::Own } else { Speaker::Other(Some(subject.range)) };
        }
        match self.who(words, subject.range.clone()) {
            Who::Own => Speaker::Own,
            Who::Other
                if self.leads
                    && asks_now(words, verb)
                    && self.is_introduced(words, subject.range.clone()) =>
            {
                Speaker::Own
            }
            // "This meeting demands", "That the Senate calls on": a motion in whatever document.
            Who::Other if moves(words, subject.range.clone(), verb) => Speaker::Own,
            Who::Addressee | Who::Other => Speaker::Other(Some(subject.range)),
        }
    }
}

/// Whether a motion begins here: a body names itself with "this" or behind "that", and asks in the present.
fn moves(words: Tokens, subject: Range<usize>, verb: usize) -> bool {
    let head = subject.end.checked_sub(1).filter(|head| *head > subject.start);
    let body = head.is_some_and(|head| words.is_any(head, &DELIBERATIVE));
    let this = words.is(subject.start, "this");
    let that = words.is(0, "that")
        && (words.is(subject.start, "the") && subject.start == 1 || this || subject.start == 0);
    let conference = subject.len() == 1 && words.is(subject.start, "conference");
    let opens = subject.start == 0 || that;
    opens && (body && (this || that) || conference) && words.has(verb, Class::THIRD)
}

/// Whether a verb of asking does not tell of former times; of any other verb, what it tells does not matter.
fn asks_now(words: Tokens, verb: usize) -> bool {
    let before = words.skip_adverbs_back(verb).wrapping_sub(1);
    !words.has(verb, Class::PERFORMATIVE)
        || words.has(verb, Class::THIRD | Class::BASE)
        || words.has(before, Class::BE)
        || words.is_any(before, &["have", "has"])
        || (0..words.len()).any(|at| words.is(at, "today"))
}

/// Abbreviations by which a release or statement speaks of its sender: introduced in brackets, and more than
/// once the one that asks or takes a stand.
fn stands_for_sender(letter: &Letter, lexicon: &Lexicon) -> Vec<String> {
    if !matches!(letter.kind, LetterKind::PressRelease | LetterKind::Statement | LetterKind::Resolution) {
        return Vec::new();
    }
    let mut takes: Vec<(String, usize)> = Vec::new();
    for block in letter.document.blocks.iter().filter(|block| may_abbreviate(block.text.as_str())) {
        let found = tokens(block.text.as_str(), lexicon);
        for (at, token) in found.iter().enumerate() {
            let short = token.text.len() >= 3
                && token.kind == crate::language::Kind::Word
                && token.text.chars().all(|c| c.is_ascii_uppercase() || c == '.');
            let mut verb = at + 1;
            while found.get(verb).is_some_and(|next| next.has(Class::ADVERB)) {
                verb += 1;
            }
            let opens = at == 0
                || found[at - 1].is_stop()
                || found[at - 1].is("the") && (found[at - 1].capital() || at > 1 && found[at - 2].is(","));
            let stands = found.get(verb).is_some_and(|verb| {
                verb.has(Class::THIRD)
                    && (verb.has(Class::PERFORMATIVE)
                        || verb.is_any(&[
                            "believes",
                            "endorses",
                            "supports",
                            "opposes",
                            "welcomes",
                            "reaffirms",
                            "condemns",
                        ]))
            });
            if short && opens && stands {
                match takes.iter_mut().find(|(name, _)| *name == token.folded) {
                    Some((_, count)) => *count += 1,
                    None => takes.push((token.folded.to_string(), 1)),
                }
            }
        }
    }
    let head: String = letter.document.text.chars().take(400).collect();
    let introduced = |name: &str| {
        crate::text::fold(&letter.document.text).contains(&format!("({name})"))
            || tokens(&head, lexicon).iter().any(|token| token.folded == name)
    };
    takes.into_iter().filter(|(name, count)| *count >= 2 && introduced(name)).map(|(name, _)| name).collect()
}

/// Whether a text may hold an abbreviation: three capitals or stops side by side.
fn may_abbreviate(text: &str) -> bool {
    let mut run = 0;
    text.bytes().any(|byte| {
        run = if byte.is_ascii_uppercase() || byte == b'.' { run + 1 } else { 0 };
        run >= 3
    })
}

/// The head of a noun phrase: its last word before a preposition.
fn head(words: Tokens, phrase: Range<usize>) -> Option<usize> {
    let end = phrase
        .clone()
        .skip(1)
        .find(|at| words.has(*at, Class::PREPOSITION) || !words[*at].is_word())
        .unwrap_or(phrase.end);
    end.checked_sub(1).filter(|head| phrase.contains(head))
}

/// Whether a phrase names somebody else's paper: "Resolution 1706", "the House letter".
fn names_another(words: Tokens, phrase: Range<usize>) -> bool {
    phrase.clone().skip(1).any(|at| words[at].kind == crate::language::Kind::Number)
        || phrase.clone().any(|at| {
            words.is_any(at, &["congressional", "previous", "earlier", "recent", "another", "un", "u.n."])
        })
}
