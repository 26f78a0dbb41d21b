# Every verb explains itself: make help
# It needs GNU make 3.81 or newer and Python 3.11 or newer; the rest it installs in .venv.

ifeq ($(strip $(PORT)),)
PORT := 8000
endif
VENV := .venv
PY := $(VENV)/bin/python
QUIETLY := $(PY) .ci/quietly.py
# Settings of a real practice: neither the demo nor the tests may ever see them.
PRACTICE := SECRET_KEY SITE_URL ALLOWED_HOSTS DATA_DIR DATABASE_URL REDIS_URL \
	MEDIA_S3_BUCKET MEDIA_S3_ENDPOINT MEDIA_S3_REGION MEDIA_S3_URL \
	AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_PROFILE EMAIL_URL DEFAULT_FROM_EMAIL ENQUIRY_KEYS \
	CROSSREF_URL PUBMED_URL INDEXNOW_KEY INDEXNOW_URL TRUSTED_PROXIES TWO_FACTOR LOG_LEVEL LOG_FORMAT \
	TIME_ZONE HOST WEB_CONCURRENCY PAGE_CACHE PURGE_URLS \
	ADMIN_SEARCH ADMIN_SEARCH_URL ADMIN_SEARCH_INDEX DJANGO_SETTINGS_MODULE
DEMO_DATA := var/demo
SEARCH_BENCH ?= ../shared/search-bench
TEMPLATES := find templates -name '*.html' -exec

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PORT
export PYTHONUNBUFFERED := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONPATH PYTHONHOME
MAKEFLAGS += --no-print-directory

# Variables of the shell line they stand in front of.
demo = unset $(PRACTICE); export DATA_DIR=$(DEMO_DATA) \
	SECRET_KEY="$$(cat $(DEMO_DATA)/secret-key)" \
	SITE_URL=http://localhost:$(PORT) ALLOWED_HOSTS=localhost,127.0.0.1 LOG_LEVEL=WARNING \
	LOG_FORMAT=text TWO_FACTOR=optional;
testing = unset $(PRACTICE); export DATABASE_URL="$(TEST_DATABASE_URL)" \
	DJANGO_SETTINGS_MODULE=config.settings.test;
linting = unset $(PRACTICE); export DATA_DIR=$(VENV)/lint \
	SECRET_KEY=not-a-secret-and-only-ever-used-while-checking-the-code \
	SITE_URL=https://practice.example.org;

# Ends with make, however make ends: a closed terminal, a signal, a kill.
serve = make=$$PPID; me=$$$$; \
	( trap 'kill $$me' HUP; \
	  while kill -0 $$make && kill -0 $$me; do sleep 1; done; \
	  kill $$me ) >/dev/null 2>&1 & \
	trap '' HUP; exec $(PY) -m honcho

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo demo-large test coverage stress run migrate manage backup restore lint format \
	search-bench benchmark check lock clean packages dev-packages

help: ## Show what make can do here
	@echo "make VERB, where VERB is one of:"; echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' Makefile
	@echo; echo "PORT=8001 serves on another port than 8000."

demo: $(PY) ## Serve a made-up clinic with everything in it, and print its addresses
	@$(PY) .ci/check_port.py demo
	@$(MAKE) packages
	@mkdir -p $(DEMO_DATA)
	@[ -s $(DEMO_DATA)/secret-key ] || ( umask 077 && $(PY) -c \
		'import secrets; print(secrets.token_urlsafe(50))' > $(DEMO_DATA)/secret-key )
	@$(demo) $(QUIETLY) "Preparing the database" $(PY) manage.py migrate --noinput
	@$(demo) $(QUIETLY) "Preparing styles and icons" \
		$(PY) manage.py collectstatic --noinput
	@$(demo) $(PY) manage.py demo
	@echo; echo "Stop it with Ctrl-C. Starting the web server and the worker:"
	@$(demo) $(serve) --env /dev/null start

demo-large: $(PY) ## Fill the demo clinic up with pages: 10,000, or PAGES=1000
	@[ -s $(DEMO_DATA)/secret-key ] || { echo "Run make demo first, and stop it."; exit 1; }
	@$(MAKE) packages
	@$(demo) $(PY) manage.py demo_large --pages $(or $(PAGES),10000)
	@echo "make demo serves them."

test: $(PY) ## Run all tests (ARGS="tests/home -x" for less)
	@$(MAKE) dev-packages
	@CHROMIUM="$(if $(findstring not browser,$(ARGS)),,$$(.ci/find-chromium))" || exit 1; \
	export CHROMIUM; $(testing) \
	exec $(PY) -m pytest -n auto --maxprocesses=4 --dist=loadfile $(ARGS)

coverage: ## Run all tests and say which lines none of them reaches
	@$(MAKE) test ARGS="--cov --cov-report=term $(ARGS)"

stress: $(PY) ## Run the proofs that take long: crowds, and parts that fail under load
	@$(MAKE) dev-packages
	@CHROMIUM="$$(.ci/find-chromium)" || exit 1; export CHROMIUM; \
	$(testing) exec $(PY) -m pytest -n 0 -m stress $(ARGS)

run: $(PY) ## Serve a practice, with settings from the environment and .env
	@$(MAKE) packages
	@$(PY) -m honcho run $(PY) .ci/check_port.py run
	@$(PY) -m honcho run $(PY) manage.py ready >$(VENV)/ready.log 2>&1 || \
		{ tail -n 1 $(VENV)/ready.log; echo "All of it: $(VENV)/ready.log"; \
		echo "docs/operators.md explains the settings and the steps."; exit 1; }
	@$(serve) start --no-prefix

migrate: $(PY) ## Bring a practice's database and static files up to date
	@$(MAKE) packages
	@$(PY) -m honcho run $(QUIETLY) "Preparing the database" \
		$(PY) manage.py migrate --noinput
	@$(PY) -m honcho run $(QUIETLY) "Preparing styles and icons" \
		$(PY) manage.py collectstatic --noinput

manage: $(PY) ## Run a command for a practice, such as ARGS=createsuperuser
	@$(MAKE) packages
	@$(PY) -m honcho run $(PY) manage.py $(ARGS)

backup: $(PY) ## Put a practice's database and media into one file: FILE=practice.tar.gz
	@$(MAKE) packages
	@$(PY) -m honcho run $(PY) manage.py backup "$(FILE)"

restore: $(PY) ## Bring them back (ARGS=--check tries it out, ARGS=--replace replaces)
	@$(MAKE) packages
	@$(PY) -m honcho run $(PY) manage.py restore "$(FILE)" $(ARGS)

lint: $(PY) ## Check code, templates, imports, types, migrations and safety settings
	@$(MAKE) dev-packages
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(TEMPLATES) $(VENV)/bin/djade --target-version 5.2 --check {} +
	$(TEMPLATES) $(PY) -m djhtml --check {} +
	$(VENV)/bin/lint-imports
	$(PY) -m mypy
	@echo "manage.py makemigrations --check"
	@$(linting) $(PY) manage.py makemigrations --check --dry-run
	@echo "manage.py check --deploy"
	@$(linting) $(PY) manage.py check --deploy --fail-level WARNING

format: $(PY) ## Put code and templates into their one format
	@$(MAKE) dev-packages
	$(PY) -m ruff check --fix --exit-zero .
	$(PY) -m ruff format .
	$(TEMPLATES) $(VENV)/bin/djade --target-version 5.2 {} + || true
	$(TEMPLATES) $(PY) -m djhtml {} + || true

search-bench: $(PY) ## Measure the search (SEARCH_BENCH=folder of the benchmark)
	@$(MAKE) packages
	@$(testing) $(PY) .ci/search_bench.py "$(SEARCH_BENCH)"

benchmark: $(PY) ## Measure CPU and speed beside other systems (ARGS="--large", --no-peers)
	@$(MAKE) packages
	@unset $(PRACTICE); $(PY) -m benchmarks $(ARGS)

check: lint test ## Do what a change must pass: lint and test

lock: $(PY) ## Renew both lock files from pyproject.toml (ARGS=--upgrade for the newest)
	@$(PY) .ci/lock.py $(ARGS)

clean: ## Remove .venv, caches and the demo's data; a practice's own data stays
	rm -rf $(VENV) $(DEMO_DATA) .coverage .coverage.* htmlcov .hypothesis \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@python=$$(.ci/find-python $(PYTHON)) || exit 1; \
	trap 'rm -rf $(VENV); exit 1' INT TERM; \
	echo "Making a virtual environment in $(VENV) with $$python"; \
	"$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

# The development lock holds all that the other one holds, in the same versions.
packages: $(PY)
	@$(call install,requirements.lock,requirements.lock)

dev-packages: $(PY)
	@$(call install,requirements-dev.lock,requirements-dev.lock requirements.lock)

# A copy of the lock in .venv says what is installed; it is made last, on success.
# The locks are complete: with --no-deps, older versions of pip stumble over no extra.
# Python compiles what it uses; to compile all the rest took half of the time.
define install
cmp -s $(1) $(VENV)/$(1) || { \
	rm -f $(addprefix $(VENV)/,$(2)); \
	$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip >/dev/null; \
	$(QUIETLY) "Installing $$(grep -c '^[a-z0-9]' $(1)) packages" \
		$(PY) -m pip install --require-hashes --no-deps --no-compile -r $(1) && \
	cp $(2) $(VENV)/; }
endef
