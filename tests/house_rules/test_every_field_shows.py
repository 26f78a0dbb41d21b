"""What an editor fills in is read by somebody: no field is asked for in vain.

Each field, row and block of a full page is changed, alone; then what a visitor, a
crawler or a feed reader is given has to be different.
"""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.db import models, transaction
from wagtail.models import Page

from home.models import InsurancePlan
from team.models import Credential
from tests.changing import field_changes, other_value, row_changes
from tests.house_rules.conftest import make_page
from tests.practice import Cast
from tests.reading import our_page_models, see
from treatments.models import Reference, RegulatoryNotice, TreatmentPage

# Field → why nobody is shown it.
UNSEEN = {
    "review_interval_months": "decides the day on which a review is due",
    "show_in_menus": "the menu holds what stands directly below home",
    "is_primary": "chooses the one place at the foot of each page; there is one",
    "body.call_to_action.url": "the page that a button leads to goes first",
    "body.video.url": "a film of our own goes before one that is elsewhere",
}
every_type = pytest.mark.parametrize(
    "model", our_page_models(), ids=lambda model: model.__name__
)


def everywhere(page: Page) -> list[Callable[[], bytes]]:
    """The places where a page is read, the likeliest first."""
    found = f"/search/?{urlencode({'query': page.title})}"
    above = page.get_parent().get_url() or "/"
    addresses = [page.get_url(), above, "/", "/feed.xml", found]
    return [lambda a=a: see(a).response.content for a in dict.fromkeys(addresses)]


def read_everywhere(page: Page) -> list[bytes]:
    return [read() for read in everywhere(page)]


def shows(page: Page, change: Callable[[], None], before: list[bytes]) -> bool:
    """Whether a change is seen anywhere; it is taken back afterwards."""
    with transaction.atomic():
        change()
        places = zip(everywhere(page), before, strict=True)
        seen = any(read() != old for read, old in places)
        transaction.set_rollback(True)
    return seen


def unseen_fields(page: Page, cast: Cast) -> list[str]:
    """The fields, rows and blocks of this page that could hold anything at all."""
    before = read_everywhere(page)
    changes = {**field_changes(page, cast), **row_changes(page, cast)}
    return [
        name
        for name, change in changes.items()
        if name not in UNSEEN and not shows(page, change, before)
    ]


@every_type
def test_every_field_of_a_page_is_read_by_somebody(practice, model):
    page = make_page(model, "full", practice)

    assert unseen_fields(page, practice) == []


SNIPPETS = [Reference, Credential, InsurancePlan, RegulatoryNotice]


@pytest.mark.parametrize("model", SNIPPETS, ids=lambda model: model.__name__)
def test_every_field_of_a_snippet_is_read_by_somebody(practice, model):
    page, record = page_with(model, practice)
    before = read_everywhere(page)
    assert not shows(page, lambda: None, before)
    fields = [
        f for f in model._meta.concrete_fields if f.editable and not f.primary_key
    ]

    def change(field) -> None:
        fresh = model.objects.get(pk=record.pk)
        setattr(
            fresh, field.name, other_value(field, getattr(fresh, field.name), practice)
        )
        fresh.save()

    unseen = [f.name for f in fields if not shows(page, lambda f=f: change(f), before)]
    assert unseen == []


def page_with(model: type, cast: Cast) -> tuple[Page, models.Model]:
    """A page that shows a record of this kind, and the record."""
    if model is RegulatoryNotice:
        notice = model.objects.create(text="Words.", source="Rule 7", jurisdiction="")
        cast.settings.jurisdictions = ["CA"]
        cast.settings.save()
        return cast.stem_cells, notice
    names = {
        Reference: ("TreatmentPage", "reference"),
        Credential: ("ClinicianPage", "credential"),
        InsurancePlan: ("LocationPage", "plan"),
    }
    type_name, member = names[model]
    page_model = next(m for m in our_page_models() if m.__name__ == type_name)
    return make_page(page_model, "full", cast), getattr(cast, member)


def test_a_field_that_is_shown_nowhere_is_found(practice):
    page = practice.tablets
    before = read_everywhere(page)

    def set_field(**value) -> Callable[[], None]:
        return lambda: TreatmentPage.objects.filter(pk=page.pk).update(**value) and None

    assert not shows(page, set_field(review_interval_months=3), before)
    assert shows(page, set_field(cost_note="A dollar"), before)
