"""The command that loads the demo practice."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import override_settings
from wagtail.models import Orderable, Page, Site

from config.demo import files
from home.models import PracticeImage
from tests.reading import OURS, see, see_page, state_of_the_database
from tests.schema_org.reading import hidden_texts
from tests.schema_org.site import contradictions, helped_pairs
from tests.schema_org.validator import faults
from treatments.models import ConditionPage, Indication, TreatmentPage

ADDRESS = "http://localhost:8123"


def run(*options: str) -> str:
    printed = StringIO()
    call_command("demo", *options, stdout=printed)
    return printed.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def printed(module_database, django_db_blocker, folder):
    """What the command prints when it loads the demo into an empty database."""
    changed = override_settings(
        DATA_DIR=folder, MEDIA_ROOT=folder / "media", SITE_URL=ADDRESS
    )
    with changed, django_db_blocker.unblock():
        yield run()


@pytest.fixture
def demo(printed, db) -> str:
    return printed


def passwords(folder) -> dict[str, str]:
    return json.loads((folder / "demo-accounts.json").read_text())


def test_every_text_becomes_a_live_page(demo):
    assert Page.objects.filter(live=True, depth__gt=1).count() == len(
        files.read_pages()
    )
    assert not Page.objects.filter(depth__gt=1, live=False).exists()


def test_every_page_stands_at_the_address_of_its_file(demo):
    for text in files.read_pages():
        page = Page.objects.get(url_path=f"/practice/{text.path}/".replace("//", "/"))
        assert page.get_url() == f"/{text.path}/".replace("//", "/")


def test_every_page_could_be_published_by_an_editor(demo):
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
        values = {field.name: getattr(page, field.name) for field in page._meta.fields}
        rows = {
            name: list(getattr(page, name).all())
            for name in ("indications", "licenses", "certifications")
            if hasattr(page, name)
        }
        assert page.publish_problems(values, rows) == {}, page


def test_every_page_was_published_by_somebody(demo):
    for page in Page.objects.filter(depth__gt=1):
        assert page.live_revision.user
        assert page.first_published_at


def test_every_text_has_words_in_all_its_blocks(demo):
    for text in files.read_pages():
        if text.body and text.facts["type"] != "clinician":
            page = Page.objects.get(
                slug=text.slug or "practice", depth=depth_of(text)
            ).specific
            assert len(page.body) == len(text.blocks)
            for block in page.body:
                assert str(block).strip()


def depth_of(text) -> int:
    return 2 if not text.path else 3 + text.path.count("/")


def test_links_between_texts_follow_the_pages(demo):
    body = TreatmentPage.objects.get(slug="stem-cell-therapy").body.get_prep_value()

    assert 'linktype="page"' in json.dumps(body).replace('\\"', '"')


def test_rows_stand_in_the_order_of_their_file(demo):
    for model in apps.get_models():
        # Without a number of its own, each database orders the rows as it likes.
        if issubclass(model, Orderable) and model.__module__.split(".")[0] in OURS:
            assert not model.objects.filter(sort_order=None).exists(), model.__name__


def test_every_picture_is_described(demo):
    assert PracticeImage.objects.count() >= 20
    assert not PracticeImage.objects.filter(description="").exists()


def test_the_site_has_the_address_that_was_asked_for(demo):
    site = Site.objects.get()

    assert (site.hostname, site.port) == ("localhost", 8123)
    assert site.site_name == "Larkmere Clinic"
    assert site.root_page.specific.get_full_url() == f"{ADDRESS}/"


def test_addresses_and_passwords_are_printed(demo, folder):
    assert f"{ADDRESS}/" in demo
    assert f"{ADDRESS}/admin/" in demo
    for name, password in passwords(folder).items():
        line = next(line for line in demo.splitlines() if f" {name} " in line)
        assert password in line


def test_the_addresses_can_be_printed_again(demo, folder):
    again = run("--addresses")

    assert all(password in again for password in passwords(folder).values())
    assert "Loading" not in again


def test_each_group_has_an_account_that_works(demo, folder):
    groups = set()
    for name, password in passwords(folder).items():
        user = authenticate(username=name, password=password)
        groups |= {group.name for group in user.groups.all()}
        assert not user.is_superuser

    assert groups == {group.name for group in Group.objects.all()}


def test_a_changed_password_is_not_printed(demo, folder):
    name, password = next(iter(passwords(folder).items()))
    user = authenticate(username=name, password=password)
    user.set_password("something-else-entirely")
    user.save()

    assert password not in run("--addresses")


def test_passwords_are_for_the_owner_of_the_folder_only(demo, folder):
    assert (folder / "demo-accounts.json").stat().st_mode & 0o077 == 0


def test_to_repeat_it_changes_nothing(demo):
    before = state_of_the_database()

    assert "loaded already" in run()
    assert state_of_the_database() == before


def test_the_texts_can_be_found(demo):
    seen = see("/search/?query=lupus")

    assert seen.response.context["total"] >= 3
    assert "/treatments/stem-cell-therapy/lupus/" in seen.links


def test_no_unproven_treatment_stands_above_the_condition_that_was_searched(demo):
    for page in ConditionPage.objects.all():
        for name in (page.title, *page.also_known_as):
            results = see("/search/", data={"query": name}).response.context["results"]
            keys = [hit.page.pk for hit in results]
            above = results[: keys.index(page.pk)]

            assert not [
                (name, hit.page.title)
                for hit in above
                if any(use.is_unproven for use in hit.indications)
            ]


def test_the_page_that_this_began_from_shows_who_wrote_it_and_how_sure_it_is(demo):
    page = TreatmentPage.objects.get(slug="lupus")
    seen = see_page(page)

    assert "Orrin Halvane" in seen.words
    assert "1986" in seen.words
    assert "President and Medical Director" in seen.words
    assert "Not FDA-approved for this use" in seen.words
    assert {link.href for link in page.share_links} <= seen.links
    assert "/subscribe/" in seen.links


@pytest.fixture(scope="module")
def all_seen(printed, django_db_blocker):
    """Every page as a visitor is given it; each is asked for once."""
    with django_db_blocker.unblock():
        pages = Page.objects.filter(depth__gt=1).specific()
        return [see_page(page) for page in pages]


def test_every_graph_holds_to_the_vocabulary(all_seen):
    found = {
        seen.address: faults(seen.soup.find(type="application/ld+json").string)
        for seen in all_seen
    }

    assert {address: some for address, some in found.items() if some} == {}


def test_what_machines_read_is_shown_to_people(all_seen):
    found = {seen.address: hidden_texts(seen) for seen in all_seen}

    assert {address: some for address, some in found.items() if some} == {}


def test_no_two_pages_contradict_each_other(all_seen):
    assert contradictions(all_seen) == []


def test_only_established_uses_are_named_as_treatments(all_seen):
    told = helped_pairs(all_seen)
    rows = list(Indication.objects.select_related("treatment", "condition"))
    pairs = {(r.treatment.title, r.condition.title) for r in rows if r.is_established}

    assert told == pairs
    assert not any(row.is_unproven for row in rows if row.is_established)
    # Cleared, and well studied: a guideline advises against it.
    assert ("TENS", "Knee osteoarthritis") not in told
