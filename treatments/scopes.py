"""What a use belongs to: its two pages, and the treatments above its own."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from wagtail.models import Page

from treatments.models.indications import paths_to


def uses_of_tag(key: int) -> str:
    """The uses of a treatment, or those for a condition."""
    return f"uses-of:{key}"


def uses_below_tag(path: str) -> str:
    """The uses of the treatments at and below a path of the tree."""
    return f"uses-below:{path}"


def scopes_of_uses(
    treatments: Iterable[Page] = (), conditions: Iterable[Page] = ()
) -> list[str]:
    """The tags of the uses of these pages and of those below them."""
    keys = [page.pk for page in (*treatments, *conditions)]
    paths = [page.path for page in treatments]
    return [*map(uses_of_tag, keys), *map(uses_below_tag, paths)]


def scopes_of(page: Page, stored: dict) -> Iterator[str]:
    """The tags of the uses that a treatment brings to the pages above it."""
    if page.specific_class is apps.get_model("treatments.TreatmentPage"):
        for columns in (stored, stored | vars(page)):
            yield from map(uses_below_tag, paths_to(columns["path"], page.steplen))


def scopes_of_row(row: dict) -> Iterator[str]:
    """The tags of what one row belongs to."""
    for key in filter(None, (row["treatment_id"], row["condition_id"])):
        yield uses_of_tag(key)
    treatment = Page.objects.filter(pk=row["treatment_id"])
    for path in treatment.values_list("path", flat=True):
        yield from map(uses_below_tag, paths_to(path, Page.steplen))
