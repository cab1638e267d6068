//! The slots of one act, read from its words.

use super::act::{self, Layer};
use super::action_class;
use super::cues::Shape;
use super::naming;
use super::object;
use super::slots::{self, QualifierKind};
use crate::language::{Token, Tokens, tokens};
use crate::lexicon::{Class, Lexicon};
use crate::text::Span;
use std::ops::Range;

/// What the words of an ask say, wherever they stand.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The act's verb, base form.
    pub action: Option<String>,
    /// Where the word of the act stands.
    pub head: Option<Span>,
    /// What surrounds the act, outermost first.
    pub layers: Vec<Layer>,
    /// Where the words of the layers stand, in the same order.
    pub layer_spans: Vec<Span>,
    /// What it acts upon, as a span of the text read.
    pub object: Option<Span>,
    /// Who is to act, where the words name somebody.
    pub actor: Option<Span>,
    /// It is asked not to be done.
    pub negated: bool,
    /// UPR Info's action category, 1 to 5.
    pub action_class: u8,
    /// Verb and object in short.
    pub canonical: String,
    /// What the words name: concepts of the lexicon, acts before things.
    pub concepts: Vec<String>,
    /// Urgency, scope, conditions and the rest.
    pub qualifiers: Vec<slots::Qualifier>,
    /// Against whom or upon whom the act is to work.
    pub target: Option<Span>,
}

/// Reads some tokens as one act.
pub fn read(words: Tokens, content: Range<usize>, shape: Shape) -> Reading {
    let act = act::read(words, content.clone(), shape);
    let object = object::trim(words, &act);
    Reading {
        canonical: canonical(words, &act, &object),
        action_class: action_class::of(words, content.clone(), &act),
        head: act.head.map(|at| words[at].span),
        layers: act.layers.iter().map(|(layer, _)| *layer).collect(),
        layer_spans: act.layers.iter().map(|(_, at)| words[*at].span).collect(),
        object: words.span(&object),
        actor: act.actor.clone().and_then(|actor| words.span(&actor)),
        target: target(words, &act).and_then(|target| words.span(&target)),
        negated: act.negated,
        concepts: naming::concepts(words, content.clone(), &act),
        action: act.lemma,
        qualifiers: slots::read(words, content),
    }
}

/// Reads a text that is a demand by itself, such as a row of a sheet.
///
/// ```
/// use demarche::{demand::read_text, lexicon::Lexicon};
/// let reading = read_text("Consider ratifying the Convention against Torture", Lexicon::builtin());
/// assert_eq!(reading.action.as_deref(), Some("ratify"));
/// assert_eq!(reading.action_class, 3);
/// ```
pub fn read_text(text: &str, lexicon: &Lexicon) -> Reading {
    read_whole(Tokens::new(&tokens(text, lexicon), lexicon))
}

/// Reads the tokens of a text that is a demand by itself.
pub fn read_whole(words: Tokens) -> Reading {
    read(words, whole(words), shape_of(words))
}

/// The act of a text that is a demand by itself, and where its word stands.
pub fn act_of(words: Tokens) -> (Option<String>, Option<Span>) {
    let act = act::read(words, whole(words), shape_of(words));
    (act.lemma, act.head.map(|at| words[at].span))
}

/// All tokens up to the last word.
fn whole(words: Tokens) -> Range<usize> {
    0..words.iter().rposition(|token| token.is_word()).map_or(words.len(), |at| at + 1)
}

/// The grammar of a text that is a demand by itself.
fn shape_of(words: Tokens) -> Shape {
    let first = words.skip_adverbs(words.iter().position(|token| token.is_word()).unwrap_or(0));
    if words.is_any(first, &["not", "neither", "to", "please", "do"])
        || words.phrase(first, "no longer")
        || words.is_base(first) && !words.has(first, Class::DETERMINER)
    {
        Shape::Verb
    } else if words.is_any(first, &["that", "if", "unless", "when", "where"]) {
        Shape::Clause
    } else if words.has(first, Class::GERUND) {
        Shape::Gerund
    } else if (0..words.len()).any(|at| is_finite(words, at)) || words.has(first, Class::THIRD) {
        Shape::Clause
    } else {
        Shape::Noun
    }
}

/// Whether an auxiliary stands at `at` that may make a clause of the whole: neither in an infinitive nor in a relative
/// clause that it is the first verb of.
fn is_finite(words: Tokens, at: usize) -> bool {
    let relative = || {
        let opens = |at: usize| words.is_any(at, &["who", "which", "whom", "whose", "where", "wherefrom"]);
        let opened = (1..at).rev().find(|at| opens(*at));
        opened.is_some_and(|opened| {
            (opened + 1..at).all(|at| {
                words[at].is_word() && !words.has(at, Class::AUXILIARY | Class::THIRD | Class::PAST)
            })
        })
    };
    words.has(at, Class::AUXILIARY)
        && !words.is(words.skip_adverbs_back(at).wrapping_sub(1), "to")
        && !relative()
}

/// Words that end no name.
const LOOSE_ENDS: [&str; 27] = [
    "in", "by", "from", "with", "at", "of", "to", "for", "on", "the", "a", "an", "all", "any", "its",
    "their", "those", "these", "this", "that", "against", "towards", "toward", "into", "about", "between",
    "upon",
];

/// The verb and the head of its object: "release detained journalists".
fn canonical(words: Tokens, act: &act::Act, object: &Range<usize>) -> String {
    const LENGTH: usize = 6;
    let mut parts: Vec<String> = Vec::new();
    if act.negated {
        // "no cuts to the clinic": no verb is there to deny.
        parts.push(if act.lemma.is_some() { "not" } else { "no" }.to_owned());
    }
    match (act.carrier, act.head) {
        (Some(carrier), Some(head)) => {
            parts.extend(words.lemma(carrier).map(str::to_owned));
            // "apply Harbour Act Sanctions": names belong to what they stand before.
            let names = (carrier + 1..head).filter(|at| words[*at].capital() && words[*at].is_word());
            parts.extend(names.map(|at| words[at].text.to_owned()));
            parts.push(words[head].text.to_owned());
            parts.extend(
                (head + 1..object.start)
                    .filter(|at| words[*at].is_word())
                    .map(|at| words[at].text.to_owned()),
            );
        }
        _ => parts.extend(act.lemma.clone()),
    }
    let stops = [
        "that",
        "which",
        "who",
        "in",
        "by",
        "under",
        "from",
        "through",
        "during",
        "within",
        "so",
        "because",
        "and",
        "until",
        "unless",
        "with",
        "as",
        "without",
        "or",
        "regarding",
        "if",
        "at",
        "before",
        "after",
        "including",
    ];
    // "divest from coal", "speak out against": what the verb takes belongs to its name.
    if let (None, Some(head)) = (act.carrier, act.head)
        && words.lemma(head).is_some()
        && !(head > 0 && words.has(head - 1, Class::DETERMINER | Class::ADJECTIVE))
    {
        parts.extend(object::taken(words, head + 1..object.start).map(|at| words[at].folded.to_string()));
    }
    let question = words.is(object.start, "what");
    // "a comprehensive economic and diplomatic approach": adjectives are joined before their noun.
    let mut describing = false;
    let mut taken = 0;
    let mut at = object.start;
    while let Some(token) = words.get(at).filter(|_| at < object.end) {
        let name = token.capital() && taken > 0 && words.get(at - 1).is_some_and(Token::capital);
        // "any and all", "all of the"
        let quantifies = token.has(Class::DETERMINER) && !token.has(Class::NEGATION) && !token.is("no")
            || words.has(at + 1, Class::DETERMINER) && token.is("and");
        // "the money **that** is left"
        let relative = token.is("that") && words.has(at + 1, Class::BE | Class::AUXILIARY | Class::THIRD);
        let stops = token.is_any(&stops) && !(question && token.is("in"));
        // "sanctions or similar measures": what is carried is named already.
        let another = act.carrier.is_some() && at == object.start && token.is_any(&["and", "or"]);
        if taken > 0 && token.is_any(&[",", "and", "or"]) && (describing || words.describes(at - 1)) {
            describing =
                words.get(at + 1).is_some_and(Token::is_word) && !words.has(at + 1, Class::PREPOSITION);
            if !describing {
                break;
            }
            match parts.last_mut().filter(|_| token.is(",")) {
                Some(last) => last.push(','),
                None => parts.push(token.folded.to_string()),
            }
            at += 1;
            continue;
        }
        let money = object::is_currency(words, at);
        let ends = another
            || relative && taken > 0
            || taken > 0 && !quantifies && (!token.is_word() && !money || stops);
        if ends || taken >= LENGTH && !name {
            break;
        }
        describing &= words.describes(at) || words.is_any(at + 1, &[",", "and", "or"]);
        if money {
            let sum = words.get(at + 1).map(|sum| sum.text).unwrap_or_default();
            parts.push(format!("{}{sum}", token.text));
            (taken, at) = (taken + 1, at + 2);
            continue;
        }
        if token.is_word() && !quantifies && !token.has(Class::ADVERB) {
            // The word that opens the sentence is written large whatever it is.
            let opens = at == 0 && !words.get(1).is_some_and(Token::capital);
            parts.push(if opens { token.folded.to_string() } else { token.text.to_owned() });
            taken += 1;
        }
        at += 1;
    }
    while parts.len() > 1 && parts.last().is_some_and(|last| LOOSE_ENDS.contains(&last.as_str())) {
        parts.pop();
    }
    parts.join(" ")
}

/// "sanctions against those responsible", "pressure on the ministry": the party behind the preposition.
fn target(words: Tokens, act: &act::Act) -> Option<Range<usize>> {
    if let Some(actor) = &act.actor
        && act.layers.iter().any(|(layer, _)| matches!(layer, Layer::Relay | Layer::Ensure))
    {
        return Some(actor.clone());
    }
    let from = act.head? + 1;
    let at = (from..act.object.end.max(from)).find(|at| {
        words.is_any(*at, &["against", "on", "upon", "from"])
            && words.get(at + 1).is_some_and(|next| next.is_word())
    })?;
    let end = (at + 1..act.object.end)
        .find(|next| {
            words.is_any(
                *next,
                &[",", ";", "to", "who", "that", "in", "for", "by", "and", "under", "responsible"],
            ) && *next > at + 1
        })
        .unwrap_or(act.object.end);
    let party = (at + 1..end).any(|next| {
        words.has(next, Class::ACTOR | Class::PEOPLE)
            || words[next].capital()
            || words.is_any(next, &["those", "officials", "individuals", "companies"])
    });
    party.then_some(at + 1..end)
}

/// Words of urgency and emphasis among qualifiers, as written.
pub fn intensifiers(text: &str, reading: &Reading) -> Vec<String> {
    reading
        .qualifiers
        .iter()
        .filter(|qualifier| matches!(qualifier.kind, QualifierKind::Urgency | QualifierKind::Emphasis))
        .filter_map(|qualifier| qualifier.span.slice(text))
        .map(crate::text::fold)
        .collect()
}
