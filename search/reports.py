"""What people searched for: the report, and what an editor may do about it."""

from datetime import timedelta

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import SearchCount
from search.models.insight import RARE, RARE_IS_KEPT

USUAL_DAYS = 30
NOTHING, NOT_CLICKED = "nothing", "not_clicked"
HOW_COUNTED = _(
    "Counted are words only, and nothing of who searched. Words with an address, a "
    "telephone number, a date or any long number are never kept, nor what somebody in "
    "danger typed. A search made fewer than %(rare)d times is forgotten after %(days)d "
    "days. Some browsers do not tell of clicks."
) % {"rare": RARE, "days": RARE_IS_KEPT.days}


def searches(days: int = USUAL_DAYS, shown: str = "") -> QuerySet:
    """What was searched in these days, most often first: all, or what needs a look."""
    first = timezone.localdate() - timedelta(days=days - 1)
    rows = SearchCount.objects.since(first).by_query().filter(searched__gt=0)
    if shown == NOTHING:
        return rows.filter(results=0)
    if shown == NOT_CLICKED:
        return rows.filter(results__gt=0, clicked=0)
    return rows


class SearchesFilterSet(WagtailFilterSet):
    """By what became of a search, and by the time that counts."""

    shown = django_filters.ChoiceFilter(
        label=_("Show"),
        choices=[
            (NOTHING, _("What found nothing")),
            (NOT_CLICKED, _("What nobody followed")),
        ],
        empty_label=_("Everything, most searched first"),
    )
    days = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=[
            ("7", _("The last 7 days")),
            ("90", _("The last 90 days")),
            ("365", _("The last 365 days")),
        ],
        empty_label=_("The last 30 days"),
    )

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def filter_queryset(self, queryset):
        chosen = self.form.cleaned_data
        return searches(int(chosen["days"] or USUAL_DAYS), chosen["shown"])


class SearchesReportView(ReportView):
    """Each query with its numbers, and one click to a synonym or a promoted page."""

    page_title = _("Searches")
    header_icon = "search"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    results_template_name = "search/editor/searches_report_results.html"
    filterset_class = SearchesFilterSet
    export_filename = "searches"
    is_searchable = False
    model = SearchCount
    permission_policy = ModelPermissionPolicy(SearchCount)
    any_permission_required = ["view"]
    list_export = ["query", "searched", "results", "clicked", "last"]
    export_headings = {
        "query": _("Searched for"),
        "searched": _("Searches"),
        "results": _("Pages found"),
        "clicked": _("Followed"),
        "last": _("Last searched"),
    }

    def get_queryset(self):
        return searches()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "how_counted": HOW_COUNTED, **may_do(self.request.user)}


def may_do(user) -> dict[str, bool]:
    """What a person may do about a search that finds too little."""
    return {
        "may_add_synonyms": user.has_perm("search.add_synonymset"),
        "may_promote": user.has_perm("wagtailsearchpromotions.add_searchpromotion"),
    }
