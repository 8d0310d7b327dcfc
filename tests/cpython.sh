#!/usr/bin/env bash
# CPython's own tests, here and on the CPython 3.13 that is found: which pass there and fail here (tests/cpython/run.py).
# usage: cpython.sh [--short] [--all] [MODULE ...]
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(tests/binary.sh)
python3 tests/cpython/run.py "$binary" "$@"
