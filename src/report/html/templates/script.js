"use strict";
(function () {
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  all(".js").forEach(function (part) { part.hidden = false; });

  // Filters: a card stays when it fits all of them.
  var cards = all(".card");
  var texts = [];
  var byLabel = document.getElementById("f-label");
  var bySender = document.getElementById("f-sender");
  var byText = document.getElementById("f-text");
  function holds(list, wanted) { return !wanted || (" " + list + " ").indexOf(" " + wanted + " ") >= 0; }
  function filter() {
    var words = byText.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    cards.forEach(function (card, at) {
      if (words.length && texts[at] === undefined) { texts[at] = card.textContent.toLowerCase(); }
      var fits = holds(card.dataset.labels, byLabel.value) && holds(card.dataset.senders, bySender.value) &&
        words.every(function (word) { return texts[at].indexOf(word) >= 0; });
      card.hidden = !fits;
      if (fits) { shown += 1; }
    });
    document.getElementById("f-count").textContent = shown === cards.length ? "" : shown + " of " + cards.length;
    document.getElementById("f-none").hidden = shown > 0;
  }
  [byLabel, bySender].forEach(function (box) { box.addEventListener("change", filter); });
  byText.addEventListener("input", filter);
  byText.form.addEventListener("submit", function (event) { event.preventDefault(); });

  // A link into a card that is filtered away brings it back; one into something folded unfolds it.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) { return; }
    var card = target.closest(".card");
    if (card && card.hidden) { byLabel.value = ""; bySender.value = ""; byText.value = ""; filter(); }
    for (var part = target; part; part = part.parentElement) { if (part.tagName === "DETAILS") { part.open = true; } }
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  // Another baseline: every cell knows how it stands against each edition.
  var words = {};
  all(".legend li").forEach(function (entry) { words[entry.dataset.class] = entry.querySelector("span").textContent; });
  all(".baseline").forEach(function (box) {
    var table = box.closest("p").nextElementSibling;
    all("td[data-against]", table).forEach(function (cell) {
      cell.dataset.own = cell.querySelector("use").getAttribute("href").slice(3);
    });
    box.addEventListener("change", function () {
      all("td[data-against]", table).forEach(function (cell) {
        var sign = box.value === "" ? cell.dataset.own : cell.dataset.against.split(" ")[Number(box.value)];
        cell.querySelector("use").setAttribute("href", "#s-" + sign);
        cell.querySelector(".sign").setAttribute("class", "sign " + sign);
        cell.querySelector(".vh").textContent = words[sign];
        cell.querySelector("a").title = words[sign];
      });
    });
  });

  // What is folded is printed as well.
  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = all("details:not([open])");
    folded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { folded.forEach(function (part) { part.open = false; }); });
})();
