#!/bin/sh
# Checks a file of JSON lines with one filter per core, in order: parallel.sh REPORTS.jsonl RESULTS.jsonl
set -eu
# 0, 1, 3 and 4 tell what was found in the reports, 2 that the run failed. That every report has its answer is told by counting.
parallel --pipepart --arg-file "$1" --block "${BLOCK:-8M}" --keep-order --halt soon,fail=1 \
    "'${GOUJI:-gouji}' check --format jsonl --stdin jsonl; case \$? in 0|1|3|4) ;; *) exit 1;; esac" > "$2"
asked=$(grep -c '' "$1")
answered=$(grep -c '' "$2")
[ "$asked" -eq "$answered" ] || { echo "$asked reports, $answered answers" >&2; exit 1; }
