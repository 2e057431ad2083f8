# `make` lists the commands. Each sets up what it needs; a second run installs nothing again.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready-$(firstword $(shell cksum requirements.lock | tr ' ' '-'))
TOOLS := .build/tools
TOOLS_READY := $(TOOLS)/ready-$(firstword $(shell cksum requirements-tools.lock | tr ' ' '-'))
CHROMIUM ?= $(or $(shell command -v chromium || command -v chromium-browser),/usr/bin/chromium)

# Python keeps what it compiled, whatever the machine says: else each command compiles all that it loads once more
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve site check test soak benchsearch bench hostcheck lighthouse bless lock upgrade outdated golden sbom audit wayout clean
help: ## list the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 14

serve: $(READY) ## build the site and serve it; rebuilds when a file is saved (PORT=8000)
	@$(RUN) -m scripts schema
	$(RUN) -m scripts serve --port $(PORT) $(ARGS)

site: $(READY) ## build the site into site/ (COMPRESS=1: with compressed copies, for one's own server)
	$(RUN) -m scripts build
	$(if $(COMPRESS),$(RUN) -m scripts compress)

check: $(READY) ## check the records; change none (ARGS="--format github" for annotations)
	@$(RUN) -m scripts schema >/dev/null
	$(RUN) -m scripts check $(ARGS)

test: $(READY) $(CHROMIUM) ## run all tests, in a real browser too
	CHROMIUM=$(CHROMIUM) $(RUN) -m pytest

soak: $(READY) $(CHROMIUM) ## long rounds: hostile records, killed builds, the same bytes, the whole site, access, policy, servers under load (SOAK="hostile --rounds 9")
	CHROMIUM=$(CHROMIUM) PYTHONPATH=.:tests $(RUN) -m soak $(SOAK)

benchsearch: $(READY) $(CHROMIUM) ## measure the search beside Material's and plain Pagefind
	PYTHONPATH=.:tests $(RUN) -m search.measure

bench: $(READY) $(CHROMIUM) ## measure builds of 150 to 10,000 profiles beside other generators (BENCH=--full)
	CHROMIUM=$(CHROMIUM) PYTHONPATH=.:tests $(RUN) -m bench.measure $(BENCH)

hostcheck: $(READY) ## check and load Caddy and nginx with our configuration, on this machine (SECONDS=10)
	$(MAKE) site COMPRESS=1
	PYTHONPATH=.:tests $(RUN) -m hosting --seconds $(or $(SECONDS),10)

lighthouse: $(READY) $(CHROMIUM) ## measure five kinds of pages by Lighthouse, as on a phone (needs npm and Caddy; RUNS=3)
	$(MAKE) site COMPRESS=1
	npm install --prefix .build/lighthouse --silent --no-audit --no-fund lighthouse@12.8.2
	CHROMIUM=$(CHROMIUM) PYTHONPATH=.:tests $(RUN) -m light --runs $(or $(RUNS),3)

bless: $(READY) ## accept the miniature atlas's new pages as the expected ones
	$(RUN) -m pytest tests/test_pages.py --bless

LOCK = $(RUN) -m uv pip compile --quiet $(LOCKED) --generate-hashes --python-version 3.11 --custom-compile-command 'make lock'
lock: $(READY) ## bring the lock files in step with pyproject.toml, and change nothing else
	$(RUN) -m pip install --quiet uv
	$(LOCK) pyproject.toml --extra test -o requirements.lock
	$(LOCK) --group tools -o requirements-tools.lock

upgrade: $(READY) ## take the newest locked versions, list newer direct ones, and compare all pages with the expected ones
	$(MAKE) lock LOCKED=--upgrade
	$(MAKE) outdated golden

outdated: $(READY)
	$(RUN) -m uv pip list --outdated

golden: $(READY)
	$(RUN) -m pytest tests/test_pages.py tests/test_exports.py tests/test_cards.py tests/test_build.py

sbom: $(READY) $(TOOLS_READY) ## write a bill of materials of what is installed, .build/sbom.json (CycloneDX)
	$(TOOLS)/bin/python -m cyclonedx_py environment --pyproject pyproject.toml --output-reproducible --of JSON -o .build/sbom.json $(RUN)

audit: $(TOOLS_READY) ## ask for known holes in what is locked (needs the network)
	$(TOOLS)/bin/python -m pip_audit --strict --disable-pip --require-hashes -r requirements.lock
	$(TOOLS)/bin/python -m pip_audit --strict --disable-pip --require-hashes -r requirements-tools.lock

wayout: $(READY) $(TOOLS_READY) ## build the same Markdown by ProperDocs and Zensical, and compare
	$(RUN) -m scripts pages
	PYTHONPATH=.:tests $(RUN) -m wayout

clean: ## remove everything that can be made again
	rm -rf $(VENV) .build site

$(READY): requirements.lock
	$(PYTHON) -m venv $(VENV) || { echo 'no venv module: install Python 3.11 or newer with venv (Debian: apt install python3-venv)'; exit 1; }
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements.lock # most of it is never imported
	rm -f $(VENV)/ready-*; touch $@

# tools with a lock of their own, apart from what the site is made with
$(TOOLS_READY): requirements-tools.lock
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.lock
	rm -f $(TOOLS)/ready-*; touch $@

# the browser tests drive Debian's Chromium, with a font that has Japanese glyphs
$(CHROMIUM):
	@if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	command -v apt-get >/dev/null || { echo 'Chromium not found: install it, or name it: make test CHROMIUM=/path/to/chromium'; exit 1; }; \
	$$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk
