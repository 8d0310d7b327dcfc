#!/usr/bin/env bash
# The side-by-side comparison with other Pythons in the browser: a folder beside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
node tests/browser/ready.mjs
peers=${LOOPSCOPE_PEERS:-../shared/peers}
if [ ! -f "$peers/compare.sh" ]; then
  echo "no comparison at $peers: skipped (LOOPSCOPE_PEERS names its folder)"
  exit 0
fi
cargo build --release --bin loopscope
sh "$peers/setup.sh"
exec sh "$peers/compare.sh" "$PWD/dist" "$PWD/target/release/loopscope"
