"""The card for somebody in danger: before everything else, in the practice's words."""

import pytest
from wagtail.test.utils.form_data import querydict_from_html

from home.models import FeaturedPage
from search.models import EmergencySettings
from tests.practice import add_treatment, use
from tests.reading import Seen, see


def search(query: str, **more) -> Seen:
    seen = see("/search/", data={"query": query, **more})
    assert seen.response.status_code == 200
    return seen


def card_of(seen: Seen):
    return seen.soup.select_one("main .emergency")


def test_the_card_is_the_first_thing_on_the_page(practice):
    for query in ("chest pain now", "want to die", "lupus chest pain now"):
        seen = search(query)
        first = seen.soup.main.find(True)

        assert first == card_of(seen)
        assert seen.soup.find("nav", class_="breadcrumbs") is None
        assert len(seen.soup.find_all("h1")) == 1


def test_its_buttons_call(practice):
    medical, crisis = search("chest pain now"), search("want to die")

    assert [a["href"] for a in card_of(medical).find_all("a")] == ["tel:911"]
    assert [a["href"] for a in card_of(crisis).find_all("a")] == [
        "tel:988",
        "sms:988",
        "tel:911",
    ]
    assert "Call 988" in card_of(crisis).get_text()


def test_it_is_named_and_a_screen_reader_hears_it_with_the_title(practice):
    seen = search("chest pain now")
    card = card_of(seen)

    assert card.find(id=card["aria-labelledby"]).name == "h2"
    assert seen.soup.title.get_text().startswith("If this is happening now, call 911")
    assert seen.meta("robots") == "noindex"


@pytest.mark.parametrize("query", ["", "lupus", "chest pain causes", "xqzv"])
def test_nobody_else_sees_a_card(practice, query):
    assert card_of(search(query)) is None


def test_the_practice_changes_the_words_and_they_count_at_once(owner, practice):
    assert "call 911" in card_of(search("chest pain now")).get_text()
    address = f"/admin/settings/search/emergencysettings/{practice.site.pk}/"
    html = owner.get(address).content.decode()
    forms = (querydict_from_html(html, form_index=n) for n in range(9))
    sent = next(form for form in forms if "medical_heading" in form).dict()
    sent |= {
        "medical_heading": "Ring 999",
        "medical_phone": "999",
        "medical_phrases": "pump alarm\r\n",
        "crisis_phone": "116 123",
        "crisis_text_number": "",
    }

    assert owner.post(address, sent).status_code == 302
    assert "Ring 999" in card_of(search("my pump has an alarm")).get_text()
    links = [a["href"] for a in card_of(search("want to die")).find_all("a")]
    assert links == ["tel:116123", "tel:999"]


def test_only_owners_change_the_card(editor, reviewer, practice):
    address = f"/admin/settings/search/emergencysettings/{practice.site.pk}/"

    assert editor.get(address).status_code != 200
    assert reviewer.get(address).status_code != 200


def test_words_on_the_card_are_text(practice):
    EmergencySettings.objects.create(
        site=practice.site, medical_heading="<b>Call</b>", medical_text="<script>"
    )
    html = search("chest pain now").response.content.decode()

    assert "<b>Call" not in html
    assert "<script>Do" not in html
    assert "&lt;script&gt;" in html


def test_nobody_in_danger_is_offered_what_is_unproven(practice):
    tea = add_treatment(
        practice.treatments,
        "Chest pain tea",
        use(practice.lupus, "no_evidence", "not_approved"),
    )
    assert tea.get_url() in search("chest pain tea causes").links
    assert tea.get_url() not in search("chest pain tea now").links


def test_who_wants_to_die_is_not_told_that_nothing_was_found(practice):
    practice.home.featured_pages.add(FeaturedPage(page=practice.stem_cells))
    practice.home.save_revision().publish()
    seen = search("want to die")

    assert practice.stem_cells.get_url() not in seen.links
    assert "Nothing found" not in seen.words
    assert "No page of ours" not in seen.words
    assert seen.soup.h1.get_text() == "Search"


def suggested(query: str) -> dict:
    return see("/search/suggest/", data={"q": query}).response.json()


def test_suggestions_carry_the_card_too(practice):
    card = suggested("chest pain now")["emergency"]

    assert card["kind"] == "medical"
    assert card["title"] == "If this is happening now, call 911"
    assert "Do not wait" in card["text"]
    assert card["call"] == "tel:911"
    assert see(card["url"]).soup.select_one(".emergency")


def test_suggestions_for_others_carry_none(practice):
    assert suggested("lup")["emergency"] is None
    assert suggested("")["emergency"] is None
