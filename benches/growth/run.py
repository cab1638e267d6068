#!/usr/bin/env python3
"""How the cost of a diff grows: from 10,000 planted demands to a million, with the exponent that fits best.

    cargo build --release && cargo build --release --example planted
    python3 benches/growth/run.py [DEMANDS ...]

Processor time (user and system) and memory at its peak of `demarche diff FOLDER --format json`, one run for each number of
demands; run it on a machine that does nothing else. The exponent is the slope of the line through the logarithms (least
squares). The last run is drawn in docs/growth.svg.
"""

import math
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
DRAWING = os.path.join(ROOT, "docs", "growth.svg")
DEFAULT = [10_000, 31_623, 100_000, 316_228, 1_000_000]


def measured(demands):
    """Processor time in seconds and peak memory in MiB of one run."""
    scratch = tempfile.mkdtemp(prefix="demarche-growth-")
    folder = os.path.join(scratch, "letters")
    try:
        planted = os.path.join(BUILT, "examples", "planted")
        subprocess.run([planted, str(demands), folder], check=True, stdout=subprocess.DEVNULL)
        command = [os.path.join(BUILT, "demarche"), "diff", folder, "--format", "json"]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        if status != 0:
            raise SystemExit(f"{command} ended with {status}")
        return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    finally:
        shutil.rmtree(scratch)


def exponent(points):
    """The slope of the line that fits the logarithms best, and its height at one."""
    xs = [math.log10(demands) for demands, _ in points]
    ys = [math.log10(cost) for _, cost in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)
    return slope, y - slope * x


def drawn(times, slope, height):
    """Both scales count powers of ten; the dots are runs, the line is the fit."""
    left, top, width, tall = 60, 20, 460, 260
    low_x, high_x = math.floor(math.log10(times[0][0])), math.ceil(math.log10(times[-1][0]))
    low_y = math.floor(math.log10(min(cost for _, cost in times)))
    high_y = math.ceil(math.log10(max(cost for _, cost in times)))
    x = lambda power: left + width * (power - low_x) / (high_x - low_x)
    y = lambda power: top + tall * (high_y - power) / (high_y - low_y)
    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 340" font-family="sans-serif" font-size="12" '
        'role="img" aria-label="Processor time of a diff by the number of demands">',
        '<rect width="560" height="340" fill="#fff"/>',
    ]
    for power in range(low_x, high_x + 1):
        lines.append(f'<path d="M{x(power):.1f} {top}V{top + tall}" stroke="#ddd"/>')
        lines.append(f'<text x="{x(power):.1f}" y="{top + tall + 18}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low_y, high_y + 1):
        lines.append(f'<path d="M{left} {y(power):.1f}H{left + width}" stroke="#ddd"/>')
        lines.append(f'<text x="{left - 8}" y="{y(power) + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
    ends = [math.log10(times[0][0]), math.log10(times[-1][0])]
    path = "L".join(f"{x(end):.1f} {y(height + slope * end):.1f}" for end in ends)
    lines.append(f'<path d="M{path}" stroke="#0b5394" stroke-width="2" fill="none"/>')
    for demands, cost in times:
        lines.append(f'<circle cx="{x(math.log10(demands)):.1f}" cy="{y(math.log10(cost)):.1f}" r="4" fill="#0b5394"/>')
    lines.append(f'<text x="{left + 12}" y="{top + 20}">processor time, exponent {slope:.2f}</text>')
    lines.append(f'<text x="{left + width / 2}" y="{top + tall + 40}" text-anchor="middle">demands</text></svg>')
    return "\n".join(lines) + "\n"


def main():
    sizes = sorted(int(size) for size in sys.argv[1:]) or DEFAULT
    times, peaks = [], []
    print("| demands | processor time | memory |\n| --- | --- | --- |")
    for demands in sizes:
        seconds, peak = measured(demands)
        times.append((demands, seconds))
        peaks.append((demands, peak))
        print(f"| {demands:,} | {seconds:.1f} s | {peak:,.0f} MiB |", flush=True)
    if len(sizes) > 1:
        slope, height = exponent(times)
        print(f"\nexponents: time {slope:.2f}, memory {exponent(peaks)[0]:.2f}")
        with open(DRAWING, "w", encoding="utf-8") as file:
            file.write(drawn(times, slope, height))


if __name__ == "__main__":
    main()
