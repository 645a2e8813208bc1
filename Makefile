# Every target prepares what it needs by itself; `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

export PATH := $(CURDIR)/.tools/bin:$(PATH):$(HOME)/.cargo/bin
export REPLAY

# scripts/setup.sh has synchronised the environment already.
RUN := uv run --no-sync
CARGO := $(RUN) cargo
CRATE := --manifest-path replay_rs/Cargo.toml
E2E := tests/e2e -n 2 --dist loadfile

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

.PHONY: setup
setup: ## prepare the machine and the environment
	@scripts/setup.sh

.PHONY: run
run: setup ## start the app, or the demo where the game is not; with REPLAY=path, analyse that file
	@if [ -n "$${REPLAY:-}" ]; then
		$(RUN) rockettrainer analyze "$$REPLAY"
	elif $(RUN) python -c 'from rockettrainer.sources import install_folders, replay_folders as f; exit(not (install_folders() or f()))'; then
		$(RUN) rockettrainer
	else
		echo 'run: Rocket League is not on this machine: this is the demo (the app itself: uv run rockettrainer)'
		$(RUN) rockettrainer demo
	fi

.PHONY: test
test: ## all tests: of the crate, the page, the plugin, Python, and in a browser; PYTEST='-k boost' picks
	@scripts/setup.sh test
	if $(RUN) python scripts/libpython.py; then
		$(CARGO) test $(CRATE) --locked --no-default-features --quiet
	else
		echo 'test: no libpython to link with, the crate'"'"'s own tests are left out (apt install python3-dev)'
	fi
	$(RUN) python scripts/page.py run test --silent
	scripts/plugin.sh asan tsan
	# Status 5 is pytest's word for none picked. The browser's event loop would stay in a worker, and disturb others there.
	none=0
	$(RUN) pytest -n logical --maxprocesses 4 --dist loadgroup $(PYTEST) || { none=$$?; [ $$none = 5 ] || exit $$none; }
	$(if $(findstring tests/,$(PYTEST)),exit $$none)
	$(RUN) pytest $(E2E) -m 'not long' $(PYTEST) || { status=$$?; [ $$status = 5 ] && [ $$none = 0 ] || exit $$status; }

.PHONY: plugin-test
plugin-test: ## the plugin's tests, under AddressSanitizer and ThreadSanitizer
	@scripts/setup.sh test
	scripts/plugin.sh asan tsan

.PHONY: plugin-windows
plugin-windows: ## the plugin's core for Windows, its tests under Wine
	@scripts/setup.sh windows
	scripts/plugin.sh mingw

.PHONY: plugin-bench
plugin-bench: ## what the plugin costs the game
	@scripts/setup.sh bench
	scripts/plugin.sh release
	plugin_cpp/build/release/bench/plugin_bench
	plugin_cpp/build/release/bench/adapter_bench

.PHONY: e2e
e2e: setup ## the app in a real browser, with what takes long; PYTEST='-k trends' picks
	@scripts/setup.sh test
	$(RUN) pytest $(E2E) $(PYTEST)

.PHONY: lint
lint: setup ## style, types, import rules, clippy
	@$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) lint-imports
	$(RUN) python scripts/page.py run check --silent
	if cargo fmt --version >/dev/null 2>&1; then cargo fmt $(CRATE) --check; else echo 'lint: no rustfmt here, left out'; fi
	if cargo clippy --version >/dev/null 2>&1; then $(CARGO) clippy $(CRATE) --locked --all-targets --quiet -- -D warnings; else echo 'lint: no clippy here, left out'; fi

.PHONY: format
format: setup ## write the code as `make lint` wants it
	@$(RUN) ruff check --fix
	$(RUN) ruff format
	cargo fmt $(CRATE)

.PHONY: docs
docs: setup ## write docs/metrics.md from the registry
	@$(RUN) rockettrainer metrics --format markdown >docs/metrics.md.new
	mv docs/metrics.md.new docs/metrics.md

.PHONY: oracles
oracles: setup ## compare the figures with others' on the games under ROCKETTRAINER_REPLAYS
	@uv run --locked --group oracles python -m scripts.oracles $(ORACLES)

.PHONY: bench
bench: setup ## time reading and measuring, of REPLAY=path or of some under ROCKETTRAINER_REPLAYS
	@uv run --locked --group oracles python -m scripts.bench $${REPLAY:+"$$REPLAY"}
	uv run --locked python -m scripts.bench.api
	uv run --locked python -m scripts.bench.page
	uv run --locked python -m scripts.bench.window
	uv run --locked python -m scripts.bench.overlay

.PHONY: clean
clean: ## throw away everything `setup` and the builds made
	@rm -rf .venv .tools replay_rs/target plugin_cpp/build dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
