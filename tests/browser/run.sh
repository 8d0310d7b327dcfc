#!/usr/bin/env bash
# The browser tests, by node's test runner, two files at once, none of its tests for longer than ten minutes; arguments are passed on (--test-name-pattern=…).
set -euo pipefail
cd "$(dirname "$0")"
exec node --test --test-reporter=tap --test-concurrency=2 --test-timeout=600000 "$@" *.test.mjs
