#!/bin/sh
# Prints how fast the filter is, how much memory it takes, and how both grow: bench.sh [REPORTS...]
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- 1000 10000 40000
if [ -z "${GOUJI:-}" ] || [ -z "${MANY:-}" ]; then
    cargo build --release --locked --package gouji-cli
    cargo build --release --locked --package gouji-generator --example many
    GOUJI=target/release/gouji MANY=target/release/examples/many
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "reports  seconds  reports/s  peak MB  time per report against the first"
first=
for reports in "$@"; do
    # Seven years a body, cut at the number that is wanted.
    "$MANY" $((reports / 7 + 1)) | head -n "$reports" > "$folder/reports"
    # 0, 1, 3 and 4 tell what was found, 2 that the run failed.
    /usr/bin/time --quiet -f '%e %M' -o "$folder/time" "$GOUJI" check --format jsonl --stdin jsonl \
        < "$folder/reports" > "$folder/results" || case $? in 1|3|4) ;; *) exit 1;; esac
    answers=$(grep -c '' "$folder/results")
    [ "$answers" -eq "$reports" ] || { echo "$reports reports, $answers answers" >&2; exit 1; }
    read -r seconds memory < "$folder/time"
    each=$(awk "BEGIN { print $seconds / $reports }")
    first=${first:-$each}
    awk "BEGIN { printf \"%7d %8.1f %10.0f %8.0f %8.2f\n\", $reports, $seconds, $reports / ($seconds + 1e-9), $memory / 1024, $each / ($first + 1e-9) }"
done
