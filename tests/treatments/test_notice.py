"""The notice on unproven uses: what it says, and that nothing takes it away."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from contact.models import UpdatePage, UpdateTopic
from tests.filling import add_full
from tests.house_rules.test_editor import edit_address, form_of
from tests.practice import WAYS_TO_HIDE, add_page, add_treatment, hide, use
from tests.reading import see, see_page
from tests.treatments.test_feed import ATOM, entry_of
from treatments.models import RegulatoryNotice, TreatmentPage
from treatments.notices import notice_texts, trial_search_url

DEFAULT = "Unproven means that good studies in people have not shown"
TODAY = timezone.localdate
DAY = timedelta(days=1)


def notices_on(page) -> list[str]:
    """The words of each notice that a visitor reads, on the screen and on paper."""
    found = see_page(page).soup.select('main .unproven-notice[role="note"]')
    for notice in found:
        around = [notice, *notice.parents]
        classes = {name for tag in around for name in tag.get("class") or []}
        assert not classes & {"no-print", "visually-hidden"}
        assert not any(tag.has_attr("hidden") for tag in around)
        assert not notice.find_parent("details")
    texts = [" ".join(notice.get_text(" ").split()) for notice in found]
    return [text.replace(" :", ":") for text in texts]


def record(text="Our own words.", **facts) -> RegulatoryNotice:
    return RegulatoryNotice.objects.create(text=text, source="Rule 7", **facts)


def said(kinds=("drug",), places=("US-AZ",)) -> list[str]:
    records = list(RegulatoryNotice.objects.in_force(list(places)))
    return [notice.text for notice in notice_texts(records, set(kinds), "FDA")]


@pytest.mark.parametrize(
    "name",
    [
        *("stem_cells", "stem_cells_for_lupus", "lupus", "migraine", "matrix"),
        *("home", "treatments", "conditions", "news", "ada"),
    ],
)
def test_every_page_that_shows_an_unproven_use_says_so(practice, name):
    [notice] = notices_on(getattr(practice, name))

    assert DEFAULT in notice


@pytest.mark.parametrize("name", ["tablets", "about", "team", "updates"])
def test_a_page_without_an_unproven_use_has_no_notice(practice, name):
    assert notices_on(getattr(practice, name)) == []


@pytest.mark.parametrize("way", WAYS_TO_HIDE[:3])
def test_a_use_that_nobody_sees_needs_no_notice(practice, way):
    hide(practice.stem_cells_for_lupus, way)

    assert notices_on(practice.lupus) == []


def test_a_list_says_so_of_what_it_shows(practice):
    address = practice.treatments.get_url()
    studied, unproven = (
        see(f"{address}?evidence={value}") for value in ("studied", "unproven")
    )

    assert studied.soup.select(".unproven-mark, .unproven-notice") == []
    assert DEFAULT in unproven.soup.select_one("main .unproven-notice").text


@pytest.mark.parametrize("name", ["home", "treatments", "conditions", "ada"])
def test_a_list_that_is_shared_tells_of_its_unproven_uses(practice, name):
    page = getattr(practice, name)
    for card in ("og:description", "twitter:description"):
        told = see_page(page).meta(card)
        assert told == f"{page.summary} Some treatments named here are unproven."


@pytest.mark.parametrize("name", ["home", "treatments", "conditions", "news", "ada"])
def test_lists_say_what_the_records_say(practice, name):
    record(text="Ask the board.")
    [notice] = notices_on(getattr(practice, name))

    assert "Ask the board. (Rule 7)" in notice
    assert DEFAULT not in notice


def test_search_results_say_so_of_the_uses_they_show(practice):
    found = see("/search/?query=stem+cells").soup
    proven = see("/search/?query=tablets").soup

    assert DEFAULT in found.select_one("main .unproven-notice").text
    assert not proven.select(".evidence-line--unproven, .unproven-notice")


def test_no_field_and_no_block_takes_the_notice_away(practice):
    page = add_full(TreatmentPage, practice.treatments, practice)
    page.indications.update(evidence_level="no_evidence")

    assert len(notices_on(page)) == 1


def test_the_notice_stands_in_what_networks_and_readers_are_given(practice):
    seen = see_page(practice.stem_cells)
    for name in ("og:description", "twitter:description"):
        assert seen.meta(name).startswith("Unproven use, not a standard treatment.")


def test_a_treatment_with_proven_uses_names_the_unproven_ones(practice):
    row = use(practice.migraine, "no_evidence", "not_subject")
    page = add_treatment(practice.treatments, "Walks", use(practice.lupus), row)

    assert see_page(page).meta("og:description").startswith("Unproven for: Migraine.")
    assert (
        see_page(practice.lupus)
        .meta("og:description")
        .startswith("Unproven treatments here: For lupus.")
    )


def test_an_update_about_an_unproven_treatment_says_so_everywhere(practice):
    words = "Stem cells: Unproven use, not a standard treatment."
    [notice] = notices_on(practice.news)
    summary = entry_of("Open on Saturdays").find(f"{ATOM}summary").text

    assert notice.startswith(words)
    assert see_page(practice.news).meta("og:description").startswith(words)
    assert see_page(practice.news).meta("twitter:description").startswith(words)
    assert summary.startswith(words)


def test_an_update_about_a_proven_treatment_has_no_notice(practice):
    topic = UpdateTopic(page=practice.tablets)
    news = add_page(practice.updates, UpdatePage, "New tablets", topics=[topic])

    assert notices_on(news) == []
    assert see_page(news).meta("og:description") == news.summary


def test_a_hidden_topic_is_not_named_by_an_update(practice):
    hide(practice.stem_cells, "draft")

    assert notices_on(practice.news) == []


@pytest.mark.parametrize(
    ("facts", "is_said"),
    [
        ({}, True),
        ({"jurisdiction": "US"}, True),
        ({"jurisdiction": "US-AZ"}, True),
        ({"jurisdiction": "US-CA"}, False),
        ({"jurisdiction": "CA"}, False),
        ({"treatment_types": ["drug", "device"]}, True),
        ({"treatment_types": ["device"]}, False),
        ({"starts": TODAY(), "ends": TODAY()}, True),
        ({"starts": TODAY() + DAY}, False),
        ({"ends": TODAY() - DAY}, False),
    ],
)
def test_a_record_speaks_by_place_kind_and_day(practice, facts, is_said):
    record(**facts)

    assert (said() == ["Our own words."]) is is_said
    assert said() == ["Our own words."] or DEFAULT in said()[0]


def test_the_default_stays_for_kinds_that_no_record_speaks_of(practice):
    record(treatment_types=["device"])
    texts = said({"drug", "device"})

    assert DEFAULT in texts[0]
    assert texts[1:] == ["Our own words."]


def test_the_page_shows_the_record_and_the_rule_it_comes_from(practice):
    record(jurisdiction="US", treatment_types=["drug"])
    [notice] = notices_on(practice.stem_cells)

    assert "Our own words. (Rule 7)" in notice
    assert DEFAULT not in notice


def test_a_record_that_ends_before_it_begins_is_refused():
    wrong = RegulatoryNotice(text="A", source="B", starts=TODAY(), ends=TODAY() - DAY)
    with pytest.raises(ValidationError) as error:
        wrong.full_clean()

    assert list(error.value.message_dict) == ["ends"]


@pytest.mark.parametrize(
    ("person", "status"), [("owner", 200), ("editor", 302), ("reviewer", 302)]
)
def test_only_owners_write_the_notices(request, practice, person, status):
    address = "/admin/snippets/treatments/regulatorynotice/add/"
    browser = request.getfixturevalue(person)

    assert browser.get(address).status_code == status


def test_before_you_decide_asks_about_this_condition(practice):
    seen = see_page(practice.stem_cells_for_lupus)
    questions = seen.soup.find(id="before-you-decide").find_parent("section")

    assert "Is it approved for Lupus, or for something else?" in questions.text
    assert "What does standard care offer me for Lupus?" in questions.text
    assert "Who pays" in questions.text
    assert trial_search_url("Lupus", "Stem cells") in seen.links


def test_before_you_decide_names_no_condition_where_there_are_several(practice):
    seen = see_page(practice.stem_cells)

    assert "Is it approved for my condition" in seen.words
    for condition in ("Lupus", "Migraine"):
        assert trial_search_url(condition, "Stem cells") in seen.links


def test_a_condition_with_an_unproven_treatment_asks_the_same(practice):
    seen = see_page(practice.lupus)
    questions = seen.soup.find(id="before-you-decide").find_parent("section")

    assert trial_search_url("Lupus") in seen.links
    assert len(questions.select("ol > li")) == 4
    assert "Is there a registered trial" in questions.text
    assert "Is it approved for Lupus, or for something else?" in questions.text


def test_proven_uses_need_no_such_questions(practice):
    assert not see_page(practice.tablets).soup.find(id="before-you-decide")


def test_the_preview_carries_the_notice_before_anything_is_saved(owner, practice):
    page = practice.tablets
    sent = form_of(owner, edit_address(page))
    sent["indications-0-evidence_level"] = "no_evidence"
    address = f"/admin/pages/{page.pk}/edit/preview/"
    owner.post(address, sent)

    assert DEFAULT in owner.get(address).content.decode()
