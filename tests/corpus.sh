#!/usr/bin/env bash
# Runs the corpus, a folder of tutorials' programs beside the repository, and compares with the list of those that
# have passed: none may be lost. usage: corpus.sh [--check] [BINARY]; without --check new names join the list.
set -euo pipefail
cd "$(dirname "$0")/.."
list=tests/corpus_passing.txt
check=
if [ "${1:-}" = --check ]; then check=1; shift; fi
judge=${LOOPSCOPE_CORPUS:-../shared/corpus}/check.py
if [ ! -f "$judge" ]; then
  echo "no corpus at $(dirname "$judge"): skipped (LOOPSCOPE_CORPUS names its folder)"
  exit 0
fi
binary=${1:-}
if [ -z "$binary" ]; then
  cargo build --profile quick --bin loopscope
  binary=target/quick/loopscope
fi

now=$(mktemp)
trap 'rm -f "$now"' EXIT
python3 "$judge" --passed "$binary" run | LC_ALL=C sort >"$now" || true
lost=$(LC_ALL=C comm -23 "$list" "$now")
new=$(LC_ALL=C comm -13 "$list" "$now")
[ -n "$lost" ] && printf 'passed before, fails now: %s\n' $lost
[ -n "$new" ] && printf 'passes now: %s\n' $new
if [ -z "$check" ] && [ -n "$new" ]; then LC_ALL=C sort -u -o "$list" "$list" "$now"; fi
echo "$(wc -l <"$now") passed, $(printf %s "$lost" | grep -c . || true) failed (corpus: those that passed before)"
[ -z "$lost" ]
