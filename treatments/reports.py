"""The report on medical review, with filters and spreadsheets."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.reports import PageReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from team.models import ClinicianPage
from team.oversight import ReviewItem
from team.review import ReviewState
from treatments.oversight import MODELS, all_review_items, to_confirm


def page_types() -> list[tuple[str, str]]:
    """The kinds of medical pages, as choices."""
    return [
        (model._meta.label_lower, capfirst(model._meta.verbose_name))
        for model in MODELS
    ]


def reviewers(request: HttpRequest) -> QuerySet:
    """Everybody whose name stands in a seal."""
    items = all_review_items(request)
    keys = {item.page.medical_reviewer_id for item in items}
    return ClinicianPage.objects.filter(pk__in=keys - {None}).order_by("title")


class ReviewFilterSet(WagtailFilterSet):
    """By seal, reviewer, kind of page and the day it is due."""

    state = django_filters.MultipleChoiceFilter(
        label=_("Review"),
        choices=ReviewState.choices,
        method="by_state",
        widget=forms.CheckboxSelectMultiple,
    )
    reviewer = django_filters.ModelMultipleChoiceFilter(
        label=_("Reviewer"),
        queryset=reviewers,
        method="by_reviewer",
        widget=forms.CheckboxSelectMultiple,
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of page"),
        choices=page_types,
        method="by_kind",
        widget=forms.CheckboxSelectMultiple,
    )
    due = django_filters.DateFilter(
        label=_("Due by"), method="by_due", widget=AdminDateInput
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def by_state(self, queryset, name, value):
        return self._keep(queryset, lambda item: not value or item.state in value)

    def by_reviewer(self, queryset, name, value):
        keys = {one.pk for one in value}
        return self._keep(
            queryset, lambda item: not keys or item.page.medical_reviewer_id in keys
        )

    def by_kind(self, queryset, name, value):
        return self._keep(
            queryset, lambda item: not value or item.page._meta.label_lower in value
        )

    def by_due(self, queryset, name, value):
        return self._keep(
            queryset,
            lambda item: item.page.review_due and item.page.review_due <= value,
        )

    def _keep(self, queryset: QuerySet, fits) -> QuerySet:
        items = all_review_items(self.request)
        return queryset.filter(pk__in=[item.page.pk for item in items if fits(item)])


class ReviewReportView(PageReportView):
    """Every published medical page: seal, reviewer, day it is due."""

    page_title = _("Medical review")
    header_icon = "check"
    index_url_name = "review_report"
    index_results_url_name = "review_report_results"
    results_template_name = "treatments/editor/review_report_results.html"
    filterset_class = ReviewFilterSet
    # Attribute of a ReviewItem → heading of its column.
    export_headings = {
        "page.title": _("Page"),
        "kind": _("Kind of page"),
        "state.label": _("Review"),
        "notes": _("Note"),
        "reviewer_name": _("Reviewer"),
        "page.last_reviewed": _("Last reviewed"),
        "page.review_due": _("Review due"),
        "page.full_url": _("Address"),
    }
    list_export = list(export_headings)
    is_searchable = False

    def get_queryset(self):
        items = all_review_items(self.request)
        self.queryset = Page.objects.filter(pk__in=[item.page.pk for item in items])
        return super().get_queryset()

    def get_filtered_queryset(self) -> list[ReviewItem]:
        """The items that fit the filters, the most urgent first."""
        kept = set(super().get_filtered_queryset().values_list("pk", flat=True))
        items = all_review_items(self.request)
        return [item for item in items if item.page.pk in kept]

    def decorate_paginated_queryset(self, object_list):
        if self.is_export:
            return object_list
        return to_confirm(list(object_list), self.request, self.request.user)
