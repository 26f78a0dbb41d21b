"""The editor's own search: where it looks, and that no word makes it fail."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import admin_search

SERVER = {"ADMIN_SEARCH": "opensearch2", "ADMIN_SEARCH_URL": "https://search.example"}


def test_without_a_word_the_editor_searches_the_database():
    assert admin_search.backends({}) == {
        "default": {"BACKEND": "config.admin_search_database"}
    }


def test_a_search_server_is_one_setting_away(monkeypatch):
    monkeypatch.setattr(admin_search, "find_spec", lambda module: object())
    backend = admin_search.backends({**SERVER, "ADMIN_SEARCH_INDEX": "fern"})["default"]

    assert backend["BACKEND"] == "modelsearch.backends.opensearch2"
    assert backend["URLS"] == ["https://search.example"]
    assert backend["INDEX_PREFIX"] == "fern_"


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        (SERVER, "opensearch-py>=2,<3"),
        ({"ADMIN_SEARCH": "solr"}, "must be one of: database, elasticsearch7"),
        ({"ADMIN_SEARCH": "opensearch2"}, "set ADMIN_SEARCH_URL"),
        ({"ADMIN_SEARCH_URL": "https://search.example"}, "does not name a server"),
        (SERVER | {"ADMIN_SEARCH_URL": "search.example"}, "ADMIN_SEARCH_URL"),
    ],
)
def test_a_setting_that_cannot_work_stops_the_site(environ, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        admin_search.backends(environ)


PLACES = [
    "/admin/pages/search/",
    "/admin/pages/search/results/",
    "/admin/choose-page/search/",
    "/admin/images/",
    "/admin/images/chooser/",
    "/admin/documents/",
    "/admin/documents/chooser/",
    "/admin/users/",
    "/admin/snippets/search/synonymset/",
    "/admin/snippets/treatments/reference/",
]
HOSTILE = [
    '"',
    '""',
    "\0",
    'lupus"',
    "'",
    "(",
    "NEAR(",
    "*",
    "a AND",
    ":*",
    "&|!",
    "\\",
]


@pytest.mark.parametrize("place", PLACES)
def test_no_word_makes_the_editors_search_fail(practice, owner, place):
    for word in [*HOSTILE, "x" * 5000, "😀", "\u202e"]:
        response = owner.get(place, {"q": word})
        assert response.status_code in (200, 400), (word, response.status_code)
        assert response.status_code == 200 or "\0" in word
