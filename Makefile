# `make` lists the commands. Each sets up what it needs; a second run installs nothing again.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready-$(firstword $(shell cksum requirements.lock | tr ' ' '-'))
CHROMIUM ?= $(or $(shell command -v chromium || command -v chromium-browser),/usr/bin/chromium)

.PHONY: help serve site check test benchsearch bench bless lock clean
help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 14

serve: $(READY) ## build the site and serve it; rebuilds when a file is saved (PORT=8000)
	$(RUN) -m scripts serve --port $(PORT)

site: $(READY) ## build the site into site/
	$(RUN) -m scripts build

check: $(READY) ## check the records, write nothing
	$(RUN) -m scripts check

test: $(READY) $(CHROMIUM) ## run all tests, in a real browser too
	CHROMIUM=$(CHROMIUM) $(RUN) -m pytest

benchsearch: $(READY) $(CHROMIUM) ## measure the search beside Material's and plain Pagefind
	PYTHONPATH=.:tests $(RUN) -m search.measure

bench: $(READY) $(CHROMIUM) ## measure builds of 150 to 10,000 profiles beside other generators (BENCH=--full)
	CHROMIUM=$(CHROMIUM) PYTHONPATH=.:tests $(RUN) -m bench.measure $(BENCH)

bless: $(READY) ## accept the miniature atlas's new pages as the expected ones
	$(RUN) -m pytest tests/test_pages.py --bless

lock: $(READY) ## renew requirements.lock from pyproject.toml
	$(RUN) -m pip install --quiet uv
	$(RUN) -m uv pip compile --quiet --upgrade pyproject.toml --extra test --generate-hashes --python-version 3.11 --custom-compile-command 'make lock' -o requirements.lock

clean: ## remove everything that can be made again
	rm -rf $(VENV) .build site

$(READY): requirements.lock
	$(PYTHON) -m venv $(VENV) || { echo 'no venv module: install Python 3.11 or newer with venv (Debian: apt install python3-venv)'; exit 1; }
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	rm -f $(VENV)/ready-*; touch $@

# the browser tests drive Debian's Chromium, with a font that has Japanese glyphs
$(CHROMIUM):
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	command -v apt-get >/dev/null || { echo 'Chromium not found: install it, or name it: make test CHROMIUM=/path/to/chromium'; exit 1; }; \
	$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk
