# Police Liability Guide. `make run` opens the guide, `make test` tests it; both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Without compiled modules every start would compile the whole program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint deep bench golden reference constraints clean

run: $(VENV)/.run
	@tools/system-libraries run
	$(BIN)/guide-app $(ARGS)

test: $(VENV)/.test
	@tools/system-libraries test
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/guide-app check resources

# Tests that need other large programs (LibreOffice, biber, cage) or a long time.
deep: $(VENV)/.test
	@tools/system-libraries deep
	$(BIN)/python -m pytest -m deep $(ARGS)

bench: $(VENV)/.test
	@tools/system-libraries test
	$(BIN)/python -m bench $(ARGS)

# Write the golden files of the citation forms anew; read the difference before you commit it.
golden: $(VENV)/.test
	$(BIN)/python -m tests.citations.renew_golden

# Write the pages that are made from tables (settings, exit codes) anew.
reference: $(VENV)/.test
	$(BIN)/python -m tests.reference_pages

# Take the versions of the present environment as the pinned ones.
constraints: $(VENV)/.test
	$(BIN)/python -m pip freeze --exclude-editable | grep -v '^-e' > constraints.txt

# A Debian without python3-venv leaves half an environment behind, which the next try would take for a whole one.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); tools/system-libraries venv && $(PYTHON) -m venv $(VENV); } || \
		{ rm -rf $(VENV); false; }

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
