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

  // Another baseline: every row knows how it stands between each two editions that hold it, in one string of places in
  // the legend; what only the baseline holds is gone, and all else is asked or not.
  var classes = [], words = {};
  all(".legend li").forEach(function (entry) {
    classes.push(entry.dataset.class);
    words[entry.dataset.class] = entry.querySelector("span").textContent;
  });
  function draw(cell, sign) {
    // A cell in which nothing stands gets a sign for as long as it needs one.
    if (!cell.querySelector("use")) {
      if (sign === "not-asked") { return; }
      var link = document.querySelector(".timeline td a").cloneNode(true);
      link.setAttribute("href", cell.parentElement.querySelector("th a").getAttribute("href"));
      link.querySelector(".line").textContent = "";
      cell.empty = cell.firstElementChild;
      cell.replaceChild(link, cell.empty);
      cell.className = "";
    } else if (cell.empty && sign === "not-asked") {
      cell.replaceChild(cell.empty, cell.firstElementChild);
      cell.className = "none";
      return;
    }
    cell.querySelector("use").setAttribute("href", "#s-" + sign);
    cell.querySelector(".sign").setAttribute("class", "sign " + sign);
    cell.querySelector(".vh").textContent = words[sign];
    cell.querySelector("a").title = words[sign];
  }
  function against(row, base) {
    var own = row.own, held = [];
    own.forEach(function (sign, at) { if (sign !== "gone" && sign !== "not-asked") { held.push(at); } });
    var from = held.indexOf(base), known = row.dataset.between || "";
    var before = from * held.length - from * (from + 1) / 2;
    return own.map(function (sign, at) {
      var to = held.indexOf(at);
      if (to < 0) { return from >= 0 && at > base ? "gone" : "not-asked"; }
      if (from >= 0 && at > base) { return classes[known.charAt(before + to - from - 1)]; }
      return sign === "in-passing" ? sign : "asked";
    });
  }
  // The card of a row tells the same: its signs, and of its comparisons those with the baseline.
  function tell(card, editions, signs, base) {
    all(".wordings > li", card).forEach(function (holding) {
      var sign = signs[editions.indexOf(holding.dataset.edition)];
      if (!sign) { return; }
      holding.querySelector("h4 use").setAttribute("href", "#s-" + sign);
      holding.querySelector("h4 .sign").setAttribute("class", "sign " + sign);
      holding.querySelector("h4 .standing").textContent = words[sign];
    });
    all(".pair", card).forEach(function (pair) { pair.hidden = base !== undefined && pair.dataset.from !== base; });
    var far = card.querySelector(".far"), note = card.querySelector(".against");
    if (far) {
      far.hidden = !far.querySelector(".pair:not([hidden])");
      far.open = base !== undefined && !far.hidden;
    }
    note.hidden = base === undefined;
    note.textContent = base === undefined ? "" : "Compared with " + base;
  }
  all(".baseline").forEach(function (box) {
    var table = box.closest("p").nextElementSibling;
    var rows = all("tbody tr", table);
    var editions = all("thead a", table).map(function (link) { return link.textContent; });
    box.addEventListener("change", function () {
      rows.forEach(function (row) {
        var cells = all("td", row);
        row.own = row.own || cells.map(function (cell) {
          var use = cell.querySelector("use");
          return use ? use.getAttribute("href").slice(3) : "not-asked";
        });
        var signs = box.value === "" ? row.own : against(row, Number(box.value));
        cells.forEach(function (cell, at) { draw(cell, signs[at]); });
        var card = document.getElementById(row.querySelector("th a").getAttribute("href").slice(1));
        if (card) { tell(card, editions, signs, box.value === "" ? undefined : editions[Number(box.value)]); }
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
