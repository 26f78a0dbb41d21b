"""What machines that read text are given: a Markdown twin of each page, and a guide."""

import pytest

from tests.filling import add_full
from tests.practice import NAME, WAYS_TO_HIDE, hide, review
from tests.reading import our_page_models, see, see_page
from treatments.models import TreatmentPage


def twin_of(page) -> str:
    response = see(f"{page.get_url()}page.md").response
    assert response.status_code == 200
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    return response.content.decode()


def test_every_page_names_its_twin_and_the_twin_its_page(practice):
    for name in ("home", "treatments", "lupus", "stem_cells_for_lupus", "ada", "news"):
        page = getattr(practice, name)
        link = see_page(page).soup.find("link", type="text/markdown")
        response = see(link["href"]).response

        assert link["rel"] == ["alternate"]
        assert f"\n# {page.title}\n" in response.content.decode()
        address = f"http://localhost{page.get_url()}"
        assert response["Link"] == f'<{address}>; rel="canonical"'
        assert response["X-Robots-Tag"] == "noindex"


def test_a_twin_says_how_sure_a_use_is_and_what_is_unproven(practice):
    text = twin_of(practice.stem_cells_for_lupus)

    assert practice.stem_cells_for_lupus.summary in text
    assert "Case reports only" in text
    assert "Not FDA-approved for this use" in text
    assert "> Notice: Unproven use, not a standard treatment." in text
    assert "**About unproven treatments**" in text


def test_a_twin_says_who_reviewed_the_page_and_when(practice):
    review(practice.lupus, practice.bela)
    reviewed = type(practice.lupus).objects.get(pk=practice.lupus.pk).last_reviewed

    assert "**Medically reviewed**" in twin_of(practice.lupus)
    assert f"{reviewed:%-d, %Y}" in twin_of(practice.lupus)
    assert "**Medical review pending**" in twin_of(practice.migraine)


def test_a_twin_has_all_words_and_references_and_nothing_of_the_screen(practice):
    page = add_full(TreatmentPage, practice.treatments, practice)
    text = twin_of(page)

    assert "Words with a **strong** one." in text
    assert "## References" in text
    assert "Cells in the blood of forty people" in text
    for sign in ("<svg", "<div", "Share this page", "On this page", "data:", "](/"):
        assert sign not in text


@pytest.mark.parametrize("way", WAYS_TO_HIDE)
def test_a_hidden_page_has_no_twin(practice, way):
    hide(practice.lupus, way)

    assert see(f"{practice.lupus.get_url()}page.md").response.status_code == 404
    assert "/conditions/lupus/" not in see("/llms.txt").response.content.decode()


@pytest.mark.parametrize(
    "address", ["/nowhere/page.md", "/page.mdx", "/search/page.md"]
)
def test_what_is_no_page_has_no_twin(practice, address):
    assert see(address).response.status_code == 404


def test_the_guide_names_every_page_with_its_notice(practice):
    response = see("/llms.txt").response
    text = response.content.decode()

    assert response["Content-Type"].startswith("text/plain")
    assert text.startswith(f"# {NAME}\n")
    for name in ("lupus", "stem_cells", "ada", "fern_street", "news", "privacy"):
        page = getattr(practice, name)
        assert f"[{page.title}](http://localhost{page.get_url()}page.md)" in text
    assert "Unproven use, not a standard treatment. One honest sentence" in text


def test_a_page_kept_out_of_search_engines_is_not_in_the_guide(practice):
    practice.lupus.noindex = True
    practice.lupus.save()

    assert "/conditions/lupus/" not in see("/llms.txt").response.content.decode()
    assert "Lupus" in twin_of(practice.lupus)


def test_every_kind_of_page_has_a_twin(practice):
    for model in our_page_models():
        page = model.objects.live().first()
        assert see(f"{page.get_url()}page.md").response.status_code == 200
