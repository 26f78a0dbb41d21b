"""What the page cache answers, and under which address it keeps a page."""

import gzip

import brotli
import pytest

from config.page_cache import asking
from home.changes import the_journal
from home.models import IndexPage
from tests.kept_pages import committed
from tests.reading import our_page_models

ABOUT = "/about/"


def test_a_page_is_made_once_for_all_workers(worker, other):
    first, second, third = worker.ask(ABOUT), worker.ask(ABOUT), other.ask(ABOUT)

    assert [first.how, second.how, third.how] == ["miss", "hit", "hit"]
    assert first.body == second.body == third.body == worker.ask_django(ABOUT).body


def test_a_kept_page_has_all_headers_that_django_gave_it(worker):
    worker.ask(ABOUT)
    got, made = worker.ask(ABOUT), worker.ask_django(ABOUT)
    ours = {"Cache-Control", "Vary", "Content-Length"}

    assert {h: got.headers[h] for h in made.headers if h not in ours} == {
        name: value for name, value in made.headers.items() if name not in ours
    }
    assert got.headers["Vary"] == "Accept-Encoding"
    for word in ("public", "s-maxage=", "stale-while-revalidate=", "stale-if-error="):
        assert word in got.headers["Cache-Control"]


UNPACK = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
ACCEPTED = {
    "": "",
    "identity": "",
    "gzip": "gzip",
    "gzip, deflate": "gzip",
    "deflate": "",
    "gzip, deflate, br, zstd": "br",
    "BR;q=1.0, gzip;q=0.5": "br",
    "br;q=0, gzip": "gzip",
    "gzip;q=0": "",
    "*": "gzip",
    "*;q=0, gzip": "gzip",
}


@pytest.mark.parametrize("asked", ACCEPTED)
def test_nobody_gets_an_encoding_that_was_not_asked_for(worker, asked):
    for _time in range(2):
        got = worker.ask(ABOUT, accept_encoding=asked)
        encoding = got.headers.get("Content-Encoding", "")

        assert encoding == ACCEPTED[asked]
        assert UNPACK[encoding](got.body) == worker.ask_django(ABOUT).body
        assert int(got.headers["Content-Length"]) == len(got.body)


@pytest.mark.parametrize("address", ["/contact/", "/nowhere/", "/search/?query=fern"])
def test_a_page_for_one_visitor_is_packed_as_well(worker, address):
    got = worker.ask(address, accept_encoding="gzip")

    assert got.how != "hit"
    assert got.headers["Content-Encoding"] == "gzip"
    assert b"</html>" in gzip.decompress(got.body)
    assert "Content-Encoding" not in worker.ask(address).headers


def test_each_encoding_has_a_strong_tag_of_its_own(worker):
    tags = {worker.ask(ABOUT, accept_encoding=e).headers["ETag"] for e in UNPACK}

    assert len(tags) == 3
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("encoding", UNPACK)
def test_who_has_the_page_already_is_told_so(worker, encoding):
    had = worker.ask(ABOUT, accept_encoding=encoding)
    kept = {"accept_encoding": encoding}
    for known in (
        {"if_none_match": had.headers["ETag"]},
        {"if_none_match": f'"x", W/{had.headers["ETag"]}'},
        {"if_modified_since": had.headers["Last-Modified"]},
    ):
        got = worker.ask(ABOUT, **kept, **known)
        assert (got.status, got.body) == (304, b"")
        assert got.headers["ETag"] == had.headers["ETag"]
        assert "Content-Type" not in got.headers


def test_who_has_another_version_gets_the_page(worker):
    other = worker.ask(ABOUT, accept_encoding="gzip").headers["ETag"]

    assert worker.ask(ABOUT, if_none_match=other).status == 200
    assert (
        worker.ask(ABOUT, if_modified_since="Thu, 01 Jan 2026 00:00:00 GMT").status
        == 200
    )
    assert worker.ask(ABOUT, if_modified_since="yesterday").status == 200


def test_a_page_that_stays_the_same_keeps_its_tag_and_date(worker, practice):
    had = worker.ask(ABOUT)
    with committed():
        practice.settings.save()
        the_journal().add(["*"])
    again = worker.ask(ABOUT)

    assert again.how == "miss"
    assert [again.headers[h] for h in ("ETag", "Last-Modified")] == [
        had.headers[h] for h in ("ETag", "Last-Modified")
    ]


def test_a_changed_page_has_another_tag_and_a_later_date(worker, practice):
    had = worker.ask(ABOUT)
    with committed():
        practice.settings.phone = "(602) 555-0100"
        practice.settings.save()
    again = worker.ask(ABOUT, if_modified_since=had.headers["Last-Modified"])

    assert again.status == 200
    assert b"555-0100" in again.body
    assert again.headers["ETag"] != had.headers["ETag"]


def test_a_head_request_is_told_the_same_without_the_page(worker):
    for _time in range(2):
        head, got = worker.ask(ABOUT, "HEAD"), worker.ask(ABOUT)
        assert head.body == b""
        assert head.headers["Content-Length"] == got.headers["Content-Length"]


def test_a_part_of_a_page_is_answered_with_the_whole(worker):
    assert worker.ask(ABOUT, range="bytes=0-9").status == 200


# Addresses


@pytest.mark.parametrize(
    "query",
    ["utm_source=x&utm_medium=y", "fbclid=1", "gclid=1&_ga=2", "page=1", "condition="],
)
def test_what_says_nothing_about_a_page_is_not_part_of_its_address(worker, query):
    plain = worker.ask("/treatments/")
    got = worker.ask(f"/treatments/?{query}")

    assert got.how == "hit"
    assert got.body == plain.body


def test_the_order_of_filters_makes_no_other_page(worker):
    worker.ask("/treatments/?evidence=case_reports&condition=lupus")

    assert worker.ask("/treatments/?condition=lupus&evidence=case_reports").how == "hit"


def test_nothing_of_a_query_that_no_page_understands_is_printed_or_kept(worker):
    for query in ["page=999", "evidence=nonsense", "x=<script>", "utm_x=<script>"]:
        got = worker.ask(f"/treatments/?{query}")
        assert got.status == (404 if query == "page=999" else 200)
        assert b"999" not in got.body
        assert b"nonsense" not in got.body
        assert b"<script>&" not in got.body
    kept = list(worker.cache.shared.entries())

    assert [one.facts.address for one in kept] == ["http://localhost/treatments/"]


def test_a_strange_parameter_makes_no_work_for_a_kept_page(worker):
    worker.ask(ABOUT)

    assert worker.ask(f"{ABOUT}?anything=1").how == "hit"


def test_the_cache_knows_every_filter_of_every_list(practice):
    for model in our_page_models():
        if issubclass(model, IndexPage):
            page = model.objects.get()
            names = {one.name for one in page.get_filters()}
            assert names <= asking.KNOWN_PARAMETERS


@pytest.mark.parametrize("address", ["//about//", "/about", "/about//"])
def test_another_spelling_of_an_address_fills_no_store(worker, address):
    worker.ask(address)

    assert not list(worker.cache.shared.entries())


@pytest.mark.parametrize("host", ["evil.example.com", "localhost:81", "LOCALHOST", ""])
def test_only_our_own_hosts_are_kept(worker, host):
    worker.ask(ABOUT)
    got = worker.ask(ABOUT, host=host)

    assert got.how != "hit"
    assert len(list(worker.cache.shared.entries())) == 1
