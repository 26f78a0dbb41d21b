"""An old address leads to the new one, for the page and all below it."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from tests.practice import WAYS_TO_HIDE, hide
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

    assert leads_to(f"{old}?page=2") == (301, "/people/?page=2")


def test_two_moves_still_lead_to_the_page(practice, when_saved):
    first = practice.lupus.get_url()
    for slug in ("sle", "systemic-lupus"):
        with when_saved():
            practice.lupus.slug = slug
            practice.lupus.save_revision().publish()

    assert leads_to(first) == (301, "/conditions/systemic-lupus/")
    assert leads_to("/conditions/sle/") == (301, "/conditions/systemic-lupus/")


def test_a_page_that_never_was_is_not_found(practice):
    for address in ("/conditions/nowhere/", "/conditions/nowhere", "/NOWHERE/"):
        assert leads_to(address)[0] == 404


# Each careless way to write an address → the one address of the page.
CARELESS = {
    "/conditions/lupus": "/conditions/lupus/",
    "/Conditions/LUPUS": "/conditions/lupus/",
    "/CONDITIONS//lupus/": "/conditions/lupus/",
    "/conditions/lupus//": "/conditions/lupus/",
    "/Search?query=Lupus": "/search/?query=Lupus",
    "/search?query=lupus": "/search/?query=lupus",
    "/conditions?page=1": "/conditions/?page=1",
    "/FEED.xml": "/feed.xml",
    "/Robots.TXT": "/robots.txt",
    "/admin": "/admin/",
}


@pytest.mark.parametrize("address", CARELESS)
def test_slashes_and_letters_are_put_right_in_one_step(practice, address):
    assert leads_to(address) == (301, CARELESS[address])
    assert leads_to(CARELESS[address])[0] in (200, 302)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/Conditions/LUPUS", "/conditions/lupus/"),
        ("/conditions/lupus?a=b", "/conditions/lupus/?a=b"),
        ("/sle", "/conditions/lupus/"),
        ("/conditions/lupus/", "/conditions/lupus/"),
        ("/no/such/page", "/no/such/page"),
        ("/admin/login/", "/admin/login/"),
    ],
)
def test_without_encryption_it_is_still_one_step(practice, settings, address, target):
    Redirect.add_redirect("/sle", practice.lupus)
    settings.SECURE_SSL_REDIRECT = True

    assert leads_to(address) == (301, f"https://localhost{target}")


@pytest.mark.parametrize("slug", ["Lupus_And_You", "LUPUS-and-you"])
def test_an_address_is_stored_in_the_letters_it_is_asked_for_with(practice, slug):
    practice.lupus.slug = slug
    practice.lupus.save()

    assert practice.lupus.get_url() == "/conditions/lupus-and-you/"
    assert leads_to("/conditions/Lupus-And-You")[1] == "/conditions/lupus-and-you/"
    assert leads_to("/conditions/lupus-and-you/")[0] == 200


@pytest.mark.parametrize("address", ["/conditions/sle", "/CONDITIONS/SLE", "/Sle?a=b"])
def test_a_careless_old_address_takes_one_step_too(practice, address):
    for old in ("/conditions/sle", "/sle"):
        Redirect.add_redirect(old, practice.lupus)

    status, target = leads_to(address)
    assert status == 301
    assert target.split("?")[0] == "/conditions/lupus/"


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_nothing_leads_to_what_visitors_may_not_see(practice, way):
    Redirect.add_redirect("/sle", practice.lupus)
    hide(practice.lupus, way)

    assert leads_to("/sle/")[0] == 404
    assert leads_to("/conditions/Lupus/")[0] in (404, 302)


def test_a_redirect_to_a_deleted_page_goes_with_it(practice):
    Redirect.add_redirect("/sle", practice.migraine)
    Page.objects.filter(pk=practice.stem_cells.pk).first().delete()
    practice.migraine.delete()

    assert leads_to("/sle/")[0] == 404


def test_a_chain_takes_one_step(practice):
    Redirect.add_redirect("/one", "http://localhost/two/")
    Redirect.add_redirect("/two", "/three")
    Redirect.add_redirect("/three", practice.lupus)

    assert leads_to("/one/") == (301, "/conditions/lupus/")


def test_a_chain_with_a_temporary_part_is_temporary(practice):
    Redirect.add_redirect("/one", "/two/", is_permanent=False)
    Redirect.add_redirect("/two", practice.lupus)

    assert leads_to("/one/") == (302, "/conditions/lupus/")


def test_a_circle_leads_nowhere(practice):
    Redirect.add_redirect("/one", "/two/")
    Redirect.add_redirect("/two", "/one/")

    assert leads_to("/one/")[0] == 404


def test_another_host_ends_a_chain(practice):
    Redirect.add_redirect("/one", "https://elsewhere.example.org/one/")

    assert leads_to("/one/") == (301, "https://elsewhere.example.org/one/")


def test_a_page_that_comes_back_takes_its_address_back(practice, when_saved):
    old = practice.lupus.get_url()
    for slug in ("sle", "lupus"):
        with when_saved():
            practice.lupus.slug = slug
            practice.lupus.save_revision().publish()

    assert leads_to(old)[0] == 200
    assert leads_to("/conditions/sle/") == (301, old)
    assert [one.old_path for one in Redirect.objects.all()] == ["/conditions/sle"]


def test_a_branch_that_comes_back_takes_its_addresses_back(practice, when_saved):
    child = practice.stem_cells_for_lupus.get_url()
    for slug in ("cells", "stem-cells"):
        with when_saved():
            practice.stem_cells.slug = slug
            practice.stem_cells.save_revision().publish()

    assert leads_to(child)[0] == 200
    assert leads_to("/treatments/cells/for-lupus/") == (301, child)
    assert not Redirect.objects.filter(old_path__contains="stem-cells").exists()


@pytest.mark.parametrize("target", ["http://localhost/one/", "http://localhost/two/"])
def test_the_form_refuses_a_circle(owner, target):
    Redirect.add_redirect("/two", "http://localhost/one/")
    response = owner.post(
        reverse("wagtailredirects:add"),
        {"old_path": "/one", "redirect_link": target, "is_permanent": "on"},
    )

    assert "lead in a circle" in response.content.decode()
    assert not Redirect.objects.filter(old_path="/one").exists()


def test_a_redirect_to_the_page_at_its_own_address_is_refused(practice):
    redirect = Redirect(old_path="/conditions/lupus/", redirect_page=practice.lupus)

    with pytest.raises(ValidationError, match="circle"):
        redirect.full_clean()


def test_a_spreadsheet_is_taken_without_its_circles(owner):
    rows = "from,to\n/a,http://localhost/conditions/\n/b,http://localhost/b/\n"
    file = BytesIO(rows.encode())
    file.name = "redirects.csv"
    chosen = owner.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    form = chosen.context["form"]
    data = {name: form[name].value() for name in ("import_file_name", "input_format")}
    done = owner.post(
        reverse("wagtailredirects:process_import"),
        {**data, "from_index": "0", "to_index": "1", "permanent": "on"},
        follow=True,
    )

    assert "lead in a circle" in done.content.decode()
    assert [one.old_path for one in Redirect.objects.all()] == ["/a"]
    assert leads_to("/a") == (301, "http://localhost/conditions/")


def test_redirects_can_be_taken_away_as_a_spreadsheet(owner, practice):
    Redirect.add_redirect("/sle", practice.lupus)
    response = owner.get(reverse("wagtailredirects:index") + "?export=csv")
    rows = b"".join(response.streaming_content).decode()

    assert "/sle" in rows
    assert "/conditions/lupus/" in rows
