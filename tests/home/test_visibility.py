"""Drafts, private and expired pages are not shown anywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.models import FeaturedPage, StandardPage
from home.site import PracticeSite
from tests.practice import WAYS_TO_HIDE, add_page, hide
from tests.reading import see, see_page

every_way = pytest.mark.parametrize("way", WAYS_TO_HIDE)
own_ways = pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])


def site_of(page) -> PracticeSite:
    return page.practice_site


@every_way
def test_a_hidden_page_is_not_visible(practice, way):
    hide(practice.lupus, way)
    visible = site_of(practice.home).visible(Page.objects.all())

    assert practice.lupus.page_ptr not in visible
    assert practice.home.page_ptr in visible


@pytest.mark.parametrize("way", ["draft", "expired"])
def test_a_draft_is_no_reason_to_hide_the_pages_below(practice, way):
    hide(practice.stem_cells, way)

    assert practice.stem_cells_for_lupus.page_ptr in site_of(practice.home).visible(
        Page.objects.all()
    )


def test_a_page_is_visible_until_its_hour_of_expiry(practice):
    practice.lupus.expire_at = timezone.now() + timedelta(hours=1)
    practice.lupus.save()

    assert practice.lupus.page_ptr in site_of(practice.home).visible(Page.objects.all())


@own_ways
def test_a_hidden_page_is_not_in_the_menu(practice, way):
    hide(practice.about, way)
    seen = see_page(practice.lupus)

    assert practice.about.get_url() not in seen.links
    assert practice.team.get_url() in seen.links


def test_only_chosen_pages_of_the_first_floor_are_in_the_menu(practice):
    Page.objects.filter(pk__in=[practice.lupus.pk]).update(show_in_menus=True)
    menu = [page.title for page in site_of(practice.home).menu]

    assert menu == [
        "Treatments",
        "Conditions",
        "Team",
        "Locations",
        "Updates",
        "About",
        "Contact",
    ]


@own_ways
def test_a_hidden_notice_is_not_at_the_foot(practice, way):
    hide(practice.privacy, way)

    assert practice.privacy.get_url() not in see_page(practice.lupus).links


@own_ways
def test_a_hidden_contact_page_is_no_place_to_book(practice, way):
    hide(practice.contact, way)

    assert practice.contact.get_url() not in see_page(practice.lupus).links
    assert site_of(practice.lupus).appointment_url == ""


def test_the_practice_s_own_booking_address_comes_first(practice):
    assert site_of(practice.lupus).appointment_url == practice.contact.get_url()
    practice.settings.appointment_url = "https://book.example.org/"
    practice.settings.save()

    assert "https://book.example.org/" in see_page(practice.tablets).links


@every_way
def test_a_hidden_page_is_not_featured(practice, way):
    practice.home.featured_pages = [
        FeaturedPage(page=practice.bela, sort_order=0),
        FeaturedPage(page=practice.privacy, sort_order=1),
    ]
    practice.home.save()
    assert [page.title for page in practice.home.featured] == [
        "Bela Mosswick",
        "Privacy",
    ]
    hide(practice.bela, way)
    home = type(practice.home).objects.get()

    assert [page.title for page in home.featured] == ["Privacy"]


@every_way
def test_a_hidden_page_is_not_below_its_parent(practice, way):
    parent = add_page(practice.about, StandardPage, "Policies")
    child = add_page(parent, StandardPage, "Parking")
    if way != "below private":
        assert child.get_url() in see_page(parent).links
    hide(child, way)
    fresh = StandardPage.objects.get(pk=parent.pk)

    assert fresh.children == []


@every_way
def test_a_hidden_page_is_not_in_its_list(practice, way):
    for page, listing in [
        ("news", "updates"),
        ("lupus", "conditions"),
        ("ada", "team"),
    ]:
        hidden, parent = getattr(practice, page), getattr(practice, listing)
        hide(hidden, way)

        assert hidden.pk not in {one.pk for one in parent.get_listing_pages()}


@own_ways
def test_a_hidden_page_is_not_on_the_home_page(practice, way):
    names = ["lupus", "tablets", "ada", "news", "fern_street"]
    for name in names:
        hide(getattr(practice, name), way)
    links = see_page(practice.home).links

    assert not links & {getattr(practice, name).get_url() for name in names}


def test_a_draft_answers_that_it_is_not_there(practice):
    hide(practice.lupus, "draft")

    assert see(practice.lupus.get_url()).response.status_code == 404


def test_a_private_page_asks_who_is_there(practice):
    hide(practice.lupus, "private")
    response = see(practice.lupus.get_url()).response

    assert response.status_code == 302
    assert "login" in response["Location"]
