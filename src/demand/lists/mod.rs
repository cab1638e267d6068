//! What a block is to its surroundings: the lead-in before a list decides whether its items ask.
//!
//! "We call on you to:" makes its items demands, "We will:" promises, "Problems include:" facts. A
//! heading such as "Our demands" does the same for the lists and headings below it.

mod lead;
mod unmarked;

use super::cues;
use super::passage::{Lead, Passage};
use super::voice::Voice;
use crate::language::Tokens;
use crate::letter::{Letter, LetterKind, Zone};
use crate::lexicon::{Class, Lexicon};
use crate::source::BlockKind;
use lead::{Purpose, asking, lead_in, names_demands, names_sure};
use unmarked::{is_unmarked_item, is_unmarked_line, lines_below, opens_items, unmarked_items};

/// What a block is to the list or section it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text: only explicit cues ask.
    Prose,
    /// An item under a lead-in that asks.
    Demand,
    /// An item of a list whose purpose no lead-in tells.
    OpenItem,
    /// A question to be answered.
    Question,
    /// An item of facts, reasons, promises.
    Fact,
    /// A heading in a section of demands.
    DemandHeading,
    /// Any other heading.
    Title,
    /// A clause of a resolution's preamble.
    Preamble,
}

/// Gives every passage its role.
pub fn assign(letter: &Letter, voice: &Voice, lexicon: &Lexicon, passages: &mut [Passage]) {
    if letter.document.format.is_sheet() {
        passages.iter_mut().for_each(|passage| passage.role = Role::Demand);
        return;
    }
    let mut section = Section { lead: Purpose::Unclear, level: u8::MAX, at: 0 };
    let mut at = 0;
    // A lead-in whose items carry no marks; details set as lists may stand between them.
    let mut open: Option<(Purpose, Option<Lead>)> = None;
    while at < passages.len() {
        match passages[at].zone {
            Zone::Heading => {
                open = None;
                let level = heading_level(letter, passages[at].block);
                let lead = heading_lead(&passages[at], lexicon);
                let inside = section.lead == Purpose::Asks && level > section.level;
                passages[at].role =
                    if inside && lead == Purpose::Unclear { Role::DemandHeading } else { Role::Title };
                if passages[at].role == Role::DemandHeading {
                    passages[at].lead = asking(voice, lexicon, &passages[section.at]);
                }
                if !inside {
                    section = Section { lead, level, at };
                }
                at += 1;
                if section.at + 1 == at && lead == Purpose::Asks {
                    at = lines_of_demands(voice, lexicon, passages, at - 1, at - 1);
                }
            }
            Zone::List | Zone::Table => at = list(letter, voice, lexicon, passages, at, &section),
            _ => {
                let whereas = at > 0
                    && passages[at - 1].text.trim_end_matches([',', ':']).eq_ignore_ascii_case("whereas");
                passages[at].role =
                    if whereas || is_preamble(letter, &passages[at]) { Role::Preamble } else { Role::Prose };
                if let Some((purpose, lead)) = &open
                    && is_unmarked_item(lexicon, &passages[at], true)
                {
                    passages[at].role = purpose.role();
                    passages[at].lead = lead.clone();
                    at += 1;
                    continue;
                }
                // "List of demands", and a paragraph each.
                if section.lead == Purpose::Asks && is_unmarked_line(lexicon, &passages[at]) {
                    passages[at].role = Role::Demand;
                    passages[at].lead = asking(voice, lexicon, &passages[section.at]);
                    at += 1;
                    continue;
                }
                // A paragraph that says who asks may stand between the heading and the lines.
                if section.lead == Purpose::Asks && section.at + 1 == at {
                    let next = lines_of_demands(voice, lexicon, passages, section.at, at);
                    if next > at + 1 {
                        at = next;
                        continue;
                    }
                }
                open = opens_items(voice, lexicon, &passages[at])
                    .map(|purpose| (purpose, asking(voice, lexicon, &passages[at])));
                at = match &open {
                    Some((purpose, lead)) => unmarked_items(lexicon, passages, at, *purpose, lead.as_ref()),
                    None => at + 1,
                };
            }
        }
    }
}

/// Lines without marks behind the passage `above`, under a heading that names them demands, requests or
/// recommendations; the index after them.
fn lines_of_demands(
    voice: &Voice,
    lexicon: &Lexicon,
    passages: &mut [Passage],
    heading: usize,
    above: usize,
) -> usize {
    let words = Tokens::new(&passages[heading].tokens, lexicon);
    let sure = names_sure(words) || words.phrase(0, "we demand") || words.phrase(0, "what we want");
    let lines = if sure { lines_below(lexicon, passages, above) } else { 0 };
    if lines < 2 {
        return above + 1;
    }
    let lead = asking(voice, lexicon, &passages[heading]);
    for passage in &mut passages[above + 1..=above + lines] {
        // "Calling on the school to cut the fees" asks by itself.
        let words = Tokens::new(&passage.tokens, lexicon);
        if !words.has(0, Class::PERFORMATIVE) || !words.has(0, Class::GERUND) {
            passage.role = Role::Demand;
            passage.lead = lead.clone();
        }
    }
    above + 1 + lines
}

/// The section a heading opened.
struct Section {
    lead: Purpose,
    level: u8,
    /// The passage of the heading.
    at: usize,
}

fn heading_level(letter: &Letter, block: usize) -> u8 {
    match letter.document.blocks[block].kind {
        BlockKind::Heading(level) => level,
        _ if block == 0 => 1,
        _ => 3,
    }
}

/// What a heading promises of the section below it.
fn heading_lead(passage: &Passage, lexicon: &Lexicon) -> Purpose {
    let words = Tokens::new(&passage.tokens, lexicon);
    if names_demands(words, 0..words.len()) {
        Purpose::Asks
    } else if (0..words.len()).any(|at| words.is_any(at, &["questions"])) && words.len() < 6 {
        Purpose::Questions
    } else {
        Purpose::Unclear
    }
}

/// A list from its first item at `at`; the index after its last.
fn list(
    letter: &Letter,
    voice: &Voice,
    lexicon: &Lexicon,
    passages: &mut [Passage],
    at: usize,
    section: &Section,
) -> usize {
    let end = (at..passages.len())
        .find(|next| {
            !matches!(passages[*next].zone, Zone::List | Zone::Table)
                && !continues_list(letter, passages, *next)
        })
        .unwrap_or(passages.len());
    let before = at.checked_sub(1).map(|before| lead_in(voice, lexicon, &passages[before]));
    // "Our demands", "For the crews:", a list: a label between says for whom, and no more.
    let label = at.checked_sub(1).is_some_and(|before| is_sublabel(lexicon, &passages[before]));
    let (mut lead, leading) = match before {
        Some(Purpose::Unclear) | None => (section.lead, section.at),
        Some(Purpose::Facts) if label && section.lead == Purpose::Asks => (section.lead, section.at),
        Some(lead) => (lead, at.saturating_sub(1)),
    };
    let leading = if matches!(lead, Purpose::Asks | Purpose::Questions) {
        asking(voice, lexicon, &passages[leading])
    } else {
        None
    };
    // "1. That the Senate proclaim", "2. That there be no reprisal": the subjunctive asks, whatever leads to it.
    if matches!(lead, Purpose::Unclear | Purpose::Facts) && mostly_subjunctive(lexicon, &passages[at..end]) {
        lead = Purpose::Asks;
    }
    // "If they disagree with these demands": the line after the list says what it was.
    if lead == Purpose::Unclear && passages.get(end).is_some_and(|after| names_before(lexicon, after)) {
        lead = Purpose::Asks;
    }
    // "Ask 1: …", "Recommendation 2 – …": each item says what it is.
    let labelled = |index: usize| {
        label_word(letter, &passages[index]).is_some_and(|word| LABELS.contains(&word.as_str()))
    };
    if matches!(lead, Purpose::Unclear | Purpose::Facts) && (at..end).all(labelled) {
        lead = Purpose::Asks;
    }
    // Numbered questions and nothing else, as members of a parliament put them.
    let questions = end >= at + 2 && passages[at..end].iter().all(|item| item.text.trim_end().ends_with('?'));
    let numbered = ordinal_of(letter, &passages[at]).is_some();
    if lead == Purpose::Unclear && questions && numbered {
        lead = Purpose::Questions;
    }
    if lead == Purpose::Unclear && !mostly_imperative(lexicon, &passages[at..end]) {
        lead = Purpose::Facts;
    }
    // A table whose head names demands holds them, beside their numbers and addressees.
    let table = passages[at].zone == Zone::Table;
    let named = table && passages[at..end.min(at + COLUMNS)].iter().any(|cell| is_head(lexicon, cell));
    // The lead of each depth: an item that opens a list of its own decides for the items below it.
    let mut leads = vec![lead];
    for index in at..end {
        let depth = usize::from(letter.document.blocks[passages[index].block].depth().unwrap_or(0));
        if !matches!(passages[index].zone, Zone::List | Zone::Table) {
            passages[index].role = Role::Prose;
            continue;
        }
        leads.truncate(depth + 1);
        // "3. Summary and final request": a numbered title, and the count begins anew below it.
        let anew = index > at
            && ordinal_of(letter, &passages[index]) == Some(1)
            && !passages[index - 1].text.trim_end().ends_with(['.', ';', ',', '?', '!']);
        if anew && heading_lead(&passages[index - 1], lexicon) == Purpose::Asks {
            passages[index - 1].role = Role::Title;
            leads.truncate(depth);
            leads.push(Purpose::Asks);
        }
        let own = leads.last().copied().unwrap_or(lead);
        passages[index].role = item_role(own, &passages[index]);
        if named && is_unmarked_item(lexicon, &passages[index], false) && !is_head(lexicon, &passages[index])
        {
            passages[index].role = Role::Demand;
        }
        passages[index].lead.clone_from(&leading);
        let below = passages[index + 1..end].iter().take_while(|next| {
            letter.document.blocks[next.block].depth().is_some_and(|next| usize::from(next) > depth)
        });
        let below = &passages[index + 1..index + 1 + below.count()];
        let text = passages[index].text.trim_end();
        // "Protect our rights." may stand above a list of how.
        let stops = text.ends_with(['.', '!', '?', ';']) && !mostly_imperative(lexicon, below);
        let colon = text.ends_with(':') || !below.is_empty() && !stops;
        let below = match (own, lead_in(voice, lexicon, &passages[index])) {
            // An item of demands that opens a list passes its asking on.
            (Purpose::Asks, Purpose::Facts | Purpose::Unclear)
                if colon && !gives_examples(&passages[index]) =>
            {
                Purpose::Asks
            }
            (Purpose::Asks, Purpose::Unclear) => Purpose::Facts,
            (own, Purpose::Unclear) => own,
            (_, known) => known,
        };
        while leads.len() < depth + 1 {
            leads.push(own);
        }
        leads.push(below);
    }
    end
}

/// "For the crews:", "Short term": a few words without a verb over a part of a list.
fn is_sublabel(lexicon: &Lexicon, passage: &Passage) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    words.is_any(0, &["for", "in", "at", "on", "short", "medium", "long"])
        && words.len() <= 7
        && passage.sentences.len() == 1
        && !(0..words.len()).any(|at| words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::BE))
}

/// So many cells may stand in the first row of a table.
const COLUMNS: usize = 8;

/// Whether a cell is the head of a column of demands: "Demand", "Our recommendations".
fn is_head(lexicon: &Lexicon, cell: &Passage) -> bool {
    let words = Tokens::new(&cell.tokens, lexicon);
    let heads =
        ["ask", "asks", "demand", "demands", "recommendation", "recommendations", "request", "requests"];
    words.len() <= 3 && (0..words.len()).any(|at| words.is_any(at, &heads))
}

/// Words that label an item as an ask.
const LABELS: [&str; 8] =
    ["ask", "demand", "recommendation", "request", "proposal", "requirement", "call", "petition"];

/// The word that marks an item with its number: "recommendation" of "Recommendation 2 – Fund it".
fn label_word(letter: &Letter, passage: &Passage) -> Option<String> {
    let text = &letter.document.text;
    let start = letter.document.blocks[passage.block].parts.first()?.start;
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let label = text[line..].trim_start_matches(|c: char| !c.is_alphabetic());
    let word = &label[..label.find(|c: char| !c.is_alphabetic())?];
    ordinal_of(letter, passage).map(|_| crate::text::fold(word))
}

fn ordinal_of(letter: &Letter, passage: &Passage) -> Option<u16> {
    match letter.document.blocks[passage.block].kind {
        BlockKind::ListItem { marker, .. } => marker.ordinal(),
        _ => None,
    }
}

/// "…, such as:", "including:": what follows is no ask of its own.
fn gives_examples(passage: &Passage) -> bool {
    let text = passage.text.trim_end().trim_end_matches(':').trim_end();
    ["such as", "including", "for example", "e.g.", "namely", "include", "includes"]
        .iter()
        .any(|words| text.ends_with(words))
}

fn item_role(lead: Purpose, passage: &Passage) -> Role {
    let asks = passage.text.trim_end().ends_with('?');
    match lead {
        Purpose::Asks if asks => Role::Question,
        lead => lead.role(),
    }
}

/// Whether a passage speaks of the list before it as demands.
fn names_before(lexicon: &Lexicon, passage: &Passage) -> bool {
    let words = Tokens::new(&passage.tokens, lexicon);
    (0..words.len().min(16)).any(|at| {
        words.is_any(at, &["these", "our", "all"])
            && (at + 1..words.len().min(at + 4))
                .any(|next| words.is_any(next, &["demands", "requests", "recommendations"]))
    })
}

/// A paragraph between two items of one list belongs to it.
fn continues_list(letter: &Letter, passages: &[Passage], at: usize) -> bool {
    let last = (0..at).rev().find(|index| passages[*index].zone == Zone::List);
    let next = (at..passages.len().min(at + 6)).find(|index| passages[*index].zone == Zone::List);
    let (Some(last), Some(next)) = (last, next) else { return false };
    if (at..next).any(|index| passages[index].zone == Zone::Heading) {
        return false;
    }
    let ordinal = |index: usize| ordinal_of(letter, &passages[index]);
    matches!((ordinal(last), ordinal(next)), (Some(a), Some(b)) if b == a + 1)
        && !passages[at].ends_in_colon()
}

/// How many words before a colon may be the label of an item.
const LABEL: usize = 8;

/// Whether most items begin with a verb that could be asked of somebody.
fn mostly_imperative(lexicon: &Lexicon, items: &[Passage]) -> bool {
    let verbs = items
        .iter()
        .filter(|item| {
            let words = Tokens::new(&item.tokens, lexicon);
            let label = cues::after_label(words);
            let opens = |verb: usize| words.is_verb_here(verb) && !words.has(verb, Class::PRACTICAL);
            // "Schools: Parking is a danger. Enforce the rules.": behind a label the act may come later.
            let labelled = (1..words.len().min(LABEL)).any(|at| words.is(at, ":"));
            let later = labelled && item.sentences.iter().skip(1).any(|sentence| opens(sentence.start));
            opens(words.skip_adverbs(label.max(cues_after_label(words)))) || later
        })
        .count();
    items.len() >= 2 && verbs * 3 >= items.len() * 2
}

/// Whether most items are clauses of what is to be: "That an inquiry be held".
fn mostly_subjunctive(lexicon: &Lexicon, items: &[Passage]) -> bool {
    let wanted = items.iter().filter(|item| {
        let words = Tokens::new(&item.tokens, lexicon);
        let that = words.iter().position(|token| token.is_word()).unwrap_or(0);
        words.is(that, "that")
            && words
                .clause_verb(that + 1, words.len().min(that + 16))
                .is_some_and(|verb| words.is_base(verb) && !words.has(verb.wrapping_sub(1), Class::AUXILIARY))
    });
    wanted.count() * 2 > items.len() && items.len() >= 2
}

fn cues_after_label(words: Tokens) -> usize {
    usize::from(words.first().is_some_and(|first| !first.is_word()))
}

/// A clause of a resolution's preamble: it opens with a participle, or with "Whereas".
fn is_preamble(letter: &Letter, passage: &Passage) -> bool {
    if letter.kind != LetterKind::Resolution || passage.tokens.is_empty() {
        return false;
    }
    let Some(at) = passage.tokens.iter().position(|token| token.kind == crate::language::Kind::Word) else {
        return false;
    };
    let first = &passage.tokens[at];
    let second = passage.tokens.get(at + 1);
    let participle = |token: &crate::language::Token| {
        token.has(Class::GERUND | Class::PARTICIPLE)
            || token.is_any(&[
                "aware",
                "conscious",
                "mindful",
                "concerned",
                "alarmed",
                "convinced",
                "determined",
                "cognizant",
                "desirous",
                "confident",
                "hopeful",
            ])
    };
    // "Resolved, That we urge them to act; and": what the preamble leads to.
    if first.is_any(&["resolved", "agreed", "ordered", "moved"]) {
        return false;
    }
    let open = passage.text.trim_end().ends_with([',', ';']) || passage.text.trim_end().ends_with("and");
    first.is("whereas")
        || (open && (participle(first) || first.has(Class::ADVERB) && second.is_some_and(participle)))
}
