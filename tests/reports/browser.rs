//! The page in a browser, where one is installed: filters, baseline, links; no error, no request.

use super::common::{Scratch, dossier, letters};
use demarche::report::html;
use std::process::Command;

/// Collects what goes wrong before the page's own script runs.
const WATCH: &str = "<script>window.wrong = []; window.onerror = function (message) { wrong.push(message); };
document.addEventListener('securitypolicyviolation', function (event) { wrong.push(event.blockedURI); });</script>";

/// Uses the page as a reader would, and writes what it saw into the page.
const DRIVE: &str = r##"<script>
(function () {
  var seen = {};
  function change(id, value) {
    var box = document.getElementById(id);
    box.value = value;
    box.dispatchEvent(new Event(id === "f-text" ? "input" : "change"));
    return document.querySelectorAll(".card:not([hidden])").length;
  }
  seen.all = change("f-label", "");
  seen.harder = change("f-label", "strengthened");
  change("f-label", "");
  seen.word = change("f-text", "Inquiry report");
  seen.none = change("f-text", "no such word");
  var link = document.querySelector(".timeline tbody td a");
  link.click();
  location.hash = link.getAttribute("href");
  window.dispatchEvent(new Event("hashchange"));
  seen.back = document.querySelectorAll(".card:not([hidden])").length;
  var sides = document.getElementById("sides");
  sides.checked = true;
  var part = document.querySelector(".sides");
  seen.sides = part ? getComputedStyle(part).display : "grid";
  var box = document.querySelector(".baseline");
  function signs() {
    var uses = Array.prototype.slice.call(document.querySelectorAll(".timeline td use"));
    return uses.map(function (use) { return use.getAttribute("href"); }).join(" ");
  }
  var before = signs();
  box.value = "0"; box.dispatchEvent(new Event("change"));
  seen.baseline = signs() !== before;
  box.value = ""; box.dispatchEvent(new Event("change"));
  seen.restored = signs() === before;
  var letter = document.querySelector(".letter");
  letter.open = false;
  location.hash = letter.querySelector(".badge").id;
  window.dispatchEvent(new Event("hashchange"));
  seen.unfolded = letter.open;
  seen.requests = performance.getEntriesByType("resource").length;
  seen.wrong = wrong;
  document.documentElement.setAttribute("data-seen", JSON.stringify(seen));
})();
</script>"##;

fn browser() -> Option<String> {
    let own = std::env::var("DEMARCHE_BROWSER").ok();
    let names = ["chromium", "chromium-browser", "google-chrome"].map(str::to_owned);
    own.into_iter().chain(names).find(|name| Command::new(name).arg("--version").output().is_ok())
}

/// Opens a page in which a script of ours has run, and reads what it left in the attribute `data-seen`.
pub fn seen(name: &str, page: &str, script: &str) -> Option<serde_json::Value> {
    let Some(browser) = browser() else {
        println!("skipped: no browser is installed");
        return None;
    };
    let scratch = Scratch::new(name);
    let page = page.replacen("<script>", &format!("{WATCH}<script>"), 1);
    let page = page.replacen("</body>", &format!("{script}</body>"), 1);
    let path = scratch.write("page.html", &page);
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("--user-data-dir={}", scratch.path("profile")))
        .arg(format!("file://{path}"))
        .output()
        .expect("a browser that runs");
    let dom = String::from_utf8_lossy(&output.stdout);
    let seen = dom.split("data-seen=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    Some(serde_json::from_str(&seen.replace("&quot;", "\"")).expect("what was seen"))
}

#[test]
fn the_page_works_in_a_browser() {
    let page = html::page(&dossier(&letters())).expect("a page");
    let Some(seen) = seen("browser", &page, DRIVE) else { return };
    let expected = serde_json::json!({
        "all": 3, "harder": 1, "word": 1, "none": 0, "back": 3, "sides": "grid", "baseline": true,
        "restored": true, "unfolded": true, "requests": 0, "wrong": [],
    });
    assert_eq!(seen, expected);
}
