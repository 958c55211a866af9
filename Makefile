# Desk's commands; `make help` lists them. `make run` and `make test` prepare what they need by themselves.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PY := $(BIN)/python

# pytest's workers; the continuous integration has two cores.
JOBS ?= 2
# pytest's further arguments: make test ARGS="-k intake"
ARGS ?=
# Where pictures and papers go.
OUT ?= build

# A window on a display needs more of the system than one without (macOS and Windows bring it).
WINDOW := $(if $(DISPLAY)$(WAYLAND_DISPLAY),--window)

SOURCES := desk tests $(wildcard scripts/*.py) $(if $(wildcard benchmarks/*.py),benchmarks)
TRANSLATIONS_CHECK := $(wildcard scripts/check_translations.py)

.PHONY: help setup run test check lint types bench bench-million proof screens lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## prepare .venv (and, as root, missing system libraries); instant the second time
	@scripts/setup

run: ## open the desk with a demonstration office; without a display, the same day headless
	@scripts/setup $(WINDOW)
	@$(PY) -m desk demo --run

check: setup ## lint, format, types, import rule, translations: all but the tests
	@$(PY) -m ruff check --quiet
	@$(PY) -m ruff format --check --quiet
	@$(PY) -m mypy --no-error-summary $(SOURCES)
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/import_linter
	@$(if $(TRANSLATIONS_CHECK),$(PY) -m scripts.check_translations)

lint: setup ## ruff, its format, and the import rule
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import_linter

types: setup ## mypy, strict
	$(PY) -m mypy $(SOURCES)

test: check ## everything that must hold before a commit, closing with pytest's summary
	@HYPOTHESIS_PROFILE=ci $(PY) -m pytest -n $(JOBS) $(ARGS)

proof: setup ## the heavy proofs: a built wheel in a bare environment, long property runs
	HYPOTHESIS_PROFILE=proof $(PY) -m pytest -n $(JOBS) -m "proof or not proof" -o faulthandler_timeout=0 $(ARGS)

bench: setup ## speed beside its floor, in one run
	$(PY) -m benchmarks $(ARGS)

bench-million: setup ## the same on a store of a million cases (7 GB, kept between runs)
	$(PY) -m benchmarks --million $(ARGS)

screens: setup ## pictures of every screen, in build/screens
	$(PY) -m scripts.screens $(OUT)/screens

lock: ## write both lock files again; UPGRADE=1 raises versions
	scripts/lock $(if $(UPGRADE),--upgrade)

clean: ## remove what make has made, .venv too
	rm -rf .venv .venv-lock .cache .hypothesis build dist
