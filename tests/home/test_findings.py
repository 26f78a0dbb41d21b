"""What an editor is told of how a page is found, before anybody looks for it."""

import pytest

from home.findings import description_findings, picture_findings, title_findings
from home.models import StandardPage
from tests.practice import add_page, add_treatment, make_picture


def fields(findings) -> list[str]:
    return [one.field for one in findings]


@pytest.mark.parametrize(("length", "count"), [(60, 0), (61, 1), (200, 1)])
def test_a_title_is_as_long_as_a_result_shows(length, count):
    assert len(list(title_findings("x" * length))) == count


@pytest.mark.parametrize(
    ("length", "word"), [(0, "no description"), (49, "short"), (161, "longer")]
)
def test_a_description_has_its_length(length, word):
    (finding,) = description_findings("x" * length)

    assert word in finding.text


@pytest.mark.parametrize("length", [50, 160])
def test_a_good_description_is_left_alone(length):
    assert not list(description_findings("x" * length))


def test_a_picture_without_words_is_named():
    (finding,) = picture_findings([("Garden", ""), ("Fern", "A fern")])

    assert "Garden" in finding.text


def test_a_picture_of_the_page_or_in_its_text_needs_words(practice):
    bare = make_picture("Bare", description="")
    body = [("image", {"image": bare, "caption": ""})]
    practice.about.image, practice.about.body = bare, body
    practice.about.save()

    assert fields(practice.about.findings) == ["image", "image"]


def test_every_page_of_the_small_practice_is_linked(practice):
    for name in ("home", "lupus", "ada", "fern_street", "news", "privacy", "matrix"):
        assert "slug" not in fields(getattr(practice, name).findings), name
    assert "slug" not in fields(practice.stem_cells_for_lupus.findings)


def test_a_page_that_nothing_leads_to_is_told(practice):
    lonely = add_page(practice.home, StandardPage, "Lonely", body=[])
    assert "slug" in fields(lonely.findings)

    link = f'<p><a linktype="page" id="{lonely.pk}">there</a></p>'
    practice.about.body = [("text", {"heading": "", "text": link})]
    practice.about.save()

    assert "slug" not in fields(lonely.findings)


def test_a_narrower_treatment_is_linked_by_its_use_only(practice):
    child = add_treatment(practice.stem_cells, "For nothing")

    assert "slug" in fields(child.findings)


def lines(page) -> dict[str, str]:
    return {line.label: line.words for line in page.graph_in_words}


def test_the_graph_of_a_condition_is_told_in_words(practice):
    told = lines(practice.lupus)

    assert told["About"] == "Lupus · A medical condition"
    assert told["Also called"] == "SLE"
    assert told["Signs"] == "butterfly rash"
    assert told["Established treatments"] == "Tablets"
    assert told["Written by"] == "Ada Fernhollow"
    assert told["Medically reviewed by"] == "Bela Mosswick"


def test_what_is_not_named_as_a_treatment_is_told_too(practice):
    told = lines(practice.stem_cells)

    assert "Named as a treatment for" not in told
    assert told["Not named as a treatment for"].startswith("Lupus, Migraine (neither")


def test_the_graph_of_a_place_is_told_with_its_address(practice):
    assert lines(practice.fern_street)["Address"] == "12 Fern Street, Brackenfold"


def test_the_editor_shows_both_and_the_preview_as_well(practice, editor):
    address = f"/admin/pages/{practice.lupus.pk}/edit/"
    panel = editor.get(address).content.decode()
    preview = editor.get(f"{address}preview/?mode=wagtail-seo")

    assert "Lupus · A medical condition" in panel
    assert "js/found.js" in panel
    assert preview.status_code in (200, 302)


def test_a_page_without_a_subject_of_its_own_is_told_by_its_day(practice):
    assert list(lines(practice.about)) == ["Last changed"]
