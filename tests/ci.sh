#!/usr/bin/env bash
# The whole check, step by step. The page is built beside the native steps that compile, for much of that is on one core.
# Every step runs; the end repeats what each failed step said of its failure and counts what passed and failed.
set -uo pipefail
cd "$(dirname "$0")/.."
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
began=$SECONDS
# What `cargo test` makes for its own tests serves all that runs natively.
export LOOPSCOPE_BINARY=$PWD/target/debug/loopscope

# step NAME COMMAND…: runs it; shows its output once it is over, and counts the tests it reports, or itself as one.
step() {
  local name=$1 log="$logs/$1" begun=$SECONDS status=ok ok bad
  shift
  echo "... $name, at $((SECONDS - began)) s"
  "$@" >"$log" 2>&1 </dev/null || status=failed
  ok=$(count 's/^test result:.* ([0-9]+) passed;.*/\1/p; s/^# pass ([0-9]+)$/\1/p; s/^([0-9]+) passed, [0-9]+ failed.*/\1/p' "$log")
  bad=$(count 's/^test result:.* ([0-9]+) failed;.*/\1/p; s/^# fail ([0-9]+)$/\1/p; s/^[0-9]+ passed, ([0-9]+) failed.*/\1/p' "$log")
  if [ $status = failed ] && [ "$bad" = 0 ]; then bad=1; fi
  if [ $status = ok ] && [ "$ok" = 0 ]; then ok=1; fi
  echo "$status $ok $bad $name" >>"$logs/results"
  # One step's output at a time.
  {
    flock 9
    echo "=== $name"
    cat "$log"
    echo "--- $name: $status, $((SECONDS - begun)) s"
  } 9>"$logs/printing"
}

count() { sed -nE "$1" "$2" | awk '{ sum += $1 } END { print sum + 0 }'; }

# said NAME: the lines in which a failed step tells of its failure, with what follows them, and its last ones.
said() {
  echo "=== failed: $1"
  grep -nE -A 12 '^ *not ok|^error|panicked at|^failures:|FAILED|DIFFERS|TOO LARGE' "$logs/$1" | head -120
  echo "... and its end:"
  tail -n 20 "$logs/$1"
}

# Trunk asks no registry.
needed() { make --no-print-directory tools www browsers && cargo fetch --locked --quiet; }

page() {
  step "the page" trunk build --release --offline=true
  step "budgets" node tests/browser/size.mjs dist --check
}

free=$(df --output=avail -m . | tail -n 1)
if [ "$free" -lt 5000 ]; then echo "[room] only $free MB are free here: a check from nothing takes about 4 GB"; fi

step "what is needed" needed
page &
step "tests, native" cargo test --quiet --no-fail-fast
step "lint" make --no-print-directory lint
step "documentation" make --no-print-directory docs
wait
step "corpus" bash tests/corpus.sh --check
step "made programs" bash tests/fuzz.sh 200
step "CPython's tests" bash tests/cpython.sh --short
step "browser tests" bash tests/browser/run.sh
step "in other tools' pages" node integrations/check.mjs html sphinx mdbook
step "packages" node packages/make.mjs
step "packages in use" node packages/check.mjs

while read -r status _ _ name; do
  if [ "$status" = failed ]; then said "$name"; fi
done <"$logs/results"
awk '{ passed += $2; failed += $3 } END { print passed " passed, " failed " failed"; exit failed != 0 }' "$logs/results"
