//! What is done with a page, the post or the telephone, and not with the matter.

use crate::language::Tokens;

/// "keep in mind that", "bear in mind".
pub(super) fn keeps_in_mind(words: Tokens, verb: usize) -> bool {
    words.is_any(verb, &["keep", "bear"])
        && (verb + 1..words.len().min(verb + 4)).any(|at| words.phrase(at, "in mind"))
}

/// What is done with the page, the post or the telephone: it names an address or points at the page.
pub(super) fn is_practical(words: Tokens, verb: usize, end: usize) -> bool {
    let address = (verb + 1..words.len().min(end + 2)).any(|at| {
        let text = words[at].text;
        text.contains('@') || text.starts_with("http") || text.starts_with("www.")
    });
    let telephone = words.is_any(verb, &["call", "phone", "telephone", "contact", "fax"])
        && (verb + 1..end)
            .any(|at| words[at].kind == crate::language::Kind::Number && words[at].text.len() >= 3);
    let touch = words.phrase(verb, "get in touch")
        || words.phrase(verb, "reach out")
            && (verb + 2..end.min(verb + 6))
                .any(|at| words.is_any(at, &["support", "help", "information", "questions", "details"]));
    let press = (verb + 1..end.min(verb + 5)).any(|at| {
        words.is_any(at, &["press", "media"]) && words.is_any(at + 1, &["office", "team", "officer"])
    });
    let inform = words.is(0, "for")
        && (1..verb.min(4)).any(|at| words.is_any(at, &["information", "details", "questions", "enquiries"]));
    let pointed = words.is_any(words.skip_adverbs(verb + 1), &["this"])
        && words.is_any(
            words.skip_adverbs(verb + 1) + 1,
            &["page", "record", "article", "post", "link", "form", "site", "website", "item", "story"],
        )
        || words.is_any(verb, &["send", "use", "copy", "see", "complete", "fill"])
            && (verb + 1..end.min(verb + 6)).any(|at| words.is_any(at, &["below", "above"]));
    // "Press contacts", "Fork the repo"
    let label = words.is(verb, "press")
        && words.is_any(
            verb + 1,
            &["contact", "contacts", "office", "release", "releases", "inquiries", "enquiries"],
        );
    let code = words.is_any(verb, &["fork", "star", "clone"])
        && (verb + 1..end.min(verb + 4)).any(|at| words.is_any(at, &["repo", "repository", "project"]));
    // "Add your signature", "join us"
    let signs = words.is_any(verb, &["add", "put"])
        && (verb + 1..end.min(verb + 4))
            .any(|at| words.is_any(at, &["name", "signature", "names", "signatures"]));
    let joins = words.is(verb, "join") && words.is(verb + 1, "us") && end <= verb + 3;
    // "Make out a check to the fund", "put it in the memo line"
    let pays = (verb + 1..end).any(|at| {
        words.is_any(at, &["check", "cheque", "memo"])
            && words.is_any(at + 1, &["to", "payable", "line", "out"])
    });
    let press = press || label || code || signs || joins || pays;
    address || telephone || touch || press || inform || pointed
}
