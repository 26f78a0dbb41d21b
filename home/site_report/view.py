"""The site report in the editor, and as a spreadsheet."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from home.site_report.findings import Finding, find_faults


class SiteReportView(ReportView):
    """What of the published site would puzzle a visitor or a search engine."""

    page_title = _("Site")
    header_icon = "site"
    index_url_name = "site_report"
    index_results_url_name = "site_report_results"
    results_template_name = "home/editor/site_report_results.html"
    export_filename = "site-report"
    is_searchable = False
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = ["label", "page.title", "type_name", "detail", "page.full_url"]
    export_headings = {
        "label": _("Finding"),
        "page.title": _("Page"),
        "type_name": _("Kind of page"),
        "detail": _("Details"),
        "page.full_url": _("Address"),
    }

    def get_filtered_queryset(self) -> list[Finding]:
        return find_faults(self.request)
