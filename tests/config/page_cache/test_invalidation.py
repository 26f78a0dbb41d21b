"""Every kind of change × every page that shows it, over the real cache, two workers.

The first worker fills the store, somebody changes something, and the second one must
answer as Django would without a cache. What a change cannot touch stays kept.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction
from wagtailseo.models import SeoSettings

from contact.models import ContactPage, UpdatePage
from home.models import FeaturedPage, HomePage, StandardPage
from tests.kept_pages import Worker, committed, find_places_anew
from tests.practice import (
    Cast,
    add_clinician,
    add_page,
    add_treatment,
    make_picture,
    review,
    use,
)
from treatments.models import RegulatoryNotice

FILES = ["/feed.xml", "/sitemap.xml", "/robots.txt"]
LISTS = ["/treatments/?evidence=guideline_supported", "/team/?language=en"]


def public_addresses() -> list[str]:
    home = HomePage.objects.get()
    pages = Page.objects.live().public().descendant_of(home, inclusive=True)
    # Its form is tied to one visitor, so it is never kept.
    pages = pages.not_type(ContactPage)
    return [page.get_url() for page in pages.specific()] + LISTS + FILES


@pytest.fixture(scope="module")
def filled_folder(practice_of_the_file, django_db_blocker, tmp_path_factory) -> Path:
    """A store that holds every public page of a practice."""
    folder = tmp_path_factory.mktemp("filled")
    with override_settings(PAGE_CACHE_DIR=folder), django_db_blocker.unblock():
        prepare(Cast(practice_of_the_file))
        find_places_anew()
        worker = Worker(folder)
        for address in public_addresses() * 2:
            got = worker.ask(address)
            assert got.status == 200, address
        # Each kept page may be shown, or nothing here would be tested.
        assert {worker.ask(a).how for a in public_addresses()} == {"hit"}
    return folder


def prepare(cast: Cast) -> None:
    """Let pages show each other in every way."""
    picture = make_picture("Small", size=(60, 40))  # Quickly drawn.
    cast.home.featured_pages = [FeaturedPage(page=cast.tablets)]
    cast.home.save_revision().publish()
    for name in ("tablets", "lupus", "ada", "fern_street"):
        publish(getattr(cast, name), image=picture)
    cast.ada.credential_rows.create(credential=cast.credential)
    cast.fern_street.insurance_plans.set([cast.plan])
    cast.fern_street.save()
    cast.lupus.reference_rows.create(reference=cast.reference)
    PageViewRestriction.objects.create(page=cast.evidence, restriction_type="login")
    RegulatoryNotice.objects.create(text="First.", source="A rule", jurisdiction="US")


@pytest.fixture
def worker(filled_folder, practice, tmp_path, settings) -> Iterator[Worker]:
    """A worker that comes to a full store which others have filled."""
    folder = tmp_path / "pages"
    shutil.copytree(filled_folder, folder)
    settings.PAGE_CACHE_DIR = folder
    find_places_anew()
    yield Worker(folder)
    find_places_anew()


def publish(page, **values) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def saved(record, **values) -> None:
    record = type(record).objects.get(pk=record.pk)
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def heading(words: str) -> list:
    return [
        ("section", {"kind": "overview", "heading": words, "text": f"<p>{words}</p>"})
    ]


def change_indication(cast: Cast) -> None:
    saved(cast.tablets.indications.get(), evidence_level="observational")


def change_picture(cast: Cast) -> None:
    other = make_picture("Meadow", size=(50, 50))
    saved(cast.lupus.image, file=other.file.name, width=50, height=50)


def publish_scheduled(cast: Cast) -> None:
    page = add_page(cast.about, StandardPage, "Later", publish=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    page.scheduled_revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    page.scheduled_revision.save()
    call_command("publish_scheduled", verbosity=0)


def restrict(cast: Cast) -> None:
    rule = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=cast.migraine, restriction_type=rule)


def expire(cast: Cast) -> None:
    Page.objects.filter(pk=cast.news.pk).update(expire_at=timezone.now())
    call_command("publish_scheduled", verbosity=0)


def add_news(cast: Cast) -> None:
    add_page(cast.updates, UpdatePage, "Closed on Mondays", published=date(2026, 9, 3))


# What is changed → how.
CHANGES = {
    "the text of a treatment": lambda c: publish(c.tablets, body=heading("Anew")),
    "the text of a condition": lambda c: publish(c.lupus, body=heading("Anew")),
    "a summary": lambda c: publish(c.tablets, summary="Another honest sentence. " * 3),
    "a title": lambda c: publish(c.tablets, title="Pills"),
    "other names of a condition": lambda c: publish(
        c.lupus, also_known_as=["SLE", "DLE"]
    ),
    "symptoms": lambda c: publish(c.lupus, symptoms=["fatigue"]),
    "what it costs": lambda c: publish(c.stem_cells, cost_note="Ask us first."),
    "a biography": lambda c: publish(c.ada, biography="<p>Grows ferns.</p>"),
    "a job title": lambda c: publish(c.ada, job_title="Fern doctor"),
    "a former clinician": lambda c: publish(c.bela, status="former"),
    "languages": lambda c: publish(c.ada, languages=["en", "es"]),
    "a license": lambda c: saved(c.ada.licenses.get(), jurisdiction="Nevada"),
    "letters after a name": lambda c: saved(c.credential, meaning="Doctor of Ferns"),
    "an address": lambda c: publish(c.fern_street, struct_org_address_street="1 Oak"),
    "parking": lambda c: publish(c.fern_street, parking="Behind the ferns."),
    "a plan": lambda c: saved(c.plan, name="Greenfern Health"),
    "a row of evidence": change_indication,
    "one more row of evidence": lambda c: publish(
        c.tablets, indications=[*c.tablets.indications.all(), use(c.migraine)]
    ),
    "one row of evidence less": lambda c: c.tablets.indications.last().delete(),
    "who offers a treatment": lambda c: publish(c.tablets, clinicians=[c.bela]),
    "where it is offered": lambda c: publish(c.tablets, locations=[]),
    "a new treatment": lambda c: add_treatment(c.treatments, "Tea", use(c.lupus)),
    "a new clinician": lambda c: add_clinician(c.team, "Cora", "Linden"),
    "a new page of text": lambda c: add_page(c.about, StandardPage, "House rules"),
    "news": add_news,
    "a legal notice": lambda c: add_page(
        c.about, StandardPage, "Terms", notice_kind="terms"
    ),
    "the phone": lambda c: saved(c.settings, phone="(602) 555-0188"),
    "the colours": lambda c: saved(c.settings, palette="lake"),
    "the mark": lambda c: saved(c.settings, logo=c.picture),
    "the name of the site": lambda c: saved(c.site, site_name="Fernfold"),
    "metadata": lambda c: saved(SeoSettings.for_site(c.site), twitter_site="@fern"),
    "the menu": lambda c: publish(c.about, show_in_menus=False),
    "a featured page": lambda c: publish(
        HomePage.objects.get(), featured_pages=[FeaturedPage(page=c.migraine)]
    ),
    "a regulatory notice": lambda c: RegulatoryNotice.objects.create(
        text="Not approved by anybody.", source="A rule", jurisdiction="US"
    ),
    "a notice that is over": lambda c: RegulatoryNotice.objects.get().delete(),
    "the text of a notice": lambda c: saved(
        RegulatoryNotice.objects.get(), text="Not approved."
    ),
    "a picture's description": lambda c: saved(c.lupus.image, description="Ferns"),
    "a picture's file": change_picture,
    "a medical review": lambda c: review(c.tablets, c.bela),
    "a redirect": lambda c: Redirect.add_redirect("/old/", c.lupus),
    "the order of pages": lambda c: Page.objects.get(pk=c.about.pk).move(
        c.treatments, pos="left"
    ),
    "another address": lambda c: publish(c.stem_cells, slug="cells"),
    "another place in the tree": lambda c: Page.objects.get(pk=c.privacy.pk).move(
        c.home, pos="last-child"
    ),
    "many rows at once": lambda c: StandardPage.objects.update(summary="One for all."),
    "a page at its hour": publish_scheduled,
    "the end of a page": expire,
    "a private page": restrict,
    "a page that was private": lambda c: PageViewRestriction.objects.get().delete(),
    "a withdrawn page": lambda c: c.stem_cells_for_lupus.unpublish(),
    "a deleted page": lambda c: Page.objects.get(pk=c.stem_cells.pk).delete(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_nobody_is_shown_what_has_changed(worker, practice, what):
    addresses = set(public_addresses())
    for address in addresses:
        worker.ask(address)  # It keeps them near as well.
    with committed():
        CHANGES[what](practice)

    # A page that is not kept any more will be made anew, and needs no comparison.
    for address in sorted(filter(worker.keeps, addresses | set(public_addresses()))):
        got, made = worker.ask(address), worker.ask_django(address)
        assert (got.status, got.body) == (made.status, made.body), address


SHOW_PARTS = ["home", "treatments", "conditions", "team", "lupus", "stem_cells"]


@contextmanager
def parts_kept() -> Iterator[None]:
    """Outside of the tests' transaction each process keeps parts of pages."""
    with pytest.MonkeyPatch.context() as patch:
        for room in ("home.site", "home.changes.keeping"):
            patch.setattr(f"{room}.is_in_transaction", lambda: False)
        yield


@pytest.mark.parametrize("what", CHANGES)
def test_no_page_is_made_of_parts_that_have_changed(worker, practice, what):
    addresses = {getattr(practice, name).get_url() for name in SHOW_PARTS}
    addresses.add("/search/?query=tablets")
    with parts_kept():
        for address in addresses:
            worker.ask_django(address)
    with committed():
        CHANGES[what](practice)

    for address in sorted(addresses):
        with parts_kept():
            found = worker.ask_django(address)
        made = worker.ask_django(address)
        assert found.status == made.status, address
        pairs = zip(found.body.splitlines(), made.body.splitlines(), strict=False)
        assert [pair for pair in pairs if pair[0] != pair[1]][:1] == [], address


# What is changed → how, and which kinds of pages cannot show it.
UNTOUCHED = {
    "the text of a treatment": (
        lambda c: publish(c.tablets, body=heading("Once more")),
        ["about", "updates", "team", "bela", "locations"],
    ),
    "a summary of a condition": (
        lambda c: publish(c.migraine, summary="A third honest sentence. " * 3),
        ["about", "team", "bela", "locations", "tablets", "privacy"],
    ),
    "a license": (
        lambda c: saved(c.ada.licenses.get(), jurisdiction="Utah"),
        ["about", "updates", "locations", "conditions", "treatments"],
    ),
    "a row of evidence": (
        lambda c: saved(c.tablets.indications.first(), evidence_level="case_reports"),
        ["about", "locations", "team", "privacy"],
    ),
}
NOBODY_SEES = {
    "a draft": lambda c: c.lupus.save_revision(),
    "a new draft": lambda c: add_page(c.about, StandardPage, "Draft", publish=False),
    "somebody who logs in": lambda c: c.settings.save(),
}


@pytest.mark.parametrize("what", UNTOUCHED)
def test_what_a_change_cannot_touch_stays_kept(worker, practice, what):
    change, names = UNTOUCHED[what]
    with committed():
        change(practice)

    kept = {n: worker.ask(getattr(practice, n).get_url()).how for n in names}
    assert kept == dict.fromkeys(names, "hit")


@pytest.mark.parametrize("what", NOBODY_SEES)
def test_what_no_visitor_sees_touches_no_page(worker, practice, what):
    with committed():
        NOBODY_SEES[what](practice)

    assert [one for one in public_addresses() if not worker.keeps(one)] == []


def test_a_change_that_is_taken_back_touches_no_page(worker, practice):
    with committed(), pytest.raises(ZeroDivisionError), transaction.atomic():
        saved(practice.settings, phone="(602) 555-0100")
        _ = 1 / 0

    assert worker.keeps("/")
