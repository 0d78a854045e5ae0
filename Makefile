# Emapa's verbs. Each does all of its own set-up; `make` alone lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help

LISTEN ?= 127.0.0.1:8311
DATA ?=
JOB ?=
FUZZ_SECONDS ?= 60
export LISTEN DATA FUZZ_SECONDS

.PHONY: help
help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo '  LISTEN=127.0.0.1:8311 and DATA=folder are heard by run, JOB=name by bench, FUZZ_SECONDS=60 by fuzz and soak.'

.PHONY: setup
setup: ## install what is missing: Debian packages, test environment, map library
	@scripts/setup

.PHONY: build
build: ## build the service: .build/release/emapa
	@scripts/setup run
	swift build -c release --product emapa

.PHONY: run
run: ## build, fill a private database with demo reports once, serve the portal
	@scripts/run

.PHONY: test
test: ## lint, unit, database and browser tests, each timed
	@scripts/test

.PHONY: lint
lint: ## check style, sizes, links and syntax; changes nothing
	@scripts/lint

.PHONY: format
format: ## format the Swift sources in place
	swift format --in-place --parallel --recursive $(wildcard Package.swift Sources Tests Benchmarks)

.PHONY: bench
bench: ## measure beside the peers: make bench JOB=http
	@scripts/bench $(JOB)

.PHONY: fuzz
fuzz: ## fuzz every parser of outside bytes, FUZZ_SECONDS each
	@scripts/setup run
	@mkdir -p .build
	@Tests/Fuzz/run

.PHONY: asan
asan: ## the Swift tests under AddressSanitizer
	@scripts/sanitize address

.PHONY: tsan
tsan: ## the Swift tests under ThreadSanitizer
	@scripts/sanitize thread

.PHONY: soak
soak: ## what takes long: both sanitizers, then fuzzing
	@$(MAKE) --no-print-directory asan
	@$(MAKE) --no-print-directory tsan
	@$(MAKE) --no-print-directory fuzz

.PHONY: docs
docs: ## reference pages of all modules into .build/docs
	@scripts/docs

.PHONY: bless
bless: ## take the tests' present answers as the new snapshots; read the diff before committing
	@scripts/setup
	BLESS=1 swift test --disable-xctest
	@git --no-pager diff --stat -- 'Tests/**/Fixtures'

.PHONY: clean
clean: ## remove what was built; keeps .setup and the data folder
	rm -rf .build .fuzz
