"""The report on what published pages claim, with filters and spreadsheets."""

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import get_page_models
from wagtail.permissions import page_permission_policy

from treatments.models import PublishedClaim
from treatments.models.claims import KEPT_RULES, Severity


def _page_types(request):
    models = get_page_models()
    types = ContentType.objects.get_for_models(*models).values()
    return ContentType.objects.filter(pk__in=[one.pk for one in types])


class ClaimsFilterSet(WagtailFilterSet):
    """By severity, kind of claim and kind of page."""

    severity = django_filters.MultipleChoiceFilter(
        label=_("Severity"), choices=Severity, widget=forms.CheckboxSelectMultiple
    )
    rule = django_filters.ChoiceFilter(
        label=_("Rule"),
        choices=sorted((key, key) for key in KEPT_RULES),
    )
    page__content_type = django_filters.ModelChoiceFilter(
        label=_("Kind of page"), queryset=_page_types
    )

    class Meta:
        model = PublishedClaim
        fields = ["severity", "is_overridden", "rule", "page__content_type"]


class ClaimsReportView(ReportView):
    """Each claim of each published page: what, where, why not, and what instead."""

    page_title = _("Claims")
    header_icon = "warning"
    index_url_name = "claims_report"
    index_results_url_name = "claims_report_results"
    results_template_name = "treatments/editor/claims_report_results.html"
    filterset_class = ClaimsFilterSet
    export_filename = "claims"
    is_searchable = False
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = [
        "page.title",
        "where",
        "quote",
        "sentence",
        "get_severity_display",
        "rule",
        "is_overridden",
        "reason",
        "rewrite",
        "source",
        "page.full_url",
    ]
    export_headings = {
        "page.title": _("Page"),
        "where": _("Where"),
        "quote": _("Words"),
        "sentence": _("Sentence"),
        "get_severity_display": _("Severity"),
        "rule": _("Rule"),
        "is_overridden": _("Published for a reason"),
        "reason": _("Why not"),
        "rewrite": _("Suggestion"),
        "source": _("Source"),
        "page.full_url": _("Address"),
    }

    def get_queryset(self):
        self.queryset = PublishedClaim.objects.filter(page__live=True).select_related(
            "page__content_type"
        )
        return super().get_queryset()
