#!/usr/bin/env bash
# The page's start, Stop and seeks, the player's times, and the side-by-side comparison with other Pythons in the
# browser: a folder beside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
node tests/browser/ready.mjs
(cd tests/browser && node --test --test-reporter=tap stop.test.mjs) | sed -n 's/^# \(Stop took\|the browser\)/\1/p'
node tests/browser/seek.mjs
node tests/browser/memory.mjs
cargo run --quiet --release --example measure_player
peers=${LOOPSCOPE_PEERS:-../shared/peers}
if [ ! -f "$peers/compare.sh" ]; then
  echo "no comparison at $peers: skipped (LOOPSCOPE_PEERS names its folder)"
  exit 0
fi
cargo build --release --bin loopscope
sh "$peers/setup.sh"
exec sh "$peers/compare.sh" "$PWD/dist" "$PWD/target/release/loopscope"
