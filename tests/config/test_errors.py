"""What visitors see when something is wrong: never a dead end."""

from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from home.models import PracticeSettings
from tests.practice import NAME, PHONE
from tests.reading import Seen, see


@pytest.fixture
def patient_visitor() -> Client:
    """A browser that is shown the error page, as a visitor's is."""
    return Client(SERVER_NAME="localhost", raise_request_exception=False)


def without_database():
    """Nobody can reach the database, neither by an open nor by a new connection."""

    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    broken = patch.object(BaseDatabaseWrapper, "connect", refuse)
    return broken, connection.execute_wrapper(refuse)


def see_without_database(visitor, address="/") -> Seen:
    broken, refusing = without_database()
    with broken, refusing:
        return see(address, visitor)


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/conditions/nowhere/", "/x.php", "/ü/%20"]
)
def test_a_page_that_is_not_there_offers_search_phone_and_menu(practice, address):
    seen = see(address)
    main = seen.soup.main

    assert seen.response.status_code == 404
    assert main.find("form", action="/search/").find("input", attrs={"name": "query"})
    assert main.find("a", href="tel:+16025550177")
    assert practice.conditions.get_url() in seen.links
    assert len(seen.soup.find_all("h1")) == 1
    assert not seen.response.cookies


def test_a_page_that_is_not_there_is_complete_but_not_indexed(practice):
    seen = see("/nowhere/")

    assert "noindex" in seen.meta("robots")
    assert NAME in seen.soup.title.string
    assert seen.soup.html["lang"] == "en"


def test_without_the_database_the_phone_is_still_there(practice, patient_visitor):
    practice.settings.save()  # what the cache knows, it knows from saving
    seen = see_without_database(patient_visitor)

    assert seen.response.status_code == 503
    assert int(seen.response["Retry-After"]) > 0
    assert seen.soup.find("a", href="tel:+16025550177").get_text(strip=True) == PHONE
    assert NAME in seen.words
    assert len(seen.soup.find_all("h1")) == 1


def test_the_error_page_has_search_and_is_not_indexed(practice, patient_visitor):
    with patch("home.site.PracticeSite.name", property(lambda self: 1 / 0)):
        seen = see("/", patient_visitor)

    assert seen.soup.find("form", action="/search/")
    assert "noindex" in seen.meta("robots")


def test_without_database_and_cache_there_is_still_a_page(practice, patient_visitor):
    cache.clear()
    seen = see_without_database(patient_visitor, "/conditions/lupus/")

    assert seen.response.status_code == 503
    assert len(seen.soup.find_all("h1")) == 1
    assert seen.soup.find("a", href="/")


def test_an_error_in_the_code_shows_the_phone_even_with_a_cold_cache(
    practice, patient_visitor
):
    cache.clear()
    with patch("home.site.PracticeSite.name", property(lambda self: 1 / 0)):
        seen = see("/", patient_visitor)

    assert seen.response.status_code == 500
    assert seen.soup.find("a", href="tel:+16025550177")


def test_a_new_phone_number_is_on_the_error_page_at_once(practice, patient_visitor):
    see_without_database(patient_visitor)
    practice.settings.phone = "(602) 555-0199"
    practice.settings.save()

    seen = see_without_database(patient_visitor)
    assert seen.soup.find("a", href="tel:+16025550199")


def test_a_practice_without_a_phone_has_an_error_page_too(practice, patient_visitor):
    PracticeSettings.objects.update(phone="")
    cache.clear()
    with patch("home.site.PracticeSite.name", property(lambda self: 1 / 0)):
        seen = see("/", patient_visitor)

    assert seen.response.status_code == 500
    assert not [link for link in seen.links if link.startswith("tel:")]


def test_an_unknown_host_is_refused_with_a_plain_page(practice, patient_visitor):
    seen = see("/", patient_visitor, headers={"Host": "evil.example.com"})

    assert seen.response.status_code == 400
    assert "evil.example.com" not in seen.response.content.decode()
    assert len(seen.soup.find_all("h1")) == 1
