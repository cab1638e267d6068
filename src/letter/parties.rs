//! Who writes to whom.

use super::sender::{may_head, name_in, one_line, writer_of};
use super::signatories::Signatory;
use super::zones::{Zone, is_salutation};
use crate::language::{Token, tokens};
use crate::lexicon::{Class, Lexicon};
use crate::source::Document;
use crate::text::fold;

/// What the page says of the parties.
pub struct Parties {
    pub title: Option<String>,
    pub sender: Option<String>,
    pub recipient: Option<String>,
    /// The subject of the title and of the first sentence: in a release, the senders.
    pub subject: String,
}

/// Reads the parties out of the head, the title and the first sentences.
pub fn read(
    document: &Document,
    folded: &[String],
    zones: &[Zone],
    attached: Option<usize>,
    signatories: &[Signatory],
    lexicon: &Lexicon,
) -> Parties {
    let page = Page { document, folded, zones, attached, lexicon };
    let title = page.title();
    let subject = page.subject(title.as_deref());
    let sender = page
        .on_behalf()
        .or_else(|| page.labelled(&["from:", "issued by", "submitted by", "sender:"]))
        .or_else(|| page.letterhead())
        .or_else(|| title.as_deref().and_then(|title| writer_of(title, lexicon)))
        .or_else(|| page.undersigned())
        // Names under a letter are its senders'; what a release opens with is its sender.
        .or_else(|| {
            let signed = !signatories.is_empty() && attached.is_none();
            (!signed && page.tells_of_sender()).then(|| name_in(&subject, lexicon)).flatten()
        })
        .or_else(|| by_signatories(signatories));
    Parties { title, sender, recipient: page.recipient(), subject }
}

/// How many words the name behind a label may have.
const LABELLED: usize = 10;

struct Page<'a> {
    document: &'a Document,
    /// The folded text of each block.
    folded: &'a [String],
    zones: &'a [Zone],
    attached: Option<usize>,
    lexicon: &'a Lexicon,
}

impl Page<'_> {
    fn text(&self, at: usize) -> &str {
        self.document.blocks[at].text.as_str().trim()
    }

    fn of_zone(&self, zone: Zone) -> impl Iterator<Item = usize> + '_ {
        (0..self.zones.len()).filter(move |at| self.zones[*at] == zone)
    }

    fn title(&self) -> Option<String> {
        let first = self.of_zone(Zone::Heading).next()?;
        let body = self.of_zone(Zone::Body).next().unwrap_or(usize::MAX);
        (first < body).then(|| one_line(self.text(first)))
    }

    /// The first lines of the letter's own head that name a body: "United States Senate".
    fn letterhead(&self) -> Option<String> {
        let from = self.attached.unwrap_or(0);
        let mut head = (from..self.zones.len())
            .take_while(|at| matches!(self.zones[*at], Zone::Header | Zone::Heading | Zone::Furniture));
        let first = head.find(|at| matches!(self.zones[*at], Zone::Header | Zone::Heading))?;
        let text = self.text(first);
        let found = tokens(text, self.lexicon);
        let names_body = found.iter().any(|token| token.has(Class::INSTITUTION) && token.capital());
        let salutations = &self.lexicon.conventions().salutations;
        let folded = &self.folded[first];
        let addressed = is_salutation(folded, salutations)
            || folded.starts_with("the honorable")
            || folded.starts_with("to ");
        let title = found.iter().any(|token| token.has(Class::AUXILIARY | Class::PERFORMATIVE))
            || found.len() > 8
            || !may_head(&found);
        // A letterhead stands above the date or the address, not above the text.
        let dated = super::dates::find(&found).is_some();
        let next_is_body =
            self.zones.get(first + 1).is_none_or(|zone| matches!(zone, Zone::Body | Zone::List));
        (names_body && !addressed && !dated && !title && !next_is_body).then(|| one_line(text))
    }

    /// "On behalf of the members of …, we write".
    fn on_behalf(&self) -> Option<String> {
        let first =
            (self.attached.unwrap_or(0)..self.zones.len()).find(|at| self.zones[*at] == Zone::Body)?;
        let text = self.text(first);
        let rest = text.strip_prefix("On behalf of ")?;
        let end = rest.find([',', ';']).or_else(|| rest.find(" we ").or_else(|| rest.find(" I ")))?;
        let name = rest[..end].trim().trim_start_matches("the below ").trim_start_matches("the undersigned ");
        Some(one_line(name.trim_start_matches("the ")))
    }

    /// "From: Poverty Watch", "Issued by the Residents' Forum, 3 March": a short line says so.
    fn labelled(&self, labels: &[&str]) -> Option<String> {
        (self.attached.unwrap_or(0)..self.zones.len()).find_map(|at| {
            let text = self.text(at);
            if text.len() >= 200 {
                return None;
            }
            let folded = &self.folded[at];
            let label = labels.iter().find(|label| folded.starts_with(**label))?;
            let name = text.get(label.len()..)?.trim_start_matches([' ', ':', '\t']);
            let name = name.lines().next()?.split(['<', ',', ';']).next()?.trim();
            // The address of a mail is no part of the name.
            let name =
                name.split_whitespace().take_while(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
            let short = name.split_whitespace().count() <= LABELLED && name.starts_with(char::is_uppercase);
            (short && !name.ends_with('.')).then(|| one_line(&name))
        })
    }

    /// "We, the undersigned organizations, …".
    fn undersigned(&self) -> Option<String> {
        let body = self.of_zone(Zone::Body).take(6);
        body.into_iter().find_map(|at| {
            let text = self.text(at);
            let start = text.find("We, the ").or_else(|| text.find("we, the "))? + "We, ".len();
            let end = text[start..].find(',')?;
            (end < 160).then(|| one_line(&text[start..start + end]))
        })
    }

    /// Whether the page speaks of its senders in the third person.
    fn tells_of_sender(&self) -> bool {
        self.attached.is_some() || {
            let first = self.of_zone(Zone::Body).next();
            first.is_some_and(|at| {
                let found = tokens(self.text(at), self.lexicon);
                !found.iter().take(30).any(|token| token.has(Class::FIRST_PERSON) && token.gap > 0)
            })
        }
    }

    /// The words before the first verb of the title, else of the first sentence.
    fn subject(&self, title: Option<&str>) -> String {
        let first = self.of_zone(Zone::Body).next().map(|at| self.text(at).to_owned());
        let own = first.as_deref().map(|text| subject_of(text, self.lexicon)).unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
        title.map(|title| subject_of(title, self.lexicon)).unwrap_or_default()
    }

    fn recipient(&self) -> Option<String> {
        let from = self.attached.unwrap_or(0);
        let salutations = &self.lexicon.conventions().salutations;
        let greeting = (from..self.zones.len()).find(|at| is_salutation(&self.folded[*at], salutations))?;
        let honorable = (from..greeting).find(|at| {
            let line = &self.folded[*at];
            [
                "the honorable",
                "honorable",
                "his excellency",
                "her excellency",
                "hon.",
                "the right hon",
                "the rt hon",
                "mr.",
                "ms.",
                "mrs.",
                "dr.",
            ]
            .iter()
            .any(|title| line.starts_with(title))
        });
        let lines = honorable.map(|first| {
            let office = (first + 1..greeting)
                .map(|at| self.text(at))
                .find(|line| !line.contains(|c: char| c.is_ascii_digit()));
            let name = self.text(first);
            match office {
                Some(office) => format!("{}, {}", one_line(name).trim_end_matches(','), one_line(office)),
                None => one_line(name),
            }
        });
        lines.or_else(|| {
            let line = self.text(greeting);
            let name = ["Dear ", "To ", "to ", "Hi ", "Hello ", "Respected ", "Esteemed "]
                .iter()
                .find_map(|opening| line.strip_prefix(opening))
                .unwrap_or(line);
            let end =
                name.find([':', '\t']).or_else(|| name.len().checked_sub(1).filter(|_| name.ends_with(',')));
            Some(one_line(&name[..end.unwrap_or(name.len())]).trim_end_matches(',').to_owned())
        })
    }
}

/// The subject of a text's first sentence: the words before its first verb, when they name somebody.
fn subject_of(text: &str, lexicon: &Lexicon) -> String {
    let found = tokens(text, lexicon);
    // A dateline before the sentence: "WASHINGTON, DC - …".
    let start = found.iter().take(14).position(|token| token.is_any(&["-", "–", "—"])).map_or(0, |at| at + 1);
    // "In a letter to the mayor, the Harbour League asked": a phrase before the subject.
    let phrase = found.get(start).is_some_and(|first| first.has(Class::PREPOSITION));
    let comma = (start..found.len().min(start + PHRASE)).find(|at| found[*at].is(","));
    let start = comma.filter(|_| phrase).map_or(start, |comma| comma + 1);
    // "Harbour League Calls on Mayor": a title whose words all begin with a capital.
    let titled = text
        .split_whitespace()
        .filter(|word| word.len() > 3)
        .all(|word| word.starts_with(char::is_uppercase));
    let verb = |at: usize, token: &Token| {
        let finite = token.has(Class::THIRD | Class::PAST | Class::AUXILIARY)
            || (token.has(Class::BASE)
                && at > start + 1
                && !found[at - 1].has(Class::DETERMINER | Class::PREPOSITION | Class::POSSESSIVE));
        let lower = token.text.chars().all(|c| !c.is_uppercase());
        let shouting = found.iter().take(8).all(|token| !token.text.chars().any(char::is_lowercase));
        let country = at > 0 && found[at - 1].is("united");
        let asks =
            titled && !country && token.has(Class::THIRD) && token.has(Class::PERFORMATIVE | Class::SPEECH);
        finite && at > start && (lower || shouting || asks) && !token.is("members")
    };
    let Some(end) = (start..found.len().min(start + 40)).find(|at| verb(*at, &found[*at])) else {
        return String::new();
    };
    let Some(first) = found.get(start) else { return String::new() };
    let subject = &text[first.span.start..found[end - 1].span.end];
    let named = first.capital() || first.kind == crate::language::Kind::Number;
    let pronoun = first.has(Class::SUBJECT_PRONOUN | Class::PREPOSITION | Class::CONJUNCTION | Class::ADVERB)
        || first.is_any(&["there", "this", "that"])
        // Who opposes or doubts is spoken of.
        || first.is_any(&["opponents", "critics", "detractors", "sceptics", "skeptics"]);
    // "has been calling on": what is told stands behind the auxiliaries.
    let told = (end..found.len().min(end + 4)).any(|at| {
        found[at].has(Class::PERFORMATIVE | Class::SPEECH)
            || lexicon.lemma(found[at].word).is_some_and(|lemma| TELLING.contains(&lemma))
    });
    if !told {
        return String::new();
    }
    let subject = subject.trim_end_matches(" today").trim_end_matches(',');
    if named && !pronoun && subject.split_whitespace().count() <= 24 {
        one_line(subject)
    } else {
        String::new()
    }
}

/// How many tokens a phrase before the subject may have.
const PHRASE: usize = 16;

/// What senders do in the first sentence of a release: other subjects are spoken of.
const TELLING: [&str; 21] = [
    "issue",
    "release",
    "send",
    "sign",
    "introduce",
    "join",
    "condemn",
    "welcome",
    "launch",
    "publish",
    "applaud",
    "commend",
    "express",
    "host",
    "demand",
    "lead",
    "oppose",
    "support",
    "back",
    "make",
    "write",
];

fn by_signatories(signatories: &[Signatory]) -> Option<String> {
    match signatories {
        [] => None,
        [one] => Some(one.name.clone()),
        [one, two] => Some(format!("{} and {}", one.name, two.name)),
        [one, rest @ ..] => Some(format!("{} and {} others", one.name, rest.len())),
    }
}

/// Names by which the text may speak of its own senders: telling words of their names, in folded form.
pub fn own_names(
    sender: Option<&str>,
    signatories: &[Signatory],
    subject: &str,
    recipient: Option<&str>,
    lexicon: &Lexicon,
) -> Vec<String> {
    let addressed: Vec<String> =
        fold(recipient.unwrap_or_default()).split([' ', ',', '.']).map(str::to_owned).collect();
    let signed = signatories.iter().take(200).filter_map(|signatory| signatory.name.split(' ').next_back());
    let texts = sender.into_iter().chain([subject]).chain(signed);
    let mut names = Vec::new();
    for text in texts {
        for token in tokens(text, lexicon) {
            let common = Class::all()
                .difference(Class::BASE | Class::AMBIGUOUS | Class::THIRD | Class::PAST | Class::PARTICIPLE);
            let telling = token.capital() && token.text.len() > 2 && !token.has(common) && token.is_word();
            if telling && !addressed.iter().any(|word| *word == token.folded) {
                names.push(token.folded.trim_end_matches("'s").to_owned());
            }
        }
    }
    names.sort();
    names.dedup();
    names
}
