#!/usr/bin/env bash
# Differential tests: so many made programs, run here and on CPython 3.13 under an oracle beside the repository.
# usage: fuzz.sh COUNT [SEED [KIND]]
set -euo pipefail
cd "$(dirname "$0")/.."
oracle=${LOOPSCOPE_ORACLE:-../shared/oracle/virtual_run.py}
python=${LOOPSCOPE_PYTHON:-}
for found in python3.13 ~/.pyenv/versions/3.13.*/bin/python3.13 python3; do
  if [ -z "$python" ] && command -v "$found" >/dev/null && "$found" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))'; then
    python=$found
  fi
done
if [ -z "$python" ]; then
  echo "no CPython 3.13: skipped (LOOPSCOPE_PYTHON names one)"
  exit 0
fi
if [ ! -f "$oracle" ]; then
  echo "no oracle at $oracle: skipped (LOOPSCOPE_ORACLE names a script that runs a program under a virtual clock)"
  exit 0
fi
binary=$(tests/binary.sh)
"$python" tests/fuzz/fuzz.py "$oracle" "$binary" --count "$1" --seed "${2:-1}" ${3:+--kind "$3"} --known tests/fuzz/known.txt --no-shrink
