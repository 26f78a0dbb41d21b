"""What every page type must have, judged the moment it exists."""

import pytest
from django.template.loader import get_template
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    InlinePanel,
    PanelGroup,
    TabbedInterface,
)
from wagtail.models import Page

from home.models import BasePage
from tests.reading import our_page_models

MOST_TABS = 5
every_type = pytest.mark.parametrize(
    "model", our_page_models(), ids=lambda model: model.__name__
)


def panels_below(panel) -> list:
    children = panel.children if isinstance(panel, PanelGroup) else []
    return [panel, *(below for child in children for below in panels_below(child))]


def test_there_are_page_types_to_judge():
    assert len(our_page_models()) >= 14


@every_type
def test_a_page_type_stands_on_the_common_ground(model):
    assert issubclass(model, BasePage)


@every_type
def test_a_page_type_has_a_template_of_its_own(model):
    app, name = model.template.split("/")

    assert app == model._meta.app_label
    assert get_template(f"{app}/{name}")


@every_type
def test_a_page_type_says_what_it_is(model):
    # Django's own docstring is "Model(field, field …)".
    assert not model.__doc__.startswith(f"{model.__name__}(")


@every_type
def test_a_page_type_has_a_name_in_plain_words(model):
    assert "verbose_name" in model._meta.original_attrs
    assert model._meta.verbose_name != "page"


@every_type
def test_a_page_type_says_where_it_may_stand_and_what_below_it(model):
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model)


@every_type
def test_a_page_type_can_be_put_where_it_says(model):
    for parent in model.allowed_parent_page_models():
        if parent is not Page:
            assert model in parent.allowed_subpage_models()


@every_type
def test_the_editor_has_at_most_five_tabs_and_none_is_empty(model):
    tabs = model.get_edit_handler()

    assert isinstance(tabs, TabbedInterface)
    assert 2 <= len(tabs.children) <= MOST_TABS
    assert all(tab.children for tab in tabs.children)


@every_type
def test_every_panel_belongs_to_a_field_that_exists(model):
    fields = {field.name for field in model._meta.get_fields()}
    rows = {r.get_accessor_name() for r in get_all_child_relations(model)}
    for panel in panels_below(model.get_edit_handler()):
        if isinstance(panel, FieldPanel) and panel.model is model:
            assert panel.field_name in fields
        if isinstance(panel, InlinePanel):
            assert panel.relation_name in rows


@every_type
def test_no_field_is_asked_for_twice(model):
    panels = panels_below(model.get_edit_handler())
    names = [p.field_name for p in panels if isinstance(p, FieldPanel)]

    assert len(names) == len(set(names)), sorted(names)


@every_type
def test_every_row_that_a_page_keeps_can_be_edited(model):
    panels = panels_below(model.get_edit_handler())
    edited = {p.relation_name for p in panels if isinstance(p, InlinePanel)}
    kept = {
        relation.get_accessor_name()
        for relation in get_all_child_relations(model)
        if not relation.related_model.__module__.startswith("wagtail.")
    }

    assert kept == edited


@every_type
def test_every_panel_has_words_over_it(model):
    for panel in panels_below(model.get_edit_handler()):
        if isinstance(panel, InlinePanel | HelpPanel):
            assert panel.heading
