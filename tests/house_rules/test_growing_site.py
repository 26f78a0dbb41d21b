"""What is asked and read for a page does not grow with the site: no stopwatch."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.signals import post_init
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.coreutils import get_dummy_request

from config.demo.large import LargeFilling
from home.models import AlphabeticalIndexPage
from home.together import together
from team.models import ClinicianPage, TeamIndexPage
from tests.conftest import clear_caches
from tests.kept_pages import find_places_anew
from tests.practice import Cast
from tests.reading import our_page_models, see
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.oversight import states_of, urgent_items

SMALL, LARGE = 10, 48
# A page may have got a few more uses; the whole site would be a hundred records more.
MORE_LINKS = 12
ON_A_PAGE = 4
PATHS = {
    "home": "/",
    "condition": "/conditions/lupus/",
    "treatment": "/treatments/{treatment}/",
    "clinician": "/team/{clinician}/",
    "conditions": "/conditions/",
    "conditions, page 2": "/conditions/?page=2",
    "treatments": "/treatments/",
    "team": "/team/",
    "search": "/search/?query=people",
}


@contextmanager
def records_read() -> Iterator[list]:
    """The records that are made of rows of pages and of their uses in this block."""
    made = []

    def note(instance, **kwargs):
        made.append(type(instance))

    models = [*apps.get_app_config("treatments").get_models(), ClinicianPage]
    for model in models:
        post_init.connect(note, sender=model)
    yield made
    for model in models:
        post_init.disconnect(note, sender=model)


def costs(address: str, visitor: Client | None = None) -> tuple[int, int]:
    """Queries and records of the second look at a page."""
    see(address, visitor)
    clear_caches()
    ContentType.objects.get_for_models(*our_page_models())
    with CaptureQueriesContext(connection) as queries, records_read() as records:
        see(address, visitor)
    return len(queries), len(records)


@pytest.fixture(scope="module")
def grown(practice_of_the_file, django_db_blocker) -> dict:
    """What each page cost on a small site, and costs on a larger one."""
    with django_db_blocker.unblock():
        cast = Cast(practice_of_the_file)
        filling = {size: LargeFilling(cast.home, size) for size in (SMALL, LARGE)}
        found = {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(AlphabeticalIndexPage, "page_size", ON_A_PAGE)
            patch.setattr(TeamIndexPage, "page_size", ON_A_PAGE)
            for room in ("home.site", "home.changes.keeping"):
                patch.setattr(f"{room}.is_in_transaction", lambda: False)
            for size, fill in filling.items():
                with together():
                    list(fill.fill())
                find_places_anew()
                found[size] = {name: costs(_at(path)) for name, path in PATHS.items()}
                found[size]["dashboard"] = _costs_of_dashboard()
        find_places_anew()
        return found


def _costs_of_dashboard() -> tuple[int, int]:
    request = get_dummy_request()
    with CaptureQueriesContext(connection) as queries, records_read() as records:
        urgent_items(request, 2)
    return len(queries), len(records)


def _at(path: str) -> str:
    """The address with the names of pages that no later filling changes."""
    first = {
        "treatment": TreatmentPage.objects.filter(title__contains=" for the "),
        "clinician": ClinicianPage.objects.filter(treatment_pages=None),
    }
    names = {
        name: pages.live().order_by("pk").values_list("slug", flat=True).first()
        for name, pages in first.items()
    }
    return path.format(**names)


@pytest.mark.parametrize("name", [*PATHS, "dashboard"])
def test_a_page_costs_on_a_larger_site_what_it_costs_on_a_small_one(grown, name):
    (queries_before, records_before), (queries, records) = (
        grown[size][name] for size in (SMALL, LARGE)
    )

    assert queries <= queries_before
    assert records <= records_before + MORE_LINKS


def test_the_seals_of_a_list_are_read_of_the_pages_on_it(grown, db):
    shown = ConditionPage.objects.live().order_by("pk")[:3]
    with records_read() as records:
        states_of(shown, get_dummy_request())

    uses = Indication.objects.filter(condition__in=[page.pk for page in shown])
    assert len(records) <= 3 + 3 * (1 + 3 * uses.count())
