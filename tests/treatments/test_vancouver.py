"""References in the style of Vancouver."""

from dataclasses import dataclass

import pytest

from treatments.vancouver import citation, short_name


@dataclass
class Publication:
    title: str = "Ferns in the blood"
    authors: str = ""
    source: str = ""
    year: int | None = None
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    nct_id: str = ""
    isbn: str = ""
    url: str = ""
    retracted: bool = False


def cite(**facts) -> str:
    return str(citation(Publication(**facts)))


def test_an_article_names_its_journal_year_volume_issue_and_pages():
    article = {
        "authors": "Fern A, Linden B",
        "source": "Annals of Ferns 76(8):1436–1439",
        "year": 2017,
        "doi": "10.5555/ferns-2017",
        "pmid": "28478399",
        "pmcid": "PMC4060570",
    }

    assert cite(**article) == (
        "Fern A, Linden B. Ferns in the blood. Annals of Ferns. 2017;76(8):1436–1439. "
        "doi:10.5555/ferns-2017; PMID: 28478399; PMCID: PMC4060570."
    )


@pytest.mark.parametrize(
    ("source", "year", "imprint"),
    [
        (
            "Fern Research & Therapy 16:R79",
            2014,
            "Fern Research & Therapy. 2014;16:R79.",
        ),
        ("Ferns, 9(1):e000704", 2022, "Ferns. 2022;9(1):e000704."),
        ("Fern Research", 2025, "Fern Research. 2025."),
        (
            "Fern Agency news, December 18, 2024",
            2024,
            "Fern Agency news, December 18, 2024.",
        ),
        ("Fern Agency", None, "Fern Agency."),
        ("", 2020, "2020."),
        ("", None, ""),
    ],
)
def test_the_year_stands_where_the_style_wants_it(source, year, imprint):
    assert citation(Publication(source=source, year=year)).imprint == imprint


def test_no_stop_stands_twice():
    cited = cite(title="Do ferns heal?", authors="Fern A, et al.", source="Ferns.")

    assert cited == "Fern A, et al. Do ferns heal? Ferns."


def test_a_page_of_the_web_is_cited_with_its_address():
    cited = cite(source="Fern Agency", url="https://ferns.example.org/")

    assert cited.endswith("Fern Agency. Available from: https://ferns.example.org/")


def test_trial_and_book_numbers_are_named():
    assert "ClinicalTrials.gov: NCT02633163" in cite(nct_id="NCT02633163")
    assert "ISBN: 9780306406157" in cite(isbn="9780306406157")


def test_a_retracted_publication_is_called_so():
    assert "Ferns in the blood. [Retracted]" in cite(retracted=True)


@pytest.mark.parametrize(
    ("authors", "year", "name"),
    [
        ("Wang D, Li J, et al.", 2014, "Wang 2014"),
        ("van der Fern AB-C, Linden B", 2020, "van der Fern 2020"),
        (
            "U.S. Food and Drug Administration",
            2020,
            "U.S. Food and Drug Administration 2020",
        ),
        ("Wang D", None, "Wang"),
        ("", 2020, "Ferns in the blood 2020"),
        ("F" * 60, None, "F" * 39 + "…"),
    ],
)
def test_a_short_name_is_what_people_say(authors, year, name):
    assert short_name(Publication(authors=authors, year=year)) == name
