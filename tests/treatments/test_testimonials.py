"""Praise needs consent and what is typical, and stands beside no unproven use."""

import pytest
from django.contrib.messages import get_messages

from tests.bodies import section, stored, testimonial
from tests.house_rules.test_editor import edit_address, form_of
from tests.practice import add_treatment, hide, use
from tests.reading import see_page
from tests.treatments.test_evidence_grid import gaps

WORDS = "They listened to me."


def praised(parent, *uses, **facts):
    return add_treatment(parent, "Praised", *uses, body=stored(testimonial()), **facts)


def is_refused(page, rows=None) -> bool:
    rows = {"indications": list(page.indications.all())} if rows is None else rows
    problems = page.publish_problems({"body": page.body}, rows)
    return "testimonial cannot stand" in str(problems.get("body", ""))


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def test_praise_stands_with_its_tie_and_what_is_typical(practice):
    words = see_page(praised(practice.treatments, use(practice.lupus))).words

    assert WORDS in words
    assert "M. · Patient" in words
    assert "What is typical: Most people wait two weeks." in words


@pytest.mark.parametrize(
    "missing", ["relationship", "typical_results", "consent_on_file"]
)
def test_praise_that_lacks_a_part_is_shown_to_nobody(practice, missing):
    body = stored(testimonial(**{missing: None}))
    page = add_treatment(practice.treatments, "Tea", body=body)

    assert WORDS not in see_page(page).words


def test_praise_cannot_be_published_beside_an_unproven_use(practice):
    page = praised(
        practice.treatments,
        use(practice.lupus, "case_reports", "not_approved"),
        publish=False,
    )

    assert is_refused(page)
    assert not is_refused(page, {"indications": [use(practice.lupus)]})


def test_a_half_filled_row_is_no_unproven_use(practice):
    page = praised(practice.treatments, publish=False)

    assert not is_refused(page, {"indications": [use(None, "case_reports")]})


def test_praise_cannot_be_published_above_an_unproven_use(practice):
    page = praised(practice.treatments, use(practice.lupus))
    assert not is_refused(fresh(page))
    add_treatment(page, "Below", use(practice.migraine, "no_evidence", "not_approved"))

    assert is_refused(fresh(page))


def test_praise_cannot_be_published_on_a_condition_with_an_unproven_treatment(
    practice,
):
    body = stored(testimonial())
    practice.lupus.body = body
    practice.migraine.body = body

    assert is_refused(practice.lupus, {})
    hide(practice.stem_cells, "draft")
    assert not is_refused(practice.migraine, {})


def test_a_use_that_becomes_unproven_later_hides_the_praise(practice):
    page = praised(practice.treatments, use(practice.lupus))
    below = add_treatment(page, "Below", use(practice.migraine))
    assert WORDS in see_page(page).words

    below.indications.update(evidence_level="laboratory_only")
    seen = see_page(page)
    assert WORDS not in seen.words
    assert WORDS not in seen.response.content.decode()


def test_a_hidden_use_below_hides_nothing(practice):
    page = praised(practice.treatments, use(practice.lupus))
    row = use(practice.migraine, "no_evidence", "not_approved")
    hide(add_treatment(page, "Below", row), "draft")

    assert WORDS in see_page(page).words


def test_the_editor_says_that_the_praise_is_hidden(owner, practice):
    page = praised(practice.treatments, use(practice.lupus))
    warning = "Visitors do not see the testimonial"
    assert warning not in owner.get(edit_address(page)).content.decode()

    page.indications.update(evidence_level="expert_opinion")
    assert warning in owner.get(edit_address(page)).content.decode()
    assert "Praised" in gaps(owner).values()


def test_who_publishes_the_use_is_told_whose_praise_it_hides(owner, practice):
    page = praised(practice.treatments, use(practice.lupus))
    row = use(practice.migraine, "no_evidence", "not_approved")
    below = add_treatment(page, "Below", row, publish=False)
    sent = form_of(owner, edit_address(below)) | {"action-publish": "1"}
    response = owner.post(edit_address(below), sent)
    told = [str(message) for message in get_messages(response.wsgi_request)]

    assert any("“Praised” hides its testimonial" in words for words in told), told


def test_other_blocks_stay_beside_an_unproven_use(practice):
    body = stored(section("overview", "<p>What it is.</p>"), testimonial())
    row = use(practice.lupus, "case_reports", "not_approved")
    page = add_treatment(practice.treatments, "Tea", row, body=body)

    assert "What it is." in see_page(page).words
