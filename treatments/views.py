"""What editors see of the evidence as a whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from treatments.gaps import find_gaps, missing_facts, treatments_with_references
from treatments.grid import build_grid, upper_floor
from treatments.models import ConditionPage, Indication, TreatmentPage
from treatments.oversight import whole_pages


@require_safe
def evidence_grid(request: HttpRequest) -> HttpResponse:
    """Show every treatment against every condition, drafts and gaps included.

    A handful of queries, however many pages there are.
    """
    treatments = list(TreatmentPage.objects.prefetch_related("reference_rows"))
    conditions = ConditionPage.objects.defer_streamfields()
    rows = list(Indication.objects.select_related("condition", "treatment"))
    complete = [row for row in rows if row.is_complete]
    grid = build_grid(upper_floor(treatments), conditions, complete)
    referenced = treatments_with_references(treatments)
    for cell in grid.cells:
        cell.lacks = missing_facts(cell, referenced)
    context = {
        "page_title": _("Evidence grid"),
        "header_icon": "table",
        "grid": grid,
        "gaps": find_gaps(
            grid,
            [row for row in rows if not row.is_complete],
            [page for page in whole_pages(request) if page.hides_testimonials],
        ),
    }
    return render(request, "treatments/editor/evidence_grid.html", context)
