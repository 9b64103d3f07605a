# The front door.  Each target is one script; what it does is written there.
# `make` lists the targets.

PREFIX ?= /usr/local
FUZZ_SECONDS ?= 600

.PHONY: help deps build demo test docs gold bench bench-peers fuzz install clean format

help: ## list the targets (this)
	@echo 'Mahdar reads Arabic reports of diplomatic dialogues.  Targets:'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s%s\n", $$1, $$2 }' Makefile
	@echo 'New here?  make demo'

deps: ## install the Debian packages that building needs and that are missing
	@sh tools/deps.sh build

build: ## compile the library and the program into build/
	@sh tools/build.sh

demo: ## from nothing to a comparison: install, build, read examples/, show
	@sh tools/demo.sh

test: ## run all tests; the last line is the sum
	@bash tests/run.sh

docs: build ## write into the manual and the tour what their examples print now
	@python3 -B tests/docs/run.py --update build build/docs docs/manual.md docs/tour.md

gold: build ## score the reader on hand-made gold, when ../shared is there
	@bash tools/gold.sh

bench: build ## measure speed and memory
	@bash bench/run.sh

bench-peers: ## find articles beside trafilatura and resiliparse; PAGES=FOLDER of the benchmark
	@PAGES=$(PAGES) bash bench/peers.sh

fuzz: ## fuzz each door for FUZZ_SECONDS (600)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) bash tools/fuzz.sh

install: ## install program, library, header, pkg-config file and man page to PREFIX
	@PREFIX=$(PREFIX) sh tools/build.sh install

format: ## lay out the C files with clang-format
	@sh tools/deps.sh format
	@find include src tools tests fuzz bench -name '*.[ch]' -exec clang-format -i {} +

clean: ## remove build/
	rm -rf build
