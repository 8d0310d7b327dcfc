#!/usr/bin/env bash
# The browser tests, by node's test runner; arguments are passed on (--test-name-pattern=…).
set -euo pipefail
cd "$(dirname "$0")"
exec node --test --test-reporter=tap --test-concurrency=1 "$@" *.test.mjs
