"""What the graph of a page may say, and what it leaves out."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtailseo.models import SeoSettings

from home.models import LocationPage
from team.models import Certification, License
from tests.practice import add_page, hide, review, use
from tests.reading import Seen, see, see_page
from tests.schema_org.reading import graph_of
from treatments.models import Indication
from treatments.vocabulary import EvidenceLevel, RegulatoryStatus

LD = "application/ld+json"


def main_of(page):
    return graph_of(see_page(page)).main


def page_of(page):
    return graph_of(see_page(page)).of_page


@pytest.mark.parametrize(
    "address", ["/search/?query=lupus", "/nowhere/", "/subscribe/"]
)
def test_a_view_without_a_page_has_no_graph(practice, address):
    assert not see(address).soup.find("script", type=LD)


def test_a_filtered_list_has_no_graph(practice):
    assert not see_page(practice.team, "?language=en").soup.find("script", type=LD)


def trail_on(seen: Seen) -> list[str]:
    return [one.get_text(strip=True) for one in seen.soup.select(".breadcrumbs li")]


def test_breadcrumbs_are_those_on_the_page(practice):
    seen = see_page(practice.stem_cells_for_lupus)
    (crumbs,) = graph_of(seen).of_type("BreadcrumbList")
    steps = crumbs["itemListElement"]

    assert [step["name"] for step in steps] == trail_on(seen)
    assert steps[-1]["item"] == seen.canonical
    assert not graph_of(see_page(practice.home)).of_type("BreadcrumbList")


def test_a_list_names_the_pages_it_links_to_and_no_others(practice, monkeypatch):
    monkeypatch.setattr("team.models.TeamIndexPage.page_size", 1)
    first, second = see_page(practice.team), see_page(practice.team, "?page=2")
    lists = [graph_of(seen).main for seen in (first, second)]
    urls = [[one["url"] for one in listed["itemListElement"]] for listed in lists]

    assert urls == [
        [f"http://localhost{practice.ada.get_url()}"],
        [f"http://localhost{practice.bela.get_url()}"],
    ]
    assert lists[1]["@id"] == f"{second.canonical}#list"


def test_a_reviewer_is_named_while_the_seal_is_current(practice):
    page = page_of(practice.lupus)
    assert page["reviewedBy"] == {"@id": f"http://localhost{practice.bela.url}#person"}
    assert page["lastReviewed"] == str(timezone.localdate() - timedelta(days=30))

    practice.lupus.summary = practice.lupus.summary + " Changed."
    practice.lupus.save()

    assert not {"reviewedBy", "lastReviewed"} & page_of(practice.lupus).keys()


def test_an_overdue_reviewer_is_not_named(practice):
    review(practice.lupus, practice.bela, days_ago=2000)

    assert "reviewedBy" not in page_of(practice.lupus)


def test_an_author_without_a_page_has_a_name_only(practice):
    hide(practice.ada, "draft")

    assert page_of(practice.lupus)["author"] == {
        "@type": "Person",
        "name": "Ada Fernhollow",
    }


@pytest.mark.parametrize("status", RegulatoryStatus)
@pytest.mark.parametrize("level", EvidenceLevel)
def test_a_use_is_established_by_a_regulator_or_a_guideline_only(level, status):
    row = Indication(evidence_level=level, regulatory_status=status)
    weighed = status == "approved_for_use" or level == "guideline_supported"

    assert row.is_established == (weighed and not row.is_unproven)


@pytest.mark.parametrize(
    ("level", "status", "count"),
    [
        ("guideline_supported", "off_label", 1),
        ("systematic_review", "cleared_device_for_use", 0),
        ("guideline_supported", "not_approved", 0),
        ("case_reports", "approved_for_use", 0),
    ],
)
def test_only_established_uses_are_possible_treatments(practice, level, status, count):
    practice.tablets.indications.all().delete()
    practice.tablets.indications.add(use(practice.lupus, level, status))
    practice.tablets.save()
    on_treatment = graph_of(see_page(practice.tablets))
    (stub,) = on_treatment.of_type("MedicalCondition")

    assert len(stub.get("possibleTreatment", [])) == count
    assert len(main_of(practice.lupus).get("possibleTreatment", [])) == count


def test_an_expired_license_is_no_credential(practice):
    assert "Physician" in str(main_of(practice.ada)["hasCredential"])

    License.objects.update(expires=date(2020, 1, 1))

    assert "hasCredential" not in main_of(practice.ada)


def test_a_certification_without_a_board_is_no_credential(practice):
    Certification.objects.create(clinician=practice.bela, board=" ", specialty="Ferns")

    assert "hasCredential" not in main_of(practice.bela)


def test_who_has_left_does_not_work_here(practice):
    practice.bela.status = "former"
    practice.bela.save()

    assert "worksFor" in main_of(practice.ada)
    assert "worksFor" not in main_of(practice.bela)
    assert main_of(practice.bela)["@type"] == "Person"


def test_one_place_is_the_practice_and_several_are_its_parts(practice):
    assert main_of(practice.home)["@type"] == "MedicalClinic"
    add_page(
        practice.locations,
        LocationPage,
        "Moss Lane",
        struct_org_address_street="3 Moss Lane",
        struct_org_address_locality="Brackenfold",
    )
    whole = main_of(practice.home)

    assert whole["@type"] == "MedicalOrganization"
    assert len(whole["subOrganization"]) == 2
    assert not {"geo", "openingHoursSpecification", "priceRange"} & whole.keys()


def test_a_place_on_the_meridian_keeps_its_point(practice):
    place = practice.fern_street
    place.struct_org_geo_lat, place.struct_org_geo_lng = "51.47782", "0"
    place.save()

    assert main_of(place)["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 51.47782,
        "longitude": 0.0,
    }


def test_an_article_is_of_the_day_that_is_printed(practice):
    article = main_of(practice.news)

    assert article["datePublished"].startswith("2026-09-01T00:00:00")
    assert article["author"] == {"@id": f"http://localhost{practice.ada.url}#person"}


@pytest.mark.parametrize(
    "markup", ["{", "[]", '{"aggregateRating": 5}', '{"@type": "Store"}', '{"x": {}}']
)
def test_additional_markup_that_is_wrong_is_left_out(practice, markup):
    record = SeoSettings.for_site(practice.site)
    record.struct_org_extra_json = markup
    record.save()

    with pytest.raises(ValidationError):
        record.full_clean()
    assert "aggregateRating" not in main_of(practice.home)
    assert main_of(practice.home)["name"] == practice.site.site_name


def test_the_graph_makes_no_picture(practice):
    practice.settings.logo = practice.picture
    practice.settings.save()
    see_page(practice.home)
    before = practice.picture.renditions.count()
    page = type(practice.home).objects.get(pk=practice.home.pk)
    page.share_image  # noqa: B018 the head has it made

    assert page.structured_data
    assert practice.picture.renditions.count() == before
