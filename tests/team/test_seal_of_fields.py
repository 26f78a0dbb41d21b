"""Whatever an editor changes around a reviewed page: other words are another seal.

Each field, row and block of a full page is changed, alone; so is each field of what the
page prints of others: its author, its references, its pictures, the practice.
"""

from collections.abc import Callable

import pytest
from django.db import models, transaction
from wagtail.models import Site

from home.models import PracticeSettings
from team.models import ClinicianPage
from tests.changing import field_changes, other_value, row_changes
from tests.conftest import clear_caches
from tests.filling import add_full, own_fields
from tests.practice import Cast, review
from tests.team.seen_words import Seen, read_page
from treatments.models import ConditionPage, RegulatoryNotice, TreatmentPage

# The practice's own name and whom to call stand on every page; no reviewer vouches for
# them.
FRAME = {
    "PracticeSettings.phone",
    "PracticeSettings.emergency_text",
    "Site.site_name",
}
# Not words, and yet seen or followed: another film is another thing to vouch for.
WORDLESS = {"page", "url", "level", "image", "kind", "captions", "file", "poster"}
# Where a record belongs, which no reader meets.
UNREAD = {"site", "collection", "uploaded_by_user", "root_page", "locale"}
PARENTS = {ConditionPage: "conditions", TreatmentPage: "treatments"}


def seen_after(page, change: Callable[[], None]) -> Seen:
    """What a visitor reads after a change, which is taken back."""
    with transaction.atomic():
        change()
        clear_caches()
        seen = read_page(page)
        transaction.set_rollback(True)
    clear_caches()
    return seen


def record_changes(record: models.Model, cast: Cast) -> dict[str, Callable[[], None]]:
    """Each field of a record that no page owns, changed alone."""

    def change(field: models.Field) -> None:
        fresh = type(record).objects.get(pk=record.pk)
        value = other_value(field, getattr(fresh, field.name), cast)
        setattr(fresh, field.name, value)
        fresh.save()

    name = type(record).__name__
    return {
        f"{name}.{field.name}": lambda field=field: change(field)
        for field in own_fields(type(record))
        if not isinstance(field, models.FileField | models.JSONField)
        and not field.primary_key
        and not (field.is_relation and field.name in UNREAD)
    }


def page_changes(page, cast: Cast, name: str) -> dict[str, Callable[[], None]]:
    """Each field, row and block of a page, changed alone."""
    changes = {**field_changes(page, cast), **row_changes(page, cast)}
    return {f"{name}.{key}": change for key, change in changes.items()}


def full_page(model: type, cast: Cast):
    """A reviewed page that prints something of everybody."""
    notice = RegulatoryNotice.objects.create(text="Words.", source="Rule 7")
    author = add_full(ClinicianPage, cast.team, cast)
    page = add_full(model, getattr(cast, PARENTS[model]), cast)
    model.objects.filter(pk=page.pk).update(author=author)
    page = model.objects.get(pk=page.pk)
    review(page, cast.bela)
    return page, author, notice


@pytest.mark.parametrize("model", PARENTS, ids=lambda model: model.__name__)
def test_no_change_of_words_is_left_out_of_the_seal(practice, model):
    page, author, notice = full_page(model, practice)
    before = read_page(page)
    assert before.says_reviewed
    changes = {
        **page_changes(page, practice, "page"),
        **page_changes(author, practice, "author"),
        **record_changes(notice, practice),
        **record_changes(practice.reference, practice),
        **record_changes(practice.credential, practice),
        **record_changes(practice.picture, practice),
        **record_changes(practice.document, practice),
        **record_changes(PracticeSettings.for_site(practice.site), practice),
        **record_changes(Site.objects.get(), practice),
    }
    seen = {name: seen_after(page, change) for name, change in changes.items()}

    other = {name for name, one in seen.items() if one.words != before.words}
    sealed = {name for name, one in seen.items() if one.says_reviewed}
    assert len(other) > 50
    assert other & sealed <= FRAME
    # And nothing else drops it: neither layout nor what colleagues keep for themselves.
    assert {name.split(".")[-1] for name in set(seen) - other - sealed} <= WORDLESS
