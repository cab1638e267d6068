#!/usr/bin/env bash
# Counts the instructions of fixed commands on fixed inputs and compares them with those recorded; fails where one has
# grown by more than a tenth. Unlike times, counts are the same on a busy machine.
#
#   benches/instructions/run.sh            compare
#   benches/instructions/run.sh --record   write the counts of today
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
if ! command -v valgrind > /dev/null; then
    echo "instructions: valgrind is not installed, nothing was counted"
    exit 0
fi
cargo build --quiet --release
cargo build --quiet --release --example planted
recorded=benches/instructions/recorded.tsv
built=${CARGO_TARGET_DIR:-target}/release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$built/examples/planted" 1000 "$work/planted"

count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$built/demarche" "$@" 2>&1 > /dev/null |
        sed -n 's/.*I *refs: *//p' | tr -d ,
}

failed=0
names=("start-up" "diff letters" "extract letters" "diff 1000 planted demands")
measure() {
    case $1 in
        start-up) count --version ;;
        "diff letters") count diff letters ;;
        "extract letters") count extract letters --format json ;;
        *) count diff "$work/planted" --format json ;;
    esac
}
for name in "${names[@]}"; do
    now=$(measure "$name")
    before=$(awk -F '\t' -v name="$name" '$1 == name { print $2 }' "$recorded" 2> /dev/null || true)
    printf '%s\t%s\n' "$name" "$now" >> "$work/now.tsv"
    if [ -z "$before" ]; then
        echo "$name: $now instructions, none recorded"
    else
        awk -v name="$name" -v now="$now" -v before="$before" 'BEGIN {
            printf "%s: %.0f instructions, %+.1f %% against those recorded\n", name, now, (now / before - 1) * 100
            exit now > before * 1.1
        }' || failed=1
    fi
done
if [ "${1:-}" = --record ]; then
    cp "$work/now.tsv" "$recorded"
elif [ "$failed" = 1 ]; then
    echo "instructions: more than a tenth above those recorded; make it cheaper, or run $0 --record and say why" >&2
    exit 1
fi
