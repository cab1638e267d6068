#!/usr/bin/env python3
"""Writes the page of few and of many letters, and opens it: size, time to write, time to load and to use.

    cargo build --release && cargo build --release --example planted
    python3 benches/page/run.py

Writing is processor time of the whole process. Loading is told by the browser itself, from the start of navigation to
the end of the load event, in a window of 1400 by 900 points; "baseline" is the time to choose another edition to compare
with, and "words" the time to filter the threads by a word, each until the page is laid out anew. Medians of the runs.
"""

import html
import json
import os
import shutil
import statistics
import subprocess
import tempfile

RUNS = int(os.environ.get("RUNS", "5"))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
DEMARCHE = os.path.join(BUILT, "demarche")
PLANTED = os.path.join(BUILT, "examples", "planted")

DRIVE = """<script>
addEventListener("load", function () { setTimeout(function () {
  function timed(action) {
    var start = performance.now();
    action();
    document.body.getBoundingClientRect();
    return performance.now() - start;
  }
  var seen = { load: performance.getEntriesByType("navigation")[0].loadEventEnd };
  seen.elements = document.getElementsByTagName("*").length;
  var box = document.querySelector(".baseline");
  seen.baseline = timed(function () { box.value = "1"; box.dispatchEvent(new Event("change")); });
  var words = document.getElementById("f-text");
  seen.words = timed(function () { words.value = "release"; words.dispatchEvent(new Event("input")); });
  document.documentElement.setAttribute("data-seen", JSON.stringify(seen));
}, 0); });
</script></body>"""


def seconds(command):
    """Processor time of one run."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} ended with {status}")
    return used.ru_utime + used.ru_stime


def opened(browser, page, scratch):
    """What the page tells of itself in a browser."""
    driven = os.path.join(scratch, "driven.html")
    with open(page, encoding="utf-8") as file:
        text = file.read()
    with open(driven, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", DRIVE))
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1400,900",
               f"--user-data-dir={scratch}/profile", "--timeout=20000", "--dump-dom", f"file://{driven}"]
    dom = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(html.unescape(dom.split('data-seen="')[1].split('"')[0]))


def main():
    browser = next(filter(shutil.which, ["chromium", "chromium-browser", "google-chrome"]), None)
    if browser is None:
        print("no browser is installed: pages are written, not opened")
    with tempfile.TemporaryDirectory() as scratch:
        many = os.path.join(scratch, "letters")
        subprocess.run([PLANTED, "2000", many], check=True)
        for what, arguments in [
            ("the five letters", ["letters"]),
            ("200 letters, 2,000 demands, 20 editions", [many]),
            ("the same, each letter an edition", [many, "--by", "letter"]),
        ]:
            page = os.path.join(scratch, "page.html")
            command = [DEMARCHE, "report", *arguments, "-o", page]
            written = statistics.median(seconds(command) for _ in range(RUNS))
            line = f"{what}: {os.path.getsize(page) / 1e6:.2f} MB, written in {written:.2f} s"
            if browser:
                runs = [opened(browser, page, scratch) for _ in range(RUNS)]
                middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                line += (f"; {middle['elements']:.0f} elements, loaded in {middle['load'] / 1e3:.2f} s, "
                         f"baseline {middle['baseline']:.0f} ms, words {middle['words']:.0f} ms")
            print(line, flush=True)


main()
