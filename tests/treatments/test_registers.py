"""What the answers of Crossref and PubMed mean."""

import json

import pytest

from treatments.registers import crossref, pubmed
from treatments.registers.records import initials, joined, journal_and_place, plain

DOI = "10.5555/moss"
BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
<PubmedArticleSet>&b;</PubmedArticleSet>"""


def retraction(**message) -> str:
    answer = json.dumps({"message": {"DOI": DOI, "title": ["Moss"]} | message})
    record = crossref.read(answer.encode(), DOI)
    return record.retraction


@pytest.mark.parametrize("kind", ["retraction", "removal", "withdrawal", "Retraction"])
def test_each_way_to_take_a_publication_back_counts(kind):
    assert retraction(**{"updated-by": [{"type": kind, "DOI": "10.5555/n"}]})


def test_a_notice_under_the_same_doi_takes_it_back():
    own = {"type": "retraction", "DOI": DOI.upper(), "label": "Retraction"}

    assert retraction(**{"update-to": [own]}) == f"Retraction, doi:{DOI}"


def test_a_notice_about_another_publication_is_not_taken_back_itself():
    other = {"type": "retraction", "DOI": "10.5555/other", "label": "Retraction"}

    assert not retraction(**{"update-to": [other]})


def test_a_relation_or_a_marked_title_takes_it_back():
    related = {"is-retracted-by": [{"id-type": "doi", "id": "10.5555/n"}]}

    assert retraction(relation=related) == "is-retracted-by, 10.5555/n"
    assert retraction(title=["RETRACTED: Moss"]) == "RETRACTED: Moss"
    assert not retraction(title=["Why papers on moss are retracted"])


def test_empty_facts_are_no_facts():
    answer = {
        "message": {"DOI": DOI, "author": None, "issued": {"date-parts": [[None]]}}
    }
    record = crossref.read(json.dumps(answer).encode(), DOI)

    assert record.facts == {}


def test_an_answer_about_another_publication_is_dropped():
    assert crossref.read(b'{"message": {"DOI": "10.5555/x"}}', DOI) is None
    assert pubmed.read(b"<PubmedArticleSet></PubmedArticleSet>", "1") is None


def test_an_answer_that_would_fill_the_memory_is_refused():
    with pytest.raises(ValueError, match="EntitiesForbidden"):
        pubmed.read(BOMB, "1")


def test_only_a_search_with_one_result_is_believed():
    for found, pmid in ([], ""), (["1"], "1"), (["1", "2"], ""):
        answer = json.dumps({"esearchresult": {"idlist": found}}).encode()
        assert pubmed.read_search(answer) == pmid


def test_names_are_shortened_as_the_style_wants():
    people = [f"Fern {letter}" for letter in "ABCDEFG"]

    assert initials("Jean-Luc b.") == "JLB"
    assert joined(people[:6]).endswith("Fern F")
    assert joined(people).endswith("Fern F, et al.")
    assert joined(["A" * 200, "B" * 200]) == "A" * 200 + ", et al."


def test_a_place_is_whole_or_left_out():
    assert journal_and_place("Ferns", "3", "", "1-9") == "Ferns 3:1–9"
    assert journal_and_place("Ferns", "3", "2", "") == "Ferns"
    assert journal_and_place("", "3", "2", "1") == ""


def test_markup_goes_and_comparisons_stay():
    assert (
        plain(" <i>p</i> &lt; 0.05 &amp;  if x <5 and y> 3")
        == "p < 0.05 & if x <5 and y> 3"
    )
