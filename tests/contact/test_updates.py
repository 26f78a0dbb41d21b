"""News: its list, its page, and the way to hear of it."""

from datetime import date

import pytest

from contact.models import UpdatePage, UpdateTopic
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import see, see_page


def test_updates_are_listed_newest_first(practice):
    for month in (8, 10):
        add_page(
            practice.updates,
            UpdatePage,
            f"Month {month}",
            published=date(2026, month, 1),
        )
    words = see_page(practice.updates).words

    assert (
        words.index("Month 10")
        < words.index("Open on Saturdays")
        < words.index("Month 8")
    )


def test_an_update_shows_what_it_is_about(practice):
    assert practice.stem_cells.get_url() in see_page(practice.news).links


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_an_update_is_about_no_hidden_page(practice, way):
    hide(practice.stem_cells, way)

    assert practice.stem_cells.get_url() not in see_page(practice.news).links


def test_an_update_leads_to_its_neighbors_not_to_itself(practice):
    other = add_page(practice.updates, UpdatePage, "Other", published=date(2026, 8, 1))

    assert [page.title for page in practice.news.neighbors] == ["Other"]
    assert [page.title for page in other.neighbors] == ["Open on Saturdays"]


def test_what_an_update_is_about_may_go(practice):
    page = add_page(
        practice.updates,
        UpdatePage,
        "Other",
        topics=[UpdateTopic(page=practice.privacy)],
    )
    practice.privacy.delete()

    assert see_page(page)


def test_an_author_who_goes_takes_no_update_along(practice):
    practice.ada.delete()

    assert UpdatePage.objects.get(pk=practice.news.pk).author is None
    assert see_page(UpdatePage.objects.get(pk=practice.news.pk))


def test_to_follow_the_feed_nobody_has_to_say_who_they_are(practice):
    seen = see("/subscribe/")

    assert seen.response.status_code == 200
    assert not seen.response.cookies
    assert len(seen.soup.find_all("h1")) == 1
    assert any(link.endswith("/feed.xml") for link in seen.links)


def test_the_page_to_subscribe_has_complete_metadata(practice):
    seen = see("/subscribe/")

    assert seen.canonical == "http://localhost/subscribe/"
    assert seen.meta("robots") == "noindex"
    assert seen.meta("description")
    assert seen.meta("og:image").startswith("http://localhost/")


@pytest.mark.parametrize("method", ["put", "delete"])
def test_there_is_nothing_to_change(practice, visitor, method):
    assert getattr(visitor, method)("/subscribe/").status_code == 405


def test_the_contact_page_has_phone_mail_and_places(practice):
    seen = see_page(practice.contact)
    main = seen.soup.main

    assert main.find("a", href="tel:+16025550177")
    assert main.find("a", href="mailto:hello@brackenfold.example.org")
    assert practice.fern_street.get_url() in seen.links
    assert "12 Fern Street" in seen.words
