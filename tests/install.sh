#!/usr/bin/env bash
# Installs one thing the Makefile needs, unless it is there: rust | miri TOOLCHAIN | trunk VERSION |
# wasm-bindgen VERSION | npm FOLDER | chromium | webkit
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${LOOPSCOPE_CACHE:-$HOME/.cache/loopscope}
tools=$cache/tools
cargo_bin=${CARGO_HOME:-$HOME/.cargo}/bin

say() { echo "[install] $*"; }
fail() { echo "[install] $*" >&2; exit 1; }

# crate VERSION COMMAND: a command from crates.io, kept in the cache and put where `trunk serve` finds it.
crate() {
  local name=$1 version=$2 command=$3
  if [ "$("$tools/bin/$command" --version 2>/dev/null)" != "$command $version" ]; then
    if [ "$(command -v "$command" >/dev/null && "$command" --version 2>/dev/null)" = "$command $version" ]; then return; fi
    mkdir -p "$tools"
    exec 9>"$cache/install.lock"
    flock 9
    say "$name $version into $tools: some minutes, once for this machine"
    # A lock file may name a crate that the registry no longer has.
    cargo install --locked --quiet --root "$tools" "$name" --version "$version" \
      || cargo install --quiet --root "$tools" "$name" --version "$version" \
      || fail "cargo could not install $name $version: is the registry reachable?"
    flock -u 9
  fi
  if [ -d "$cargo_bin" ] && [ ! -e "$cargo_bin/$command" ]; then
    ln -s "$tools/bin/$command" "$cargo_bin/$command" && say "$cargo_bin/$command -> $tools/bin/$command" || true
  fi
}

# debian WHAT ELSE PACKAGE…: packages of Debian's; ELSE is what to do where there is no apt-get.
debian() {
  local what=$1 else=$2
  shift 2
  command -v apt-get >/dev/null || fail "missing: $what; there is no apt-get: $else"
  [ "$(id -u)" = 0 ] || fail "missing: $what: sudo apt-get install $*"
  say "$what by apt-get"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null || fail "apt-get could not install $*"
}

case $1 in
  rust)
    command -v rustup >/dev/null || fail "rustup is missing: see https://rustup.rs"
    channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    if ! rustup target list --installed --toolchain "$channel" 2>/dev/null | grep wasm32-unknown-unknown >/dev/null \
      || ! cargo "+$channel" clippy --version >/dev/null 2>&1 || ! cargo "+$channel" fmt --version >/dev/null 2>&1; then
      say "Rust $channel with clippy, rustfmt and the wasm32 target"
      rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt
      rustup target add wasm32-unknown-unknown --toolchain "$channel"
    fi
    ;;
  miri)
    if ! cargo "+$2" miri --version >/dev/null 2>&1; then
      say "Rust $2 with Miri"
      rustup toolchain install "$2" --profile minimal --component miri --component rust-src \
        || fail "rustup could not install $2 with Miri: is its server reachable?"
    fi
    ;;
  trunk) crate trunk "$2" trunk ;;
  wasm-bindgen) crate wasm-bindgen-cli "$2" wasm-bindgen ;;
  npm)
    command -v npm >/dev/null || fail "node (20 or later) with npm is missing"
    # npm writes this file last.
    if ! [ "$2/node_modules/.package-lock.json" -nt "$2/package-lock.json" ]; then
      say "npm packages of $2"
      npm ci --prefix "$2" --no-audit --no-fund --loglevel=error
      touch "$2/node_modules/.package-lock.json"
    fi
    ;;
  chromium)
    if ! [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || ! fc-list 2>/dev/null | grep 'Noto Sans CJK' >/dev/null; then
      debian "chromium and fonts" "install it and set CHROMIUM to its path" chromium chromium-driver fonts-noto-cjk fontconfig
    fi
    ;;
  webkit)
    if ! command -v WebKitWebDriver >/dev/null || ! command -v Xvfb >/dev/null; then
      debian "WebKit's driver and a display" "install WebKitGTK's WebKitWebDriver and Xvfb" webkit2gtk-driver xvfb
    fi
    ;;
  *) fail "unknown: $1" ;;
esac
