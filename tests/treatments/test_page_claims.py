"""What the claims check finds on pages: every text, in its place, with its use."""

from dataclasses import replace
from time import process_time

import pytest

from contact.models import UpdatePage, UpdateTopic
from home.models import StandardPage
from tests.filling import add_full
from tests.practice import add_page, add_treatment, use
from tests.reading import our_page_models
from treatments.claims import check_text
from treatments.models import ConditionPage, TreatmentPage
from treatments.page_claims import ClaimsCheck, claims_in, rows_of
from treatments.page_texts import PageText, plain_lines, texts_of
from treatments.unproven import Subject

CLAIM = "Our therapy is a guaranteed cure."
# What only a page about an unproven use must not say.
EFFICACY = "The injection relieves knee pain."


def claims_of(page):
    return ClaimsCheck().claims_of(type(page).objects.get(pk=page.pk))


def rules_in(page) -> set[str]:
    return {claim.finding.rule for claim in ClaimsCheck().claims_of(page)}


def wheres(page) -> set[str]:
    return {claim.where for claim in claims_of(page)}


def warned(page) -> set[str]:
    found = [c for c in claims_of(page) if c.finding.rule == "unproven-efficacy"]
    return {claim.sentence for claim in found}


def section(text: str, kind="overview") -> list:
    return [("section", {"kind": kind, "heading": "", "text": f"<p>{text}</p>"})]


@pytest.mark.parametrize(
    "field", ["title", "summary", "seo_title", "search_description", "cost_note"]
)
def test_a_claim_in_any_field_is_found(practice, field):
    page = practice.tablets
    setattr(page, field, CLAIM)
    page.save()

    assert wheres(page)


def test_the_description_of_the_picture_is_checked(practice):
    practice.picture.description = CLAIM
    practice.picture.save()
    practice.lupus.image = practice.picture
    practice.lupus.save()

    assert wheres(practice.lupus) == {"picture"}


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("section", {"kind": "overview", "heading": CLAIM, "text": "<p>Words.</p>"}),
        ("faq", [{"question": "What is it?", "answer": f"<p>{CLAIM}</p>"}]),
        ("key_points", {"heading": "", "points": [CLAIM]}),
        ("questions_to_ask", [CLAIM]),
        (
            "video",
            {"title": "Film", "url": "https://a.org", "transcript": f"<p>{CLAIM}</p>"},
        ),
        ("quote", {"text": CLAIM, "attribution": "Somebody"}),
    ],
)
def test_a_claim_in_any_block_is_found(practice, block, value):
    practice.lupus.body = [(block, value)]
    practice.lupus.save()

    assert len(wheres(practice.lupus)) == 1


def test_a_table_and_a_picture_in_the_text_are_checked(practice):
    page = practice.about
    stored = [
        {
            "type": "table",
            "value": {
                "table": {
                    "columns": [{"type": "text", "heading": "Month"}],
                    "rows": [{"values": [CLAIM]}],
                    "caption": "",
                }
            },
        },
        {
            "type": "image",
            "value": {
                "image": {
                    "image": practice.picture.pk,
                    "alt_text": CLAIM,
                    "decorative": False,
                },
                "caption": "",
            },
        },
    ]
    page.body = StandardPage.body.field.to_python(stored)
    page.save()

    assert wheres(page) == {"text: Table", "text: Picture"}


def test_the_sentence_of_an_indication_is_checked_for_its_own_use(practice):
    page = add_treatment(
        practice.treatments,
        "Gel",
        use(practice.lupus, summary=EFFICACY),
        use(
            practice.migraine,
            "laboratory_only",
            "not_approved",
            summary="The gel relieves headaches.",
        ),
    )

    assert warned(page) == {"The gel relieves headaches."}


@pytest.mark.parametrize("model", our_page_models(), ids=lambda one: one.__name__)
def test_every_page_type_can_be_read(practice, model):
    parent = model.allowed_parent_page_models()[0]
    above = parent.objects.first() or practice.site.root_page.get_parent()
    page = add_full(model, above, practice)
    texts = list(texts_of(page, {}, rows_of(page)))

    assert {text.where for text in texts} >= {"title", "summary", "meta description"}
    assert all("<p" not in text.text for text in texts)


def test_paragraphs_and_items_stand_apart():
    rich = "<p>One &amp; <b>t</b>wo</p><ul><li>a</li><li>b<br/>c</li></ul>"

    assert plain_lines(rich) == "One & two\na\nb\nc"


def test_a_cited_sentence_has_its_source(practice):
    cited = f'<embed embedtype="reference" id="{practice.reference.pk}"/>'
    page = practice.lupus
    page.body = section(f"Studies show that it helps.{cited}")
    page.save()
    assert not wheres(page)

    page.body = section("Studies show that it helps.")
    page.save()
    assert wheres(page)


def test_the_names_of_the_practice_and_its_people_speak_as_we_do(practice):
    page = practice.about
    names = {"Brackenfold Practice", "Ada Fernhollow", "Cora Linden"}
    body = "".join(f"<p>{name} can cure eczema.</p>" for name in sorted(names))
    page.body = [("text", {"heading": "", "text": body})]
    page.save()

    told = {
        claim.line.removesuffix(" can cure eczema.")
        for claim in claims_of(page)
        if claim.finding.rule == "cure"
    }
    assert told == names - {"Cora Linden"}


def test_the_same_words_are_checked_anew_when_somebody_joins_the_practice(practice):
    practice.about.body = [
        ("text", {"heading": "", "text": "<p>Cora Linden can cure eczema.</p>"})
    ]
    assert "cure" not in rules_in(practice.about)

    practice.ada.given_name, practice.ada.family_name = "Cora", "Linden"
    practice.ada.save()

    assert "cure" in rules_in(practice.about)


def test_a_page_whose_uses_are_all_unproven_is_checked_strictly(practice):
    page = practice.stem_cells
    page.body = section(EFFICACY)
    page.save()
    assert warned(page) == {EFFICACY}

    practice.tablets.body = section(EFFICACY)
    practice.tablets.save()
    assert not warned(practice.tablets)


def test_an_unproven_use_below_counts_for_the_page_above(practice):
    above = add_treatment(practice.treatments, "Cells", body=section(EFFICACY))
    assert not warned(above)

    add_treatment(above, "For migraine", use(practice.migraine, "case_reports"))
    assert warned(above) == {EFFICACY}


def test_a_condition_may_say_what_standard_care_does(practice):
    practice.lupus.body = section(
        "Tablets relieve joint pain.</p><p>Stem cells relieve joint pain."
    )
    practice.lupus.save()

    assert warned(practice.lupus) == {"Stem cells relieve joint pain."}


def test_an_update_about_an_unproven_treatment_is_checked_strictly(practice):
    text = [("text", {"heading": "", "text": f"<p>{EFFICACY}</p>"})]
    for topic, expected in [("stem_cells", {EFFICACY}), ("tablets", set())]:
        page = add_page(
            practice.updates,
            UpdatePage,
            f"About {topic}",
            body=text,
            topics=[UpdateTopic(page=getattr(practice, topic))],
        )
        assert warned(page) == expected


def test_a_page_that_is_only_begun_is_checked(practice):
    for page in (TreatmentPage(title=CLAIM), ConditionPage(title=CLAIM)):
        assert ClaimsCheck().claims(page, {}, {})


def test_a_claim_is_told_with_its_words_and_its_sentence(practice):
    practice.lupus.summary = f"A summary. {CLAIM} And more words that nobody minds."
    practice.lupus.save()
    claim = next(c for c in claims_of(practice.lupus) if "cure" in c.quote)

    assert claim.quote in CLAIM
    assert claim.sentence == CLAIM
    for word in (claim.quote, "summary", claim.finding.reason, claim.finding.rewrite):
        assert str(word) in claim.objection.message


def test_a_line_without_end_is_told_of_in_time():
    text = "We cure lupus, our cells never fail, " * 27_000
    (finding, *_rest) = check_text(text[:37])
    step = 37 * 9
    findings = [
        replace(finding, start=finding.start + at, end=finding.end + at)
        for at in range(0, len(text), step)
    ]
    begun = process_time()
    claims = list(claims_in(PageText("Text", text), Subject(is_all=True), findings))
    told = {claim.objection.key for claim in claims}

    assert len(claims) == 3_000
    assert all(quote in text for _rule, quote, _sentence in told)
    # Reading the whole line for each of them took 40 seconds.
    assert process_time() - begun < 8
