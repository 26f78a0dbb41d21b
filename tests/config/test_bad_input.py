"""Whatever a visitor or a robot sends, the site never fails."""

from urllib.parse import quote, quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PLACES = [
    "/",
    "/search/",
    "/treatments/",
    "/conditions/",
    "/team/",
    "/updates/",
    "/feed.xml",
]
PLACES += [
    "/conditions/lupus/",
    "/subscribe/",
    "/subscribe/confirm/a:b:c/",
    "/subscribe/leave/a/",
    "/sitemap.xml",
    "/robots.txt",
    "/nowhere/",
]
PLACES += ["/media/images/x.jpg", "/documents/1/x.pdf"]
NAMES = [
    "query",
    "page",
    "type",
    "condition",
    "body_system",
    "language",
    "location",
    "next",
]
NASTY = [
    "\0",
    "'",
    '"',
    "''; --",
    "%",
    "{{ 7*7 }}",
    "../../etc/passwd",
    "x" * 5000,
    "-1",
]
NASTY += [
    "99999",
    "1e309",
    "½",
    "\u202e",
    "\ufeff",
    "🌿",
    "\ud800",
    "\r\nSet-Cookie: a=b",
    "<b>",
]
NASTY_ENCODED = [
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "%c0%ae%c0%ae",
    "%",
    "%zz",
    "%u0041",
    "%0d%0a",
]
HEADERS = ["Host", "Accept-Language", "Cookie", "If-Modified-Since", "If-None-Match"]
HEADERS += [
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "Accept",
    "Range",
]
HEADERS += [
    "User-Agent",
    "Referer",
    "Content-Length",
    "Accept-Encoding",
    "Authorization",
]

many = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
values = st.sampled_from(NASTY) | st.text(max_size=40) | st.integers().map(str)
encoded = st.one_of(
    st.sampled_from(NASTY_ENCODED),
    values.map(lambda text: quote(text, safe="", errors="surrogatepass")),
    st.binary(max_size=20).map(quote_from_bytes),
)


def is_answered(address: str, **headers: str) -> bool:
    """Ask for an address as it stands on the wire; an error fails the test."""
    path, _mark, query = address.partition("?")
    visitor = Client(SERVER_NAME="localhost")
    response = visitor.get(path, QUERY_STRING=query, headers=headers)
    list(response)
    assert response.status_code < 500
    assert not response.cookies
    return True


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bad", NASTY_ENCODED)
def test_a_known_trick_in_the_query_is_answered(practice, place, bad):
    query = "&".join(f"{name}={bad}" for name in NAMES)

    assert is_answered(f"{place}?{query}")


@pytest.mark.parametrize("bad", [quote(text, errors="surrogatepass") for text in NASTY])
def test_a_known_trick_in_the_path_is_answered(practice, bad):
    for place in ("/", "/conditions/", "/search/", "/media/", "/documents/"):
        assert is_answered(f"{place}{bad}")
        assert is_answered(f"{place}{bad}/")


@pytest.mark.parametrize(
    "address", ["/%00", "/search/?query=a%00b", "/conditions/%00/?page=1"]
)
def test_a_sign_that_not_every_database_can_hold_is_refused(visitor, address):
    path, _mark, query = address.partition("?")

    assert visitor.get(path, QUERY_STRING=query).status_code == 400


@pytest.mark.parametrize("bad", NASTY_ENCODED)
def test_a_wrongly_encoded_path_is_answered(practice, bad):
    assert is_answered(f"/{bad}")
    assert is_answered(f"/conditions/{bad}/")


@many
@given(place=st.sampled_from(PLACES), name=st.sampled_from(NAMES), value=encoded)
def test_any_value_of_a_known_name_is_answered(practice, place, name, value):
    assert is_answered(f"{place}?{name}={value}&{name}={value}")


@many
@given(place=st.sampled_from(PLACES), query=encoded)
def test_any_query_string_is_answered(practice, place, query):
    assert is_answered(f"{place}?{query}")


@many
@given(parts=st.lists(encoded, max_size=4))
def test_any_path_is_answered(practice, parts):
    assert is_answered("/" + "/".join(parts))


header_text = st.sampled_from(NASTY + PLACES) | st.text(max_size=60)


@many
@given(
    place=st.sampled_from(["/", "/search/", "/conditions/", "/feed.xml", "/nowhere/"]),
    name=st.sampled_from(HEADERS),
    value=header_text,
)
def test_any_header_is_answered(practice, place, name, value):
    # A server hands headers on as Latin-1, without line ends (PEP 3333).
    sent = value.encode("utf-8", "surrogatepass").decode("latin-1")
    sent = "".join(sign for sign in sent if sign not in "\r\n\0")

    assert is_answered(place, **{name: sent})


@pytest.mark.parametrize(
    "value",
    ["Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 99 Foo 99999 99:99:99 GMT", "x", ""],
)
def test_any_date_of_an_older_copy_is_answered(practice, value):
    for place in PLACES:
        assert is_answered(place, **{"If-Modified-Since": value})


@pytest.mark.parametrize(
    "method", ["post", "put", "patch", "delete", "options", "trace"]
)
def test_any_method_is_answered(practice, visitor, method):
    for place in PLACES:
        assert getattr(visitor, method)(place).status_code < 500


def test_a_body_that_cannot_be_read_is_answered(practice, visitor):
    for kind in (
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "a/b; charset=x",
    ):
        for place in PLACES:
            response = visitor.generic("POST", place, b"\xff\xfe\0", content_type=kind)
            assert response.status_code < 500
