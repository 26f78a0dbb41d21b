"""What editors see of the evidence as a whole."""

from django.core.paginator import Page as PageOfRows
from django.core.paginator import Paginator
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.tree import any_of, below_path
from treatments.gaps import find_gaps, missing_facts, treatments_with_references
from treatments.grid import EvidenceGrid, build_grid, upper_floor
from treatments.models import ConditionPage, Indication, MedicalPage, TreatmentPage
from treatments.models.evidence import MOST_CELLS
from treatments.oversight import whole_pages

# Of a site whose whole table no browser could show, so many treatments at a time.
ROWS_OF_A_LARGE_GRID = 40


@require_safe
def evidence_grid(request: HttpRequest) -> HttpResponse:
    """Show every treatment against every condition, drafts and gaps included.

    A handful of queries, however many pages there are. Of a large site a page of the
    treatments is shown, against the conditions that these are used for.
    """
    names = TreatmentPage.objects.only("title", "path", "depth", "live")
    upper = sorted(upper_floor(names), key=lambda page: page.title.casefold())
    is_large = len(upper) * ConditionPage.objects.count() > MOST_CELLS
    size = ROWS_OF_A_LARGE_GRID if is_large else max(len(upper), 1)
    part = Paginator(upper, size).get_page(request.GET.get("p"))
    context = {
        "page_title": _("Evidence grid"),
        "header_icon": "table",
        "part": part,
        "elided_page_range": part.paginator.get_elided_page_range(part.number),
        "grid": _grid_of(part, is_large=is_large),
        "gaps": find_gaps(upper, _boasting(request)),
    }
    return render(request, "treatments/editor/evidence_grid.html", context)


def _grid_of(part: PageOfRows, *, is_large: bool) -> EvidenceGrid:
    """The table of these treatments; what each of its uses lacks stands with it."""
    shown = list(part)
    near = Q(pk__in=[page.pk for page in shown])
    near |= any_of(below_path(page.path) for page in shown)
    pages = TreatmentPage.objects.filter(near).prefetch_related("reference_rows")
    treatments = list(pages)
    rows = list(
        Indication.objects.complete()
        .filter(treatment__in=[page.pk for page in treatments])
        .select_related("condition", "treatment")
    )
    conditions = ConditionPage.objects.defer_streamfields()
    if is_large:
        conditions = conditions.filter(pk__in={row.condition_id for row in rows})
    grid = build_grid(shown, conditions, rows)
    referenced = treatments_with_references(treatments)
    for cell in grid.cells:
        cell.lacks = missing_facts(cell, referenced)
    return grid


def _boasting(request: HttpRequest) -> list[MedicalPage]:
    """The pages that hide praise; the text of the others is not even read."""
    praising = [
        key
        for model in (TreatmentPage, ConditionPage)
        for key in model.objects.annotate(text=Cast("body", TextField()))
        .filter(text__contains='"testimonial"')
        .values_list("pk", flat=True)
    ]
    pages = whole_pages(request, pk__in=praising)
    return [page for page in pages if page.hides_testimonials]
