"""The Atom feed of updates."""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest

from contact.models import UpdatePage
from tests.practice import NAME, WAYS_TO_HIDE, add_page, hide
from tests.reading import see

ATOM = "{http://www.w3.org/2005/Atom}"


def read_feed() -> ElementTree.Element:
    response = see("/feed.xml").response
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314


def texts(element, name: str) -> list[str]:
    return [found.text for found in element.findall(ATOM + name)]


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
    for element in feed.iter(f"{ATOM}id"):
        assert element.text.startswith("http://localhost/")


def test_the_feed_names_itself_and_its_practice(practice):
    feed = read_feed()
    itself = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]

    assert [link.get("href") for link in itself] == ["http://localhost/feed.xml"]
    assert NAME in texts(feed, "title")[0]


def test_an_entry_tells_its_summary_its_author_and_its_day(practice):
    entry = read_feed().find(f"{ATOM}entry")

    assert texts(entry, "title") == ["Open on Saturdays"]
    assert texts(entry, "summary") == [practice.news.summary]
    assert texts(entry, "published")[0].startswith("2026-09-01")
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "Ada Fernhollow"
    uri = entry.find(f"{ATOM}author/{ATOM}uri").text
    assert uri == f"http://localhost{practice.ada.get_url()}"


def test_an_update_without_an_author_is_by_the_practice(practice):
    add_page(practice.updates, UpdatePage, "Without", published=date(2026, 10, 1))
    entry = read_feed().find(f"{ATOM}entry")

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
    assert titles()[:3] == ["Open on Saturdays", "Day 25", "Day 24"]


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_update_is_not_in_the_feed(practice, way):
    hide(practice.news, way)

    assert titles() == []


def test_signs_of_markup_are_text(practice):
    add_page(
        practice.updates,
        UpdatePage,
        "Ferns & <b>moss</b> ]]> 🌿",
        published=date(2026, 10, 1),
    )

    assert titles()[0] == "Ferns & <b>moss</b> ]]> 🌿"


def test_a_control_sign_does_not_break_the_feed(practice):
    title = "Ferns\x0band\x01moss"
    add_page(practice.updates, UpdatePage, title, slug="f", published=date(2026, 10, 1))

    assert len(titles()) == 2
