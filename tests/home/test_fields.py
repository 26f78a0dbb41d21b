"""Short lists: lines in a form, lists in Python."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from home.fields import ChoiceListField, LineListField
from home.models import PracticeSettings, ShareNetwork
from treatments.models import ConditionPage

NETWORKS = ChoiceListField(options=ShareNetwork)


def through_the_form(field, shown_as):
    """What a form makes of what a browser sends back."""
    return field.formfield().clean(shown_as)


def test_each_line_is_an_entry():
    text = "SLE\r\nlupus erythematosus\nwolf"

    assert through_the_form(LineListField(), text) == [
        "SLE",
        "lupus erythematosus",
        "wolf",
    ]


def test_empty_lines_spaces_and_repeats_are_left_out():
    text = "  SLE \n\n \t \nSLE\nsystemic   lupus\n"

    assert through_the_form(LineListField(), text) == ["SLE", "systemic lupus"]


@pytest.mark.parametrize("nothing", ["", None, "\n\n", []])
def test_nothing_written_is_an_empty_list(nothing):
    assert through_the_form(LineListField(), nothing) == []


def test_a_form_shows_one_entry_a_line():
    form_field = LineListField().formfield()

    assert form_field.prepare_value(["one", "two"]) == "one\ntwo"
    assert form_field.prepare_value("typed\nand refused") == "typed\nand refused"


@given(st.text())
def test_any_text_becomes_clean_lines(text):
    lines = through_the_form(LineListField(), text)

    assert all(line and line == " ".join(line.split()) for line in lines)
    assert len(lines) == len(set(lines))
    assert "\0" not in "".join(lines)


@given(st.text())
def test_a_list_survives_being_shown_and_sent_back(text):
    form_field = LineListField().formfield()
    lines = form_field.clean(text)

    assert form_field.clean(form_field.prepare_value(lines)) == lines


@pytest.mark.parametrize("wrong", ["SLE", {"a": 1}, [1, 2], [["SLE"]], [None]])
def test_only_a_list_of_strings_is_kept(wrong):
    with pytest.raises(ValidationError):
        LineListField().clean(wrong, None)


def test_chosen_values_come_back_as_a_list():
    assert through_the_form(NETWORKS, ["x", "email"]) == ["x", "email"]
    assert NETWORKS.clean(["x"], None) == ["x"]


def test_a_value_that_is_not_offered_is_refused():
    with pytest.raises(ValidationError, match="myspace"):
        NETWORKS.clean(["x", "myspace"], None)


def test_nothing_need_be_chosen():
    assert through_the_form(NETWORKS, []) == []
    assert NETWORKS.clean([], None) == []


def test_two_records_never_share_one_list():
    PracticeSettings().share_networks.remove("x")

    assert "x" in PracticeSettings().share_networks
    assert ConditionPage._meta.get_field("symptoms").get_default() == []


def test_lists_are_the_same_after_the_database(practice):
    page = practice.lupus
    page.symptoms = ["first", "zweitens – ü", '"quoted"']
    page.save()

    assert ConditionPage.objects.get(pk=page.pk).symptoms == page.symptoms
