from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import HelpPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import SynonymSet
from search.panels import NotFoundPanel
from search.prefilled import PromotionFor, SynonymsFor
from search.reports import SearchesReportView

SEE_SEARCHES = "search.view_searchcount"

HOW_SYNONYMS_WORK = _(
    "<p>Write down the words of your patients beside your own, one a line. Whoever "
    "searches for one of them finds the pages about all of them, from the moment you "
    "save. A name of one condition or treatment belongs on its own page, under “also "
    "known as”; many general words are known already, such as <em>heart attack</em> and "
    "<em>high blood pressure</em>. Words that only resemble each other do not belong in "
    "one set: people would find the wrong page.</p>"
)


class SynonymSetViewSet(SnippetViewSet):
    """Words that mean the same in a search, found by any of them."""

    model = SynonymSet
    icon = "search"
    list_display = ["__str__"]
    search_fields = ["words"]
    panels = [HelpPanel(HOW_SYNONYMS_WORK), "words"]
    add_view_class = SynonymsFor


register_snippet(SynonymSetViewSet)


# Before Wagtail's own form at the same address, which opens empty.
@hooks.register("register_admin_urls", order=-1)
def register_search_urls():
    report = SearchesReportView.as_view
    return [
        path("searchpicks/add/", PromotionFor.as_view()),
        path("reports/searches/", report(), name="searches_report"),
        path(
            "reports/searches/results/",
            report(results_only=True),
            name="searches_report_results",
        ),
    ]


class SearchesMenuItem(MenuItem):
    """Shown to those who may see what people searched for."""

    def is_shown(self, request):
        return request.user.has_perm(SEE_SEARCHES)


@hooks.register("register_reports_menu_item")
def register_searches_report():
    url = reverse("searches_report")
    return SearchesMenuItem(_("Searches"), url, icon_name="search", order=95)


@hooks.register("construct_reports_menu")
def leave_out_search_terms(request, menu_items):
    """Wagtail's own report counts what our search never tells it."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@hooks.register("construct_homepage_panels")
def add_not_found_panel(request, panels):
    if request.user.has_perm(SEE_SEARCHES):
        panels.append(NotFoundPanel())


@hooks.register("register_permissions")
def register_searches_permission():
    app_label, codename = SEE_SEARCHES.split(".")
    return Permission.objects.filter(
        content_type__app_label=app_label, codename=codename
    )
