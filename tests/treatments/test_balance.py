"""A page that states benefits states risks, other options and what is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bodies import TEXT, options, section, stored, weighed
from tests.practice import add_treatment, use
from tests.reading import see_page
from treatments.balance import MISSING, missing_parts, told_parts
from treatments.models import TreatmentPage

# Part → every way to tell of it, alone.
WAYS = {
    "benefits": [weighed(benefits=TEXT), section("benefits")],
    "risks": [weighed(risks=TEXT), section("risks")],
    "unknown": [weighed(unknown=TEXT), section("unknown")],
    "alternatives": [options(False), section("alternatives")],
    "standard_care": [options(False, True), section("conventional_options")],
}


@pytest.mark.parametrize(
    ("part", "block"), [(part, block) for part, ways in WAYS.items() for block in ways]
)
def test_each_way_to_tell_of_a_part_counts(part, block):
    assert part in told_parts([block])


@pytest.mark.parametrize(
    "block",
    [
        weighed(benefits="<p></p>"),
        section("benefits", ""),
        section("overview"),
        {"type": "quote", "value": {"text": "It helped me.", "attribution": "A."}},
        {"type": "alternatives", "value": []},
        options(True, name=""),
    ],
)
def test_what_says_nothing_tells_of_nothing(block):
    assert told_parts([block]) == set()


def test_a_page_without_benefits_may_leave_out_the_rest():
    assert missing_parts([section("overview"), section("evidence")]) == []


@given(
    st.sets(st.sampled_from(sorted(MISSING))),
    st.data(),
)
def test_a_page_with_benefits_misses_exactly_what_it_does_not_tell(parts, data):
    blocks = [data.draw(st.sampled_from(WAYS["benefits"]))]
    blocks += [data.draw(st.sampled_from(WAYS[part])) for part in sorted(parts)]
    blocks = data.draw(st.permutations(blocks))
    told = parts | ({"alternatives"} if "standard_care" in parts else set())

    expected = [str(words) for part, words in MISSING.items() if part not in told]
    assert missing_parts(blocks) == expected


@given(st.data())
def test_more_text_never_makes_a_page_less_complete(data):
    every = [block for ways in WAYS.values() for block in ways]
    blocks = [WAYS["benefits"][0], *data.draw(st.lists(st.sampled_from(every)))]
    more = [*blocks, data.draw(st.sampled_from(every))]

    assert set(missing_parts(more)) <= set(missing_parts(blocks))


def problems(page: TreatmentPage) -> str:
    return str(page.publish_problems({"body": page.body}, {}).get("body", ""))


def test_the_message_says_what_is_missing_and_where(practice):
    body = stored(section("benefits"), section("risks"))
    page = add_treatment(practice.treatments, "Tea", body=body, publish=False)
    message = problems(page)

    assert "has to state: the other options (in the block Alternatives" in message
    assert "standard care offers (tick it" in message
    assert "what is not known (in the block Benefits and risks" in message
    assert "risks and side effects" not in message


def test_a_balanced_page_may_be_published(practice):
    told = [section(kind) for kind in ("benefits", "risks", "unknown")]
    body = stored(*told, options(False, True))
    page = add_treatment(
        practice.treatments, "Tea", use(practice.lupus), body=body, publish=False
    )

    assert problems(page) == ""


def test_the_page_marks_what_is_standard_care(practice):
    page = add_treatment(practice.treatments, "Tea", body=stored(options(False, True)))
    marks = see_page(page).soup.select(".alternatives__standard")

    assert [" ".join(mark.text.split()) for mark in marks] == ["Standard care"]


def test_the_tick_belongs_to_the_words_that_a_reviewer_saw(practice):
    plain = add_treatment(practice.treatments, "Tea", body=stored(options(False)))
    ticked = TreatmentPage.objects.get(pk=plain.pk)
    ticked.body = stored(options(True))

    assert plain.words_hash != ticked.words_hash
