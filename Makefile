# Two commands: `make run` opens the window, `make test` checks everything. Both set up what they need first.
#
#   TORCH_INDEX=https://download.pytorch.org/whl/cpu make run     CPU build of torch (default: what plain pip takes)
#   PYTHON=python3.12 make run                                    another interpreter for the virtual environment
#   ARGS=my.json make run                                         arguments for main.py

SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
TORCH_INDEX ?=
WORKERS ?= 2
ARGS ?=
PRESETS ?=
PARITY_VENV ?= .venv-parity
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install -qq --no-input --disable-pip-version-check \
	$(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -c constraints.txt
PYTEST := $(BIN)/python -m pytest -q -n $(WORKERS) --dist loadfile
INPUTS := pyproject.toml constraints.txt

.PHONY: help run test test-full parity check setup setup-test screenshots contact-sheet catalogue translations discrepancies benchmarks clean distclean

help:
	@echo "make run          set up, then open the window (ARGS=recipe.json)"
	@echo "make test         set up, check, then run the tests"
	@echo "make test-full    the same with every slow test in full"
	@echo "make parity       compare every preset with torchvision and timm, in an environment of its own (some GB, some minutes)"
	@echo "make check        ruff, mypy, import-linter"
	@echo "make setup        only set up what make run needs"
	@echo "make setup-test   only set up what make test needs"
	@echo "make screenshots  make docs/img again from the running program"
	@echo "make contact-sheet  every preset's graph side by side in docs/img, judged by scripts/check_picture.py"
	@echo "make catalogue    write the catalogue of the library again"
	@echo "make translations  gather the texts of the window, refresh and compile the Korean ones (resources/i18n)"
	@echo "make discrepancies  match the published results and compare our counts with them again (docs/discrepancies.md)"
	@echo "make benchmarks   run the scripts in benchmarks/ (some minutes)"
	@echo "make clean        remove caches;  make distclean  remove .venv and .venv-parity too"

run: setup
	@$(BIN)/python main.py $(ARGS)

test: check
	@$(PYTEST) -m "not slow"

test-full: check
	@ARCHITECTURE_EXPLORER_FULL=1 $(PYTEST)

# torchvision and timm ask for a torch of their own, so they live beside .venv; what they answered is in tests/data/parity.json.
parity: $(PARITY_VENV)/.packages
	@$(PARITY_VENV)/bin/python scripts/parity.py $(PRESETS)
	@$(PARITY_VENV)/bin/python scripts/parity_load.py $(PRESETS)

$(PARITY_VENV)/.packages: scripts/parity_requirements.txt
	@$(PYTHON) -m venv $(PARITY_VENV)
	@echo "Installing packages into $(PARITY_VENV) ..." >&2
	@$(PARITY_VENV)/bin/python -m pip install -qq --no-input --disable-pip-version-check \
		$(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -r $<
	@touch $@

check: setup-test
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

setup: $(VENV)/.system-run $(VENV)/.packages-run
setup-test: $(VENV)/.system-test $(VENV)/.packages-test

# A stamp is as new as what it was made from: the second call does nothing.
$(VENV)/.system-run $(VENV)/.system-test: $(VENV)/.system-%: scripts/system_packages.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is older than 3.11, which constraints.txt is made for; name a newer one: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) scripts/system_packages.py $*
	@mkdir -p $(VENV) && touch $@

$(BIN)/pip: | $(VENV)/.system-run
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.packages-run: $(INPUTS) | $(BIN)/pip
	@echo "Installing packages into $(VENV) (the first time some minutes, for torch is large) ..." >&2
	@$(PIP_INSTALL) -e .
	@touch $@

$(VENV)/.packages-test: $(INPUTS) | $(VENV)/.system-test $(BIN)/pip
	@echo "Installing packages into $(VENV) (the first time some minutes, for torch is large) ..." >&2
	@$(PIP_INSTALL) -e ".[test,check,bench]"
	@touch $@ $(VENV)/.packages-run

screenshots: setup-test
	@$(BIN)/python scripts/screenshots.py

contact-sheet: setup-test
	@$(BIN)/python scripts/contact_sheet.py

catalogue: setup
	@$(BIN)/python scripts/generate_catalogue.py

translations: setup
	@$(BIN)/python scripts/translations.py

discrepancies: setup
	@$(BIN)/python scripts/match_published.py
	@$(BIN)/python scripts/generate_published_counts.py
	@$(BIN)/python scripts/generate_discrepancies.py

benchmarks: setup-test
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/analysis.py
	@$(BIN)/python benchmarks/layer_times.py
	@$(BIN)/python benchmarks/latency_agreement.py
	@$(BIN)/python benchmarks/repeatability.py
	@$(BIN)/python benchmarks/pairs.py
	@$(BIN)/python benchmarks/counters.py
	@$(BIN)/python benchmarks/live_tweak.py
	@$(BIN)/python benchmarks/sweep_scaling.py
	@$(BIN)/python benchmarks/graph_view.py

clean:
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info build
	@find . \( -path ./$(VENV) -o -path ./$(PARITY_VENV) \) -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf

distclean: clean
	@rm -rf $(VENV) $(PARITY_VENV)
