#!/usr/bin/env python3
"""Measures the search of a very large site, of pages that a seeded generator makes up.

    python .ci/search_scale.py postgres://practice@127.0.0.1:5432/search_scale [PAGES]

The database must be an empty one of its own, or one that this has filled before. Pages
get four names on average and 120 words of text; rare words are as rare as in a language.
"""

import os
import random
import resource
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = 100_000
SEED = 20261127
BATCH = 2_000
ASKED = 60  # queries of each kind
BEGIN = (
    "br",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "gl",
    "pl",
)
MIDDLE = ("a", "e", "i", "o", "u", "ia", "io")
END = ("l", "m", "n", "r", "s", "t", "x", "nd", "ct", "rm")
CLOSE = (
    "itis",
    "osis",
    "oma",
    "emia",
    "algia",
    "pathy",
    "ia",
    "us",
    "um",
    "in",
    "ol",
    "on",
)
KINDS = ("disease", "syndrome", "disorder", "dystrophy", "deficiency", "fever", "palsy")


def main(address: str, pages: int) -> None:
    """Fill the database if it is empty, then print what searching it takes."""
    os.environ.update(
        DATABASE_URL=address,
        DJANGO_SETTINGS_MODULE="config.settings.test",
        DATA_DIR=str(ROOT / "var" / "search-scale"),
    )
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from search.models import IndexedPage

    names = Names(random.Random(SEED))  # noqa: S311 It makes up words, no secrets.
    if IndexedPage._meta.db_table not in connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        call_command("start_practice", "Scale", verbosity=0)
        IndexedPage.objects.all().delete()
        fill(names, pages)
    measure(names, pages)


class Names:
    """Words and names that sound like those of diseases, the same for each seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        pick = chance.choice
        made = {
            pick(BEGIN) + pick(MIDDLE) + pick(END) + pick(MIDDLE) + pick(CLOSE)
            for _ in range(14_000)
        }
        self.words = sorted(made)
        chance.shuffle(self.words)

    def text(self, number: int) -> list[str]:
        """Words of which few are common and most are rare."""
        count = len(self.words)
        return [
            self.words[int(count ** self.chance.random()) - 1] for _ in range(number)
        ]

    def name(self, number: int) -> str:
        """A name of its own for each number."""
        chance = random.Random(SEED * 1_000_003 + number)  # noqa: S311
        words = [chance.choice(self.words), chance.choice(self.words)]
        return f"{words[0]} {words[1]} {chance.choice(KINDS)}"


def fill(names: Names, pages: int) -> None:
    """Put pages and their words into the database, past Wagtail: it would take hours."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    from treatments.models import ConditionIndexPage, ConditionPage

    parent = ConditionIndexPage.objects.get()
    kind = ContentType.objects.get_for_model(ConditionPage)
    started = time.perf_counter()
    counts: Counter = Counter()
    for start in range(0, pages, BATCH):
        numbers = range(start, min(start + BATCH, pages))
        made = Page.objects.bulk_create(
            Page(
                title=names.name(one).capitalize(),
                slug=f"page-{one}",
                path=Page._get_path(parent.path, parent.depth + 1, one + 1),
                depth=parent.depth + 1,
                url_path=f"{parent.url_path}page-{one}/",
                content_type=kind,
                locale_id=parent.locale_id,
                live=True,
            )
            for one in numbers
        )
        write_index(names, made, counts)
        print(f"\r  {numbers[-1] + 1:7}/{pages} pages", end="", file=sys.stderr)
    write_counts(counts)
    print(f"\nfilled in {time.perf_counter() - started:.0f} s", file=sys.stderr)


def write_index(names: Names, pages: list, counts: Counter) -> None:
    """Write what the index holds of these pages."""
    from search.models import IndexedPage, NameKind, PageName
    from search.words import key_of, stems

    entries, rows = [], []
    for page in pages:
        others = [
            f"{names.text(1)[0]} {names.text(1)[0]}"
            for _ in range(names.chance.choice([1, 2, 3, 6]))
        ]
        its_names = [(NameKind.TITLE, page.title)]
        its_names += [(NameKind.ALSO_KNOWN_AS, one) for one in dict.fromkeys(others)]
        texts = {
            "names": " ".join(name for _kind, name in its_names),
            "summary": " ".join(names.text(20)),
            "headings": " ".join(names.text(8)),
            "body": " ".join(names.text(120)),
        }
        stemmed = {name: " ".join(stems(text)) for name, text in texts.items()}
        entries.append(
            IndexedPage(page=page, kind="conditions", title=page.title, **stemmed)
        )
        counts.update({w for text in stemmed.values() for w in text.split()})
        rows += [
            PageName(
                entry_id=page.pk,
                kind=kind,
                name=name,
                key=key_of(name),
                stems=" ".join(stems(name)),
            )
            for kind, name in its_names
        ]
    IndexedPage.objects.bulk_create(entries)
    PageName.objects.bulk_create(rows, batch_size=2_000)


def write_counts(counts: Counter) -> None:
    from django.db import connection

    from search.index import renew_version
    from search.models import IndexedStem

    IndexedStem.objects.all().delete()
    IndexedStem.objects.bulk_create(
        (IndexedStem(stem=word, pages=number) for word, number in counts.items()),
        batch_size=5_000,
    )
    renew_version()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measure(names: Names, pages: int) -> None:
    """Print medians for kinds of queries, and what a worker keeps in mind."""
    from django.test import RequestFactory

    from home.site import PracticeSite
    from search.engine import find
    from search.lexicon import current
    from search.suggestions import suggest

    before = memory()
    started = time.process_time()
    current()
    words = time.process_time() - started
    chance = random.Random(7)  # noqa: S311
    picked = [names.name(chance.randrange(pages)) for _ in range(ASKED)]
    kinds = {
        "names": picked,
        "misspelt": [one[:3] + one[4:] for one in picked],
        "questions": [f"what helps against {one} at night" for one in picked],
        "texts": [" ".join(names.text(3)) for _ in range(ASKED)],
        "nothing": ["zqxvbn wkrtpl" for _ in range(ASKED)],
        "beginnings": [one[: chance.randint(3, 7)] for one in picked],
    }
    print(f"{pages} pages: {'ms CPU':>20} {'ms':>8} {'95 %':>8} {'first':>8}")
    for kind, queries in kinds.items():
        taken, lasted, first = [], [], 0
        for query, name in zip(queries, picked, strict=True):
            request = RequestFactory(SERVER_NAME="localhost").get("/search/")
            ask = suggest if kind == "beginnings" else find
            cpu, wall = time.process_time(), time.perf_counter()
            answer = ask(query, PracticeSite(request), limit=10)
            taken.append((time.process_time() - cpu) * 1000)
            lasted.append((time.perf_counter() - wall) * 1000)
            hits = getattr(answer, "hits", answer)
            first += bool(hits) and hits[0].title.lower() == name
        lasted.sort()
        print(
            f"  {kind:22} {statistics.median(taken):7.1f} "
            f"{statistics.median(lasted):8.1f} {lasted[int(ASKED * 0.95)]:8.1f} "
            f"{first / ASKED:8.2f}"
        )
    print(f"the words of all names: {words:.1f} s CPU, {memory() - before:.0f} MB")


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else PAGES)
