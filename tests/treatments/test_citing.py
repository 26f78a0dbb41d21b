"""Citations in the text, numbered by a page, and their list."""

import json
import uuid

import pytest
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from home.models import StandardPage
from tests.practice import add_page, add_treatment
from tests.reading import see_page
from treatments.models import ConditionPage, ConditionReference, Reference


def embed(reference: Reference) -> str:
    return f'<embed embedtype="reference" id="{reference.pk}"/>'


def section(text: str, kind="overview") -> dict:
    return {
        "type": "section",
        "value": {"kind": kind, "heading": "", "text": f"<p>{text}</p>"},
        "id": str(uuid.uuid4()),
    }


@pytest.fixture
def three(practice) -> list[Reference]:
    return [
        Reference.objects.create(title=title, source="Journal of Ferns", year=2020)
        for title in ("Alder", "Birch", "Cedar")
    ]


def add_citing(practice, *texts: str, listed=(), **facts):
    kinds = ["overview", "causes", "outlook"]
    return add_page(
        practice.conditions,
        ConditionPage,
        "Rash",
        body=json.dumps([section(t, k) for t, k in zip(texts, kinds, strict=False)]),
        reference_rows=[ConditionReference(reference=one) for one in listed],
        **facts,
    )


def numbers(seen) -> list[str]:
    return [sup.get_text() for sup in seen.soup.select("sup.citation")]


def titles(seen) -> list[str]:
    cited = seen.soup.select(".references li cite")
    return [title.get_text().rstrip(".") for title in cited]


def test_numbers_follow_the_text_and_a_second_citation_keeps_its_number(
    practice, three
):
    alder, birch, cedar = three
    page = add_citing(
        practice,
        f"First {embed(cedar)}, then {embed(alder)}.",
        f"Again {embed(cedar)}; new {embed(birch)}.",
    )
    seen = see_page(page)

    assert [text[-2] for text in numbers(seen)] == ["1", "2", "1", "3"]
    assert titles(seen) == ["Cedar", "Alder", "Birch"]


def test_what_is_not_cited_comes_after_in_the_editor_s_order(practice, three):
    alder, birch, cedar = three
    page = add_citing(practice, f"Ferns {embed(cedar)}.", listed=[birch, alder, cedar])

    assert titles(see_page(page)) == ["Cedar", "Birch", "Alder"]
    page = ConditionPage.objects.get(pk=page.pk)
    assert [one.title for one in page.references] == ["Cedar", "Birch", "Alder"]


def test_a_page_that_cites_nothing_lists_its_references(practice, three):
    page = add_citing(practice, "Ferns.", listed=three[:2])

    assert titles(see_page(page)) == ["Alder", "Birch"]


def test_every_citation_leads_to_the_list_and_back(practice, three):
    page = add_citing(practice, f"One {embed(three[0])}, two {embed(three[0])}.")
    soup = see_page(page).soup
    citations = soup.select("sup.citation a")
    back = soup.select(".references li a[role=doc-backlink]")

    assert [a["href"] for a in citations] == ["#reference-1", "#reference-1"]
    assert [a["href"] for a in back] == [f"#{a['id']}" for a in citations]
    assert soup.find(id="reference-1").name == "li"
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_a_citation_tells_a_screen_reader_what_it_is(practice, three):
    seen = see_page(add_citing(practice, f"One {embed(three[0])}."))
    link = seen.soup.select_one("sup.citation a")

    assert link.select_one(".visually-hidden").get_text().strip() == "Reference"
    assert seen.soup.find(id=link["aria-describedby"]).get_text() == "Alder."


def test_no_space_comes_between_a_citation_and_the_full_stop(practice, three):
    seen = see_page(add_citing(practice, f"One{embed(three[0])}."))
    citation = seen.soup.select_one("sup.citation")

    assert citation.previous_sibling == "One"
    assert citation.next_sibling == "."


def test_a_retracted_reference_says_so_in_text_and_list(practice, three):
    Reference.objects.filter(pk=three[0].pk).update(retracted=True)
    seen = see_page(add_citing(practice, f"One {embed(three[0])}."))

    assert numbers(seen) == ["[Retracted reference 1]"]
    assert "Retracted" in seen.soup.select_one(".references li strong").get_text()


def test_a_reference_that_is_gone_leaves_no_trace(practice, three):
    page = add_citing(practice, f"One {embed(three[0])}, two {embed(three[1])}.")
    three[0].delete()
    seen = see_page(page)

    assert len(numbers(seen)) == 1
    assert titles(seen) == ["Birch"]


def test_an_update_or_a_page_of_the_house_may_cite_too(practice, three):
    body = [
        {
            "type": "text",
            "value": {"heading": "", "text": f"<p>One {embed(three[1])}.</p>"},
            "id": "a" * 32,
        }
    ]
    page = add_page(practice.home, StandardPage, "Sources", body=json.dumps(body))

    assert titles(see_page(page)) == ["Birch"]


def test_a_text_outside_of_its_page_shows_no_number(practice, three):
    see_page(add_citing(practice, f"One {embed(three[0])}."))

    assert expand_db_html(f"<p>One{embed(three[0])}.</p>") == "<p>One.</p>"


def test_a_preview_lists_rows_that_are_not_saved_yet(practice, three):
    page = add_citing(practice, f"One {embed(three[2])}.")
    page.reference_rows = [ConditionReference(reference=one) for one in three[:2]]
    preview = page.make_preview_request()
    preview.render()

    for title in ("Cedar", "Alder", "Birch"):
        assert title in preview.content.decode()


def test_wagtail_knows_where_a_reference_is_used(practice, three):
    page = add_citing(practice, f"One {embed(three[0])}.")
    uses = ReferenceIndex.get_references_to(three[0])

    assert [use.object_id for use in uses] == [str(page.pk)]


def test_more_citations_cost_no_more_queries(
    practice, three, django_assert_num_queries
):
    texts = ["".join(embed(one) for one in three) * times for times in (1, 20)]
    pages = [
        add_treatment(
            practice.treatments,
            f"Tea {number}",
            body=json.dumps([section(text)]),
            reference_rows=[],
        )
        for number, text in enumerate(texts)
    ]
    for page in pages:
        page._is_routed = True
        # What the page lists besides, and the records, which are kept afterwards.
        with django_assert_num_queries(2):
            assert len(page.references) == 3
