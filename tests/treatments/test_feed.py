"""The Atom feed of updates and of pages that were reviewed."""

from datetime import date, datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from contact.models import UpdatePage
from tests.practice import NAME, WAYS_TO_HIDE, add_page, hide, review
from tests.reading import see

ATOM = "{http://www.w3.org/2005/Atom}"


def read_feed() -> ElementTree.Element:
    response = see("/feed.xml").response
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314


def texts(element, name: str) -> list[str]:
    return [found.text for found in element.findall(ATOM + name)]


def ids() -> list[str]:
    return [entry.find(f"{ATOM}id").text for entry in read_feed().iter(f"{ATOM}entry")]


def entry_of(title: str) -> ElementTree.Element:
    entries = read_feed().iter(f"{ATOM}entry")
    return next(one for one in entries if texts(one, "title") == [title])


def titles() -> list[str]:
    return [
        entry.find(f"{ATOM}title").text for entry in read_feed().iter(f"{ATOM}entry")
    ]


# Source: RFC 4287, sections 4.1.1 and 4.1.2.
def test_feed_and_entries_have_what_atom_requires(practice):
    feed = read_feed()

    assert feed.tag == f"{ATOM}feed"
    for element in [feed, *feed.iter(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(texts(element, name)) == 1
            assert texts(element, name)[0].strip()
        assert datetime.fromisoformat(texts(element, "updated")[0]).tzinfo


def test_every_address_is_whole(practice):
    feed = read_feed()
    for link in feed.iter(f"{ATOM}link"):
        assert link.get("href").startswith("http://localhost/")
    for entry in feed.iter(f"{ATOM}entry"):
        content = BeautifulSoup(texts(entry, "content")[0], "html.parser")
        for link in content.find_all("a"):
            assert urlsplit(link["href"]).scheme in ("http", "https", "tel", "mailto")
        assert not content.find_all(srcset=True)
        for picture in content.find_all("img"):
            assert picture["src"].startswith("http://localhost/")


def test_an_entry_keeps_its_id_when_its_page_is_renamed(practice):
    before = ids()
    practice.news.slug = "sunday"
    practice.news.save_revision().publish()

    assert all(one.startswith("urn:uuid:") for one in before)
    assert ids() == before
    assert len(set(before)) == len(before) == 2


def test_the_feed_names_itself_and_its_practice(practice):
    feed = read_feed()
    itself = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]

    assert [link.get("href") for link in itself] == ["http://localhost/feed.xml"]
    assert NAME in texts(feed, "title")[0]


def test_an_entry_tells_its_summary_its_author_and_its_day(practice):
    entry = entry_of("Open on Saturdays")

    [summary] = texts(entry, "summary")
    assert summary.endswith(practice.news.summary)
    assert texts(entry, "published")[0].startswith("2026-09-01")
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "Ada Fernhollow"
    uri = entry.find(f"{ATOM}author/{ATOM}uri").text
    assert uri == f"http://localhost{practice.ada.get_url()}"


def test_an_update_without_an_author_is_by_the_practice(practice):
    add_page(practice.updates, UpdatePage, "Without", published=date(2026, 10, 1))
    entry = entry_of("Without")

    assert entry.find(f"{ATOM}author/{ATOM}name").text == NAME
    assert entry.find(f"{ATOM}author/{ATOM}uri") is None


def test_the_newest_comes_first_and_twenty_at_most(practice):
    for day in range(1, 26):
        add_page(
            practice.updates,
            UpdatePage,
            f"Day {day}",
            published=date(2026, 7, day),
            publish=False,
        )
    UpdatePage.objects.update(live=True)

    assert len(titles()) == 20
    assert titles()[:4] == ["Lupus", "Open on Saturdays", "Day 25", "Day 24"]


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_update_is_not_in_the_feed(practice, way):
    hide(practice.news, way)

    assert titles() == ["Lupus"]


def test_signs_of_markup_are_text(practice):
    add_page(
        practice.updates,
        UpdatePage,
        "Ferns & <b>moss</b> ]]> 🌿",
        published=date(2026, 10, 1),
    )

    assert "Ferns & <b>moss</b> ]]> 🌿" in titles()


def test_a_control_sign_does_not_break_the_feed(practice):
    title = "Ferns\x0band\x01moss"
    add_page(practice.updates, UpdatePage, title, slug="f", published=date(2026, 10, 1))

    assert "Fernsandmoss" in titles()


def test_a_page_that_was_reviewed_is_in_the_feed_with_all_its_words(practice):
    entry = entry_of("Lupus")
    content = texts(entry, "content")[0]

    assert "Medically reviewed" in content
    assert "butterfly rash" in content
    assert "About unproven treatments" in content
    assert entry.find(f"{ATOM}category").get("term") == "Medical review"


def test_a_review_of_words_that_have_changed_is_not_in_the_feed(practice):
    practice.lupus.symptoms = ["another rash"]
    practice.lupus.save_revision().publish()

    assert titles() == ["Open on Saturdays"]


@pytest.mark.parametrize("way", [*WAYS_TO_HIDE, "noindex"])
def test_a_hidden_page_is_not_in_the_feed_after_its_review(practice, way):
    review(practice.stem_cells, practice.bela)
    assert "Stem cells" in titles()
    if way == "noindex":
        type(practice.stem_cells).objects.update(noindex=True)
    else:
        hide(practice.stem_cells, way)

    assert "Stem cells" not in titles()


def test_an_unproven_use_carries_its_notice_wherever_a_reader_looks(practice):
    review(practice.stem_cells, practice.bela)
    entry = entry_of("Stem cells")

    assert "Unproven use, not a standard treatment." in texts(entry, "summary")[0]
    assert "About unproven treatments" in texts(entry, "content")[0]


def test_nobody_reads_twice_what_has_not_changed(practice):
    visitor = Client(SERVER_NAME="localhost")
    first = visitor.get("/feed.xml")
    again = visitor.get("/feed.xml", headers={"if-none-match": first["ETag"]})

    assert first["Last-Modified"]
    assert again.status_code == 304
