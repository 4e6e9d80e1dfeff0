# Every target may be called on a fresh machine, and again at any time.
.DEFAULT_GOAL := help
.PHONY: help run stop logs talk test here images check unit harness bench venv lock
PY := .venv/bin/python
FLAGS ?=
# Where this is set, every process that a test starts compiles the whole bot anew.
export PYTHONDONTWRITEBYTECODE :=

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## bring the bot up, prove it with real calls, leave it running
	@docker/run

stop: ## stop the bot; its records and recordings stay
	@docker/compose --profile '*' down

logs: ## follow what the bot and the exchange say
	@docker/compose logs --follow --tail 100

talk: venv ## talk to the bot in this terminal, without a telephone (FLAGS="--at 2026-12-24T23:30")
	@$(PY) -m ivr talk $(FLAGS)

# The images are built meanwhile: neither these tests nor those builds are in real time. Where one of the two
# fails, the other is brought to its end, and the tests on Asterisk are not begun.
test: ## everything that is tested
	@$(MAKE) --no-print-directory --jobs=2 here images
	@docker/harness

here:
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory unit

images:
	@docker/harness images

check: venv ## style, types, and who may import whom
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

# The rooms that decide what callers hear are covered branch by branch, by their own tables of cases: to watch
# all tests too would take as long again.
WATCHED := company phrases conversation
COVERING := $(filter-out %properties.py,$(wildcard $(WATCHED:%=tests/%/test_*.py)))
PYTEST = $(PY) -m pytest -n auto --dist worksteal
unit: venv ## the tests that need no telephone exchange
	@$(PYTEST) $(WATCHED:%=--cov=ivr.%) --cov-branch --cov-report= $(FLAGS) $(COVERING)
	@for room in $(WATCHED); do \
		.venv/bin/coverage report --fail-under=95 --include="ivr/$$room/*" || exit 1; done
	@$(PYTEST) $(COVERING:%=--ignore=%) $(FLAGS)

harness: ## the tests on real Asterisk, in containers
	@docker/harness

bench: ## speed: calls through Asterisk with and without the bot
	@docker/harness once python -m benchmarks

venv: ## the Python environment in .venv
	@docker/venv

# The index is whatever pip is set up with here; its address stays out of the files.
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
lock: venv ## lock the requirements anew (FLAGS=--upgrade for newer ones)
	@$(LOCK) $(FLAGS) --extra vectors pyproject.toml -o requirements.txt
	@$(LOCK) $(FLAGS) --extra vectors --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
