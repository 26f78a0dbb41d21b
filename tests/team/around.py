"""What happens around the pages of a practice, and changes what visitors read there."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import PracticeImage
from team.models import ClinicianCredential, License
from tests.team.steps import SUMMARIES, Site, Step
from treatments.models import Indication, Reference, RegulatoryNotice


def change_reference(site: Site, pk: int, number: int) -> None:
    changes = [
        {"title": "Cells in the blood of four people"},
        {"retracted": number % 8 == 1},
        {"study_type": "case_report"},
        {"url": f"https://{'ab'[number % 2]}.example.org/"},
    ]
    Reference.objects.update(**changes[number % 4])


def change_use(site: Site, pk: int, number: int) -> None:
    changes = [
        {"evidence_level": "case_reports"},
        {"regulatory_status": "investigational"},
        {"summary": SUMMARIES[number % 3]},
        {"trial_ids": ["NCT01234567"]},
    ]
    rows = Indication.objects.order_by("pk")
    Indication.objects.filter(pk=rows[number % len(rows)].pk).update(
        **changes[number % 4]
    )


def rename(site: Site, pk: int, number: int) -> None:
    """Another page, which this one names, gets a new title."""
    pages = [site.cast.migraine.pk, *sorted(site.pages)]
    title = ["Lupus", "Cured lupus"][number % 2]
    Page.objects.filter(pk=pages[number % len(pages)]).update(title=title)


def restrict(site: Site, pk: int, number: int) -> None:
    """Make a page private, or every page public."""
    if number % 2:
        PageViewRestriction.objects.all().delete()
    else:
        login = PageViewRestriction.LOGIN
        PageViewRestriction.objects.create(page_id=pk, restriction_type=login)


def change_picture(site: Site, pk: int, number: int) -> None:
    type(site.fresh(pk)).objects.filter(pk=pk).update(image=site.cast.picture)
    PracticeImage.objects.update(description=SUMMARIES[number % 3])


def change_place(site: Site, pk: int, number: int) -> None:
    """The practice moves to another country, whose regulator has another name."""
    site.cast.settings.jurisdictions = [["US-AZ"], ["GB"]][number % 2]
    site.cast.settings.save()


def change_author(site: Site, pk: int, number: int) -> None:
    author = [site.cast.ada, site.cast.bela, None][number % 3]
    type(site.fresh(pk)).objects.filter(pk=pk).update(author=author)


def change_letters(site: Site, pk: int, number: int) -> None:
    """What stands behind the author's name, and what it means."""
    letters = site.cast.credential
    meaning = ["Naturopathic Medical Doctor", "Doctor"][number % 2]
    type(letters).objects.filter(pk=letters.pk).update(meaning=meaning)
    ClinicianCredential.objects.all().delete()
    if number % 3:
        ClinicianCredential.objects.create(
            clinician=site.cast.ada, credential=letters, sort_order=0
        )


def change_license(site: Site, pk: int, number: int) -> None:
    """The author's license runs out, or is renewed."""
    yesterday = timezone.localdate() - timedelta(days=1)
    License.objects.update(expires=[yesterday, None][number % 2])


def change_notice(site: Site, pk: int, number: int) -> None:
    """The law of the place has something to say of unproven uses, or no longer."""
    RegulatoryNotice.objects.all().delete()
    if number % 3:
        RegulatoryNotice.objects.create(text=SUMMARIES[number % 3], source="Rule 7")


STEPS: list[Step] = [
    change_reference,
    change_use,
    rename,
    restrict,
    change_picture,
    change_place,
    change_author,
    change_letters,
    change_license,
    change_notice,
]
