"""What share cards say of evidence, and which of them say it of a page."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from contact.models import UpdateTopic
from home.share_cards.card import Rung
from treatments.models.indications import Indication, paths_to
from treatments.vocabulary import RegulatoryStatus


def rungs_of(rows: Iterable[Indication]) -> list[Rung]:
    """The ladder of each use; where there are several, with the condition's name."""
    uses = list(rows)
    return [
        Rung(
            rung=row.evidence.rung,
            words=_words_of(row) if len(uses) > 1 else str(row.evidence.label),
            warning=_warning_of(row),
        )
        for row in uses
    ]


def _words_of(row: Indication) -> str:
    return f"{row.condition.title}: {row.evidence.label}"


def _warning_of(row: Indication) -> str:
    if row.status == RegulatoryStatus.INVESTIGATIONAL:
        return _("Investigational")
    return _("Unproven") if row.is_unproven else ""


def cards_telling_of(page: Page) -> PageQuerySet:
    """The pages whose cards speak of this treatment or condition, or of its uses.

    A treatment that lost a use is still named by the words of the condition's card.
    """
    kind = page.specific_class._meta.label
    if kind == "treatments.TreatmentPage":
        conditions = apps.get_model("treatments.ConditionPage").objects
        own = Indication.objects.filter(treatment=page.pk).values("condition")
        naming = conditions.filter(share_card_alt__contains=page.title).values("pk")
        above = [one for one in paths_to(page.path, page.steplen) if one != page.path]
        shown = Q(pk__in=own) | Q(pk__in=naming) | Q(path__in=above)
    elif kind == "treatments.ConditionPage":
        users = Indication.objects.filter(condition=page.pk).values("treatment")
        shown = Q(pk__in=users)
    else:
        return Page.objects.none()
    about = UpdateTopic.objects.filter(page=page.pk).values("update")
    return Page.objects.filter(shown | Q(pk__in=about))
