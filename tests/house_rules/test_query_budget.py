"""How much a page may ask of the database when every cache is cold."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contact.models import ContactPage, UpdateIndexPage, UpdatePage, UpdateTopic
from home.models import (
    FeaturedPage,
    HomePage,
    LocationIndexPage,
    LocationPage,
    StandardPage,
)
from team.models import ClinicianPage, TeamIndexPage
from tests.conftest import clear_caches
from tests.filling import full_facts
from tests.kept_pages import find_places_anew
from tests.practice import Cast, add_clinician, add_page, add_treatment, use
from tests.reading import our_page_models, see, see_page
from treatments.models import (
    ConditionIndexPage,
    ConditionPage,
    EvidenceLevelsPage,
    EvidenceMatrixPage,
    TreatmentIndexPage,
    TreatmentPage,
)

MOST = 10
FINDING = 2  # the pages on the way, the page's own columns
LINKS = 1  # pages that the text links to
PICTURES = 1  # with their sizes
CARDS = 1  # the pages shown as cards
ROWS = 1  # what the page is listed with
USES = 1  # evidence, with both of its pages
ORDER = 1  # of a long list, kept until it changes
OTHERS = 1  # the pages on the other side of its uses, kept likewise
COUNT = 1  # of what a table would hold

# Site, settings, menu, private parts and notices are kept from request to request.
BUDGET = {
    HomePage: 12,  # highlights of every list in the menu, featured pages
    StandardPage: FINDING + LINKS + PICTURES + CARDS + 1,  # of any type
    LocationIndexPage: FINDING + PICTURES + CARDS,
    LocationPage: FINDING + PICTURES + CARDS + 3 * ROWS,
    TeamIndexPage: FINDING + PICTURES + CARDS + 2 * ROWS,
    ClinicianPage: MOST,  # records, places, what the clinician is named by
    TreatmentIndexPage: FINDING + ORDER + OTHERS + CARDS + 2 * USES,
    TreatmentPage: MOST,  # people and their records, references, places, related
    ConditionIndexPage: FINDING + ORDER + OTHERS + CARDS + 2 * USES,
    ConditionPage: MOST,  # the same
    EvidenceLevelsPage: FINDING + PICTURES,
    EvidenceMatrixPage: FINDING + PICTURES + COUNT + USES + 2 * CARDS,
    ContactPage: MOST,  # the places, and what its form offers: whom, where, what for
    UpdateIndexPage: FINDING + PICTURES + CARDS + 1,  # how many there are
    UpdatePage: MOST,  # author, topics, what cards say of them, other updates
}
# Right after a change somebody asks anew for all that is kept.
ASKED_ANEW = 9
WORDS = 2  # of the search: names and synonyms
# The site, the search itself and its words are known to the process that answers.
WITHOUT_A_PAGE = 10
MANY = 4
WITH_FILES = {"image", "video", "document"}


def fill(page, cast: Cast) -> None:
    """Give a page of the cast everything its type can hold, and keep its name.

    Files in a text are asked for besides: so many as an editor puts there.
    """
    kept = {"title", "slug", "summary", "given_name", "family_name", "indications"}
    for name, value in full_facts(type(page), cast).items():
        if name == "body":
            blocks = json.loads(value)
            value = json.dumps([b for b in blocks if b["type"] not in WITH_FILES])
        if name not in kept:
            setattr(page, name, value)
    page.save_revision().publish()


def crowd(cast: Cast, name="") -> None:
    """Many of everything, all tied to the same pages, each with a picture."""
    picture = {"image": cast.picture}
    for number in range(MANY):
        mate = add_clinician(
            cast.team,
            "Cora",
            f"Linden {name} {number}",
            locations=[cast.fern_street],
            **picture,
        )
        place = add_page(
            cast.locations, LocationPage, f"Fern Street {name} {number}", **picture
        )
        other = add_page(
            cast.conditions, ConditionPage, f"Rash {name} {number}", body=[], **picture
        )
        treatment = add_treatment(
            cast.treatments,
            f"Tea {name} {number}",
            use(cast.lupus),
            use(other),
            clinicians=[cast.ada, mate],
            locations=[cast.fern_street, place],
            **picture,
        )
        cast.tablets.indications.add(use(other))
        cast.home.featured_pages.add(FeaturedPage(page=treatment))
        add_page(
            cast.updates,
            UpdatePage,
            f"News {name} {number}",
            author=cast.ada,
            published=date(2026, 8, 1 + number),
            topics=[UpdateTopic(page=cast.lupus), UpdateTopic(page=treatment)],
            **picture,
        )
        add_page(cast.about, StandardPage, f"House rules {name} {number}", **picture)
    cast.tablets.save_revision().publish()
    cast.home.save_revision().publish()


PAGE_OF_TYPE = {
    HomePage: "home",
    StandardPage: "about",
    LocationIndexPage: "locations",
    LocationPage: "fern_street",
    TeamIndexPage: "team",
    ClinicianPage: "ada",
    TreatmentIndexPage: "treatments",
    TreatmentPage: "tablets",
    ConditionIndexPage: "conditions",
    ConditionPage: "lupus",
    EvidenceLevelsPage: "evidence",
    EvidenceMatrixPage: "matrix",
    ContactPage: "contact",
    UpdateIndexPage: "updates",
    UpdatePage: "news",
}


@pytest.fixture(scope="module")
def crowded(practice_of_the_file, django_db_blocker) -> Cast:
    with django_db_blocker.unblock():
        cast = Cast(practice_of_the_file)
        for name in PAGE_OF_TYPE.values():
            fill(getattr(cast, name), cast)
        crowd(Cast(practice_of_the_file))
        # Pictures are drawn once, when somebody first looks.
        for name in PAGE_OF_TYPE.values():
            see_page(getattr(cast, name))
        return cast


@pytest.fixture
def changed(crowded, db, monkeypatch, tmp_path, settings) -> Iterator[Cast]:
    """A site of which nothing is kept, as it is outside of the tests' transaction."""
    settings.PAGE_CACHE_DIR = tmp_path
    for room in ("home.site", "home.changes.keeping"):
        monkeypatch.setattr(f"{room}.is_in_transaction", lambda: False)
    find_places_anew()
    yield crowded
    find_places_anew()


@pytest.fixture
def settled(changed) -> Cast:
    """The same site, when it has answered before."""
    see_page(changed.about)
    see_page(changed.stem_cells)
    return changed


def queries_of(address: str) -> list[str]:
    clear_caches()
    ContentType.objects.clear_cache()
    ContentType.objects.get_for_models(*our_page_models())
    with CaptureQueriesContext(connection) as captured:
        see(address)
    return [query["sql"] for query in captured.captured_queries]


def told(queries: list[str]) -> str:
    """The queries one a line, without their columns."""
    short = [re.sub(r"^SELECT (DISTINCT )?.*? FROM ", "FROM ", sql) for sql in queries]
    return "\n".join(f"{number:3} {sql[:300]}" for number, sql in enumerate(short, 1))


def test_every_page_type_has_a_budget():
    assert set(BUDGET) == set(our_page_models()) == set(PAGE_OF_TYPE)


@pytest.mark.parametrize("model", BUDGET, ids=lambda model: model.__name__)
def test_a_page_keeps_to_its_budget(settled, model):
    queries = queries_of(getattr(settled, PAGE_OF_TYPE[model]).get_url())

    assert len(queries) <= BUDGET[model], told(queries)
    repeated = [sql for sql, count in Counter(queries).items() if count > 1]
    assert not repeated, told(repeated)


@pytest.mark.parametrize("model", BUDGET, ids=lambda model: model.__name__)
def test_a_page_on_a_site_that_just_changed_asks_little_more(changed, model):
    queries = queries_of(getattr(changed, PAGE_OF_TYPE[model]).get_url())

    assert len(queries) <= BUDGET[model] + ASKED_ANEW, told(queries)
    repeated = [sql for sql, count in Counter(queries).items() if count > 1]
    assert not repeated, told(repeated)


GROWING = [
    TreatmentPage,
    ConditionPage,
    ClinicianPage,
    TeamIndexPage,
    ConditionIndexPage,
]


def test_the_queries_do_not_grow_with_the_practice(settled):
    """Twice as many pages, people, uses and updates: not one query more."""
    addresses = [getattr(settled, PAGE_OF_TYPE[model]).get_url() for model in GROWING]
    for address in ["/", *addresses]:
        see(address)
    before = [len(queries_of(address)) for address in ["/", *addresses]]
    crowd(settled, "Further")
    for address in ["/", *addresses]:
        see(address)  # What is kept is asked for anew, pictures are drawn.
    after = [len(queries_of(address)) for address in ["/", *addresses]]

    assert after == before


VIEWS = [
    "/search/?query=lupus",
    "/search/?query=lupos+tablts",
    "/search/?query=tablets&type=treatments",
    "/subscribe/",
    "/nowhere/",
]


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_without_a_page_keeps_to_its_budget(settled, address):
    see("/search/?query=rash")
    queries = queries_of(address)

    assert len(queries) <= WITHOUT_A_PAGE, told(queries)
    assert len(queries) == len(set(queries)), told(queries)


@pytest.mark.parametrize("address", VIEWS)
def test_a_view_on_a_site_that_just_changed_asks_little_more(crowded, db, address):
    queries = queries_of(address)

    assert len(queries) <= WITHOUT_A_PAGE + ASKED_ANEW + WORDS, told(queries)
    assert len(queries) == len(set(queries)), told(queries)
