"""Whatever an editor types, the graph of each page type stays whole and true."""

import pytest
from django.db import models
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from home.fields import ChoiceListField, LineListField
from home.models import BasePage
from tests.filling import add_full, own_fields
from tests.house_rules.conftest import parent_for
from tests.practice import Cast
from tests.reading import our_page_models
from tests.schema_org.validator import faults

NASTY = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "She said \"aches\" & 'pains'",
    "Ferns 🌿👩‍⚕️",
    "שלום \u202eright to left\u202c العربية",
    "line\u2028and\u2029paragraph\tand\\backslash",
    "n" * 300,
    " ",
    "",
]
WORDS = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=40
)
# Their values are checked by a rule of their own.
CHECKED = (models.EmailField, models.URLField)
KEPT = {"slug", "npi", "icd10_codes", "profile_links"}


def typed_fields(model: type) -> list[models.Field]:
    """The columns into which anybody may type any words."""
    texts = (models.CharField, models.TextField, LineListField)
    fields = [*own_fields(model), Page._meta.get_field("title")]
    return [
        field
        for field in fields
        if isinstance(field, texts)
        and not isinstance(field, (*CHECKED, ChoiceListField))
        and not field.choices
        and field.name not in KEPT
    ]


@pytest.fixture(scope="module")
def full_pages(practice_of_the_file, django_db_blocker) -> dict[type, BasePage]:
    """A full page of each type, made once; nothing that is typed below is stored."""
    with django_db_blocker.unblock():
        cast = Cast(practice_of_the_file)
        return {
            model: cast.home
            if model is type(cast.home)
            else add_full(model, parent_for(model, cast), cast)
            for model in our_page_models()
        }


def typed(page: BasePage, draw) -> BasePage:
    """The page with other words in every field; what was kept of it is forgotten."""
    for field in typed_fields(type(page)):
        is_list = isinstance(field, LineListField)
        # Longer ones never reach the database.
        longest = getattr(field, "max_length", None)
        value = draw(st.lists(WORDS, max_size=3)) if is_list else draw(WORDS)[:longest]
        setattr(page, field.name, value)
    # No page is without a title.
    page.title = f"Fern {page.title}"
    return page


@pytest.mark.parametrize("model", our_page_models(), ids=lambda model: model.__name__)
def test_whatever_is_typed_the_graph_is_whole(full_pages, db, model):
    @settings(
        max_examples=5,
        deadline=None,
        # What was typed is in the message; to make it shorter takes minutes.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def types_anything(data):
        page = typed(model.objects.get(pk=full_pages[model].pk), data.draw)

        assert faults(page.structured_data) == []

    types_anything()


def test_the_fields_that_are_typed_into_are_many():
    assert sum(len(typed_fields(model)) for model in our_page_models()) > 60


def test_the_practice_s_own_words_are_escaped(practice):
    practice.settings.tagline = NASTY[0]
    practice.settings.save()
    practice.site.site_name = NASTY[0]
    practice.site.save()

    page = type(practice.lupus).objects.get(pk=practice.lupus.pk)

    assert faults(page.structured_data) == []
    assert "alert(1)" in page.structured_data
