# Everything a developer runs. Each target installs what it needs, once, under $(CACHE); a bare machine needs
# rustup, node (20 or later), python3 and, for the browser tests, Debian's apt or a chromium of its own.
SHELL := /bin/bash -euo pipefail
.DEFAULT_GOAL := build
.PHONY: serve build test corpus fuzz mistakes cpython bench fmt lint size profile shots docs miri browser webkit integrations package tools rust www clean help

CACHE := $(or $(LOOPSCOPE_CACHE),$(HOME)/.cache/loopscope)
TRUNK := 0.21.14
WASM_BINDGEN := 0.2.130
NIGHTLY := nightly-2026-10-30
export PATH := $(CACHE)/tools/bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

serve: tools www ## the page on http://127.0.0.1:8080, rebuilt as sources change
	trunk serve --offline=true

build: tools www ## the static site in dist/, for any file server and any sub-path
	trunk build --release --offline=true
	@node tests/browser/size.mjs dist

fmt: rust ## formats the sources
	cargo fmt

lint: rust ## rustfmt's check and clippy, natively and for wasm32, warnings denied
	cargo fmt --check
	cargo clippy --all-targets --quiet -- -D warnings
	cargo clippy --target wasm32-unknown-unknown --lib --bin web --quiet -- -D warnings

docs: rust ## the library's documentation, warnings denied
	RUSTDOCFLAGS='-D warnings' cargo doc --no-deps --lib --workspace --quiet

test: ## what .ci/run runs: everything below but bench and shots
	@bash tests/ci.sh

miri: rust ## the test of the one unsafe place (src/runtime/objects/native.rs) under Miri, which is a nightly's
	@tests/install.sh miri $(NIGHTLY)
	MIRIFLAGS=-Zmiri-strict-provenance cargo +$(NIGHTLY) miri test --package loopscope-runtime --lib --target-dir target/miri objects::native

corpus: rust ## the programs of the corpus beside this repository, if there is one
	@bash tests/corpus.sh

fuzz: rust ## 2,000 made programs, run here and on CPython under the oracle beside this repository, if there is one
	@bash tests/fuzz.sh 2000

mistakes: rust ## 2,000 fixtures with a few tokens changed, run here and on CPython; what differs is to be read: some of it is the oracle's
	@bash tests/fuzz.sh 2000 1 mistakes

cpython: rust ## CPython's own tests, here and on the CPython 3.13 that is found (MODULES='test_queue test_asyncio')
	@bash tests/cpython.sh $(MODULES)

browser: build browsers ## the page's tests in Chromium
	@bash tests/browser/run.sh

webkit: build browsers ## the page in WebKit, Safari's engine, as Debian has it
	@tests/install.sh webkit
	node --test tests/browser/webkit.mjs

integrations: build browsers ## a site of each tool that teachers use, with an embed, in Chromium (TOOLS='sphinx hugo')
	node integrations/check.mjs $(TOOLS)

package: build browsers ## what is published, into target/package-web: npm package and site; the crate is checked
	node packages/make.mjs
	node packages/check.mjs
	cargo publish --workspace --dry-run --quiet

size: build ## bytes of dist/, compressed, against the budgets
	@node tests/browser/size.mjs dist --check
	@node tests/browser/floors.mjs

profile: build browsers ## www/parts.txt and branches.txt anew: which functions draw the page and which run programs, and how these branch
	node tests/browser/profile.mjs

shots: build browsers ## screenshots of the page into shots/
	node tests/browser/shots.mjs shots

bench: build browsers ## the page's start, and the comparison with other Pythons in the browser, if it stands beside this repository
	@bash tests/bench.sh

clean: ## what the targets above have made, the cache excepted
	rm -rf dist target shots www/node_modules tests/browser/node_modules

# --- what the targets need; each says what it does only when there is something to do ---

.PHONY: browsers
rust:
	@tests/install.sh rust
tools: rust
	@tests/install.sh trunk $(TRUNK)
	@tests/install.sh wasm-bindgen $(WASM_BINDGEN)
www:
	@tests/install.sh npm www
browsers:
	@tests/install.sh npm tests/browser
	@tests/install.sh chromium
