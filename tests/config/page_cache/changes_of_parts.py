"""Kinds of changes to what parts of pages show, which are kept one by one."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from wagtail.models import Page

from contact.models import UpdatePage, UpdateTopic
from home.models import PracticeImage, StandardPage
from tests.config.page_cache.changes import CITED, DRAFT, DRAWN, publish, saved
from tests.practice import Cast, add_page
from treatments.models import ConditionPage, Reference, RelatedCondition


def expire_with_sql(page: Page) -> None:
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now())


def relate(cast: Cast) -> None:
    """Name a pair on its other side."""
    other = add_page(cast.conditions, ConditionPage, "Rash", body=[])
    RelatedCondition.objects.create(page=other, condition=cast.lupus)


def cited() -> Reference:
    return Reference.objects.get(title=CITED)


def drawn() -> PracticeImage:
    return PracticeImage.objects.get(title=DRAWN)


def publish_news(cast: Cast) -> None:
    """Publish what was written before, about a page and by an author."""
    draft = UpdatePage.objects.get(title=DRAFT)
    draft.save_revision().publish()


# What is changed → how.
OF_PARTS: dict[str, Callable[[Cast], object]] = {
    "the title of a related page": lambda c: publish(c.migraine, title="Headache"),
    "a related page that is withdrawn": lambda c: c.migraine.unpublish(),
    "a related page that has expired": lambda c: expire_with_sql(c.migraine),
    "one more related page": relate,
    "one related page less": lambda c: RelatedCondition.objects.get().delete(),
    "the title of an update": lambda c: publish(c.news, title="Closed on Sundays"),
    "an update about something else": lambda c: UpdateTopic.objects.get(
        update=c.news, page=c.lupus
    ).delete(),
    "the title of a treatment": lambda c: publish(c.tablets, title="Pills"),
    "a treatment that is withdrawn": lambda c: c.tablets.unpublish(),
    "a treatment that has expired": lambda c: expire_with_sql(c.tablets),
    "what regulators say of a use": lambda c: saved(
        c.tablets.indications.get(), regulatory_status="off_label"
    ),
    "a sentence about a use": lambda c: saved(
        c.tablets.indications.get(), summary="Helps most people a little."
    ),
    "trials of a use": lambda c: saved(
        c.tablets.indications.get(), trial_ids=["NCT01234567"]
    ),
    "a listed source": lambda c: saved(c.reference, title="Cells of fifty people"),
    "one source less": lambda c: c.lupus.reference_rows.get().delete(),
    "a cited source": lambda c: saved(cited(), year=2001),
    "a cited source that was retracted": lambda c: saved(cited(), retracted=True),
    "the address of a linked page": lambda c: publish(c.about, slug="who-we-are"),
    "a linked page that is withdrawn": lambda c: c.about.unpublish(),
    "a linked page that has expired": lambda c: expire_with_sql(c.about),
    "the address behind a button": lambda c: publish(c.team, slug="people"),
    "who drew a picture in the text": lambda c: saved(drawn(), credit="Drawn by Bela"),
    "the title of a document": lambda c: saved(c.document, title="Booklet"),
    "the description of a portrait": lambda c: saved(c.ada.image, description="Ada"),
    "where somebody studied": lambda c: c.ada.education.create(
        degree="M.D.", institution="Fern College"
    ),
    "where somebody is a member": lambda c: c.ada.memberships.create(
        organization="Society of Ferns"
    ),
    "where somebody sees people": lambda c: publish(c.ada, locations=[]),
    "the name of an author": lambda c: publish(c.ada, given_name="Adele"),
    "the letters of an author": lambda c: c.ada.credential_rows.all().delete(),
    "who wrote an update": lambda c: publish(c.news, author=c.bela),
    "what an update is about": lambda c: c.news.topics.get(page=c.lupus.pk).delete(),
    "a withdrawn page below one of text": lambda c: c.privacy.unpublish(),
    "one more page below one of text": lambda c: add_page(
        c.about, StandardPage, "House rules"
    ),
    "one more update by an author": lambda c: add_page(
        c.updates, UpdatePage, "Closed", published=date(2026, 9, 4), author=c.ada
    ),
    "one more update about a page": lambda c: add_page(
        c.updates,
        UpdatePage,
        "Closed",
        published=date(2026, 9, 4),
        topics=[UpdateTopic(page=c.lupus)],
    ),
    "an update that is withdrawn": lambda c: c.news.unpublish(),
    "a draft of news that is published": publish_news,
    "an update that is saved as any page": lambda c: saved(
        Page.objects.get(pk=c.news.pk), live=False
    ),
    "a page below one of text": lambda c: publish(c.privacy, title="Your privacy"),
    "days with other hours": lambda c: c.fern_street.special_hours.create(
        starts=date(2099, 12, 24), ends=date(2099, 12, 26)
    ),
    "a short message": lambda c: saved(c.settings, offers_message=False),
    "what an author does": lambda c: publish(c.ada, practice_role="President"),
    "an author who is withdrawn": lambda c: c.ada.unpublish(),
    "the letters of a reviewer": lambda c: c.bela.credential_rows.create(
        credential=c.credential
    ),
    "a review that is overdue": lambda c: type(c.lupus).objects.update(
        review_due=date(2020, 1, 1)
    ),
    "where people book": lambda c: saved(
        c.settings, appointment_url="https://book.example.org/"
    ),
    "the networks to share on": lambda c: saved(c.settings, share_networks=[]),
    "the country": lambda c: saved(c.settings, jurisdictions=["DE"]),
    "the name of a place": lambda c: publish(c.fern_street, title="Oak Street"),
    "a page that machines leave out": lambda c: publish(c.lupus, noindex=True),
    "the address that counts": lambda c: publish(
        c.lupus, canonical_url="https://elsewhere.example.org/lupus/"
    ),
    "diagnosis codes": lambda c: publish(c.lupus, icd10_codes=["M32.9"]),
    "the list above a page": lambda c: publish(c.conditions, title="Illnesses"),
}
