#!/usr/bin/env python3
"""Prints one table of how well and how fast the site's search finds.

    python .ci/search_bench.py FOLDER

FOLDER holds corpora, queries with judgements and evaluate.py; it is no part of the
project. SEARCH_BENCH_POSTGRES may name a PostgreSQL server, such as
postgres://practice@127.0.0.1:5432/postgres, on which databases may be made.
SEARCH_BENCH_SCOPES may name fewer scopes. Imported pages are kept in var/search-bench
until a migration changes.
"""

import hashlib
import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "search-bench"
CORPORA = {"small": "corpus_small.jsonl.xz", "full": "corpus.jsonl.xz"}
IMPORT = ["--type", "condition", "--parent", "conditions", "--publish"]
STOCK_QUERIES = 20  # of each set; some of them take it seconds


def main(folder: str) -> None:
    """Measure each scope on each database in a process of its own."""
    bench = Path(folder).resolve()
    if not (bench / "evaluate.py").is_file():
        sys.exit(
            f"{folder} holds no search benchmark (evaluate.py is missing). "
            "Say where it is: make search-bench SEARCH_BENCH=folder"
        )
    if os.environ.get("SEARCH_BENCH_CHILD"):
        measure(bench, os.environ["SEARCH_BENCH_CHILD"])
        return
    scopes = os.environ.get("SEARCH_BENCH_SCOPES", "small full").split()
    servers = {"SQLite": "", "PostgreSQL": os.environ.get("SEARCH_BENCH_POSTGRES", "")}
    columns = []
    for scope in scopes:
        for name, server in servers.items():
            if server or name == "SQLite":
                columns.append((f"{scope} {name}", run_child(bench, scope, server)))
    print_table(columns)


def run_child(bench: Path, scope: str, server: str) -> dict:
    """Import the pages once, then measure; returns the figures."""
    data = KEPT / f"{scope}{'-postgresql' if server else ''}"
    done = data / "imported"
    made_for = state_of_migrations()
    is_current = done.exists() and done.read_text() == made_for
    if not is_current:
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True)
    environ = {
        **os.environ,
        "DATA_DIR": str(data),
        "DATABASE_URL": database_of(server, scope, anew=not is_current),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PYTHONWARNINGS": "ignore",
        "PYTHONPATH": str(ROOT),
    }
    manage = [sys.executable, ROOT / "manage.py"]
    if not is_current:
        for command in (
            ["migrate", "--verbosity", "0"],
            ["start_practice", "Benchmark"],
            ["import_pages", bench / CORPORA[scope], *IMPORT],
        ):
            print(f"{scope}: {command[0]} …", file=sys.stderr, flush=True)
            subprocess.run(
                [*manage, *command],
                env=environ,
                check=True,
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        done.write_text(made_for)
    answer = subprocess.run(
        [sys.executable, __file__, bench],
        env={**environ, "SEARCH_BENCH_CHILD": scope},
        check=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    return json.loads(answer.stdout.splitlines()[-1])


def state_of_migrations() -> str:
    """What changes with any migration of the project, and with its packages."""
    said = hashlib.sha256((ROOT / "requirements.lock").read_bytes())
    for file in sorted(ROOT.glob("*/migrations/*.py")):
        said.update(file.read_bytes())
    return said.hexdigest()


def database_of(server: str, scope: str, *, anew: bool) -> str:
    """The address of a database of this scope's own; "" for SQLite."""
    if not server:
        return ""
    import psycopg

    name = f"search_bench_{scope}"
    if anew:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")  # type: ignore[arg-type]
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
    return server.rpartition("/")[0] + f"/{name}"


def measure(bench: Path, scope: str) -> None:
    """In the child: evaluate both engines, and print the figures as one line."""
    import django

    django.setup()
    engine = SiteSearch()
    evaluate = load(bench / "evaluate.py")
    sets = evaluate.load_queries(str(bench / "queries"), scope, "dev")
    before = memory()
    engine.search("warm", 10)
    results = evaluate.run(engine, sets, quiet=True)
    few = {name: queries[:STOCK_QUERIES] for name, queries in sets.items()}
    figures = {
        "sets": {one["set"]: one for one in results},
        "memory": memory(),
        "memory_of_search": memory() - before,
        "update": engine.time_of_update(),
        **engine.time_of_rebuilding(),
        "stock": {
            one["set"]: one
            for one in evaluate.run(StockSearch(engine), few, quiet=True)
        },
    }
    print(json.dumps(figures))


def load(path: Path):
    """Import a module that is no part of the project."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def memory() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class SiteSearch:
    """The project's search as evaluate.py asks it; each query is a new request."""

    def __init__(self) -> None:
        from wagtail.models import Page

        self.slugs = dict(Page.objects.values_list("pk", "slug"))

    def site(self):
        from django.test import RequestFactory

        from home.site import PracticeSite

        return PracticeSite(RequestFactory(SERVER_NAME="localhost").get("/search/"))

    def search(self, query: str, count: int) -> list[str]:
        from search.engine import find

        hits = find(query, self.site(), limit=count).hits
        return [self.slugs[hit.page_id] for hit in hits]

    def autocomplete(self, query: str, count: int) -> list[str]:
        from search.suggestions import suggest

        found = suggest(query, self.site(), limit=count)
        return [self.slugs[one.page_id] for one in found]

    def time_of_update(self) -> float:
        """Median CPU, in ms, that the index takes when a page is published."""
        from search.index import index_pages
        from treatments.models import ConditionPage

        times = []
        for page in ConditionPage.objects.order_by("pk")[:15]:
            changed = ConditionPage.objects.filter(pk=page.pk)
            for summary in ("Another summary, for a moment.", page.summary):
                changed.update(summary=summary)
                started = time.process_time()
                index_pages([page.pk])
                times.append((time.process_time() - started) * 1000)
        return statistics.median(times)

    def time_of_rebuilding(self) -> dict:
        """CPU, in s, of writing the whole index anew; and in ms for each page."""
        from search.index import rebuild

        started = time.process_time()
        *_steps, (_done, pages) = rebuild()
        taken = time.process_time() - started
        return {"rebuild": taken, "rebuild_page": taken * 1000 / pages}


class StockSearch:
    """Wagtail's own search over the same pages."""

    def __init__(self, site_search: SiteSearch) -> None:
        self.slugs = site_search.slugs

    def search(self, query: str, count: int) -> list[str]:
        from wagtail.models import Page

        found = Page.objects.live().search(query)[:count]
        return [self.slugs[page.pk] for page in found]

    def autocomplete(self, query: str, count: int) -> list[str]:
        from wagtail.models import Page

        found = Page.objects.live().autocomplete(query)[:count]
        return [self.slugs[page.pk] for page in found]


def print_table(columns: list[tuple[str, dict]]) -> None:
    """One line for each set of queries, two columns for each database and scope."""
    names = sorted({name for _label, figures in columns for name in figures["sets"]})
    print(f"{'':22}" + "".join(f"{label:>32}" for label, _figures in columns))
    print(
        f"{'MRR@10, or false hits':22}"
        + "".join(f"{'ours   ms  | stock   ms':>32}" for _column in columns)
    )
    for name in names:
        cells = [cell(figures, name) for _label, figures in columns]
        print(f"{name:22}" + "".join(f"{one:>32}" for one in cells))
    for label, key in [("all sets, ms CPU", "cpu50"), ("… until the answer", "p50")]:
        cells = [middle(figures, key) for _label, figures in columns]
        print(f"{label:22}" + "".join(f"{one:>32}" for one in cells))
    for label, key in [
        ("memory of a worker, MB", "memory"),
        ("… with the words, MB", "memory_of_search"),
        ("index update, ms CPU", "update"),
        ("index anew, s CPU", "rebuild"),
        ("… ms CPU a page", "rebuild_page"),
    ]:
        cells = [f"{figures[key]:.1f}" for _label, figures in columns]
        print(f"{label:22}" + "".join(f"{one:>32}" for one in cells))


def middle(figures: dict, key: str) -> str:
    """The median over the sets of the median of their queries, of both engines.

    CPU is that of the worker: what a database server takes shows in the time until
    the answer.
    """
    halves = []
    for engine in ("sets", "stock"):
        median = statistics.median(one[key] for one in figures[engine].values())
        halves.append(f"{median:12.1f}")
    return " | ".join(halves)


def cell(figures: dict, name: str) -> str:
    """Quality and median CPU of both engines for one set of queries."""
    if name not in figures["sets"]:
        return "–"
    halves = []
    for one in (figures["sets"][name], figures["stock"][name]):
        quality = one.get("mrr10", one.get("false_hit", 0))
        halves.append(f"{quality:.3f} {one['cpu50']:6.1f}")
    return " | ".join(halves)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
