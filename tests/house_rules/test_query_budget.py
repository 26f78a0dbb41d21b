"""How much a page may ask of the database when every cache is cold."""

import json
import re
from collections import Counter
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
from tests.practice import Cast, add_clinician, add_page, add_treatment, use
from tests.reading import our_page_models, see, see_page
from treatments.models import (
    ConditionIndexPage,
    ConditionPage,
    EvidenceLevelsPage,
    TreatmentIndexPage,
    TreatmentPage,
)

MOST = 20
FINDING = 4  # site, its root paths, the page at the address, its own columns
FRAME = 6  # practice, SEO, private paths, pages linked everywhere, main place, logo
CRUMBS = 1
SHARE_PICTURE = 2  # picture, rendition
CARDS = 3  # pages, their pictures, renditions
LISTED = 3  # children, what they are listed with
MEDICAL = 6  # author, reviewer, references, updates, clinicians, their pictures

BUDGET = {
    HomePage: MOST,  # highlights of every list in the menu
    StandardPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS,
    LocationIndexPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS,
    LocationPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS + LISTED,
    TeamIndexPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS + LISTED,
    ClinicianPage: MOST,  # five kinds of rows, and what the clinician is named by
    TreatmentIndexPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + LISTED,
    TreatmentPage: MOST,  # MEDICAL, and uses, narrower pages, related, places
    ConditionIndexPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + LISTED,
    ConditionPage: MOST,  # MEDICAL, and uses, related, places
    EvidenceLevelsPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE,
    ContactPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + LISTED,
    UpdateIndexPage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS,
    UpdatePage: FINDING + FRAME + CRUMBS + SHARE_PICTURE + CARDS + LISTED,
}
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


def crowd(cast: Cast) -> None:
    """Many of everything, all tied to the same pages, each with a picture."""
    picture = {"image": cast.picture}
    for number in range(MANY):
        mate = add_clinician(
            cast.team,
            "Cora",
            f"Linden {number}",
            locations=[cast.fern_street],
            **picture,
        )
        place = add_page(
            cast.locations, LocationPage, f"Fern Street {number}", **picture
        )
        other = add_page(
            cast.conditions, ConditionPage, f"Rash {number}", body=[], **picture
        )
        treatment = add_treatment(
            cast.treatments,
            f"Tea {number}",
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
            f"News {number}",
            author=cast.ada,
            published=date(2026, 8, 1 + number),
            topics=[UpdateTopic(page=cast.lupus), UpdateTopic(page=treatment)],
            **picture,
        )
        add_page(cast.about, StandardPage, f"House rules {number}", **picture)
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
    assert max(BUDGET.values()) <= MOST


@pytest.mark.parametrize("model", BUDGET, ids=lambda model: model.__name__)
def test_a_cold_page_keeps_to_its_budget(crowded, db, model):
    queries = queries_of(getattr(crowded, PAGE_OF_TYPE[model]).get_url())

    assert len(queries) <= BUDGET[model], told(queries)


@pytest.mark.parametrize("model", BUDGET, ids=lambda model: model.__name__)
def test_no_page_asks_the_same_twice(crowded, db, model):
    queries = queries_of(getattr(crowded, PAGE_OF_TYPE[model]).get_url())
    repeated = [sql for sql, count in Counter(queries).items() if count > 1]

    assert not repeated, told(repeated)


@pytest.mark.parametrize(
    "address", ["/search/?query=lupus", "/subscribe/", "/nowhere/"]
)
def test_a_view_without_a_page_keeps_to_its_budget(crowded, db, address):
    queries = queries_of(address)

    assert len(queries) <= MOST, told(queries)
    assert len(queries) == len(set(queries)), told(queries)
