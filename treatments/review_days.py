"""Keeps the day of the next review true when something else changes than the page."""

from wagtail.models import Site

from home.models import PracticeSettings
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.models.indications import paths_to
from treatments.models.medical import UNPROVEN_REVIEW_MONTHS, MedicalPage

MODELS: list[type[MedicalPage]] = [ConditionPage, TreatmentPage]


def follow_review_days() -> None:
    """Store the day anew wherever it is another one: four queries a site, and writes.

    The practice may have changed its interval; a page may show an unproven use, or
    no longer, because another page was published.
    """
    conditions, paths = _with_unproven_use()
    for site in Site.objects.select_related("root_page"):
        practice = PracticeSettings.for_site(site).review_interval_months
        for model in MODELS:
            pages = model.objects.descendant_of(site.root_page, inclusive=True)
            reviewed = pages.filter(last_reviewed__isnull=False)
            moved = []
            for page in reviewed.defer_streamfields():
                is_unproven = page.pk in conditions or page.path in paths
                limit = UNPROVEN_REVIEW_MONTHS if is_unproven else None
                due = page.review_due_with(practice, limit)
                if due != page.review_due:
                    page.review_due = due
                    moved.append(page)
            model.objects.bulk_update(moved, ["review_due"], batch_size=500)


def _with_unproven_use() -> tuple[set[int], set[str]]:
    """The keys of conditions and the paths of treatments that show one."""
    rows = Indication.objects.published_unproven()
    pairs = rows.values_list("condition_id", "treatment__path")
    conditions, paths = set(), set()
    for condition, path in pairs:
        conditions.add(condition)
        paths.update(paths_to(path, TreatmentPage.steplen))
    return conditions, paths
