"""All evidence at a glance: for visitors, and for editors with its gaps."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.practice import add_page, add_treatment, hide, use
from tests.reading import see_page
from treatments.models import ConditionPage, Indication, TreatmentReference

GRID = "/admin/evidence/"


def table(soup) -> dict[tuple[str, str], str]:
    """(treatment, condition) → the words of the place where they meet."""
    grid = soup.select_one("main table, .evidence-grid table")
    heads = [words(head) for head in grid.select("thead th")][1:]
    return {
        (words(row.th), head): words(cell)
        for row in grid.select("tbody tr")
        for head, cell in zip(heads, row.select("td"), strict=True)
    }


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split()).replace(" :", ":")


def soup_of(browser, query: str = ""):
    response = browser.get(GRID + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def gaps(browser) -> dict[str, str]:
    """Heading → the words of each panel of gaps above the table."""
    panels = soup_of(browser).select("section:has(.evidence-gaps)")
    return {words(panel.h2): words(panel.select_one("ul")) for panel in panels}


def test_each_pair_says_level_status_and_unproven_in_words(practice):
    cells = table(see_page(practice.matrix).soup)

    assert cells["Stem cells", "Lupus"].endswith(
        "Case reports only Not FDA-approved for this use Unproven"
    )
    assert "Supported by guidelines" in cells["Tablets", "Lupus"]
    assert "Unproven" not in cells["Tablets", "Lupus"]
    assert cells["Tablets", "Migraine"] == ""


def test_a_treatment_for_one_condition_stands_in_the_row_above_it(practice):
    seen = see_page(practice.matrix)

    assert ("For lupus", "Lupus") not in table(seen.soup)
    assert practice.stem_cells_for_lupus.get_url() in seen.links


def test_a_treatment_below_a_hidden_one_has_a_row_of_its_own(practice):
    hide(practice.stem_cells, "draft")
    cells = table(see_page(practice.matrix).soup)

    assert "Case reports only" in cells["For lupus", "Lupus"]


def test_every_sign_of_the_table_is_explained_below_it(practice):
    legend = [
        words(entry) for entry in see_page(practice.matrix).soup.select(".legend li")
    ]

    assert legend == [
        "9 · Supported by guidelines",
        "4 · Case reports only",
        "2 · Laboratory or animal studies only",
        "FDA-approved for this use",
        "Not FDA-approved for this use",
        "Unproven",
    ]


def test_a_screen_reader_is_told_what_each_cell_belongs_to(practice):
    grid = see_page(practice.matrix).soup.select_one("main table")

    assert {head["scope"] for head in grid.select("thead th")} == {"col"}
    assert {head["scope"] for head in grid.select("tbody th")} == {"row"}
    assert grid.caption


@pytest.mark.parametrize("name", ["home", "evidence", "treatments", "conditions"])
def test_the_table_is_found_from_where_people_look(practice, name):
    assert practice.matrix.get_url() in see_page(getattr(practice, name)).links


def test_an_empty_practice_has_no_empty_table(practice):
    Indication.objects.all().delete()
    seen = see_page(practice.matrix)

    assert not seen.soup.select("main table")
    assert "No treatment is described yet" in seen.words


def test_a_table_that_no_page_can_hold_is_left_to_the_lists(practice, monkeypatch):
    monkeypatch.setattr("treatments.models.evidence.MOST_CELLS", 3)
    seen = see_page(practice.matrix)
    led_to = {link["href"] for link in seen.soup.main.find_all("a")}

    assert not seen.soup.select("main table")
    assert "too many treatments for one table" in seen.words
    assert {practice.treatments.get_url(), practice.conditions.get_url()} <= led_to


@pytest.mark.parametrize("person", ["editor", "reviewer", "owner"])
def test_everybody_who_works_on_the_pages_sees_the_grid(request, practice, person):
    cells = table(soup_of(request.getfixturevalue(person)))

    assert "unproven" in cells["Stem cells", "Lupus"]


def test_visitors_do_not_see_the_editors_grid(practice, visitor):
    assert visitor.get(GRID).status_code == 302


def test_drafts_are_in_the_grid_and_called_so(editor, practice):
    row = use(practice.migraine)
    add_treatment(practice.treatments, "Tea", row, publish=False)
    hide(practice.lupus, "draft")
    cells = table(soup_of(editor))

    assert "7" in cells["Tea (draft)", "Migraine"]
    assert ("Tablets", "Lupus (draft)") in cells


def test_the_grid_says_what_a_use_lacks(editor, practice):
    cells = table(soup_of(editor))
    assert "no sentence" in cells["Tablets", "Lupus"]
    assert "no reference" in cells["Tablets", "Lupus"]
    assert "no trial" not in cells["Tablets", "Lupus"]

    practice.tablets.reference_rows = [TreatmentReference(reference=practice.reference)]
    practice.tablets.save()
    practice.tablets.indications.update(
        summary="It helps most people.", regulatory_status="investigational"
    )
    cell = table(soup_of(editor))["Tablets", "Lupus"]
    assert "no trial" in cell
    assert "no sentence" not in cell
    assert "no reference" not in cell


def test_the_grid_lists_pages_without_a_partner_and_begun_rows(editor, practice):
    add_treatment(practice.treatments, "Tea")
    add_page(practice.conditions, ConditionPage, "Gout", body=[])
    begun = use(practice.migraine, "", "")
    practice.tablets.indications.add(begun)
    practice.tablets.save()
    found = gaps(editor)

    assert found["Treatments without a condition"] == "Tea"
    assert found["Conditions without a treatment"] == "Gout"
    assert "Tablets: Migraine" in found.values()


def test_the_grid_leads_into_the_editor(editor, practice):
    links = {link["href"] for link in soup_of(editor).select("table a")}
    for page in (practice.stem_cells_for_lupus, practice.tablets, practice.lupus):
        assert f"/admin/pages/{page.pk}/edit/" in links


def test_the_grid_costs_the_same_however_many_pages_there_are(editor, practice):
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(GRID).status_code == 200
        return len(captured)

    editor.get(GRID)
    before = cost()
    for number in range(4):
        gout = add_page(practice.conditions, ConditionPage, f"Gout {number}", body=[])
        add_treatment(practice.treatments, f"Tea {number}", use(gout))

    assert cost() <= before


def test_a_large_grid_shows_some_treatments_at_a_time(editor, practice, monkeypatch):
    monkeypatch.setattr("treatments.views.MOST_CELLS", 3)
    monkeypatch.setattr("treatments.views.ROWS_OF_A_LARGE_GRID", 1)
    add_page(practice.conditions, ConditionPage, "Gout", body=[])
    first, second = soup_of(editor), soup_of(editor, "?p=2")

    assert {treatment for treatment, _condition in table(first)} == {"Stem cells"}
    assert {treatment for treatment, _condition in table(second)} == {"Tablets"}
    assert "Gout" not in {condition for _treatment, condition in table(first)}
    assert second.select_one(".pagination [aria-current=page]").text.strip() == "2"
    # What is missing is missing on the whole site.
    assert gaps(editor)["Conditions without a treatment"] == "Gout"


def test_many_gaps_are_counted_and_not_all_listed(editor, practice, monkeypatch):
    monkeypatch.setattr("treatments.gaps.MOST_SHOWN", 1)
    for name in ("Gout", "Hives", "Colds"):
        add_page(practice.conditions, ConditionPage, name, body=[])

    assert gaps(editor)["Conditions without a treatment"].split() == [
        *("Colds", "and", "2", "more"),
    ]
