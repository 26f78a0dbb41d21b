"""Every kind of change × pages that are made of kept parts, each in its process."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from contact.models.contact_page import OF_THIS_VISITOR
from home.changes import keeping
from tests.config.page_cache.changes import (
    CHANGES,
    RULES,
    heading,
    prepare,
    publish,
    saved,
)
from tests.config.page_cache.changes_of_parts import OF_PARTS
from tests.kept_pages import Got, Memory, Worker, committed, parts_kept
from tests.practice import Cast
from tests.reading import see_page

MEDICAL = ["lupus", "tablets", "stem_cells", "stem_cells_for_lupus"]
IN_PARTS = [*MEDICAL, "ada", "news", "about", "fern_street", "contact"]
# The last one is shown by nothing but a link in a text.
ENDING = ["Migraine", "Tablets", "Stem cells", "About", "Conditions", RULES]
LISTS = ["home", "treatments", "conditions", "team", "locations", "updates", "matrix"]
SHOW_PARTS = [*LISTS, *IN_PARTS]


@pytest.fixture(scope="module")
def practice_of_the_file(practice_of_the_file, django_db_blocker):
    with django_db_blocker.unblock():
        cast = Cast(practice_of_the_file)
        prepare(cast)
        for name in SHOW_PARTS:
            see_page(getattr(cast, name))  # Pictures are drawn once.
    return practice_of_the_file


def look(worker: Worker, address: str) -> Got:
    with parts_kept():
        return made(worker, address)


def made(worker: Worker, address: str) -> Got:
    """The answer of Django, without what ties a form to one visitor."""
    got = worker.ask_django(address)
    return replace(got, body=OF_THIS_VISITOR.sub(b"", got.body))


def assert_nothing_is_out_of_date(worker: Worker, addresses) -> None:
    """A process that was just started shows the same."""
    found = {address: look(worker, address) for address in sorted(addresses)}
    keeping.forget_all()
    for address, got in found.items():
        assert_same(got, look(worker, address), address)


def assert_as_made_of_nothing_kept(worker: Worker, addresses) -> None:
    """Twice, as the parts are kept at the first time."""
    for address in [*addresses, *addresses]:
        assert_same(look(worker, address), made(worker, address), address)


def assert_same(found: Got, anew: Got, address: str) -> None:
    assert found.status == anew.status, address
    pairs = zip(found.body.splitlines(), anew.body.splitlines(), strict=False)
    assert [pair for pair in pairs if pair[0] != pair[1]][:1] == [], address


@pytest.fixture
def in_parts(practice) -> set[str]:
    found = {getattr(practice, name).get_url() for name in IN_PARTS}
    return found | {"/search/?query=tablets"}


@pytest.fixture
def addresses(practice) -> set[str]:
    found = {getattr(practice, name).get_url() for name in SHOW_PARTS}
    return found | {"/search/?query=tablets", "/treatments/?evidence=case_reports"}


@pytest.fixture(scope="module")
def memories() -> dict[tuple, Memory]:
    """Addresses → what a process holds that was just started and has shown them."""
    return {}


@pytest.fixture
def assert_all_follow(worker, memories) -> Callable:
    """Look at each page, change something, and look again."""

    def check(addresses, *changes) -> None:
        look_at_all(worker, tuple(sorted(addresses)), memories)
        with committed():
            for change in changes:
                change()
        assert_nothing_is_out_of_date(worker, addresses)

    return check


def look_at_all(worker: Worker, addresses: tuple, memories: dict) -> None:
    """Show these pages; the practice is as it was when anybody did so before."""
    if addresses in memories:
        memories[addresses].put_back(worker.folder)
        return
    for address in addresses:
        look(worker, address)
    memories[addresses] = Memory(worker.folder)


def test_pages_of_kept_parts_are_the_same_pages(worker, addresses):
    assert_as_made_of_nothing_kept(worker, sorted(addresses))


@pytest.mark.parametrize("what", CHANGES)
def test_no_page_is_made_of_parts_that_have_changed(
    assert_all_follow, practice, addresses, what
):
    assert_all_follow(addresses, partial(CHANGES[what], practice))


@pytest.mark.parametrize("name", SHOW_PARTS)
def test_the_first_page_that_a_process_shows_changes_too(
    assert_all_follow, practice, name
):
    address = getattr(practice, name).get_url()
    changes = [partial(CHANGES[one], practice) for one in ("a summary", "a job title")]

    assert_all_follow([address], *changes)


@pytest.mark.parametrize("what", OF_PARTS)
def test_no_page_of_its_own_words_shows_parts_that_have_changed(
    assert_all_follow, practice, in_parts, what
):
    assert_all_follow(in_parts, partial(OF_PARTS[what], practice))


@pytest.mark.parametrize("title", ENDING)
def test_a_part_ends_with_the_hour_of_what_it_shows(
    worker, practice, in_parts, title, monkeypatch
):
    soon = timezone.now() + timedelta(minutes=10)
    Page.objects.filter(title=title).update(expire_at=soon)
    for address in sorted(in_parts):
        look(worker, address)
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(minutes=1))

    assert_nothing_is_out_of_date(worker, in_parts)


def test_a_part_follows_what_was_read_before_it_was_made(worker, practice):
    def look_at_title() -> str:
        page = type(practice.lupus).objects.get(pk=practice.lupus.pk)
        page.route(RequestFactory(SERVER_NAME="localhost").get("/"), [])
        [shown] = [one.value for one in page.body if one.block_type == "document"]
        title = shown["document"].title
        with parts_kept():
            return page.keep_part("title", lambda: title)

    before = look_at_title()
    with committed():
        saved(practice.document, title="Booklet")

    assert before != look_at_title() == "Booklet"


def test_each_page_of_a_list_has_parts_of_its_own(worker, practice, monkeypatch):
    monkeypatch.setattr(type(practice.treatments), "page_size", 1)
    queries = ["", "?page=2", "?evidence=laboratory_only"]
    addresses = [f"{practice.treatments.get_url()}{one}" for one in queries]

    assert_as_made_of_nothing_kept(worker, addresses)


def test_a_form_offers_what_somebody_asks_about(worker, practice):
    address = practice.contact.get_url()
    asked = [f"{address}?about={practice.tablets.pk}", address]

    assert_as_made_of_nothing_kept(worker, asked)
    assert b" selected>Tablets" in look(worker, asked[0]).body


@pytest.mark.parametrize("name", SHOW_PARTS)
def test_a_second_look_asks_for_the_page_and_for_nothing_else(worker, practice, name):
    address = getattr(practice, name).get_url()
    look(worker, address)
    with CaptureQueriesContext(connection) as captured:
        look(worker, address)

    assert len(captured) <= 2, captured.captured_queries


def test_a_change_while_a_page_is_made_is_not_lost(worker, practice, monkeypatch):
    """What was read before it belongs to no part that is kept after it."""
    address = practice.lupus.get_url()

    def change_meanwhile(page, site):
        monkeypatch.undo()
        with committed():
            publish(practice.lupus, body=heading("Anew"))

    monkeypatch.setattr("home.models.base.remember_links", change_meanwhile)
    look(worker, address)

    assert_nothing_is_out_of_date(worker, [address])


def test_what_an_editor_previews_is_shown_to_nobody(worker, practice):
    address = practice.lupus.get_url()
    draft = type(practice.lupus).objects.get(pk=practice.lupus.pk)
    draft.title = "Not yet"
    with parts_kept():
        shown = draft.make_preview_request().rendered_content

    assert "Not yet" in shown
    assert b"Not yet" not in look(worker, address).body
    with parts_kept():
        assert "Not yet" in draft.make_preview_request().rendered_content


LOOKS = [("en", "localhost"), ("de", "localhost"), ("en", "other")]


def test_each_language_and_each_site_has_parts_of_its_own(worker, practice, settings):
    settings.ALLOWED_HOSTS = ["localhost", "other"]
    page = practice.lupus
    written = []
    with parts_kept():
        for language, host in LOOKS:
            page.route(RequestFactory(SERVER_NAME=host).get("/"), [])
            with override(language):
                page.keep_part("words", lambda: written.append(1) or "words")
                page.keep_part("words", lambda: written.append(1) or "words")

    assert len(written) == 3


def test_what_nobody_asked_for_longest_is_forgotten_first(worker, monkeypatch):
    monkeypatch.setattr(keeping, "ROOM", 3500)
    with parts_kept():
        for name in "abc":
            keeping.keep(name, lambda: "x" * 1000)
        assert keeping.known("a")
        keeping.keep("d", lambda: "x" * 1000)

        assert [name for name in "abcd" if keeping.known(name)] == ["a", "c", "d"]


def test_records_and_lists_of_them_are_weighed_too(worker, practice, monkeypatch):
    monkeypatch.setattr(keeping, "ROOM", 10 * keeping.OF_A_RECORD)
    with parts_kept():
        keeping.keep("one", lambda: practice.lupus)
        keeping.keep("many", lambda: {"lists": [practice.lupus] * 9})

        assert keeping.known("one") is None
        assert keeping.known("many")


def test_records_with_the_columns_of_a_list_are_lighter(worker, practice, monkeypatch):
    monkeypatch.setattr(keeping, "ROOM", 10 * keeping.OF_A_RECORD)
    entry = Page.objects.only("title").get(pk=practice.lupus.pk)
    with parts_kept():
        for name in "ab":
            keeping.keep(name, lambda: [entry] * 9)

        assert keeping.known("a")
        assert keeping.known("b")
