//! What a lead-in says of the list it opens: demands, questions, or facts.

use super::Role;
use crate::demand::cues::{self, Context, Shape, Speaker};
use crate::demand::passage::{Lead, Passage, Sentence};
use crate::demand::voice::{Voice, Who};
use crate::demand::wording;
use crate::language::Tokens;
use crate::lexicon::{Class, Lexicon};

/// What a lead-in says of the list it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Asks,
    Questions,
    Facts,
    Unclear,
}

impl Purpose {
    pub(super) fn role(self) -> Role {
        match self {
            Purpose::Asks => Role::Demand,
            Purpose::Questions => Role::Question,
            Purpose::Facts => Role::Fact,
            Purpose::Unclear => Role::OpenItem,
        }
    }
}

/// The asking that the last sentence of a passage passes on to the items after it.
pub(super) fn asking(voice: &Voice, lexicon: &Lexicon, passage: &Passage) -> Option<Lead> {
    let sentence = passage.sentence(passage.sentences.len().checked_sub(1)?, lexicon);
    let context = Context::alone(voice);
    Some(wording::lead(passage.block, &sentence, &cues::find(&sentence, &context)))
}

/// What the last sentence of a passage says of a list that follows.
pub(super) fn lead_in(voice: &Voice, lexicon: &Lexicon, passage: &Passage) -> Purpose {
    let Some(last) = passage.sentences.len().checked_sub(1) else { return Purpose::Unclear };
    let sentence = passage.sentence(last, lexicon);
    // "We demand that the college keep its word. In practice that means:"
    if last > 0 && passage.ends_in_colon() && spells_out(sentence.words) {
        let asks = |at: usize| {
            let found = cues::find(&passage.sentence(at, lexicon), &Context::alone(voice));
            found.iter().any(|ask| !matches!(ask.speaker, Speaker::Other(_)))
        };
        // "We urge you to face the flood. Not next year. Now:"
        let short = |at: usize| passage.sentence(at, lexicon).words.len() <= 5;
        if asks(last - 1) || last > 1 && short(last - 1) && asks(last - 2) {
            return Purpose::Asks;
        }
    }
    judge_lead(voice, &sentence, passage.ends_in_colon())
}

/// "This means:", "In practice that includes:", "Now:": the ask before it, in full.
fn spells_out(words: Tokens) -> bool {
    let bare = ["now", "specifically", "namely", "today", "immediately", "concretely"];
    let named = words.is_any(0, &bare) && last_word(words) == 0 || words.phrase(0, "in particular");
    if named && words.len() <= 3 {
        return true;
    }
    let verb = last_word(words);
    let pronoun = words.skip_adverbs_back(verb).wrapping_sub(1);
    let would = pronoun.wrapping_sub(usize::from(words.is(pronoun, "would")));
    words.len() <= 8
        && words.is_any(verb, &["means", "mean", "includes", "include", "requires", "require", "involves"])
        && words.is_any(would, &["this", "that", "it", "these"])
}

/// "What do we want?", "What needs to change?", "What should the council do?": the list below answers.
fn asks_what(words: Tokens) -> bool {
    const LONGEST: usize = 10;
    let what = usize::from(words.is_any(0, &["so", "and"]));
    let what = what + usize::from(words.is(what, ","));
    if !words.is(what, "what") || words.len() > LONGEST || !words.last().is_some_and(|last| last.is("?")) {
        return false;
    }
    let rest = what + 1..words.len();
    let any = |list: &[&str]| rest.clone().any(|at| words.is_any(at, list));
    let wanted = any(&["we"]) && any(&["want", "demand", "ask", "asking", "demanding"]);
    let change =
        words.is_any(what + 1, &["needs", "must", "should", "has"]) && any(&["change", "happen", "done"]);
    let duty = words.is_any(what + 1, &["should", "must"]) && any(&["do"]) && !any(&["i", "you", "we"]);
    wanted && !any(&["you"]) || change || duty
}

/// "BE IT RESOLVED that", with nothing behind it.
fn resolves(words: Tokens) -> bool {
    let last = last_word(words);
    let resolved = last - usize::from(words.is(last, "that") && last > 0);
    words.is(resolved, "resolved")
        && (resolved.saturating_sub(3)..resolved).any(|at| words.phrase(at, "be it"))
}

/// What a sentence says of a list that follows it.
pub(super) fn judge_lead(voice: &Voice, sentence: &Sentence, colon: bool) -> Purpose {
    let words = sentence.words;
    let all = 0..words.len();
    let any = |list: &[&str]| all.clone().any(|at| words.is_any(at, list));
    let following = any(&["following", "these", "below"]);
    let last = last_word(words);
    if asks_what(words) {
        return Purpose::Asks;
    }
    // "How to get there:", "Further reading"
    let guides = words.is(0, "how") || words.phrase(0, "further reading") || words.phrase(0, "see also");
    if guides
        && words.len() <= 8
        && (colon || !words.is(0, "how"))
        && !words.last().is_some_and(|last| last.is("?"))
    {
        return Purpose::Facts;
    }
    // "Meet us on 4 May:", "Contact:"
    let invites = words.is_any(0, &["meet", "join", "come", "visit", "contact", "bring"]);
    if colon && invites && words.len() <= 12 {
        return Purpose::Facts;
    }
    // "We call for a new plan because:"
    if colon && words.is_any(last, &["because", "reasons"]) {
        return Purpose::Facts;
    }
    // "We request a meeting to discuss the following:"
    let talks = |at: usize| words.is_any(at, &["discuss", "about", "concerning", "regarding"]);
    let topics = all.clone().any(|at| {
        talks(at)
            && (words.is(at + 1, "the") && words.is(at + 2, "following")
                || words.is_any(at + 1, &["these", "following"])
                || at == last)
    });
    if colon && topics {
        return Purpose::Facts;
    }
    // "that your Honourable House may be pleased to adopt measures:"
    if colon && all.clone().any(|at| words.phrase(at, "be pleased to")) && any(&["your", "you"]) {
        return Purpose::Asks;
    }
    // "BE IT RESOLVED that:", "BE IT FURTHER RESOLVED:"
    if colon && resolves(words) {
        return Purpose::Asks;
    }
    // "the two requests that were addressed to us to:"
    let received = all.clone().any(|at| {
        words.is_any(at, &["put", "made", "addressed", "sent"])
            && words.is(at + 1, "to")
            && words.is_any(at + 2, &["us", "me"])
    });
    if colon && received {
        return Purpose::Facts;
    }
    if any(&["questions", "question"]) && (colon || following) {
        return Purpose::Questions;
    }
    let context = Context::alone(voice);
    let asks = cues::find(sentence, &context);
    let own: Vec<_> = asks
        .iter()
        .filter(|ask| ask.speaker != Speaker::Other(None) && !matches!(ask.speaker, Speaker::Other(_)))
        .collect();
    let open =
        |ask: &&cues::Ask| ask.content.is_empty() || ask.content.clone().any(|at| announces(words, at));
    let other_list = all.clone().any(|at| words.is(at, "following") && !announces(words, at));
    if own.iter().any(open) || (colon && !other_list && own.iter().any(|ask| ask.shape != Shape::Question)) {
        return Purpose::Asks;
    }
    // "If you do so, we will:", "Since April our volunteers have:"
    // "We support legislation that would:"
    let bill = words.is(last, "would")
        && words.is_any(last.wrapping_sub(1), &["that", "which"])
        && all.clone().any(|at| words.lemma(at) == Some("support"))
        && any(&["legislation", "bill", "bills", "amendment", "law", "measure"]);
    if colon && bill {
        return Purpose::Asks;
    }
    let promise = words.is_any(last, &["will", "shall", "can", "have", "would"]);
    if colon && promise && !words.is(words.skip_adverbs_back(last).wrapping_sub(1), "you") {
        return Purpose::Facts;
    }
    // "We request:", "We recommend:"
    let performs = words.has(last, Class::PERFORMATIVE | Class::BASE | Class::GERUND)
        && words
            .lemma(last)
            .is_some_and(|lemma| words.lexicon().performative(lemma).is_some_and(|asks| !asks.weak));
    if colon && performs && matches!(voice.speaker(words, last), Speaker::Own) {
        return Purpose::Asks;
    }
    // "The League therefore calls on the Government of the Islands:", "To the United Nations:"
    let called = colon && names_asked(words, voice);
    let addressed = colon
        && words.is(0, "to")
        && words.len() <= 9
        && !all.clone().any(|at| {
            words.has(at, Class::AUXILIARY | Class::THIRD | Class::BASE) && !words.has(at, Class::ACTOR)
        })
        && all.clone().any(|at| words.has(at, Class::ACTOR) || at > 0 && words[at].capital());
    if called || addressed {
        return Purpose::Asks;
    }
    // "The march has four aims:"
    let acts = any(&[
        "strike",
        "march",
        "occupation",
        "protest",
        "rally",
        "sit-in",
        "boycott",
        "demonstration",
        "campaign",
    ]);
    let points = any(&["petition"]) && any(&["points", "aims"]);
    if colon && (acts && any(&["aims", "goals", "objectives"]) || points) {
        return Purpose::Asks;
    }
    // "The alternatives look like this:", "The board has three options:"
    let choice = any(&["alternatives", "options", "choices", "scenarios", "outcomes"]);
    if colon && choice && own.is_empty() && !names_demands(words, all.clone()) {
        return Purpose::Facts;
    }
    // "Moss's major priorities for reforming the law include:"
    let owned = any(&["priorities", "requests", "proposals", "goals"])
        && words.is_any(last, &["are", "include", "includes", "following"])
        && (0..last).any(|at| words.has(at, Class::GENITIVE) && voice.who(words, at..at + 1) == Who::Own);
    if colon && owned {
        return Purpose::Asks;
    }
    // "The following are letters from our readers:"
    if colon && other_list && own.is_empty() && !names_demands(words, all.clone()) {
        return Purpose::Facts;
    }
    // "The developer wants the council to:"
    let others = colon
        && own.is_empty()
        && words.is(last, "to")
        && cues::main_verb(words).is_some_and(|verb| matches!(voice.speaker(words, verb), Speaker::Other(_)));
    if others {
        return Purpose::Facts;
    }
    // "We are fighting for:", "What we stand for:"
    let strives = words.is(last, "for")
        && words.lemma(last.wrapping_sub(1)).is_some_and(|lemma| {
            ["fight", "strike", "campaign", "organize", "organise", "struggle", "stand", "march"]
                .contains(&lemma)
        })
        && any(&["we", "our"]);
    if colon && strives {
        return Purpose::Asks;
    }
    // "However, the offers in this message:" – what they do, item by item.
    let told = colon
        && own.is_empty()
        && words.len() <= 14
        && !names_demands(words, all.clone())
        && !all.clone().any(|at| {
            words.has(
                at,
                Class::AUXILIARY
                    | Class::SUBJECT_PRONOUN
                    | Class::BE
                    | Class::THIRD
                    | Class::BASE
                    | Class::NOMINAL,
            )
        })
        && any(&["the", "these", "those", "this", "that"])
        && words[words.skip_adverbs(0).min(words.len() - 1)].is_word();
    if told && !following {
        return Purpose::Facts;
    }
    let modal = words.is_any(last, &["must", "should", "shall"])
        || words.is(last, "to")
            && words.is_any(last.saturating_sub(1), &["need", "needs", "ought", "has", "have", "want"]);
    if colon && modal {
        return Purpose::Asks;
    }
    let open_end = colon || !words.last().is_some_and(|last| last.is_stop());
    if names_sure(words) && (open_end || following) && names_demands(words, all.clone()) {
        return Purpose::Asks;
    }
    if colon
        && any(&["we", "i", "our"])
        && any(&["will", "shall", "pledge", "commit", "promise", "offer"])
        && !any(&["you", "your"])
    {
        return Purpose::Facts;
    }
    // "Here is what our volunteers do every week:"
    if colon && own.is_empty() && any(&["we", "i", "our"]) && any(&["do", "does", "did"]) {
        return Purpose::Facts;
    }
    if names_demands(words, all.clone())
        && (colon || following || words.len() <= 12 || names_sure(words) && words.len() <= 18)
    {
        return Purpose::Asks;
    }
    if colon
        && any(&[
            "include",
            "including",
            "includes",
            "because",
            "reasons",
            "reason",
            "such",
            "example",
            "examples",
            "facts",
            "would",
            "signed",
            "organizations",
            "organisations",
            "members",
            "who",
        ])
    {
        return Purpose::Facts;
    }
    Purpose::Unclear
}

/// A verb of asking of the senders', and after it nothing but whom they ask.
fn names_asked(words: Tokens, voice: &Voice) -> bool {
    (0..words.len()).any(|verb| {
        let asks = words.has(verb, Class::PERFORMATIVE)
            && words
                .lemma(verb)
                .and_then(|lemma| words.lexicon().performative(lemma))
                .is_some_and(|asks| !asks.weak)
            && matches!(voice.speaker(words, verb), Speaker::Own);
        let from = verb + 1 + usize::from(words.is_any(verb + 1, &["on", "upon", "to"]));
        let named = (from..words.len()).filter(|at| words[*at].is_word());
        let plain = named.clone().all(|at| {
            !words.has(at, Class::AUXILIARY | Class::SUBJECT_PRONOUN | Class::CONJUNCTION)
                && (!words.has(at, Class::VERB)
                    || words.has(at, Class::ACTOR | Class::NOMINAL | Class::ARTIFACT)
                    || words[at].capital())
                || words.is(at, "and")
        });
        let somebody =
            named.clone().any(|at| words.has(at, Class::ACTOR | Class::PEOPLE) || words[at].capital());
        asks && plain && somebody
    })
}

/// The last word of a sentence, a colon and dashes after it left out.
fn last_word(words: Tokens) -> usize {
    (0..words.len()).rev().find(|at| words[*at].is_word()).unwrap_or(0)
}

/// Whether a sentence calls what follows demands, requests or recommendations.
pub(super) fn names_sure(words: Tokens) -> bool {
    words.iter().any(|token| token.is_any(&["demands", "recommendations", "requests", "asks"]))
}

/// "the following", "these steps": what follows is what is asked for, not a list of other things.
pub(super) fn announces(words: Tokens, at: usize) -> bool {
    const ASKED: [&str; 34] = [
        "roadmap",
        "plan",
        "programme",
        "program",
        "conditions",
        "terms",
        "priorities",
        "standards",
        "steps",
        "step",
        "actions",
        "action",
        "measures",
        "demands",
        "requests",
        "recommendations",
        "changes",
        "reforms",
        "information",
        "documents",
        "principles",
        "commitments",
        "proposals",
        "points",
        "policies",
        "questions",
        "things",
        "items",
        "resolution",
        "asks",
        "additions",
        "suggestions",
        "amendments",
        "improvements",
    ];
    if !words.is_any(at, &["following", "these", "below"]) {
        return false;
    }
    let next = (at + 1..words.len().min(at + 4)).find(|next| words.is_any(*next, &ASKED));
    next.is_some()
        || words.get(words.skip_adverbs(at + 1)).is_none_or(|token| {
            !token.is_word()
                    || token.is_any(&["should", "must", "be", "shall", "to"])
                    // "the following before any vote": nothing else is meant by it.
                    || token.has(Class::PREPOSITION) && !token.has(Class::ADJECTIVE)
        })
}

/// "Seven things the next council must do", "What the Senate should do now".
fn names_tasks(words: Tokens, range: std::ops::Range<usize>) -> bool {
    let things = range.clone().any(|at| words.is_any(at, &["things", "ways", "what", "tasks", "ideas"]));
    let duty = range.clone().find(|at| words.is_any(*at, &["must", "should", "needs", "need"]));
    let done = duty.is_some_and(|duty| {
        (duty + 1..range.end).any(|at| words.is_any(at, &["do", "change", "fix", "deliver"]))
    });
    things && done && range.len() < 16 && !range.clone().any(|at| words.is_any(at, &["we", "you", "?"]))
}

/// "Student Demands Rejected by the Board": what became of demands.
fn is_news(words: Tokens, range: std::ops::Range<usize>) -> bool {
    let became =
        ["rejected", "ignored", "denied", "refused", "met", "dismissed", "dropped", "discussed", "won"];
    let demands = range.clone().find(|at| words.is_any(*at, &["demands", "requests", "recommendations"]));
    demands.is_some_and(|demands| words.is_any(words.skip_adverbs(demands + 1), &became))
}

/// "Safety demands openness": a thing demands another, and nobody asks anything.
fn demands_something(words: Tokens, range: std::ops::Range<usize>) -> bool {
    let Some(verb) = range.clone().find(|at| words.is_any(*at, &["demands", "requests"])) else {
        return false;
    };
    let label =
        ["list", "letter", "page", "statement", "sheet", "document", "update", "delivery", "meeting", "made"];
    let owner = verb > range.start
        && !words.has(
            verb - 1,
            Class::DETERMINER | Class::ADJECTIVE | Class::PEOPLE | Class::ACTOR | Class::GENITIVE,
        )
        && !words.is_plural(verb - 1)
        && words[verb - 1].kind == crate::language::Kind::Word
        && verb - range.start <= 4;
    let object = words.get(verb + 1).is_some_and(|next| next.kind == crate::language::Kind::Word)
        && verb + 1 < range.end
        && !words.is_any(verb + 1, &label)
        && !words.has(
            verb + 1,
            Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::SUBJECT_PRONOUN,
        );
    owner && object
}

/// Whether a lead-in or heading names what follows as demands.
pub(super) fn names_demands(words: Tokens, range: std::ops::Range<usize>) -> bool {
    const NAMES: [&str; 17] = [
        "demands",
        "demand",
        "requests",
        "recommendations",
        "asks",
        "requirements",
        "proposals",
        "priorities",
        "calls",
        "points",
        "reforms",
        "changes",
        "actions",
        "steps",
        "measures",
        "goals",
        "solutions",
    ];
    const SURE: [&str; 5] = ["demands", "recommendations", "requests", "asks", "demand"];
    if demands_something(words, range.clone()) || is_news(words, range.clone()) {
        return false;
    }
    if range.start == 0 && range.end == words.len() && asks_what(words) {
        return true;
    }
    // "Summary and Final Request": the section that asks.
    let last = range.clone().rev().find(|at| words[*at].is_word());
    let closing = last.is_some_and(|last| {
        words.is(last, "request") && words.is_any(last.wrapping_sub(1), &["final", "our", "formal", "main"])
    });
    if closing && range.len() <= 12 {
        return true;
    }
    let name = range.clone().rev().find(|at| words.is_any(*at, &NAMES));
    let Some(name) = name else {
        return words.phrase(range.start, "what we want")
            || words.phrase(range.start, "we want")
            || words.phrase(range.start, "we demand")
            || words.phrase(range.start, "we call") && range.len() < 8
            || names_tasks(words, range);
    };
    let mut context = range.clone();
    let ours = context.any(|at| {
        words.is_any(
            at,
            &[
                "our",
                "we",
                "my",
                "i",
                "following",
                "these",
                "student",
                "students",
                "workers",
                "union",
                "five",
                "ten",
                "fifteen",
                "three",
                "four",
                "six",
                "seven",
                "eight",
                "nine",
                "twelve",
                "key",
                "main",
                "core",
                "policy",
                "list",
                "immediate",
            ],
        ) || words[at].kind == crate::language::Kind::Number
    });
    let sure = words.is_any(name, &SURE);
    let told = range.clone().any(|at| words.is_any(at, &["their", "his", "her", "previous", "old"]));
    let alone = range.len() <= 4;
    // "Support the demands for better schools!"
    let supported = sure
        && words.is(name.wrapping_sub(1), "the")
        && !range.clone().any(|at| {
            at != name
                && words.has(at, Class::PAST | Class::THIRD)
                && !words.has(at, Class::BASE | Class::NOMINAL)
        });
    let call_to_action = words.phrase(name, "calls to action") || words.is(name, "calls") && alone;
    let colon = range.end > 0 && words.is(range.end - 1, ":");
    let negated = range.clone().any(|at| words.has(at, Class::NEGATION));
    !told
        && !negated
        && (call_to_action
            || supported
            || (sure && (ours || alone || colon || name + 1 == range.end))
            || (ours
                && words.is_any(range.start, &["our", "we", "the", "these", "key", "policy"])
                && range.len() <= 14
                && range.clone().any(|at| words.is_any(at, &["our", "we"]))
                && (!words.is_any(name, &["points", "goals"]) || colon && range.len() <= 5)))
}
