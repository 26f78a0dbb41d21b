"""Kinds of changes, to a practice whose pages show each other in every way."""

import json
from collections.abc import Callable
from datetime import date, timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction
from wagtailseo.models import SeoSettings

from contact.models import ContactPage, UpdatePage, UpdateTopic
from home.models import FeaturedPage, HomePage, StandardPage
from tests.practice import (
    Cast,
    add_clinician,
    add_page,
    add_treatment,
    make_picture,
    review,
    use,
)
from treatments.models import (
    ConditionPage,
    ConditionReference,
    Indication,
    Reference,
    RegulatoryNotice,
    RelatedCondition,
)

FILES = ["/feed.xml", "/sitemap.xml", "/robots.txt"]
LISTS = ["/treatments/?evidence=guideline_supported", "/team/?language=en"]
CITED = "Ferns in a hundred gardens"
DRAWN = "Frond"
DRAFT = "Written and not published"
RULES = "House rules of Fern Street"


def public_addresses() -> list[str]:
    home = HomePage.objects.get()
    pages = Page.objects.live().public().descendant_of(home, inclusive=True)
    # Its form is tied to one visitor, so it is never kept.
    pages = pages.not_type(ContactPage)
    return [page.get_url() for page in pages.specific()] + LISTS + FILES


def prepare(cast: Cast) -> None:
    """Let pages show each other in every way."""
    picture = make_picture("Small", size=(60, 40))  # Quickly drawn.
    cast.home.featured_pages = [FeaturedPage(page=cast.tablets)]
    cast.home.save_revision().publish()
    for name in ("tablets", "ada", "fern_street"):
        publish(getattr(cast, name), image=picture)
    publish(cast.lupus, image=make_picture("Own", size=(60, 40)))
    cast.ada.credential_rows.create(credential=cast.credential)
    cast.fern_street.insurance_plans.set([cast.plan])
    cast.fern_street.save()
    PageViewRestriction.objects.create(page=cast.evidence, restriction_type="login")
    RegulatoryNotice.objects.create(text="First.", source="A rule", jurisdiction="US")
    publish(
        cast.lupus,
        body=everything(cast),
        reference_rows=[ConditionReference(reference=cast.reference)],
        related_conditions=[RelatedCondition(condition=cast.migraine)],
    )
    UpdateTopic.objects.create(update=cast.news, page=cast.lupus)
    draft = add_page(
        cast.updates,
        UpdatePage,
        DRAFT,
        publish=False,
        published=date(2026, 9, 5),
        author=cast.ada,
    )
    UpdateTopic.objects.create(update=draft, page=cast.lupus)
    review(cast.lupus, cast.bela)


def everything(cast: Cast) -> str:
    """A text that leads to a page, cites a source, and shows a picture and a file."""
    cited = Reference.objects.create(title=CITED, year=2019)
    drawn = make_picture(DRAWN, size=(50, 30), credit="Drawn by Ada")
    rules = add_page(cast.privacy, StandardPage, RULES)
    link = "".join(
        f'<a linktype="page" id="{page.pk}">us</a>' for page in (cast.about, rules)
    )
    cite = f'<embed embedtype="reference" id="{cited.pk}"/>'
    picture = {"image": drawn.pk, "decorative": False, "alt_text": "A frond"}
    step = {"heading": "Ask", "label": "Ask us", "page": cast.team.pk}
    blocks = [
        ("section", {"kind": "overview", "text": f"<p>Ask {link}.{cite}</p>"}),
        ("image", {"image": picture, "caption": "A frond"}),
        ("document", {"document": cast.document.pk, "description": ""}),
        ("call_to_action", step),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


def publish(page, **values) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def saved(record, **values) -> None:
    record = type(record).objects.get(pk=record.pk)
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def moved(page, target, pos="last-child") -> None:
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=target.pk), pos=pos)


def rules() -> Page:
    return Page.objects.get(title=RULES)


def heading(words: str) -> list:
    return [
        ("section", {"kind": "overview", "heading": words, "text": f"<p>{words}</p>"})
    ]


def change_indication(cast: Cast) -> None:
    saved(cast.tablets.indications.get(), evidence_level="observational")


def change_picture(cast: Cast) -> None:
    other = make_picture("Meadow", size=(50, 50))
    saved(cast.lupus.image, file=other.file.name, width=50, height=50)


def change_slug_alone(cast: Cast) -> None:
    page = ConditionPage.objects.only("slug", "live").get(pk=cast.migraine.pk)
    page.slug, page.url_path = "migraines", page.url_path.replace("ne/", "nes/")
    page.save(clean=False, update_fields=["slug", "url_path"])


def publish_scheduled(cast: Cast) -> None:
    page = add_page(cast.about, StandardPage, "Later", publish=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    page.scheduled_revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    page.scheduled_revision.save()
    call_command("publish_scheduled", verbosity=0)


def restrict(cast: Cast) -> None:
    rule = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=cast.migraine, restriction_type=rule)


def expire(cast: Cast) -> None:
    Page.objects.filter(pk=cast.news.pk).update(expire_at=timezone.now())
    call_command("publish_scheduled", verbosity=0)


def add_news(cast: Cast) -> None:
    add_page(cast.updates, UpdatePage, "Closed on Mondays", published=date(2026, 9, 3))


# What is changed → how.
CHANGES: dict[str, Callable[[Cast], object]] = {
    "the text of a treatment": lambda c: publish(c.tablets, body=heading("Anew")),
    "the text of a condition": lambda c: publish(c.lupus, body=heading("Anew")),
    "a summary": lambda c: publish(c.tablets, summary="Another honest sentence. " * 3),
    "a title": lambda c: publish(c.tablets, title="Pills"),
    "an address of which nothing else was read": change_slug_alone,
    "other names of a condition": lambda c: publish(
        c.lupus, also_known_as=["SLE", "DLE"]
    ),
    "symptoms": lambda c: publish(c.lupus, symptoms=["fatigue"]),
    "what it costs": lambda c: publish(c.stem_cells, cost_note="Ask us first."),
    "a biography": lambda c: publish(c.ada, biography="<p>Grows ferns.</p>"),
    "a job title": lambda c: publish(c.ada, job_title="Fern doctor"),
    "a former clinician": lambda c: publish(c.bela, status="former"),
    "languages": lambda c: publish(c.ada, languages=["en", "es"]),
    "a license": lambda c: saved(c.ada.licenses.get(), jurisdiction="Nevada"),
    "letters after a name": lambda c: saved(c.credential, meaning="Doctor of Ferns"),
    "an address": lambda c: publish(c.fern_street, struct_org_address_street="1 Oak"),
    "parking": lambda c: publish(c.fern_street, parking="Behind the ferns."),
    "a plan": lambda c: saved(c.plan, name="Greenfern Health"),
    "a row of evidence": change_indication,
    "one more row of evidence": lambda c: publish(
        c.tablets, indications=[*c.tablets.indications.all(), use(c.migraine)]
    ),
    "a row of evidence below": lambda c: saved(
        c.stem_cells_for_lupus.indications.get(), evidence_level="observational"
    ),
    "a row of evidence for something else": lambda c: saved(
        c.tablets.indications.first(), condition=c.migraine
    ),
    "all rows of evidence": lambda c: Indication.objects.update(
        evidence_level="observational"
    ),
    "a treatment that comes below another one": lambda c: add_treatment(
        c.tablets, "Drops", use(c.migraine)
    ),
    "topics that a query changes": lambda c: UpdateTopic.objects.update(page=c.tablets),
    "one row of evidence less": lambda c: c.tablets.indications.last().delete(),
    "who offers a treatment": lambda c: publish(c.tablets, clinicians=[c.bela]),
    "where it is offered": lambda c: publish(c.tablets, locations=[]),
    "a new treatment": lambda c: add_treatment(c.treatments, "Tea", use(c.lupus)),
    "a copy of a page": lambda c: c.migraine.copy(
        update_attrs={"slug": "copied"}, copy_revisions=False
    ),
    "a new clinician": lambda c: add_clinician(c.team, "Cora", "Linden"),
    "a new page of text": lambda c: add_page(c.about, StandardPage, "House rules"),
    "news": add_news,
    "a legal notice": lambda c: add_page(
        c.about, StandardPage, "Terms", notice_kind="terms"
    ),
    "the phone": lambda c: saved(c.settings, phone="(602) 555-0188"),
    "the colours": lambda c: saved(c.settings, palette="lake"),
    "the mark": lambda c: saved(c.settings, logo=c.picture),
    "the name of the site": lambda c: saved(c.site, site_name="Fernfold"),
    "metadata": lambda c: saved(SeoSettings.for_site(c.site), twitter_site="@fern"),
    "the menu": lambda c: publish(c.about, show_in_menus=False),
    "a featured page": lambda c: publish(
        HomePage.objects.get(), featured_pages=[FeaturedPage(page=c.migraine)]
    ),
    "a regulatory notice": lambda c: RegulatoryNotice.objects.create(
        text="Not approved by anybody.", source="A rule", jurisdiction="US"
    ),
    "a notice that is over": lambda c: RegulatoryNotice.objects.get().delete(),
    "the text of a notice": lambda c: saved(
        RegulatoryNotice.objects.get(), text="Not approved."
    ),
    "a picture's description": lambda c: saved(c.lupus.image, description="Ferns"),
    "a picture's file": change_picture,
    "a medical review": lambda c: review(c.tablets, c.bela),
    "a redirect": lambda c: Redirect.add_redirect("/old/", c.lupus),
    "the order of pages": lambda c: moved(c.about, c.treatments, "left"),
    "the order of treatments": lambda c: moved(c.tablets, c.stem_cells, "left"),
    "a treatment below another one": lambda c: moved(c.stem_cells, c.tablets),
    "a page of text in another place": lambda c: moved(rules(), c.about),
    "another address": lambda c: publish(c.stem_cells, slug="cells"),
    "another place in the tree": lambda c: moved(c.privacy, c.home),
    "a share card": lambda c: (
        type(c.lupus).objects.filter(pk=c.lupus.pk).update(share_card="share/lupus.png")
    ),
    "many rows at once": lambda c: StandardPage.objects.update(summary="One for all."),
    "a page at its hour": publish_scheduled,
    "the end of a page": expire,
    "a private page": restrict,
    "a page that was private": lambda c: PageViewRestriction.objects.get().delete(),
    "a withdrawn page": lambda c: c.stem_cells_for_lupus.unpublish(),
    "a deleted page": lambda c: Page.objects.get(pk=c.stem_cells.pk).delete(),
    "deleted news": lambda c: Page.objects.get(pk=c.news.pk).delete(),
    "a deleted page of text": lambda c: Page.objects.get(title=RULES).delete(),
    "pages that a query deletes": lambda c: Page.objects.filter(
        pk__in=[c.stem_cells.pk, c.news.pk]
    ).delete(),
}
