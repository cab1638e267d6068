//! What readers wrote below a page: comments, replies, reasons for signing.

/// The longest line that opens it, in words.
const LONGEST: usize = 24;

/// The block from which on readers speak, of blocks in folded form and how many words each has.
pub(super) fn begins(folded: &[String], words: &[usize]) -> Option<usize> {
    let all: usize = folded.iter().map(String::len).sum();
    let mut before = 0;
    for (at, block) in folded.iter().enumerate() {
        let text = block.trim_start_matches(['[', '(', '*', '#', ' ']);
        // Above the text, "2 comments" only leads down the page.
        let below = before * 2 > all || at >= ABOVE && heads_discussion(text);
        if below && words[at] <= LONGEST && opens_discussion(text) {
            return Some(at);
        }
        before += block.len();
    }
    None
}

/// Blocks that at least stand before what readers wrote.
const ABOVE: usize = 3;

/// "3 responses to the post", "2 comments:", "Reasons for signing": more than a line that leads down the page.
fn heads_discussion(line: &str) -> bool {
    line.ends_with(':')
        || line.contains(" responses to ")
        || line.contains(" thoughts on ")
        || is_reasons(line)
}

/// What signers of a petition say of it.
fn is_reasons(line: &str) -> bool {
    line.starts_with("reasons for signing") || line.starts_with("why people are signing")
}

/// "10 responses to …", "One thought on …", "No comments:", "Leave a reply".
fn opens_discussion(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (first, second, third) = (words.next(), words.next(), words.next());
    let counted = first.is_some_and(|first| {
        first.chars().all(|c| c.is_ascii_digit())
            || ["one", "two", "three", "no", "all", "display"].contains(&first)
    });
    let said = |word: Option<&str>| {
        word.is_some_and(|word| {
            ["comment", "comments", "response", "responses", "thought", "thoughts", "reply", "replies"]
                .contains(&word)
        })
    };
    let about = third.is_none_or(|third| ["to", "on", "so", "for"].contains(&third));
    counted && said(second) && about
        || is_reasons(line)
        || matches!((first, second, third), (Some("leave" | "post"), Some("a"), word) if said(word))
}
