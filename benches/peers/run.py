#!/usr/bin/env python3
"""Runs demarche and what one might use instead on the same inputs, in turn, and prints times and ratios.

    cargo build --release && cargo build --release --example planted
    python3 benches/peers/run.py

Times are processor time, user and system, of whole processes, start-up included; the median of the runs counts, and
the ratio is taken run by run. Peers that are not installed are named and left out. None of them does the same job:
a word diff knows no demands, a count of words no words, and likeness of strings no sense.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

RUNS = int(os.environ.get("RUNS", "15"))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
DEMARCHE = os.path.join(BUILT, "demarche")
PLANTED = os.path.join(BUILT, "examples", "planted")

RAPIDFUZZ = """
import sys
from rapidfuzz import fuzz, process
lines = open(sys.argv[1]).read().splitlines()
process.cdist(lines, lines, scorer=fuzz.token_set_ratio, workers=1)
"""

COSINE = """
import sys
from sklearn.feature_extraction.text import TfidfVectorizer
lines = open(sys.argv[1]).read().splitlines()
rows = TfidfVectorizer().fit_transform(lines)
(rows @ rows.T).tocoo()
"""


def seconds(command):
    """Processor time of one run."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime


def compare(what, own, peers, runs=RUNS):
    """Times a command and its peers in turn."""
    commands = [own] + [peer for _, peer in peers]
    for command in commands:
        seconds(command)
    times = [[seconds(command) for command in commands] for _ in range(runs)]
    columns = list(zip(*times))
    print(f"\n{what}")
    print(f"  {'demarche':<40} {statistics.median(columns[0]) * 1e3:9.1f} ms")
    for (name, _), column in zip(peers, columns[1:]):
        ratio = statistics.median(a / max(b, 1e-4) for a, b in zip(columns[0], column))
        print(f"  {name:<40} {statistics.median(column) * 1e3:9.1f} ms   demarche takes {ratio:.2f} times that")


def installed(module):
    """Whether Python can import a module."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0


def main():
    os.environ["LC_ALL"] = "C"
    for needed in (DEMARCHE, PLANTED):
        if not os.path.exists(needed):
            sys.exit(f"{needed}: not built; see the head of this script")
    two = ["letters/2024-04-04_us-senate.txt", "letters/2025-04-11_us-house.txt"]
    diffs = [("git diff --no-index --word-diff", ["git", "diff", "--no-index", "--word-diff", *two])]
    if shutil.which("wdiff"):
        diffs.append(("wdiff", ["wdiff", *two]))
    else:
        print("wdiff: not installed, left out")
    compare("two letters", [DEMARCHE, "diff", *two], diffs)
    compare("five letters against a word diff of two", [DEMARCHE, "diff", "letters"], diffs)
    compare("start-up", [DEMARCHE, "--version"], [("git --version", ["git", "--version"])])

    with tempfile.TemporaryDirectory() as folder:
        letters = os.path.join(folder, "letters")
        subprocess.run([PLANTED, "1000", letters], check=True)
        names = sorted(os.path.join(letters, name) for name in os.listdir(letters))
        lines = [line[2:].rstrip(";\n") for name in names for line in open(name) if line.startswith("- ")]
        demands = os.path.join(folder, "demands.txt")
        with open(demands, "w") as out:
            out.write("\n".join(lines))
        pairs = []
        for name, module, code in (
            ("rapidfuzz, all pairs", "rapidfuzz", RAPIDFUZZ),
            ("cosine of TF-IDF, all pairs", "sklearn", COSINE),
        ):
            if installed(module):
                pairs.append((name, [sys.executable, "-c", code, demands]))
            else:
                print(f"{name}: not installed, left out")
        own = [DEMARCHE, "diff", letters, "--format", "json"]
        compare(f"{len(lines)} demands of {len(names)} letters: read, matched, threaded", own, pairs, 5)

        text = open(os.path.join(ROOT, "letters", "2021-06-14_irf-roundtable.txt"), encoding="utf-8").read()
        many = os.path.join(folder, "many")
        os.mkdir(many)
        paths = [os.path.join(many, f"{number:03}.txt") for number in range(100)]
        for path in paths:
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
        cues = os.path.join(folder, "cues.txt")
        with open(os.path.join(ROOT, "src", "lexicon", "data", "word_frequency.tsv")) as table, open(cues, "w") as out:
            out.writelines(line.split("\t")[0] + "\n" for number, line in enumerate(table) if number % 10 == 0)
        size = len(text.encode()) * len(paths)
        compare(
            f"extraction of {size / 1e6:.2f} MB of letters",
            [DEMARCHE, "extract", many, "--format", "jsonl"],
            [("wc -w", ["wc", "-w", *paths]), ("grep -c -F of 2,400 words", ["grep", "-c", "-F", "-f", cues, *paths])],
            5,
        )


main()
