#!/usr/bin/env bash
# Prints where the terminal program is: LOOPSCOPE_BINARY, if it is set (the whole check has it built with its tests), or else
# what this builds with Cargo's profile `quick` (nearly as fast as `release`, and sooner built) or another one.
# usage: binary.sh [PROFILE]
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${LOOPSCOPE_BINARY:-}" ]; then
  profile=${1:-quick}
  cargo build --quiet --profile "$profile" --bin loopscope
  LOOPSCOPE_BINARY=target/$profile/loopscope
fi
echo "$LOOPSCOPE_BINARY"
