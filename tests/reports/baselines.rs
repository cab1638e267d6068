//! Any edition as the one to compare with, however many there are.

use super::browser::seen;
use super::common::corpus;
use demarche::corpus::Corpus;
use demarche::lineage::{Pairs, Report, report, report_with_all};
use demarche::report::{Dossier, Standings, html};

/// Letters of twelve years, in which asks come, go, come again, harden and soften; one is at times said in passing.
fn twelve() -> Corpus {
    let letter = |year: usize| {
        let ask = ["We urge you to", "We ask you to", "We demand that you"][year % 3];
        let how = ["", " immediately", " unconditionally"][year / 2 % 3];
        let mut text = format!("4 March {}\n\nDear Minister,\n\n", 2001 + year);
        if year % 4 != 2 {
            text += &format!("{ask} release all fishermen held at the river port{how}.\n\n");
        }
        if !year.is_multiple_of(3) {
            text += &format!("{ask} pay the families of the drowned ${},000 each.\n\n", 10 + year % 5);
        }
        if year % 5 == 3 {
            text += "We believe it is a moral imperative to publish the inquiry into the sunken ferry.\n\n";
        } else if year > 4 {
            text += &format!("{ask} publish the inquiry into the sunken ferry{how}.\n\n");
        }
        (format!("{}.txt", 2001 + year), text + "Sincerely,\n\nAnna Berg\nHarbour Union\n")
    };
    corpus(&(0..12).map(letter).collect::<Vec<_>>())
}

/// The signs of every thread in every edition against every baseline, as the report that compared each pair has them.
fn expected(report: &Report) -> Vec<String> {
    let standings = Standings::of(report);
    let mut found = Vec::new();
    for base in &report.editions {
        let mut signs = Vec::new();
        for thread in &report.threads {
            for edition in &report.editions {
                let standing = serde_json::to_value(standings.against(thread, edition, base));
                signs.push(standing.expect("a name").as_str().unwrap_or_default().to_owned());
            }
        }
        found.push(signs.join(" "));
    }
    found
}

#[test]
fn the_short_way_and_the_long_way_agree() {
    let every = report(twelve(), &Pairs::Every);
    let (_, between) = report_with_all(twelve(), &Pairs::default());
    let mut compared = 0;
    for (thread, own) in every.threads.iter().zip(&between) {
        let mut labels = own.labels.iter();
        for (at, from) in thread.occurrences.iter().enumerate() {
            for to in &thread.occurrences[at + 1..] {
                let transition =
                    every.transitions.iter().find(|one| one.from == from.edition && one.to == to.edition);
                let changes = &transition.expect("every pair").changes;
                let change = changes.iter().find(|change| change.thread == thread.id).expect("a change");
                assert_eq!(labels.next(), Some(&change.label), "{}: {from:?} {to:?}", thread.id);
                compared += 1;
            }
        }
        assert_eq!((labels.next(), &own.thread), (None, &thread.id));
    }
    assert!(compared > 80, "{compared}");
}

/// Chooses every baseline in turn and reads the signs.
const DRIVE: &str = r##"<script>
(function () {
  var box = document.querySelector(".baseline"), seen = [];
  function signs() {
    var cells = Array.prototype.slice.call(document.querySelectorAll(".timeline td"));
    return cells.map(function (cell) {
      var use = cell.querySelector("use");
      return use ? use.getAttribute("href").slice(3) : "not-asked";
    }).join(" ");
  }
  // The same signs as they stand on the cards, edition by edition; what a card does not hold has none.
  function told() {
    var cards = {};
    Array.prototype.forEach.call(document.querySelectorAll(".timeline tbody tr"), function (row) {
      var card = document.getElementById(row.querySelector("th a").getAttribute("href").slice(1));
      Array.prototype.forEach.call(card.querySelectorAll(".wordings > li"), function (holding) {
        var at = editions.indexOf(holding.dataset.edition);
        var here = row.querySelectorAll("td")[at].querySelector("use").getAttribute("href");
        cards.all = (cards.all || 0) + 1;
        cards.alike = (cards.alike || 0) + (holding.querySelector("h4 use").getAttribute("href") === here);
      });
    });
    return cards.all > 20 && cards.all === cards.alike;
  }
  // Comparisons that are shown, by the edition they begin with.
  function since() {
    var pairs = Array.prototype.slice.call(document.querySelectorAll(".pair:not([hidden])"));
    return pairs.map(function (pair) { return pair.dataset.from; })
      .filter(function (from, at, all) { return all.indexOf(from) === at; });
  }
  var editions = Array.prototype.map.call(document.querySelectorAll(".timeline thead a"),
    function (link) { return link.textContent; });
  var cards = true, only = true;
  function choose(value) { box.value = value; box.dispatchEvent(new Event("change")); return signs(); }
  var own = signs();
  for (var at = 1; at < box.options.length; at += 1) { 
    seen.push(choose(String(at - 1)));
    cards = cards && told();
    only = only && since().every(function (from) { return from === editions[at - 1]; });
  }
  choose("3");
  var first = since().join(" "), note = document.querySelector(".against").textContent;
  document.documentElement.setAttribute("data-seen", JSON.stringify(
    { against: seen, cards: cards, only: only, first: first, note: note, restored: choose("") === own,
      cards_restored: document.getElementById("threads").textContent.indexOf("Compared with") < 0 && since().length > 8,
      wrong: wrong }));
})();
</script>"##;

#[test]
fn every_baseline_shows_what_a_comparison_with_it_finds() {
    let dossier = Dossier::with_baselines(twelve(), &Pairs::default(), "letters");
    assert!(dossier.report.editions.len() > 8);
    let Some(seen) = seen("baselines", &html::page(&dossier).expect("a page"), DRIVE) else { return };
    let expected = expected(&report(twelve(), &Pairs::Every));
    for sign in ["stronger", "softer", "in-passing", "gone", "not-asked"] {
        assert!(expected.iter().any(|signs| signs.contains(sign)), "{sign}: {expected:?}");
    }
    assert_eq!(
        seen,
        serde_json::json!({
            "against": expected, "cards": true, "only": true, "first": "2004", "note": "Compared with 2004",
            "restored": true, "cards_restored": true, "wrong": [],
        })
    );
}
