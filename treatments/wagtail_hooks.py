from django.contrib import messages
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.listings import DayColumn, listings_of, with_columns
from team.review import ReviewState
from treatments.choosers import ReferenceChooserViewSet
from treatments.claims_checker import check_claims_too
from treatments.claims_record import register_claim_actions
from treatments.claims_report import ClaimsReportView
from treatments.claims_survey import titles_of_board_wording
from treatments.models import ConditionPage, Reference, RegulatoryNotice, TreatmentPage
from treatments.news import find_medical_news
from treatments.oversight import states_of
from treatments.page_claims import find_false_claims, find_objections
from treatments.panels import ClaimsPanel, ReviewPanel
from treatments.preview_claims import mark_preview
from treatments.reports import ReviewReportView
from treatments.rich_text import register_citations
from treatments.shown_on_cards import cards_telling_of
from treatments.testimonials import now_hidden_by
from treatments.uses import find_notices, give_uses
from treatments.views import evidence_grid

hooks.register("register_rich_text_features", register_citations)
hooks.register("describe_pages", give_uses)
hooks.register("find_notices", find_notices)
hooks.register("find_news", find_medical_news)
hooks.register("find_cards_showing", cards_telling_of)
hooks.register("find_objections", find_objections)
hooks.register("find_board_wording", titles_of_board_wording)
hooks.register("find_false_words", find_false_claims)
hooks.register("mark_preview", mark_preview)
hooks.register("construct_wagtail_userbar", check_claims_too)
hooks.register("register_log_actions", register_claim_actions)


EVIDENCE_GRID = "evidence_grid"


class SealColumn(Column):
    """What the seal of a page says; all seals of a list are computed together."""

    def get_cell_context_data(self, instance, parent_context):
        table = parent_context["table"]
        if not hasattr(table, "review_states"):
            table.review_states = states_of(table.data, parent_context["request"])
        state = table.review_states.get(instance.pk, ReviewState.NONE)
        instance.review_state = state
        return super().get_cell_context_data(instance, parent_context)


REVIEW_COLUMNS = [
    SealColumn("review", label=_("Review"), accessor="review_state.label", width="14%"),
    DayColumn("review_due", label=_("Review due"), sort_key="review_due", width="12%"),
]


@hooks.register("register_admin_urls")
def register_evidence_urls():
    report, claims = ReviewReportView.as_view, ClaimsReportView.as_view
    return [
        path("evidence/", evidence_grid, name=EVIDENCE_GRID),
        path("reports/review/", report(), name="review_report"),
        path(
            "reports/review/results/",
            report(results_only=True),
            name="review_report_results",
        ),
        path("reports/claims/", claims(), name="claims_report"),
        path(
            "reports/claims/results/",
            claims(results_only=True),
            name="claims_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_evidence_grid():
    url = reverse(EVIDENCE_GRID)
    return MenuItem(_("Evidence grid"), url, icon_name="table", order=90)


@hooks.register("register_reports_menu_item")
def register_review_report():
    url = reverse("review_report")
    return MenuItem(_("Medical review"), url, icon_name="check", order=80)


@hooks.register("register_reports_menu_item")
def register_claims_report():
    url = reverse("claims_report")
    return MenuItem(_("Claims"), url, icon_name="warning", order=85)


@hooks.register("construct_homepage_panels")
def add_panels(request, panels):
    panels.extend([ReviewPanel(), ClaimsPanel()])


@hooks.register("after_publish_page")
def tell_of_hidden_testimonials(request, page):
    if not isinstance(page, TreatmentPage):
        return
    for hidden in now_hidden_by(page):
        words = _("“%(page)s” hides its testimonial: it shows this unproven use now.")
        messages.warning(request, words % {"page": hidden.title})


@hooks.register("register_admin_viewset")
def register_treatment_listings():
    return listings_of(
        TreatmentPage,
        icon="pick",
        label=_("Treatments"),
        order=120,
        columns=with_columns(
            Column(
                "treatment_type",
                label=_("Kind"),
                accessor="get_treatment_type_display",
                sort_key="treatment_type",
                width="12%",
            ),
            *REVIEW_COLUMNS,
        ),
        list_filter=["treatment_type", "body_system", "review_due"],
        ordering="title",
    )


@hooks.register("register_admin_viewset")
def register_condition_listings():
    return listings_of(
        ConditionPage,
        icon="form",
        label=_("Conditions"),
        order=130,
        columns=with_columns(
            Column(
                "body_system",
                label=_("Body system"),
                accessor="get_body_system_display",
                sort_key="body_system",
                width="14%",
            ),
            *REVIEW_COLUMNS,
        ),
        list_filter=["body_system", "review_due"],
        ordering="title",
    )


class ReferenceViewSet(SnippetViewSet):
    """References, found by title, author or identifier."""

    model = Reference
    icon = "openquote"
    list_display = ["title", "authors", "year", "study_type"]
    list_filter = ["study_type", "year", "retracted"]
    chooser_viewset_class = ReferenceChooserViewSet


class RegulatoryNoticeViewSet(SnippetViewSet):
    """What pages with an unproven use have to say, by place and kind."""

    model = RegulatoryNotice
    icon = "warning"
    list_display = ["__str__", "jurisdiction", "starts", "ends"]


register_snippet(ReferenceViewSet)
register_snippet(RegulatoryNoticeViewSet)
