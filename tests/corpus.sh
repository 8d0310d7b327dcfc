#!/usr/bin/env bash
# Runs the corpus, a folder of tutorials' programs beside the repository, prints the figures per kind and compares
# with the list of those that have passed: none may be lost.
# usage: corpus.sh [--check] [BINARY]; without --check new names join the list.
set -euo pipefail
cd "$(dirname "$0")/.."
list=tests/corpus_passing.txt
check=
if [ "${1:-}" = --check ]; then check=1; shift; fi
corpus=${LOOPSCOPE_CORPUS:-../shared/corpus}
if [ ! -f "$corpus/check.py" ]; then
  echo "no corpus at $corpus: skipped (LOOPSCOPE_CORPUS names its folder)"
  exit 0
fi
binary=${1:-}
if [ -z "$binary" ]; then
  if [ -n "$check" ]; then binary=$(tests/binary.sh); else binary=$(tests/binary.sh release); fi
fi

export LC_ALL=C
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 "$corpus/check.py" --list "$binary" run >"$out/report" || true
tail -n 2 "$out/report"
sed -n 's/^\([^ ]*\): .*/\1/p' "$out/report" | grep -v '^corpus$' | sort >"$out/failing" || true
(cd "$corpus/programs" && ls -- *.py) | sed 's/\.py$//' | sort >"$out/all"
comm -23 "$out/all" "$out/failing" >"$out/passing"
comm -23 "$list" "$out/passing" >"$out/lost"
comm -13 "$list" "$out/passing" >"$out/new"
sed 's/^/passed before, fails now: /' "$out/lost"
[ -s "$out/new" ] && echo "$(wc -l <"$out/new") pass now that are not in $list"
if [ -z "$check" ]; then sort -u -o "$list" "$list" "$out/new"; fi
echo "$(comm -12 "$list" "$out/passing" | wc -l) passed, $(wc -l <"$out/lost") failed (corpus: those that have passed before)"
[ ! -s "$out/lost" ]
