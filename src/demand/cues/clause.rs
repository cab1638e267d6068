//! How far what is asked goes: to the stop, or to where another clause begins.

use crate::language::Tokens;
use crate::lexicon::Class;

/// Where the clause of a verb ends: before the stop, or where another clause with its own subject begins.
pub fn clause_end(words: Tokens, verb: usize) -> usize {
    let mut end = words.len();
    // "a new plan because:": the reasons follow.
    if words.is(end - 1, ":") && end > verb + 3 && words.is(end - 2, "because") {
        end -= 2;
    }
    loop {
        let mark = !words[end - 1].is_word() && !words.is_any(end - 1, &[")", "]", ":", "%"]);
        // "…; and" only joins an item to the next.
        let joins = words.is_any(end - 1, &["and", "or"]) && words.is_any(end.wrapping_sub(2), &[";", ","]);
        if end <= verb + 1 || !mark && !joins {
            break;
        }
        end -= 1;
    }
    for at in verb + 2..end {
        // "…, and we ask", "… and I urge", "; we also call on"
        let joined = words.is_any(at - 1, &["and", "but", "so", "while", "because", ";", "yet"])
            || (words.is(at - 1, ",") && !words.is(at, "who"));
        let own_subject = words.has(at, Class::FIRST_PERSON)
            && (words.has(at + 1, Class::AUXILIARY | Class::ADVERB | Class::VERB));
        if joined && own_subject && !words.is(at - 1, "because") {
            let mut cut = at - 1;
            while cut > verb + 1 && (!words[cut - 1].is_word() || words.is_any(cut - 1, &["and", "but"])) {
                cut -= 1;
            }
            return cut;
        }
        // "fund it in view of its age"; but "review it in view of what was found" says how.
        let weighed = || {
            words.lemma(words.skip_adverbs(verb)).is_some_and(|lemma| {
                ["review", "reconsider", "consider", "revise", "assess", "reassess", "update", "examine"]
                    .contains(&lemma)
            })
        };
        if (words.phrase(at, "in view of") || words.phrase(at, "given that"))
            && !weighed()
            && !remark_closes(words, at)
        {
            return at - usize::from(words.is(at - 1, ","));
        }
        // "…, saying the offer is too low": what else is said.
        let remarks = words.is(at - 1, ",")
            && words.is_any(at, &["saying", "arguing", "stating", "adding", "noting", "warning"]);
        if remarks {
            return at - 1;
        }
        if words.is(at - 1, ",") && tells_speaker(words, at, end) {
            return at - 1;
        }
        if words.is(at - 1, ",") && opens_comment(words, at)
            || words.is(at - 1, ";") && opens_clause(words, at) && !words.is(at, "that")
        {
            return at - 1;
        }
        // "; and (b) the elections": the next point of a paragraph, whose first point the clause is.
        let lettered = words.is(at, "(")
            && words.get(at + 1).is_some_and(|letter| letter.text.len() == 1)
            && words.is(at + 2, ")");
        let before = before_and(words, at);
        let listed =
            || (verb.saturating_sub(3)..at).any(|mark| words.is(mark, "(") && words.is(mark + 2, ")"));
        if lettered && words.is(before - 1, ";") && before > verb + 1 && !listed() {
            return before - 1;
        }
        // "; and in particular, on the basis that:": what opens a list.
        if words.phrase(at, "in particular")
            && words.is(before_and(words, at) - 1, ";")
            && before_and(words, at) > verb + 1
        {
            return before_and(words, at) - 1;
        }
        // "… find a way, and said she will go on": the telling goes on.
        let said_on = words.is(at, "and")
            && words.is_any(at + 1, &["said", "added", "stated", "noted", "warned", "argued"])
            && at > verb + 2;
        if said_on {
            return if words.is(at - 1, ",") { at - 1 } else { at };
        }
        // "the crew should be paid said Moss": marks were lost, and the speaker is told.
        let speaker = words.is_any(at, &["said", "says", "added", "wrote"])
            && words.get(at + 1).is_some_and(|name| name.capital() && name.is_word())
            && words[at - 1].is_word()
            && !words[at - 1].capital()
            && !words.is_any(at - 1, &["who", "that", "which", "be", "been", "is", "was", "not"])
            && at > verb + 1;
        if speaker {
            return at;
        }
        // "…; and be it further resolved that"
        if words.is_any(at, &["be", "and"])
            && at > 1
            && words.phrase(at + usize::from(words.is(at, "and")), "be it")
        {
            return at - usize::from(words.is_any(at - 1, &[";", ","]));
        }
        // "a direction which seems to …": a long remark without its comma.
        let remark = words.is(at, "which")
            && !words.has(at - 1, Class::PREPOSITION)
            && !words.is(at - 1, ",")
            && (words.is_any(at + 1, &["seems", "seem", "seemed", "appears", "appear"])
                || words.is_any(at + 1, &["is", "are", "was", "were"])
                    && words
                        .is_any(at + 2, &["now", "today", "currently", "already", "still", "not", "often"]))
            && end - at > 16;
        if remark {
            return at;
        }
        // "follow the call …, and therefore respectfully urge them": the senders' next verb of asking.
        let again = words.is(at, "and") && {
            let further = words.is(at + 1, "further") && words.is(at + 2, ",");
            let next = words.skip_adverbs(at + if further { 3 } else { 1 });
            next > at + 1
                && (at + 1..next).any(|adverb| {
                    words.is_any(adverb, &["therefore", "respectfully", "hereby", "thus", "further"])
                })
                && words.has(next, Class::PERFORMATIVE)
                && words.has(next, Class::BASE)
        };
        // "… and urge you to reject it": nobody urges himself.
        let turned = words.is(at, "and")
            && words.has(at + 1, Class::PERFORMATIVE)
            && words.has(at + 1, Class::BASE)
            && words.is(at + 2, "you")
            && (0..verb).any(|before| words.has(before, Class::FIRST_PERSON));
        if again || turned && at > verb + 1 {
            return if words.is(at - 1, ",") { at - 1 } else { at };
        }
        // "supports calls for an inquiry and would hope that it is heard": what else the senders wish.
        let wishes =
            ["hope", "expect", "like", "ask", "urge", "welcome", "suggest", "appreciate", "encourage"];
        if words.phrase(at, "and would") && words.is_any(words.skip_adverbs(at + 2), &wishes) && at > verb + 1
        {
            return if words.is(at - 1, ",") { at - 1 } else { at };
        }
        // "… remain open and on May 9th held a meeting": the telling goes on.
        let resumed = words.is(at, "and")
            && words.is_any(at + 1, &["on", "in"])
            && words.get(at + 2).is_some_and(|month| month.capital())
            && (at + 3..end.min(at + 6))
                .any(|past| words.has(past, Class::PAST) && !words.has(past, Class::BASE | Class::NOMINAL));
        if resumed && at > verb + 1 {
            return at;
        }
        // "… and it was a promise": another sentence.
        let told = words.is(at, "and")
            && words.is_any(at + 1, &["it", "they", "he", "she", "this", "there"])
            && words.is_any(at + 2, &["was", "were", "had", "is", "has"]);
        if told && at > verb + 3 {
            return if words.is(at - 1, ",") { at - 1 } else { at };
        }
        // "…, and to that end, authorizes …": another operative verb.
        let operative = words.has(verb, Class::THIRD)
            && words.has(at, Class::THIRD)
            && !words.has(at, Class::NOMINAL | Class::ARTIFACT | Class::PERFORMATIVE | Class::BASE)
            && words.is(at - 1, ",")
            // "such staff, funds and other facilities"
            && !words.is_any(at + 1, &["and", "or", ","])
            && super::mood::opens_operative(words);
        if operative {
            let and =
                (at.saturating_sub(7)..at - 1).rev().find(|back| words.is(*back, "and") && *back > verb);
            return and.unwrap_or(at - 1);
        }
        // "… sign this bill," said the senator: the quotation closes, and what follows tells who spoke.
        if words.is_any(at, &["\"", "\u{201d}"])
            && closes_quotation(words, at)
            && !words[at - 1].is_word()
            && at + 1 < end
            && (at + 1..end.min(at + 6)).any(|says| words.has(says, Class::SPEECH))
        {
            return at - 1;
        }
        // "… details of the plan and asked them to explain it": the next verb of asking of the telling.
        let told = words.is(at - 1, "and")
            && words.has(at, Class::PERFORMATIVE)
            && words.has(at, Class::PAST)
            && words.has(verb, Class::PERFORMATIVE)
            && words.has(verb, Class::PAST)
            && !words.has(at, Class::NOMINAL);
        if told && at > verb + 2 {
            return if words.is(at - 2, ",") { at - 2 } else { at - 1 };
        }
        // "…, and further stresses that": what else the body says.
        if words.is_any(at, &SAYS) {
            let and = words.skip_adverbs_back(at).wrapping_sub(1);
            let and = if words.is(and, "further") { and.wrapping_sub(1) } else { and };
            if words.is(and, "and") && and > verb + 1 && words.is(and - 1, ",") {
                return and - 1;
            }
        }
        // "calling for an explanation and urging the company to pay"
        let renews = words.is_any(at, &["renewing", "repeating", "reiterating"])
            && words.has(at + 1, Class::DETERMINER)
            && words.is_any(at + 2, &["call", "calls", "demand", "demands", "request", "appeal"]);
        let parallel = words.has(verb, Class::GERUND)
            && (words.has(at, Class::GERUND) && words.has(at, Class::PERFORMATIVE) || renews)
            && words.is_any(words.skip_adverbs_back(at) - 1, &["and", ",", ";"]);
        if parallel {
            let mut cut = words.skip_adverbs_back(at);
            while cut > verb + 1 && words.is_any(cut - 1, &["and", ",", ";"]) {
                cut -= 1;
            }
            return cut;
        }
        // Another verb of asking of the same subject: "Welcomes …, urges that …, and urges …".
        let third = words.has(at, Class::PERFORMATIVE)
            && words.has(at, Class::THIRD)
            && words.has(verb, Class::THIRD);
        if third
            && (words.is(at - 1, ",")
                || words.is(at - 1, "and")
                || words.is(at - 1, ";")
                || words.has(at - 1, Class::ADVERB))
        {
            let mut cut = at;
            while cut > verb + 1
                && (!words[cut - 1].is_word()
                    || words.is_any(cut - 1, &["and"])
                    || words.has(cut - 1, Class::ADVERB))
            {
                cut -= 1;
            }
            return cut;
        }
    }
    end
}

/// The place before `at`, or before the "and" that stands there.
fn before_and(words: Tokens, at: usize) -> usize {
    at - usize::from(words.is(at - 1, "and"))
}

/// Whether the mark at `at` closes a quotation that the sentence opened.
fn closes_quotation(words: Tokens, at: usize) -> bool {
    words.is(at, "\u{201d}") || (0..at).filter(|mark| words.is(*mark, "\"")).count() % 2 == 1
}

/// What bodies say beside what they ask, in the third person.
const SAYS: [&str; 22] = [
    "acknowledges",
    "affirms",
    "commends",
    "condemns",
    "declares",
    "deplores",
    "emphasises",
    "emphasizes",
    "expresses",
    "notes",
    "reaffirms",
    "recalls",
    "recognises",
    "recognizes",
    "regrets",
    "reiterates",
    "reminds",
    "stresses",
    "underlines",
    "underscores",
    "warns",
    "welcomes",
];

/// "ask the Board, in view of its age, to replace it": a remark that closes before the act.
fn remark_closes(words: Tokens, at: usize) -> bool {
    (at + 2..words.len().min(at + 16))
        .any(|comma| words.is(comma, ",") && words.is_any(comma + 1, &["to", "that", "and", "not"]))
}

/// "…, Holloway said", "…, according to the union": the end of a sentence tells whose words it is.
fn tells_speaker(words: Tokens, at: usize, end: usize) -> bool {
    let rest = at..end;
    let says = end > at
        && rest.len() <= SPEAKER
        && words
            .is_any(end - 1, &["said", "says", "wrote", "writes", "added", "argued", "argues", "insisted"])
        && (words[at].capital() || words.has(at, Class::DETERMINER | Class::SUBJECT_PRONOUN));
    says || words.phrase(at, "according to")
        && rest.len() <= SPEAKER
        && !rest.clone().any(|at| words[at].kind == crate::language::Kind::Number)
}

/// How many words tell who speaks.
const SPEAKER: usize = 8;

/// After a comma: reasons, results and remarks that are no part of what is asked.
pub(super) fn opens_comment(words: Tokens, at: usize) -> bool {
    let clause = |from: usize| {
        (from + 1..words.len().min(from + 12)).any(|verb| {
            words.has(verb, Class::AUXILIARY | Class::THIRD)
                && !words.has(verb, Class::NOMINAL | Class::ARTIFACT)
        })
    };
    if words.phrase(at, "so that") || words.is_any(at, &["because", "since", "whereas"]) {
        return true;
    }
    let reasons = ["in light of", "in the light of", "in view of", "considering that", "seeing that"];
    if !remark_closes(words, at)
        && (words.is(at, "given") || reasons.iter().any(|phrase| words.phrase(at, phrase)))
    {
        return true;
    }
    if words.is_any(at, &["but", "while", "although", "though"]) {
        return clause(at);
    }
    if words.is(at, "which") {
        // "call for the Board, which has met once, to publish its minutes"
        let closes = (at + 2..words.len().min(at + 16)).any(|comma| words.phrase(comma, ", to"));
        return !closes && !words.is_any(at + 1, &["includes", "include", "would", "should", "will"]);
    }
    // "determine, as quickly as possible, what was done"
    let manner = words.is(at, "as") && words.phrase(at + 2, "as possible");
    let as_clause = words.is(at, "as")
        && !manner
        && !words.is_any(
            at + 1,
            &[
                "well",
                "soon",
                "a",
                "an",
                "part",
                "required",
                "called",
                "recommended",
                "described",
                "provided",
                "outlined",
                "set",
                "defined",
                "stated",
                "envisaged",
                "appropriate",
                "necessary",
                "proposed",
                "requested",
            ],
        );
    as_clause && !words.has(at + 1, Class::PARTICIPLE) && clause(at)
}

/// After a semicolon: another clause rather than another act of the same ask.
pub(super) fn opens_clause(words: Tokens, at: usize) -> bool {
    let from = words.skip_adverbs(at + usize::from(words.is_any(at, &["and", "or", "but"])));
    // "describe the reason; who gave it; and when it was given"
    if words.is_any(from, &["who", "when", "what", "how", "where", "why", "whether"]) {
        return false;
    }
    if words.has(from, Class::THIRD) && !words.has(from, Class::BASE | Class::NOMINAL | Class::ARTIFACT) {
        return true;
    }
    let subject = words.has(from, Class::DETERMINER | Class::SUBJECT_PRONOUN)
        || words.get(from).is_some_and(|token| token.capital());
    subject
        && (from + 1..words.len().min(from + 8)).any(|verb| {
            words.has(verb, Class::AUXILIARY | Class::THIRD | Class::PAST)
                && !words.has(verb, Class::NOMINAL | Class::ARTIFACT)
                && !words.is(verb, "be")
        })
}
