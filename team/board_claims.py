""" "Board certified" on pages that are nobody's own: somebody here has to be."""

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from home.models import BasePage, PracticeSettings
from home.models.practice import SPOKEN
from home.objections import Objection
from team.credential_guard import (
    claims_board_certification,
    is_board_certified,
    texts_of_form,
    texts_of_rows,
)
from team.models import Certification, ClinicianPage
from team.vocabulary import CertificationWording, ClinicianStatus

RULE = "board-certified"
LAST_RECORD = "last-certification"
NOBODY_IS = _(
    "This says “board certified”, but no certification of anybody here names the "
    "board. Add it on the clinician's page, or take the words out."
)


def find_board_claims(
    page: BasePage, cleaned: dict, rows: dict[str, list]
) -> list[Objection]:
    """The objection to the words where no certification of the team carries them.

    A clinician's own page is judged by that clinician's records alone; it may not give
    away the last record that other pages stand on.
    """
    if isinstance(page, ClinicianPage):
        why = why_keep_record(page, cleaned, rows)
        return [Objection(LAST_RECORD, "", "", why, is_final=True)] if why else []
    texts = [*texts_of_form(cleaned), *texts_of_rows(rows)]
    if not claims_board_certification(texts) or is_somebody_certified():
        return []
    return [objection()]


def objection() -> Objection:
    """The one objection to the words, wherever they stand on a page."""
    return Objection(RULE, "board certified", "", str(NOBODY_IS))


def find_false_words(text: str) -> list[str]:
    """The same of words that stand on every page."""
    if not claims_board_certification([text]) or is_somebody_certified():
        return []
    return [str(NOBODY_IS)]


def is_somebody_certified(but: Collection[int] = ()) -> bool:
    """Whether a certification of the present team names the board of one.

    `but` are keys of clinicians who do not count.
    """
    team = ClinicianPage.objects.live().filter(status=ClinicianStatus.CURRENT)
    certified = Certification.objects.filter(
        clinician__in=team.exclude(pk__in=but),
        wording=CertificationWording.BOARD_CERTIFIED,
    )
    return certified.exclude(board="").exists()


def why_keep_records_of(leaving: Collection[int]) -> str:
    """Why the certifications of these clinicians may not go, in words to show; or "".

    "Board certified" must not be read anywhere once nobody's record says so.
    """
    if not is_somebody_certified() or is_somebody_certified(but=leaving):
        return ""
    places = list(_places_saying_it())
    if not places:
        return ""
    return __(
        "This is the last certification here that names its board, and “board "
        "certified” is still read on: %(places)s. Take the words out there first."
    ) % {"places": "; ".join(places)}


def why_keep_records_below(pages: Iterable[Page]) -> str:
    """The same where these pages go, with all that stands below them."""
    leaving = [
        key
        for page in pages
        if isinstance(page, Page)
        for key in ClinicianPage.objects.descendant_of(
            page, inclusive=True
        ).values_list("pk", flat=True)
    ]
    return why_keep_records_of(leaving) if leaving else ""


def why_keep_record(page: ClinicianPage, cleaned: dict, rows: dict[str, list]) -> str:
    """The same where a form takes a clinician's record away, or the clinician."""
    stays = cleaned.get("status") != ClinicianStatus.FORMER
    if stays and not cleaned.get("expire_at") and _keeps_record(page, rows):
        return ""
    return why_keep_records_of([page.pk])


def _keeps_record(page: ClinicianPage, rows: dict[str, list]) -> bool:
    if "certifications" in rows:
        return is_board_certified(rows["certifications"])
    return is_board_certified(page.certifications.all())


def _places_saying_it() -> Iterator[str]:
    """Where it is read that is nobody's own page.

    Floors above register a hook "find_board_wording", which gives titles of pages.
    """
    for find in hooks.get_hooks("find_board_wording"):
        yield from find()
    for settings in PracticeSettings.objects.all():
        if claims_board_certification(getattr(settings, name) for name in SPOKEN):
            yield __("the practice's settings")
