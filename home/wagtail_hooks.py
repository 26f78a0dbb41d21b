from django.contrib import messages
from django.contrib.auth.models import Permission
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from home.links import VisiblePageLinkHandler
from home.listings import listings_of, with_columns
from home.models import InsurancePlan, LocationPage
from home.models.overriding import OVERRIDE
from home.panels import NoticePanel
from home.publishing import NotReady, refuse_unready
from home.share_cards.views import draft_card
from home.site_report.view import SiteReportView
from home.views import begin_notice


@hooks.register("construct_homepage_panels")
def add_notice_panel(request, panels):
    panels.append(NoticePanel())


@hooks.register("insert_editor_js")
def save_new_pages_once():
    return format_html('<script src="{}"></script>', static("js/save-once.js"))


@hooks.register("register_admin_urls")
def register_notice_urls():
    return [path("notices/<str:kind>/", begin_notice, name="begin_notice")]


@hooks.register("register_admin_urls")
def register_draft_card():
    return [path("share-card/<str:said>/", draft_card, name="draft_card")]


@hooks.register("register_admin_urls")
def register_site_report_urls():
    report = SiteReportView.as_view
    return [
        path("reports/site/", report(), name="site_report"),
        path(
            "reports/site/results/",
            report(results_only=True),
            name="site_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_site_report():
    url = reverse("site_report")
    return MenuItem(_("Site"), url, icon_name="site", order=95)


@hooks.register("before_bulk_action")
def publish_only_what_is_ready(request, action_type, objects, action):
    """Say which of the pages chosen in a list may not go public, and why."""
    if action_type != "publish" or request.method != "POST":
        return None
    try:
        for page in objects:
            refuse_unready(page.get_latest_revision_as_object())
    except NotReady as refusal:
        messages.error(request, str(refusal))
        return redirect(action.next_url)
    return None


# After Wagtail's own, which it takes the place of.
@hooks.register("register_rich_text_features", order=1)
def link_to_visible_pages(features):
    features.register_link_type(VisiblePageLinkHandler)


@hooks.register("register_permissions")
def register_override_permission():
    app_label, codename = OVERRIDE.split(".")
    return Permission.objects.filter(
        content_type__app_label=app_label, codename=codename
    )


@hooks.register("register_admin_viewset")
def register_location_listings():
    return listings_of(
        LocationPage,
        icon="site",
        label=_("Locations"),
        order=145,
        columns=with_columns(
            Column("struct_org_address_locality", label=_("City"), width="14%"),
            Column("struct_org_phone", label=_("Phone"), width="14%"),
            BooleanColumn("is_primary", label=_("Main"), width="8%"),
        ),
        ordering="title",
    )


class InsurancePlanViewSet(SnippetViewSet):
    """Plans that locations accept."""

    model = InsurancePlan
    icon = "list-ul"
    list_display = ["name"]


register_snippet(InsurancePlanViewSet)
