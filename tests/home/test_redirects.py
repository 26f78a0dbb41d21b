"""An old address leads to the new one, for the page and all below it."""

import pytest
from wagtail.models import Page

from tests.reading import see


@pytest.fixture
def when_saved(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def leads_to(address: str) -> tuple[int, str]:
    response = see(address).response
    return response.status_code, response.get("Location", "")


def test_a_new_slug_leaves_a_redirect(practice, when_saved):
    old = practice.stem_cells.get_url()
    child = practice.stem_cells_for_lupus.get_url()
    with when_saved():
        practice.stem_cells.slug = "cells"
        practice.stem_cells.save_revision().publish()

    assert leads_to(old) == (301, "/treatments/cells/")
    assert leads_to(child) == (301, "/treatments/cells/for-lupus/")
    assert leads_to("/treatments/cells/for-lupus/")[0] == 200


def test_a_moved_page_leaves_a_redirect(practice, when_saved):
    old = practice.privacy.get_url()
    with when_saved():
        Page.objects.get(pk=practice.privacy.pk).move(practice.home, pos="last-child")

    assert leads_to(old) == (301, "/privacy/")


def test_a_query_survives_the_redirect_s_own_address(practice, when_saved):
    old = practice.team.get_url()
    with when_saved():
        practice.team.slug = "people"
        practice.team.save_revision().publish()

    assert leads_to(f"{old}?page=2")[0] == 301


def test_two_moves_still_lead_to_the_page(practice, when_saved):
    first = practice.lupus.get_url()
    for slug in ("sle", "systemic-lupus"):
        with when_saved():
            practice.lupus.slug = slug
            practice.lupus.save_revision().publish()

    assert leads_to(first) == (301, "/conditions/systemic-lupus/")
    assert leads_to("/conditions/sle/") == (301, "/conditions/systemic-lupus/")


def test_a_page_that_never_was_is_not_found(practice):
    assert leads_to("/conditions/nowhere/")[0] == 404
