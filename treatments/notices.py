"""The notice on unproven uses that no editor can forget or remove."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from home.changes.following import Followed
from home.changes.keeping import keep
from home.site import PracticeSite
from treatments.models.indications import Use
from treatments.models.notices import RegulatoryNotice
from treatments.vocabulary import regulator_of

MOST_NAMES = 3


class NoticeText(NamedTuple):
    """What has to be said, and the rule it comes from, if one was named."""

    text: str
    source: str = ""
    is_default: bool = False

    @property
    def words(self) -> list[str]:
        """What of it a reviewer vouches for; the default is the site's, translated."""
        return [] if self.is_default else [self.text, self.source]


def default_notice(regulator: str) -> NoticeText:
    """What is said where no record of the practice says anything."""
    words = _(
        "Unproven means that good studies in people have not shown that it helps, or "
        "that the %(regulator)s has not approved it for this use. Please do not put "
        "off or stop a proven treatment for it without talking with your clinician."
    )
    return NoticeText(words % {"regulator": regulator}, is_default=True)


def notice_texts(
    records: list[RegulatoryNotice], treatment_types: set[str], regulator: str
) -> list[NoticeText]:
    """The texts for unproven uses of these kinds of treatment; never empty.

    `records` are those in force here. The default comes first where none of them
    speaks of one of the kinds.
    """
    texts = [
        NoticeText(record.text, record.source)
        for record in records
        if record.concerns(treatment_types)
    ]
    spoken_of = {
        kind for kind in treatment_types if any(r.concerns({kind}) for r in records)
    }
    if texts and spoken_of == treatment_types:
        return texts
    return [default_notice(regulator), *texts]


def notices_of_uses(rows: Iterable[Use], site: PracticeSite) -> list[NoticeText]:
    """What has to be said wherever a page of this site shows these uses.

    Empty where none is unproven; else the records are asked for, once a request.
    """
    kinds = {row.treatment.treatment_type for row in rows if row.is_unproven}
    if not kinds:
        return []
    places = site.practice.jurisdictions
    if not hasattr(site, "regulatory_notices"):
        site.regulatory_notices = Followed(lambda: _notices_of(places))
    records = site.regulatory_notices.read()
    return notice_texts(records, kinds, regulator_of(places))


def _notices_of(places: list[str]) -> list[RegulatoryNotice]:
    return keep(
        f"notices of {' '.join(places)}",
        lambda: list(RegulatoryNotice.objects.in_force(places)),
    )


def notice_of_treatment(rows: Iterable[Use]) -> str:
    """The same of a treatment's uses in a few words, for a share card or a feed.

    Empty where none is unproven.
    """
    uses = list(rows)
    unproven = [row.condition.title for row in uses if row.is_unproven]
    if len(unproven) == len(uses):
        return _("Unproven use, not a standard treatment.") if uses else ""
    return _named(_("Unproven for: %(names)s."), unproven)


def notice_of_condition(rows: Iterable[Use]) -> str:
    """The same of the treatments for a condition; empty where none is unproven."""
    unproven = [row.treatment.title for row in rows if row.is_unproven]
    return _named(_("Unproven treatments here: %(names)s."), unproven)


def notice_of_many() -> str:
    """The same of a table of many treatments."""
    return _("Some of these uses are unproven.")


def _named(words: str, names: list[str]) -> str:
    """Words with the first few names in them; "" without any."""
    if not names:
        return ""
    more = [_("others")] if len(names) > MOST_NAMES else []
    return words % {"names": ", ".join([*names[:MOST_NAMES], *more])}


def decision_questions(conditions: list[str]) -> list[str]:
    """What to ask before deciding on an unproven use for one of these conditions."""
    named = conditions[0] if len(conditions) == 1 else _("my condition")
    return [
        question % {"condition": named}
        for question in (
            _("Is it approved for %(condition)s, or for something else?"),
            _("Is there a registered trial that I could join instead of paying?"),
            _("What does standard care offer me for %(condition)s?"),
            _("Who pays if it does not work, or if it harms me?"),
        )
    ]


def trial_search_url(condition: str, treatment: str = "") -> str:
    """A search of the public trial register for this pair, or for the condition.

    Source: https://clinicaltrials.gov (parameters cond and intr).
    """
    words = {"cond": condition, "intr": treatment}
    return "https://clinicaltrials.gov/search?" + urlencode(
        {name: value for name, value in words.items() if value}
    )
