//! What holds for every letter, whatever it says.
#![allow(clippy::unwrap_used)]

use demarche::corpus::{Corpus, Options, Source};
use demarche::demand::{self, Demand};
use demarche::letter::{Known, Letter};
use demarche::lexicon::Lexicon;
use demarche::lineage::{self, Direction, Label, Pairs, Report};
use demarche::matching::{Canonical, logistic, score};
use demarche::report::json;
use demarche::source::{Document, LetterFile};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Asks and what surrounds them, in the ways letters are written.
const SENTENCES: &[&str] = &[
    "We urge you to restore the funding of rural clinics immediately.",
    "We urge you to restore the funding of rural clinics.",
    "The council must publish all inspection reports by 1 March 2024.",
    "We ask that you consider publishing the inspection reports.",
    "Please close the coal plant at Milford and compensate the families.",
    "Release every detained journalist without conditions.",
    "The minister should meet the unions, and should halt the sale of the port.",
    "Last year 40 families lost their homes.",
    "We thank you for your attention to this matter.",
    "In May the Assembly called on the minister to resign.",
    "We call upon the commission to provide at least $40 million for flood defences.",
    "Do not renew the licence of the mine unless the river is cleaned up.",
    "“You must act now,” said the mayor.",
];

const ITEMS: &[&str] = &[
    "- Fund the school meals programme;\n- Repeal Ordinance 12; and\n- End the use of private bailiffs.",
    "1. An independent inquiry into the flood.\n2. No new landfill sites.",
    "• Protect the wetlands[1]\n• Stop the dredging\n\n[1] See the survey of 2019.",
];

fn letter_text() -> impl Strategy<Value = String> {
    let paragraph = prop_oneof![
        4 => prop::collection::vec(prop::sample::select(SENTENCES), 1..4).prop_map(|all| all.join(" ")),
        1 => prop::sample::select(ITEMS).prop_map(|items| format!("We therefore urge you to:\n\n{items}")),
    ];
    prop::collection::vec(paragraph, 1..5).prop_map(|paragraphs| {
        format!(
            "Dear Minister,\n\n{}\n\nSincerely,\n\nAda Lovelace\nCharles Babbage",
            paragraphs.join("\n\n")
        )
    })
}

/// Words and marks that the cues look for, to be put in any order.
const WORDS: &[&str] = &[
    "we",
    "We",
    "you",
    "the",
    "The",
    "council",
    "Senator",
    "minister",
    "union",
    "cleaners",
    "urge",
    "urges",
    "urged",
    "ask",
    "asked",
    "call",
    "calls",
    "calling",
    "on",
    "upon",
    "for",
    "to",
    "that",
    "not",
    "never",
    "neither",
    "nor",
    "no",
    "or",
    "and",
    "but",
    "until",
    "unless",
    "if",
    "do",
    "does",
    "must",
    "should",
    "shall",
    "will",
    "would",
    "is",
    "be",
    "been",
    "it",
    "time",
    "imperative",
    "hope",
    "want",
    "believe",
    "insist",
    "recommend",
    "against",
    "following",
    "demand",
    "demands",
    "our",
    "request",
    "requests",
    "release",
    "publish",
    "closed",
    "closing",
    "funding",
    "report",
    "release of",
    "bill",
    "law",
    "banning",
    "please",
    "let",
    "us",
    "what",
    "who",
    "which",
    "a",
    "an",
    "more",
    "all",
    "those",
    "first",
    "second",
    "today",
    "said",
    "says",
    "letter",
    "(",
    ")",
    "(1)",
    "2)",
    "\"",
    "\u{201c}",
    "\u{201d}",
    ",",
    ",",
    ";",
    ":",
    ".",
    ".",
    "!",
    "?",
    "—",
    "- ",
    "\n",
    "\n\n",
    "1. ",
    "$5",
    "million",
    "now",
    "don't",
    "can't",
];

fn any_order() -> impl Strategy<Value = String> {
    let head = prop::sample::select(
        &["", "Dear Minister,\n\n", "FOR IMMEDIATE RELEASE\n\n", "# Statement\n\n", "RESOLVED, That "][..],
    );
    (head, prop::collection::vec(prop::sample::select(WORDS), 0..60))
        .prop_map(|(head, words)| format!("{head}{}", words.join(" ")))
}

fn read(text: &str) -> Letter {
    Letter::read("letter", Document::from_text(text), &Known::default(), Lexicon::builtin())
}

fn corpus(letters: &[(&str, &str)]) -> Corpus {
    let source = |(name, text): &(&str, &str)| Source {
        file: LetterFile { path: format!("{name}.txt").into(), series: None },
        part: None,
        known_as: None,
        document: Document::from_text(*text),
    };
    let (corpus, problems) = Corpus::of(letters.iter().map(source).collect(), &[], &Options::default());
    assert!(problems.is_empty(), "{problems:?}");
    corpus
}

fn report(letters: &[(&str, &str)]) -> Report {
    lineage::report(corpus(letters), &Pairs::Consecutive)
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The quote is what its spans say, up to white space.
fn slices_back(source: &str, demand: &Demand) -> Result<(), TestCaseError> {
    let said: Vec<&str> =
        demand.spans.iter().map(|place| &source[place.span().start..place.span().end]).collect();
    prop_assert_eq!(joined(&said.join(" ")), joined(&demand.text));
    for place in &demand.spans {
        let line = 1 + source[..place.span().start].matches('\n').count();
        prop_assert_eq!(place.line as usize, line);
    }
    Ok(())
}

/// Which demands stand together, by their words.
fn grouping(report: &Report, of: &BTreeSet<String>) -> BTreeSet<BTreeSet<String>> {
    let ids = |thread: &lineage::Thread| -> BTreeSet<String> {
        let all = thread.occurrences.iter().flat_map(|occurrence| &occurrence.demands);
        all.filter(|id| id.rsplit_once('#').is_some_and(|(letter, _)| of.contains(letter))).cloned().collect()
    };
    report.threads.iter().map(ids).filter(|group| !group.is_empty()).collect()
}

fn mirrored(label: Label) -> Label {
    match label {
        Label::Strengthened => Label::Softened,
        Label::Softened => Label::Strengthened,
        Label::Split => Label::Merged,
        Label::Merged => Label::Split,
        Label::New => Label::Dropped,
        Label::Dropped => Label::New,
        Label::NotCarried => Label::New,
        other => other,
    }
}

/// What changed, without the names of threads: the demands of both sides and the label.
fn changes(report: &Report) -> BTreeSet<(BTreeSet<String>, BTreeSet<String>, Label)> {
    let set = |ids: &[String]| ids.iter().map(|id| id.rsplit_once('#').unwrap().1.to_owned()).collect();
    let all = report.transitions.iter().flat_map(|transition| &transition.changes);
    all.map(|change| (set(&change.before), set(&change.after), change.label)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn zones_partition_any_text(text in "\\PC{0,80}(\n\\PC{0,60}){0,12}") {
        let letter = read(&text);
        let mut at = 0;
        for zone in letter.zone_spans() {
            prop_assert_eq!(zone.start, at);
            prop_assert!(zone.end > zone.start);
            at = zone.end;
        }
        prop_assert_eq!(at, letter.document.text.len());
    }

    #[test]
    fn nothing_panics_and_spans_slice_back_on_any_text(text in "(\\PC{0,40}|We urge you to |\n|- |> |\\*\\*|[0-9]\\. ){0,24}") {
        let letter = read(&text);
        let found = demand::extract(&letter, Lexicon::builtin());
        for demand in found.demands.iter().chain(&found.near_misses) {
            prop_assert!((0.0..=1.0).contains(&demand.confidence));
            for place in &demand.spans {
                prop_assert!(place.span().slice(&letter.document.text).is_some());
            }
        }
    }

    #[test]
    fn nothing_panics_on_words_of_asking_in_any_order(text in any_order()) {
        let letter = read(&text);
        let extraction = demand::extract(&letter, Lexicon::builtin());
        for demand in &extraction.demands {
            slices_back(&letter.document.text, demand)?;
        }
    }

    #[test]
    fn spans_slice_back_to_quotes(text in letter_text()) {
        let letter = read(&text);
        let found = demand::extract(&letter, Lexicon::builtin());
        for demand in found.demands.iter().chain(&found.near_misses) {
            slices_back(&letter.document.text, demand)?;
        }
    }

    #[test]
    fn a_letter_against_itself_is_unchanged(text in letter_text()) {
        for change in report(&[("2001-01-01_a", &text), ("2002-01-01_a", &text)]).transitions.iter().flat_map(|t| &t.changes) {
            prop_assert_eq!(change.label, Label::Kept, "{:#?}", change);
        }
    }

    #[test]
    fn backwards_mirrors_forwards(one in letter_text(), other in letter_text()) {
        let there = changes(&report(&[("2001-01-01_a", &one), ("2002-01-01_b", &other)]));
        let back = changes(&report(&[("2001-01-01_b", &other), ("2002-01-01_a", &one)]));
        let turned: BTreeSet<_> = back
            .into_iter()
            .map(|(before, after, label)| (after, before, mirrored(label)))
            .collect();
        prop_assert_eq!(there, turned);
    }

    #[test]
    fn the_order_of_letters_is_irrelevant(
        texts in prop::collection::vec(letter_text(), 2..5),
        seed in any::<prop::sample::Index>(),
    ) {
        let names: Vec<String> = (0..texts.len()).map(|at| format!("{}-01-01_x", 2001 + at)).collect();
        let mut letters: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let straight = json::pretty(&report(&letters)).unwrap();
        let turn = seed.index(letters.len());
        letters.rotate_left(turn);
        letters.reverse();
        prop_assert_eq!(straight, json::pretty(&report(&letters)).unwrap());
    }

    #[test]
    fn every_demand_is_in_one_thread(texts in prop::collection::vec(letter_text(), 1..4)) {
        let names: Vec<String> = (0..texts.len()).map(|at| format!("{}-01-01_x", 2001 + at)).collect();
        let letters: Vec<(&str, &str)> =
            names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        let report = report(&letters);
        let mut threads: BTreeMap<&str, usize> = BTreeMap::new();
        for id in report.threads.iter().flat_map(|t| &t.occurrences).flat_map(|o| &o.demands) {
            *threads.entry(id).or_default() += 1;
        }
        for demand in report.letters.iter().flat_map(|letter| &letter.demands) {
            let expected = usize::from(demand.kind == demand::cues::Kind::Demand);
            prop_assert_eq!(threads.get(demand.id.as_str()).copied().unwrap_or(0), expected, "{}", demand.text);
        }
    }

    #[test]
    fn an_unrelated_letter_changes_no_thread(one in letter_text(), other in letter_text()) {
        let stranger = "Dear Governor,\n\nWe ask you to pardon the beekeeper of Little Wallop.\n\nYours,\n\nJo Smith";
        let two = [("2001-01-01_a", one.as_str()), ("2002-01-01_b", other.as_str())];
        let own: BTreeSet<String> = two.iter().map(|(name, _)| (*name).to_owned()).collect();
        let three = [two[0], two[1], ("2003-01-01_c", stranger)];
        prop_assert_eq!(grouping(&report(&two), &own), grouping(&report(&three), &own));
    }

    #[test]
    fn scores_are_symmetric_and_add_up(a in prop::sample::select(SENTENCES), b in prop::sample::select(SENTENCES)) {
        let lexicon = Lexicon::builtin();
        let (one, other) = (Canonical::of(a, lexicon), Canonical::of(b, lexicon));
        let (there, back) = (score(&one, &other), score(&other, &one));
        prop_assert_eq!(there.score, back.score);
        let sum: f64 = there.parts.iter().map(|part| part.value * part.weight).sum();
        prop_assert!((logistic(sum) - there.score).abs() < 1e-9);
        if a == b {
            prop_assert!(there.score > 0.999_999);
        }
    }

    #[test]
    fn polarity_never_matches(
        pair in prop::sample::select(vec![("lift", "impose"), ("release", "detain"), ("ban", "allow"), ("fund", "defund"), ("increase", "reduce")]),
        object in prop::sample::select(vec!["the sanctions on the ministers", "the tariff on steel", "the export of live cattle", "the rural clinics"]),
    ) {
        let lexicon = Lexicon::builtin();
        let read = |verb: &str| Canonical::of(&format!("{verb} {object}"), lexicon);
        prop_assert!(!score(&read(pair.0), &read(pair.1)).matches);
        let negated = Canonical::of(&format!("do not {} {object}", pair.0), lexicon);
        prop_assert!(!score(&read(pair.0), &negated).matches);
    }

    #[test]
    fn nobody_may_is_the_reverse_of_everybody_must(
        (verb, participle) in prop::sample::select(vec![("evict", "evicted"), ("charge", "charged"), ("deport", "deported")]),
        who in prop::sample::select(vec!["family", "tenant", "student"]),
    ) {
        let lexicon = Lexicon::builtin();
        let read = |text: &str| Canonical::of(text, lexicon);
        let spared = read(&format!("No {who} should be {participle}"));
        let (meant, reversed) = (read(&format!("do not {verb} any {who}")), read(&format!("{verb} every {who}")));
        prop_assert!(score(&spared, &meant).matches);
        prop_assert!(!score(&spared, &reversed).matches);
    }
}

/// The five letters obey the same laws.
#[test]
fn the_bundled_letters_slice_back() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("letters");
    let (corpus, _) = Corpus::read(&[folder], &Options::default());
    for (letter, record) in corpus.letters.iter().zip(&corpus.records) {
        for demand in record.demands.iter().chain(&record.near_misses) {
            let said: Vec<&str> = demand
                .spans
                .iter()
                .map(|place| &letter.document.text[place.span().start..place.span().end])
                .collect();
            assert_eq!(joined(&said.join(" ")), joined(&demand.text), "{}", demand.id);
            let under = |places: &[demarche::source::Place]| {
                let said: Vec<&str> = places
                    .iter()
                    .map(|place| &letter.document.text[place.span().start..place.span().end])
                    .collect();
                joined(&said.join(" "))
            };
            assert_eq!(under(&demand.places.slots().cue), joined(&demand.cue), "{}", demand.id);
            assert_eq!(under(&demand.places.slots().object), joined(&demand.object), "{}", demand.id);
            assert_eq!(
                under(&demand.places.slots().actor),
                joined(demand.actor.as_deref().unwrap_or_default())
            );
            assert_eq!(
                under(&demand.places.slots().target),
                joined(demand.target.as_deref().unwrap_or_default())
            );
            let addressee = under(&demand.places.slots().addressee);
            assert!(joined(demand.addressee.as_deref().unwrap_or_default()).starts_with(&addressee));
        }
    }
}

/// Two of the five, there and back: what was harder is softer.
#[test]
fn the_bundled_letters_mirror() {
    let text = |name: &str| {
        let file = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("letters").join(name);
        std::fs::read_to_string(file).unwrap()
    };
    let (a, b) = (text("2024-04-04_us-senate.txt"), text("2025-04-11_us-house.txt"));
    let (a, b) = (a.replace("April 4, 2024", ""), b.replace("April 11, 2025", ""));
    let there = report(&[("2001-01-01_a", &a), ("2002-01-01_b", &b)]);
    let back = report(&[("2001-01-01_b", &b), ("2002-01-01_a", &a)]);
    let count = |report: &Report, wanted: Direction| {
        let all = report.transitions.iter().flat_map(|t| &t.changes).flat_map(|change| &change.evidence);
        all.filter(|piece| piece.direction == wanted).count()
    };
    assert_eq!(count(&there, Direction::Stronger), count(&back, Direction::Softer));
    assert_eq!(count(&there, Direction::Softer), count(&back, Direction::Stronger));
    assert!(count(&there, Direction::Stronger) > 2);
}

/// Editions of single letters stand in the order of their dates, whatever the letters are called.
#[test]
fn editions_stand_in_the_order_of_dates() {
    let letter = |date: &str| format!("{date}\n\nDear Mayor,\n\nPlease close the tip.\n\nYours,\n\nJo Smith");
    let (early, late) = (letter("5 May 2001"), letter("5 May 2003"));
    let source = |name: &str, text: &str| Source {
        file: LetterFile { path: format!("{name}.txt").into(), series: None },
        part: None,
        known_as: None,
        document: Document::from_text(text),
    };
    let options = Options { grouping: demarche::corpus::Grouping::Letter, ..Options::default() };
    let (corpus, _) = Corpus::of(vec![source("aa", &late), source("bb", &early)], &[], &options);
    let report = lineage::report(corpus, &Pairs::Consecutive);
    assert_eq!(report.transitions[0].from.as_str(), "bb");
}
