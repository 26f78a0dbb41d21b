"""What every answer tells browsers: pages, files, redirects, errors."""

import json

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from config import safety_headers
from config.breaker import breaker
from config.page_cache.application import PageCache
from home.late_script import LATE_SCRIPT, source_of
from tests.reading import see

VISITORS = {
    "default-src": "'none'",
    "script-src": f"'self' {source_of(LATE_SCRIPT)}",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}


def policy_of(headers) -> dict[str, str]:
    parts = [part.strip() for part in headers["Content-Security-Policy"].split(";")]
    return dict(part.split(" ", 1) for part in parts)


def expect_all(headers) -> None:
    assert policy_of(headers) == VISITORS
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin")
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "Server" not in headers


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/conditions/lupus/", 200),
        ("/contact/", 200),
        ("/search/?query=lupus", 200),
        ("/search/suggest/?query=lup", 200),
        ("/feed.xml", 200),
        ("/sitemap.xml", 200),
        ("/robots.txt", 200),
        ("/favicon.ico", 302),
        ("/conditions/lupus", 301),
        ("/nowhere/", 404),
        ("/media/documents/leaflet.txt", 404),
        ("/conditions/lupus/?page=%00", 400),
    ],
)
def test_every_answer_is_safe(practice, address, status):
    response = see(address).response

    assert response.status_code == status
    expect_all(response.headers)


def test_the_answer_to_a_foreign_host_is_safe(db):
    browser = Client(SERVER_NAME="localhost", raise_request_exception=False)
    response = browser.get("/", headers={"Host": "evil.example.com"})

    assert response.status_code == 400
    expect_all(response.headers)


def test_the_answer_to_an_error_in_the_code_is_safe(practice, monkeypatch):
    monkeypatch.setattr("home.site.PracticeSite.name", property(lambda self: 1 / 0))
    browser = Client(SERVER_NAME="localhost", raise_request_exception=False)
    response = browser.get("/")

    assert response.status_code == 500
    expect_all(response.headers)


def test_the_answer_without_a_database_is_safe(practice, monkeypatch):
    def refuse(self):
        raise OperationalError("connection refused")

    monkeypatch.setattr("home.site.PracticeSite.name", property(refuse))
    browser = Client(SERVER_NAME="localhost", raise_request_exception=False)
    response = browser.get("/")

    assert response.status_code == 503
    expect_all(response.headers)


def test_what_is_answered_in_front_of_django_is_safe(monkeypatch):
    monkeypatch.setattr(type(breaker), "is_open", True)
    environ = RequestFactory(SERVER_NAME="localhost").get("/contact/").environ
    said = {}

    PageCache(None)(environ, lambda status, h: said.update({"": status}, **dict(h)))

    assert said.pop("").startswith("503")
    expect_all(said)


def test_pictures_may_be_shown_elsewhere_and_pages_may_not(practice):
    rendition = practice.picture.get_rendition("width-60")
    picture, page = see(rendition.url).response, see("/").response

    expect_all(picture.headers)
    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_document_runs_nothing_and_is_kept_as_a_file(practice):
    response = see(practice.document.url).response

    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment")


def test_no_page_has_a_script_or_a_style_of_its_own(practice):
    for address in ["/", "/conditions/lupus/", "/contact/", "/search/?query=lupus"]:
        seen = see(address)
        soup = seen.soup
        first, *others = soup.find_all("script", src=False)
        assert source_of(first.string) in policy_of(seen.response.headers)["script-src"]
        for script in others:
            assert script["type"] == "application/ld+json"
            assert json.loads(script.string)
        assert not soup.find_all("style")
        assert not soup.find_all(style=True)
        assert not [
            name for tag in soup.find_all() for name in tag.attrs if name[:2] == "on"
        ]


def test_the_editor_has_a_policy_of_its_own(owner):
    policy = policy_of(owner.get("/admin/").headers)

    assert policy["default-src"] == "'none'"
    assert "'unsafe-inline'" in policy["script-src"]
    assert "'unsafe-eval'" not in policy["script-src"]
    assert policy["form-action"] == policy["frame-ancestors"] == "'self'"


def test_the_object_store_may_send_pictures_and_nothing_else(practice, monkeypatch):
    store = "https://pictures.example.org"
    monkeypatch.setattr(
        safety_headers, "_pictures_come_from", lambda: ["'self'", store]
    )
    policy = policy_of(see("/").response.headers)

    assert policy.pop("img-src") == f"'self' {store} data:"
    assert store not in str(policy)


def test_the_cookie_of_a_form_is_kept_from_scripts_and_other_sites(practice):
    cookie = see("/contact/").response.cookies["csrftoken"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
